"""What a cart comes to now, from the database's own prices, rates and codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings

from shop.models import Cart, CartLine, Product, ShippingRate, TaxRate, Variant
from shop.money import round_money
from shop.services.coupons import CouponOutcome, look_up_coupon
from shop.totals import NO_SHIPPING, NO_TAX, Item, ShippingPrice, TaxLine, TaxRule, Totals, add_up


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    """A line of a cart with its price of now; a problem says why it cannot be bought like this."""

    line_id: int
    variant_id: int
    product_id: int
    sku: str
    title: str
    options: str
    unit_price: Decimal
    quantity: int
    total: Decimal
    discount: Decimal
    tax: TaxRule
    weight_g: int
    available: int | None
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippingOption:
    """A way to send the cart, at its price for this cart."""

    code: str
    name: str
    description: str
    price: Decimal
    days_min: int
    days_max: int
    is_chosen: bool
    # What is missing until it costs nothing; None where it never does, 0 where it does now.
    free_in: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Everything a shopper is shown before an order, and everything an order is made of."""

    currency: str
    country: str
    lines: tuple[QuoteLine, ...]
    coupon: CouponOutcome
    shipping_options: tuple[ShippingOption, ...]
    goods_total: Decimal
    discount_total: Decimal
    shipping_price: Decimal
    taxes: tuple[TaxLine, ...]
    tax_total: Decimal
    tax_added: Decimal
    total: Decimal
    weight_g: int

    @property
    def shipping(self) -> ShippingOption | None:
        """The chosen way of shipping, None while there is none for the country."""
        return next((each for each in self.shipping_options if each.is_chosen), None)

    @property
    def pieces(self) -> int:
        """How many pieces the cart holds."""
        return sum(line.quantity for line in self.lines)

    @property
    def problems(self) -> list[str]:
        """What keeps the cart from being bought, line by line."""
        return [f"{line.title}: {line.problem}" for line in self.lines if line.problem]

    @property
    def is_buyable(self) -> bool:
        """Whether an order could be placed like this."""
        return bool(self.lines) and not self.problems and self.shipping is not None


def quote_cart(*, cart: Cart, country: str = "", method: str = "", email: str = "") -> Quote:
    """Return what the cart comes to; without a country, that of the cart or the shop's own.

    A fixed number of queries, whatever the cart holds.
    """
    lines = list(cart.lines.to_buy().select_related("variant__product__tax_class"))
    country = country or cart.country or settings.SHOP["COUNTRY"]
    wanted = method or (cart.shipping_method.code if cart.shipping_method else "")
    return quote_lines(
        lines=lines, country=country, method=wanted, coupon_code=cart.coupon_code, email=email
    )


def quote_lines(
    *, lines: Sequence[CartLine], country: str, method: str, coupon_code: str, email: str = ""
) -> Quote:
    """Return what lines come to, sent to a country; read with their variants and products."""
    currency: str = settings.SHOP["CURRENCY"]
    rules = read_tax_rules(country)
    items = [item_of(line, rules, currency) for line in lines]
    goods = sum((item.unit_price * item.quantity for item in items), Decimal(0))
    coupon = look_up_coupon(code=coupon_code, goods=goods, email=email)
    weight = sum((line.variant.weight_g or 0) * line.quantity for line in lines)
    rates = list(ShippingRate.objects.offered(country=country, weight_g=weight))
    chosen = next((rate for rate in rates if rate.method.code == method), next(iter(rates), None))

    def totals_with(rate: ShippingRate | None) -> Totals:
        price = shipping_price_of(rate, rules)
        return add_up(items, currency=currency, discount=coupon.discount, shipping=price)

    totals = totals_with(chosen)
    left = totals.goods - totals.discount
    return Quote(
        currency=currency,
        country=country,
        lines=tuple(
            quote_line(line, item, total, share)
            for line, item, total, share in zip(
                lines, items, totals.line_totals, totals.discounts, strict=True
            )
        ),
        coupon=coupon,
        shipping_options=tuple(
            shipping_option(rate, totals_with(rate).shipping, left, is_chosen=rate is chosen)
            for rate in rates
        ),
        goods_total=totals.goods,
        discount_total=totals.discount,
        shipping_price=totals.shipping,
        taxes=totals.taxes,
        tax_total=totals.tax,
        tax_added=totals.tax_added,
        total=totals.total,
        weight_g=weight,
    )


def read_tax_rules(country: str) -> dict[int | None, TaxRule]:
    """Return {tax class id: rule} of a country; None stands for the default class."""
    rates = TaxRate.objects.filter(country_id=country).select_related("tax_class")
    rules: dict[int | None, TaxRule] = {}
    for rate in rates:
        rule = TaxRule(percent=rate.percent, is_included=rate.is_included)
        rules[rate.tax_class_id] = rule
        if rate.tax_class.is_default:
            rules[None] = rule
    return rules


def item_of(line: CartLine, rules: dict[int | None, TaxRule], currency: str) -> Item:
    """Return a line for the totals; what has no price counts as nothing until it is removed."""
    price = line.variant.price if line.variant.price is not None else Decimal(0)
    return Item(
        unit_price=round_money(price, currency),
        quantity=line.quantity,
        tax=rules.get(line.variant.product.tax_class_id, NO_TAX),
    )


def shipping_price_of(rate: ShippingRate | None, rules: dict[int | None, TaxRule]) -> ShippingPrice:
    """Return a rate for the totals; shipping is taxed as the default class is."""
    if rate is None:
        return NO_SHIPPING
    return ShippingPrice(price=rate.price, free_from=rate.free_from, tax=rules.get(None, NO_TAX))


def quote_line(line: CartLine, item: Item, total: Decimal, share: Decimal) -> QuoteLine:
    """Return a line as it is shown and bought."""
    variant = line.variant
    return QuoteLine(
        line_id=line.pk,
        variant_id=variant.pk,
        product_id=variant.product_id,
        sku=variant.sku,
        title=variant.product.title,
        options=variant.option_text,
        unit_price=item.unit_price,
        quantity=line.quantity,
        total=total,
        discount=share,
        tax=item.tax,
        weight_g=variant.weight_g or 0,
        available=None if variant.allow_backorder else variant.stock,
        problem=problem_of(variant, line.quantity),
    )


def problem_of(variant: Variant, quantity: int) -> str:
    """Return why so many pieces of a variant cannot be bought now, or nothing."""
    if variant.product.status != Product.Status.ACTIVE or variant.price is None:
        return "It is not for sale any more."
    if variant.allow_backorder or variant.stock >= quantity:
        return ""
    if variant.stock == 0:
        return "It has sold out."
    return f"Only {variant.stock} left."


def shipping_option(
    rate: ShippingRate, price: Decimal, goods: Decimal, *, is_chosen: bool
) -> ShippingOption:
    """Return a rate as an option for goods of this value (after discounts)."""
    free_in = None if rate.free_from is None else max(rate.free_from - goods, Decimal(0))
    return ShippingOption(
        code=rate.method.code,
        name=rate.method.name,
        description=rate.method.description,
        price=price,
        days_min=rate.days_min,
        days_max=rate.days_max,
        is_chosen=is_chosen,
        free_in=free_in,
    )
