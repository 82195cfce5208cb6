"""Searches that ask for more than words, from the text to the hits."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ai.indexing.vocabulary import refresh_vocabulary
from ai.models import EmbeddingSpace
from ai.search.types import SearchResult
from ai.search.understanding.types import Kind
from shop.listing.sorting import Sort
from shop.models import Attribute, Product
from tests.ai.search.conftest import find, make_searchable, slugs
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    ProductAttributeFactory,
    ProductFactory,
    VariantFactory,
)

JACKETS = {
    # Title, description, colour, filling, grams and price by slug.
    "down-red": ("Summit jacket", "Warm.", "Red", "Duck down", 400, 200),
    "fibre-red": ("Valley jacket", "Warm. Down would be wet.", "Red", "Polyester", 600, 90),
    "fibre-black": ("Harbour jacket", "Warm, with no hood.", "Tar black", "Polyester", 900, 60),
    "shell": ("Rainjacket", "A hooded shell.", "Black", "None", 300, 120),
}


@pytest.fixture
def jackets(space: EmbeddingSpace) -> list[Product]:
    """Return four jackets and four green hats, searchable."""
    colour = AttributeFactory.create(code="colour", name="Colour", kind=Attribute.Kind.TEXT)
    filling = AttributeFactory.create(code="fill", name="Filling", kind=Attribute.Kind.TEXT)
    weight = AttributeFactory.create(
        code="weight", name="Weight", kind=Attribute.Kind.NUMBER, unit="g"
    )
    category, hats = CategoryFactory.create(name="Jackets"), CategoryFactory.create(name="Hats")
    brand = BrandFactory.create(name="Fell & Tarn", slug="fell-tarn")
    made = []
    for slug, (title, text, shade, fill, grams, price) in JACKETS.items():
        product = ProductFactory.create(
            slug=slug, title=title, description=text, category=category, brand=brand, variant=None
        )
        VariantFactory.create(product=product, price=price)
        ProductAttributeFactory.create(product=product, attribute=colour, text=shade)
        ProductAttributeFactory.create(product=product, attribute=filling, text=fill)
        ProductAttributeFactory.create(product=product, attribute=weight, text=None, number=grams)
        made.append(product)
    for number in range(4):
        hat = ProductFactory.create(
            slug=f"hat-{number}", title="Green hat", description="", category=hats, brand=brand
        )
        ProductAttributeFactory.create(product=hat, attribute=colour, text="Green")
        made.append(hat)
    make_searchable(*made)
    refresh_vocabulary()
    return made


def kinds(result: SearchResult) -> dict[Kind, bool]:
    return {each.kind: each.is_filter for each in result.understanding.constraints}


@pytest.mark.usefixtures("jackets")
class TestSearching:
    def test_a_price_narrows_and_is_no_word(self) -> None:
        result = find("jacket under 100")
        assert set(slugs(result)) == {"fibre-red", "fibre-black"}
        assert result.query.searched == "jacket"
        assert result.query.text == "jacket under 100"

    def test_a_price_alone_lists_what_it_leaves(self) -> None:
        assert "down-red" not in slugs(find("under 100"))
        assert "fibre-black" in slugs(find("under 100"))

    def test_a_stated_value_outweighs_what_prose_mentions(self) -> None:
        found = slugs(find("jacket without down"))
        assert "fibre-red" in found
        assert "down-red" not in found
        # The negative control: with the condition refused it is found.
        assert "down-red" in slugs(find("jacket without down", keep=("without:down",)))

    def test_a_denial_is_not_having_and_a_mention_is_no_fact(self) -> None:
        hits = find("jacket without hood", explain=True).hits
        moved = {
            hit.slug: {part.name: part.amount for part in hit.explanation.contributions}
            for hit in hits
            if hit.explanation is not None
        }
        assert "mentions" not in moved["fibre-black"]
        assert moved["shell"]["mentions"] < 0

    def test_what_a_title_names_goes_down_and_what_it_denies_up(self) -> None:
        glasses = [
            ProductFactory.create(slug=slug, title=title, description="", brand=None, category=None)
            for slug, title in {
                "long": "Wine glass with a long stem",
                "plain": "Wine glass made of crystal",
                "stemless": "Stemless wine glass",
            }.items()
        ]
        make_searchable(*glasses)
        assert slugs(find("wine glass without stem")) == ["stemless", "plain", "long"]
        # However they are sorted.
        assert slugs(find("wine glass without stem", sort=Sort.NEWEST))[-1] == "long"
        # The negative control: as plain words, the stem is wanted.
        assert slugs(find("wine glass without stem", keep=("without:stem",)))[0] == "long"

    def test_a_name_denies_nothing_however_it_is_spaced(self) -> None:
        make_searchable(ProductFactory.create(slug="bitenot", title="BiteNot cat collar"))
        result = find("bite not cat")
        assert Kind.WITHOUT not in kinds(result)
        assert result.query.searched == "bite not cat"
        assert Kind.WITHOUT in kinds(find("hat not cat"))

    def test_an_exclusion_never_gives_way(self) -> None:
        result = find("hat without green")
        assert not any(slug.startswith("hat") for slug in slugs(result))
        assert kinds(result)[Kind.WITHOUT]

    def test_a_colour_moves_up_and_its_attribute_with_it_filters(self) -> None:
        hats = {f"hat-{number}" for number in range(4)}
        result = find("hat green")
        assert not kinds(result)[Kind.VALUE]
        assert set(slugs(result)[:4]) == hats
        result = find("hat colour green")
        assert kinds(result)[Kind.VALUE]
        assert set(slugs(result)) == hats

    def test_a_colour_of_few_products_moves_them_up(self) -> None:
        result = find("black jacket")
        assert set(slugs(result)[:2]) == {"fibre-black", "shell"}
        assert not kinds(result)[Kind.VALUE]
        assert not any(each.is_relaxed for each in result.understanding.constraints)

    def test_what_is_asked_for_as_well_is_not_excluded(self) -> None:
        result = find("jacket hat without hat")
        assert Kind.WITHOUT not in kinds(result)

    def test_a_filter_that_leaves_the_wrong_things_gives_way(self) -> None:
        result = find("jacket colour green")
        (value,) = (x for x in result.understanding.constraints if x.kind is Kind.VALUE)
        assert (value.is_filter, value.is_relaxed) == (False, True)
        assert set(JACKETS) <= set(slugs(result))

    def test_a_quantity_moves_up_and_says_why(self) -> None:
        hits = find("jacket 600 g", explain=True).hits
        assert hits[0].slug == "fibre-red"
        assert hits[0].explanation is not None
        # 0.06 for the category, 0.12 for the weight.
        assert hits[0].explanation.boost == pytest.approx(0.18)
        assert hits[0].explanation.reasons == ("category jacket", "about 600 g")

    def test_a_bound_narrows(self) -> None:
        assert set(slugs(find("jacket under 0.5 kg"))) == {"down-red", "shell"}

    def test_a_whole_title_wins(self) -> None:
        hits = find("valley jacket", explain=True).hits
        assert hits[0].slug == "fibre-red"
        assert hits[0].explanation is not None
        assert hits[0].explanation.is_exact

    def test_two_words_find_what_is_written_as_one(self) -> None:
        assert "shell" in slugs(find("rain jacket"))

    def test_a_sure_correction_is_made_and_can_be_refused(self) -> None:
        result = find("harbuor jacket")
        assert result.query.text == "harbour jacket"
        assert result.corrected_from == "harbuor jacket"
        refused = find("harbuor jacket", verbatim=True)
        assert (refused.query.text, refused.corrected_from) == ("harbuor jacket", "")
        assert refused.did_you_mean == "harbour jacket"

    def test_known_words_are_never_corrected(self) -> None:
        for text in ("summit", "valley", "hooded shell", "tar"):
            result = find(text)
            assert (result.corrected_from, result.did_you_mean) == ("", "")

    def test_the_number_of_statements_does_not_grow_with_the_text(self) -> None:
        def statements(text: str) -> int:
            with CaptureQueriesContext(connection) as queries:
                find(text, with_facets=False)
            return len(queries)

        find("jacket")
        assert statements("red jacket 600 g") == statements(" ".join(["red jacket 600 g"] * 12))

    def test_two_thousand_words_are_no_burden(self) -> None:
        assert find(" ".join(["jacket"] * 500)).total
        assert find(" ".join(f"w{n}" for n in range(2000))).query.was_cut
