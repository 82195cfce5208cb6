"""POST /api/v1/events/: what is written, what is refused, and that nobody is named anywhere."""

import json
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from rest_framework.settings import api_settings
from rest_framework.test import APIClient
from structlog.testing import capture_logs

from ai.analytics.counting import count_searches
from ai.analytics.demand import find_unmet_demand
from ai.analytics.popular import refresh_suggestions
from ai.indexing.spaces import ensure_default_space
from ai.models import LoggedSearch, ShopperEvent, Suggestion, VisitorSalt
from config.log_masks import mask_links
from shop.models import Order, Product, ProductView, User
from shop.services.orders.tokens import order_token
from tests.ai.search.conftest import make_searchable
from tests.api.conftest import signed_in
from tests.factories.shop import OrderFactory, OrderLineFactory, ProductFactory

pytestmark = pytest.mark.django_db
URL = "/api/v1/events/"
VISITOR = str(uuid4())


@pytest.fixture
def kettles() -> list[Product]:
    ensure_default_space()
    made = [
        ProductFactory.create(slug=f"kettle-{number}", title=f"Kettle number {number}")
        for number in range(3)
    ]
    make_searchable(*made)
    return made


def search(client: APIClient, q: str = "kettle", **parameters: Any) -> Any:
    response = client.get("/api/v1/search/", {"q": q, **parameters})
    assert response.status_code == 200
    return response.json()


def event(kind: str, **fields: Any) -> dict[str, Any]:
    return {"id": str(uuid4()), "type": kind, **fields}


def post(client: APIClient, *events: dict[str, Any], **more: Any) -> Any:
    batch = {"consent": True, "visitor": VISITOR, "events": list(events)}
    headers = more.pop("headers", {})
    return client.post(URL, {**batch, **more}, format="json", headers=headers)


def errors(response: Any) -> dict[str, list[str]]:
    assert response.status_code == 400, response.content
    found: dict[str, list[str]] = response.json()["errors"]
    return found


def rows() -> int:
    return LoggedSearch.objects.count() + ShopperEvent.objects.count() + ProductView.objects.count()


def test_a_search_its_click_and_what_follows(anonymous: APIClient, kettles: list[Product]) -> None:
    answer = search(anonymous)
    assert rows() == 0  # the search alone leaves nothing
    slugs = [hit["slug"] for hit in answer["hits"]]
    id_ = answer["search_id"]
    response = post(
        anonymous,
        event("search", receipt=answer["receipt"]),
        event("click", search_id=id_, product=slugs[1], position=2),
        event("view", product=slugs[1], search_id=id_),
        event("add_to_cart", product=slugs[1], search_id=id_, quantity=2),
    )
    assert response.status_code == 200, response.content
    assert response.json() == {"recorded": 4, "repeated": 0, "ignored": ""}
    logged = LoggedSearch.objects.get()
    by_slug = {product.slug: product.pk for product in kettles}
    assert logged.pk == UUID(id_)
    assert (logged.query, logged.folded, logged.total) == ("kettle", "kettle", 3)
    assert logged.shown == [by_slug[slug] for slug in slugs]
    assert (logged.first_position, logged.is_filtered, logged.is_sorted) == (1, False, False)
    click, view, added = (
        ShopperEvent.objects.get(kind=kind) for kind in ("click", "view", "add_to_cart")
    )
    assert (click.search_id, click.product_id, click.position) == (logged.pk, logged.shown[1], 2)
    assert (added.quantity, added.search_id) == (2, logged.pk)
    # The shop's own record of views has it as well.
    seen = ProductView.objects.get()
    assert (seen.product_id, seen.referrer, seen.email) == (logged.shown[1], "search", "")
    assert seen.visitor == view.visitor == logged.visitor


def test_each_event_counts_once(anonymous: APIClient, kettles: list[Product]) -> None:
    answer = search(anonymous)
    batch = [
        event("search", receipt=answer["receipt"]),
        event("view", product="kettle-0"),
    ]
    assert post(anonymous, *batch).json()["recorded"] == 2
    again = post(anonymous, *batch, event("view", product="kettle-1"))
    assert again.json() == {"recorded": 1, "repeated": 2, "ignored": ""}
    # Twice in one batch, and a receipt under another id.
    twice = event("view", product="kettle-2")
    more = post(anonymous, twice, twice, event("search", receipt=answer["receipt"]))
    assert more.json() == {"recorded": 1, "repeated": 2, "ignored": ""}
    assert (LoggedSearch.objects.count(), ShopperEvent.objects.count()) == (1, 3)
    assert ProductView.objects.count() == 3


