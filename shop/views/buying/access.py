"""Who may see an order: whoever holds its signed link."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache

from shop.services.orders.tokens import find_order_by_token
from shop.views.fragments import PageRequest

View = Callable[..., HttpResponse]


def by_token(view: View) -> View:
    """Hand a view the order that its address names by a signed token; 404 for any other.

    An order's number alone opens nothing, and nothing in between keeps the page.
    """

    @never_cache
    @wraps(view)
    def opened(request: PageRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
        order = find_order_by_token(token)
        if order is None:
            raise Http404("There is no such order.")
        return view(request, order, *args, **kwargs)

    return opened
