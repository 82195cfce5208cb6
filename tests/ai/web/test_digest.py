"""Buyers say: the box, the reviews behind it, and what they cost."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ai.exceptions import ProviderUnavailable
from ai.indexing.pipeline import embed_objects
from ai.indexing.spaces import ensure_default_space
from ai.models import Aspect, ReviewDigest, SourceKind
from ai.reviews import finding
from ai.web.digest.listing import PAGE_SIZE
from shop.models import Product, Review
from tests.ai.reviews.filled import WORDS, add_reviews, make_product, read_all
from tests.factories.shop import ProductFactory, ReviewFactory
from tests.shop.views.markup import Markup
from tests.shop.views.test_hostile_text import VECTORS

pytestmark = pytest.mark.django_db

BOX, PAGE = "/p/coat/digest/", "/p/coat/reviews/"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def product() -> Product:
    made = make_product()
    read_all()
    return made


def get(client: Client, path: str, **data: Any) -> str:
    response = client.get(path, data)
    assert response.status_code == 200
    return response.content.decode()


def fragment(client: Client, path: str, target: str = "digest", **data: Any) -> str:
    response = client.get(path, data, headers={**HTMX, "HX-Target": target})
    assert response.status_code == 200
    return response.content.decode()


def zipper() -> int:
    return Aspect.objects.get(key="zipper").pk


def test_the_box_is_one_row(client: Client, product: Product) -> None:
    with CaptureQueriesContext(connection) as queries:
        found = fragment(client, BOX)
    assert len(queries) == 1, [each["sql"] for each in queries.captured_queries]
    assert "ai_reviewdigest" in queries.captured_queries[0]["sql"]
    assert "Buyers say" in found
    digest = ReviewDigest.objects.get()
    entry = next(each for each in digest.aspects if each["name"] == "Zipper")
    assert f"{entry['reviews']} of {digest.reviews} reviews mention the zipper" in found
    assert f'href="{PAGE}?aspect={zipper()}"' in found
    assert "The zipper broke after a week." in found
    assert "by people who bought it here" in found


def test_a_products_page_asks_for_the_box_where_enough_have_written(
    client: Client, product: Product
) -> None:
    page = get(client, "/p/coat/")
    assert f'hx-get="{BOX}"' in page
    assert f'href="{PAGE}"' in page
    with CaptureQueriesContext(connection) as queries:
        get(client, "/p/coat/")
    assert not [each for each in queries.captured_queries if "ai_review" in each["sql"]]
    few = make_product("few", *WORDS[:2])
    read_all()
    assert "digest" not in get(client, "/p/few/").replace("css/digest.css", "")
    assert fragment(client, "/p/few/digest/").strip() == ""
    assert "Too few have written" in get(client, "/p/few/reviews/")
    assert few.reviews.count() == 2
    ProductFactory(slug="none")
    assert fragment(client, "/p/none/digest/").strip() == ""
    assert client.get("/p/nothing/digest/", headers=HTMX).status_code == 404
    assert client.get("/p/nothing/reviews/").status_code == 404
    Product.objects.filter(slug="coat").update(status="draft")
    assert client.get(BOX, headers=HTMX).status_code == 404
    assert client.get(PAGE).status_code == 404


def test_without_a_script_the_box_is_on_a_page_of_its_own(client: Client, product: Product) -> None:
    assert client.get(BOX).headers["Location"] == PAGE
    page = get(client, PAGE)
    assert page.count("<h1") == 1
    assert "Buyers say" in page
    assert 'content="noindex, follow"' in page
    assert "Most helpful in favour" in page
    assert "Most helpful against" in page


def test_a_chip_leads_to_its_reviews_with_the_sentences_marked(
    client: Client, product: Product
) -> None:
    found = get(client, PAGE, aspect=zipper())
    assert "<mark>The zipper broke after a week.</mark> The fabric feels cheap." in found
    assert "4 reviews." in found
    assert "so soft and warm" not in found
    against = get(client, PAGE, aspect=zipper(), sentiment="negative")
    assert "2 reviews." in against
    assert "Most helpful" not in against
    assert "runs smoothly" not in against.split('id="said"')[1]
    part = fragment(client, PAGE, target="said", aspect=zipper(), sentiment="negative")
    assert "<html" not in part
    assert "<mark>The zipper broke after a week.</mark>" in part
    # What makes no sense is left out.
    assert "5 reviews." in get(client, PAGE, aspect="99999999999999999999", sentiment="odd")
    assert "5 reviews." in get(client, PAGE, aspect="x", page="9" * 30)


def test_the_address_changes_on_its_own_page_only(client: Client, product: Product) -> None:
    def pushed(current: str) -> str | None:
        headers = {**HTMX, "HX-Target": "said", "HX-Current-URL": f"http://testserver{current}"}
        return client.get(PAGE, {"sentiment": "positive"}, headers=headers).get("HX-Push-Url")

    assert pushed("/p/coat/") is None
    assert pushed(PAGE) == f"{PAGE}?sentiment=positive"


def test_reviews_are_searched_by_words_and_by_meaning(
    client: Client, product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    embed_objects(
        space=ensure_default_space(),
        kind=SourceKind.REVIEW,
        ids=list(product.reviews.values_list("pk", flat=True)),
    )
    found = fragment(client, PAGE, target="said", q="zipper broke")
    assert found.index("The zipper broke") < found.index("</article>")
    assert "<mark>The zipper broke after a week.</mark>" in found
    assert "with these words" not in found
    # No review has the word "wonder"; the hashing embedder knows parts of words.
    assert "wonderful" in fragment(client, PAGE, target="said", q="wonder fabric")

    def away(_: str) -> None:
        raise ProviderUnavailable

    monkeypatch.setattr(finding, "embed_text", away)
    found = fragment(client, PAGE, target="said", q="zipper broke")
    assert "1 review with these words." in found
    assert "<mark>The zipper broke after a week.</mark>" in found
    assert "No review speaks of that" in fragment(client, PAGE, target="said", q="xylophone")
    for odd in ("'\"(&|!:*", "\x00", "a" * 5000, "-", '"unclosed'):
        get(client, PAGE, q=odd)


def test_a_page_of_reviews_costs_the_same_however_many_there_are(
    client: Client, product: Product
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            get(client, PAGE, aspect=zipper())
        return len(captured)

    few = queries()
    add_reviews(product, *WORDS * 4)
    read_all()
    assert queries() == few
    assert few <= 12
    page = get(client, PAGE, aspect=zipper())
    assert page.count("said__review") == PAGE_SIZE + 2
    assert f"?aspect={zipper()}&amp;page=2" in page


def test_words_of_reviews_stay_words(client: Client) -> None:
    product = make_product("coat", *(f"{WORDS[1]} {vector}" for vector in VECTORS))
    for vector in VECTORS:
        ReviewFactory(product=product, title=vector[:300], author_name=vector[:120], body=WORDS[0])
    read_all()
    Aspect.objects.filter(key="zipper").update(name=VECTORS[1])
    known = zipper()
    for page in (
        fragment(client, BOX),
        get(client, PAGE, aspect=known),
        get(client, PAGE, aspect=known, page=2),
        get(client, PAGE, q=VECTORS[1]),
        get(client, PAGE, q=VECTORS[0], aspect=known),
    ):
        assert "<mark>" in page or "digest__text" in page
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<svg/onload" not in page
        assert "<iframe" not in page
        assert "<math" not in page
        assert Markup(page).active_content() == []
    assert Review.objects.count() == 2 * len(VECTORS)
