"""What a list can be narrowed by, with exact counts.

A facet's counts leave out its own choice and keep all others: they say how many products there
will be when a value is added to the facet.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from babel.numbers import get_currency_symbol
from django.conf import settings
from django.db.models import Count, Max, Min, Q

from shop.models import Attribute, Brand
from shop.models.products import ProductQuerySet
from shop.views.listing.attribute_values import (
    NumberRange,
    boolean_counts,
    number_ranges,
    text_counts,
)
from shop.views.listing.criteria import AttributeCriterion, Criteria
from shop.views.listing.restrictions import eligible_variants, restrict

RATINGS = (4, 3, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value to tick: what the form sends, what people read, how many products have it."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceFacet:
    """Values of which any number may be ticked."""

    name: str
    title: str
    choices: tuple[Choice, ...]

    @property
    def is_open(self) -> bool:
        """Whether something is ticked, so that it must be seen."""
        return any(choice.is_chosen for choice in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeFacet:
    """A lowest and a highest number, with the bounds among the products."""

    name: str
    lowest_name: str
    highest_name: str
    title: str
    unit: str
    lowest: Decimal
    highest: Decimal
    minimum: Decimal | None
    maximum: Decimal | None

    @property
    def is_open(self) -> bool:
        """Whether a bound is set."""
        return (self.minimum, self.maximum) != (None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """All facets of a list."""

    brand: ChoiceFacet
    price: RangeFacet | None
    ratings: tuple[Choice, ...]
    in_stock: Choice
    on_sale: Choice
    attributes: tuple[ChoiceFacet | RangeFacet, ...]


def brand_facet(products: ProductQuerySet, criteria: Criteria) -> ChoiceFacet:
    """Count the products of each brand."""
    rows = (
        restrict(products, criteria, without="brand")
        .filter(brand__isnull=False)
        .order_by()
        .values_list("brand__slug", "brand__name")
        .annotate(count=Count("pk"))
        .order_by("-count", "brand__name")
    )
    counted = list(rows)
    # What is chosen stays on show though the other facets leave nothing of it.
    missing = set(criteria.brands) - {slug for slug, _, _ in counted}
    if missing:
        counted += [(each.slug, each.name, 0) for each in Brand.objects.filter(slug__in=missing)]
    choices = tuple(
        Choice(value=slug, label=name, count=count, is_chosen=slug in criteria.brands)
        for slug, name, count in counted
    )
    return ChoiceFacet(name="brand", title="Brand", choices=choices)


def price_facet(products: ProductQuerySet, criteria: Criteria) -> RangeFacet | None:
    """Find the lowest and highest price; None when nothing has one."""
    bounds = restrict(products, criteria, without="price").aggregate(
        low=Min("price_min"), high=Max("price_min")
    )
    if bounds["low"] is None:
        return None
    return RangeFacet(
        name="price",
        lowest_name="price_min",
        highest_name="price_max",
        title="Price",
        unit=get_currency_symbol(settings.SHOP["CURRENCY"], locale=settings.SHOP["LOCALE"]),
        lowest=bounds["low"],
        highest=bounds["high"],
        minimum=criteria.price_min,
        maximum=criteria.price_max,
    )


def rating_choices(products: ProductQuerySet, criteria: Criteria) -> tuple[Choice, ...]:
    """Count the products rated at least so well."""
    counts = restrict(products, criteria, without="rating").aggregate(
        **{f"at_{stars}": Count("pk", filter=Q(rating_average__gte=stars)) for stars in RATINGS}
    )
    return tuple(
        Choice(
            value=str(stars),
            label=f"{stars} stars and up",
            count=counts[f"at_{stars}"],
            is_chosen=criteria.rating_min == stars,
        )
        for stars in RATINGS
    )


def switch(products: ProductQuerySet, asked: Criteria, *, label: str, is_chosen: bool) -> Choice:
    """Count what a yes-or-no facet leaves when it is on."""
    count = restrict(products, asked).count()
    return Choice(value="1", label=label, count=count, is_chosen=is_chosen)


def attribute_facet(
    attribute: Attribute,
    criterion: AttributeCriterion,
    texts: Mapping[str, int],
    yes: int,
    numbers: NumberRange | None,
) -> ChoiceFacet | RangeFacet | None:
    """Return one attribute's facet, or None when it would not tell products apart."""
    name = f"a.{attribute.code}"
    if attribute.kind == Attribute.Kind.NUMBER:
        if not numbers or (numbers.lowest == numbers.highest and not criterion.is_asked):
            return None
        return RangeFacet(
            name=name,
            lowest_name=f"{name}.min",
            highest_name=f"{name}.max",
            title=attribute.name,
            unit=attribute.unit,
            lowest=numbers.lowest,
            highest=numbers.highest,
            minimum=criterion.minimum,
            maximum=criterion.maximum,
        )
    if attribute.kind == Attribute.Kind.BOOLEAN:
        choices = (
            [Choice(value="yes", label="Yes", count=yes, is_chosen=criterion.is_yes)]
            if yes or criterion.is_yes
            else []
        )
        return (
            ChoiceFacet(name=name, title=attribute.name, choices=tuple(choices))
            if choices
            else None
        )
    counts = {**dict.fromkeys(criterion.texts, 0), **texts}
    if len(counts) < 2 and not criterion.texts:  # noqa: PLR2004  (one value tells nothing apart)
        return None
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0].lower()))
    return ChoiceFacet(
        name=name,
        title=attribute.name,
        choices=tuple(
            Choice(value=text, label=text, count=count, is_chosen=text in criterion.texts)
            for text, count in ordered
        ),
    )


