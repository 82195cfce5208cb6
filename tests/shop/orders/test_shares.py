"""What of a total was paid for which pieces: however they go back, no cent is lost or won."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shop.models import Order, OrderLine
from shop.money import smallest_unit
from shop.services.orders.shares import paid_shares, share_of_pieces
from shop.totals import Discount, Item, ShippingPrice, TaxRule, add_up

RULES = [
    TaxRule(),
    *(TaxRule(percent=Decimal(p), is_included=i) for p in (5, 23) for i in (False, True)),
]


def bought(
    items: list[Item], currency: str, discount: Discount, shipping: ShippingPrice
) -> tuple[Order, list[OrderLine]]:
    """Return what the checkout would store, unsaved."""
    totals = add_up(items, currency=currency, discount=discount, shipping=shipping)
    order = Order(
        currency=currency,
        shipping_price=totals.shipping,
        tax_added=totals.tax_added,
        total=totals.total,
        taxes=[
            {
                "percent": str(each.percent),
                "is_included": each.is_included,
                "taxable": str(each.taxable),
                "tax": str(each.tax),
            }
            for each in totals.taxes
        ],
    )
    lines = [
        OrderLine(
            pk=number,
            unit_price=item.unit_price,
            quantity=item.quantity,
            discount=share,
            tax_percent=item.tax.percent,
            is_tax_included=item.tax.is_included,
        )
        for number, (item, share) in enumerate(zip(items, totals.discounts, strict=True))
    ]
    return order, lines


def test_added_tax_follows_what_it_was_added_to() -> None:
    standard = TaxRule(percent=Decimal(23), is_included=False)
    reduced = TaxRule(percent=Decimal(5), is_included=False)
    order, lines = bought(
        [
            Item(unit_price=Decimal("10.00"), quantity=3, tax=standard),
            Item(unit_price=Decimal("7.00"), quantity=1, tax=reduced),
        ],
        "EUR",
        Discount(percent=Decimal(10)),
        ShippingPrice(price=Decimal("4.90"), tax=standard),
    )
    # 27.00 + 23 % = 33.21; 6.30 + 5 % = 6.62 (0.315); 4.90 + 23 % = 6.03 (of 31.90: 7.34 in all)
    shares = paid_shares(order=order, lines=lines)
    assert dict(shares.by_line) == {0: Decimal("33.21"), 1: Decimal("6.62")}
    assert shares.shipping == Decimal("6.03")
    assert sum(shares.by_line.values()) + shares.shipping == order.total == Decimal("45.86")


def test_pieces_of_a_line_that_does_not_divide_take_turns() -> None:
    parts = [
        share_of_pieces(share=Decimal("10.00"), quantity=3, before=before, pieces=1, currency="EUR")
        for before in range(3)
    ]
    assert parts == [Decimal("3.33"), Decimal("3.34"), Decimal("3.33")]


@pytest.mark.parametrize("currency", ["JPY", "EUR", "KWD"])
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_piece_by_piece_and_the_shipping_are_the_total(currency: str, data: st.DataObject) -> None:
    unit = smallest_unit(currency)
    amounts = st.integers(0, 99_999).map(lambda units: units * unit)
    item = st.builds(
        Item, unit_price=amounts, quantity=st.integers(1, 9), tax=st.sampled_from(RULES)
    )
    items = data.draw(st.lists(item, min_size=1, max_size=5))
    percent = data.draw(st.integers(0, 100).map(Decimal))
    shipping = ShippingPrice(price=data.draw(amounts), tax=data.draw(st.sampled_from(RULES)))
    order, lines = bought(items, currency, Discount(percent=percent), shipping)
    shares = paid_shares(order=order, lines=lines)
    parts = [
        share_of_pieces(
            share=shares.by_line[line.pk],
            quantity=line.quantity,
            before=before,
            pieces=1,
            currency=currency,
        )
        for line in lines
        for before in range(line.quantity)
    ]
    assert sum(parts, shares.shipping) == order.total
    assert all(part >= 0 and part % unit == 0 for part in parts)
    assert shares.shipping >= 0
