"""Hearts on cards and product pages: pressed, and pressed again."""

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from shop.exceptions import ShopError
from shop.models import Product
from shop.row_ids import read_row_id
from shop.services.wishlist import add_to_wishlist, remove_from_wishlist
from shop.templatetags.hearts import draw_heart
from shop.views.fragments import PageRequest

# The ids that hearts have on a page; anything else in the header is not repeated.
HEART_ID = re.compile(r"heart-(?:[0-9a-f]{1,8}-)?\d{1,4}")


@require_POST
def wish(request: PageRequest) -> HttpResponse:
    """Put a product on the list; whoever was signed out meanwhile signs in, and it is there."""
    product = find_product(request)
    if not request.user.is_authenticated:
        return _lead_to_sign_in(request, wish=str(product.pk))
    try:
        add_to_wishlist(user=request.user, product=product)
    except ShopError as error:
        messages.error(request, str(error))
        return _answer(request, product, is_wished=False)
    if not request.htmx:
        messages.success(request, f"“{product.title}” is on your wishlist.")
    return _answer(request, product, is_wished=True)


@require_POST
def unwish(request: PageRequest) -> HttpResponse:
    """Take a product off the list."""
    product = find_product(request)
    if not request.user.is_authenticated:
        return _lead_to_sign_in(request)
    remove_from_wishlist(user=request.user, product=product)
    if not request.htmx:
        messages.success(request, f"“{product.title}” is off your wishlist.")
    return _answer(request, product, is_wished=False)


def find_product(request: PageRequest) -> Product:
    """Return the product that a form names, one the shop no longer shows included."""
    return get_object_or_404(Product, pk=read_row_id(request.POST.get("product", "")))


def _answer(request: PageRequest, product: Product, *, is_wished: bool) -> HttpResponse:
    """Return the heart as it is now, or the page that the form was on."""
    if not request.htmx:
        return redirect(_page_before(request))
    found = HEART_ID.fullmatch(request.htmx.trigger or "")
    drawing = draw_heart(
        request,
        product,
        is_wished=is_wished,
        element_id=found.group() if found else "heart-0",
        large="large" in request.POST,
    )
    return render(request, "shop/account/_heart_update.html", {"heart": drawing})


def _lead_to_sign_in(request: PageRequest, **query: str) -> HttpResponse:
    """Have the whole page go to the sign-in, not only the heart."""
    words = urlencode({**query, "next": _page_before(request)})
    address = f"{reverse('account_login')}?{words}"
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def _page_before(request: PageRequest) -> str:
    """Return the page of this shop that the form names."""
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        return wanted
    return "/"
