"""No form of the way to an order is taken without its token, and none is believed."""

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from shop.buying_urls import urlpatterns
from shop.models import CartLine, Order, Variant
from shop.services.orders.tokens import order_token
from tests.shop.views.buying.buyers import form_of, order_by
from tests.shop.views.buying.conftest import put_in
from tests.shop.views.buying.tampering import believe, judge, tampered
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db
TRIES, SEED = 60, 20261126
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
    outcomes: Counter[int] = Counter()
    for _ in range(TRIES):
        put_in(client, mug)
        changes, form = tampered(form_of(client), chance)
        status, problem = judge(client, mug, form)
        outcomes[status] += 1
        assert not problem, (changes, problem)
    assert outcomes.keys() == {303, 409, 422}
    assert min(outcomes.values()) > 5


@pytest.mark.parametrize("name", ["to-country", "email"])
@pytest.mark.parametrize("value", ["\x00", "ZZ", "x" * 5_000])
def test_what_no_choice_is_is_refused(client: Client, mug: Variant, name: str, value: str) -> None:
    put_in(client, mug)
    status, problem = judge(client, mug, {**form_of(client), name: value})

    assert not problem
    assert status in {409, 422}


def test_believing_the_forms_total_is_noticed(
    client: Client, mug: Variant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: a shop that takes the form's word sells for a cent, and is caught."""
    monkeypatch.setattr("shop.services.orders.place.check_quote", believe)
    put_in(client, mug)
    status, problem = judge(client, mug, form_of(client, total="0.01"))

    assert (status, problem) == (303, "0.010 instead of 24.90")
