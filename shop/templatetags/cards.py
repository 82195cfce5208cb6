"""What a product card says, worked out from rows that were fetched with the product."""

from dataclasses import dataclass
from decimal import Decimal

from django import template

from shop.models import Product, ProductImage

register = template.Library()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The facts of a product card; `percent_off` is whole percent, rounded down."""

    image: ProductImage | None
    second_image: ProductImage | None
    price: Decimal | None
    is_from: bool
    compare_at: Decimal | None
    percent_off: int
    is_sold_out: bool


@register.filter
def card(product: Product) -> Card:
    """Return the card of a product that was read with `Product.objects.for_cards()`."""
    images = list(product.images.all())
    variants = list(product.variants.all())
    # The reduction shown is that of the price shown: the cheapest variant's.
    cheapest = min(
        (each for each in variants if each.price is not None and each.price == product.price_min),
        key=lambda each: each.compare_at_price is None,
        default=None,
    )
    compare_at = cheapest.compare_at_price if cheapest else None
    price = product.price_min
    return Card(
        image=images[0] if images else None,
        second_image=images[1] if len(images) > 1 else None,
        price=price,
        is_from=price != product.price_max,
        compare_at=compare_at,
        percent_off=int(100 - 100 * price / compare_at) if price is not None and compare_at else 0,
        is_sold_out=price is not None and not any(each.is_buyable for each in variants),
    )
