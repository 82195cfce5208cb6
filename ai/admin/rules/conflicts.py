"""What two rules cannot want at the same time, said before it is saved."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from ai.models import MatchKind, SearchRule, SynonymRule
from ai.search.steering.texts import read_text, same_text

R = TypeVar("R", bound=SearchRule)


def rivals(rule: R) -> Iterator[R]:
    """Yield the saved rules of the same kind that are on for the same searches at some time."""
    model: Any = type(rule)
    for other in model.objects.filter(is_active=True).exclude(pk=rule.pk):
        if _same_searches(rule, other) and _same_time(rule, other):
            yield other


def find_circle(rule: SynonymRule) -> tuple[str, ...]:
    """Return the words of a circle that a one-way synonym closes, empty where there is none.

    A search follows one step only, so a circle does no harm; but whoever makes one wants a rule
    that goes both ways.
    """
    others = SynonymRule.objects.filter(is_active=True, is_two_way=False).exclude(pk=rule.pk)
    names: dict[str, str] = {}
    arrows: dict[str, list[str]] = {}
    for each in (*others, rule):
        words = [same_text(text) for text in (each.query, *each.texts)]
        for word, text in zip(words, (each.query, *each.texts), strict=True):
            names.setdefault(word, text)
        arrows.setdefault(words[0], []).extend(words[1:])
    return tuple(names[words] for words in _way_back(same_text(rule.query), arrows))


def _way_back(start: str, arrows: dict[str, list[str]]) -> Iterable[str]:
    """Return the shortest way from a word to itself."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for word in arrows.get(way[-1], ()):
            if word == start:
                return (*way, word)
            if word not in seen:
                seen.add(word)
                ways.append((*way, word))
    return ()


def _same_searches(one: SearchRule, other: SearchRule) -> bool:
    mine, its = read_text(one.query), read_text(other.query)
    if one.match == other.match == MatchKind.EXACT:
        return mine.typed == its.typed
    return mine.words == its.words


def _same_time(one: SearchRule, other: SearchRule) -> bool:
    starts = [each for each in (one.starts_at, other.starts_at) if each is not None]
    ends = [each for each in (one.ends_at, other.ends_at) if each is not None]
    return not starts or not ends or max(starts) < min(ends)
