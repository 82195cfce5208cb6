"""The text of a product, rendered by the database."""

import hashlib
from decimal import Decimal

import pytest

from ai.indexing.documents import space_key
from ai.indexing.spaces import create_space
from ai.indexing.targets import Document, load_documents
from ai.indexing.templates import BadTemplate, parse_template
from ai.models import EmbeddingSpace
from ai.providers.embedders.hashing import HashingEmbedder
from shop.models import Product, ProductOption, Review
from tests.factories.ai import make_space, setting
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    FaqEntryFactory,
    PageFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def space() -> EmbeddingSpace:
    return make_space()


def document(space: EmbeddingSpace, product: Product) -> Document:
    (found,) = load_documents(space=space, kind="product", ids=[product.pk])
    return found


@pytest.fixture
def tent() -> Product:
    shelter = CategoryFactory(name="Tents", parent=CategoryFactory(name="Outdoor"))
    product: Product = ProductFactory(
        title="Tent {description} 100 %",
        brand=BrandFactory(name="Fjellheim"),
        category=shelter,
        description="<p>Dry &amp; <b>light</b></p>",
        variant=None,
    )
    weight = AttributeFactory(name="Weight", kind="number", unit="g", position=1)
    colour = AttributeFactory(name="Colour", position=0)
    season = AttributeFactory(name="Season", position=2)
    taped = AttributeFactory(name="Taped seams", kind="boolean", position=3)
    ProductAttributeFactory(product=product, attribute=taped, boolean=True)
    ProductAttributeFactory(product=product, attribute=season, text="winter")
    ProductAttributeFactory(product=product, attribute=season, text="autumn")
    ProductAttributeFactory(product=product, attribute=weight, number=Decimal("1200.50"))
    ProductOption.objects.create(product=product, attribute=colour, position=1)
    VariantFactory(product=product, option1="Sand", position=1)
    VariantFactory(product=product, option1="Red", position=0)
    return product


def test_a_product_is_told_with_path_units_and_options(
    space: EmbeddingSpace, tent: Product
) -> None:
    found = document(space, tent)

    assert found.heading == "Tent {description} 100 %"
    assert found.text == (
        "Tent {description} 100 %\nFjellheim\nOutdoor > Tents\n"
        "Colour: Red, Sand; Weight: 1200.5 g; Season: autumn, winter; Taped seams: Yes\n"
        "Dry & light"
    )
    expected = hashlib.sha256((space_key(space) + found.text).encode()).hexdigest()
    assert found.hash == expected


def test_writing_the_same_values_again_gives_the_same_text(
    space: EmbeddingSpace, tent: Product
) -> None:
    before = document(space, tent).hash
    kept = list(tent.attributes.all())
    tent.attributes.all().delete()
    for value in reversed(kept):
        value.pk = None
        value.save()
    assert document(space, tent).hash == before


def test_a_template_chooses_fields_and_leaves_empty_lines_out(tent: Product) -> None:
    space = create_space(
        name="own",
        provider=setting(HashingEmbedder),
        template="Name: {title} 50%s\nBy {brand}\n{brand}",
    )
    tent.brand = None
    tent.save()
    assert document(space, tent).text == "Name: Tent {description} 100 % 50%s"


def test_spaces_of_different_models_hash_differently(space: EmbeddingSpace, tent: Product) -> None:
    other = make_space_of(96)
    assert document(space, tent).text == document(other, tent).text
    assert document(space, tent).hash != document(other, tent).hash


def make_space_of(dimensions: int) -> EmbeddingSpace:
    provider = {**setting(HashingEmbedder), "OPTIONS": {"dimensions": dimensions}}
    return create_space(name="other", provider=provider)


@pytest.mark.parametrize("template", ["", " \n", "{price}", "{title", "{title!r}", "{title:>9}"])
def test_a_template_that_cannot_work_is_refused(template: str) -> None:
    with pytest.raises(BadTemplate):
        parse_template(template)


def test_only_what_is_published_has_a_document(space: EmbeddingSpace) -> None:
    shown, draft = ProductFactory(), ProductFactory(status="draft")
    reviews = [
        ReviewFactory(product=shown),
        ReviewFactory(product=shown, status=Review.Status.PENDING),
        ReviewFactory(product=draft),
        ReviewFactory(product=shown, title="", body=" \n"),
    ]
    pages = [PageFactory(), PageFactory(is_published=False)]
    answers = [FaqEntryFactory(), FaqEntryFactory(is_published=False)]

    def ids(kind: str, objects: list[object]) -> list[int]:
        wanted = [one.pk for one in objects]  # type: ignore[attr-defined]
        return [found.id for found in load_documents(space=space, kind=kind, ids=wanted)]

    assert ids("product", [shown, draft]) == [shown.pk]
    assert ids("review", list(reviews)) == [reviews[0].pk]
    assert ids("page", list(pages)) == [pages[0].pk]
    assert ids("faq", list(answers)) == [answers[0].pk]
