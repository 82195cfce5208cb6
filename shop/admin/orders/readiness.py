"""Ways of paying: what they are called, and whether an order leaves before its money has come."""

from shop.models import Order
from shop.payments.registry import list_providers


def codes_on_delivery() -> list[str]:
    """Return the ways of paying in which the money is taken where the parcel arrives."""
    return [provider.code for provider in list_providers() if provider.collects_on_delivery]


def provider_name(code: str) -> str:
    """Return what a way of paying is called; its code where it is not offered any more."""
    names = {provider.code: provider.name for provider in list_providers()}
    return names.get(code, code.replace("_", " "))


def waits_for_money(order: Order) -> bool:
    """Return whether an order is to be paid before it is sent, and is not."""
    is_owed = order.payment_status == Order.PaymentStatus.UNPAID
    return is_owed and order.payment_provider not in codes_on_delivery()
