"""How every button does its work: on the order as it was seen, and with an answer in words."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect

from shop.admin.confirm import ask, is_confirmed
from shop.exceptions import ShopError
from shop.models import Order, User
from shop.services.orders.seen import lock_order_as_seen

# Digits of the largest number that PostgreSQL's bigint holds, less one.
_MOST_DIGITS = 18


def find_order(pk: int) -> Order:
    """Return an order with the version that its forms are made for; raises Http404.

    Both are read in one statement, and lines after it: a form never is newer than it says.
    """
    orders = Order.objects.with_version().select_related("customer")
    order: Order = get_object_or_404(orders, pk=pk)
    return order


def to_order(order: Order) -> HttpResponseRedirect:
    """Send the visitor to the order's page."""
    return redirect("admin:shop_order_change", order.pk)


def staff(request: HttpRequest) -> User:
    """Return who does it."""
    return cast("User", request.user)


def seen_version(request: HttpRequest) -> int:
    """Return the version of the order that the form was made for; -1 where none is told."""
    text = request.POST.get("version", "")
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else -1


def do(request: HttpRequest, order: Order, deed: Callable[[], Any], *, done: str) -> bool:
    """Do it if the order is as it was seen, and say how it went; a refusal changes nothing."""
    try:
        with transaction.atomic():
            lock_order_as_seen(order=order, version=seen_version(request))
            deed()
    except ShopError as error:
        messages.error(request, str(error))
        return False
    messages.success(request, done)
    return True


def ask_or_do(
    request: HttpRequest, order: Order, deed: Callable[[], Any], *, question: str, done: str
) -> HttpResponse:
    """Ask on a page of its own, or do it when the visitor has said yes."""
    if not is_confirmed(request):
        return ask(
            request,
            title=f"Order {order.number}",
            text=question,
            answer="Yes",
            back="admin:shop_order_change",
            back_to=order.pk,
            is_harmless=True,
        )
    do(request, order, deed, done=done)
    return to_order(order)
