"""Messages of payment providers as they come in by HTTP."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from shop.exceptions import ShopBusy
from shop.models import Order, Payment
from shop.payments.base import PaymentNews, PaymentState
from shop.payments.fake.provider import FakeCard
from shop.payments.registry import get_provider
from shop.services.payments import start_payment
from shop.views import payments as views
from tests.shop.orders.shop import HOME, everything, place, variant_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipping")]
PATH = "/payments/card/webhook/"


@pytest.fixture
def order() -> Order:
    """Return an order whose payment was begun."""
    order = place((variant_of(), 1))
    start_payment(order=order, return_url=HOME)
    return order


def news_of(order: Order, payment: Payment | None = None, **changes: Any) -> PaymentNews:
    payment = payment or order.payments.get()
    values = {
        "event_id": "evt-1",
        "reference": payment.reference,
        "state": PaymentState.PAID,
        "amount": payment.amount,
        "currency": payment.currency,
        "occurred_at": timezone.now(),
        **changes,
    }
    return PaymentNews(**values)


def tell(news: PaymentNews, *, at: int | None = None, spoil: bytes = b"") -> Any:
    """Post a message as the provider signs it, or spoiled on its way."""
    provider = get_provider("card")
    assert isinstance(provider, FakeCard)
    body, headers = provider.write_webhook(news, at=at)
    # The token is checked for real: providers have none.
    client = Client(enforce_csrf_checks=True)
    return client.post(
        PATH,
        body + spoil,
        content_type="application/json",
        headers=headers,
    )


def test_a_signed_message_is_applied_and_a_repeated_one_changes_nothing(order: Order) -> None:
    assert tell(news_of(order)).status_code == 200
    order.refresh_from_db()
    assert (order.status, order.payment_status) == ("placed", "paid")
    before = everything(order)
    assert tell(news_of(order)).status_code == 200
    assert tell(news_of(order, event_id="evt-2")).status_code == 200
    assert everything(order) == before


def test_a_forged_an_altered_and_a_stale_message_are_refused(order: Order) -> None:
    before = everything(order)
    old = int((timezone.now() - timedelta(minutes=10)).timestamp())
    assert tell(news_of(order), spoil=b" ").status_code == 400
    assert tell(news_of(order), at=old).status_code == 400
    answer = Client().post(PATH, b'{"state": "paid"}', content_type="application/json")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "text/plain"
    assert everything(order) == before


def test_a_message_about_another_amount_is_understood_and_confirms_nothing(order: Order) -> None:
    assert tell(news_of(order, amount=Decimal("0.01"))).status_code == 200
    order.refresh_from_db()
    assert (order.status, order.payment_status) == ("pending", "unpaid")


def test_a_message_about_an_unknown_payment_is_left_alone(order: Order) -> None:
    before = everything(order)
    assert tell(news_of(order, reference="somebody-elses")).status_code == 200
    assert everything(order) == before


def test_an_unknown_provider_and_a_get_are_refused() -> None:
    assert Client().post("/payments/nobody/webhook/").status_code == 404
    assert Client().get(PATH).status_code == 405


def test_the_provider_is_asked_to_come_again_when_the_order_is_being_worked_on(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(**_: Any) -> None:
        raise ShopBusy

    monkeypatch.setattr(views, "apply_payment_news", busy)
    assert tell(news_of(order)).status_code == 503
