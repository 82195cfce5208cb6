"""Brands, categories, values and features that a text names, nearly all of them as boosts (pure).

A filter is for what cannot be mistaken: an attribute's name with its value, size 42. All else is a
boost, since it cannot lose what was wanted: a strong one for words that are a brand's whole name or
an exact value of exactly one attribute, one that nearly every product states, beside other words.
"""

from collections.abc import Iterator
from typing import Final

from ai.search.understanding.boosts import BrandBoost, CategoryBoost, FeatureBoost, ValueBoost
from ai.search.understanding.scan import Found, Text
from ai.search.understanding.tokens import singular
from ai.search.understanding.types import Constraint, Kind
from ai.search.understanding.units import unit_of
from ai.search.understanding.vocabulary import (
    BRAND,
    AttributeName,
    Meaning,
    Vocabulary,
    fold,
    phrase_at,
)
from shop.listing.filters import AttributeFilter, Filters

# Of the fused score; a brand or category that is named says more than a word in a value.
BRAND_BOOST: Final = 0.08
CATEGORY_BOOST: Final = 0.06
VALUE_BOOST: Final = 0.06
PART_BOOST: Final = 0.04
FEATURE_BOOST: Final = 0.06
# What is surely meant comes before all that matches about as well.
SURE_BRAND_BOOST: Final = 0.2
SURE_VALUE_BOOST: Final = 0.12
# What one product in ten leaves unsaid says little against the tenth.
COVERED: Final = 0.9
# Shorter values and numbers are other things as often: S, M, 42.
MIN_LETTERS: Final = 3


def read_values(text: Text, free: list[bool], vocabulary: Vocabulary) -> Iterator[Found]:
    """Yield what the free tokens name, the longest names first at every place."""
    places = list(_named(text, free, vocabulary))
    paths = {
        path for place, length in places for path in _meaning(text, place, length, vocabulary).paths
    }
    words = sum(is_free and text.is_content(place) for place, is_free in enumerate(free))
    for place, length in places:
        meaning = _meaning(text, place, length, vocabulary)
        has_rest = words > text.contents(place, place + length)
        attribute = _named_before(text, place, meaning, vocabulary)
        constraint = _constraint(
            text.typed(place, place + length),
            meaning,
            vocabulary,
            paths=paths,
            may_be_sure=has_rest and (attribute is not None or _is_telling(text, place, length)),
            attribute=attribute,
        )
        if constraint is not None:
            yield Found(begin=place, end=place + length, constraints=(constraint,))


def _named(text: Text, free: list[bool], vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    place = 0
    while place < len(text):
        length = phrase_at(text, place, vocabulary) if free[place] else 0
        if length and all(free[place : place + length]) and text.is_content(place):
            yield place, length
        place += max(length, 1)


def _meaning(text: Text, place: int, length: int, vocabulary: Vocabulary) -> Meaning:
    return vocabulary.meanings[fold(text.typed(place, place + length))]


def _is_telling(text: Text, place: int, length: int) -> bool:
    word = text.word(place)
    return length > 1 or (len(word) >= MIN_LETTERS and word.isalpha() and unit_of(word) is None)


def _named_before(
    text: Text, place: int, meaning: Meaning, vocabulary: Vocabulary
) -> AttributeName | None:
    """Return the attribute whose name stands before its value: size 42, colour black."""
    for pk in meaning.exact:
        attribute = vocabulary.attributes[pk]
        begin = place - len(attribute.words)
        words = [singular(text.word(begin + step)) for step in range(len(attribute.words))]
        if begin >= 0 and tuple(words) == attribute.words:
            return attribute
    return None


def _constraint(
    typed: str,
    meaning: Meaning,
    vocabulary: Vocabulary,
    *,
    paths: set[str],
    may_be_sure: bool,
    attribute: AttributeName | None,
) -> Constraint | None:
    if meaning.paths or meaning.brands or meaning.features:
        return _name(typed, meaning, vocabulary, may_be_sure=may_be_sure)
    if attribute is not None and meaning.texts:
        texts = {attribute.pk: meaning.texts[attribute.pk]}
        return _value(typed, texts, vocabulary, is_sure=True, is_named=True)
    is_exact = bool(meaning.exact)
    is_worth = may_be_sure or (is_exact and len(typed) >= MIN_LETTERS)
    if not meaning.texts or not is_worth:
        return None
    is_sure = (
        may_be_sure
        and is_exact
        and len(meaning.texts) == 1
        and vocabulary.coverage(next(iter(meaning.texts)), paths) >= COVERED
    )
    return _value(typed, meaning.texts, vocabulary, is_sure=is_sure, is_part=not is_exact)


def _name(
    typed: str, meaning: Meaning, vocabulary: Vocabulary, *, may_be_sure: bool
) -> Constraint | None:
    if meaning.paths:
        return _category(typed, meaning)
    # A brand called 1 is not what 1/2 gallon names.
    if meaning.brands and not typed.isdecimal():
        is_only = not meaning.exact and not meaning.features
        is_covered = vocabulary.coverage(BRAND, ()) >= COVERED
        return _brand(typed, meaning, is_sure=may_be_sure and is_only and is_covered)
    return _feature(typed, meaning, vocabulary) if meaning.features else None


def _category(typed: str, meaning: Meaning) -> Constraint:
    boost = CategoryBoost(
        label=f"category {typed}", most=CATEGORY_BOOST, paths=tuple(sorted(meaning.paths))
    )
    label = ", ".join(dict.fromkeys(meaning.paths.values()))
    return Constraint(kind=Kind.CATEGORY, label=label, typed=typed, boost=boost)


def _brand(typed: str, meaning: Meaning, *, is_sure: bool) -> Constraint:
    label = next(name for _, name in meaning.brands.values())
    boost = BrandBoost(
        label=f"brand {label}",
        most=SURE_BRAND_BOOST if is_sure else BRAND_BOOST,
        brands=frozenset(meaning.brands),
    )
    return Constraint(kind=Kind.BRAND, label=label, typed=typed, boost=boost)


def _feature(typed: str, meaning: Meaning, vocabulary: Vocabulary) -> Constraint:
    names = [vocabulary.attributes[pk].name for pk in sorted(meaning.features)]
    boost = FeatureBoost(
        label=names[0], most=FEATURE_BOOST, attributes=tuple(sorted(meaning.features))
    )
    return Constraint(kind=Kind.FEATURE, label=names[0], typed=typed, boost=boost)


def _value(
    typed: str,
    texts: dict[int, set[str]],
    vocabulary: Vocabulary,
    *,
    is_sure: bool,
    is_named: bool = False,
    is_part: bool = False,
) -> Constraint:
    names = ", ".join(vocabulary.attributes[pk].name for pk in sorted(texts))
    label = f"{names}: {typed}"
    filters = None
    if is_named:
        ((pk, values),) = texts.items()
        code = vocabulary.attributes[pk].code
        filters = Filters(attributes=(AttributeFilter(code=code, texts=tuple(sorted(values))),))
    boost = ValueBoost(
        label=label,
        most=SURE_VALUE_BOOST if is_sure else PART_BOOST if is_part else VALUE_BOOST,
        attributes=tuple(sorted(texts)),
        texts=frozenset().union(*texts.values()),
    )
    return Constraint(kind=Kind.VALUE, label=label, typed=typed, filters=filters, boost=boost)
