"""Sentences of a review, marked where the reader's question is answered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ai.reviews.reading import ReviewText
from ai.reviews.said import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text; plain text, as whoever wrote it wrote it."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A review's title and body in parts, which together are all of it."""

    title: tuple[Part, ...]
    body: tuple[Part, ...]


def mark_review(*, title: str, body: str, spans: Iterable[Span]) -> Marked:
    """Return a review with these places of its whole text marked; what lies outside is left out."""
    whole = ReviewText(title=title, body=body).whole
    places = sorted(spans)
    return Marked(
        title=tuple(_cut(title, 0, places)),
        body=tuple(_cut(body, len(whole) - len(body), places)),
    )


def _cut(text: str, offset: int, spans: Iterable[Span]) -> Iterator[Part]:
    at = 0
    for begin, end in spans:
        first, last = max(begin - offset, at), min(end - offset, len(text))
        if first < last:
            if at < first:
                yield Part(text[at:first], is_marked=False)
            yield Part(text[first:last], is_marked=True)
            at = last
    if at < len(text):
        yield Part(text[at:], is_marked=False)
