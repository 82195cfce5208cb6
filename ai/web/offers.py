"""A product and what goes with it, put into the cart at once: all of what is ticked, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from shop.exceptions import CartError
from shop.models import Cart, CartLine, Product, Variant
from shop.own_paths import is_own_path
from shop.row_ids import read_row_id
from shop.services.cart import add_to_cart
from shop.views.buying.adding import is_new_guest, show_drawer
from shop.views.buying.paying import see_other
from shop.views.buying.reading import read_number
from shop.views.fragments import PageRequest, vary_by_fragment
from shop.views.limits import find_excess, refuse
from shop.visitor_cart import open_visitor_cart

NOTHING_TICKED: Final = "Tick what you would like to have."
NOTHING_ADDED: Final = "Nothing was put into the cart."
# More than a box has.
MOST: Final = 12
CONFLICT: Final = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A product with its variants that can be bought now, the cheapest first."""

    product: Product
    variants: tuple[Variant, ...]

    @property
    def field(self) -> str:
        """The name of the field that says which variant is meant."""
        return field_of(self.product.pk)


def field_of(product: int) -> str:
    """Return the name of the field that says which variant of a product is meant."""
    return f"variant-{product}"


def list_offers(ids: Sequence[int]) -> list[Offer]:
    """Return what can be bought of these published products, in their order."""
    found = Product.objects.published().filter(pk__in=ids).prefetch_related("variants")
    products = {product.pk: product for product in found.only("pk", "title")}
    offers = []
    for pk in ids:
        if pk in products:
            buyable = [each for each in products[pk].variants.all() if each.is_buyable]
            buyable.sort(key=lambda each: (each.price or 0, each.position, each.pk))
            offers.append(Offer(product=products[pk], variants=tuple(buyable)))
    return [each for each in offers if each.variants]


@require_POST
def add_together(request: PageRequest) -> HttpResponse:
    """Put a piece of everything that is ticked into the cart, or, where that cannot be, nothing."""
    ids = [read_row_id(each) for each in request.POST.getlist("take")[:MOST]]
    offers = list_offers(list(dict.fromkeys(ids)))
    if not offers:
        return refuse_all(request, NOTHING_TICKED)
    if is_new_guest(request) and (limit := find_excess(request, kind="cart")):
        return refuse(request, limit, back=request.path)
    cart = open_visitor_cart(request)
    try:
        line = put_all_in(cart, [chosen(request, offer) for offer in offers])
    except CartError as error:
        return refuse_all(request, f"{error} {NOTHING_ADDED}")
    if not request.htmx:
        return see_other(reverse("shop:cart"))
    return show_drawer(request, cart, line, 1)


def chosen(request: PageRequest, offer: Offer) -> Variant:
    """Return the variant that the form names, the cheapest where it names none that there is."""
    named = read_number(request.POST, offer.field, otherwise=0)
    return next((each for each in offer.variants if each.pk == named), offer.variants[0])


@transaction.atomic
def put_all_in(cart: Cart, variants: Sequence[Variant]) -> CartLine:
    """Put a piece of each in and return the first's line; raises CartError, and changes nothing.

    In the order of their ids, as every writer of several rows.
    """
    lines = {
        variant.pk: add_to_cart(cart=cart, variant=variant)
        for variant in sorted(variants, key=lambda each: each.pk)
    }
    return lines[variants[0].pk]


def refuse_all(request: PageRequest, text: str) -> HttpResponse:
    """Say why nothing was put in: below the button, or above the page it was pressed on."""
    if request.htmx:
        context = {"problem": text}
        response = render(request, "shop/buying/_not_added.html", context, status=CONFLICT)
        return vary_by_fragment(response)
    messages.error(request, text)
    back = request.POST.get("next", "")
    return see_other(back if is_own_path(back) else reverse("shop:home"))
