"""A guest's press on a heart, carried through signing in or up until the account is known."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase

from shop.exceptions import ShopError
from shop.models import Product, User
from shop.row_ids import read_row_id
from shop.services.wishlist import add_to_wishlist

View = Callable[..., HttpResponseBase]
# The field of the forms, and where a session keeps it over a second factor or a letter.
WISH = "wish"


def keeping_wish(view: View) -> View:
    """Keep the product that a form of signing in names; a link alone is not enough."""

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if wanted := read_row_id(request.POST.get(WISH, "")):
            request.session[WISH] = wanted
        return view(request, *args, **kwargs)

    return kept


def grant_wish(request: HttpRequest, user: User) -> None:
    """Put what was wished for before signing in on the wishlist."""
    product = Product.objects.published().filter(pk=request.session.pop(WISH, None)).first()
    if product is None:
        return
    try:
        add_to_wishlist(user=user, product=product)
    except ShopError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"“{product.title}” is on your wishlist.")
