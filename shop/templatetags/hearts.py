"""Hearts: which products are on the visitor's wishlist, found out once a page."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse
from django.utils.http import urlencode

from shop.models import Product, User

register = template.Library()
# Where a request keeps what was read for it.
KEPT = "_wished_products"
COUNTED = "_hearts_drawn"


@register.inclusion_tag("components/heart.html", takes_context=True)
def heart(context: Context, product: Product, *, large: bool = False) -> dict[str, Any]:
    """Draw a heart to put a product on the wishlist by, or to take it off."""
    # An include that keeps its context to itself still has the request on this attribute.
    request: HttpRequest | None = getattr(context, "request", None)
    if request is None:
        return {}
    number = getattr(request, COUNTED, 0) + 1
    setattr(request, COUNTED, number)
    is_wished = product.pk in wished_products(request)
    return heart_of(
        request, product, is_wished=is_wished, element_id=f"heart-{number}", large=large
    )


def heart_of(
    request: HttpRequest, product: Product, *, is_wished: bool, element_id: str, large: bool
) -> dict[str, Any]:
    """Return what components/heart.html needs; guests get a link to sign in by."""
    sign_in = {"wish": str(product.pk), "next": request.get_full_path()}
    return {
        "product": product,
        "is_wished": is_wished,
        "is_member": request.user.is_authenticated,
        "sign_in": f"{reverse('account_login')}?{urlencode(sign_in)}",
        "element_id": element_id,
        "large": large,
    }


def wished_products(request: HttpRequest) -> set[int]:
    """Return the ids of the visitor's wishes: one query a page, none for guests."""
    kept: set[int] | None = getattr(request, KEPT, None)
    if kept is None:
        user = request.user
        kept = (
            set(user.wishlist.values_list("product_id", flat=True))
            if isinstance(user, User) and user.is_authenticated
            else set()
        )
        setattr(request, KEPT, kept)
    return kept
