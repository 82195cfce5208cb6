"""Recommendations for a letter: everything a template needs, links that work outside the shop."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.conf import settings

from ai.recommendations.service import recommend
from ai.recommendations.types import Kind, Wanted
from shop.amounts import format_amount
from shop.models import Product, ProductImage

# A letter is read in one glance: two rows of two.
SIZE: Final = 4
# Pixels: the smallest copy that is still sharp at the width of a letter's column.
LEAST_WIDTH: Final = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterItem:
    """A product in a letter: plain texts, and addresses with the shop's own in front.

    `image_url` is empty for a product without a picture; `price` None for one without a price.
    """

    title: str
    brand: str
    url: str
    reason: str
    price: Decimal | None
    price_text: str
    image_url: str
    image_alt: str


def letter_items(
    *,
    customer: int | None = None,
    bought: Sequence[int] = (),
    size: int = SIZE,
) -> list[LetterItem]:
    """Return what to show an account in a letter, or a buyer of these products.

    With `bought` (of an order that was just delivered, say) it is what goes with them; without,
    what suits the account's orders. Whoever writes sees to it that the reader agreed to letters.
    """
    kind = Kind.COMPLEMENTS if bought else Kind.FOR_YOU
    found = recommend(Wanted(kind=kind, cart=tuple(bought), customer=customer, size=size))
    products = _with_pictures(found.ids)
    return [
        _item(products[item.product_id], item.reason.text)
        for item in found.items
        if item.product_id in products
    ]


def _with_pictures(ids: Sequence[int]) -> dict[int, Product]:
    products = Product.objects.published().filter(pk__in=ids).select_related("brand")
    return {each.pk: each for each in products.prefetch_related("images__renditions", "variants")}


def _item(product: Product, reason: str) -> LetterItem:
    image = next(iter(product.images.all()), None)
    price = product.price_min
    words = "" if price is None else format_amount(price)
    return LetterItem(
        title=product.title,
        brand=product.brand.name if product.brand else "",
        url=_absolute(product.get_absolute_url()),
        reason=reason,
        price=price,
        price_text=f"from {words}" if words and price != product.price_max else words,
        image_url=_absolute(_file_of(image)) if image else "",
        image_alt=image.alt if image else "",
    )


def _file_of(image: ProductImage) -> str:
    """Return the smallest copy that is wide enough, else the picture itself."""
    copies = sorted(image.renditions.all(), key=lambda each: each.width)
    wide = next((each for each in copies if each.width >= LEAST_WIDTH), None)
    return str(wide.file.url if wide else image.file.url)


def _absolute(path: str) -> str:
    """Return an address that leads to the shop from anywhere; that of a store of files does."""
    return path if "://" in path else f"{settings.SHOP['SITE_URL']}{path}"
