"""From a text to an Understanding: one pass over its tokens, then what only the index knows."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import Final

from ai.search.understanding.negations import read_negation
from ai.search.understanding.offers import (
    read_best,
    read_cheap,
    read_sale,
    read_stars,
    read_stock,
)
from ai.search.understanding.prices import read_price
from ai.search.understanding.quantities import read_quantity
from ai.search.understanding.scan import Found, Text
from ai.search.understanding.titles import find_names, find_titles, stem_words
from ai.search.understanding.tokens import singular
from ai.search.understanding.types import Constraint, Kind, Understanding
from ai.search.understanding.values import read_values
from ai.search.understanding.vocabulary import Vocabulary, read_vocabulary
from shop.listing.filters import Filters

Reader = Callable[[Text, int, Vocabulary], Found | None]

# More tokens than these fit into 200 characters only as noise.
MAX_TOKENS: Final = 120


def understand_text(text: str, *, keep: Collection[str] = ()) -> Understanding:
    """Return what a clean text asks for; constraints whose key is kept stay plain words.

    Four statements at most, whatever the text: titles, the vocabulary's version, stems, names.
    """
    scanned = Text(text)
    if not scanned.tokens or len(scanned) > MAX_TOKENS:
        return Understanding(text=text, words=text)
    titles = find_titles(scanned)
    found = parse(
        scanned,
        read_vocabulary(),
        keep=keep,
        named=[place for places, _ in titles for place in places],
    )
    return _finish(scanned, found, titles=tuple(title for _, title in titles))


def parse(
    text: Text,
    vocabulary: Vocabulary,
    *,
    keep: Collection[str] = (),
    named: Collection[int] = (),
) -> list[Found]:
    """Return what a text asks for, in its order; the places of names are left alone (pure)."""
    free = [place not in named for place in range(len(text))]
    found = []
    place = 0
    while place < len(text):
        read = _read_at(text, place, vocabulary) if free[place] else None
        if read is None or not all(free[read.begin : read.end]):
            place += 1
            continue
        kept = _less(read, keep)
        if kept is not None:
            found.append(kept)
            free[read.begin : read.end] = [False] * (read.end - read.begin)
        place = read.end
    values = (_less(each, keep) for each in read_values(text, free, vocabulary))
    found += [each for each in values if each is not None]
    return sorted(found, key=lambda each: each.begin)


def _plain(reader: Callable[[Text, int], Found | None]) -> Reader:
    return lambda text, place, _: reader(text, place)


# "Not under 50" is a price, "not sold out" stock: those first, then what is denied.
READERS: Final[tuple[Reader, ...]] = (
    *(_plain(reader) for reader in (read_stars, read_stock, read_sale)),
    read_quantity,
    _plain(read_price),
    read_negation,
    *(_plain(reader) for reader in (read_cheap, read_best)),
)


def _read_at(text: Text, place: int, vocabulary: Vocabulary) -> Found | None:
    for reader in READERS:
        found = reader(text, place, vocabulary)
        if found is not None:
            return found
    return None


def _less(found: Found, keep: Collection[str]) -> Found | None:
    left = tuple(each for each in found.constraints if each.key not in keep)
    return replace(found, constraints=left) if left else None


def _finish(text: Text, found: list[Found], *, titles: tuple[str, ...]) -> Understanding:
    """Return the understanding, with stems for what is denied and names left whole."""
    denied = [each for each in found if each.constraints[0].kind is Kind.WITHOUT]
    if denied:
        stems = stem_words(word for each in denied for word in _denied_words(each))
        names = _names(text, denied, stems) + _contradicted(text, denied)
        found = [_stemmed(each, stems) for each in found if each not in names]
    return Understanding(
        text=text.text,
        words=_words_left(text, found),
        constraints=_distinct(found),
        titles=titles,
    )


def _names(text: Text, denied: list[Found], stems: dict[str, str]) -> list[Found]:
    """Return those denials that are part of a product's name: Food Is Not Enough."""
    phrases = {}
    for each in denied:
        if each.begin:
            last = next(iter(_denied_words(each)))
            typed = text.typed(each.begin - 1, each.begin + 2)
            phrases[typed] = stems[last]
    standing = find_names(phrases) if phrases else set()
    return [
        each
        for each in denied
        if each.begin and text.typed(each.begin - 1, each.begin + 2) in standing
    ]


def _contradicted(text: Text, denied: list[Found]) -> list[Found]:
    """Return those denials whose words are asked for as well: silverware box without silverware."""
    return [
        each
        for each in denied
        if {singular(word) for word in _denied_words(each)}
        & {
            singular(token.text)
            for place, token in enumerate(text.tokens)
            if not each.begin <= place < each.end
        }
    ]


def _denied_words(found: Found) -> Iterator[str]:
    for constraint in found.constraints:
        for thing in (constraint.filters or Filters()).lacking:
            yield from thing.stems


def _stemmed(found: Found, stems: dict[str, str]) -> Found:
    if found.constraints[0].kind is not Kind.WITHOUT:
        return found
    return replace(found, constraints=tuple(_with_stems(each, stems) for each in found.constraints))


def _with_stems(constraint: Constraint, stems: dict[str, str]) -> Constraint:
    things = (constraint.filters or Filters()).lacking
    stemmed = tuple(
        replace(thing, stems=tuple(stems.get(word, word) for word in thing.stems))
        for thing in things
    )
    return replace(constraint, filters=Filters(lacking=stemmed))


def _words_left(text: Text, found: list[Found]) -> str:
    """Return the text without the words that were spent, squeezed."""
    parts, last = [], 0
    for each in found:
        if each.constraints[0].is_spent:
            parts.append(text.text[last : text.tokens[each.begin].begin])
            last = text.tokens[each.end - 1].end
    parts.append(text.text[last:])
    return " ".join(" ".join(parts).split()).strip(" ,;-")


def _distinct(found: list[Found]) -> tuple[Constraint, ...]:
    """Return the constraints, each once: said twice is not asked twice."""
    every = (constraint for each in found for constraint in each.constraints)
    return tuple({constraint.key: constraint for constraint in every}.values())
