"""The search page, as a browser without JavaScript and as htmx ask for it."""

import pytest
from django.test import Client

from ai.indexing.pipeline import embed_objects
from ai.indexing.spaces import ensure_default_space
from ai.indexing.vocabulary import refresh_vocabulary
from ai.indexing.words import index_words
from ai.models import RedirectRule, SourceKind
from shop.models import Product, Variant
from tests.factories.shop import BrandFactory, ProductFactory
from tests.shop.views.markup import Markup, card_titles

pytestmark = pytest.mark.django_db

ADDRESS = "/search/"


def titles(response: object) -> list[str]:
    return [hit.product.title for hit in response.context["result"].hits]  # type: ignore[attr-defined]


@pytest.fixture
def kettles() -> list[Product]:
    fjell, brook = BrandFactory(name="Fjell"), BrandFactory(name="Brook")
    found: list[Product] = [
        ProductFactory(title="Copper kettle", brand=fjell, description="<p>Sings when hot.</p>"),
        ProductFactory(title="Enamel kettle", brand=brook, description="<p>For the stove.</p>"),
        ProductFactory(title="Wool blanket", brand=brook, description="<p>Warm.</p>"),
    ]
    for price, product in zip((50, 20, 90), found, strict=True):
        Variant.objects.filter(product=product).update(price=price)
    ids = [product.pk for product in found]
    index_words(product_ids=ids)
    embed_objects(space=ensure_default_space(), kind=SourceKind.PRODUCT, ids=ids)
    refresh_vocabulary()
    return found


def test_words_find_products_and_narrow_by_brand(client: Client, kettles: list[Product]) -> None:
    everything = client.get(ADDRESS, {"q": "kettle"})
    narrowed = client.get(ADDRESS, {"q": "kettle", "brand": kettles[0].brand.slug})  # type: ignore[union-attr]

    assert sorted(titles(everything))[:2] == ["Copper kettle", "Enamel kettle"]
    assert titles(narrowed) == ["Copper kettle"]
    chips = narrowed.context["controls"].chips
    assert [(chip.label, chip.address) for chip in chips] == [("Fjell", "/search/?q=kettle")]


def test_a_choice_that_leaves_nothing_keeps_its_chip_and_says_what_to_drop(
    client: Client, kettles: list[Product]
) -> None:
    slug = kettles[0].brand.slug  # type: ignore[union-attr]
    response = client.get(ADDRESS, {"q": "copper kettle", "brand": slug, "price_max": "3"})

    assert titles(response) == []
    chips = response.context["controls"].chips
    assert [chip.label for chip in chips] == ["Fjell", "Price to €3.00"]
    loosenings = response.context["results"].loosenings
    assert [(each.title, each.total) for each in loosenings] == [("Price", 1)]
    assert loosenings[0].address == f"/search/?brand={slug}&q=copper+kettle"


def test_the_form_is_that_of_category_pages_and_keeps_the_words(
    client: Client, kettles: list[Product]
) -> None:
    Variant.objects.filter(product=kettles[0]).update(compare_at_price=60)
    page = Markup(client.get(ADDRESS, {"q": "kettle", "sale": "true", "sort": "newest"}))

    assert card_titles(client.get(ADDRESS, {"q": "kettle", "sale": "true"})) == ["Copper kettle"]
    assert page.texts("a", class_="chip--on") == ["Remove Reduced"]
    assert "checked" in page.one("input", name="sale").attributes
    assert page.one("input", name="q", type="hidden").attributes["value"] == "kettle"
    assert "/search/?q=kettle" in [each.attributes["href"] for each in page.find("a")]
    options = [each.attributes["value"] for each in page.find("option")]
    assert options == ["", "newest", "price-low", "price-high", "rating"]


def test_sorting_by_price_keeps_the_matching_set(client: Client, kettles: list[Product]) -> None:
    response = client.get(ADDRESS, {"q": "", "sort": "price-high"})

    assert titles(response) == ["Wool blanket", "Copper kettle", "Enamel kettle"]


def test_a_sure_correction_is_made_and_can_be_refused(
    client: Client, kettles: list[Product]
) -> None:
    page = client.get(ADDRESS, {"q": "enamle blanket"}).content.decode()

    assert "Showing results for <em>enamel blanket</em>" in page
    assert 'href="/search/?q=enamle+blanket&amp;verbatim=true"' in page


def test_a_slip_is_offered_corrected_as_a_link(client: Client, kettles: list[Product]) -> None:
    response = client.get(ADDRESS, {"q": "enamle blanket", "verbatim": "true"})

    assert response.context["result"].did_you_mean == "enamel blanket"
    assert 'href="/search/?q=enamel+blanket"' in response.content.decode()


def test_what_was_understood_is_a_chip_that_gives_the_words_back(
    client: Client, kettles: list[Product]
) -> None:
    without = client.get(ADDRESS, {"q": "kettle without copper"})

    assert titles(without) == ["Enamel kettle", "Copper kettle"]  # named by a title: last
    back = "/search/?q=kettle+without+copper&amp;keep=without%3Acopper"
    assert f'href="{back}"' in without.content.decode()
    kept = titles(client.get(back.replace("&amp;", "&")))
    assert kept[0] == "Copper kettle"


def test_hostile_words_come_out_escaped(client: Client, kettles: list[Product]) -> None:
    text = '<script>alert(1)</script> kettle"\x00'

    page = client.get(ADDRESS, {"q": text}).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(
    "parameters",
    [
        {"page": "0"},
        {"page": "x"},
        {"page": "999999999999"},
        {"price_min": "NaN"},
        {"rating": "77"},
        {"sort": "'; DROP TABLE"},
        {"category": "no-such"},
        {"brand": "\x00"},
        {"a.nothing": "1"},
    ],
    ids=str,
)
def test_nonsense_in_the_address_is_no_error(
    client: Client, kettles: list[Product], parameters: dict[str, str]
) -> None:
    assert client.get(ADDRESS, {"q": "kettle", **parameters}).status_code == 200


def test_htmx_gets_the_results_alone_and_the_address_to_keep(
    client: Client, kettles: list[Product]
) -> None:
    response = client.get(
        ADDRESS, {"q": "kettle"}, headers={"HX-Request": "true", "HX-Target": "results"}
    )

    page = response.content.decode()
    assert "<html" not in page
    assert 'id="facets" hx-swap-oob' in page
    assert response["HX-Push-Url"] == "/search/?q=kettle"
    assert "HX-Request" in response["Vary"]


def test_writing_to_the_page_is_refused(client: Client) -> None:
    assert client.post(ADDRESS).status_code == 405


def test_a_search_that_staff_lead_elsewhere_goes_there(
    client: Client, kettles: list[Product]
) -> None:
    RedirectRule.objects.create(query="sizes", path="/faq/?topic=sizes", match="same")

    response = client.get(ADDRESS, {"q": "Sizes"})

    assert (response.status_code, response["Location"]) == (302, "/faq/?topic=sizes")
    part = client.get(
        ADDRESS, {"q": "sizes"}, headers={"HX-Request": "true", "HX-Target": "results"}
    )
    assert (part.status_code, part["HX-Redirect"]) == (200, "/faq/?topic=sizes")
    assert client.get(ADDRESS, {"q": "kettle"}).status_code == 200
