"""What a rule would change, seen on real searches before it is saved; nothing is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.utils import timezone

from ai.models import SearchRule, SynonymRule
from ai.search.query import clean
from ai.search.service import search
from ai.search.steering.compiling import compile_rule
from ai.search.steering.loading import read_rules
from ai.search.steering.popular import popular_searches
from ai.search.steering.rules import Rule, RuleSet, Steering
from ai.search.steering.texts import same_text
from ai.search.types import SearchRequest, SearchResult

# Two lists of these beside each other fit on one screen.
PLACES: Final = 10
# Each is searched for twice; more than these is nothing that anybody reads.
MOST_SEARCHES: Final = 5
# Of the search log, the most frequent ones that are looked at for being touched.
LOOKED_AT: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A product in one of the two lists; `move` is how many places it went up (down below 0)."""

    place: int
    title: str
    pk: int
    move: int = 0
    is_new: bool = False
    is_gone: bool = False

    @property
    def distance(self) -> int:
        """How many places it moved."""
        return abs(self.move)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One search without the change and with it."""

    text: str
    before: tuple[Row, ...]
    after: tuple[Row, ...]
    total_before: int
    total_after: int
    redirect: str
    corrected_to: str

    @property
    def is_changed(self) -> bool:
        """Whether the first page, the number found or where it leads would be different."""
        same = [row.pk for row in self.before] == [row.pk for row in self.after]
        return not same or self.total_before != self.total_after or bool(self.redirect)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The searches that were looked at; `waits` says that the rule does not count yet."""

    looks: tuple[Look, ...]
    waits: bool = False


def preview_rule(row: SearchRule, *, also: Sequence[str] = ()) -> Preview:
    """Return what an unsaved rule would change: in its own search, given ones and frequent ones.

    Its schedule is left aside, so that a rule for next week can be seen today.
    """
    made = [replace(rule, starts_at=None, ends_at=None) for rule in compile_rule(row)]
    kind = made[0].kind
    now = read_rules()
    others = [rule for rule in now.rules if (rule.kind, rule.pk) != (kind, row.pk or None)]
    then = RuleSet.of([*others, *(made if row.is_active else [])])
    texts = _searches(row, made, also)
    moment = timezone.now()
    waits = bool(row.starts_at and row.starts_at > moment)
    return Preview(looks=tuple(_look(text, now, then) for text in texts), waits=waits)


def _searches(row: SearchRule, made: Sequence[Rule], also: Sequence[str]) -> list[str]:
    """Return the searches to look at, the rule's own first, each once."""
    own = [row.query, *(row.texts if isinstance(row, SynonymRule) else ())]
    touched = _touched(popular_searches(LOOKED_AT), RuleSet.of(made))
    every = [clean(text)[0] for text in (*own[:1], *also, *own[1:], *touched)]
    once: dict[str, str] = {}
    for text in filter(None, every):
        once.setdefault(same_text(text), text)
    return list(once.values())[:MOST_SEARCHES]


def _touched(texts: Iterable[str], rules: RuleSet) -> list[str]:
    moment = timezone.now()
    return [text for text in texts if _is_steered(rules.steering(text, moment=moment))]


def _is_steered(steering: Steering) -> bool:
    return bool(
        steering.synonyms or steering.pins or steering.boosts or steering.redirect is not None
    )


def _look(text: str, now: RuleSet, then: RuleSet) -> Look:
    request = SearchRequest(q=text, page_size=PLACES, with_facets=False)
    before, after = search(request, rules=now), search(request, rules=then)
    places = _places(before)
    kept = {hit.product.pk for hit in after.hits}
    return Look(
        text=text,
        before=tuple(
            _row(place, hit, is_gone=hit.product.pk not in kept)
            for place, hit in enumerate(before.hits, 1)
        ),
        after=tuple(
            _row(
                place,
                hit,
                move=places.get(hit.product.pk, place) - place,
                is_new=hit.product.pk not in places,
            )
            for place, hit in enumerate(after.hits, 1)
        ),
        total_before=before.total,
        total_after=after.total,
        redirect=after.redirect if after.redirect != before.redirect else "",
        corrected_to=after.query.text if after.corrected_from else "",
    )


def _row(place: int, hit: Any, **more: Any) -> Row:
    return Row(place=place, title=hit.product.title, pk=hit.product.pk, **more)


def _places(result: SearchResult) -> dict[int, int]:
    return {hit.product.pk: place for place, hit in enumerate(result.hits, 1)}
