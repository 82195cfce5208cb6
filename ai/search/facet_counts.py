"""How many of some products have which value: the counting behind the facets."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    When,
)

from ai.search.filters import of_ids
from shop.models import Category, Product, ProductAttribute, Variant
from shop.models.products import VariantQuerySet

RATINGS = (4, 3, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The lowest and highest number of an attribute."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeCounts:
    """Of one attribute: products by text, by yes and no, and the bounds of its numbers."""

    texts: dict[str, int]
    booleans: dict[bool, int]
    numbers: Bounds | None


def count_categories(ids: list[int]) -> list[tuple[Category, int]]:
    """Return the categories that have any of the products, descendants included, in tree order."""
    own = dict(
        Product.objects.filter(pk__in=of_ids(ids), category__isnull=False)
        .order_by()
        .values_list("category__path")
        .annotate(count=Count("pk"))
    )
    step = Category.steplen
    totals: dict[str, int] = {}
    for path, count in own.items():
        for end in range(step, len(path) + 1, step):
            totals[path[:end]] = totals.get(path[:end], 0) + count
    nodes = Category.objects.filter(path__in=list(totals)).order_by("path")
    return [(node, totals[node.path]) for node in nodes]


def count_brands(ids: list[int]) -> list[tuple[str, str, int]]:
    """Return (slug, name, products) of each brand, the largest first."""
    rows = (
        Product.objects.filter(pk__in=of_ids(ids), brand__isnull=False)
        .order_by()
        .values_list("brand__slug", "brand__name")
        .annotate(count=Count("pk"))
        .order_by("-count", "brand__name")
    )
    return list(rows)


def price_bounds(ids: list[int]) -> Bounds | None:
    """Return the lowest and highest price; None when nothing has one."""
    found = (
        Product.objects.filter(pk__in=of_ids(ids))
        .order_by()
        .aggregate(low=Min("price_min"), high=Max("price_min"))
    )
    return None if found["low"] is None else Bounds(low=found["low"], high=found["high"])


def count_prices(ids: list[int], buckets: Sequence[tuple[Decimal, Decimal]]) -> list[int]:
    """Return the products of each bucket, both of its ends included."""
    counts = {
        f"bucket_{number}": Count("pk", filter=Q(price_min__gte=low, price_min__lte=high))
        for number, (low, high) in enumerate(buckets)
    }
    found = Product.objects.filter(pk__in=of_ids(ids)).order_by().aggregate(**counts)
    return [found[f"bucket_{number}"] for number in range(len(buckets))]


def count_ratings(ids: list[int]) -> dict[int, int]:
    """Return the products with at least so many stars."""
    counts = {f"at_{n}": Count("pk", filter=Q(rating_average__gte=n)) for n in RATINGS}
    found = Product.objects.filter(pk__in=of_ids(ids)).order_by().aggregate(**counts)
    return {n: found[f"at_{n}"] for n in RATINGS}


def count_buyable(ids: list[int]) -> int:
    """Return how many of the products can be bought now."""
    buyable = Variant.objects.buyable().filter(product=OuterRef("pk"))
    return Product.objects.filter(Exists(buyable), pk__in=of_ids(ids)).order_by().count()


def count_attributes(
    ids: list[int], variants: VariantQuerySet, attributes: Sequence[int]
) -> dict[int, AttributeCounts]:
    """Return the counts of each attribute; a product counts once for a value.

    A text may be stated of the product or be an option of one of these variants.
    """
    texts: dict[int, dict[str, int]] = {}
    for attribute, text, count in [
        *_stated_texts(ids, attributes),
        *_option_texts(ids, variants, attributes),
    ]:
        found = texts.setdefault(attribute, {})
        found[text] = found.get(text, 0) + count
    booleans: dict[int, dict[bool, int]] = {}
    for attribute, value, count in _stated_booleans(ids, attributes):
        booleans.setdefault(attribute, {})[value] = count
    numbers = _number_bounds(ids, attributes)
    return {
        attribute: AttributeCounts(
            texts=texts.get(attribute, {}),
            booleans=booleans.get(attribute, {}),
            numbers=numbers.get(attribute),
        )
        for attribute in attributes
    }


def _stated_texts(ids: list[int], attributes: Sequence[int]) -> list[tuple[int, str, int]]:
    rows = (
        ProductAttribute.objects.filter(
            product__in=of_ids(ids), attribute__in=attributes, text__isnull=False
        )
        .order_by()
        .values_list("attribute_id", "text")
        .annotate(count=Count("product", distinct=True))
    )
    return [(attribute, text, count) for attribute, text, count in rows if text is not None]


def _option_texts(
    ids: list[int], variants: VariantQuerySet, attributes: Sequence[int]
) -> list[tuple[int, str, int]]:
    """Count the options' texts, less those that the product states anyway."""
    value = Case(
        When(product__options__position=1, then=F("option1")),
        When(product__options__position=2, then=F("option2")),
        default=F("option3"),
        output_field=CharField(),
    )
    stated = ProductAttribute.objects.filter(
        product=OuterRef("product"),
        attribute=OuterRef("product__options__attribute"),
        text=OuterRef("value"),
    )
    rows = (
        variants.filter(product__in=of_ids(ids), product__options__attribute__in=attributes)
        .order_by()
        .annotate(value=value)
        .exclude(value="")
        .filter(~Exists(stated))
        .values_list("product__options__attribute_id", "value")
        .annotate(count=Count("product", distinct=True))
    )
    return list(rows)


def _stated_booleans(ids: list[int], attributes: Sequence[int]) -> list[tuple[int, bool, int]]:
    rows = (
        ProductAttribute.objects.filter(
            product__in=of_ids(ids), attribute__in=attributes, boolean__isnull=False
        )
        .order_by()
        .values_list("attribute_id", "boolean")
        .annotate(count=Count("product", distinct=True))
    )
    return [(attribute, value, count) for attribute, value, count in rows if value is not None]


def _number_bounds(ids: list[int], attributes: Sequence[int]) -> dict[int, Bounds]:
    rows = (
        ProductAttribute.objects.filter(
            product__in=of_ids(ids), attribute__in=attributes, number__isnull=False
        )
        .order_by()
        .values_list("attribute_id")
        .annotate(low=Min("number"), high=Max("number"))
    )
    return {attribute: Bounds(low=low, high=high) for attribute, low, high in rows}
