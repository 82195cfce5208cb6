"""From an order to its payment: started at once, and shown on a page where the shop asks itself."""

from http import HTTPStatus

import structlog
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from shop.exceptions import OrderError, PaymentError
from shop.models import Order
from shop.payments.base import PaymentStart, PaymentState
from shop.services.orders.tokens import order_token
from shop.services.payments import start_payment
from shop.views.fragments import PageRequest

log = structlog.get_logger(__name__)


def first_step(request: PageRequest, order: Order) -> HttpResponse:
    """Lead the buyer on from an order that was just placed.

    Whatever the provider answers, the order stands: what went wrong is said on its pay page.
    """
    if order.status != Order.Status.PENDING:
        return to_order(order)
    try:
        start = start_payment(order=order, return_url=pay_address(request, order))
    except (PaymentError, OrderError) as error:
        log.warning("payment_not_started", order_id=order.pk, reason=str(error))
        return to_pay_page(order)
    return follow(request, order, start)


def follow(request: PageRequest, order: Order, start: PaymentStart) -> HttpResponse:
    """Lead to where a payment goes on: the provider's own page, the pay page, or the order."""
    if start.redirect_url:
        return see_other(start.redirect_url)
    if start.state is PaymentState.PAID:
        messages.success(request, "Thank you, your payment has arrived.")
        return to_order(order)
    return to_pay_page(order)


def to_order(order: Order) -> HttpResponse:
    """Lead to the order's page."""
    return see_other(reverse("shop:order", args=[order_token(order)]))


def to_pay_page(order: Order) -> HttpResponse:
    """Lead to the page on which the order is paid."""
    return see_other(reverse("shop:pay", args=[order_token(order)]))


def pay_address(request: PageRequest, order: Order) -> str:
    """Return the whole address of the pay page, for the provider to lead back to."""
    return request.build_absolute_uri(reverse("shop:pay", args=[order_token(order)]))


def see_other(address: str) -> HttpResponse:
    """Lead on after a form was sent, so that loading the page again sends nothing."""
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)
