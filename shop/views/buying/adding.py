"""Things put into the cart from a product's page, the quick view, or an order."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from shop.exceptions import CartError
from shop.models import Cart, CartLine, Product, Variant
from shop.services.cart import add_to_cart
from shop.views.buying.basket import read_basket
from shop.views.buying.paying import see_other
from shop.views.buying.reading import choose_variant, find_product, find_variant, read_number
from shop.views.detail.choices import FIELDS
from shop.views.fragments import PageRequest, vary_by_fragment
from shop.views.limits import find_excess, refuse
from shop.visitor_cart import customer_of, find_visitor_cart, open_visitor_cart

NOT_MADE = "This combination is not made: choose another."
# What the page's script waits for, to open the drawer.
ADDED = "vitrine:added"


@require_POST
def add(request: PageRequest) -> HttpResponse:
    """Put pieces of the chosen variant into the cart.

    With `show` in the form nothing is put in: the way leads to the page of what was chosen, for
    browsers that cannot show another variant's price by themselves.
    """
    product = find_product(request.POST) if "product" in request.POST else None
    if product and "show" in request.POST:
        return see_other(address_of_choice(product, request.POST))
    if product is None:
        variant = find_variant(request.POST)
    elif (chosen := choose_variant(product, request.POST)) is None:
        return refuse_choice(request, product, NOT_MADE)
    else:
        variant = chosen
    if is_new_guest(request) and (limit := find_excess(request, kind="cart")):
        return refuse(request, limit, back=request.path)
    return put_in(request, variant)


def put_in(request: PageRequest, variant: Variant) -> HttpResponse:
    """Put a variant in, and show the cart: in its drawer, or on its page."""
    cart = open_visitor_cart(request)
    quantity = max(read_number(request.POST, "quantity", otherwise=1), 1)
    try:
        line = add_to_cart(cart=cart, variant=variant, quantity=quantity)
    except CartError as error:
        return refuse_choice(request, variant.product, in_words(error, cart, variant))
    if not request.htmx:
        return see_other(reverse("shop:cart"))
    return show_drawer(request, cart, line, quantity)


def show_drawer(request: PageRequest, cart: Cart, line: CartLine, quantity: int) -> HttpResponse:
    """Return the drawer with what was put in, and have the page open it."""
    customer = customer_of(request)
    basket = read_basket(cart, email=customer.email if customer else "")
    added = next(each for each in basket.lines if each.quote.line_id == line.pk)
    context = {"basket": basket, "added": added, "quantity": quantity}
    response = render(request, "shop/buying/_added.html", context)
    response["HX-Trigger-After-Settle"] = ADDED
    return vary_by_fragment(response)


def refuse_choice(request: PageRequest, product: Product, text: str) -> HttpResponse:
    """Say why nothing was put in: below the button, or above the page of what was chosen."""
    if request.htmx:
        context = {"problem": text}
        status = HTTPStatus.CONFLICT
        response = render(request, "shop/buying/_not_added.html", context, status=status)
        return vary_by_fragment(response)
    messages.error(request, f"{product.title}: {text}")
    return see_other(address_of_choice(product, request.POST))


def in_words(error: CartError, cart: Cart, variant: Variant) -> str:
    """Return why no more pieces can be had, with how many the cart holds already."""
    pieces = cart.lines.to_buy().filter(variant=variant).pieces()
    return f"{error} Your cart has {pieces} of it already." if pieces else str(error)


def address_of_choice(product: Product, data: QueryDict) -> str:
    """Return the address of a product's page with the options of a form."""
    chosen = {field: data[field] for field in FIELDS if data.get(field)}
    if not chosen and data.get("variant"):
        chosen = {"variant": data["variant"]}
    address = product.get_absolute_url()
    return f"{address}?{urlencode(chosen)}" if chosen else address


def is_new_guest(request: PageRequest) -> bool:
    """Return whether a cart would be made that nobody has to sign in for."""
    return customer_of(request) is None and find_visitor_cart(request) is None
