"""Boxes as pages show them: for htmx, without it, and what they may know of a visitor."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ai.models import BoxExperiment
from ai.recommendations.experiments import begin_experiment, create_experiment
from ai.recommendations.types import Kind, Strategy
from shop.models import Cart, CartLine, Product
from tests.ai.recommendations.conftest import Camp, give_past, make_camp, order, run_all
from tests.factories.shop import ProductFactory, UserFactory, VariantFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def camp(db: None) -> Camp:
    """Return the small shop with a past, and lists made of it."""
    made = make_camp()
    give_past(made)
    run_all()
    return made


def box(client: Client, kind: str, **data: Any) -> str:
    headers = {**HTMX, **data.pop("headers", {})}
    response = client.get(f"/recommendations/{kind}/", data, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def agree(client: Client, answer: str = "yes") -> None:
    client.cookies["counting"] = answer


def test_pages_keep_the_place_of_their_boxes(client: Client, camp: Camp) -> None:
    page = client.get("/p/tarn-2/").content.decode()
    pk = camp.id("tarn-2")
    assert f'hx-get="/recommendations/together/?product={pk}"' in page
    assert f'hx-get="/recommendations/similar/?product={pk}"' in page
    # Until it comes, and where it does not come, the shelf stands there.
    assert "From the same shelf" in page


def test_a_box_for_htmx_and_a_page_without_it(client: Client, camp: Camp) -> None:
    pk = camp.id("tarn-2")
    fragment = box(client, "together", product=pk)
    assert fragment.strip().startswith('<section class="section box" id="box-together"')
    assert "Bought with Tarn 2 tent in 6 orders" in fragment
    page = client.get("/recommendations/together/", {"product": pk}).content.decode()
    assert "<h1" in page
    assert "Bought with Tarn 2 tent in 6 orders" in page


def test_a_box_with_nothing_vanishes(client: Client, camp: Camp) -> None:
    assert box(client, "complements").strip() == ""
    assert box(client, "recent").strip() == ""
    page = client.get("/recommendations/complements/").content.decode()
    assert "Nothing to show here yet" in page


@pytest.mark.parametrize(
    "address",
    [
        "surprise/",
        "similar/",
        "similar/?product=0",
        "similar/?product=abc",
        "together/?product=" + "9" * 40,
        "trending/?category=999999",
        "cart/",
    ],
)
def test_what_there_is_not_is_not_found(client: Client, camp: Camp, address: str) -> None:
    status = client.get(f"/recommendations/{address}").status_code
    assert status == (405 if address == "cart/" else 404)


def test_what_was_looked_at_counts_after_a_yes_only(client: Client, camp: Camp) -> None:
    client.get("/p/tarn-1/")
    assert "which you looked at" not in box(client, "for_you")
    assert "A good place to start" in box(client, "for_you")
    agree(client)
    assert "Like Tarn 1 tent, which you looked at" in box(client, "for_you")
    for header in ("Sec-GPC", "DNT"):
        assert "which you looked at" not in box(client, "for_you", headers={header: "1"})
    agree(client, "no")
    assert "which you looked at" not in box(client, "for_you")
    # After a no nothing more is remembered either.
    client.cookies.pop("looked_at")
    client.get("/p/tarn-2/")
    assert "looked_at" not in client.cookies


def test_an_accounts_orders_count_until_a_no(client: Client, camp: Camp) -> None:
    member = UserFactory()
    order(camp.products["tarn-2"], customer=member)
    client.force_login(member)
    assert "Others bought it with Tarn 2 tent, which you have" in box(client, "for_you")
    agree(client, "no")
    assert "which you have" not in box(client, "for_you")


def put_in(client: Client, *products: Product) -> None:
    for product in products:
        client.post("/cart/add/", {"variant": product.variants.get().pk})


def test_the_cart_gets_what_goes_with_it(client: Client, camp: Camp) -> None:
    put_in(client, camp.products["tarn-2"])
    fragment = box(client, "complements")
    assert 'href="/p/pegs/"' in fragment
    put_in(client, camp.products["pegs"])
    assert 'href="/p/pegs/"' not in box(client, "complements")


def test_two_boxes_of_a_page_show_nothing_twice(client: Client, camp: Camp) -> None:
    def links(fragment: str) -> set[str]:
        return {each.slug for each in Product.objects.all() if f'"/p/{each.slug}/"' in fragment}

    above = links(box(client, "for_you"))
    assert len(above) == 4
    assert links(box(client, "trending")) & above
    assert not links(box(client, "trending", below="for_you")) & above


def take(
    client: Client, *products: Product, htmx: bool = True, more: dict[str, Any] | None = None
) -> Any:
    data = {"take": [each.pk for each in products], **(more or {})}
    return client.post("/recommendations/cart/", data, headers=HTMX if htmx else {})


def test_all_that_is_ticked_goes_into_the_cart(client: Client, camp: Camp) -> None:
    tent, pegs = camp.products["tarn-2"], camp.products["pegs"]
    response = take(client, tent, pegs)
    assert response.status_code == 200
    assert response["HX-Trigger-After-Settle"] == "vitrine:added"
    assert "2 pieces in the cart" in response.content.decode()
    lines = CartLine.objects.values_list("variant__product__slug", "quantity")
    assert sorted(lines) == [("pegs", 1), ("tarn-2", 1)]
    assert take(client, tent, htmx=False).url == "/cart/"


def test_of_several_kinds_the_chosen_one_is_taken(client: Client, camp: Camp) -> None:
    shirt = ProductFactory(variant=None)
    small, large = (VariantFactory(product=shirt, option1=each, price=20) for each in "SL")
    take(client, shirt, more={f"variant-{shirt.pk}": large.pk})
    assert CartLine.objects.get().variant == large
    # A variant of something else is not slipped in.
    other = camp.products["palace"].variants.get()
    take(client, shirt, more={f"variant-{shirt.pk}": other.pk})
    assert set(CartLine.objects.values_list("variant", flat=True)) == {small.pk, large.pk}


def test_all_or_nothing(client: Client, camp: Camp) -> None:
    pegs = camp.products["pegs"]
    pegs.variants.update(stock=1)
    put_in(client, pegs)
    response = take(client, camp.products["tarn-2"], pegs)
    assert response.status_code == 409
    assert "Only 1 left. Nothing was put into the cart." in response.content.decode()
    assert CartLine.objects.count() == 1
    without = take(client, camp.products["tarn-2"], pegs, htmx=False, more={"next": "/p/tarn-2/"})
    assert without.url == "/p/tarn-2/"
    assert take(client).status_code == 409
    # What is no number of a row is nothing that is ticked.
    for number in ("9" * 30, "9" * 5_000, "²", "x"):
        assert take(client, more={"take": [number]}).status_code == 409
    assert Cart.objects.count() == 1


@pytest.fixture
def experiment(db: None) -> BoxExperiment:
    made = create_experiment(
        name="Less", box=Kind.TRENDING, control=Strategy.BLEND, treatment=Strategy.NOTHING
    )
    begin_experiment(experiment=made)
    return made


def test_a_visitor_has_always_the_same_way(
    client: Client, camp: Camp, experiment: BoxExperiment
) -> None:
    # Without a yes there is no lot, and the usual box.
    assert "card__link" in box(client, "trending")
    assert "box_lot" not in client.cookies
    agree(client)
    first = box(client, "trending")
    lot = client.cookies["box_lot"].value
    assert 0 <= int(lot) < 10_000
    is_shown = "card__link" in first
    assert {("card__link" in box(client, "trending")) for _ in range(3)} == {is_shown}
    assert client.cookies["box_lot"].value == lot
    # What is shown and what is not are both on record.
    assert "data-box-receipt" in first


def test_a_forged_lot_is_drawn_anew(client: Client, camp: Camp, experiment: BoxExperiment) -> None:
    agree(client)
    for forged in ("-1", "12345", "x", "1.5"):
        client.cookies["box_lot"] = forged
        box(client, "trending")
        assert client.cookies["box_lot"].value != forged


def test_boxes_cost_the_same_queries_however_full_they_are(
    client: Client, camp: Camp, settings: Any
) -> None:
    pk = camp.id("tarn-2")
    put_in(client, camp.products["mug"])

    def count() -> dict[str, int]:
        counts = {}
        for address in (f"similar/?product={pk}", f"together/?product={pk}", "trending/"):
            cache.clear()
            with CaptureQueriesContext(connection) as queries:
                client.get(f"/recommendations/{address}", headers=HTMX)
            counts[address] = len(queries)
        return counts

    few = count()
    for _ in range(2):
        give_past(camp)
    run_all()
    assert count() == few
    assert max(few.values()) <= 25


def test_a_page_asks_for_nothing_more_because_of_its_boxes(
    client: Client, camp: Camp, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    with django_assert_max_num_queries(40):
        client.get("/p/tarn-2/")
