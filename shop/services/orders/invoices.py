"""Invoices: one an order, numbered without a gap."""

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from shop.exceptions import OrderStateError
from shop.models import Invoice, Order
from shop.models.orders import UNSOLD
from shop.services.orders.locks import lock_order


@transaction.atomic
def issue_invoice(*, order: Order) -> Invoice:
    """Return the order's invoice, made if there is none; raises OrderStateError for no sale.

    Numbers are given one at a time: whoever comes second waits until the first has committed, or
    takes its number when it has not.
    """
    lock_order(order=order)
    known = Invoice.objects.filter(order=order).first()
    if known is not None:
        return known
    if order.status in UNSOLD:
        raise OrderStateError(f"An order that is {order.get_status_display()} has no invoice.")
    year = timezone.localdate().year
    _one_at_a_time(year)
    last = Invoice.objects.filter(year=year).aggregate(last=Max("serial"))["last"] or 0
    return Invoice.objects.create(order=order, year=year, serial=last + 1)


def _one_at_a_time(year: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('shop.invoice'), %s)", [year])
