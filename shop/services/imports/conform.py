"""A record made to fit the shop: values in their attribute's type, texts within the columns."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from shop.attribute_values import Value, parse_value, unique_values
from shop.exceptions import InvalidValue
from shop.html import sanitise_html
from shop.services.imports.lookups import Lookups
from shop.services.imports.records import (
    AttributeDefinition,
    Problem,
    ProductRecord,
    VariantRecord,
)

Definitions = Mapping[str, AttributeDefinition]
# Characters of the columns (shop.models); the database would refuse more without naming a line.
_PRODUCT_LIMITS = (
    ("external_id", "The id", 200),
    ("title", "The title", 500),
    ("brand", "The brand", 120),
)
_VARIANT_LIMITS = (("sku", "The SKU", 100), ("barcode", "The barcode", 40))
_NAME_LIMIT = 120
_OPTION_LIMIT = 200


def conform(
    record: ProductRecord, *, lookups: Lookups, definitions: Definitions
) -> tuple[ProductRecord, list[Problem]]:
    """Return the record ready to compare and write, and what is wrong with it.

    What the options say ("Colour": "Blue") is said of the product too, so that one filter finds
    products by their own properties and by those of their variants.
    """
    problems = [_error(record, line, message) for line, message in _too_long(record)]
    attributes: dict[str, tuple[Value, ...]] = {}
    for code, values in record.attributes.items():
        kind, unit = lookups.kind_and_unit(code, definitions)
        typed = []
        for value in values:
            try:
                typed.append(parse_value(kind=kind, unit=unit, value=value))
            except InvalidValue as error:
                problems.append(
                    Problem(
                        line=record.line,
                        identifier=record.external_id,
                        message=f"{code}: {error} Left out.",
                        level="warning",
                    )
                )
        attributes[code] = unique_values(typed)
    for code, choices in _option_values(record, lookups, definitions).items():
        attributes[code] = unique_values((*attributes.get(code, ()), *choices))
    description = None if record.description is None else sanitise_html(record.description)
    return replace(record, attributes=attributes, description=description), problems


def _option_values(
    record: ProductRecord, lookups: Lookups, definitions: Definitions
) -> dict[str, list[Value]]:
    found: dict[str, list[Value]] = {}
    for index, option in enumerate(record.options):
        kind, unit = lookups.kind_and_unit(option.code, {option.code: option, **definitions})
        values = found.setdefault(option.code, [])
        for variant in record.variants:
            try:
                values.append(parse_value(kind=kind, unit=unit, value=variant.options[index]))
            except (InvalidValue, IndexError):
                continue  # "one size" among numbers: a choice, but no value to filter by
    return found


def _too_long(record: ProductRecord) -> Iterator[tuple[int, str]]:
    for field, label, limit in _PRODUCT_LIMITS:
        value = getattr(record, field) or ""
        if len(value) > limit:
            yield record.line, f"{label} has {len(value)} characters; {limit} are allowed."
    for name in (*(record.category or ()), *(record.tags or ())):
        if len(name) > _NAME_LIMIT:
            yield (
                record.line,
                f"“{name[:40]}…” has {len(name)} characters; {_NAME_LIMIT} are allowed.",
            )
    for variant in record.variants:
        yield from _variant_too_long(variant)


def _variant_too_long(variant: VariantRecord) -> Iterator[tuple[int, str]]:
    for field, label, limit in _VARIANT_LIMITS:
        value = getattr(variant, field)
        if len(value) > limit:
            yield variant.line, f"{label} has {len(value)} characters; {limit} are allowed."
    for value in variant.options:
        if len(value) > _OPTION_LIMIT:
            yield (
                variant.line,
                f"“{value[:40]}…” has {len(value)} characters; {_OPTION_LIMIT} are allowed.",
            )


def _error(record: ProductRecord, line: int, message: str) -> Problem:
    return Problem(line=line, identifier=record.external_id, message=message)
