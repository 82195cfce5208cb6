"""What every way of paying keeps, whoever moves the money."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.template.loader import get_template

from shop.exceptions import PaymentDeclined, PaymentError, PaymentUnsupported
from shop.payments.base import PaymentState, RefundResult
from tests.shop.payments.factories import payment_request
from tests.shop.payments.tills import Till

# What the shop keeps of a reference; Stripe's own are far shorter.
REFERENCE_LENGTH = 200


def test_a_started_payment_is_pending_under_a_short_reference(till: Till) -> None:
    request = payment_request(order_number="V" * 20, amount=Decimal("123456789.12"))

    start = till.provider.start(request)

    assert start.state is PaymentState.PENDING
    assert 0 < len(start.reference) <= REFERENCE_LENGTH
    assert till.provider.look_up(start.reference).state is PaymentState.PENDING


def test_one_key_is_one_payment_and_another_key_another(till: Till) -> None:
    first = till.provider.start(payment_request()).reference

    assert till.provider.start(payment_request()).reference == first
    other_try = payment_request(idempotency_key="two")
    other_order = payment_request(order_number="VT-2002")
    references = {till.provider.start(each).reference for each in (other_try, other_order)}
    assert len(references | {first}) == 3


def test_one_key_is_one_payment_in_several_threads(till: Till) -> None:
    with ThreadPoolExecutor(4) as pool:
        starts = list(pool.map(lambda _: till.provider.start(payment_request()), range(8)))

    assert len({start.reference for start in starts}) == 1


def test_the_shopper_is_told_what_to_do_or_asked_on_a_page(till: Till) -> None:
    provider = till.provider
    start = provider.start(payment_request())

    assert provider.name
    assert provider.description
    assert provider.pays_later != provider.asks_on_own_page
    assert bool(start.message) == provider.pays_later
    if provider.asks_on_own_page:
        assert get_template(provider.pay_template)


@pytest.mark.needs("pay")
def test_a_payment_that_was_made_is_found(till: Till) -> None:
    reference = till.pay(payment_request())

    assert till.provider.look_up(reference).state is PaymentState.PAID


@pytest.mark.needs("pay")
def test_starting_a_payment_again_that_was_made_says_so(till: Till) -> None:
    """The shopper comes back to a page that was left open: no second card is asked for."""
    reference = till.pay(payment_request())

    again = till.provider.start(payment_request())

    assert (again.reference, again.state) == (reference, PaymentState.PAID)


@pytest.mark.needs("references")
def test_an_unknown_reference_is_an_error(till: Till) -> None:
    with pytest.raises(PaymentError, match="There is no such payment"):
        till.provider.look_up("pi_made_up")


def test_cancelling_is_harmless_twice(till: Till) -> None:
    reference = till.provider.start(payment_request()).reference

    till.provider.cancel(reference)
    till.provider.cancel(reference)

    ended = PaymentState.PENDING if till.provider.pays_later else PaymentState.CANCELLED
    assert till.provider.look_up(reference).state is ended


@pytest.mark.needs("pay")
def test_a_paid_payment_is_not_cancelled(till: Till) -> None:
    reference = till.pay(payment_request())

    with pytest.raises(PaymentDeclined):
        till.provider.cancel(reference)

    assert till.provider.look_up(reference).state is PaymentState.PAID


def refund(
    till: Till, reference: str, amount: str, key: str, currency: str = "EUR"
) -> RefundResult:
    return till.provider.refund(
        reference=reference, amount=Decimal(amount), currency=currency, idempotency_key=key
    )


def test_who_cannot_refund_says_so(till: Till) -> None:
    if till.provider.can_refund:
        pytest.skip(f"{till.provider.code} can refund")

    with pytest.raises(PaymentUnsupported, match="pay it back by hand"):
        refund(till, "VT-1001", "1.00", "one")


@pytest.mark.needs("pay")
def test_a_refund_is_made_once_a_key_and_never_for_more_than_was_paid(till: Till) -> None:
    reference = till.pay(payment_request())

    first = refund(till, reference, "30.00", "one")
    assert refund(till, reference, "30.00", "one") == first
    for _ in range(2):  # a refusal is no refund when it is asked for again
        with pytest.raises(PaymentDeclined):
            refund(till, reference, "19.91", "two")
    rest = refund(till, reference, "19.90", "three")
    with pytest.raises(PaymentDeclined):
        refund(till, reference, "0.01", "four")

    assert first.is_settled
    assert first.reference != rest.reference


@pytest.mark.needs("pay")
def test_a_key_is_for_one_amount(till: Till) -> None:
    reference = till.pay(payment_request())
    refund(till, reference, "30.00", "one")

    with pytest.raises(PaymentError):
        refund(till, reference, "5.00", "one")


@pytest.mark.needs("pay")
@pytest.mark.parametrize(("amount", "currency"), [("1.00", "USD"), ("0.00", "EUR"), ("-1", "EUR")])
def test_only_what_was_paid_is_paid_back(till: Till, amount: str, currency: str) -> None:
    reference = till.pay(payment_request())

    with pytest.raises(PaymentError):
        refund(till, reference, amount, "one", currency)

    assert refund(till, reference, "49.90", "two").is_settled  # the control: all is left


@pytest.mark.needs("pay")
def test_what_was_not_paid_is_not_paid_back(till: Till) -> None:
    reference = till.provider.start(payment_request()).reference

    with pytest.raises(PaymentDeclined):
        refund(till, reference, "1.00", "one")


def test_a_sound_setting_has_no_problems(till: Till) -> None:
    assert till.provider.problems() == []


def test_everybody_may_pay_where_nothing_else_is_said(till: Till) -> None:
    assert till.provider.is_offered(country="DE", amount=Decimal(10_000), currency="EUR")


def test_euros_are_charged_to_the_cent(till: Till) -> None:
    assert till.provider.charged_amount(Decimal("49.90"), "EUR") == Decimal("49.90")


def test_the_pay_page_lets_in_what_a_provider_names_and_nothing_without_a_form(till: Till) -> None:
    provider = till.provider
    allowed = {origin for origins in provider.content_policy.values() for origin in origins}

    assert allowed == {
        *provider.script_origins,
        *provider.frame_origins,
        *provider.connect_origins,
    }
    assert all(origin.startswith("https://") for origin in allowed)
    assert not allowed or provider.asks_on_own_page
