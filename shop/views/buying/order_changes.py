"""What a buyer can do with an order: cancel it, send things back, have everything again."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from shop.exceptions import ShopError
from shop.models import Order
from shop.services.orders.again import put_into_cart
from shop.services.orders.cancel import cancel_order
from shop.services.orders.returnable import pieces_to_return
from shop.services.orders.returns import request_return
from shop.views.buying.access import by_token
from shop.views.buying.notices import Notice, keep_notice
from shop.views.buying.order_page import read_order_page
from shop.views.buying.paying import see_other, to_order
from shop.views.buying.reading import read_number
from shop.views.fragments import PageRequest
from shop.visitor_cart import customer_of, open_visitor_cart

# Why things are sent back, as the shop counts it.
REASONS = (
    "It does not fit",
    "It is not as I expected",
    "It is damaged or faulty",
    "It is not what I ordered",
    "It came too late",
    "I changed my mind",
)


@require_http_methods(["GET", "HEAD", "POST"])
@by_token
def cancel(request: PageRequest, found: Order) -> HttpResponse:
    """Ask whether the order is to be cancelled, and cancel it."""
    if not found.can_be_cancelled:
        return to_order(found)
    if request.method != "POST":
        context = {"page": read_order_page(found)}
        return render(request, "shop/buying/order_cancel.html", context)
    try:
        cancel_order(order=found, actor=customer_of(request), reason="Cancelled by the buyer.")
        messages.success(request, "Your order is cancelled.")
    except ShopError as error:
        messages.error(request, str(error))
    return to_order(found)


@require_http_methods(["GET", "HEAD", "POST"])
@by_token
def send_back(request: PageRequest, found: Order) -> HttpResponse:
    """Show what can be sent back, and take the wish to."""
    pieces = pieces_to_return(order=found)
    if request.method == "POST":
        return take_return(request, found, pieces)
    return show_return(request, found, pieces) if pieces else to_order(found)


@require_POST
@by_token
def again(request: PageRequest, found: Order) -> HttpResponse:
    """Put everything that was ordered into the visitor's cart.

    An order that ran out is ended first: what it kept is wanted now.
    """
    if found.is_overdue:
        end_overdue(found)
    cart = open_visitor_cart(request)
    problems = put_into_cart(order=found, cart=cart)
    text = " ".join(["What could be had is in your cart.", *problems])
    keep_notice(
        request,
        Notice(text=text if problems else "Everything is in your cart.", is_problem=bool(problems)),
    )
    return see_other(reverse("shop:cart"))


def end_overdue(found: Order) -> None:
    """End an order whose time is over, unless it was paid or ended at this moment."""
    try:
        cancel_order(order=found, reason="Not paid in time.")
    except ShopError:
        return


def take_return(request: PageRequest, found: Order, pieces: dict[int, int]) -> HttpResponse:
    """Ask for the return that the form describes; on a refusal show the form again."""
    try:
        request_return(
            order=found,
            quantities={
                line_id: read_number(request.POST, f"line-{line_id}", otherwise=0)
                for line_id in pieces
            },
            reason=request.POST.get("reason", ""),
            comment=request.POST.get("comment", ""),
        )
    except ShopError as error:
        return show_return(request, found, pieces, problem=str(error))
    messages.success(request, "We have your wish, and answer by e-mail.")
    return to_order(found)


def show_return(
    request: PageRequest, found: Order, pieces: dict[int, int], *, problem: str = ""
) -> HttpResponse:
    """Return the form, with what was filled in already."""
    page = read_order_page(found)
    rows = [
        (each, range(pieces[each.line.pk] + 1), typed_pieces(request.POST, each.line.pk))
        for each in page.lines
        if each.line.pk in pieces
    ]
    context = {"page": page, "rows": rows, "reasons": REASONS, "problem": problem}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "shop/buying/order_return.html", context, status=status)


def typed_pieces(data: QueryDict, line_id: int) -> int:
    """Return how many pieces of a line the form was sent with."""
    return read_number(data, f"line-{line_id}", otherwise=0)
