"""What must be absent: without latex, not leather, no zip, -wool; never non-stick (pure)."""

from typing import Final

from ai.search.understanding.phrases import NARROW, NEGATORS, NO_THINGS, OR, STOP
from ai.search.understanding.scan import Found, Text
from ai.search.understanding.types import Constraint, Kind
from ai.search.understanding.vocabulary import Vocabulary, fold, phrase_at
from shop.listing.filters import Filters, Lacking

# "Without a wire frame inside": what is denied rarely has more words than these.
MOST_WORDS: Final = 3
MOST_THINGS: Final = 5
ARTICLES: Final = frozenset({"a", "an", "any", "the"})


def read_negation(text: Text, place: int, vocabulary: Vocabulary) -> Found | None:
    """Return the things that a negator at a place takes out of the search."""
    length = text.longest(place, NEGATORS)
    is_mark = not length and _is_minus(text, place)
    if not length and not is_mark:
        return None
    # A hyphen makes a word of it: no-show, not-so-hot.
    if length and _is_hyphenated(text, place, length):
        return None
    phrase = tuple(text.word(place + step) for step in range(length))
    is_leading = not text.contents(0, place)
    most = 1 if is_mark or phrase in NARROW or is_leading else MOST_WORDS
    begin = place + max(length, 1)
    things, end = _things(text, begin, vocabulary, most=most)
    if is_leading and not text.contents(end, len(text)):
        # "Not down jacket" is about jackets; "no show" alone about nothing that is left.
        end = begin + 1
        things = [(text.word(begin),)] if text.contents(end, len(text)) else []
    if not things or not things[0]:
        return None
    constraints = tuple(_constraint(thing, vocabulary) for thing in things)
    return Found(begin=place, end=end, constraints=constraints)


def _is_minus(text: Text, place: int) -> bool:
    """Return whether a minus stands before a word as in `-wool`."""
    if text.word(place) not in {"-", "−"} or place + 1 >= len(text):
        return False
    after = text.tokens[place + 1]
    return place > 0 and not text.tokens[place].is_glued and after.is_glued and after.is_word


def _is_hyphenated(text: Text, place: int, length: int) -> bool:
    before = place > 0 and text.word(place - 1) in {"-", "'"} and text.tokens[place].is_glued
    after = place + length
    return before or (after < len(text) and text.word(after) == "-" and text.tokens[after].is_glued)


def _things(
    text: Text, place: int, vocabulary: Vocabulary, *, most: int
) -> tuple[list[tuple[str, ...]], int]:
    """Return the things that are named from a place on, joined by "or", and where they end."""
    things: list[tuple[str, ...]] = []
    end = place
    while len(things) < MOST_THINGS:
        place += text.word(place) in ARTICLES
        thing, after = _thing(text, place, vocabulary, most=most)
        if not thing:
            break
        things.append(thing)
        end = after
        if text.word(after) not in OR:
            break
        place = after + 1
    return things, end


def _thing(
    text: Text, place: int, vocabulary: Vocabulary, *, most: int
) -> tuple[tuple[str, ...], int]:
    if text.word(place) in NO_THINGS:
        return (), place
    known = phrase_at(text, place, vocabulary)
    if known:
        named = (text.word(place + step) for step in range(known))
        return tuple(word for word in named if word[0].isalnum()), place + known
    words: list[str] = []
    while len(words) < most and place < len(text):
        token = text.tokens[place]
        # A hyphen within a word belongs to it.
        if token.text == "-" and token.is_glued and words and place + 1 < len(text):
            place, most = place + 1, most + 1
            continue
        starts_another = bool(words) and phrase_at(text, place, vocabulary)
        if not token.is_word or token.text in STOP or token.text in OR or starts_another:
            break
        words.append(token.text)
        place += 1
    return tuple(words), place


def _constraint(thing: tuple[str, ...], vocabulary: Vocabulary) -> Constraint:
    words = " ".join(thing)
    meaning = vocabulary.meanings.get(fold(words))
    codes = [vocabulary.attributes[pk].code for pk in meaning.texts] if meaning else []
    return Constraint(
        kind=Kind.WITHOUT,
        label=f"without {words}",
        typed=words,
        filters=Filters(lacking=(Lacking(stems=thing, codes=tuple(sorted(codes))),)),
        is_spent=True,
    )
