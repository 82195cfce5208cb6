"""The way back to an order whose link was lost."""

from django.db import transaction
from django.utils import timezone

from shop.models import Order
from shop.services.orders.letters import write_letter


@transaction.atomic
def send_order_link(*, number: str, email: str) -> None:
    """Send the link to an order to the address that ordered it; to any other, nothing.

    Nobody is told which it was: neither numbers nor addresses are to be found out by trying. At
    most one letter a minute.
    """
    found = Order.objects.filter(number__iexact=number.strip(), email__iexact=email.strip()).first()
    if found is not None:
        minute = f"{timezone.now():%Y%m%d%H%M}"
        write_letter(order=found, template="order_link", about=minute)
