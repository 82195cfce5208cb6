"""Every number among the attributes is found in the title or the description."""

from collections.abc import Iterable, Iterator
from typing import Final

from shop.demo.checks.exceptions import allows
from shop.demo.checks.finding import Finding
from shop.demo.checks.names import is_named
from shop.demo.checks.quantities import Quantity, find_measures, find_quantities
from shop.demo.checks.records import Demo, Product

# Text attributes whose numbers are names.
_NAMES: Final = {"fits", "model_code", "colour"}
# How units are spelled among the attributes, where it is not as in prose.
_UNITS: Final = {"micron": "µm"}
# Units in which an answer speaks of a product and not of days or money.
_PRODUCTS_UNITS: Final = {"g", "kg", "mm", "cm", "m", "ml", "l", "h", "W", "lm", "g/m²"}


def check_figures(demo: Demo) -> Iterator[Finding]:
    """Yield attributes whose number the text does not state in a convertible unit."""
    for product in demo.products:
        stated = product.quantities
        for code, values in product.attributes.items():
            attribute = demo.attributes.get(code)
            if attribute is None or allows(product.slug, code):
                continue
            for value in values:
                if isinstance(value, bool):
                    continue
                missing = (
                    list(_missing_from_text(code, value, stated))
                    if isinstance(value, str)
                    else _missing_number(value, attribute.unit, stated)
                )
                for number in missing:
                    yield _finding(product, code, number)


def check_answers(demo: Demo) -> Iterator[Finding]:
    """Yield answers that state a measure which neither a page nor a product they name has.

    The difference of two products' weights counts as theirs ("weighs 450 g more").
    """
    told = [q for page in demo.pages for q in find_quantities(page.said)]
    for question in demo.questions:
        text = f"{question.question}\n{question.answer}"
        named = [p for p in demo.products if is_named(demo, p, text)]
        if not named:
            continue
        weights = [x for p in named for x in p.attributes.get("weight", ()) if isinstance(x, int)]
        steps = {abs(one - other) for one in weights for other in weights}
        stated = told + [q for product in named for q in product.quantities]
        for measure in find_measures(question.answer):
            unit = next(iter(measure.units))
            known = any(quantity.means(measure.value, unit) for quantity in stated)
            if unit in _PRODUCTS_UNITS and not known and measure.value not in steps:
                yield Finding(
                    file="faq.json",
                    subject=question.slug,
                    problem=f"{measure.value:g} {unit} is in no description that it names",
                    mend="repeat the product's figure",
                )


def _missing_number(value: float, unit: str, stated: Iterable[Quantity]) -> list[str]:
    found = any(quantity.means(value, _UNITS.get(unit, unit)) for quantity in stated)
    return [] if found else [f"{value:g} {unit}".strip()]


def _missing_from_text(code: str, value: str, stated: Iterable[Quantity]) -> Iterator[str]:
    """Yield the numbers of a text ("44–50 cm") that are not in the description."""
    if code in _NAMES:
        return
    for wanted in find_quantities(value):
        if not any(char.isdigit() for char in value) or (code == "size" and not wanted.units):
            continue
        if not any(q.value == wanted.value for q in stated) and not any(
            q.means(wanted.value, unit) for unit in wanted.units for q in stated
        ):
            yield f"{wanted.value:g} {'/'.join(wanted.units)}".strip()


def _finding(product: Product, code: str, number: str) -> Finding:
    return Finding(
        file=product.file,
        subject=product.slug,
        problem=f"{code}: {number} is not said in the title or description",
        mend="state it in the text, or correct the attribute",
    )
