"""Which pages of a list are shown at once: `page` is the last of them, `from` the first.

A reader who asks for more gets the next page below the ones that are there. The address then names
them all, so that coming back to it, by a reload or the way back from a product, shows the same.
"""

from dataclasses import dataclass
from typing import Final

from django.http import Http404, QueryDict

# More cards at once make a page slow to build; from then on the earliest page is let go.
MOST_PAGES: Final = 10
# int() refuses numbers of thousands of digits, and no list has pages of ten.
MAX_DIGITS: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The first and the last page shown, counted from 1."""

    first: int
    last: int

    def longer(self) -> "Span":
        """Return the span with the page that comes next."""
        last = self.last + 1
        return Span(first=max(self.first, last - MOST_PAGES + 1), last=last)


def read_span(data: QueryDict, *, pages: int) -> Span:
    """Return the pages asked for; raises Http404 when the last of them is not there.

    A beginning that makes no sense is left out.
    """
    last = _read_number(data.get("page", "1"))
    if last is None or not 1 <= last <= pages:
        raise Http404("The list has no such page.")
    first = _read_number(data.get("from", ""))
    if first is None or not last - MOST_PAGES < first <= last or first < 1:
        first = last
    return Span(first=first, last=last)


def span_query(data: QueryDict, span: Span) -> QueryDict:
    """Return the query with these pages; a single first page goes without saying."""
    changed = data.copy()
    for name in ("page", "from"):
        changed.pop(name, None)
    if span.last > 1:
        changed["page"] = str(span.last)
    if span.first < span.last:
        changed["from"] = str(span.first)
    return changed


def _read_number(text: str) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS
    return int(text) if is_number else None
