"""An order is paid on a page of its own, another way where one fails, or not at all."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from shop.models import Order, Payment, Variant
from shop.services.orders.tokens import order_token
from tests.shop.views.buying.buyers import order_by, refusal
from tests.shop.views.buying.conftest import contents, put_in
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db
CARD = {"number": "4242 4242 4242 4242", "expiry": "12/40", "cvc": "123"}
DECLINED = {**CARD, "number": "4000 0000 0000 0002"}
CONFIRMS = {**CARD, "number": "4000 0000 0000 3220"}


@pytest.fixture
def waiting(client: Client, mug: Variant) -> Order:
    """Return an order of two mugs that waits for a card."""
    put_in(client, mug, 2)
    return order_by(client, payment_provider="card")


def path(order: Order, end: str = "") -> str:
    return f"/orders/{order_token(order)}/{end}"


def state_of(order: Order) -> tuple[str, str]:
    order.refresh_from_db()
    return order.status, order.payment_status


def test_the_page_says_what_and_until_when(client: Client, waiting: Order) -> None:
    page = client.get(path(waiting, "pay/"))

    assert page.status_code == 200
    assert Markup(page).texts("h1") == ["Pay €44.90"]
    assert waiting.expires_at is not None
    until = timezone.localtime(waiting.expires_at)
    assert (
        f"kept for you until {until:%H:%M}" in Markup(page).one("p", class_="pay-page__kept").text
    )
    assert [e.attributes["value"] for e in Markup(page).find("input", name="payment_provider")] == [
        "bank_transfer",
        "cash_on_delivery",
    ]
    assert "no-store" in page["Cache-Control"]


def test_a_card_pays(client: Client, waiting: Order) -> None:
    response = client.post(path(waiting, "pay/"), CARD, follow=True)

    assert response.redirect_chain == [(path(waiting), 303)]
    assert state_of(waiting) == ("placed", "paid")
    assert Markup(response).texts("h1") == ["Thank you. Your order is in."]
    assert "Thank you, your payment has arrived." in response.content.decode()
    assert client.get(path(waiting, "pay/"))["Location"] == path(waiting)


def test_a_declined_card_may_be_followed_by_another(client: Client, waiting: Order) -> None:
    response = client.post(path(waiting, "pay/"), DECLINED)
    assert response.status_code == 422
    assert refusal(response) == "The card was declined. Try another card."
    assert state_of(waiting) == ("pending", "unpaid")

    client.post(path(waiting, "pay/"), CARD)
    assert state_of(waiting) == ("placed", "paid")


def test_what_is_wrong_with_a_card_is_said_at_its_field(client: Client, waiting: Order) -> None:
    response = client.post(path(waiting, "pay/"), {**CARD, "expiry": "01/20"})

    assert response.status_code == 422
    assert len(Markup(response).texts("p", id="card-expiry-error")) == 1
    assert "value" not in Markup(response).one("input", id="card-number").attributes
    assert state_of(waiting) == ("pending", "unpaid")


def test_a_confirmation_leads_back_to_the_shop(client: Client, waiting: Order) -> None:
    response = client.post(path(waiting, "pay/"), CONFIRMS)
    assert response["Location"].startswith("http://testserver" + path(waiting, "pay/?confirm="))

    address = response["Location"].removeprefix("http://testserver")
    page = Markup(client.get(address))
    confirm = page.one("input", name="confirm").attributes["value"]
    client.post(address, {"confirm": confirm, "answer": "yes"})
    assert state_of(waiting) == ("placed", "paid")


def test_a_transfer_instead_places_the_order(client: Client, waiting: Order) -> None:
    response = client.post(
        path(waiting, "payment/"), {"payment_provider": "bank_transfer"}, follow=True
    )

    assert response.redirect_chain[-1] == (path(waiting), 303)
    assert state_of(waiting) == ("placed", "unpaid")
    assert waiting.expires_at is None
    page = Markup(response).one("section", class_="to-pay").text
    assert "Amount€44.90" in page
    assert f"Payment reference{waiting.number}" in page
    states = dict(waiting.payments.values_list("provider", "state"))
    assert states == {"card": "cancelled", "bank_transfer": "pending"}


@pytest.mark.parametrize("code", ["", "stripe", "card", "x" * 500])
def test_a_way_that_is_not_offered_changes_nothing(
    client: Client, waiting: Order, code: str
) -> None:
    response = client.post(path(waiting, "payment/"), {"payment_provider": code}, follow=True)

    assert "This way of paying is not offered for this order" in response.content.decode()
    assert state_of(waiting) == ("pending", "unpaid")
    assert waiting.payment_provider == "card"


def test_what_was_paid_meanwhile_counts(
    client: Client, waiting: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    from shop.payments.base import PaymentState
    from shop.payments.fake import ledger

    ledger.settle(waiting.payments.get().reference, PaymentState.PAID)
    client.post(path(waiting, "payment/"), {"payment_provider": "bank_transfer"})

    assert state_of(waiting) == ("placed", "paid")
    assert waiting.payment_provider == "card"


def test_what_ran_out_is_put_back_into_the_cart(
    client: Client, waiting: Order, mug: Variant
) -> None:
    Order.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert client.get(path(waiting, "pay/"))["Location"] == path(waiting)
    page = client.get(path(waiting))
    assert "It was not paid in time" in Markup(page).texts("h2")
    assert Markup(page).one("span", class_="state").text == "Not paid in time"
    response = client.post(path(waiting, "again/"), follow=True)
    assert response.redirect_chain[-1] == ("/cart/", 303)
    assert contents(client) == {"Mug": (2, False)}
    assert state_of(waiting) == ("cancelled", "unpaid")
    mug.refresh_from_db()
    assert mug.stock == 10


def test_nothing_is_paid_after_the_time_ran_out(client: Client, waiting: Order) -> None:
    Order.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    client.post(path(waiting, "pay/"), CARD)
    client.post(path(waiting, "payment/"), {"payment_provider": "bank_transfer"})

    assert state_of(waiting) == ("pending", "unpaid")
    assert Payment.objects.get().state == "pending"


def test_only_the_pay_page_lets_its_provider_in(
    client: Client, waiting: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "shop.payments.fake.FakeCard.script_origins", ("https://pay.example",), raising=False
    )

    policy = client.get(path(waiting, "pay/"))["Content-Security-Policy"]
    assert re.search(r"script-src 'self' https://pay\.example(;|$)", policy)
    elsewhere = [client.get(each) for each in (path(waiting), "/cart/", "/checkout/", "/")]
    assert not any("pay.example" in each["Content-Security-Policy"] for each in elsewhere)


@pytest.mark.parametrize("end", ["", "pay/", "cancel/", "return/", "invoice/"])
@pytest.mark.parametrize("forged", ["{number}", "{number}:x", "{other}", "x" * 300, "%00"])
def test_a_number_alone_opens_nothing(
    client: Client, waiting: Order, end: str, forged: str
) -> None:
    signature = order_token(waiting).partition(":")[2]
    token = forged.format(number=waiting.number, other=f"2222-2222:{signature}")

    assert client.get(f"/orders/{token}/{end}").status_code == 404


def test_an_order_is_cancelled_after_a_question(
    client: Client, waiting: Order, mug: Variant
) -> None:
    assert Markup(client.get(path(waiting, "cancel/"))).texts("h1") == ["Cancel this order?"]
    assert state_of(waiting) == ("pending", "unpaid")

    response = client.post(path(waiting, "cancel/"), follow=True)
    assert "Your order is cancelled." in response.content.decode()
    assert state_of(waiting) == ("cancelled", "unpaid")
    mug.refresh_from_db()
    assert mug.stock == 10
    assert client.get(path(waiting, "cancel/"))["Location"] == path(waiting)
    assert waiting.total == Decimal("44.900")
