"""What a visitor looked at lately: product ids in a signed cookie, and nothing in the database."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from shop.models import Product
from shop.own_paths import is_own_path
from shop.views.fragments import PageRequest

COOKIE = "looked_at"
SALT = "shop.looked-at"
# Products: as many as are leafed through.
KEPT = 12
# Seconds; what was looked at a month ago is no longer "lately".
MAX_AGE = 30 * 24 * 3600
SEPARATOR = "-"
# What the visitor answered to being counted: after a no, nothing is remembered here either.
ANSWER = "counting"


def read_recent(request: HttpRequest) -> list[int]:
    """Return the ids of the products looked at, the latest first; none from a forged cookie."""
    value = request.get_signed_cookie(COOKIE, default=None, salt=SALT, max_age=MAX_AGE) or ""
    return [int(each) for each in value.split(SEPARATOR) if each]


def remember(request: HttpRequest, response: HttpResponse, product: Product) -> None:
    """Have the visitor's browser keep that a product was looked at, unless they refused it."""
    if request.COOKIES.get(ANSWER) == "no":
        return
    ids = dict.fromkeys([product.pk, *read_recent(request)])
    response.set_signed_cookie(
        COOKIE,
        SEPARATOR.join(map(str, list(ids)[:KEPT])),
        salt=SALT,
        max_age=MAX_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def find_recent(request: HttpRequest, *, besides: Product | None = None) -> list[Product]:
    """Return the products looked at that are still shown, the latest first."""
    ids = [each for each in read_recent(request) if besides is None or each != besides.pk]
    if not ids:
        return []
    found = Product.objects.published().filter(pk__in=ids).for_cards()
    return sorted(found, key=lambda product: ids.index(product.pk))


@require_POST
def clear_recent(request: PageRequest) -> HttpResponse:
    """Forget what was looked at, and go back to where the visitor was."""
    back = request.POST.get("next", "")
    response = (
        HttpResponse() if request.htmx else redirect(back if is_own_path(back) else "shop:home")
    )
    response.delete_cookie(COOKIE, samesite="Lax")
    return response
