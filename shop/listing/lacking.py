"""What a product must not have, and how surely it has it: stated, in its title, or in its prose.

A text that says "no zip", "latex-free" or "without a hood" has the word and not the thing, so
denials are taken out before a text is looked through. A yes or no that the shop states of the
product by the word's name outweighs every text.
"""

import re
from typing import Final

from django.db.models import CharField, Exists, F, Func, OuterRef, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Concat
from django.db.models.lookups import IRegex

from shop.listing.filters import Lacking
from shop.models import Attribute, ProductAttribute, Variant

# Shorter stems begin too many other words: tin and tint, zip and zipper is the price of it.
MIN_OPEN_STEM: Final = 5
# Shorter ones end too many other words.
MIN_COMPOUND_STEM: Final = 4
INFLECTIONS: Final = "e?s|e?d|ing|ers?"
DENIALS: Final = (
    r"without|no|not|non|never|free of|free from|zero|lacks?|lacking|minus|neither|nor|avoids?|"
    r"instead of|rather than"
)


# What a product is stands in its first sentence; what it is compared with comes later.
_FIRST_SENTENCE: Final = Coalesce(
    Func(F("description_text"), Value("^[^.!?]*"), function="substring", output_field=CharField()),
    Value(""),
)


def pattern_of(thing: Lacking) -> str:
    """Return the thing in any inflection, as a regular expression of PostgreSQL's."""
    return r"\m" + r"\W+".join(_word_pattern(stem) for stem in thing.stems) + r"\M"


def has(thing: Lacking) -> Q:
    """Return the condition that a product has the thing, by what is stated of it as a fact."""
    of_product = ProductAttribute.objects.filter(product=OuterRef("pk")).order_by()
    answers = of_product.filter(attribute__in=_answering(thing))
    sold = _sold(thing).filter(product=OuterRef("pk"))
    stated = Q(Exists(_stating(thing, of_product))) | Q(Exists(sold))
    return Q(Exists(answers.filter(boolean=True))) | (
        ~Q(Exists(answers.filter(boolean=False))) & stated
    )


def find_having(thing: Lacking) -> set[int]:
    """Return the ids of all products of which `has` is true, in three statements.

    One look through all values is a tenth of the cost of asking product by product.
    """
    stated = ProductAttribute.objects.order_by()
    answers = list(stated.filter(attribute__in=_answering(thing)).values_list("product", "boolean"))
    found = set(_stating(thing, stated).values_list("product", flat=True))
    found.update(_sold(thing).values_list("product", flat=True))
    found.difference_update(product for product, answer in answers if answer is False)
    return found.union(product for product, answer in answers if answer)


def is_called(thing: Lacking) -> Q:
    """Return the condition that a product's title names the thing, and no fact denies it."""
    return Q(_says(Concat(*_spaced("title", "brand__name")), thing)) & ~_is_answered_no(thing)


def mentions(thing: Lacking) -> Q:
    """Return the condition that a product's description names the thing.

    Prose mentions what a thing is not: "keeps you warm when wet, where down would not". Where one
    of the thing's attributes is stated, only the first sentence counts.
    """
    told = Q(_says(Coalesce(F("description_text"), Value("")), thing))
    if thing.codes:
        stated = ProductAttribute.objects.filter(
            product=OuterRef("pk"), attribute__code__in=thing.codes
        ).order_by()
        told = Q(_says(_FIRST_SENTENCE, thing)) | (told & ~Q(Exists(stated)))
    return told & ~_is_answered_no(thing)


def denies(thing: Lacking) -> Q:
    """Return the condition that a product's title says it is without the thing: stemless."""
    return Q(IRegex(Concat(*_spaced("title")), _denial_of(thing)))


def _is_answered_no(thing: Lacking) -> Q:
    answers = ProductAttribute.objects.filter(
        product=OuterRef("pk"), attribute__in=_answering(thing), boolean=False
    )
    return Q(Exists(answers.order_by()))


def _answering(thing: Lacking) -> QuerySet[Attribute, int]:
    """Return the attributes that say yes or no to the thing: looked for once, not a product."""
    named = Attribute.objects.filter(kind=Attribute.Kind.BOOLEAN, name__iregex=pattern_of(thing))
    return named.order_by().values_list("pk", flat=True)


def _stating(thing: Lacking, stated: QuerySet[ProductAttribute]) -> QuerySet[ProductAttribute]:
    """Return those values that name the thing."""
    values = stated.filter(attribute__code__in=thing.codes) if thing.codes else stated
    # Letters are found a hundred times as fast as patterns, and few values have them.
    having = values.filter(text__icontains=thing.stems[0])
    return having.filter(_says(F("text"), thing, is_value=True))


def _sold(thing: Lacking) -> QuerySet[Variant]:
    """Return the variants whose options name the thing."""
    options = Concat(*_spaced("option1", "option2", "option3"))
    named = Q()
    for name in ("option1", "option2", "option3"):
        named |= Q(**{f"{name}__icontains": thing.stems[0]})
    said = _says(options, thing, is_value=True)
    return Variant.objects.filter(named).filter(said).order_by()


def _says(text: Combinable, thing: Lacking, *, is_value: bool = False) -> IRegex:
    pattern = pattern_of(thing)
    if is_value and len(thing.stems[0]) >= MIN_COMPOUND_STEM:
        # Lambswool is wool, tinplate is not a plate of tin: values are short enough to tell.
        pattern = r"\m\w*" + pattern[2:]
    return IRegex(_affirmed(text, thing), pattern)


def _affirmed(text: Combinable, thing: Lacking) -> Func:
    """Return the text less the places that deny the thing."""
    return Func(
        text,
        Value(_denial_of(thing)),
        Value(" "),
        Value("gi"),
        function="regexp_replace",
        output_field=CharField(),
    )


def _denial_of(thing: Lacking) -> str:
    """Return what denies the thing, as a regular expression of PostgreSQL's."""
    bare = pattern_of(thing)[2:-2]
    # Stemless glasses, cordless lamps.
    less = r"\W+".join(re.escape(stem) for stem in thing.stems) + "less"
    return (
        rf"\m({DENIALS})\M\W+(\w+\W+){{0,2}}{bare}|\m{bare}[- ]free\M"
        rf"|\m{bare}\W+(is|was|are|were)\W+(left out|absent|not)\M"
        rf"|\m{less}\M"
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
