"""Stripe: what is sent, and what comes of every way in which an answer can fail to come."""

import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import pytest
import stripe
from django.template import Context, Template
from pytest_socket import SocketConnectBlockedError
from structlog.testing import capture_logs

from shop.exceptions import (
    PaymentDeclined,
    PaymentError,
    PaymentMisconfigured,
    PaymentUnavailable,
)
from shop.payments.base import PaymentState
from shop.payments.stripe import CONNECT_S, READ_S, SCRIPT_URL, StripeCard
from tests.shop.payments.factories import payment_request
from tests.shop.payments.stripe_stub import SECRET_KEY, WEBHOOK_SECRET, StripeStub
from tests.shop.payments.tills import stripe_card


@pytest.fixture
def provider(stub: StripeStub) -> StripeCard:
    return stripe_card(stub)


def test_a_payment_is_created_with_amount_order_and_key(
    stub: StripeStub, provider: StripeCard
) -> None:
    start = provider.start(payment_request())

    (asked,) = stub.asked
    assert asked == (
        "POST",
        "/v1/payment_intents",
        {
            "amount": "4990",
            "currency": "eur",
            "description": "Order VT-1001",
            "metadata[order]": "VT-1001",
            "automatic_payment_methods[enabled]": "true",
        },
    )
    assert stub.headers[0]["Idempotency-Key"] == "pay-VT-1001-one"
    assert start.client_secret == f"{start.reference}_secret_x"


def test_no_address_of_the_shopper_is_sent(stub: StripeStub, provider: StripeCard) -> None:
    provider.start(payment_request())

    assert "ada@example.org" not in repr(stub.asked)


def test_the_api_version_is_the_librarys_and_stripe_js_goes_with_it(
    stub: StripeStub, provider: StripeCard
) -> None:
    """An upgrade of the library has to bring the release of Stripe.js along."""
    provider.start(payment_request())

    assert stub.headers[0]["Stripe-Version"] == stripe.api_version
    assert f"https://js.stripe.com/{stripe.major_api_version}/stripe.js" == SCRIPT_URL


def test_refunds_have_keys_of_their_own(stub: StripeStub, provider: StripeCard) -> None:
    reference = provider.start(payment_request()).reference
    stub.pay(reference)

    provider.refund(
        reference=reference, amount=Decimal("20"), currency="EUR", idempotency_key="one"
    )

    assert stub.asked[-1] == (
        "POST",
        "/v1/refunds",
        {"payment_intent": reference, "amount": "2000"},
    )
    assert stub.headers[-1]["Idempotency-Key"] == f"refund-{reference}-one"


@pytest.mark.parametrize(("status", "is_settled"), [("succeeded", True), ("pending", False)])
def test_a_refund_that_takes_time_is_not_settled(
    stub: StripeStub, provider: StripeCard, status: str, is_settled: bool
) -> None:
    reference = provider.start(payment_request()).reference
    stub.say(f'{{"id": "{reference}", "object": "payment_intent", "currency": "eur"}}')
    stub.say(f'{{"id": "re_1", "object": "refund", "status": "{status}"}}')

    result = provider.refund(
        reference=reference, amount=Decimal("1"), currency="EUR", idempotency_key="one"
    )

    assert (result.reference, result.is_settled) == ("re_1", is_settled)


def test_a_refund_that_failed_is_declined(stub: StripeStub, provider: StripeCard) -> None:
    stub.say('{"id": "pi_1", "object": "payment_intent", "currency": "eur"}')
    stub.say('{"id": "re_1", "object": "refund", "status": "failed"}')

    with pytest.raises(PaymentDeclined, match="could not pay this back"):
        provider.refund(
            reference="pi_1", amount=Decimal("1"), currency="EUR", idempotency_key="one"
        )


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("requires_payment_method", PaymentState.PENDING),
        ("requires_confirmation", PaymentState.PENDING),
        ("requires_action", PaymentState.PENDING),
        ("processing", PaymentState.PENDING),
        ("succeeded", PaymentState.PAID),
        ("canceled", PaymentState.CANCELLED),
        ("a_word_of_tomorrow", PaymentState.PENDING),
    ],
)
def test_states(stub: StripeStub, provider: StripeCard, status: str, state: PaymentState) -> None:
    reference = provider.start(payment_request()).reference
    stub.intents[reference]["status"] = status

    assert provider.look_up(reference).state is state


