"""The card for trying: no money moves, and only the well-known test numbers work."""

import time
from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.utils import timezone
from django.utils.crypto import salted_hmac

from shop.exceptions import PaymentDeclined, PaymentError
from shop.payments.base import (
    PaymentNews,
    PaymentProvider,
    PaymentRequest,
    PaymentStart,
    PaymentState,
    RefundResult,
)
from shop.payments.fake import ledger, signatures
from shop.payments.fake.card import read_card
from shop.payments.fake.messages import read_news, write_news
from shop.payments.fake.reference import Reference, check_confirmation, confirmation_of

PAYS, CONFIRMS = "4242424242424242", "4000000000003220"
DECLINES = {
    "4000000000000002": "The card was declined. Try another card.",
    "4000000000009995": "There is not enough money on this card. Try another card.",
}
SIGNATURE_HEADER = "X-Fake-Card-Signature"


class FakeCard(PaymentProvider):
    """Takes the test numbers; what became of a payment outlives the process in the cache."""

    name = "Card (for trying)"
    description = "No money moves: pay with a test number."
    asks_on_own_page = True
    pay_template = "shop/pay/_fake_card.html"
    can_refund = True
    sends_webhooks = True
    is_for_trying = True

    def __init__(self, *, webhook_secret: str = "", **words: Any) -> None:
        super().__init__(**words)
        self._webhook_secret = webhook_secret

    def start(self, request: PaymentRequest) -> PaymentStart:
        """Return the payment; the card is asked for on the pay page."""
        return self.look_up(Reference.of(request).signed())

    def submit(
        self, *, reference: str, data: Mapping[str, str], request: PaymentRequest
    ) -> PaymentStart:
        """Take a card or the answer of the confirmation step; raises PaymentDeclined."""
        if Reference.read(reference) != Reference.of(request):
            raise PaymentError("This payment belongs to another order or amount.")
        if ledger.outcome(reference) is PaymentState.PAID:
            return PaymentStart(reference=reference, state=PaymentState.PAID)
        if "confirm" in data:
            return _confirm(reference, data)
        return _charge(reference, read_card(data, today=timezone.localdate()), request.return_url)

    def look_up(self, reference: str) -> PaymentStart:
        """Return what became of the payment; raises PaymentError for an unknown reference."""
        Reference.read(reference)
        return PaymentStart(reference=reference, state=ledger.outcome(reference))

    def cancel(self, reference: str) -> None:
        """End a payment; raises PaymentDeclined when it was paid."""
        Reference.read(reference)
        if ledger.settle(reference, PaymentState.CANCELLED) is PaymentState.PAID:
            raise PaymentDeclined("This payment was made already; pay it back instead.")

    def refund(
        self, *, reference: str, amount: Decimal, currency: str, idempotency_key: str
    ) -> RefundResult:
        """Record that an amount went back; raises PaymentDeclined for more than is left."""
        payment = Reference.read(reference)
        if ledger.outcome(reference) is not PaymentState.PAID:
            raise PaymentDeclined("This payment was not made, so nothing can be paid back.")
        if currency != payment.currency or amount <= 0:
            raise PaymentDeclined("This is not what was paid.")
        ledger.give_back(
            reference,
            amount=amount,
            paid=Decimal(payment.amount),
            idempotency_key=idempotency_key,
        )
        digest = sha256(f"{reference} {idempotency_key}".encode()).hexdigest()
        return RefundResult(reference=f"refund-{digest[:24]}", is_settled=True)

    def read_webhook(self, *, body: bytes, headers: Mapping[str, str]) -> PaymentNews | None:
        """Return what a message signed with this provider's secret says."""
        names = {name.lower(): value for name, value in headers.items()}
        header = names.get(SIGNATURE_HEADER.lower(), "")
        signatures.verify(header, body, secret=self.webhook_secret, now=int(time.time()))
        news = read_news(body)
        return None if news.state is PaymentState.PENDING else news

    def write_webhook(
        self, news: PaymentNews, *, at: int | None = None
    ) -> tuple[bytes, dict[str, str]]:
        """Return body and headers of a message sent at a Unix time, now unless it is given."""
        body = write_news(news)
        at = int(time.time()) if at is None else at
        return body, {SIGNATURE_HEADER: signatures.sign(body, secret=self.webhook_secret, at=at)}

    @property
    def webhook_secret(self) -> str:
        """The secret that signs messages: the setting's, or one made from the shop's own key."""
        made = salted_hmac("shop.payments.fake.webhook", self.code, algorithm="sha256")
        return self._webhook_secret or made.hexdigest()


def _charge(reference: str, number: str, return_url: str) -> PaymentStart:
    if number == PAYS:
        return _pay(reference)
    if number == CONFIRMS:
        return PaymentStart(
            reference=reference,
            state=PaymentState.PENDING,
            redirect_url=_with_query(return_url, confirm=confirmation_of(reference)),
        )
    if number in DECLINES:
        raise PaymentDeclined(DECLINES[number])
    only_tests = "No real card works here: take one of the test numbers."
    raise PaymentDeclined("Please check the card's details.", {"number": only_tests})


def _confirm(reference: str, data: Mapping[str, str]) -> PaymentStart:
    check_confirmation(data["confirm"], reference)
    if data.get("answer") != "yes":
        raise PaymentDeclined("The payment was not confirmed; nothing was charged.")
    return _pay(reference)


def _pay(reference: str) -> PaymentStart:
    state = ledger.settle(reference, PaymentState.PAID)
    if state is not PaymentState.PAID:
        raise PaymentDeclined("This payment was cancelled; nothing was charged.")
    return PaymentStart(reference=reference, state=state)


def _with_query(url: str, **values: str) -> str:
    parts = urlsplit(url)
    query = "&".join(filter(None, [parts.query, urlencode(values)]))
    return urlunsplit(parts._replace(query=query))
