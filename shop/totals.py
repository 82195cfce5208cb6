"""What an order comes to: the one place where prices, discount, shipping and tax are added up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from shop.money import NOTHING, allocate, round_money


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxRule:
    """A rate in percent, and whether it is a part of the price or comes on top."""

    percent: Decimal = NOTHING
    is_included: bool = True


NO_TAX = TaxRule()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """So many pieces at a price each, taxed by one rule."""

    unit_price: Decimal
    quantity: int
    tax: TaxRule = NO_TAX


@dataclass(frozen=True, slots=True, kw_only=True)
class Discount:
    """What a code takes off: a percentage or an amount of the goods, or the shipping."""

    percent: Decimal = NOTHING
    amount: Decimal = NOTHING
    is_shipping_free: bool = False


NO_DISCOUNT = Discount()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippingPrice:
    """A price, from which amount of goods on it is waived (None: never), and its tax."""

    price: Decimal = NOTHING
    free_from: Decimal | None = None
    tax: TaxRule = NO_TAX


NO_SHIPPING = ShippingPrice()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxLine:
    """What is taxed at one rate, and the tax on it."""

    percent: Decimal
    is_included: bool
    taxable: Decimal
    tax: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The sums of an order, each in whole units of its currency.

    `total = goods - discount + shipping + tax_added`; `discounts` has each item's share.
    """

    line_totals: tuple[Decimal, ...]
    discounts: tuple[Decimal, ...]
    goods: Decimal
    discount: Decimal
    shipping: Decimal
    taxes: tuple[TaxLine, ...]
    tax: Decimal
    tax_added: Decimal
    total: Decimal


def add_up(
    items: Sequence[Item],
    *,
    currency: str,
    discount: Discount = NO_DISCOUNT,
    shipping: ShippingPrice = NO_SHIPPING,
) -> Totals:
    """Return the totals of items.

    Prices are rounded by the piece, the discount is split over the lines without a remainder, and
    tax is computed once a rate on the sum of what it applies to (EN 16931, BR-CO-17), so that the
    invoice's own lines add up to its total.
    """
    line_totals = [round_money(each.unit_price, currency) * each.quantity for each in items]
    goods = sum(line_totals, NOTHING)
    off = discount_on(goods, discount, currency)
    shares = allocate(off, line_totals, currency)
    sending = shipping_on(goods - off, discount, shipping, currency)
    paid = [total - share for total, share in zip(line_totals, shares, strict=True)]
    rules = [each.tax for each in items]
    taxes = tax_lines([*zip(rules, paid, strict=True), (shipping.tax, sending)], currency)
    added = sum((each.tax for each in taxes if not each.is_included), NOTHING)
    return Totals(
        line_totals=tuple(line_totals),
        discounts=tuple(shares),
        goods=goods,
        discount=off,
        shipping=sending,
        taxes=taxes,
        tax=sum((each.tax for each in taxes), NOTHING),
        tax_added=added,
        total=goods - off + sending + added,
    )


def discount_on(goods: Decimal, discount: Discount, currency: str) -> Decimal:
    """Return what is taken off the goods, never more than they cost."""
    wanted = round_money(goods * discount.percent / 100 + discount.amount, currency)
    return min(wanted, goods)


def shipping_on(
    goods: Decimal, discount: Discount, shipping: ShippingPrice, currency: str
) -> Decimal:
    """Return what sending costs; the waiver looks at the goods after discounts."""
    is_waived = shipping.free_from is not None and goods >= shipping.free_from
    if discount.is_shipping_free or is_waived:
        return NOTHING
    return round_money(shipping.price, currency)


def tax_lines(taxed: Iterable[tuple[TaxRule, Decimal]], currency: str) -> tuple[TaxLine, ...]:
    """Return one line a rule that anything is taxed by, the highest rate first."""
    sums: dict[TaxRule, Decimal] = {}
    for rule, amount in taxed:
        sums[rule] = sums.get(rule, NOTHING) + amount
    rules = sorted(sums, key=lambda rule: (-rule.percent, rule.is_included))
    return tuple(
        TaxLine(
            percent=rule.percent,
            is_included=rule.is_included,
            taxable=sums[rule],
            tax=tax_on(sums[rule], rule, currency),
        )
        for rule in rules
        if rule.percent and sums[rule]
    )


def tax_on(amount: Decimal, rule: TaxRule, currency: str) -> Decimal:
    """Return the tax within an amount, or on top of it."""
    base = 100 + rule.percent if rule.is_included else Decimal(100)
    return round_money(amount * rule.percent / base, currency)
