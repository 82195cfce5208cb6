"""What is remembered of the catalogue is never older than the catalogue."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.db import connections, transaction
from django.test import Client
from redis.exceptions import ConnectionError as CacheAway

from shop.listing.memory import CatalogueMemory, release
from shop.models import (
    Brand,
    CatalogueChange,
    FaqEntry,
    Product,
    ProductImage,
    ShippingMethod,
    Variant,
)
from shop.services.changes import collapse_changes
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    HomeSectionFactory,
    PageFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
)
from tests.shop.views.markup import Markup, card_titles

pytestmark = pytest.mark.django_db


def version() -> int:
    return CatalogueChange.objects.version()


CHANGES: dict[str, Callable[[Any], Any]] = {
    "a product": lambda product: Product.objects.filter(pk=product.pk).update(title="New"),
    "a price": lambda _: Variant.objects.update(price=9),
    "stock": lambda _: Variant.objects.update(stock=0),
    "a review": lambda product: ReviewFactory(product=product),
    "an attribute": lambda product: ProductAttributeFactory(product=product, text="a"),
    "a definition": lambda _: AttributeFactory(),
    "a category": lambda _: CategoryFactory(),
    "a brand": lambda _: BrandFactory(),
    "a page": lambda _: PageFactory(),
    "a section": lambda product: HomeSectionFactory(picks=[product]),
    "a picture": lambda _: ProductImage.objects.update(alt="A lamp"),
    "a question": lambda _: FaqEntry.objects.create(slug="q", topic="t", question="?", answer="!"),
    "a way of sending": lambda _: ShippingMethod.objects.create(code="pigeon", name="Pigeon"),
    "a deletion": lambda product: product.variants.all().delete(),
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_version_grows_with_every_change(name: str) -> None:
    product = ProductFactory()
    before = version()
    CHANGES[name](product)
    assert version() > before


def test_a_value_is_found_once_for_a_version_and_again_after_a_change() -> None:
    asked: list[int] = []

    def find() -> int:
        asked.append(1)
        return len(asked)

    assert [CatalogueMemory().recall("x", 1, find=find) for _ in range(3)] == [1, 1, 1]
    assert CatalogueMemory().recall("x", 2, find=find) == 2  # other facts
    BrandFactory()
    assert CatalogueMemory().recall("x", 1, find=find) == 3


def test_nothing_is_remembered_as_well_as_something() -> None:
    asked: list[int] = []
    for _ in range(2):
        assert CatalogueMemory().recall("none", find=lambda: asked.append(1)) is None
    assert len(asked) == 1


def test_of_many_only_the_missing_are_found_and_what_is_not_there_is_left_out() -> None:
    asked: list[list[int]] = []

    def find(missing: list[int]) -> dict[int, str]:
        asked.append(missing)
        return {each: f"card {each}" for each in missing if each != 3}

    def recall(*which: int) -> dict[int, str]:
        return CatalogueMemory().recall_each("card", which, find=find)

    assert recall(1, 2) == {1: "card 1", 2: "card 2"}
    assert recall(2, 3, 4) == {2: "card 2", 4: "card 4"}
    assert recall() == {}
    assert asked == [[1, 2], [3, 4]]


def test_html_of_other_templates_is_not_shown(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new release keeps the catalogue's version, and draws with templates of its own."""
    monkeypatch.setattr("shop.listing.memory.release", release.__wrapped__)
    template = tmp_path / "card.html"
    template.write_text("old")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    assert CatalogueMemory().recall("x", find=lambda: "old") == "old"
    assert CatalogueMemory().recall("x", find=lambda: "new") == "old"
    template.write_text("newer")
    assert CatalogueMemory().recall("x", find=lambda: "new") == "new"


def test_without_a_cache_everything_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: Any, **__: Any) -> None:
        raise CacheAway

    monkeypatch.setattr("shop.listing.memory.cache.get_many", away)
    assert CatalogueMemory().recall("x", find=lambda: 7) == 7
    monkeypatch.undo()
    monkeypatch.setattr("shop.listing.memory.cache.set_many", away)
    assert CatalogueMemory().recall("x", find=lambda: 8) == 8


def test_collapsing_keeps_the_version_and_leaves_one_row() -> None:
    for _ in range(5):
        BrandFactory()
    before = version()
    collapse_changes()
    assert (version(), CatalogueChange.objects.count()) == (before, 1)
    collapse_changes()
    assert (version(), CatalogueChange.objects.count()) == (before, 1)


def test_pages_show_the_new_price_stock_and_counts_at_once(client: Client) -> None:
    camp = CategoryFactory(slug="camp")
    tent = ProductFactory(title="Tent", category=camp, brand__name="Fell")
    tarp = ProductFactory(title="Tarp", category=camp, brand=tent.brand)

    def seen() -> tuple[str, ...]:
        page = Markup(client.get("/c/camp/"))
        home = Markup(client.get("/"))
        return (*page.texts("p", class_="price"), *sorted(home.texts("p", class_="price")))

    assert set(seen()) == {"€20.00"}
    Variant.objects.filter(product=tent).update(price=Decimal("18.50"))
    assert set(seen()) == {"€18.50", "€20.00"}
    Variant.objects.filter(product=tarp).update(stock=0)
    page = Markup(client.get("/c/camp/"))
    assert page.texts("span", class_="badge") == ["Sold out"]
    assert card_titles(client.get("/c/camp/?stock=true")) == ["Tent"]
    assert card_titles(client.get("/")) == ["Tent"]
    Product.objects.filter(pk=tent.pk).update(status="draft")
    assert card_titles(client.get("/c/camp/")) == ["Tarp"]
    CategoryFactory(name="Garden")
    assert "Garden" in client.get("/faq/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_change_that_commits_late_is_not_missed() -> None:
    """Two writers: the one that began first commits last, and its change counts all the same."""
    late, early = BrandFactory(name="Late"), BrandFactory(name="Early")

    def elsewhere(do: Callable[[], Any]) -> Any:
        answers: list[Any] = []

        def run() -> None:
            answers.append(do())
            connections.close_all()

        thread = Thread(target=run)
        thread.start()
        thread.join()
        return answers[0]

    with transaction.atomic():
        Brand.objects.filter(pk=late.pk).update(name="Late, changed")
        elsewhere(lambda: Brand.objects.filter(pk=early.pk).update(name="Early, changed"))
        between = elsewhere(version)
    assert elsewhere(version) == between + 1
