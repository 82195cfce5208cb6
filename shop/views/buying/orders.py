"""Orders looked at: by their link, or from the account."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from shop.models import Order
from shop.models.orders import OrderQuerySet
from shop.services.privacy import orders_of
from shop.views.account.visitor import AccountRequest
from shop.views.buying.access import by_token
from shop.views.buying.order_page import read_order_page
from shop.views.buying.order_words import status_words
from shop.views.fragments import PageRequest
from shop.views.listing.pages import build_pages

# Orders on a page of the account's list.
PAGE = 10


@require_safe
@by_token
def order(request: PageRequest, found: Order) -> HttpResponse:
    """Show an order to whoever has its link; right after ordering it is the confirmation."""
    return show_order(request, found)


@require_safe
@never_cache
@login_required
def account_order(request: AccountRequest, number: str) -> HttpResponse:
    """Show an order of the account that is signed in."""
    found = get_object_or_404(own_orders(request), number=number)
    return show_order(request, found, is_own=True)


@require_safe
@never_cache
@login_required
def orders(request: AccountRequest) -> HttpResponse:
    """Show the account's orders, the newest first."""
    counted = own_orders(request).annotate(pieces=Sum("lines__quantity"))
    page = Paginator(counted.order_by("-placed_at", "-id"), PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": [(each, status_words(each)) for each in page],
        "pages": build_pages(
            number=page.number,
            count=page.paginator.num_pages,
            path=request.path,
            data=request.GET,
        ),
        "total": page.paginator.count,
    }
    return render(request, "shop/buying/orders.html", context)


def show_order(request: PageRequest, found: Order, *, is_own: bool = False) -> HttpResponse:
    """Return an order's page; from the account there is a way back to all of them."""
    context = {"page": read_order_page(found), "order": found, "is_own": is_own}
    return render(request, "shop/buying/order.html", context)


def own_orders(request: AccountRequest) -> OrderQuerySet:
    """Return the account's orders, and those that its address made as a guest."""
    return orders_of(request.user)
