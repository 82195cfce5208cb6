"""GET /api/v1/recommendations/{kind}/: what it answers and what it refuses."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.settings import api_settings
from rest_framework.test import APIClient

from ai.models import LoggedBox, ShopperEvent
from shop.models import Order, Product, ProductView, User
from shop.services.orders.tokens import order_token
from tests.ai.recommendations.conftest import Camp, give_past, make_camp, order, run_all
from tests.api.conftest import program, signed_in
from tests.factories.shop import CartLineFactory

pytestmark = pytest.mark.django_db
URL = "/api/v1/recommendations/"


@pytest.fixture
def camp(db: None) -> Camp:
    """Return the small shop with a past, and lists made of it."""
    made = make_camp()
    give_past(made)
    run_all()
    return made


def ask(client: APIClient, kind: str, **parameters: Any) -> Any:
    response = client.get(f"{URL}{kind}/", parameters)
    assert response.status_code == 200, response.content
    return response.json()


def slugs(answer: Any) -> list[str]:
    return [each["slug"] for each in answer["results"]]


def errors(client: APIClient, kind: str, **parameters: Any) -> dict[str, list[str]]:
    response = client.get(f"{URL}{kind}/", parameters)
    assert response.status_code == 400, response.content
    found: dict[str, list[str]] = response.json()["errors"]
    return found


def test_a_card_with_its_reason(anonymous: APIClient, camp: Camp) -> None:
    answer = ask(anonymous, "together", product="tarn-2", limit=2)
    assert (answer["kind"], slugs(answer)) == ("together", ["pegs", "lamp"])
    first = answer["results"][0]
    assert first["reason"] == {
        "kind": "bought_together",
        "text": "Bought with Tarn 2 tent in 6 orders",
        "count": 6,
        "because": "tarn-2",
    }
    assert (first["url"], first["price_min"], first["in_stock"]) == (
        "http://testserver/p/pegs/",
        "9.00",
        True,
    )
    # No scores: they would tell of the shop's sales.
    assert "score" not in str(answer)


def test_every_kind_answers(anonymous: APIClient, camp: Camp) -> None:
    cart = CartLineFactory(variant=camp.products["tarn-2"].variants.get()).cart
    of_tent = {"product": "tarn-2"}
    assert len(slugs(ask(anonymous, "similar", **of_tent, limit=3))) == 3
    assert "pegs" in slugs(ask(anonymous, "complements", cart=str(cart.token), limit=3))
    assert "pegs" in slugs(ask(anonymous, "complements", product=["tarn-2", "mug"], limit=3))
    assert slugs(ask(anonymous, "recent", viewed=["mug", "lamp"])) == ["mug", "lamp"]
    assert "tarn-2" not in slugs(ask(anonymous, "for_you", viewed=["tarn-2"], limit=3))
    assert len(slugs(ask(anonymous, "trending", category="tents", limit=2))) == 2
    assert slugs(ask(anonymous, "new", limit=1)) == ["tarn-1"]
    assert slugs(ask(anonymous, "recent")) == []


def test_an_accounts_orders_count_where_the_call_may_read_them(
    camp: Camp, shopper: User, anonymous: APIClient
) -> None:
    order(camp.products["tarn-2"], camp.products["pegs"], customer=shopper)
    mine = slugs(ask(signed_in(shopper), "for_you", limit=6))
    assert not {"tarn-2", "pegs"} & set(mine)
    assert mine[0] == "lamp"
    assert slugs(ask(program(shopper, "orders:read"), "for_you", limit=6)) == mine
    others = slugs(ask(program(shopper, "reviews:write"), "for_you", limit=6))
    assert others == slugs(ask(anonymous, "for_you", limit=6)) != mine


@pytest.mark.parametrize(
    ("kind", "parameters", "wrong"),
    [
        ("similar", {}, {"product": ["Name the one product that it stands beside."]}),
        (
            "together",
            {"product": ["mug", "lamp"]},
            {"product": ["Name the one product that it stands beside."]},
        ),
        ("complements", {}, {"cart": ["Name a cart, or the products in it."]}),
        ("trending", {"category": "moon"}, {"category": ["There is no such category."]}),
        ("for_you", {"viewed": ["mug", "moon"]}, {"viewed": ["There is no product “moon”."]}),
        ("recent", {"viewed": "a\x00b"}, {"viewed": ["There is no product “a\x00b”."]}),
        (
            "complements",
            {"product": "mug", "cart": "x"},
            {"cart": ["There is no such cart."]},
        ),
        (
            "complements",
            {"product": "mug", "cart": str(uuid4())},
            {"cart": ["There is no such cart."]},
        ),
        ("new", {"limit": "0"}, {"limit": ["A number from 1 to 24."]}),
        ("new", {"limit": "9" * 5000}, {"limit": ["A number from 1 to 24."]}),
        ("new", {"in_stock": "perhaps"}, {"in_stock": ["Either true or false."]}),
        ("new", {"limits": "3"}, {"limits": ["There is no such parameter."]}),
        ("new", {"limit": ["3", "4"]}, {"limit": ["This can be given once."]}),
        ("for_you", {"viewed": [f"a{n}" for n in range(30)]}, {"viewed": ["At most 24."]}),
    ],
)
def test_bad_questions_are_told_what_is_wrong(
    anonymous: APIClient, kind: str, parameters: dict[str, Any], wrong: dict[str, list[str]]
) -> None:
    make = Product.objects.create
    for slug in ("mug", "lamp"):
        make(slug=slug, title=slug, status="active")
    assert errors(anonymous, kind, **parameters) == wrong


def test_an_unknown_kind_is_not_found(anonymous: APIClient) -> None:
    response = anonymous.get(f"{URL}surprise/")
    assert response.status_code == 404
    assert "similar, together" in response.json()["detail"]
    assert anonymous.post(f"{URL}new/").status_code == 401


def test_what_is_sold_out_comes_when_asked_for(anonymous: APIClient, camp: Camp) -> None:
    camp.products["pegs"].variants.update(stock=0)
    assert "pegs" not in slugs(ask(anonymous, "together", product="tarn-2"))
    both = ask(anonymous, "together", product="tarn-2", in_stock="false")
    assert slugs(both)[0] == "pegs"
    assert both["results"][0]["in_stock"] is False


def test_calls_are_limited(
    anonymous: APIClient, camp: Camp, monkeypatch: pytest.MonkeyPatch
) -> None:
    rates = {**api_settings.DEFAULT_THROTTLE_RATES, "recommendations": "2/min"}
    monkeypatch.setattr(api_settings, "DEFAULT_THROTTLE_RATES", rates)
    answers = [anonymous.get(f"{URL}new/").status_code for _ in range(3)]
    assert answers == [200, 200, 429]


def test_the_same_queries_for_two_and_for_ten(anonymous: APIClient, camp: Camp) -> None:
    counts = []
    for limit in (2, 10):
        ask(anonymous, "trending", limit=limit)
        with CaptureQueriesContext(connection) as queries:
            ask(anonymous, "trending", limit=limit)
        counts.append(len(queries))
    # The longer answer goes on to the lists of what is popular, and of what is newest.
    assert counts[1] - counts[0] <= 2
    assert counts[1] <= 10


def event(kind: str, **fields: Any) -> dict[str, Any]:
    return {"id": str(uuid4()), "type": kind, **fields}


def tell(client: APIClient, *events: dict[str, Any]) -> Any:
    batch = {"consent": True, "visitor": str(uuid4()), "events": list(events)}
    return client.post("/api/v1/events/", batch, format="json")


def test_from_a_box_to_an_order(anonymous: APIClient, camp: Camp) -> None:
    answer = ask(anonymous, "together", product="tarn-2", limit=2)
    assert LoggedBox.objects.count() == 0  # the answer alone leaves nothing
    box = answer["box_id"]
    response = tell(
        anonymous,
        event("box", receipt=answer["receipt"]),
        event("box_click", box_id=box, product="lamp", position=2),
        event("view", product="lamp", box_id=box),
        event("add_to_cart", product="lamp", box_id=box),
    )
    assert response.json() == {"recorded": 4, "repeated": 0, "ignored": ""}
    logged = LoggedBox.objects.get()
    assert (str(logged.pk), logged.kind) == (box, "together")
    assert logged.shown == camp.ids("pegs", "lamp")
    assert set(logged.events.values_list("kind", flat=True)) == {"box_click", "view", "add_to_cart"}
    assert ProductView.objects.latest("pk").referrer == "related"
    bought = order(camp.products["lamp"], camp.products["mug"])
    tell(anonymous, event("order", order=order_token(bought), touches={"lamp": box}))
    rows = ShopperEvent.objects.filter(kind="order", search=None)
    assert dict(rows.values_list("product", "box")) == {
        camp.id("lamp"): logged.pk,
        camp.id("mug"): None,
    }
    assert Order.objects.count()


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"product": "pegs", "position": 2}, {"position": "The box did not show"}),
        ({"product": "pegs", "position": 9}, {"position": "The box did not show"}),
        ({"product": "pegs", "position": 1, "box_id": str(uuid4())}, {"box_id": "No box"}),
        ({"product": "moon", "position": 1}, {"product": "There is no such product"}),
    ],
)
def test_clicks_that_cannot_have_been_are_refused(
    anonymous: APIClient, camp: Camp, fields: dict[str, Any], wrong: dict[str, str]
) -> None:
    answer = ask(anonymous, "together", product="tarn-2", limit=2)
    click = event("box_click", **{"box_id": answer["box_id"], **fields})
    response = tell(anonymous, event("box", receipt=answer["receipt"]), click)
    assert response.status_code == 400
    ((name, text),) = wrong.items()
    assert text in response.json()["errors"][f"events.1.{name}"][0]
    assert LoggedBox.objects.count() == 0


def test_receipts_cannot_be_made_up_or_taken_for_another(anonymous: APIClient, camp: Camp) -> None:
    search = anonymous.get("/api/v1/search/", {"q": "tent"}).json()
    for receipt in ("x", search["receipt"]):
        assert tell(anonymous, event("box", receipt=receipt)).status_code == 400
    assert LoggedBox.objects.count() == 0


def test_a_browser_forgets_what_it_looked_at(anonymous: APIClient, camp: Camp) -> None:
    anonymous.get("/p/mug/")
    assert "looked_at" in anonymous.cookies
    response = anonymous.delete("/api/v1/history/")
    assert response.status_code == 204
    assert {name: response.cookies[name].value for name in response.cookies} == {
        "looked_at": "",
        "box_lot": "",
    }
