"""Attributes in words, and yes-or-no ones, against what the description says."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from shop.demo.checks.exceptions import allows
from shop.demo.checks.finding import Finding
from shop.demo.checks.quantities import find_quantities
from shop.demo.checks.records import Demo, Product

# Attributes whose values are words that a description uses for nothing else.
_VOCABULARIES: Final = (
    "material",
    "blade_material",
    "handle_material",
    "pole_material",
    "fill",
    "wax",
    "weave",
    "neck",
    "shape",
)
# code: words that say yes, words that say no. Yes-words do not count behind a "no" or "not".
_YES_NO: Final[dict[str, tuple[str, str]]] = {
    "machine_washable": (
        r"machine[- ]wash(?:able)?\b|in the (?:washing )?machine|wool programme",
        (
            r"(?:never|not|no) (?:be )?machine(?:[- ]wash|s?\b)|hand[- ]wash(?! or)|"
            r"washe?d? by hand|sponge (?:down )?only|no washing machine|wet cloth only"
        ),
    ),
    "dishwasher_safe": (
        r"dishwasher[- ]safe|(?:goes|go|put it) in(?:to)? the dishwasher|dishwasher yes",
        (
            r"never put it in a dishwasher|dishwashers? (?:damages?|dulls?|no\b|salt)|"
            r"not (?:for |in )?(?:the |a )?dishwasher|no dishwasher|keep it out of the dishwasher"
        ),
    ),
    "induction": (r"on induction|and induction|induction yes|the induction", r"no induction"),
    "touchscreen": (
        r"works? on (?:a |every |any )?(?:phone|screen|touchscreen)",
        r"cannot operate a phone|no touchscreen|not work on (?:a )?(?:phone|screen|touchscreen)",
    ),
    "hood": (r"(?:a|the|with|its) (?:[\w-]+ )?hood\b", r"no hood|without a hood|hoodless"),
    "locking": (r"it locks|locks open|locks both", r"no lock\b|does not lock|without a lock"),
    "bug_net": (r"insect net|with a net|mosquito net", r"no net\b|there is no net|without a net"),
    "armrests": (r"armrests|two (?:cloth )?arms|arms of", r"no armrests?|without arm"),
    "rechargeable": (
        r"rechargeable(?! aaa?\b| cells)|usb-c|charges in",
        r"not rechargeable|no charging",
    ),
    "freestanding": (r"stands without pegs|free-?standing", r"not free-?standing|needs pegs"),
    "leakproof": (
        r"watertight|leakproof|does not leak|do not leak|upside down",
        r"not tight|not leakproof|it leaks|not watertight",
    ),
    "reflective": (r"reflect", r"nothing reflects|no reflect|reflects nothing"),
    "red_light": (r"red light|red mode|red led", r"no red light"),
    "cabin_size": (r"cabin size|cabin baggage", r"too (?:tall|wide|big) for (?:the|any) cabin"),
    "lockable": (r"lockable|takes a padlock", r"not lockable|no lock for"),
    "collapsible": (r"folds? flat|rolls? up|collapses", r"does not fold|rigid"),
    "left_handed": (r"left-handed|either hand|both hands|left hands?", r"right-handed only"),
    "indoor_only": (r"indoors only|for indoors", r"outdoors only|for outdoors"),
}
# Words behind which a yes is none: "no hood", "without armrests", "neither hood nor zip".
_DENIAL: Final = re.compile(
    r"\b(?:no|not|never|neither|nor|nothing|hardly|without|cannot|isn.t)\b[^.;:,]{0,30}$",
    re.IGNORECASE,
)
# Letters that tell a word from others in all its endings.
_STEM: Final = 7
# "Left out: hood, reflectors." is how Halfpenny's descriptions end.
_LEFT_OUT: Final = re.compile(r"\bleft out[^.]*\.", re.IGNORECASE)
_ANIMAL: Final = re.compile(
    r"\b(?:wool|merino|lambswool|down|leather|goatskin|cowhide|silk|beeswax|felt|suede|mohair|"
    r"alpaca|cashmere|sheepskin|horn|tallow|bristle)\b",
    re.IGNORECASE,
)


def check_meanings(demo: Demo) -> Iterator[Finding]:
    """Yield attributes that say other than their description."""
    vocabularies = _vocabularies(demo)
    for product in demo.products:
        for code, problem in _faults(product, vocabularies):
            if not allows(product.slug, code):
                yield Finding(
                    file=product.file,
                    subject=product.slug,
                    problem=problem,
                    mend="correct the attribute or the text",
                )


def _faults(product: Product, vocabularies: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    for code, vocabulary in vocabularies.items():
        own = product.texts(code)
        if own and (other := _contradiction(product.said, own, vocabulary)):
            yield code, f"{code} is {', '.join(own)}, but the text names {other}"
    yield from _denied(product)
    yield from _miscounted(product)
    materials = " ".join(x for code in ("material", "fill", "wax") for x in product.texts(code))
    animal = _ANIMAL.search(materials)
    if product.attributes.get("vegan") == (True,) and animal:
        yield "vegan", f"vegan is true, but the material is {animal.group()}"
    codes = product.texts("model_code")
    stems = {code.rstrip("0123456789") if codes[1:] else code for code in codes}
    if product.brand == "quillon" and any(
        _letters(x) not in _letters(product.title) for x in stems
    ):
        yield "model_code", f"model_code {', '.join(codes)} is not in the title"


def _denied(product: Product) -> Iterator[tuple[str, str]]:
    """Yield yes-or-no attributes whose opposite the text says."""
    for code, (yes, no) in _YES_NO.items():
        value = product.attributes.get(code)
        if value == (True,) and (said := _first(no, product.said)):
            yield code, f"{code} is true, but the text says “{said}”"
        if value == (False,) and (said := _first_affirmed(yes, product.said)):
            yield code, f"{code} is false, but the text says “{said}”"


def _miscounted(product: Product) -> Iterator[tuple[str, str]]:
    """Yield "four colours" and "sizes 38 to 46" where the variants have others."""
    for number, code in re.findall(r"(?i)\b(?!half|double)(\w+) (colour|size)s\b", product.plain):
        stated = [q.value for q in find_quantities(number)]
        count = len(product.texts(code))
        if stated and count and stated[0] not in {0, count}:
            yield code, f"the text says {number} {code}s, {count} are listed"
    sizes = product.texts("size")
    for first, last in re.findall(r"[Ss]izes (?:from )?([\w/–]+) to ([\w/–]+)", product.plain):
        if sizes and (first, last) != (sizes[0], sizes[-1]):
            yield "size", f"the text says sizes {first} to {last}, {', '.join(sizes)} are listed"


def _vocabularies(demo: Demo) -> dict[str, set[str]]:
    words: dict[str, set[str]] = defaultdict(set)
    for product in demo.products:
        for code in _VOCABULARIES:
            words[code].update(value.casefold() for value in product.texts(code))
    return words


def _contradiction(text: str, own: tuple[str, ...], vocabulary: set[str]) -> str:
    """Return another value that the text names while naming none of the product's own."""
    low = text.casefold()
    if any(_begins(low, part) for value in own for part in _parts(value.casefold())):
        return ""
    return next((value for value in sorted(vocabulary) if _names(low, value)), "")


def _parts(value: str) -> list[str]:
    """Return the value and its words: "recycled nylon" is also named by "nylon"."""
    return [value, *(word for word in re.findall(r"[a-z]{3,}", value) if word != "recycled")]


def _letters(text: str) -> str:
    """Return letters and digits only: "QX-28" and "QX 28" are one code."""
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def _names(text: str, value: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(value)}(?![\w-])", text) is not None


def _begins(text: str, value: str) -> bool:
    """Tell whether a word begins as this one: "a rectangle" names "rectangular"."""
    return re.search(rf"(?<!\w){re.escape(value[:_STEM])}", text) is not None


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.IGNORECASE)
    return found.group() if found else ""


def _first_affirmed(pattern: str, text: str) -> str:
    text = _LEFT_OUT.sub("", text)
    for found in re.finditer(pattern, text, re.IGNORECASE):
        if not _DENIAL.search(text[: found.start()]):
            return found.group()
    return ""
