"""Facets of a search: exact over the whole matching set, under any filters."""

import os
import random
from decimal import Decimal

import pytest

from ai.models import EmbeddingSpace
from ai.search import lexical, matching
from ai.search.types import SearchResult
from shop.listing.facet_types import Facet
from shop.listing.filters import AttributeFilter, Filters
from shop.models import Product
from tests.ai.search.conftest import find, make_searchable, slugs
from tests.shop.listing.catalogue import (
    ADJECTIVES,
    NOUNS,
    Facts,
    check_facet,
    passes,
    random_filters,
    with_value,
    write_catalogue,
)

pytestmark = pytest.mark.django_db

# The long form: benchmarks/facet_pairs.py.
PAIRS = int(os.environ.get("VITRINE_FACET_PAIRS", "40"))


@pytest.fixture
def catalogue(space: EmbeddingSpace) -> list[Facts]:
    """Write a random catalogue, make it searchable, and return what was written."""
    written = write_catalogue()
    make_searchable(*Product.objects.all())
    return written


def random_text(rng: random.Random) -> str:
    words = [*NOUNS, *ADJECTIVES]
    return rng.choice(["", rng.choice(words), " ".join(rng.sample(words, 2))])


def everything_found(text: str) -> set[str]:
    return set(slugs(find(text, page_size=100, with_facets=False)))


def test_filters_totals_and_facets_are_those_of_a_brute_force_count(
    catalogue: list[Facts],
) -> None:
    rng = random.Random(17)
    narrowed = 0
    for _ in range(PAIRS):
        text, filters = random_text(rng), random_filters(rng)
        found = everything_found(text)
        unfiltered = [each for each in catalogue if each.slug in found]
        expected = {each.slug for each in unfiltered if passes(each, filters)}

        result = find(text, filters=filters, page_size=100)

        assert set(slugs(result)) == expected, (text, filters)
        assert result.total == len(expected) == len(slugs(result))
        for facet in result.facets:
            check_facet(facet, unfiltered, filters)
        names = {facet.name for facet in result.facets}
        assert "attribute:hidden" not in names
        narrowed += 0 < len(expected) < len(unfiltered)
    assert narrowed > PAIRS // 4  # the filters did something


def test_choosing_a_value_leaves_as_many_as_its_count_said(catalogue: list[Facts]) -> None:
    rng = random.Random(23)
    for _ in range(4):
        text, filters = rng.choice(NOUNS), random_filters(rng)
        result = find(text, filters=filters)
        for facet in result.facets:
            for value in facet.values[:3]:
                if facet.name == "stock" or value.count:
                    clicked = with_value(filters, facet, value.value)
                    assert find(text, filters=clicked, with_facets=False).total == value.count


def facet_of(result: SearchResult, name: str) -> Facet:
    return next(facet for facet in result.facets if facet.name == name)


def test_a_chosen_value_is_marked_and_listed_even_with_nothing_left(
    catalogue: list[Facts],
) -> None:
    filters = Filters(
        category="stove",
        price_min=Decimal(9_000),
        attributes=(AttributeFilter(code="colour", texts=("Red",)),),
    )
    result = find("tent", filters=filters)
    assert result.total == 0
    for name in ("category", "attribute:colour"):
        (chosen,) = [value for value in facet_of(result, name).values if value.is_chosen]
        assert chosen.count == 0
    assert facet_of(result, "price").minimum == Decimal(9_000)


def test_where_a_lane_is_bounded_facets_still_count_what_their_filters_find(
    catalogue: list[Facts], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexical, "MOST", 8)
    monkeypatch.setattr(matching, "MOST", 8)
    monkeypatch.setattr(matching, "NEIGHBOURS", 4)
    by_slug = {each.slug: each for each in catalogue}
    rng = random.Random(29)
    assert find("tent").is_capped
    for _ in range(5):
        filters = random_filters(rng)
        result = find("tent", filters=filters, page_size=100)
        assert result.total == len(set(slugs(result))) <= 12
        for facet in result.facets:
            looser = filters.without(facet.name)
            found = find("tent", filters=looser, page_size=100, with_facets=False)
            check_facet(facet, [by_slug[slug] for slug in slugs(found)], filters)
