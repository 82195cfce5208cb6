"""The checkout: looked at, changed, and sent."""

import re
from decimal import Decimal
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from shop.exceptions import EmptyCart, InvalidValue, ShopError
from shop.models import Cart, Order
from shop.services.addresses import save_address
from shop.services.cart import choose_shipping, remove_coupon
from shop.services.orders.place import place_order
from shop.views.buying.basket import open_countries
from shop.views.buying.checkout_page import key_of, show_checkout
from shop.views.buying.forms import NEW
from shop.views.buying.notices import Notice, keep_notice
from shop.views.buying.paying import first_step
from shop.views.buying.refusals import refusal_of, too_many
from shop.views.buying.sheet import Sheet, read_sheet
from shop.views.fragments import PageRequest
from shop.views.limits import find_excess
from shop.visitor_cart import customer_of, find_visitor_cart

# An amount as the page writes it; anything else is no total that was shown.
AMOUNT: Final = re.compile(r"\d{1,12}(\.\d{1,3})?")
NO_AMOUNT: Final = Decimal(-1)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def checkout(request: PageRequest) -> HttpResponse:
    """Show the checkout, and take an order."""
    cart = find_visitor_cart(request)
    if cart is None:
        return to_cart(request, EmptyCart())
    if request.method == "POST":
        return take_order(request, cart, read_sheet(request, cart, request.POST, is_sent=True))
    if not cart.lines.to_buy().exists():
        return to_cart(request)
    return show_checkout(request, cart, read_sheet(request, cart))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def update_checkout(request: PageRequest) -> HttpResponse:
    """Show what the order comes to with what is chosen so far; nothing is judged yet."""
    cart = find_visitor_cart(request)
    if request.method != "POST" or cart is None:
        return HttpResponseRedirect(reverse("shop:checkout"))
    sheet = read_sheet(request, cart, request.POST)
    if "drop_code" in request.POST:
        remove_coupon(cart=cart)
        cart.coupon_code = ""
    if sheet.country in {country.code for country in open_countries()}:
        choose_shipping(cart=cart, country=sheet.country, method=sheet.shipping_method)
    return show_checkout(request, cart, sheet)


def take_order(request: PageRequest, cart: Cart, sheet: Sheet) -> HttpResponse:
    """Place the order and lead to its payment; where that is refused show the page anew."""
    limit = find_excess(request, kind="checkout")
    if limit:
        return show_checkout(request, cart, sheet, too_many(limit))
    if not sheet.is_valid():
        response = show_checkout(request, cart, sheet)
        response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response
    try:
        order = place(request, cart, sheet)
    except EmptyCart as error:
        return to_cart(request, error)
    except ShopError as error:
        return show_checkout(request, cart, sheet, refusal_of(error))
    keep_address(request, sheet)
    return first_step(request, order)


def place(request: PageRequest, cart: Cart, sheet: Sheet) -> Order:
    """Place the order that the sheet describes."""
    return place_order(
        cart=cart,
        details=sheet.details(),
        idempotency_key=key_of(request.POST),
        expected_total=expected_total(request.POST),
    ).order


def expected_total(data: QueryDict) -> Decimal:
    """Return the total that the page showed, or one that no order has."""
    sent = data.get("total", "")
    return Decimal(sent) if AMOUNT.fullmatch(sent) else NO_AMOUNT


def keep_address(request: PageRequest, sheet: Sheet) -> None:
    """Put a new address into the account's book, where that was asked for and there is room."""
    customer = customer_of(request)
    wanted = sheet.contact.cleaned_data["keep_address"] and sheet.address_choice == NEW
    if customer is None or not wanted:
        return
    fields: dict[str, Any] = sheet.address().as_dict()
    try:
        save_address(user=customer, **fields)
    except InvalidValue:
        # The order stands; a full book is no reason to say otherwise.
        return


def to_cart(request: PageRequest, error: ShopError | None = None) -> HttpResponse:
    """Lead back to the cart, and say why where something was to be ordered."""
    if error and request.method == "POST":
        keep_notice(request, Notice(text=str(error), is_problem=True))
    return HttpResponseRedirect(reverse("shop:cart"), status=HTTPStatus.SEE_OTHER)
