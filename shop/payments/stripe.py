"""Cards and wallets by Stripe: the shopper's card goes to Stripe and never comes by here."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from functools import cached_property
from typing import Any

import stripe
import structlog

from shop.exceptions import (
    InvalidWebhook,
    PaymentDeclined,
    PaymentError,
    PaymentMisconfigured,
    PaymentUnavailable,
)
from shop.payments.base import (
    PaymentNews,
    PaymentProvider,
    PaymentRequest,
    PaymentStart,
    PaymentState,
    RefundResult,
)
from shop.payments.stripe_amounts import charged_amount, to_units
from shop.payments.stripe_events import read_event
from shop.payments.stripe_keys import address_problems, key_problems

logger = structlog.get_logger(__name__)

# Seconds a shopper waits at most. Nothing here tries again: the caller does, with the same key.
CONNECT_S, READ_S = 3.0, 10.0
# Seconds a webhook may be old; what Stripe's own libraries allow.
TOLERANCE_S = 300
# The release of Stripe.js that goes with the API version of the pinned library.
SCRIPT_URL = "https://js.stripe.com/endive/stripe.js"
STATES = {"succeeded": PaymentState.PAID, "canceled": PaymentState.CANCELLED}


class StripeCard(PaymentProvider):
    """Pays through PaymentIntents; Stripe's own form on the pay page takes the card."""

    name = "Card"
    description = "Pay by card, or with a wallet on your device. Stripe handles the payment."
    asks_on_own_page = True
    pay_template = "shop/pay/_stripe.html"
    can_refund = True
    sends_webhooks = True
    # From docs.stripe.com/security/guide, less the maps of a form that is not used here.
    script_origins = ("https://js.stripe.com", "https://*.js.stripe.com")
    frame_origins = (*script_origins, "https://hooks.stripe.com")
    connect_origins = ("https://api.stripe.com",)
    script_url = SCRIPT_URL

    def __init__(
        self,
        *,
        secret_key: str,
        publishable_key: str,
        webhook_secret: str,
        api_base: str = stripe.DEFAULT_API_BASE,
        connect_s: float = CONNECT_S,
        read_s: float = READ_S,
        **words: Any,
    ) -> None:
        super().__init__(**words)
        # Templates see what has no underscore: the publishable key is for them.
        self.publishable_key = publishable_key
        self._secret_key = secret_key
        self._webhook_secret = webhook_secret
        self._api_base = api_base.rstrip("/")
        self._timeout = (connect_s, read_s)

    @cached_property
    def _client(self) -> stripe.StripeClient:
        return stripe.StripeClient(
            self._secret_key,
            base_addresses={"api": self._api_base},
            max_network_retries=0,
            http_client=stripe.RequestsClient(timeout=self._timeout),
        )

    def start(self, request: PaymentRequest) -> PaymentStart:
        """Create the payment at Stripe, or find the one that the same key created before."""
        with _answers():
            intent = self._client.v1.payment_intents.create(
                {
                    "amount": to_units(request.amount, request.currency),
                    "currency": request.currency.lower(),
                    "description": request.description,
                    "metadata": {"order": request.order_number},
                    "automatic_payment_methods": {"enabled": True},
                },
                {"idempotency_key": f"pay-{request.order_number}-{request.idempotency_key}"},
            )
        if _is_replay(intent):  # the answer of that time, which may be true no more
            return self.look_up(intent.id)
        return _start_of(intent)

    def look_up(self, reference: str) -> PaymentStart:
        """Return where the payment stands at Stripe; raises PaymentError for an unknown one."""
        return _start_of(self._retrieve(reference))

    def cancel(self, reference: str) -> None:
        """Cancel the payment; raises PaymentDeclined when it was paid, or is being paid."""
        try:
            with _answers():
                self._client.v1.payment_intents.cancel(reference)
        except PaymentDeclined:
            if self.look_up(reference).state is not PaymentState.CANCELLED:
                raise

    def refund(
        self, *, reference: str, amount: Decimal, currency: str, idempotency_key: str
    ) -> RefundResult:
        """Give back an amount; raises PaymentDeclined for more than is left."""
        if self._retrieve(reference).currency != currency.lower():
            raise PaymentDeclined("This is not what was paid.")
        with _answers():
            refund = self._client.v1.refunds.create(
                {"payment_intent": reference, "amount": to_units(amount, currency)},
                {"idempotency_key": f"refund-{reference}-{idempotency_key}"},
            )
        if refund.status in {"failed", "canceled"}:
            raise PaymentDeclined("Stripe could not pay this back.")
        return RefundResult(reference=refund.id, is_settled=refund.status == "succeeded")

    def read_webhook(self, *, body: bytes, headers: Mapping[str, str]) -> PaymentNews | None:
        """Return what an event says that is signed with the endpoint's secret."""
        names = {name.lower(): value for name, value in headers.items()}
        try:
            stripe.WebhookSignature.verify_header(
                body, names.get("stripe-signature"), self._webhook_secret, TOLERANCE_S
            )
        except (stripe.SignatureVerificationError, UnicodeDecodeError, TypeError) as error:
            # TypeError: a signature with letters that no digest has.
            raise InvalidWebhook from error
        return read_event(body)

    def charged_amount(self, amount: Decimal, currency: str) -> Decimal:
        """Return the amount, rounded where the card networks know fewer decimals."""
        return charged_amount(amount, currency)

    def problems(self) -> list[str]:
        """Return which keys are missing or of another kind, and whether they belong together."""
        keys = {
            "STRIPE_SECRET_KEY": self._secret_key,
            "STRIPE_PUBLISHABLE_KEY": self.publishable_key,
            "STRIPE_WEBHOOK_SECRET": self._webhook_secret,
        }
        return key_problems(keys) + address_problems(self._api_base)

    def _retrieve(self, reference: str) -> stripe.PaymentIntent:
        with _answers():
            return self._client.v1.payment_intents.retrieve(reference)


