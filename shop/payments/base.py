"""What every way of paying promises, whoever moves the money."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from shop.exceptions import InvalidWebhook, PaymentUnsupported


class PaymentState(StrEnum):
    """Where a payment stands.

    PAID and CANCELLED last. FAILED tells of one refused try; the shopper may make another, so it
    never takes anything away from an order, and PAID may follow it.
    """

    PENDING = "pending"
    PAID = "paid"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRequest:
    """What is to be paid, and the page to come back to."""

    order_number: str
    amount: Decimal
    currency: str  # ISO 4217
    email: str  # for providers that write to the shopper themselves; Stripe is told none
    description: str
    return_url: str
    # The same key is the same payment, however often it is started.
    idempotency_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentStart:
    """Where a payment stands at its provider, and what the shopper has to do next."""

    reference: str
    state: PaymentState
    redirect_url: str = ""
    # For the provider's own script on the pay page; worth nothing without the shopper's card.
    client_secret: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentNews:
    """One thing a provider tells by webhook; the same event may come twice and in any order."""

    event_id: str
    reference: str
    state: PaymentState
    amount: Decimal
    currency: str  # ISO 4217
    occurred_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundResult:
    """A refund at its provider; not settled means that the provider is still working on it."""

    reference: str
    is_settled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """One thing the shopper needs in order to pay elsewhere: what it is, and what it says."""

    label: str
    value: str


class PaymentProvider(ABC):
    """Moves money for the shop, or says how the shopper does.

    Cheap to construct: connections are opened by the first call that needs them. Safe to use from
    several threads. A call may take seconds, so none belongs inside a database transaction.
    """

    # What the address of its webhooks and the shop's records call it; the key in SHOP_PAYMENTS.
    code: str
    # Shown to the shopper.
    name: str = ""
    description: str = ""
    # The order is placed at once, and paid by staff's word: bank transfer, cash on delivery.
    pays_later: bool = False
    # Whoever brings the parcel takes the money: it is sent before it is paid.
    collects_on_delivery: bool = False
    # The shop shows a page with this provider's form, `pay_template`.
    asks_on_own_page: bool = False
    pay_template: str = ""
    can_refund: bool = False
    sends_webhooks: bool = False
    # No money moves: refused in production unless it is allowed by name.
    is_for_trying: bool = False
    # What the pay page, and no other, may load from elsewhere: see `content_policy`.
    script_origins: tuple[str, ...] = ()
    frame_origins: tuple[str, ...] = ()
    connect_origins: tuple[str, ...] = ()

    def __init__(self, *, code: str, name: str = "", description: str = "") -> None:
        self.code = code
        self.name = name or self.name
        self.description = description or self.description

    @property
    def content_policy(self) -> dict[str, tuple[str, ...]]:
        """What the pay page's content security policy has to allow besides, by directive."""
        origins = {
            "script-src": self.script_origins,
            "frame-src": self.frame_origins,
            "connect-src": self.connect_origins,
        }
        return {directive: allowed for directive, allowed in origins.items() if allowed}

    @abstractmethod
    def start(self, request: PaymentRequest) -> PaymentStart:
        """Begin a payment; the same idempotency key gives the same payment.

        Raises PaymentUnavailable (try again with the same key) or PaymentDeclined (do not).
        """

    def submit(
        self,
        *,
        reference: str,
        data: Mapping[str, str],
        request: PaymentRequest,
    ) -> PaymentStart:
        """Take what the shopper filled in on the pay page and return where the payment stands.

        Raises PaymentDeclined with a message for the shopper, by field where it is a field's.
        """
        return self.look_up(reference)

    @abstractmethod
    def look_up(self, reference: str) -> PaymentStart:
        """Return where the payment stands at the provider; PENDING says nothing new."""

    @abstractmethod
    def cancel(self, reference: str) -> None:
        """End a payment that was not paid; raises PaymentDeclined when it was."""

    def refund(
        self, *, reference: str, amount: Decimal, currency: str, idempotency_key: str
    ) -> RefundResult:
        """Give back all or part of what was paid; the same idempotency key gives back once.

        Raises PaymentUnsupported where staff pay back by hand, PaymentDeclined for more than is
        left, PaymentUnavailable when nobody knows (try again with the same key).
        """
        raise PaymentUnsupported(f"{self.name} cannot be paid back from here: pay it back by hand.")

    def read_webhook(self, *, body: bytes, headers: Mapping[str, str]) -> PaymentNews | None:
        """Return what a message says, None where it does not matter to the shop.

        Raises InvalidWebhook for one that is forged, altered or stale.
        """
        raise InvalidWebhook(f"{self.name} sends no messages.")

    def is_offered(
        self,
        *,
        country: str,
        amount: Decimal,
        currency: str,
    ) -> bool:
        """Return whether a shopper in this country (ISO 3166-1 alpha-2) may pay this so."""
        return True

    def charged_amount(self, amount: Decimal, currency: str) -> Decimal:
        """Return what the provider takes for this amount: the same, unless it has to round."""
        return amount

    def instructions(self, request: PaymentRequest) -> list[Instruction]:
        """Return what the shopper needs in order to pay elsewhere; empty when paying happens here.

        To be shown after the order as well, as long as it is not paid.
        """
        return []

    def problems(self) -> list[str]:
        """Return what is wrong with this provider's setting, one sentence each; starts nothing."""
        return []