def test_an_order_is_written_once_from_its_own_books(
    anonymous: APIClient, kettles: list[Product]
) -> None:
    answer = search(anonymous)
    order = OrderFactory.create(line=None, status=Order.Status.PLACED)
    for product, price in zip(kettles[:2], (20, 30), strict=True):
        OrderLineFactory.create(
            order=order, product=product, unit_price=price, quantity=2, discount=1
        )
    token = order_token(order)
    touches = {"kettle-0": answer["search_id"]}
    assert post(anonymous, event("search", receipt=answer["receipt"])).status_code == 200
    first = post(anonymous, event("order", order=token, touches=touches))
    again = post(anonymous, event("order", order=token), visitor=str(uuid4()))
    assert (first.json()["recorded"], again.json()["recorded"]) == (2, 0)
    found = ShopperEvent.objects.get(kind="order", product=kettles[0])
    other = ShopperEvent.objects.get(kind="order", product=kettles[1])
    assert (found.amount, found.quantity, found.currency) == (Decimal(39), 2, "EUR")
    assert (str(found.search_id), other.search_id) == (answer["search_id"], None)
    # Whose it was, and when to the minute, is not in it.
    assert found.visitor == other.visitor == ""
    assert (found.at.hour, found.at.minute, found.at.second) == (0, 0, 0)


@pytest.mark.parametrize("status", [Order.Status.PENDING, Order.Status.CANCELLED])
def test_an_order_that_is_none_yet_or_no_more_is_refused(
    anonymous: APIClient, kettles: list[Product], status: str
) -> None:
    order = OrderFactory.create(status=status)
    found = errors(post(anonymous, event("order", order=order_token(order))))
    assert list(found) == ["events.0.order"]


CLICK = {"search_id": str(uuid4()), "product": "kettle-0", "position": 1}


