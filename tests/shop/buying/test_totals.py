"""What an order comes to, to the cent."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from shop.money import smallest_unit
from shop.totals import Discount, Item, ShippingPrice, TaxLine, TaxRule, add_up

IRISH = TaxRule(percent=Decimal(23))
REDUCED = TaxRule(percent=Decimal("13.5"))
ON_TOP = TaxRule(percent=Decimal("8.875"), is_included=False)


def item(price: str, quantity: int = 1, tax: TaxRule = IRISH) -> Item:
    return Item(unit_price=Decimal(price), quantity=quantity, tax=tax)


def test_included_tax_is_a_part_of_what_is_paid() -> None:
    totals = add_up(
        [item("49.90", 2), item("9.50", tax=REDUCED)],
        currency="EUR",
        shipping=ShippingPrice(price=Decimal("4.90"), free_from=Decimal(150), tax=IRISH),
    )
    assert totals.line_totals == (Decimal("99.80"), Decimal("9.50"))
    assert (totals.goods, totals.shipping, totals.total) == (
        Decimal("109.30"),
        Decimal("4.90"),
        Decimal("114.20"),
    )
    assert totals.taxes == (
        TaxLine(
            percent=Decimal(23), is_included=True, taxable=Decimal("104.70"), tax=Decimal("19.58")
        ),
        TaxLine(
            percent=Decimal("13.5"), is_included=True, taxable=Decimal("9.50"), tax=Decimal("1.13")
        ),
    )
    assert totals.tax == Decimal("20.71")
    assert totals.tax_added == 0


def test_added_tax_comes_on_top_once_a_rate_and_not_once_a_line() -> None:
    totals = add_up([item("0.05", tax=ON_TOP) for _ in range(3)], currency="EUR")
    # By the line it would be nothing three times over.
    assert totals.tax_added == Decimal("0.01")
    assert totals.total == Decimal("0.16")


def test_a_discount_is_shared_out_and_lowers_the_tax() -> None:
    totals = add_up(
        [item("10.00"), item("10.00"), item("10.00")],
        currency="EUR",
        discount=Discount(amount=Decimal("10.00")),
    )
    assert totals.discounts == (Decimal("3.34"), Decimal("3.33"), Decimal("3.33"))
    assert totals.taxes[0].taxable == Decimal("20.00")
    assert totals.tax == Decimal("3.74")


def test_a_discount_never_exceeds_the_goods() -> None:
    totals = add_up([item("3.00")], currency="EUR", discount=Discount(amount=Decimal(50)))
    assert totals.discount == Decimal("3.00")
    assert totals.total == 0


def test_the_waiver_of_shipping_looks_at_goods_after_discounts() -> None:
    shipping = ShippingPrice(price=Decimal("4.90"), free_from=Decimal(60))
    ten_off = Discount(percent=Decimal(10))
    assert add_up([item("60")], currency="EUR", shipping=shipping).shipping == 0
    reduced = add_up([item("60")], currency="EUR", shipping=shipping, discount=ten_off)
    assert reduced.shipping == Decimal("4.90")


def test_a_code_can_waive_shipping() -> None:
    shipping = ShippingPrice(price=Decimal("4.90"))
    free = add_up(
        [item("1")], currency="EUR", shipping=shipping, discount=Discount(is_shipping_free=True)
    )
    assert free.total == 1


def test_a_currency_without_cents_is_rounded_by_the_piece() -> None:
    totals = add_up([item("99.5", 3)], currency="JPY")
    assert totals.line_totals == (Decimal(300),)


prices = st.decimals(0, 5000, places=3, allow_nan=False)
rules = st.builds(
    TaxRule, percent=st.decimals(0, 30, places=2, allow_nan=False), is_included=st.booleans()
)
items = st.lists(
    st.builds(Item, unit_price=prices, quantity=st.integers(1, 99), tax=rules),
    min_size=1,
    max_size=12,
)
discounts = st.builds(
    Discount,
    percent=st.decimals(0, 100, places=2, allow_nan=False),
    amount=st.decimals(0, 300, places=2, allow_nan=False),
    is_shipping_free=st.booleans(),
)


@settings(max_examples=300)
@given(
    items=items,
    discount=discounts,
    price=prices,
    tax=rules,
    currency=st.sampled_from(["JPY", "EUR", "KWD"]),
)
def test_every_sum_is_whole_units_and_adds_up(
    items: list[Item], discount: Discount, price: Decimal, tax: TaxRule, currency: str
) -> None:
    shipping = ShippingPrice(price=price, tax=tax)
    totals = add_up(items, currency=currency, discount=discount, shipping=shipping)
    unit = smallest_unit(currency)
    sums = [
        *(totals.goods, totals.discount, totals.shipping, totals.tax, totals.tax_added),
        *(totals.total, *totals.discounts, *totals.line_totals),
    ]
    assert all(each == each.quantize(unit) for each in sums)
    assert sum(totals.discounts) == totals.discount <= totals.goods == sum(totals.line_totals)
    assert 0 <= totals.tax_added <= totals.tax
    assert totals.total == totals.goods - totals.discount + totals.shipping + totals.tax_added
    assert totals.total >= 0
