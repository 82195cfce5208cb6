"""What letters about orders say."""

from decimal import Decimal
from typing import Any

import pytest

from shop.models import Order, OrderEvent, OutgoingEmail, Product, Variant
from shop.services.orders.cancel import cancel_order
from shop.services.orders.details import PostalDetails
from shop.services.orders.letters import order_url
from shop.services.orders.tokens import find_order_by_token, order_token
from shop.services.payments import mark_paid_by_hand
from tests.factories.shop import CouponFactory, TaxRateFactory, UserFactory
from tests.shop.orders.shop import place, variant_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipping")]


def letter(template: str) -> OutgoingEmail:
    return OutgoingEmail.objects.get(key__endswith=f":{template}")


def test_an_order_is_told_with_lines_totals_taxes_and_addresses() -> None:
    variant = variant_of("12.50")
    Product.objects.update(title="Mugs & <b>more</b>")
    Variant.objects.update(option1="Moss")
    billing = PostalDetails(name="Moor Ltd", line1="2 Bridge Road", city="Cork", country="IE")
    order = place(
        (variant, 2), provider="bank_transfer", coupon=CouponFactory().code, billing=billing
    )
    told = letter("order_placed")
    assert (told.to, told.subject) == ("ada@example.com", f"Your order {order.number}")
    for words in (
        "2 × Mugs & <b>more</b>, Moss\n    €12.50 each, €25.00\n",
        f"Discount ({order.coupon_code}): −€2.50\n",
        "Shipping (Standard): €4.90\nTotal: €27.40\n(including €5.12 VAT at 23 %)\n",
        "GOES TO\n\nAda Moor\n1 Quay Street\nH91 X2Y3 Galway\nIreland\n",
        "INVOICE TO\n\nMoor Ltd\n2 Bridge Road\nCork\nIreland\n",
        "Amount: €27.40\n",
        f"Payment reference: {order.number}\n",
        f"See your order: {order_url(order=order)}\n",
    ):
        assert words in told.text
    assert "&amp;" not in told.text
    assert "\n\n\n" not in told.text
    for words in ("Mugs &amp; &lt;b&gt;more&lt;/b&gt;", "€25.00", "€27.40", "Moor Ltd", "Moss"):
        assert words in told.html
    assert order_url(order=order) in told.html
    assert "<b>more" not in told.html


def test_tax_that_comes_on_top_stands_among_the_sums() -> None:
    rate = TaxRateFactory(of="books", percent=Decimal(10), is_included=False)
    variant = variant_of("10.00")
    Product.objects.update(tax_class=rate.tax_class)
    place((variant, 1), provider="bank_transfer")
    text = letter("order_placed").text
    assert "VAT at 10 %: €1.00\nTotal: €15.90\n(including €0.92 VAT at 23 %)\n" in text


def test_an_order_in_another_currency_is_told_in_its_own(settings: Any) -> None:
    settings.SHOP = {**settings.SHOP, "CURRENCY": "JPY"}
    order = place((variant_of("1200"), 1), provider="bank_transfer")
    settings.SHOP = {**settings.SHOP, "CURRENCY": "EUR"}
    mark_paid_by_hand(order=order, actor=UserFactory(staff=True))
    assert "\nTotal: JP¥1,205\n" in letter("order_paid").text


def test_only_an_order_that_is_still_to_be_paid_says_how() -> None:
    order = place((variant_of(), 1), provider="bank_transfer")
    assert "IBAN" in letter("order_placed").text
    mark_paid_by_hand(order=order, actor=UserFactory(staff=True))
    assert "IBAN" not in letter("order_paid").text


def test_a_link_leads_to_its_order_and_no_other_does() -> None:
    order, other = place((variant_of(), 1)), place((variant_of(), 1))
    token = order_token(order)
    assert find_order_by_token(token) == order
    number, signature = token.split(":")
    assert number == order.number
    for forged in ("", order.number, f"{other.number}:{signature}", token[:-1], f"{token}x", "a:b"):
        assert find_order_by_token(forged) is None


def test_links_lead_to_the_address_of_the_site(settings: Any) -> None:
    settings.SHOP = {**settings.SHOP, "SITE_URL": "https://shop.example"}
    order = place((variant_of(), 1), provider="bank_transfer")
    assert order_url(order=order).startswith("https://shop.example/")
    assert "127.0.0.1" not in letter("order_placed").html + letter("order_placed").text


def test_an_address_that_is_none_keeps_nobody_from_cancelling() -> None:
    order = place((variant_of(), 1))
    Order.objects.update(email="nobody")
    cancel_order(order=order)
    assert order.status == "cancelled"
    note = order.events.get(kind=OrderEvent.Kind.NOTE)
    assert (note.is_public, note.text.split(":")[0]) == (
        False,
        "No letter could be written to 'nobody'",
    )
    assert not OutgoingEmail.objects.exists()