def test_a_declined_card_is_a_failed_try_with_stripes_words(
    stub: StripeStub, provider: StripeCard
) -> None:
    reference = provider.start(payment_request()).reference
    stub.decline(reference, "Your card has insufficient funds.")

    failed = provider.look_up(reference)
    stub.pay(reference)
    paid = provider.look_up(reference)

    assert (failed.state, failed.message) == (
        PaymentState.FAILED,
        "Your card has insufficient funds.",
    )
    assert (paid.state, paid.message) == (PaymentState.PAID, "")


@pytest.mark.parametrize(
    ("status", "extra", "error"),
    [
        (402, {}, PaymentDeclined),
        (400, {"code": "amount_too_small"}, PaymentDeclined),
        (401, {}, PaymentMisconfigured),
        (403, {}, PaymentMisconfigured),
        (400, {"type": "idempotency_error"}, PaymentError),
        (409, {"code": "idempotency_key_in_use"}, PaymentUnavailable),
        (429, {}, PaymentUnavailable),
        (400, {"code": "rate_limit"}, PaymentUnavailable),
        (500, {}, PaymentUnavailable),
        (503, {}, PaymentUnavailable),
    ],
)
def test_every_refusal_says_what_helps(
    stub: StripeStub,
    provider: StripeCard,
    status: int,
    extra: dict[str, str],
    error: type[PaymentError],
) -> None:
    stub.refuse(status, "No.", **extra)

    with pytest.raises(PaymentError) as refused:
        provider.start(payment_request())

    assert type(refused.value) is error
    assert len(stub.asked) == 1  # nobody tries again by themselves


def test_a_declined_amount_is_said_in_stripes_words(provider: StripeCard) -> None:
    with pytest.raises(PaymentDeclined, match=r"Amount must be at least €0\.50"):
        provider.start(payment_request(amount=Decimal("0.10")))


@pytest.mark.parametrize("body", ["", "<html>Bad gateway</html>", "{"])
@pytest.mark.parametrize("status", [200, 502])
def test_an_answer_that_is_none_is_a_service_that_is_away(
    stub: StripeStub, provider: StripeCard, status: int, body: str
) -> None:
    stub.say(body, status)

    with pytest.raises(PaymentUnavailable):
        provider.start(payment_request())


def test_keys_and_messages_stay_out_of_the_log(stub: StripeStub, provider: StripeCard) -> None:
    stub.refuse(400, "Invalid e-mail ada@example.org", code="email_invalid")

    with capture_logs() as logs, pytest.raises(PaymentDeclined):
        provider.start(payment_request())

    assert logs == [
        {
            "event": "stripe_refused",
            "log_level": "warning",
            "kind": "InvalidRequestError",
            "status": 400,
            "code": "email_invalid",
            "stripe_request": None,
        }
    ]


def test_a_server_that_hangs_is_given_up(stub: StripeStub) -> None:
    stub.hang(30)
    began = time.monotonic()

    with pytest.raises(PaymentUnavailable):
        stripe_card(stub, read_s=0.3).start(payment_request())

    assert 0.3 <= time.monotonic() - began < 2
    assert len(stub.asked) == 1


def test_a_slow_server_within_the_time_is_waited_for(stub: StripeStub) -> None:
    """The control: it is the time-out that ends the wait, not the waiting itself."""
    stub.hang(0.3)  # then it answers 500
    began = time.monotonic()

    with pytest.raises(PaymentUnavailable) as refused:
        stripe_card(stub, read_s=5).start(payment_request())

    assert time.monotonic() - began >= 0.3
    assert isinstance(refused.value.__cause__, stripe.APIError)