def attribute_facets(
    products: ProductQuerySet, criteria: Criteria, attributes: Iterable[Attribute]
) -> tuple[ChoiceFacet | RangeFacet, ...]:
    """Return the facets of attributes.

    Attributes of which nothing is asked see the same products and are counted together, so the
    number of queries depends on what is asked, not on how much there is to ask for.
    """
    asked = {each.attribute.pk: each for each in criteria.attributes}
    variants = eligible_variants(criteria)
    groups = [
        restrict(products, criteria, without=f"a.{each.attribute.code}") for each in asked.values()
    ]
    ids = [[pk] for pk in asked]
    untouched = [each.pk for each in attributes if each.pk not in asked]
    found: list[ChoiceFacet | RangeFacet | None] = []
    by_attribute: dict[int, tuple[Mapping[str, int], int, NumberRange | None]] = {}
    for group, members in zip(
        [*groups, restrict(products, criteria)], [*ids, untouched], strict=True
    ):
        texts = text_counts(group, variants, members)
        yes = boolean_counts(group, members)
        numbers = number_ranges(group, members)
        for pk in members:
            by_attribute[pk] = (texts.get(pk, {}), yes.get(pk, 0), numbers.get(pk))
    for attribute in attributes:
        criterion = asked.get(attribute.pk, AttributeCriterion(attribute=attribute))
        found.append(attribute_facet(attribute, criterion, *by_attribute[attribute.pk]))
    return tuple(facet for facet in found if facet)


def build_facets(
    products: ProductQuerySet, criteria: Criteria, attributes: Iterable[Attribute]
) -> Facets:
    """Return every facet of a list of products under some criteria."""
    return Facets(
        brand=brand_facet(products, criteria),
        price=price_facet(products, criteria),
        ratings=rating_choices(products, criteria),
        in_stock=switch(
            products,
            replace(criteria, in_stock=True),
            label="In stock",
            is_chosen=criteria.in_stock,
        ),
        on_sale=switch(
            products, replace(criteria, on_sale=True), label="Reduced", is_chosen=criteria.on_sale
        ),
        attributes=attribute_facets(products, criteria, attributes),
    )
