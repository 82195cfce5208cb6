"""A random catalogue, what was written of it, and plain Python that decides what passes."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from shop.listing.facet_types import Facet
from shop.listing.filters import AttributeFilter, Filters
from shop.models import Attribute, Brand, Category, Product, ProductOption
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
    VariantFactory,
)

PRODUCTS = 60
COLOURS = ("Red", "Green", "Blue")
MATERIALS = ("Wool", "Steel", "Green")
NOUNS = ("kettle", "tent", "lamp", "towel", "jacket")
ADJECTIVES = ("small", "light", "warm", "waterproof", "folding")


@dataclass
class Facts:
    """What was written of one product, kept apart from the database."""

    slug: str
    path: list[str]
    brand: str
    prices: list[Decimal]
    stars: list[int]
    on_sale: bool = False
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


def write_catalogue() -> list[Facts]:
    """Write a random catalogue, and return what was written."""
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
        was = price + 1 if price is not None and rng.random() < 0.2 else None
        stock = rng.choice([0, 3])
        VariantFactory.create(
            product=product,
            price=price,
            compare_at_price=was,
            stock=stock,
            **{f"option{position}": value},
        )
        facts.on_sale |= was is not None
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
        filters.on_sale is None or facts.on_sale is filters.on_sale,
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
        on_sale=maybe(True, False),  # type: ignore[arg-type]
        attributes=tuple(rng.sample(attributes, rng.choice([0, 0, 1, 2]))),
    )


def check_facet(facet: Facet, matches: Iterable[Facts], filters: Filters) -> None:
    """Compare a facet with the matches under all filters but its own."""
    left = [each for each in matches if passes(each, filters.without(facet.name))]
    buyable = [each for each in matches if passes(each, replace(filters, in_stock=True))]
    has: dict[str, Callable[[Facts, str], bool]] = {
        "category": lambda facts, value: value in facts.path,
        "brand": lambda facts, value: facts.brand == value,
        "rating": lambda facts, value: facts.rating is not None and facts.rating >= int(value),
        "stock": lambda facts, _: facts.in_stock,
        "sale": lambda facts, _: facts.on_sale,
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
            # Of a colour that can be bought there may be fewer than of the colour.
            those = buyable if facet.name == "stock" else left
            counted = sum(has[facet.name](each, value.value) for each in those)
        assert value.count == counted, (facet.name, value, filters)
    if facet.name == "price":
        prices = [each.price for each in left if each.price is not None]
        assert sum(value.count for value in facet.values) in {0, len(prices)}
        assert (facet.low, facet.high) == (min(prices, default=None), max(prices, default=None))
    if facet.name == "attribute:weight":
        weights = [each.weight for each in left if each.weight is not None]
        assert (facet.low, facet.high) == (min(weights, default=None), max(weights, default=None))


def with_value(filters: Filters, facet: Facet, value: str) -> Filters:
    """Return the filters after a click on a value, in place of the facet's own choice."""
    others = filters.without(facet.name)
    low, _, high = value.partition("..")
    changes: dict[str, Callable[[], Filters]] = {
        "category": lambda: replace(others, category=value),
        "brand": lambda: replace(others, brands=(value,)),
        "rating": lambda: replace(others, rating_min=Decimal(value)),
        "stock": lambda: replace(others, in_stock=True),
        "sale": lambda: replace(others, on_sale=True),
        "price": lambda: replace(
            others, price_min=Decimal(low), price_max=Decimal(high) if high else None
        ),
    }
    if facet.name in changes:
        return changes[facet.name]()
    code = facet.name.removeprefix("attribute:")
    asked = (
        AttributeFilter(code=code, boolean=value == "true")
        if code == "washable"
        else AttributeFilter(code=code, texts=(value,))
    )
    return replace(others, attributes=(*others.attributes, asked))
