"""No form of the way to an order is taken without its token, and none is believed."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from shop.buying_urls import urlpatterns
from shop.models import CartLine, Order, Variant
from shop.services.orders.tokens import order_token
from shop.services.quotes import quote_cart
from tests.shop.views.buying.buyers import form_of, order_by
from tests.shop.views.buying.conftest import cart_of, put_in
from tests.shop.views.buying.tampering import tampered
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db
TRIES, SEED = 100, 20261126
# They only show things: a form sent there is not taken at all.
READ_ONLY = {"cart", "order", "invoice", "orders", "account_order"}


def address_of(pattern: URLPattern, order: Order) -> str:
    known = {"pk": 1, "token": order_token(order), "number": order.number}
    wanted = pattern.pattern.converters
    return reverse(f"shop:{pattern.name}", kwargs={name: known[name] for name in wanted})


def forms() -> Iterator[URLPattern]:
    for pattern in urlpatterns:
        if pattern.name not in READ_ONLY:
            yield pattern


def test_no_form_is_taken_without_its_token(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    order = order_by(client, payment_provider="card")
    strict = Client(enforce_csrf_checks=True)
    answers = {pattern.name: strict.post(address_of(pattern, order)) for pattern in forms()}

    assert len(answers) == len(urlpatterns) - len(READ_ONLY)
    assert {
        name: each.status_code for name, each in answers.items() if each.status_code != 403
    } == {}
    order.refresh_from_db()
    assert order.status == "pending"


def test_a_form_with_its_token_is_taken(client: Client, mug: Variant) -> None:
    """Negative control: the same client gets through with the token of the page."""
    strict = Client(enforce_csrf_checks=True)
    page = Markup(strict.get("/orders/find/"))
    token = next(page.find("input", name="csrfmiddlewaretoken")).attributes["value"]
    sent = {"variant": mug.pk, "csrfmiddlewaretoken": token}

    assert strict.post("/cart/add/", sent).status_code == 303
    assert CartLine.objects.count() == 1


def test_what_only_shows_takes_nothing(client: Client, mug: Variant, shopper: Any) -> None:
    put_in(client, mug)
    order = order_by(client, payment_provider="bank_transfer")
    client.force_login(shopper)
    answers = {
        pattern.name: client.post(address_of(pattern, order)).status_code
        for pattern in urlpatterns
        if pattern.name in READ_ONLY
    }

    assert answers == dict.fromkeys(READ_ONLY, 405)


def test_tampered_forms_never_matter(client: Client, mug: Variant, settings: Any) -> None:
    """S6, the short form: each gets the shop's own total, or is refused and changes nothing."""
    settings.SHOP = {**settings.SHOP, "RATES": {**settings.SHOP["RATES"], "checkout": "9999/h"}}
    Variant.objects.update(stock=500)
    chance = random.Random(SEED)
    outcomes: dict[int, int] = {}
    for _ in range(TRIES):
        put_in(client, mug)
        before = (Order.objects.count(), Variant.objects.get(pk=mug.pk).stock)
        cart = cart_of(client)
        changes, form = tampered(form_of(client), chance)
        country = form.get("to-country", "")
        wanted = quote_cart(cart=cart, country=country, method=form.get("shipping_method", ""))
        response = client.post("/checkout/", form)
        outcomes[response.status_code] = outcomes.get(response.status_code, 0) + 1
        after = (Order.objects.count(), Variant.objects.get(pk=mug.pk).stock)
        if response.status_code == 303 and after != before:
            order = Order.objects.latest("id")
            pieces = sum(order.lines.values_list("quantity", flat=True))
            assert (order.total, order.customer) == (wanted.total, None), changes
            assert after == (before[0] + 1, before[1] - pieces), changes
        else:
            assert after == before, changes
            assert response.status_code in {303, 409, 422}, changes
    assert outcomes[303] > 5 < outcomes[409]
    assert not {status for status in outcomes if status >= 500}
