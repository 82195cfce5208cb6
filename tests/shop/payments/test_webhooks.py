"""Webhooks: a message counts when it was signed, just now, with the right secret, as it stands."""

import time
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from shop.exceptions import InvalidWebhook
from shop.payments.base import PaymentNews, PaymentState
from tests.shop.payments.factories import payment_request
from tests.shop.payments.tills import Till

NOON = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def reference(till: Till) -> str:
    return till.provider.start(payment_request()).reference


def test_who_sends_no_messages_believes_none(till: Till) -> None:
    if till.provider.sends_webhooks:
        pytest.skip(f"{till.provider.code} sends messages")

    with pytest.raises(InvalidWebhook, match="sends no messages"):
        till.provider.read_webhook(body=b"{}", headers={})


@pytest.mark.needs("webhooks")
@pytest.mark.parametrize("state", [PaymentState.PAID, PaymentState.FAILED, PaymentState.CANCELLED])
def test_a_signed_message_is_read_as_often_as_it_comes(
    till: Till, reference: str, state: PaymentState
) -> None:
    body = till.message(reference, state)
    expected = PaymentNews(
        event_id="event-1",
        reference=reference,
        state=state,
        amount=Decimal("49.90"),
        currency="EUR",
        occurred_at=NOON,
    )

    for _ in range(2):
        assert till.provider.read_webhook(body=body, headers=till.sign(body)) == expected


@pytest.mark.needs("webhooks")
def test_the_case_of_a_headers_name_does_not_matter(till: Till, reference: str) -> None:
    body = till.message(reference, PaymentState.PAID)
    headers = {name.upper(): value for name, value in till.sign(body).items()}

    assert till.provider.read_webhook(body=body, headers=headers)


@pytest.mark.needs("webhooks")
def test_a_message_that_changes_nothing_is_no_news(till: Till, reference: str) -> None:
    body = till.message(reference, PaymentState.PENDING)

    assert till.provider.read_webhook(body=body, headers=till.sign(body)) is None


def refuse(till: Till, body: bytes, headers: dict[str, str]) -> None:
    with pytest.raises(InvalidWebhook):
        till.provider.read_webhook(body=body, headers=headers)


@pytest.mark.needs("webhooks")
def test_a_message_signed_with_another_secret_is_refused(till: Till, reference: str) -> None:
    body = till.message(reference, PaymentState.PAID)

    refuse(till, body, till.sign(body, secret="whsec_guessed"))
    refuse(till, body, till.sign(body, secret=""))
    assert till.provider.read_webhook(body=body, headers=till.sign(body))  # the control


@pytest.mark.needs("webhooks")
def test_an_altered_message_is_refused(till: Till, reference: str) -> None:
    body = till.message(reference, PaymentState.FAILED)
    headers = till.sign(body)
    raised = body.replace(b"4990", b"9999").replace(b"49.90", b"99.99")
    assert raised != body

    refuse(till, raised, headers)
    refuse(till, body + b" ", headers)
    assert till.provider.read_webhook(body=body, headers=headers)  # the control
    assert till.provider.read_webhook(body=raised, headers=till.sign(raised))  # it can be read


@pytest.mark.needs("webhooks")
def test_an_old_message_is_refused(till: Till, reference: str) -> None:
    body = till.message(reference, PaymentState.PAID)
    now = int(time.time())

    refuse(till, body, till.sign(body, at=now - 310))
    assert till.provider.read_webhook(body=body, headers=till.sign(body, at=now - 290))


@pytest.mark.needs("webhooks")
def test_an_old_message_cannot_be_dated_anew(till: Till, reference: str) -> None:
    """The time is signed as well: a recorded message cannot be given a new one."""
    body = till.message(reference, PaymentState.PAID)
    now = int(time.time())
    ((name, value),) = till.sign(body, at=now - 3600).items()

    refuse(till, body, {name: value.replace(f"t={now - 3600}", f"t={now}")})


BROKEN = ["", "t=,v1=", "v1=abc", "t=1", "t=x,v1=y", "nonsense", "t=1,v1=ü", "t=٣,v1=" + "0" * 64]


@pytest.mark.needs("webhooks")
def test_a_broken_signature_is_refused(till: Till, reference: str) -> None:
    body = till.message(reference, PaymentState.PAID)
    (name,) = till.sign(body)

    refuse(till, body, {})
    for value in BROKEN:
        refuse(till, body, {name: value})


NO_AMOUNT = '"currency": "EUR", "event_id": "1", "reference": "x", "state": "paid"'
UNREADABLE = [
    *("", "{", "[]", '"paid"', "{}", "null", "1e999"),
    '{"type": "payment_intent.succeeded"}',
    '{"type": "payment_intent.succeeded", "data": {"object": []}}',
    f'{{{NO_AMOUNT}, "amount": "NaN", "occurred_at": "2026-05-01T12:00:00+00:00"}}',
    f'{{{NO_AMOUNT}, "amount": "1", "occurred_at": "2026-05-01T12:00:00"}}',
]


@pytest.mark.needs("webhooks")
def test_a_signed_message_that_cannot_be_read_is_refused(till: Till) -> None:
    for body in [b"\xff\xfe", *(text.encode() for text in UNREADABLE)]:
        refuse(till, body, till.sign(body))
