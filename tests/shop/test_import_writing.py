"""Records against the shop: only differences are written, and never half a product."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Max
from django.test.utils import CaptureQueriesContext

from shop.models import Attribute, Brand, Category, Product, ProductImage, Review, Variant
from shop.services.imports.catalogue import ProductImport
from shop.services.imports.records import (
    AttributeDefinition,
    Outcome,
    ProductRecord,
    ReviewRecord,
    VariantRecord,
)
from shop.services.imports.reviews import import_reviews
from shop.signals import catalogue_changed
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    ProductAttributeFactory,
    ProductFactory,
)

pytestmark = pytest.mark.django_db
COLOUR = AttributeDefinition(code="colour", name="Colour")
WEIGHT = AttributeDefinition(code="weight", name="Weight", kind="number", unit="g")
BLUE = VariantRecord(line=2, sku="M-B", options=("Blue",), price=Decimal(10), stock=3)
RED = VariantRecord(line=3, sku="M-R", options=("Red",), price=Decimal(12), stock=4)
MUG = ProductRecord(
    line=2,
    source="shopify",
    external_id="mug",
    slug="mug",
    title="Mug",
    brand="Maker",
    category=("Home", "Mugs"),
    description="<p>Tin</p>",
    status="active",
    tags=("tin",),
    attributes={"weight": ("120 g",)},
    options=(COLOUR,),
    variants=(BLUE, RED),
)


def write(*records: ProductRecord, dry_run: bool = False) -> list[Outcome]:
    importer = ProductImport(definitions={"weight": WEIGHT}, dry_run=dry_run)
    with transaction.atomic():
        return importer.run(records, {})


def results(outcomes: list[Outcome]) -> list[str]:
    return [outcome.result for outcome in outcomes]


def errors(outcomes: list[Outcome]) -> list[str]:
    return [p.message for o in outcomes for p in o.problems if p.level == "error"]


@contextmanager
def announced() -> Iterator[list[tuple[str, list[int]]]]:
    heard: list[tuple[str, list[int]]] = []

    def listen(kind: str, ids: list[int], **_: Any) -> None:
        heard.append((kind, ids))

    catalogue_changed.connect(listen)
    try:
        yield heard
    finally:
        catalogue_changed.disconnect(listen)


def test_a_product_is_made_whole_and_announced_once() -> None:
    with announced() as heard:
        assert results(write(MUG)) == ["created"]
    product = Product.objects.get()
    assert heard == [("product", [product.pk])]
    assert (product.price_min, product.price_max) == (Decimal(10), Decimal(12))
    assert product.published_at is not None
    said = {(v.attribute.code, v.value) for v in product.attributes.select_related("attribute")}
    assert said == {("weight", Decimal(120)), ("colour", "Blue"), ("colour", "Red")}


def test_the_second_time_nothing_is_written() -> None:
    write(MUG)
    before = Product.objects.aggregate(Max("updated_at"))
    with (
        announced() as heard,
        CaptureQueriesContext(
            connection,
        ) as queries,
    ):
        assert results(write(MUG)) == ["unchanged"]
    assert heard == []
    assert Product.objects.aggregate(Max("updated_at")) == before
    writes = ("INSERT", "UPDATE", "DELETE")
    assert [q["sql"] for q in queries if q["sql"].startswith(writes)] == []
    # Negative control: a changed record is written.
    assert results(write(replace(MUG, title="Cup"))) == ["updated"]
    assert Product.objects.aggregate(Max("updated_at")) != before


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Cup"},
        {"brand": "Other"},
        {"category": ("Home", "Cups")},
        {"description": "<p>Clay</p>"},
        {"status": "archived"},
        {"tags": ("clay",)},
        {"attributes": {"weight": ("150 g",)}},
        {"attributes": {"weight": ()}},
        {"options": (replace(COLOUR, code="shade", name="Shade"),)},
        {"variants": (BLUE,)},
        {"variants": (RED, BLUE)},
        {"variants": (BLUE, replace(RED, price=None))},
        {"variants": (BLUE, replace(RED, stock=0))},
        {"variants": (BLUE, replace(RED, options=("Green",)))},
        {"variants": (replace(BLUE, options=("Red",)), replace(RED, options=("Blue",)))},
        {"variants": (BLUE, replace(RED, sku="m-r"))},
    ],
)
def test_every_change_is_written_and_then_stays(change: dict[str, Any]) -> None:
    changed = replace(MUG, **change)
    write(MUG)
    shown = write(changed, dry_run=True)
    assert results(shown) == ["updated"]
    assert any(problem.level == "difference" for problem in shown[0].problems)
    assert results(write(MUG)) == ["unchanged"]
    with announced() as heard:
        assert results(write(changed)) == ["updated"]
    assert heard == [("product", [Product.objects.get().pk])]
    assert results(write(changed)) == ["unchanged"]
    assert results(write(MUG)) == ["updated"]
    assert results(write(MUG)) == ["unchanged"]


def test_what_a_file_does_not_say_stays() -> None:
    write(MUG)
    silent = replace(
        MUG,
        brand=None,
        category=None,
        description=None,
        status=None,
        tags=None,
        attributes={},
        variants=(replace(BLUE, stock=None), replace(RED, stock=None)),
    )
    assert results(write(silent)) == ["unchanged"]


def test_a_sku_of_another_product_keeps_this_one_out() -> None:
    ProductFactory(slug="other", variant__sku="m-r")
    outcomes = write(MUG)
    assert results(outcomes) == ["failed"]
    assert errors(outcomes) == ["The SKU M-R belongs to the product “other”."]
    assert not Product.objects.filter(external_id="mug").exists()


def test_of_two_products_with_one_sku_the_first_gets_it() -> None:
    second = replace(MUG, external_id="cup", slug="cup")
    outcomes = write(MUG, second)
    assert results(outcomes) == ["created", "failed"]
    assert list(Product.objects.values_list("external_id", flat=True)) == ["mug"]
    assert errors(outcomes) == [
        "The SKU M-B belongs to the product mug.",
        "The SKU M-R belongs to the product mug.",
    ]


def test_what_the_database_refuses_leaves_its_neighbours_in() -> None:
    # Two choices that differ for Python and are one for the database's unique constraint.
    refused = replace(
        MUG,
        external_id="bad",
        slug="bad",
        variants=(replace(BLUE, sku="X-1"), replace(BLUE, sku="X-2")),
    )
    after = replace(
        MUG, external_id="cup", slug="cup", variants=(replace(BLUE, sku="C", options=("Blue",)),)
    )
    outcomes = write(MUG, refused, after)
    assert results(outcomes) == ["created", "failed", "created"]
    assert "The database refused this product" in errors(outcomes)[0]
    assert set(Product.objects.values_list("external_id", flat=True)) == {"mug", "cup"}
    assert Variant.objects.count() == 3
    # The brand and categories of the first attempt were rolled back, and made again.
    assert Brand.objects.count() == 1
    assert Category.objects.count() == 2


def test_a_taken_slug_gets_a_number_and_keeps_it() -> None:
    ProductFactory(slug="mug")
    write(MUG)
    assert Product.objects.get(external_id="mug").slug == "mug-2"
    assert results(write(MUG)) == ["unchanged"]


def test_brands_and_categories_are_found_whatever_their_case() -> None:
    BrandFactory(name="MAKER", slug="maker")
    write(MUG)
    write(replace(MUG, category=("HOME", "mugs"), brand="maker"))
    assert Brand.objects.count() == 1
    assert Category.objects.count() == 2


def test_a_shops_own_type_of_an_attribute_wins() -> None:
    AttributeFactory(code="weight", kind=Attribute.Kind.NUMBER, unit="kg")
    [outcome] = write(replace(MUG, attributes={"weight": ("500 g", "heavy")}))
    product = Product.objects.get()
    assert [v.value for v in product.attributes.filter(attribute__code="weight")] == [
        Decimal("0.5")
    ]
    assert [problem.message for problem in outcome.problems] == [
        "weight: “heavy” is not a number of kg. Left out."
    ]


def test_attributes_that_the_file_does_not_know_stay() -> None:
    write(MUG)
    product = Product.objects.get()
    ProductAttributeFactory(product=product, text="by hand")
    write(replace(MUG, title="Cup"))
    assert product.attributes.filter(text="by hand").exists()


def test_descriptions_are_made_safe() -> None:
    write(replace(MUG, description='<p onclick="x()">a</p><script>alert(1)</script>'))
    assert Product.objects.get().description == "<p>a</p>"


def test_a_change_can_be_traced() -> None:
    write(MUG)
    write(replace(MUG, variants=(BLUE, replace(RED, price=Decimal(15)))))
    red = Variant.objects.get(sku="M-R")
    history = red.history.order_by("history_date", "history_id")
    assert [(row.price, row.history_type) for row in history] == [(12, "+"), (15, "~")]


def test_queries_do_not_grow_with_the_batch() -> None:
    def product(name: str) -> ProductRecord:
        return replace(
            MUG,
            external_id=name,
            slug=name,
            variants=(replace(BLUE, sku=f"{name}-B"), replace(RED, sku=f"{name}-R")),
        )

    write(MUG)  # the brand, categories and attributes are there
    with CaptureQueriesContext(connection) as few:
        write(*(product(f"few-{n}") for n in range(3)))
    with CaptureQueriesContext(connection) as many:
        write(*(product(f"many-{n}") for n in range(30)))
    assert len(many) == len(few)


REVIEW = ReviewRecord(
    line=2,
    source="judgeme",
    external_id="r1",
    product="mug",
    author_name="Ann",
    rating=4,
    title="Good",
    body="Holds tea",
)


def test_reviews_count_at_once_and_once() -> None:
    write(MUG)
    with announced() as heard:
        assert results(import_reviews([REVIEW, replace(REVIEW, external_id="r2", rating=1)])) == [
            "created",
            "created",
        ]
    assert [kind for kind, _ in heard] == ["review"]
    with announced() as heard:
        assert results(import_reviews([REVIEW])) == ["unchanged"]
    assert heard == []
    product = Product.objects.get()
    assert (product.rating_count, product.rating_average) == (2, Decimal("2.5"))


def test_moderation_outlives_an_import() -> None:
    write(MUG)
    import_reviews([REVIEW])
    Review.objects.update(status=Review.Status.REJECTED)
    assert results(import_reviews([replace(REVIEW, rating=5)])) == ["updated"]
    assert Review.objects.get().status == Review.Status.REJECTED
    assert Product.objects.get().rating_count == 0


def test_a_review_of_no_product_is_named() -> None:
    outcomes = import_reviews([replace(REVIEW, product="cup")])
    assert errors(outcomes) == ["There is no product “cup”."]
    assert not Review.objects.exists()


def test_a_dry_run_of_reviews_writes_nothing() -> None:
    write(MUG)
    [outcome] = import_reviews([REVIEW], dry_run=True)
    assert [problem.message for problem in outcome.problems] == ["new review by Ann: 4 stars"]
    assert not Review.objects.exists()
    assert not ProductImage.objects.exists()
