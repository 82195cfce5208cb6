"""What machines read on a product page."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from shop.models import Product
from shop.templatetags.seo import json_ld
from tests.factories.shop import CategoryFactory, ProductFactory, ReviewFactory, VariantFactory
from tests.shop.views.conftest import AddPicture
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db


def data_of(client: Client, product: Product) -> Any:
    return Markup(client.get(product.get_absolute_url())).data_blocks()


def test_a_product_with_one_price_is_an_offer(client: Client, add_picture: AddPicture) -> None:
    product = ProductFactory(
        slug="pot",
        title="Pot",
        brand__name="Heron",
        description="<p>Holds <b>one</b> litre.</p>",
        category=CategoryFactory(name="Tea", slug="tea"),
        variant__price=Decimal("52.50"),
        variant__sku="P-1",
    )
    image = add_picture(product)
    for rating in (5, 4, 4):
        ReviewFactory(product=product, rating=rating, title="", body="")
    ReviewFactory(product=product, rating=1, status="pending")
    data, crumbs = data_of(client, product)
    assert data == {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": "Pot",
        "url": "http://testserver/p/pot/",
        "image": [f"http://testserver{image.file.url}"],
        "description": "Holds one litre.",
        "sku": "P-1",
        "brand": {"@type": "Brand", "name": "Heron"},
        "offers": {
            "@type": "Offer",
            "price": "52.5",
            "priceCurrency": "EUR",
            "availability": "https://schema.org/InStock",
            "url": "http://testserver/p/pot/",
        },
        "aggregateRating": {
            "@type": "AggregateRating",
            "ratingValue": "4.33",
            "reviewCount": 3,
            "bestRating": 5,
            "worstRating": 1,
        },
    }
    assert [each["name"] for each in crumbs["itemListElement"]] == ["Home", "Tea", "Pot"]


def test_several_prices_are_an_aggregate_offer(client: Client) -> None:
    product = ProductFactory(variant__price=10, variant__stock=0)
    VariantFactory(product=product, option1="L", price=1200, stock=0, allow_backorder=True)
    VariantFactory(product=product, option1="XL", price=None)
    offer = data_of(client, product)[0]["offers"]
    assert offer["@type"] == "AggregateOffer"
    assert (offer["lowPrice"], offer["highPrice"], offer["offerCount"]) == ("10", "1200", 2)
    assert offer["availability"] == "https://schema.org/BackOrder"


def test_sold_out_says_so_and_no_reviews_means_no_rating(client: Client) -> None:
    (data, _) = data_of(client, ProductFactory(variant__stock=0))
    assert data["offers"]["availability"] == "https://schema.org/OutOfStock"
    assert "aggregateRating" not in data


def test_nothing_in_the_data_can_end_the_block() -> None:
    hostile = "</script><!--<script>alert(1)</script>&\u2028"
    block = str(json_ld({"name": hostile}))
    inside = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028") & set(inside)
    assert Markup(block).data_blocks() == [{"name": hostile}]


def test_the_five_most_helpful_reviews_in_words_are_quoted(client: Client) -> None:
    product = ProductFactory()
    for number in range(7):
        ReviewFactory(
            product=product,
            author_name=f"Ann {number}",
            rating=4,
            title=f"Title {number}" if number else "",
            body=f"Body {number}",
            helpful_count=10 - number,
            created_at=datetime(2025, 6, 1 + number, 23, 30, tzinfo=UTC),
        )
    ReviewFactory(product=product, title="Stars only", body="", helpful_count=99)
    ReviewFactory(product=product, body="Unread", status="pending", helpful_count=99)
    ReviewFactory(body="Elsewhere", helpful_count=99)
    quoted = data_of(client, product)[0]["review"]
    assert [each["reviewBody"] for each in quoted] == [f"Body {number}" for number in range(5)]
    assert "name" not in quoted[0]
    assert quoted[1] == {
        "@type": "Review",
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 4,
            "bestRating": 5,
            "worstRating": 1,
        },
        "author": {"@type": "Person", "name": "Ann 1"},
        "datePublished": "2025-06-02",
        "name": "Title 1",
        "reviewBody": "Body 1",
    }


def properties(client: Client, product: Product, **query: str) -> dict[str, str]:
    page = Markup(client.get(product.get_absolute_url(), query))
    return {
        each.attributes["property"]: each.attributes["content"]
        for each in page.find("meta")
        if "property" in each.attributes
    }


def test_a_preview_of_a_link_names_price_stock_and_picture(
    client: Client, add_picture: AddPicture
) -> None:
    product = ProductFactory(
        slug="pot",
        title="Pot",
        brand__name="Heron",
        description="<p>Holds one litre.</p>",
        variant__price=Decimal("1052.500"),
    )
    VariantFactory(product=product, option1="L", sku="L", price=60, stock=0)
    VariantFactory(product=product, option1="XL", price=70, stock=0, allow_backorder=True)
    image = add_picture(product, alt="A pot")
    assert properties(client, product) == {
        "og:type": "product",
        "og:title": "Pot",
        "og:description": "Holds one litre.",
        "og:url": "http://testserver/p/pot/",
        "og:site_name": "Vitrine Outfitters",
        "og:image": f"http://testserver{image.file.url}",
        "og:image:width": "700",
        "og:image:height": "868",
        "og:image:alt": "A pot",
        "product:price:amount": "1052.5",
        "product:price:currency": "EUR",
        "product:availability": "in stock",
        "product:brand": "Heron",
    }
    for option, words in (("L", "out of stock"), ("XL", "available for order")):
        assert properties(client, product, option1=option)["product:availability"] == words


def test_without_a_price_a_preview_names_none(client: Client) -> None:
    found = properties(client, ProductFactory(variant__price=None))
    assert [name for name in found if name.startswith("product:")] == ["product:brand"]
