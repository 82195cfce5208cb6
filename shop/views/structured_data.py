"""What the shop tells machines about itself, in the words of schema.org."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from shop.models import Category, Product, Review

CONTEXT = "https://schema.org"
IN_STOCK, OUT_OF_STOCK, BACK_ORDER = (
    f"{CONTEXT}/{word}" for word in ("InStock", "OutOfStock", "BackOrder")
)
# Of a description; longer ones are cut by those who read them anyway.
DESCRIPTION_LENGTH = 5000
BEST, WORST = 5, 1


def breadcrumb_data(
    request: HttpRequest, categories: Sequence[Category], product: Product | None = None
) -> dict[str, Any]:
    """Return the way from the front page as a BreadcrumbList."""
    steps = [("Home", reverse("shop:home"))]
    steps += [(each.name, each.get_absolute_url()) for each in categories]
    if product:
        steps.append((product.title, product.get_absolute_url()))
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": request.build_absolute_uri(path),
            }
            for position, (name, path) in enumerate(steps, start=1)
        ],
    }


def availability(product: Product) -> str:
    """Return whether anything of the product can be had now, later or not."""
    variants = [each for each in product.variants.all() if each.price is not None]
    if any(each.stock > 0 for each in variants):
        return IN_STOCK
    return BACK_ORDER if any(each.allow_backorder for each in variants) else OUT_OF_STOCK


def amount(price: Decimal) -> str:
    """Return a price as schema.org wants it: a plain number."""
    return f"{price.normalize():f}"


def offer_data(request: HttpRequest, product: Product) -> dict[str, Any] | None:
    """Return an Offer, an AggregateOffer when prices differ, None when nothing is for sale."""
    if product.price_min is None or product.price_max is None:
        return None
    common = {
        "priceCurrency": settings.SHOP["CURRENCY"],
        "availability": availability(product),
        "url": request.build_absolute_uri(product.get_absolute_url()),
    }
    if product.price_min == product.price_max:
        return {"@type": "Offer", "price": amount(product.price_min), **common}
    return {
        "@type": "AggregateOffer",
        "lowPrice": amount(product.price_min),
        "highPrice": amount(product.price_max),
        "offerCount": sum(each.price is not None for each in product.variants.all()),
        **common,
    }


def review_data(review: Review) -> dict[str, Any]:
    """Return a Review; its title only where it has one."""
    return {
        "@type": "Review",
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": review.rating,
            "bestRating": BEST,
            "worstRating": WORST,
        },
        "author": {"@type": "Person", "name": review.author_name},
        "datePublished": review.created_at.date().isoformat(),
        **({"name": review.title} if review.title else {}),
        "reviewBody": review.body[:DESCRIPTION_LENGTH],
    }


def product_data(
    request: HttpRequest, product: Product, reviews: Sequence[Review] = ()
) -> dict[str, Any]:
    """Return a Product, read with `for_cards()`, with its offer, its rating and these reviews."""
    variants = list(product.variants.all())
    offer = offer_data(request, product)
    data: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Product",
        "name": product.title,
        "url": request.build_absolute_uri(product.get_absolute_url()),
        "image": [request.build_absolute_uri(each.file.url) for each in product.images.all()],
        "description": product.description_text[:DESCRIPTION_LENGTH],
    }
    if len(variants) == 1:
        data["sku"] = variants[0].sku
    if product.brand:
        data["brand"] = {"@type": "Brand", "name": product.brand.name}
    if offer:
        data["offers"] = offer
    if product.rating_count:
        data["aggregateRating"] = {
            "@type": "AggregateRating",
            "ratingValue": amount(round(product.rating_average, 2)),
            "reviewCount": product.rating_count,
            "bestRating": BEST,
            "worstRating": WORST,
        }
    if reviews:
        data["review"] = [review_data(each) for each in reviews]
    return data
