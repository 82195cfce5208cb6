"""Filters and facets of a list against a brute-force count over a random catalogue."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from shop.listing.facet_types import Facet
from shop.listing.facets import build_facets
from shop.listing.filters import AttributeFilter, Filters
from shop.listing.restrictions import Restrictions
from shop.models import Attribute, Product
from shop.models.products import ProductQuerySet
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    ProductAttributeFactory,
    ProductFactory,
)
from tests.shop.listing.catalogue import (
    Facts,
    check_facet,
    passes,
    random_filters,
    with_value,
    write_catalogue,
)

pytestmark = pytest.mark.django_db

ROUNDS = 100


@pytest.fixture
def catalogue() -> list[Facts]:
    return write_catalogue()


def facets_of(
    filters: Filters, among: ProductQuerySet | None = None, **options: bool
) -> dict[str, Facet]:
    restrictions = Restrictions(filters, among=among)
    attributes = list(Attribute.objects.filter(is_filterable=True))
    found = build_facets(restrictions, filters, attributes=attributes, **options)  # type: ignore[arg-type]
    return {facet.name: facet for facet in found}


def left(filters: Filters, among: ProductQuerySet | None = None) -> set[str]:
    return set(Restrictions(filters, among=among).products().values_list("slug", flat=True))


def test_lists_and_facets_are_those_of_a_brute_force_count(catalogue: list[Facts]) -> None:
    rng = random.Random(31)
    narrowed = 0
    for _ in range(ROUNDS):
        filters = random_filters(rng)
        expected = {each.slug for each in catalogue if passes(each, filters)}
        assert left(filters) == expected, filters
        facets = facets_of(filters)
        assert "attribute:hidden" not in facets
        for facet in facets.values():
            check_facet(facet, catalogue, filters)
        narrowed += 0 < len(expected) < len(catalogue)
    assert narrowed > ROUNDS // 3  # the filters did something


def test_choosing_a_value_leaves_as_many_as_its_count_said(catalogue: list[Facts]) -> None:
    rng = random.Random(37)
    clicks = 0
    for _ in range(20):
        filters = random_filters(rng)
        for facet in facets_of(filters).values():
            for value in facet.values:
                assert len(left(with_value(filters, facet, value.value))) == value.count
                clicks += 1
    assert clicks > 200


def test_only_the_products_given_are_counted(catalogue: list[Facts]) -> None:
    among = Product.objects.published().filter(brand__slug="brand-1")
    ours = [each for each in catalogue if each.brand == "brand-1"]
    rng = random.Random(41)
    for _ in range(20):
        filters = replace(random_filters(rng), brands=())
        assert left(filters, among) == {each.slug for each in ours if passes(each, filters)}
        for facet in facets_of(filters, among).values():
            check_facet(facet, ours, filters)


def test_a_facet_that_is_left_out_changes_no_other(catalogue: list[Facts]) -> None:
    filters = Filters(category="away", in_stock=True)
    every = facets_of(filters)
    some = facets_of(filters, leave_out={"category", "rating"})  # type: ignore[arg-type]
    assert list(some) == [name for name in every if name not in {"category", "rating"}]
    assert all(facet == every[name] for name, facet in some.items())


def test_without_price_steps_the_bounds_remain(catalogue: list[Facts]) -> None:
    with_steps = facets_of(Filters())["price"]
    assert len(with_steps.values) > 1
    assert facets_of(Filters(), with_price_steps=False)["price"] == replace(with_steps, values=())


def test_what_is_chosen_is_listed_with_nothing_left(catalogue: list[Facts]) -> None:
    filters = Filters(
        category="stove",
        brands=("brand-1",),
        price_min=Decimal(9_000),
        rating_min=Decimal(4),
        in_stock=True,
        on_sale=True,
        attributes=(
            AttributeFilter(code="colour", texts=("Red",)),
            AttributeFilter(code="washable", boolean=True),
            AttributeFilter(code="weight", minimum=Decimal(1)),
        ),
    )
    assert left(filters) == set()
    facets = facets_of(filters)
    assert list(facets)[:6] == ["category", "brand", "price", "rating", "stock", "sale"]
    for name in ("category", "brand", "rating", "stock", "sale"):
        assert [value.count for value in facets[name].values if value.is_chosen] == [0], name
    for name in ("attribute:colour", "attribute:washable"):
        assert [value.count for value in facets[name].values if value.is_chosen] == [0], name
    assert facets["attribute:weight"].minimum == Decimal(1)
    assert facets["price"].minimum == Decimal(9_000)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(category="no-such"),
        Filters(brands=("no-such",)),
        Filters(attributes=(AttributeFilter(code="no-such", texts=("x",)),)),
        Filters(attributes=(AttributeFilter(code="colour"),)),
    ],
    ids=str,
)
def test_what_there_is_none_of_leaves_nothing(catalogue: list[Facts], filters: Filters) -> None:
    assert left(filters) == set()
    assert facets_of(filters) is not None


def test_one_value_is_a_choice_only_where_some_products_lack_it() -> None:
    material = AttributeFactory.create(code="material")
    brand = BrandFactory.create(slug="only")
    first = ProductFactory.create(brand=brand)
    ProductAttributeFactory.create(product=first, attribute=material, text="Wool")
    assert {"brand", "attribute:material"}.isdisjoint(facets_of(Filters()))
    ProductFactory.create(brand=None)
    facets = facets_of(Filters())
    for name, value in (("brand", "only"), ("attribute:material", "Wool")):
        assert [(each.value, each.count) for each in facets[name].values] == [(value, 1)]
