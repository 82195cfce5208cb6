"""What the checkout shows."""

import re
import secrets
from typing import Any, Final

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.shortcuts import render, resolve_url
from django.urls import reverse

from shop.models import Cart, Page
from shop.services.orders.place import list_offered
from shop.views.buying.arrival import list_ways
from shop.views.buying.basket import read_basket
from shop.views.buying.refusals import Refusal
from shop.views.buying.seen import changes_since, sign_seen
from shop.views.buying.sheet import Sheet
from shop.views.fragments import PageRequest, vary_by_fragment

# Pages of the shop that say on which terms it sells, where it has them.
TERMS: Final = ("terms", "shipping", "returns", "privacy")
# A key that this page made; any other is replaced.
KEY: Final = re.compile(r"[A-Za-z0-9_-]{22,80}")


def show_checkout(
    request: PageRequest, cart: Cart | None, sheet: Sheet, refusal: Refusal | None = None
) -> HttpResponse:
    """Return the checkout, or for htmx its parts that depend on choices."""
    context = checkout_context(request, cart, sheet, refusal)
    template = "_checkout_update" if request.htmx else "checkout"
    response = render(request, f"shop/buying/{template}.html", context)
    if refusal:
        response.status_code = refusal.status
        if refusal.wait_s is not None:
            response["Retry-After"] = str(refusal.wait_s)
    return vary_by_fragment(response)


def checkout_context(
    request: PageRequest, cart: Cart | None, sheet: Sheet, refusal: Refusal | None
) -> dict[str, Any]:
    """Return everything that stands on the page."""
    basket = read_basket(
        cart, email=sheet.email, country=sheet.country, method=sheet.shipping_method
    )
    offered = list_offered(basket.quote)
    chosen = {each.code: each for each in offered}.get(sheet.payment_provider)
    return {
        "sheet": sheet,
        "basket": basket,
        "ways": list_ways(basket),
        "offered": offered,
        "paying": chosen or next(iter(offered), None),
        "key": new_key() if refusal and refusal.has_spent_key else key_of(request.POST),
        "seen": sign_seen(basket),
        "changes": changes_since(request.POST.get("seen", ""), basket) if refusal else None,
        "refusal": refusal,
        "terms": find_terms(),
        "login_address": f"{resolve_url(settings.LOGIN_URL)}?next={reverse('shop:checkout')}",
    }


def key_of(data: QueryDict) -> str:
    """Return the key of the form that was sent, else a new one.

    Made once a view of the page and kept while nothing is ordered: a form sent twice orders once.
    """
    sent = data.get("key", "")
    return sent if KEY.fullmatch(sent) else new_key()


def new_key() -> str:
    """Return a key that nobody guesses: 128 bits."""
    return secrets.token_urlsafe(16)


def find_terms() -> list[Page]:
    """Return the pages that say on which terms the shop sells."""
    pages = {page.slug: page for page in Page.objects.published().filter(slug__in=TERMS)}
    return [pages[slug] for slug in TERMS if slug in pages]
