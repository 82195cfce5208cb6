"""Product cards: what they say, and their HTML, drawn once for a state of the catalogue."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.template.loader import render_to_string

from shop.listing.memory import CatalogueMemory
from shop.models import Product, ProductImage


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


def card_of(product: Product) -> Card:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCard:
    """The HTML of a card, less what is each visitor's own, and what that needs to know."""

    pk: int
    title: str
    css: str
    html: str


def draw_card(product: Product) -> DrawnCard:
    """Draw the card of a product that was read with `Product.objects.for_lists()`."""
    card = card_of(product)
    return DrawnCard(
        pk=product.pk,
        title=product.title,
        css="card card--sold-out" if card.is_sold_out else "card",
        html=render_to_string("shop/_product_card.html", {"product": product, "card": card}),
    )


def recall_cards(ids: Iterable[int], memory: CatalogueMemory) -> list[DrawnCard]:
    """Return the cards of published products in this order; what is not shown is left out."""
    wanted = list(ids)
    drawn = memory.recall_each("card", wanted, find=_draw_cards)
    return [drawn[pk] for pk in wanted if pk in drawn]


def _draw_cards(ids: list[int]) -> dict[int, DrawnCard]:
    products = Product.objects.published().for_lists().filter(pk__in=ids)
    return {product.pk: draw_card(product) for product in products}