@contextmanager
def deaf_server() -> Iterator[str]:
    """Yield the address of a server whose queue of callers is full: connecting takes for ever."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server:
        port = server.getsockname()[1]
        callers = [socket.socket() for _ in range(4)]
        for caller in callers:
            caller.setblocking(False)
            caller.connect_ex(("127.0.0.1", port))
        yield f"http://127.0.0.1:{port}"
        for caller in callers:
            caller.close()


def test_a_server_that_takes_no_call_is_given_up(stub: StripeStub) -> None:
    with deaf_server() as address:
        provider = stripe_card(stub, api_base=address, connect_s=0.3, read_s=30)
        began = time.monotonic()

        with pytest.raises(PaymentUnavailable) as refused:
            provider.start(payment_request())

    assert 0.3 <= time.monotonic() - began < 2
    assert "ConnectTimeout" in str(refused.value.__cause__)


def test_the_time_outs_of_the_shop() -> None:
    assert (CONNECT_S, READ_S) == (3.0, 10.0)
    card = StripeCard(code="stripe", secret_key="a", publishable_key="b", webhook_secret="c")
    assert card._client._requestor._client._timeout == (3.0, 10.0)  # type: ignore[union-attr]
    assert card._client._requestor._options.max_network_retries == 0


def test_a_payment_whose_answer_got_lost_is_not_made_twice(stub: StripeStub) -> None:
    provider = stripe_card(stub, read_s=0.3)
    stub.lose_reply("/v1/payment_intents")
    with pytest.raises(PaymentUnavailable):
        provider.start(payment_request())

    again = provider.start(payment_request())

    assert list(stub.intents) == [again.reference]
    provider.start(payment_request(idempotency_key="two"))
    assert len(stub.intents) == 2  # the control: another key is another payment


def test_a_refund_whose_answer_got_lost_is_not_made_twice(stub: StripeStub) -> None:
    provider = stripe_card(stub, read_s=0.3)
    reference = provider.start(payment_request()).reference
    stub.pay(reference)
    stub.lose_reply("/v1/refunds")
    with pytest.raises(PaymentUnavailable):
        give_back(provider, reference, "one")

    give_back(provider, reference, "one")

    assert stub.refunded == {reference: 2000}
    give_back(provider, reference, "two")
    assert stub.refunded == {reference: 4000}  # the control: another key is another refund


def give_back(provider: StripeCard, reference: str, key: str) -> None:
    provider.refund(reference=reference, amount=Decimal("20"), currency="EUR", idempotency_key=key)


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_tests_reach_no_other_host() -> None:
    """The guard of the test suite holds for the library's own sockets."""
    provider = StripeCard(
        code="stripe",
        secret_key="sk_test_x",
        publishable_key="pk_test_x",
        webhook_secret="whsec_x",
        api_base="https://192.0.2.1",
    )

    with pytest.raises(PaymentUnavailable) as refused:
        provider.start(payment_request())

    causes = []
    cause: BaseException | None = refused.value
    while cause is not None:
        causes.append(type(cause))
        cause = cause.__cause__ or cause.__context__
    assert SocketConnectBlockedError in causes


def test_templates_cannot_show_the_secrets(provider: StripeCard) -> None:
    names = [name for name in vars(provider) | vars(type(provider)) if not name.startswith("_")]
    template = Template("".join(f"{{{{ provider.{name} }}}} " for name in names))

    shown = template.render(Context({"provider": provider}))

    assert "pk_test_of_the_stub" in shown  # the control: what may be seen is seen
    assert SECRET_KEY not in shown
    assert WEBHOOK_SECRET not in shown


def test_the_pay_page_may_load_from_stripe_over_tls_only(provider: StripeCard) -> None:
    origins = (*provider.script_origins, *provider.frame_origins, *provider.connect_origins)

    assert SCRIPT_URL.startswith(f"{provider.script_origins[0]}/")
    assert all(re.fullmatch(r"https://(\*\.)?(\w+\.)+stripe\.com", each) for each in origins)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"secret_key": ""}, "STRIPE_SECRET_KEY is missing, or does not begin with sk_ or rk_."),
        ({"secret_key": "pk_test_x"}, "STRIPE_SECRET_KEY is missing"),
        ({"publishable_key": ""}, "STRIPE_PUBLISHABLE_KEY is missing"),
        ({"publishable_key": "sk_test_x"}, "STRIPE_PUBLISHABLE_KEY is missing"),
        ({"webhook_secret": ""}, "STRIPE_WEBHOOK_SECRET is missing"),
        ({"publishable_key": "pk_live_x"}, "One of the two keys is for tests"),
        ({"api_base": "http://stripe.example"}, "STRIPE_API_BASE has to begin with https://"),
    ],
)
def test_a_wrong_setting_is_one_sentence(
    stub: StripeStub, changes: dict[str, str], problem: str
) -> None:
    (found,) = stripe_card(stub, **changes).problems()

    assert found.startswith(problem)
