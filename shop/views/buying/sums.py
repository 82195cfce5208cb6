"""What a cart or an order comes to, line by line, as shoppers read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from shop.amounts import format_amount
from shop.models import Order
from shop.services.quotes import Quote
from shop.totals import TaxLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """One row above the total: what it is for, the amount in words, and a key for styles."""

    kind: str
    label: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """The rows, the total, and what of the total is tax."""

    rows: tuple[Sum, ...]
    total: str
    notes: tuple[str, ...]


def sums_of_quote(quote: Quote) -> Sums:
    """Return the sums of a cart; without a way of shipping the row for it says so."""
    shipping = quote.shipping
    return _sums(
        goods=quote.goods_total,
        discount=quote.discount_total,
        code=quote.coupon.code if quote.coupon.is_applied else "",
        shipping=quote.shipping_price if shipping else None,
        shipping_name=shipping.name if shipping else "",
        taxes=quote.taxes,
        total=quote.total,
        currency=quote.currency,
    )


def sums_of_order(order: Order) -> Sums:
    """Return the sums of an order, as it was bought."""
    return _sums(
        goods=order.goods_total,
        discount=order.discount_total,
        code=order.coupon_code,
        shipping=order.shipping_price,
        shipping_name=order.shipping_name,
        taxes=taxes_of_order(order),
        total=order.total,
        currency=order.currency,
    )


def taxes_of_order(order: Order) -> list[TaxLine]:
    """Return the tax lines that an order keeps as text."""
    return [
        TaxLine(
            percent=Decimal(row["percent"]),
            is_included=row["is_included"],
            taxable=Decimal(row["taxable"]),
            tax=Decimal(row["tax"]),
        )
        for row in order.taxes
    ]


def percent_words(percent: Decimal) -> str:
    """Return a rate as in "25.5 %"."""
    return f"{percent.normalize():f} %"


def _sums(
    *,
    goods: Decimal,
    discount: Decimal,
    code: str,
    shipping: Decimal | None,
    shipping_name: str,
    taxes: Iterable[TaxLine],
    total: Decimal,
    currency: str,
) -> Sums:
    taxes = list(taxes)
    rows = [Sum(kind="goods", label="Goods", amount=format_amount(goods, currency))]
    if discount:
        label = f"Code {code}" if code else "Discount"
        rows.append(
            Sum(kind="discount", label=label, amount=f"−{format_amount(discount, currency)}")
        )
    rows.append(_shipping_row(shipping, shipping_name, currency))
    rows += [
        Sum(
            kind="tax",
            label=f"VAT at {percent_words(each.percent)}",
            amount=format_amount(each.tax, currency),
        )
        for each in taxes
        if not each.is_included
    ]
    notes = tuple(
        f"including {format_amount(each.tax, currency)} VAT at {percent_words(each.percent)}"
        for each in taxes
        if each.is_included
    )
    return Sums(rows=tuple(rows), total=format_amount(total, currency), notes=notes)


def _shipping_row(price: Decimal | None, name: str, currency: str) -> Sum:
    label = name or "Shipping"
    if price is None:
        return Sum(kind="shipping", label=label, amount="not there")
    return Sum(
        kind="shipping", label=label, amount=format_amount(price, currency) if price else "Free"
    )
