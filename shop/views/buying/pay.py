"""The page on which an order is paid."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from shop.exceptions import (
    OrderError,
    PaymentDeclined,
    PaymentError,
    PaymentMisconfigured,
    ShopError,
)
from shop.models import Order
from shop.payments.base import PaymentProvider, PaymentStart, PaymentState
from shop.payments.registry import get_provider
from shop.services.orders.switch import choose_payment, is_waiting, list_other_ways
from shop.services.payments import start_payment, submit_payment
from shop.views.buying.access import by_token
from shop.views.buying.order_page import read_order_page
from shop.views.buying.paying import first_step, follow, pay_address, to_order, to_pay_page
from shop.views.fragments import PageRequest


@require_http_methods(["GET", "HEAD", "POST"])
@by_token
def pay(request: PageRequest, found: Order) -> HttpResponse:
    """Show the form of the chosen way of paying, and hand on what was filled in."""
    if not is_waiting(order=found):
        return to_order(found)
    try:
        start = begin(request, found)
    except PaymentDeclined as error:
        return show_pay(request, found, declined=error, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    except PaymentError as error:
        return show_pay(request, found, problem=error, status=HTTPStatus.SERVICE_UNAVAILABLE)
    except OrderError as error:
        messages.error(request, str(error))
        return to_order(found)
    return go_on(request, found, start)


def go_on(request: PageRequest, found: Order, start: PaymentStart) -> HttpResponse:
    """Lead to where the payment goes on, or show the form while nothing was sent."""
    if start.state is PaymentState.PAID or start.redirect_url:
        return follow(request, found, start)
    if request.method == "POST":
        messages.info(request, "Your payment is being checked. We write as soon as it is here.")
        return to_order(found)
    return show_pay(request, found, payment=start)


def begin(request: PageRequest, found: Order) -> PaymentStart:
    """Begin or go on with the payment, by what was filled in where a form was sent.

    Raises a PaymentError, or OrderError for an order that is not to be paid.
    """
    address = pay_address(request, found)
    start = start_payment(order=found, return_url=address)
    if request.method != "POST" or start.state is PaymentState.PAID:
        return start
    data = {name: str(value) for name, value in request.POST.items()}
    return submit_payment(order=found, data=data, return_url=address)


@require_POST
@by_token
def change_payment(request: PageRequest, found: Order) -> HttpResponse:
    """Have the order paid another way."""
    try:
        choose_payment(order=found, provider_code=request.POST.get("payment_provider", ""))
    except ShopError as error:
        messages.error(request, str(error))
        found.refresh_from_db()
        return to_pay_page(found) if is_waiting(order=found) else to_order(found)
    return first_step(request, found)


def find_provider(*, code: str) -> PaymentProvider | None:
    """Return a way of paying, None for one that was taken out meanwhile."""
    try:
        return get_provider(code)
    except PaymentMisconfigured:
        return None


def show_pay(
    request: PageRequest,
    found: Order,
    *,
    payment: PaymentStart | None = None,
    declined: PaymentDeclined | None = None,
    problem: PaymentError | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """Return the pay page; what its provider loads from elsewhere is allowed here alone."""
    provider = find_provider(code=found.payment_provider)
    page = read_order_page(found)
    context: dict[str, Any] = {
        "page": page,
        "order": found,
        "provider": provider,
        "payment": payment,
        "declined": declined,
        "problem": problem,
        "amount_text": page.amount,
        "other_ways": list_other_ways(order=found),
    }
    response = render(request, "shop/buying/pay.html", context, status=status)
    if provider:
        response._csp_update = provider.content_policy  # type: ignore[attr-defined]  # noqa: SLF001
    return response
