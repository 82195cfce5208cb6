"""What Stripe's events say to the shop."""

import json
from datetime import UTC, datetime
from typing import Any

from shop.exceptions import InvalidWebhook
from shop.payments.base import PaymentNews, PaymentState
from shop.payments.stripe_amounts import from_units

EVENTS = {
    "payment_intent.succeeded": PaymentState.PAID,
    "payment_intent.payment_failed": PaymentState.FAILED,
    "payment_intent.canceled": PaymentState.CANCELLED,
}


def read_event(body: bytes) -> PaymentNews | None:
    """Return what an event says, None for one that says nothing about a payment.

    Raises InvalidWebhook for a body that is no event.
    """
    try:
        event = json.loads(body)
        state = EVENTS.get(event["type"])
        return None if state is None else _news(event, state)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise InvalidWebhook("The message cannot be read.") from error


def _news(event: dict[str, Any], state: PaymentState) -> PaymentNews:
    intent = event["data"]["object"]
    currency = intent["currency"].upper()
    units = intent["amount_received" if state is PaymentState.PAID else "amount"]
    return PaymentNews(
        event_id=event["id"],
        reference=intent["id"],
        state=state,
        amount=from_units(int(units), currency),
        currency=currency,
        occurred_at=datetime.fromtimestamp(int(event["created"]), UTC),
    )
