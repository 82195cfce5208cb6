"""Hearts: which products are on the visitor's wishlist, found out once a page."""

from zlib import crc32

from django import template
from django.http import HttpRequest
from django.template import Context
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from shop.cards import DrawnCard
from shop.models import Product, User

register = template.Library()
# Where a request keeps what was read for it.
KEPT = "_wished_products"
COUNTED = "_hearts_drawn"
# Written here and not in templates: a list draws two dozen.
_OF_MEMBER = (
    '<button class="heart{css}" id="{element_id}" type="submit" form="hearts" name="product"'
    ' value="{pk}" formaction="{address}" hx-post="{address}" hx-target="this"'
    ' hx-swap="outerHTML"{vals} aria-pressed="{pressed}">{icon}{words}</button>'
)
_OF_GUEST = '<a class="heart{css}" href="{address}" rel="nofollow">{icon}{words}</a>'
_ICON = '<svg class="icon" aria-hidden="true"><use href="{}#heart"/></svg>'
_HIDDEN = '<span class="visually-hidden">{}: {}</span>'


@register.simple_tag(takes_context=True)
def heart(context: Context, product: Product | DrawnCard, *, large: bool = False) -> SafeString:
    """Draw a heart to put a product on the wishlist by, or to take it off."""
    # An include that keeps its context to itself still has the request on this attribute.
    request: HttpRequest | None = getattr(context, "request", None)
    if request is None:
        return SafeString()
    number = getattr(request, COUNTED, 0) + 1
    setattr(request, COUNTED, number)
    is_wished = product.pk in wished_products(request)
    element_id = f"heart-{_part_of_page(request)}{number}"
    return draw_heart(request, product, is_wished=is_wished, element_id=element_id, large=large)


def _part_of_page(request: HttpRequest) -> str:
    """Return what tells hearts of a part that is fetched later from the page's own, else nothing.

    Two elements of one page must not have the same id.
    """
    if "HX-Request" not in request.headers:
        return ""
    return f"{crc32(request.get_full_path().encode()):x}-"


def draw_heart(
    request: HttpRequest,
    product: Product | DrawnCard,
    *,
    is_wished: bool,
    element_id: str,
    large: bool,
) -> SafeString:
    """Return a heart as HTML; guests get a link to sign in by."""
    is_member = request.user.is_authenticated
    words = "On your wishlist" if is_member else "Keep on your wishlist"
    drawing = {
        "css": " heart--large" if large else "",
        "icon": format_html(_ICON, static("img/icons.svg")),
        "words": words if large else format_html(_HIDDEN, words, product.title),
    }
    if not is_member:
        sign_in = {"wish": str(product.pk), "next": request.get_full_path()}
        address = f"{reverse('account_login')}?{urlencode(sign_in)}"
        return format_html(_OF_GUEST, address=address, **drawing)
    return format_html(
        _OF_MEMBER,
        element_id=element_id,
        pk=str(product.pk),
        address=reverse("shop:unwish" if is_wished else "shop:wish"),
        vals=mark_safe(""" hx-vals='{"large": "1"}'""") if large else "",
        pressed="true" if is_wished else "false",
        **drawing,
    )


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
