"""The numbers in the sidebar."""

from django.db.models import QuerySet
from django.http import HttpRequest

from shop.admin.orders.readiness import codes_on_delivery
from shop.models import Order, OutgoingEmail, Refund, ReturnRequest, Review

# The badge says "99+" beyond; counting further would cost on every page and help nobody.
MOST = 99


def pending_reviews(_request: HttpRequest) -> str:
    """Return how many reviews wait for moderation, or nothing at all."""
    return _up_to_most(Review.objects.filter(status=Review.Status.PENDING))


def orders_to_ship(_request: HttpRequest) -> str:
    """Return how many orders are to be packed, or nothing at all."""
    return _up_to_most(Order.objects.ready_to_ship(paid_on_delivery=codes_on_delivery()))


def returns_waiting(_request: HttpRequest) -> str:
    """Return how many returns wait for an answer, or nothing at all."""
    return _up_to_most(ReturnRequest.objects.filter(state=ReturnRequest.State.REQUESTED))


def refunds_failed(_request: HttpRequest) -> str:
    """Return how many refunds wait for somebody's hand, or nothing at all."""
    return _up_to_most(Refund.objects.filter(state=Refund.State.FAILED))


def letters_given_up(_request: HttpRequest) -> str:
    """Return how many letters were given up, or nothing at all."""
    return _up_to_most(OutgoingEmail.objects.filter(gave_up_at__isnull=False))


def _up_to_most(rows: QuerySet) -> str:
    waiting = rows.order_by()[: MOST + 1].count()
    return f"{MOST}+" if waiting > MOST else str(waiting or "")
