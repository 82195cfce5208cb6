"""Whether products agree with the lists they refer to, and with themselves."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePath
from typing import Final

from shop.demo.checks.exceptions import allows
from shop.demo.checks.finding import Finding
from shop.demo.checks.names import is_named
from shop.demo.checks.records import Attribute, Demo, Product, Value, Variant

# The demo tells of a shop at this date; raise it when the demo is written on.
LAST_DAY: Final = date(2026, 11, 24)


def check_products(demo: Demo) -> Iterator[Finding]:
    """Yield products that name what does not exist, or whose variants contradict them."""
    for product in demo.products:
        for problem, mend in _faults(demo, product):
            yield Finding(file=product.file, subject=product.slug, problem=problem, mend=mend)


def _faults(demo: Demo, product: Product) -> Iterator[tuple[str, str]]:
    if product.category not in demo.leaves:
        yield f"category {product.category} is no leaf category", "see categories.json"
    if product.category != PurePath(product.file).stem:
        yield f"it is of category {product.category}", "move it to that category's file"
    if product.brand not in demo.brands:
        yield f"brand {product.brand} does not exist", "see brands.json"
    elif not product.title.startswith(f"{demo.brands[product.brand]} "):
        yield "the title does not begin with the brand's name", "begin it so, as others do"
    if product.published_at > LAST_DAY:
        yield f"published on {product.published_at}, after {LAST_DAY}", "date it earlier"
    yield from _attribute_faults(demo, product)
    yield from _fit_faults(demo, product)
    yield from _option_faults(product)
    yield from _weight_faults(product)
    for variant in product.variants:
        yield from _variant_faults(variant)
    stems = [image.file.removesuffix(".webp") for image in product.images]
    if stems != [product.slug, f"{product.slug}-detail"][: len(stems)]:
        yield f"images are {', '.join(stems)}", "name them <slug>.webp and <slug>-detail.webp"


def _attribute_faults(demo: Demo, product: Product) -> Iterator[tuple[str, str]]:
    for code, values in product.attributes.items():
        attribute = demo.attributes.get(code)
        if attribute is None:
            yield f"attribute {code} is not defined", "add it to attributes.json"
            continue
        for value in values:
            if not _is_of_kind(attribute, value):
                yield f"{code} = {value!r} is no {attribute.kind}", "write it as its kind"
        if len(set(values)) < len(values):
            yield f"{code} lists a value twice", "list it once"


def _is_of_kind(attribute: Attribute, value: Value) -> bool:
    if attribute.kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, bool if attribute.kind == "boolean" else str)


def _fit_faults(demo: Demo, product: Product) -> Iterator[tuple[str, str]]:
    for title in product.texts("fits"):
        if title == product.title:
            yield "it fits itself", "name another product"
        elif title not in demo.by_title:
            yield f"fits names {title!r}, which is no product's title", "write the exact title"
        elif not is_named(demo, demo.by_title[title], product.said):
            yield f"fits {title!r}, but the text does not name it", "say it in the text too"


def _option_faults(product: Product) -> Iterator[tuple[str, str]]:
    combinations = [variant.options for variant in product.variants]
    yield from _combination_faults(product, combinations)
    for position, code in enumerate(product.options):
        if code not in product.attributes:
            yield f"option {code} is not among the attributes", "list its values there"
            continue
        used = {options[position] for options in combinations if position < len(options)}
        listed = set(product.texts(code))
        if missing := used - listed:
            yield f"{code} {sorted(missing)} not listed under attributes", "list it there too"
        if idle := listed - used:
            yield f"{code} {sorted(idle)} is listed, but no variant has it", "remove it"


def _combination_faults(
    product: Product, combinations: list[tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    if len(set(combinations)) < len(combinations):
        yield "two variants have equal options", "tell them apart or merge them"
    if not product.options and len(combinations) > 1:
        yield "several variants, no options", "name the option"
    for options in combinations:
        if len(options) != len(product.options):
            yield f"variant {options} has not one value for each option", "give each one"


def _weight_faults(product: Product) -> Iterator[tuple[str, str]]:
    sent = {variant.weight_g for variant in product.variants}
    for weight in product.attributes.get("weight", ()):
        if weight not in sent and not allows(product.slug, "weight"):
            yield f"weight {weight} g is no variant's weight_g", "make them agree"


def _variant_faults(variant: Variant) -> Iterator[tuple[str, str]]:
    if variant.price <= 0:
        yield f"{variant.sku} costs nothing", "give it a price"
    if variant.compare_at_price is not None and variant.compare_at_price <= variant.price:
        yield f"{variant.sku}: compare_at_price is not above its price", "raise or drop it"
