"""How many products have which value of which attribute."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Case, CharField, Count, Exists, F, Max, Min, OuterRef, When

from shop.models import ProductAttribute
from shop.models.products import ProductQuerySet, VariantQuerySet


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRange:
    """The bounds of an attribute's numbers."""

    lowest: Decimal
    highest: Decimal


def text_counts(
    products: ProductQuerySet, variants: VariantQuerySet, attributes: Iterable[int]
) -> dict[int, dict[str, int]]:
    """Return {attribute: {text: products}}: stated of the product, or told by a variant's option.

    A product that says both counts once.
    """
    ids = list(attributes)
    counts: dict[int, dict[str, int]] = {}
    within = products.order_by().values("pk")
    stated = (
        ProductAttribute.objects.filter(product__in=within, attribute__in=ids, text__isnull=False)
        .order_by()
        .values_list("attribute_id", "text")
        .annotate(count=Count("product", distinct=True))
    )
    value = Case(
        When(product__options__position=1, then=F("option1")),
        When(product__options__position=2, then=F("option2")),
        default=F("option3"),
        output_field=CharField(),
    )
    already_stated = ProductAttribute.objects.filter(
        product=OuterRef("product"),
        attribute=OuterRef("product__options__attribute"),
        text=OuterRef("value"),
    )
    told = (
        variants.filter(product__in=within, product__options__attribute__in=ids)
        .annotate(value=value)
        .exclude(value="")
        .filter(~Exists(already_stated))
        .order_by()
        .values_list("product__options__attribute_id", "value")
        .annotate(count=Count("product", distinct=True))
    )
    for attribute, text, count in [*stated, *told]:
        if text is not None:
            texts = counts.setdefault(attribute, {})
            texts[text] = texts.get(text, 0) + count
    return counts


def boolean_counts(products: ProductQuerySet, attributes: Iterable[int]) -> dict[int, int]:
    """Return {attribute: products for which it is true}."""
    rows = (
        ProductAttribute.objects.filter(
            product__in=products.order_by().values("pk"),
            attribute__in=list(attributes),
            boolean=True,
        )
        .order_by()
        .values_list("attribute_id")
        .annotate(count=Count("product", distinct=True))
    )
    return dict(rows)


def number_ranges(products: ProductQuerySet, attributes: Iterable[int]) -> dict[int, NumberRange]:
    """Return {attribute: bounds of its numbers}."""
    rows = (
        ProductAttribute.objects.filter(
            product__in=products.order_by().values("pk"),
            attribute__in=list(attributes),
            number__isnull=False,
        )
        .order_by()
        .values_list("attribute_id")
        .annotate(lowest=Min("number"), highest=Max("number"))
    )
    return {
        attribute: NumberRange(lowest=lowest, highest=highest)
        for attribute, lowest, highest in rows
    }
