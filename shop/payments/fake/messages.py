"""What the card for trying tells the shop by webhook, written and read."""

import json
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal

from shop.exceptions import InvalidWebhook
from shop.payments.base import PaymentNews, PaymentState


def write_news(news: PaymentNews) -> bytes:
    """Return the body of a message."""
    return json.dumps(asdict(news), default=str).encode()


def read_news(body: bytes) -> PaymentNews:
    """Return what a body says; raises InvalidWebhook when it says nothing that can be read."""
    try:
        said = json.loads(body)
        news = PaymentNews(
            event_id=str(said["event_id"]),
            reference=str(said["reference"]),
            state=PaymentState(said["state"]),
            amount=Decimal(said["amount"]),
            currency=str(said["currency"]),
            occurred_at=datetime.fromisoformat(said["occurred_at"]),
        )
    except (ValueError, KeyError, TypeError, ArithmeticError) as error:
        raise InvalidWebhook("The message cannot be read.") from error
    if not news.amount.is_finite() or news.occurred_at.tzinfo is None:
        raise InvalidWebhook("The message cannot be read.")
    return news
