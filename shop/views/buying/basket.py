"""What the cart's pages show: each line with its picture and price of now, and what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings

from shop.models import Cart, CartLine, ProductImage, ShippingCountry, Variant
from shop.money import round_money
from shop.services.cart import MAX_QUANTITY
from shop.services.quotes import Quote, QuoteLine, problem_of, quote_lines
from shop.views.buying.progress import FreeShipping, find_free_shipping
from shop.views.buying.sums import Sums, sums_of_quote


@dataclass(frozen=True, slots=True, kw_only=True)
class BasketLine:
    """A line that is bought; `was` is the price shown before, where it is another one now."""

    quote: QuoteLine
    image: ProductImage | None
    address: str
    was: Decimal | None
    is_in_stock: bool

    @property
    def most(self) -> int:
        """How many pieces can be asked for."""
        available = self.quote.available
        return MAX_QUANTITY if available is None else min(available, MAX_QUANTITY)

    @property
    def can_be_mended(self) -> bool:
        """Whether fewer pieces would do."""
        available = self.quote.available or 0
        return bool(self.quote.problem) and 0 < available < self.quote.quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedLine:
    """A line that is kept for later, with its price of now."""

    line: CartLine
    image: ProductImage | None
    address: str
    price: Decimal | None
    was: Decimal | None
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Basket:
    """A cart as its pages show it."""

    lines: tuple[BasketLine, ...]
    saved: tuple[SavedLine, ...]
    quote: Quote
    sums: Sums
    free_shipping: FreeShipping | None

    @property
    def is_in_stock(self) -> bool:
        """Whether all of it lies in the warehouse."""
        return all(line.is_in_stock for line in self.lines)

    @property
    def has_new_prices(self) -> bool:
        """Whether something costs more or less than when it was put in."""
        return any(line.was is not None for line in self.lines)


def read_basket(
    cart: Cart | None, *, email: str = "", country: str = "", method: str = ""
) -> Basket:
    """Return what is in a cart and beside it, in a fixed number of queries.

    `country` and `method` (codes) stand in for what the cart remembers.
    """
    lines = read_lines(cart)
    wanted = [line for line in lines if not line.is_saved]
    quote = quote_lines(
        lines=wanted,
        country=country or country_of(cart),
        method=method or method_of(cart),
        coupon_code=cart.coupon_code if cart else "",
        email=email,
    )
    return Basket(
        lines=tuple(basket_line(*pair) for pair in zip(wanted, quote.lines, strict=True)),
        saved=tuple(saved_line(line) for line in lines if line.is_saved),
        quote=quote,
        sums=sums_of_quote(quote),
        free_shipping=find_free_shipping(quote),
    )


def read_lines(cart: Cart | None) -> Sequence[CartLine]:
    """Return all lines of a cart, with what pages and quotes need."""
    if cart is None:
        return []
    return list(cart.lines.for_pages().select_related("variant__product__tax_class"))


def country_of(cart: Cart | None) -> str:
    """Return the country that totals are estimated for."""
    return (cart.country if cart else "") or settings.SHOP["COUNTRY"]


def method_of(cart: Cart | None) -> str:
    """Return the code of the way of shipping that was chosen, if one was."""
    return cart.shipping_method.code if cart and cart.shipping_method else ""


def open_countries() -> list[ShippingCountry]:
    """Return the countries that a parcel can go to."""
    return list(ShippingCountry.objects.open())


def basket_line(line: CartLine, quote: QuoteLine) -> BasketLine:
    """Return a line that is bought."""
    return BasketLine(
        quote=quote,
        image=image_of(line.variant),
        address=address_of(line.variant),
        was=earlier_price(line),
        is_in_stock=line.variant.stock >= line.quantity,
    )


def saved_line(line: CartLine) -> SavedLine:
    """Return a line that is kept for later."""
    return SavedLine(
        line=line,
        image=image_of(line.variant),
        address=address_of(line.variant),
        price=line.variant.price,
        was=earlier_price(line),
        problem=problem_of(line.variant, 1),
    )


def image_of(variant: Variant) -> ProductImage | None:
    """Return the picture of a variant, else the first of its product."""
    return variant.image or next(iter(variant.product.images.all()), None)


def address_of(variant: Variant) -> str:
    """Return where the variant is shown, nothing for one that is shown no more."""
    product = variant.product
    if product.status != product.Status.ACTIVE:
        return ""
    address = product.get_absolute_url()
    return f"{address}?variant={variant.pk}" if variant.option_values else address


def earlier_price(line: CartLine) -> Decimal | None:
    """Return the price that was shown last, None where it is still the price."""
    currency, now, seen = settings.SHOP["CURRENCY"], line.variant.price, line.seen_price
    if now is None or seen is None:
        return None
    seen = round_money(seen, currency)
    return None if seen == round_money(now, currency) else seen
