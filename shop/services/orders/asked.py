"""What a provider is asked for, and what the buyer needs in order to pay elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from shop.models import Order, Payment
from shop.payments.base import Instruction, PaymentRequest
from shop.payments.registry import get_provider


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentWords:
    """How an order is still to be paid, in words for its buyer."""

    name: str
    description: str
    instructions: Sequence[Instruction]


def payment_request(*, payment: Payment, return_url: str) -> PaymentRequest:
    """Return what the provider is asked for: by the payment's id, the same each time."""
    order = payment.order
    return PaymentRequest(
        order_number=order.number,
        amount=payment.amount,
        currency=payment.currency,
        email=order.email,
        description=f"{settings.SHOP['NAME']}, order {order.number}",
        return_url=return_url,
        idempotency_key=str(payment.pk),
    )


def words_to_pay(*, order: Order, return_url: str = "") -> PaymentWords | None:
    """Return how the buyer pays an order that is paid later; None where nothing is to be paid so.

    Asks no provider: a way of paying later knows by itself what it says.
    """
    if order.payment_status != Order.PaymentStatus.UNPAID:
        return None
    if order.status == Order.Status.CANCELLED or not pays_later(code=order.payment_provider):
        return None
    payment = order.payments.filter(provider=order.payment_provider).last()
    if payment is None:
        return None
    provider = get_provider(order.payment_provider)
    request = payment_request(payment=payment, return_url=return_url)
    return PaymentWords(
        name=provider.name,
        description=provider.description,
        instructions=provider.instructions(request),
    )


def pays_later(*, code: str) -> bool:
    """Return whether this is a way of paying in which people bring the money, and still offered."""
    return code in settings.SHOP_PAYMENTS and get_provider(code).pays_later
