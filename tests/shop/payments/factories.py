"""Payments to be made in tests, and cards to make them with."""

from decimal import Decimal
from typing import Any

from shop.payments.base import PaymentRequest

PAYS = "4242 4242 4242 4242"
DECLINED = "4000 0000 0000 0002"
CONFIRMS = "4000 0000 0000 3220"
NO_MONEY = "4000 0000 0000 9995"


def payment_request(**changes: Any) -> PaymentRequest:
    """Return a request to pay 49.90 euros for an order."""
    values: dict[str, Any] = {
        "order_number": "VT-1001",
        "amount": Decimal("49.90"),
        "currency": "EUR",
        "email": "ada@example.org",
        "description": "Order VT-1001",
        "return_url": "https://shop.example/checkout/VT-1001/pay/",
        "idempotency_key": "one",
    }
    return PaymentRequest(**{**values, **changes})


def card(number: str = PAYS, **changes: str) -> dict[str, str]:
    """Return what a shopper types into the card form."""
    return {"number": number, "expiry": "12/40", "cvc": "123", **changes}
