"""The card for trying: what each test number does, by which steps, and what is remembered."""

from dataclasses import replace
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from redis.exceptions import ConnectionError as NoCache

from shop.exceptions import PaymentDeclined, PaymentError, PaymentUnavailable
from shop.payments.base import PaymentStart, PaymentState
from shop.payments.fake import FakeCard
from tests.shop.payments.factories import (
    CONFIRMS,
    DECLINED,
    NO_MONEY,
    PAYS,
    card,
    payment_request,
)


@pytest.fixture
def provider() -> FakeCard:
    return FakeCard(code="card")


def submit(provider: FakeCard, **data: str) -> PaymentStart:
    request = payment_request()
    return provider.submit(reference=provider.start(request).reference, data=data, request=request)


def state(provider: FakeCard) -> PaymentState:
    return provider.look_up(provider.start(payment_request()).reference).state


@pytest.mark.parametrize("number", [PAYS, PAYS.replace(" ", ""), PAYS.replace(" ", "-")])
def test_the_paying_number_pays_however_it_is_typed(provider: FakeCard, number: str) -> None:
    assert submit(provider, **card(number)).state is PaymentState.PAID
    assert state(provider) is PaymentState.PAID


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (DECLINED, "The card was declined. Try another card."),
        (NO_MONEY, "There is not enough money on this card. Try another card."),
    ],
)
def test_a_declined_number_says_why_and_charges_nothing(
    provider: FakeCard, number: str, message: str
) -> None:
    with pytest.raises(PaymentDeclined) as refused:
        submit(provider, **card(number))

    assert (str(refused.value), refused.value.fields) == (message, {})
    assert state(provider) is PaymentState.PENDING
    assert submit(provider, **card()).state is PaymentState.PAID  # another card may follow


def test_a_real_card_does_nothing(provider: FakeCard) -> None:
    with pytest.raises(PaymentDeclined) as refused:
        submit(provider, **card("5555 5555 5555 4444"))

    assert refused.value.fields == {
        "number": "No real card works here: take one of the test numbers."
    }
    assert state(provider) is PaymentState.PENDING


def confirmation(provider: FakeCard) -> str:
    asked = submit(provider, **card(CONFIRMS))
    assert asked.state is PaymentState.PENDING
    assert asked.redirect_url.startswith("https://shop.example/checkout/VT-1001/pay/?confirm=")
    (token,) = parse_qs(urlsplit(asked.redirect_url).query)["confirm"]
    return token


def test_the_confirming_number_asks_again_and_then_pays(provider: FakeCard) -> None:
    token = confirmation(provider)
    assert state(provider) is PaymentState.PENDING

    assert submit(provider, confirm=token, answer="yes").state is PaymentState.PAID


def test_a_confirmation_that_is_not_given_charges_nothing(provider: FakeCard) -> None:
    token = confirmation(provider)

    with pytest.raises(PaymentDeclined, match="not confirmed; nothing was charged"):
        submit(provider, confirm=token, answer="no")

    assert state(provider) is PaymentState.PENDING


def test_a_query_of_the_return_address_is_kept(provider: FakeCard) -> None:
    request = payment_request(return_url="https://shop.example/pay/?lang=en#form")
    reference = provider.start(request).reference

    asked = provider.submit(reference=reference, data=card(CONFIRMS), request=request)

    assert asked.redirect_url.startswith("https://shop.example/pay/?lang=en&confirm=")
    assert asked.redirect_url.endswith("#form")


@pytest.mark.parametrize("token", ["", "made:up:token"])
def test_a_made_up_confirmation_pays_nothing(provider: FakeCard, token: str) -> None:
    with pytest.raises(PaymentDeclined, match="Enter the card again"):
        submit(provider, confirm=token, answer="yes")

    assert state(provider) is PaymentState.PENDING


def test_a_confirmation_of_another_payment_pays_nothing(provider: FakeCard) -> None:
    token = confirmation(provider)
    request = payment_request(order_number="VT-2002", idempotency_key="two")
    reference = provider.start(request).reference

    with pytest.raises(PaymentDeclined, match="belongs to another payment"):
        provider.submit(
            reference=reference, data={"confirm": token, "answer": "yes"}, request=request
        )

    assert provider.look_up(reference).state is PaymentState.PENDING


def test_a_late_confirmation_pays_nothing(provider: FakeCard, monkeypatch: Any) -> None:
    token = confirmation(provider)
    monkeypatch.setattr("shop.payments.fake.reference.CONFIRM_WITHIN_S", -1)

    with pytest.raises(PaymentDeclined, match="took too long"):
        submit(provider, confirm=token, answer="yes")

    assert state(provider) is PaymentState.PENDING


def test_a_reference_pays_for_its_own_order_only(provider: FakeCard) -> None:
    """A cheap order's reference must not pay for a dear one."""
    cheap = payment_request(amount=Decimal("1.00"))
    reference = provider.start(cheap).reference

    with pytest.raises(PaymentError, match="another order or amount"):
        provider.submit(reference=reference, data=card(), request=payment_request())

    assert provider.look_up(reference).state is PaymentState.PENDING
    paid = provider.submit(reference=reference, data=card(), request=cheap)  # the control
    assert paid.state is PaymentState.PAID


def test_a_made_up_reference_is_unknown(provider: FakeCard) -> None:
    reference = provider.start(payment_request()).reference

    with pytest.raises(PaymentError, match="There is no such payment"):
        provider.look_up(reference[:-1] + ("A" if reference[-1] != "A" else "B"))
    assert provider.look_up(reference).reference == reference  # the control


def test_what_became_of_a_payment_outlives_the_process(provider: FakeCard) -> None:
    submit(provider, **card())

    assert state(FakeCard(code="card")) is PaymentState.PAID


def test_a_paid_payment_stays_paid_and_a_cancelled_one_cancelled(provider: FakeCard) -> None:
    submit(provider, **card())
    with pytest.raises(PaymentDeclined, match="pay it back instead"):
        provider.cancel(provider.start(payment_request()).reference)
    assert submit(provider, **card(DECLINED)).state is PaymentState.PAID  # sent twice

    other = replace(payment_request(), idempotency_key="two")
    reference = provider.start(other).reference
    provider.cancel(reference)
    with pytest.raises(PaymentDeclined, match="was cancelled; nothing was charged"):
        provider.submit(reference=reference, data=card(), request=other)
    assert provider.look_up(reference).state is PaymentState.CANCELLED


def test_no_card_number_is_kept(provider: FakeCard) -> None:
    submit(provider, **card(CONFIRMS))
    submit(provider, **card())

    client = cache._cache.get_client()  # type: ignore[attr-defined]
    kept = [(key, client.get(key)) for key in client.scan_iter("*fake-card*")]
    assert len(kept) == 1
    assert b"4242" not in repr(kept).encode()


def test_a_memory_that_is_away_is_a_service_that_is_away(
    provider: FakeCard, monkeypatch: Any
) -> None:
    def away(*_: Any, **__: Any) -> None:
        raise NoCache

    monkeypatch.setattr("shop.payments.fake.ledger.cache.get", away)
    with pytest.raises(PaymentUnavailable):
        provider.start(payment_request())
