"""The cart's page, and how a change of it is answered."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from shop.exceptions import NotInCart, ShopError
from shop.views.buying.basket import open_countries, read_basket
from shop.views.buying.notices import Notice, keep_notice, pop_notice
from shop.views.fragments import PageRequest, vary_by_fragment
from shop.visitor_cart import customer_of, find_visitor_cart

View = Callable[..., HttpResponse]
Change = Callable[..., Notice | None]


@require_safe
@never_cache
def cart(request: PageRequest) -> HttpResponse:
    """Show what is in the cart, beside it, and what it comes to."""
    return show_cart(request, "shop/buying/cart.html", pop_notice(request))


def show_cart(request: PageRequest, template: str, notice: Notice | None) -> HttpResponse:
    """Return the cart by this template, with what there is to say about it."""
    customer = customer_of(request)
    basket = read_basket(find_visitor_cart(request), email=customer.email if customer else "")
    context = {"basket": basket, "countries": open_countries(), "notice": notice}
    return render(request, template, context)


def cart_change(change: Change) -> View:
    """Make a view of a function that changes the visitor's cart and may have something to say.

    htmx gets the cart anew, with 409 where the change was refused; without it the way leads back
    to the cart's page, which says the same.
    """

    @require_POST
    @wraps(change)
    def view(request: PageRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            own = find_visitor_cart(request)
            if own is None:
                raise NotInCart
            notice = change(request, own, *args, **kwargs)
        except NotInCart as error:
            notice = Notice(text=str(error), is_problem=True)
        except ShopError as error:
            notice = Notice(text=str(error), is_problem=True, line_id=kwargs.get("pk"))
        return answer(request, notice)

    return view


def answer(request: PageRequest, notice: Notice | None) -> HttpResponse:
    """Return the cart after a change."""
    if request.htmx:
        response = show_cart(request, "shop/buying/_cart_update.html", notice)
        if notice and notice.is_problem:
            response.status_code = HTTPStatus.CONFLICT
        return vary_by_fragment(response)
    if notice:
        keep_notice(request, notice)
    return HttpResponseRedirect(reverse("shop:cart"), status=HTTPStatus.SEE_OTHER)
