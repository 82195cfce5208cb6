"""The `attribute` parameter: `colour:Blue`, `weight:100..500`, `waterproof:true`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.db.models import Exists, OuterRef, Q, QuerySet
from rest_framework.exceptions import ValidationError

from shop.attribute_values import parse_value
from shop.exceptions import InvalidValue
from shop.models import Attribute, ProductAttribute, Variant

# ProductAttribute.number is numeric(16, 4).
NUMBER_LIMIT = Decimal(10) ** 12

Range = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of one attribute: any of the values."""

    attribute: Attribute
    texts: list[str] = field(default_factory=list)
    ranges: list[Range] = field(default_factory=list)
    booleans: list[bool] = field(default_factory=list)


def parse_attribute_terms(terms: Iterable[str]) -> list[Wanted]:
    """Return what is asked, one entry an attribute.

    Raises ValidationError for a term that cannot be read or names no attribute.
    """
    values: dict[str, list[str]] = {}
    for term in terms:
        code, colon, value = term.partition(":")
        if not (code and colon and value):
            raise refusal(f"“{term}” is not of the form code:value.")
        values.setdefault(code, []).append(value)
    attributes = Attribute.objects.in_bulk(list(values), field_name="code")
    for code in values:
        if code not in attributes:
            raise refusal(f"There is no attribute {code}.")
    return [read_values(attributes[code], given) for code, given in values.items()]


def read_values(attribute: Attribute, values: Iterable[str]) -> Wanted:
    """Return the values in the attribute's type; raises ValidationError."""
    wanted = Wanted(attribute=attribute)
    for value in values:
        if attribute.kind == Attribute.Kind.NUMBER:
            wanted.ranges.append(read_range(value))
        elif attribute.kind == Attribute.Kind.BOOLEAN:
            wanted.booleans.append(read_boolean(value))
        else:
            wanted.texts.append(value)
    return wanted


def read_range(text: str) -> Range:
    """Return the bounds of `10..20`, `10..`, `..20` or `10`."""
    low, dots, high = text.partition("..")
    first = read_number(low)
    return (first, read_number(high)) if dots else (first, first)


def read_number(text: str) -> Decimal | None:
    """Return a number that the column can hold; None for nothing at all."""
    if not text:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise refusal(f"“{text}” is not a number.") from None
    if not number.is_finite() or abs(number) >= NUMBER_LIMIT:
        raise refusal(f"“{text}” is out of range.")
    return number


def read_boolean(text: str) -> bool:
    """Return whether the text says yes."""
    try:
        return parse_value(kind="boolean", unit="", value=text) is True
    except InvalidValue as error:
        raise refusal(str(error)) from None


def refusal(message: str) -> ValidationError:
    """Return the error for this parameter."""
    return ValidationError({"attribute": [message]})


def attribute_condition(wanted: Wanted) -> Q:
    """Return the condition on products: stated of the product, or told by a variant's option."""
    match = Q(text__in=wanted.texts) if wanted.texts else Q()
    for low, high in wanted.ranges:
        bounds = {"number__gte": low, "number__lte": high}
        match |= Q(number__isnull=False, **{k: v for k, v in bounds.items() if v is not None})
    if wanted.booleans:
        match |= Q(boolean__in=wanted.booleans)
    stated = ProductAttribute.objects.filter(
        match, product=OuterRef("pk"), attribute=wanted.attribute
    )
    condition = Q(Exists(stated))
    if wanted.texts:
        condition |= Q(Exists(variants_with(wanted)))
    return condition


def variants_with(wanted: Wanted) -> QuerySet[Variant]:
    """Return the variants of the outer product whose option has one of the texts."""
    of_option = Q()
    for position in (1, 2, 3):
        of_option |= Q(
            **{"product__options__position": position, f"option{position}__in": wanted.texts}
        )
    return Variant.objects.filter(
        of_option, product=OuterRef("pk"), product__options__attribute=wanted.attribute
    )
