"""An order that waits for its payment, to be paid another way."""

from django.db import transaction
from django.utils import timezone

from shop.exceptions import OrderStateError, PaymentNotOffered
from shop.models import Order, Payment
from shop.payments.base import PaymentProvider
from shop.payments.registry import list_providers
from shop.services.orders.close import close_payments
from shop.services.orders.confirm import confirm_order
from shop.services.orders.locks import lock_order


def list_other_ways(*, order: Order) -> list[PaymentProvider]:
    """Return the ways in which the order could be paid besides the one it has."""
    return [
        each
        for each in list_providers()
        if each.code != order.payment_provider
        and each.is_offered(country=order.country, amount=order.total, currency=order.currency)
    ]


def choose_payment(*, order: Order, provider_code: str) -> None:
    """Have the order paid another way from now on; to be called with no transaction open.

    What was begun is ended at its provider first, and counts where it was paid meanwhile. Where the
    money comes later, the order is placed. Raises PaymentNotOffered, or OrderStateError for an
    order that is not waiting.
    """
    provider = next(
        (each for each in list_other_ways(order=order) if each.code == provider_code), None
    )
    if provider is None:
        raise PaymentNotOffered
    if not is_waiting(order=order):
        raise OrderStateError("This order is not waiting for its payment.")
    close_payments(order=order)
    _switch(order, provider)


def is_waiting(*, order: Order) -> bool:
    """Return whether the order keeps its goods until it is paid, and has time left."""
    return order.status == Order.Status.PENDING and not order.is_overdue


@transaction.atomic
def _switch(order: Order, provider: PaymentProvider) -> None:
    lock_order(order=order)
    if not is_waiting(order=order):
        raise OrderStateError("This order is not waiting for its payment.")
    open_payments = order.payments.filter(state__in=[Payment.State.PENDING, Payment.State.FAILED])
    open_payments.update(state=Payment.State.CANCELLED, settled_at=timezone.now())
    order.payment_provider = provider.code
    order.save(update_fields=["payment_provider"])
    Payment.objects.create(
        order=order, provider=provider.code, amount=order.total, currency=order.currency
    )
    if provider.pays_later:
        confirm_order(order=order)
