"""What may be used of a visitor, and what a visitor has said about that.

`yes` and `no` are the answers to the question at the foot of pages (0020). Global Privacy Control
and Do Not Track count as a no.
"""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse

from ai.analytics.options import event_options
from ai.recommendations.experiments import LOT_COOKIE, LOTS, draw_lot
from shop.views.recent import ANSWER, read_recent
from shop.visitor_cart import customer_of, find_visitor_cart

# The lot is kept for half a year, as the answer is.
LOT_AGE: Final = 182 * 24 * 3600
_MOST_DIGITS: Final = len(str(LOTS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """What boxes may know: looks after a yes, an account's orders until a no, the cart always."""

    history: tuple[int, ...]
    customer: int | None
    cart: tuple[int, ...]


def has_agreed(request: HttpRequest) -> bool:
    """Return whether what the visitor looks at may be counted and used."""
    is_yes = request.COOKIES.get(ANSWER) == "yes"
    return is_yes and event_options().is_on and not objects(request)


def has_refused(request: HttpRequest) -> bool:
    """Return whether the visitor, or the browser for them, has said no."""
    return request.COOKIES.get(ANSWER) == "no" or objects(request)


def objects(request: HttpRequest) -> bool:
    """Return whether the browser does: by Global Privacy Control, or the older Do Not Track."""
    return "1" in (request.headers.get("Sec-GPC"), request.headers.get("DNT"))


def visitor_of(request: HttpRequest) -> Visitor:
    """Return what boxes may know of whoever asks."""
    account = None if has_refused(request) else customer_of(request)
    return Visitor(
        history=tuple(read_recent(request)) if has_agreed(request) else (),
        customer=account.pk if account else None,
        cart=tuple(products_in_cart(request)),
    )


def products_in_cart(request: HttpRequest) -> list[int]:
    """Return the products that the visitor is about to buy, in the order they were put in."""
    cart = find_visitor_cart(request)
    if cart is None:
        return []
    lines = cart.lines.to_buy().values_list("variant__product_id", flat=True)
    return list(dict.fromkeys(lines))


def lot_of(request: HttpRequest) -> int | None:
    """Return the browser's lot, one drawn now where it has none; None without a yes."""
    if not has_agreed(request):
        return None
    kept = request.COOKIES.get(LOT_COOKIE, "")
    is_lot = kept.isascii() and kept.isdigit() and len(kept) < _MOST_DIGITS
    return int(kept) if is_lot else draw_lot()


def keep_lot(request: HttpRequest, response: HttpResponse, lot: int) -> None:
    """Have the browser keep its lot."""
    if request.COOKIES.get(LOT_COOKIE) != str(lot):
        response.set_cookie(
            LOT_COOKIE,
            str(lot),
            max_age=LOT_AGE,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )
