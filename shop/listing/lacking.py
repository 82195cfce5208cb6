"""What a product must not have: words that stand in what is said about it, denials left out.

A text that says "no zip", "latex-free" or "without a hood" has the word and not the thing, so
denials are taken out before a text is looked through. A yes or no that the shop states of the
product by the word's name outweighs every text.
"""

import re
from typing import Final

from django.db.models import CharField, Exists, F, Func, OuterRef, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Concat
from django.db.models.lookups import IRegex

from shop.listing.filters import Lacking
from shop.models import ProductAttribute, Variant

# Shorter stems begin too many other words: tin and tint, zip and zipper is the price of it.
MIN_OPEN_STEM: Final = 5
INFLECTIONS: Final = "e?s|e?d|ing|ers?"
DENIALS: Final = (
    r"without|no|not|non|never|free of|free from|zero|lacks?|lacking|minus|neither|nor|avoids?|"
    r"instead of|rather than"
)


def pattern_of(thing: Lacking) -> str:
    """Return the thing in any inflection, as a regular expression of PostgreSQL's."""
    return r"\m" + r"\W+".join(_word_pattern(stem) for stem in thing.stems) + r"\M"


def has(thing: Lacking) -> Q:
    """Return the condition that a product has the thing, by any of what is said about it."""
    answers = ProductAttribute.objects.filter(
        product=OuterRef("pk"), attribute__name__iregex=pattern_of(thing)
    ).order_by()
    said = ProductAttribute.objects.filter(
        _says(F("text"), thing), product=OuterRef("pk"), text__isnull=False
    ).order_by()
    sold = Variant.objects.filter(
        _says(Concat(*_spaced("option1", "option2", "option3")), thing), product=OuterRef("pk")
    ).order_by()
    told = Concat(*_spaced("title", "brand__name", "description_text"))
    mentions = Q(_says(told, thing)) | Q(Exists(said)) | Q(Exists(sold))
    return Q(Exists(answers.filter(boolean=True))) | (
        ~Q(Exists(answers.filter(boolean=False))) & mentions
    )


def _says(text: Combinable, thing: Lacking) -> IRegex:
    return IRegex(_affirmed(text, thing), pattern_of(thing))


def _affirmed(text: Combinable, thing: Lacking) -> Func:
    """Return the text less the places that deny the thing."""
    bare = pattern_of(thing)[2:-2]
    denied = rf"\m({DENIALS})\M\W+(\w+\W+){{0,2}}{bare}|\m{bare}[- ]free\M"
    return Func(
        text,
        Value(denied),
        Value(" "),
        Value("gi"),
        function="regexp_replace",
        output_field=CharField(),
    )


def _spaced(*names: str) -> list[Combinable]:
    parts: list[Combinable] = []
    for name in names:
        parts += [Coalesce(F(name), Value(""), output_field=CharField()), Value(" . ")]
    return parts


def _word_pattern(stem: str) -> str:
    escaped = re.escape(stem)
    if len(stem) >= MIN_OPEN_STEM:
        return escaped + r"\w*"
    # The last letter may be doubled: zip, zipped.
    return f"{escaped}({re.escape(stem[-1])}?({INFLECTIONS}))?"
