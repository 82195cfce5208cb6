"""Filters and facets against a brute-force count over a random catalogue."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

import pytest

from ai.models import EmbeddingSpace
from ai.search import lexical, matching
from ai.search.types import AttributeFilter, Facet, Filters, SearchResult
from shop.models import Attribute, Brand, Category, Product, ProductOption
from tests.ai.search.conftest import find, make_searchable, slugs
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db

PRODUCTS = 60
COLOURS = ("Red", "Green", "Blue")
MATERIALS = ("Wool", "Steel", "Green")
NOUNS = ("kettle", "tent", "lamp", "towel", "jacket")
ADJECTIVES = ("small", "light", "warm", "waterproof", "folding")
PAIRS = 100


@dataclass
class Facts:
    """What was written of one product, kept apart from the database."""

    slug: str
    path: list[str]
    brand: str
    prices: list[Decimal]
    stars: list[int]
    variants: list[tuple[str, bool]] = field(default_factory=list)  # colour, can be bought
    materials: set[str] = field(default_factory=set)
    weight: Decimal | None = None
    washable: bool | None = None

    @property
    def price(self) -> Decimal | None:
        return min(self.prices, default=None)

    @property
    def rating(self) -> float | None:
        return sum(self.stars) / len(self.stars) if self.stars else None

    @property
    def in_stock(self) -> bool:
        return any(buyable for _, buyable in self.variants)

    def colours(self, *, buyable: bool) -> set[str]:
        return {colour for colour, can_buy in self.variants if can_buy or not buyable}


@pytest.fixture
def catalogue(space: EmbeddingSpace) -> list[Facts]:
    """Write a random catalogue, make it searchable, and return what was written."""
    rng = random.Random(5)
    tree = plant_tree()
    brands = [BrandFactory.create(slug=f"brand-{n}", name=f"Maker {n}") for n in range(4)]
    colour = AttributeFactory.create(code="colour", name="Colour")
    material = AttributeFactory.create(code="material", name="Material")
    weight = AttributeFactory.create(code="weight", name="Weight", kind="number", unit="g")
    washable = AttributeFactory.create(code="washable", name="Washable", kind="boolean")
    hidden = AttributeFactory.create(code="hidden", name="Hidden", is_filterable=False)
    written = []
    for number in range(PRODUCTS):
        category, path = rng.choice(tree)
        brand = rng.choice([None, *brands])
        facts, product = write_product(rng, number, category=category, path=path, brand=brand)
        write_variants(rng, facts, product, colour)
        write_attributes(rng, facts, product, material=material, weight=weight, washable=washable)
        ProductAttributeFactory.create(product=product, attribute=hidden, text="x")
        written.append(facts)
    make_searchable(*Product.objects.all())
    return written


def plant_tree() -> list[tuple[Category | None, list[str]]]:
    home = CategoryFactory.create(slug="home", name="Home")
    away = CategoryFactory.create(slug="away", name="Away")
    kitchen = CategoryFactory.create(slug="kitchen", name="Kitchen", parent=home)
    camp = CategoryFactory.create(slug="camp", name="Camp", parent=away)
    stove = CategoryFactory.create(slug="stove", name="Stoves", parent=camp)
    return [
        (None, []),
        (home, ["home"]),
        (kitchen, ["home", "kitchen"]),
        (away, ["away"]),
        (camp, ["away", "camp"]),
        (stove, ["away", "camp", "stove"]),
    ]


def write_product(
    rng: random.Random,
    number: int,
    *,
    category: Category | None,
    path: list[str],
    brand: Brand | None,
) -> tuple[Facts, Product]:
    product = ProductFactory.create(
        slug=f"p{number}",
        title=f"{rng.choice(ADJECTIVES)} {rng.choice(NOUNS)} {number}",
        description=f"<p>{rng.choice(ADJECTIVES)} {rng.choice(NOUNS)}</p>",
        category=category,
        brand=brand,
        variant=None,
    )
    stars = [rng.randint(1, 5) for _ in range(rng.choice([0, 1, 2]))]
    for rating in stars:
        ReviewFactory.create(product=product, rating=rating)
    facts = Facts(
        slug=product.slug, path=path, brand=brand.slug if brand else "", prices=[], stars=stars
    )
    return facts, product


def write_variants(rng: random.Random, facts: Facts, product: Product, colour: Attribute) -> None:
    ProductOption.objects.create(product=product, attribute=colour, position=rng.choice([1, 2, 3]))
    position = product.options.get().position
    for value in rng.sample(COLOURS, rng.randint(0, 3)):
        price = rng.choice([None, *(Decimal(n) for n in (5, 10, 20, 50, 100))])
        stock = rng.choice([0, 3])
        VariantFactory.create(
            product=product, price=price, stock=stock, **{f"option{position}": value}
        )
        facts.variants.append((value, price is not None and stock > 0))
        facts.prices += [price] if price is not None else []


def write_attributes(
    rng: random.Random,
    facts: Facts,
    product: Product,
    *,
    material: Attribute,
    weight: Attribute,
    washable: Attribute,
) -> None:
    for text in rng.sample(MATERIALS, rng.randint(0, 2)):
        ProductAttributeFactory.create(product=product, attribute=material, text=text)
        facts.materials.add(text)
    if rng.random() < 0.6:
        facts.weight = Decimal(rng.choice([100, 250, 900]))
        ProductAttributeFactory.create(product=product, attribute=weight, number=facts.weight)
    if rng.random() < 0.6:
        facts.washable = rng.random() < 0.5
        ProductAttributeFactory.create(product=product, attribute=washable, boolean=facts.washable)


def passes(facts: Facts, filters: Filters) -> bool:
    """Decide by plain Python what the database decides by SQL."""
    price, rating = facts.price, facts.rating
    checks = [
        not filters.category or filters.category in facts.path,
        not filters.brands or facts.brand in filters.brands,
        filters.price_min is None or (price is not None and price >= filters.price_min),
        filters.price_max is None or (price is not None and price <= filters.price_max),
        filters.rating_min is None or (rating is not None and rating >= filters.rating_min),
        filters.in_stock is None or facts.in_stock is filters.in_stock,
        *(has_attribute(facts, asked, filters) for asked in filters.attributes),
    ]
    return all(checks)


def has_attribute(facts: Facts, asked: AttributeFilter, filters: Filters) -> bool:
    match asked.code:
        case "colour":
            return bool(facts.colours(buyable=filters.in_stock is True) & set(asked.texts))
        case "material":
            return bool(facts.materials & set(asked.texts))
        case "weight":
            low, high = asked.minimum, asked.maximum
            return facts.weight is not None and (
                (low is None or facts.weight >= low) and (high is None or facts.weight <= high)
            )
        case "washable":
            return facts.washable is asked.boolean
    return False


def random_filters(rng: random.Random) -> Filters:
    def maybe(*values: object) -> object:
        return rng.choice(values) if rng.random() < 0.3 else None

    attributes = [
        AttributeFilter(code="colour", texts=tuple(rng.sample(COLOURS, rng.randint(1, 2)))),
        AttributeFilter(code="material", texts=tuple(rng.sample(MATERIALS, 1))),
        AttributeFilter(code="weight", minimum=Decimal(200)),
        AttributeFilter(code="washable", boolean=rng.random() < 0.5),
    ]
    return Filters(
        category=str(maybe("home", "away", "camp", "kitchen", "stove") or ""),
        brands=tuple(rng.sample(["brand-0", "brand-1", "brand-2"], rng.randint(1, 2)))
        if rng.random() < 0.3
        else (),
        price_min=maybe(Decimal(5), Decimal(10)),  # type: ignore[arg-type]
        price_max=maybe(Decimal(20), Decimal(50)),  # type: ignore[arg-type]
        rating_min=maybe(Decimal(2), Decimal(4)),  # type: ignore[arg-type]
        in_stock=maybe(True, False),  # type: ignore[arg-type]
        attributes=tuple(rng.sample(attributes, rng.choice([0, 0, 1, 2]))),
    )


def random_text(rng: random.Random) -> str:
    words = [*NOUNS, *ADJECTIVES]
    return rng.choice(["", rng.choice(words), " ".join(rng.sample(words, 2))])


def check_facet(facet: Facet, matches: Iterable[Facts], filters: Filters) -> None:
    """Compare a facet with the matches under all filters but its own."""
    left = [each for each in matches if passes(each, filters.without(facet.name))]
    has: dict[str, Callable[[Facts, str], bool]] = {
        "category": lambda facts, value: value in facts.path,
        "brand": lambda facts, value: facts.brand == value,
        "rating": lambda facts, value: facts.rating is not None and facts.rating >= int(value),
        "stock": lambda facts, _: facts.in_stock,
        "attribute:colour": lambda facts, value: (
            value in facts.colours(buyable=filters.in_stock is True)
        ),
        "attribute:material": lambda facts, value: value in facts.materials,
        "attribute:washable": lambda facts, value: facts.washable is (value == "true"),
    }
    for value in facet.values:
        if facet.name == "price":
            counted = sum(
                each.price is not None
                and (value.low is None or each.price >= value.low)
                and (value.high is None or each.price <= value.high)
                for each in left
            )
        else:
            counted = sum(has[facet.name](each, value.value) for each in left)
        assert value.count == counted, (facet.name, value, filters)
    if facet.name == "price":
        assert sum(value.count for value in facet.values) in {
            0,
            sum(each.price is not None for each in left),
        }
    if facet.name == "attribute:weight":
        weights = [each.weight for each in left if each.weight is not None]
        assert (facet.low, facet.high) == (min(weights, default=None), max(weights, default=None))


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


def with_value(filters: Filters, facet: Facet, value: str) -> Filters:
    """Return the filters after a click on a value, in place of the facet's own choice."""
    others = filters.without(facet.name)
    match facet.name:
        case "category":
            return replace(others, category=value)
        case "brand":
            return replace(others, brands=(value,))
        case "rating":
            return replace(others, rating_min=Decimal(value))
        case "stock":
            return replace(others, in_stock=True)
        case "price":
            low, _, high = value.partition("..")
            return replace(
                others, price_min=Decimal(low), price_max=Decimal(high) if high else None
            )
    code = facet.name.removeprefix("attribute:")
    asked = (
        AttributeFilter(code=code, boolean=value == "true")
        if code == "washable"
        else AttributeFilter(code=code, texts=(value,))
    )
    return replace(others, attributes=(*others.attributes, asked))


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
