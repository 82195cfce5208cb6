"""GET /api/v1/search/: the same search as the page, for programs."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from ai.indexing.spaces import ensure_default_space
from ai.indexing.vocabulary import refresh_vocabulary
from ai.models import PinRule, RedirectRule
from shop.models import Attribute, Product, User
from tests.ai.search.conftest import make_searchable
from tests.api.conftest import program, signed_in
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    ProductAttributeFactory,
    ProductFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db
URL = "/api/v1/search/"


@pytest.fixture
def kettles() -> list[Product]:
    """Return seven kettles of two brands and a towel, searchable."""
    ensure_default_space()
    kitchen = CategoryFactory.create(name="Kitchen", slug="kitchen")
    stove = CategoryFactory.create(name="On the stove", slug="stove", parent=kitchen)
    brands = [BrandFactory.create(slug="heron"), BrandFactory.create(slug="wren")]
    colour = AttributeFactory.create(code="colour", kind=Attribute.Kind.TEXT, is_filterable=True)
    made = []
    for number in range(7):
        product = ProductFactory.create(
            slug=f"kettle-{number}",
            title=f"Kettle number {number}",
            description="<p>It whistles & <em>sings</em>.</p>",
            category=stove,
            brand=brands[number % 2],
            variant=None,
        )
        was = 40 if number % 3 == 2 else None
        VariantFactory.create(
            product=product, price=10 + number, compare_at_price=was, stock=number % 3
        )
        ProductAttributeFactory.create(product=product, attribute=colour, text=f"c{number % 2}")
        made.append(product)
    made.append(ProductFactory.create(slug="towel", title="Linen towel", category=kitchen))
    make_searchable(*made)
    refresh_vocabulary()
    return made


def get(client: APIClient, **parameters: Any) -> Any:
    response = client.get(URL, parameters)
    assert response.status_code == 200, response.content
    return response.json()


def test_hits_totals_and_highlights(anonymous: APIClient, kettles: list[Product]) -> None:
    body = get(anonymous, q="whistling kettle", page_size=3)
    assert body["total"] == 7
    assert len(body["hits"]) == 3
    assert body["pages"] == 3
    hit = body["hits"][0]
    assert hit["slug"].startswith("kettle-")
    assert "<mark>Kettle</mark>" in hit["highlights"]["title"]
    assert "<em>" not in hit["highlights"]["snippet"]
    assert hit["explanation"] is None


def test_pages_hold_everything_once(anonymous: APIClient, kettles: list[Product]) -> None:
    found = [
        hit["slug"]
        for page in (1, 2, 3)
        for hit in get(anonymous, q="kettle", page_size=3, page=page)["hits"]
    ]
    assert sorted(found) == [f"kettle-{number}" for number in range(7)]


@pytest.mark.parametrize(
    ("filters", "slugs"),
    [
        ({"brand": "heron"}, {0, 2, 4, 6}),
        ({"brand": ["heron", "wren"], "price_max": "11"}, {0, 1}),
        ({"price_min": "12.50", "price_max": "15"}, {3, 4, 5}),
        ({"in_stock": "true"}, {1, 2, 4, 5}),
        ({"in_stock": "false"}, {0, 3, 6}),
        ({"on_sale": "true"}, {2, 5}),
        ({"on_sale": "false", "in_stock": "true"}, {1, 4}),
        ({"attribute": "colour:c1"}, {1, 3, 5}),
        ({"attribute": ["colour:c1", "colour:c0"], "brand": "wren"}, {1, 3, 5}),
        ({"category": "kitchen"}, {0, 1, 2, 3, 4, 5, 6}),
    ],
)
def test_filters(
    anonymous: APIClient, kettles: list[Product], filters: dict[str, Any], slugs: set[int]
) -> None:
    body = get(anonymous, q="kettle", **filters)
    assert {hit["slug"] for hit in body["hits"]} == {f"kettle-{number}" for number in slugs}
    assert body["total"] == len(slugs)


def test_facets_count_what_their_values_leave(anonymous: APIClient, kettles: list[Product]) -> None:
    body = get(anonymous, q="kettle", brand="heron")
    facets = {facet["name"]: facet for facet in body["facets"]}
    counts = {value["value"]: value["count"] for value in facets["brand"]["values"]}
    assert counts == {"heron": 4, "wren": 3}
    assert [value["count"] for value in facets["sale"]["values"]] == [1]
    assert "attribute:colour" not in facets  # all of them are of one colour: no choice
    facets = {facet["name"]: facet for facet in get(anonymous, q="kettle", price_min=12)["facets"]}
    colours = {value["value"]: value["count"] for value in facets["attribute:colour"]["values"]}
    assert colours == {"c0": 3, "c1": 2}
    for value, count in colours.items():
        found = get(anonymous, q="kettle", price_min=12, attribute=f"colour:{value}")
        assert found["total"] == count


def test_sorted_by_price(anonymous: APIClient, kettles: list[Product]) -> None:
    hits = get(anonymous, q="kettle", sort="price-low")["hits"]
    assert [hit["slug"] for hit in hits] == [f"kettle-{number}" for number in range(7)]


def test_nothing_found_says_what_would_help(anonymous: APIClient, kettles: list[Product]) -> None:
    body = get(anonymous, q="kettle", brand="heron", price_max="1")
    assert body["total"] == 0
    assert {looser["group"] for looser in body["rescue"]["looser"]} >= {"price"}
    refused = get(anonymous, q="kettel", verbatim="true")
    assert (refused["did_you_mean"], refused["total"]) == ("kettle", 0)


def test_what_the_text_asks_for_is_told_and_can_be_refused(
    anonymous: APIClient, kettles: list[Product]
) -> None:
    body = get(anonymous, q="kettel under 12")
    assert body["understood"] == {
        "text": "kettle",
        "corrected_from": "kettel under 12",
        "constraints": [
            {
                "kind": "price",
                "label": "up to €12.00",
                "value": "under 12",
                "is_filter": True,
                "is_relaxed": False,
                "remove": "price:under 12",
            }
        ],
    }
    assert body["total"] == 3
    kept = get(anonymous, q="kettle under 12", keep="price:under 12")
    assert kept["understood"]["constraints"] == []
    assert kept["total"] == 7
    assert anonymous.get(URL, {"q": "kettle", "keep": "lies:x"}).status_code == 400


@pytest.mark.parametrize(
    ("parameters", "names"),
    [
        ({"page": "0"}, ["page"]),
        ({"page": "x"}, ["page"]),
        ({"page_size": "1000"}, ["page_size"]),
        ({"sort": "cheapest"}, ["sort"]),
        ({"price_min": "ten"}, ["price_min"]),
        ({"price_min": "5", "price_max": "4"}, ["price_min"]),
        ({"rating_min": "9"}, ["rating_min"]),
        ({"in_stock": "perhaps"}, ["in_stock"]),
        ({"on_sale": "perhaps"}, ["on_sale"]),
        ({"brand": "nobody", "category": "nowhere"}, ["brand", "category"]),
        ({"attribute": "nonsense"}, ["attribute"]),
        ({"attribute": "unknown:1"}, ["attribute"]),
    ],
)
def test_bad_input_is_named(
    anonymous: APIClient, kettles: list[Product], parameters: dict[str, str], names: list[str]
) -> None:
    response = anonymous.get(URL, {"q": "kettle", **parameters})
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert sorted(response.json()["errors"]) == names


def test_a_page_beyond_the_last_is_not_found(anonymous: APIClient, kettles: list[Product]) -> None:
    response = anonymous.get(URL, {"q": "kettle", "page": "2"})
    assert response.status_code == 404
    assert "1 page" in response.json()["detail"]


def test_explanations_are_for_staff(
    anonymous: APIClient, staff: User, shopper: User, kettles: list[Product]
) -> None:
    why = get(signed_in(staff), q="kettle", explain="true")["hits"][0]["explanation"]
    assert why["words_rank"] >= 1
    assert 0 < why["score"] <= 1
    token = program(staff, "catalogue:read")
    assert get(token, q="kettle", explain="true")["hits"][0]["explanation"]
    for client in (anonymous, signed_in(shopper)):
        response = client.get(URL, {"q": "kettle", "explain": "true"})
        assert response.status_code in {401, 403}


def test_a_page_costs_the_same_queries_however_long(
    anonymous: APIClient, kettles: list[Product]
) -> None:
    get(anonymous, q="kettle")  # what is remembered is remembered now
    counts = []
    for size in (1, 7):
        with CaptureQueriesContext(connection) as captured:
            get(anonymous, q="kettle", page_size=size)
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[1] <= 25


def test_words_alone_answer_where_there_is_no_space(anonymous: APIClient) -> None:
    ProductFactory.create(title="Copper kettle")
    body = get(anonymous, q="kettle")
    assert body["degraded"] is True
    assert body["note"]


def test_rules_are_told_to_staff_and_redirects_to_all(
    anonymous: APIClient, staff: User, kettles: list[Product]
) -> None:
    PinRule.objects.create(query="kettle", product=kettles[-1], position=2)
    RedirectRule.objects.create(query="kettles", path="/c/stove/", match="same")

    shown = get(anonymous, q="kettle")
    assert (shown["redirect"], shown["rules"]) == ("/c/stove/", None)
    assert shown["hits"][1]["slug"] == "towel"
    assert shown["total"] == 8
    assert shown["timings"]["steering"] >= 0
    told = get(signed_in(staff), q="kettle", explain="true")
    assert {each["kind"] for each in told["rules"]} == {"pin", "redirect"}
    moved = {hit["slug"]: hit["explanation"]["rules"] for hit in told["hits"]}
    assert [each["label"] for each in moved["towel"]] == ["pinned to place 2"]
    assert moved["kettle-1"] == []
