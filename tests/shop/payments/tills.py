"""What a test needs to stand on the other side of a provider: to pay, and to send its messages."""

import json
from abc import ABC
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, ClassVar

from shop.payments.base import PaymentNews, PaymentProvider, PaymentRequest, PaymentState
from shop.payments.fake import FakeCard
from shop.payments.fake.signatures import sign as sign_fake
from shop.payments.manual import BankTransfer, CashOnDelivery
from shop.payments.stripe import StripeCard
from tests.shop.payments import stripe_stub
from tests.shop.payments.factories import card


class Till(ABC):
    """A provider with somebody who pays at it."""

    # Why a part of the contract does not apply, by the name of the part.
    limits: ClassVar[Mapping[str, str]] = {}
    provider: PaymentProvider

    def pay(self, request: PaymentRequest) -> str:
        """Let the shopper pay, and return the reference."""
        raise NotImplementedError

    def message(self, reference: str, state: PaymentState, **changes: Any) -> bytes:
        """Return the body of a message about a payment of 49.90 euros."""
        raise NotImplementedError

    def sign(self, body: bytes, *, secret: str | None = None, at: int | None = None) -> Any:
        """Return the headers that go with a body: of the right secret and now, unless given."""
        raise NotImplementedError


class ManualTill(Till):
    """Nobody but staff knows what was paid."""

    limits: ClassVar = {
        "pay": "staff say what was paid; the provider never learns it",
        "references": "it keeps no payments, so it knows no wrong ones",
        "webhooks": "nobody sends messages",
    }

    def __init__(self, provider: PaymentProvider) -> None:
        self.provider = provider


def bank_till() -> Till:
    """Return a till of a bank transfer."""
    iban = "IE29 AIBK 9311 5212 3456 78"
    return ManualTill(BankTransfer(code="bank_transfer", holder="Vitrine Outfitters", iban=iban))


def cash_till() -> Till:
    """Return a till of cash on delivery."""
    return ManualTill(CashOnDelivery(code="cash_on_delivery"))


class FakeTill(Till):
    """Pays with the number that pays."""

    def __init__(self) -> None:
        self.provider: FakeCard = FakeCard(code="card")

    def pay(self, request: PaymentRequest) -> str:
        reference = self.provider.start(request).reference
        self.provider.submit(reference=reference, data=card(), request=request)
        return reference

    def message(self, reference: str, state: PaymentState, **changes: Any) -> bytes:
        values: dict[str, Any] = {
            "event_id": "event-1",
            "reference": reference,
            "state": state,
            "amount": Decimal("49.90"),
            "currency": "EUR",
            "occurred_at": datetime(2026, 5, 1, 12, 0, tzinfo=UTC),
        }
        body, _ = self.provider.write_webhook(PaymentNews(**{**values, **changes}))
        return body

    def sign(self, body: bytes, *, secret: str | None = None, at: int | None = None) -> Any:
        at = int(datetime.now(UTC).timestamp()) if at is None else at
        secret = self.provider.webhook_secret if secret is None else secret
        return {"X-Fake-Card-Signature": sign_fake(body, secret=secret, at=at)}


class StripeTill(Till):
    """Pays at the stub."""

    KINDS: ClassVar = {
        PaymentState.PENDING: "payment_intent.created",
        PaymentState.PAID: "payment_intent.succeeded",
        PaymentState.FAILED: "payment_intent.payment_failed",
        PaymentState.CANCELLED: "payment_intent.canceled",
    }

    def __init__(self, stub: stripe_stub.StripeStub) -> None:
        self.stub = stub
        self.provider: StripeCard = stripe_card(stub)

    def pay(self, request: PaymentRequest) -> str:
        reference = self.provider.start(request).reference
        self.stub.pay(reference)
        return reference

    def message(self, reference: str, state: PaymentState, **changes: Any) -> bytes:
        if state is PaymentState.PAID:
            self.stub.pay(reference)
        event = self.stub.event(self.KINDS[state], reference, id="event-1")
        event["created"] = int(datetime(2026, 5, 1, 12, 0, tzinfo=UTC).timestamp())
        return json.dumps({**event, **changes}).encode()

    def sign(self, body: bytes, *, secret: str | None = None, at: int | None = None) -> Any:
        secret = stripe_stub.WEBHOOK_SECRET if secret is None else secret
        return stripe_stub.sign(body, secret=secret, at=at)


def stripe_card(stub: stripe_stub.StripeStub, **changes: Any) -> StripeCard:
    """Return a provider that talks to the stub."""
    options: dict[str, Any] = {
        "secret_key": stripe_stub.SECRET_KEY,
        "publishable_key": "pk_test_of_the_stub",
        "webhook_secret": stripe_stub.WEBHOOK_SECRET,
        "api_base": stub.url,
    }
    return StripeCard(code="stripe", **{**options, **changes})