@pytest.mark.parametrize(
    ("events", "field", "text"),
    [
        ([event("dance")], "events.0.type", "not a valid choice"),
        ([{"type": "view", "product": "kettle-0"}], "events.0.id", "required"),
        ([event("view", product="kettle-0") | {"id": "7"}], "events.0.id", "valid UUID"),
        ([event("view")], "events.0.product", "need it"),
        ([event("view", product="no-such")], "events.0.product", "no such product"),
        ([event("view", product="kettle-0", position=3)], "events.0.position", "do not have it"),
        ([event("search")], "events.0.receipt", "need it"),
        ([event("search", receipt="forged")], "events.0.receipt", "not this shop's"),
        ([event("click", product="kettle-0", position=1)], "events.0.search_id", "need it"),
        ([event("click", **CLICK)], "events.0.search_id", "on record"),
        ([event("click", **{**CLICK, "position": 0})], "events.0.position", "greater than"),
        ([event("order", order="nonsense")], "events.0.order", "no such order"),
        (
            [event("view", product="kettle-0"), event("add_to_cart", product="x y")],
            "events.1.product",
            "slug",
        ),
        (
            [event("add_to_cart", product="kettle-0", quantity=0)],
            "events.0.quantity",
            "greater than",
        ),
        ([], "events", "empty"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_written(
    anonymous: APIClient,
    kettles: list[Product],
    events: list[dict[str, Any]],
    field: str,
    text: str,
) -> None:
    found = errors(post(anonymous, *events))
    name, messages = next(iter(found.items()))
    assert (name.removesuffix(".non_field_errors"), len(found)) == (field, 1), found
    assert text in messages[0]
    assert rows() == 0


def test_a_click_must_be_on_what_was_shown_there(
    anonymous: APIClient, kettles: list[Product]
) -> None:
    answer = search(anonymous)
    slugs = [hit["slug"] for hit in answer["hits"]]
    searched = event("search", receipt=answer["receipt"])
    ProductFactory.create(slug="elsewhere")
    for slug, position in ((slugs[0], 2), (slugs[0], 99), ("elsewhere", 1)):
        click = event("click", search_id=answer["search_id"], product=slug, position=position)
        assert list(errors(post(anonymous, searched, click))) == ["events.1.position"]
    assert rows() == 0


def test_positions_go_on_over_the_pages(anonymous: APIClient, kettles: list[Product]) -> None:
    answer = search(anonymous, page=2, page_size=2)
    click = event(
        "click",
        search_id=answer["search_id"],
        product=answer["hits"][0]["slug"],
        position=3,
    )
    done = post(anonymous, event("search", receipt=answer["receipt"]), click)
    assert done.json()["recorded"] == 2
    assert LoggedSearch.objects.get().first_position == 3


def test_without_consent_nothing_is_taken(anonymous: APIClient, kettles: list[Product]) -> None:
    view = event("view", product="kettle-0")
    assert "agreed" in errors(post(anonymous, view, consent=False))["consent"][0]
    missing = anonymous.post(URL, {"visitor": VISITOR, "events": [view]}, format="json")
    assert list(errors(missing)) == ["consent"]
    assert rows() == 0


@pytest.mark.parametrize("header", ["Sec-GPC", "DNT"])
def test_who_asks_not_to_be_tracked_is_not(
    anonymous: APIClient, kettles: list[Product], header: str
) -> None:
    answer = post(anonymous, event("view", product="kettle-0"), headers={header: "1"})
    assert answer.json() == {"recorded": 0, "repeated": 0, "ignored": "do_not_track"}
    assert rows() == 0
    # The control: "0" is no objection.
    post(anonymous, event("view", product="kettle-0"), headers={header: "0"})
    assert rows() == 2


def test_recording_can_be_off(anonymous: APIClient, kettles: list[Product], settings: Any) -> None:
    settings.AI = {**settings.AI, "EVENTS": {"is_on": False}}
    assert post(anonymous, event("view", product="kettle-0")).json()["ignored"] == "off"
    assert rows() == 0


def test_a_sample_keeps_all_of_a_visitor_or_nothing(
    anonymous: APIClient, kettles: list[Product], settings: Any
) -> None:
    settings.AI = {**settings.AI, "EVENTS": {"sample": 0.3}}
    kept = []
    for _ in range(60):
        visitor = str(uuid4())
        told = [
            post(anonymous, event("view", product=slug), visitor=visitor).json()["recorded"]
            for slug in ("kettle-0", "kettle-1")
        ]
        assert told in ([1, 1], [0, 0])
        kept.append(told[0])
    assert 6 <= sum(kept) <= 32
    assert ShopperEvent.objects.count() == 2 * sum(kept)


@pytest.mark.parametrize("visitor", ["ada@example.com", "0" * 32, str(UUID(int=7)), ""])
def test_a_visitors_key_is_random_or_refused(
    anonymous: APIClient, kettles: list[Product], visitor: str
) -> None:
    assert list(errors(post(anonymous, event("view", product="kettle-0"), visitor=visitor))) == [
        "visitor"
    ]


def test_too_many_and_too_much_are_refused(anonymous: APIClient, kettles: list[Product]) -> None:
    many = [event("view", product="kettle-0") for _ in range(51)]
    assert next(iter(errors(post(anonymous, *many)))).startswith("events")
    response = post(anonymous, event("view", product="kettle-0", order="x" * 70_000))
    assert response.status_code == 413
    assert rows() == 0


@pytest.mark.parametrize(
    "body", ["", "[]", "null", "{", '{"events": {}}', '{"consent": "\\ud800"}']
)
def test_what_is_no_batch_is_refused(anonymous: APIClient, body: str) -> None:
    assert anonymous.post(URL, body, content_type="application/json").status_code == 400


def test_a_form_of_another_site_cannot_send_events(anonymous: APIClient) -> None:
    """A form cannot say that its body is JSON."""
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        assert anonymous.post(URL, "{}", content_type=kind).status_code == 415


def test_events_are_counted_apart(
    anonymous: APIClient, kettles: list[Product], monkeypatch: pytest.MonkeyPatch
) -> None:
    rates = {**api_settings.DEFAULT_THROTTLE_RATES, "events": "2/min"}
    monkeypatch.setattr(api_settings, "DEFAULT_THROTTLE_RATES", rates)
    codes = [post(anonymous, event("view", product="kettle-0")).status_code for _ in range(3)]
    assert codes == [200, 200, 429]


# ----- Nobody is named.
PLANTED = ("zoe.planted@example.com", "+353 91 765 4321", "4242 4242 4242 4242")


def database_text() -> Iterator[tuple[str, str]]:
    """Yield every table of the ai app, and the shop's views, with all its rows as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            # Vectors are numbers without end: any digits are in them.
            if "embedding" in table:
                continue
            if table.startswith("ai_") or table == "shop_productview":
                cursor.execute(
                    f"SELECT coalesce(string_agg(t::text, chr(10)), '') FROM \"{table}\" t"
                )
                yield table, cursor.fetchone()[0]


def test_a_planted_address_is_found_nowhere(anonymous: APIClient, kettles: list[Product]) -> None:
    """An e-mail address, a telephone and a card number, typed into the search and followed up."""
    with capture_logs(processors=[mask_links]) as lines:
        for planted in PLANTED:
            answer = search(anonymous, q=f"kettle {planted}")
            receipt = answer["receipt"]
            done = post(
                anonymous, event("search", receipt=receipt), event("view", product="kettle-0")
            )
            assert done.json()["recorded"] == 2
        anonymous.get("/search/", {"q": PLANTED[0]})
        anonymous.get("/api/v1/suggest/", {"q": PLANTED[0]})
        count_searches()
        refresh_suggestions()
        find_unmet_demand()
    everything = dict(database_text())
    assert LoggedSearch.objects.count() == 3
    assert all("[" in each.query for each in LoggedSearch.objects.all())
    everything["log lines"] = json.dumps(lines, default=str)
    # Parts that are long enough to stand nowhere by chance, as "353" does in ids and moments.
    for planted in (*PLANTED, "zoe", "planted", "7654321", "765 4321", "4242 4242", "+353"):
        assert [name for name, text in everything.items() if planted in text] == []
    assert not Suggestion.objects.filter(kind="query").exists()


def test_the_search_would_find_what_is_planted(
    anonymous: APIClient, kettles: list[Product], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: without the mask, the same look at the database finds it."""
    monkeypatch.setattr("ai.analytics.receipts.mask_personal", lambda text: text)
    answer = search(anonymous, q=f"kettle {PLANTED[0]}")
    post(anonymous, event("search", receipt=answer["receipt"]))
    assert [name for name, text in database_text() if "zoe" in text] == ["ai_loggedsearch"]


def test_log_lines_would_hold_what_is_searched() -> None:
    """The negative control of the log: its mask is what keeps a text out."""
    line = {"request": "GET /search/?page=2&q=zoe%40example.com&sort=newest"}
    masked = mask_links(None, "", dict(line))
    assert masked["request"] == "GET /search/?page=2&q=…&sort=newest"


def test_an_account_leaves_no_trace(kettles: list[Product]) -> None:
    user = User.objects.create_user("zoe.account@example.com", "x")
    client = signed_in(user)
    answer = search(client)
    click = event(
        "click", search_id=answer["search_id"], product=answer["hits"][0]["slug"], position=1
    )
    post(
        client, event("search", receipt=answer["receipt"]), click, event("view", product="kettle-1")
    )
    assert rows() == 4
    for table, text in database_text():
        assert "zoe" not in text, table
        assert "127.0.0.1" not in text, table
        assert VISITOR not in text, table
        assert VISITOR.replace("-", "") not in text, table
    names = {field.name for model in (LoggedSearch, ShopperEvent) for field in model._meta.fields}
    assert not names & {"user", "email", "ip", "session", "user_agent", "customer", "order"}


def test_a_visitor_is_somebody_else_next_week(
    anonymous: APIClient, kettles: list[Product], monkeypatch: pytest.MonkeyPatch
) -> None:
    post(anonymous, event("view", product="kettle-0"))
    post(anonymous, event("view", product="kettle-1"))
    assert len(set(ShopperEvent.objects.values_list("visitor", flat=True))) == 1
    # The salt of last week is thrown away, and with it the way back from the key to the rows.
    VisitorSalt.objects.all().delete()
    post(anonymous, event("view", product="kettle-2"))
    assert len(set(ShopperEvent.objects.values_list("visitor", flat=True))) == 2


def test_moments_are_whole_hours(anonymous: APIClient, kettles: list[Product]) -> None:
    answer = search(anonymous)
    post(anonymous, event("search", receipt=answer["receipt"]), event("view", product="kettle-0"))
    moments = [
        LoggedSearch.objects.get().at,
        ShopperEvent.objects.get().at,
        ProductView.objects.get().viewed_at,
    ]
    assert {(each.minute, each.second, each.microsecond) for each in moments} == {(0, 0, 0)}


def test_no_migration_is_missing() -> None:
    out = StringIO()
    call_command("makemigrations", "ai", check=True, dry_run=True, stdout=out)