def _start_of(intent: stripe.PaymentIntent) -> PaymentStart:
    state = STATES.get(intent.status, PaymentState.PENDING)
    refused = intent.last_payment_error
    if refused and intent.status == "requires_payment_method":
        state = PaymentState.FAILED
    return PaymentStart(
        reference=intent.id,
        state=state,
        client_secret=intent.client_secret or "",
        message=(refused.message or "") if refused and state is PaymentState.FAILED else "",
    )


def _is_replay(intent: stripe.PaymentIntent) -> bool:
    response = intent.last_response
    return response is not None and response.headers.get("Idempotent-Replayed") == "true"


@contextmanager
def _answers() -> Iterator[None]:
    """Turn what Stripe's library raises into what the caller can do about it."""
    try:
        yield
    except stripe.CardError as error:
        raise PaymentDeclined(error.user_message or "") from error
    except (stripe.AuthenticationError, stripe.PermissionError) as error:
        _log(error)
        raise PaymentMisconfigured("Stripe refuses the shop's key.") from error
    except stripe.InvalidRequestError as error:
        _log(error)
        raise _refusal(error) from error
    except stripe.IdempotencyError as error:  # the same key for another amount
        _log(error)
        raise PaymentError from error
    except stripe.StripeError as error:  # no connection, time-out, too many calls, 409, 5xx
        _log(error)
        raise PaymentUnavailable from error


def _refusal(error: stripe.InvalidRequestError) -> PaymentError:
    if error.code == "resource_missing":
        return PaymentError("There is no such payment.")
    return PaymentDeclined(error.user_message or "")


def _log(error: stripe.StripeError) -> None:
    # The message may repeat what was sent; status, code and request id are enough to look it up.
    logger.warning(
        "stripe_refused",
        kind=type(error).__name__,
        status=error.http_status,
        code=error.code,
        stripe_request=error.request_id,
    )
