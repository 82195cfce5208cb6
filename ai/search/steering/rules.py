"""Rules as a search uses them: which of them are for a text, without reading every one (pure)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Self

from ai.models import MatchKind
from ai.search.steering.texts import MAX_PHRASE, Text, read_text
from ai.search.types import RuleNote
from ai.search.understanding.phrases import Phrase

# The closer a rule is to what was typed, the earlier it has its say.
_CLOSENESS: Final = {MatchKind.EXACT: 2, MatchKind.SAME: 1, MatchKind.WORDS: 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What all rules have; `pk` is 0 for one that is not saved yet."""

    pk: int
    query: str
    match: MatchKind
    starts_at: datetime | None = None
    ends_at: datetime | None = None

    @property
    def kind(self) -> str:
        """The name of its kind, as in the API."""
        return type(self).__name__.lower()

    def runs_at(self, moment: datetime) -> bool:
        """Return whether its time includes the moment; it ends before its end."""
        has_begun = self.starts_at is None or self.starts_at <= moment
        return has_begun and (self.ends_at is None or moment < self.ends_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym(Rule):
    """Other words to search for in place of the rule's own; one for each direction."""

    alternatives: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin(Rule):
    """A product and its place, from 1."""

    product: int
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Boost(Rule):
    """Products that move up (`factor` above 1) or down (below): places are divided by it.

    Exactly one of the targets is set; `attribute` goes with `value`.
    """

    factor: float
    label: str
    product: int | None = None
    brand: int | None = None
    category: int | None = None
    attribute: int | None = None
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect(Rule):
    """A path of the shop to go to instead."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A rule that is for a text, and the words of the text that it is for."""

    rule: Rule
    begin: int
    end: int

    @property
    def closeness(self) -> tuple[int, int, int]:
        """What decides between two rules that want the same: the closer, then the newer."""
        return (_CLOSENESS[self.rule.match], self.end - self.begin, self.rule.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steering:
    """The rules that are for one text, the closest first."""

    text: Text
    synonyms: tuple[Use, ...] = ()
    pins: tuple[Pin, ...] = ()
    boosts: tuple[Boost, ...] = ()
    redirect: Redirect | None = None

    @property
    def known(self) -> frozenset[str]:
        """The words, as they were typed, that staff have a rule for: no spelling slips.

        All words of a rule for the whole text, and those that have synonyms.
        """
        uses = [(use.begin, use.end) for use in self.synonyms]
        whole = [*self.pins, *self.boosts, *([self.redirect] if self.redirect else [])]
        if any(rule.match != MatchKind.WORDS for rule in whole):
            uses.append((0, len(self.text.words)))
        return frozenset(
            self.text.tokens[place].text for begin, end in uses for place in range(begin, end)
        )

    @property
    def notes(self) -> tuple[RuleNote, ...]:
        """What the rules are, for staff."""
        rules = [*(use.rule for use in self.synonyms), *self.pins, *self.boosts]
        if self.redirect:
            rules.append(self.redirect)
        return tuple(dict.fromkeys(note_of(rule) for rule in rules))


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """Every rule that is on, found by the words that it is for."""

    rules: tuple[Rule, ...] = ()
    _typed: Mapping[str, Sequence[Rule]] = field(default_factory=dict, repr=False)
    _same: Mapping[Phrase, Sequence[Rule]] = field(default_factory=dict, repr=False)
    _within: Mapping[Phrase, Sequence[Rule]] = field(default_factory=dict, repr=False)
    _longest: int = 0

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Self:
        """Return a set of rules, ready for searches; a rule without words is for none."""
        every = tuple(rules)
        typed: dict[str, list[Rule]] = defaultdict(list)
        same: dict[Phrase, list[Rule]] = defaultdict(list)
        within: dict[Phrase, list[Rule]] = defaultdict(list)
        for rule in every:
            text = read_text(rule.query)
            if not text.words:
                continue
            if rule.match == MatchKind.EXACT:
                typed[text.typed].append(rule)
            elif rule.match == MatchKind.SAME:
                same[text.words].append(rule)
            else:
                within[text.words].append(rule)
        return cls(
            rules=every,
            _typed=dict(typed),
            _same=dict(same),
            _within=dict(within),
            _longest=min(MAX_PHRASE, max(map(len, within), default=0)),
        )

    def steering(self, raw: str, *, moment: datetime) -> Steering:
        """Return the rules that are for a text at a moment."""
        text = read_text(raw)
        if not self.rules or not text.text:
            return Steering(text=text)
        uses = [use for use in self._uses(text) if use.rule.runs_at(moment)]
        uses.sort(key=lambda use: use.closeness, reverse=True)
        rules = list(dict.fromkeys(use.rule for use in uses))
        return Steering(
            text=text,
            synonyms=tuple(use for use in uses if isinstance(use.rule, Synonym)),
            pins=tuple(rule for rule in rules if isinstance(rule, Pin)),
            boosts=tuple(rule for rule in rules if isinstance(rule, Boost)),
            redirect=next((rule for rule in rules if isinstance(rule, Redirect)), None),
        )

    def _uses(self, text: Text) -> Iterator[Use]:
        whole = len(text.words)
        for rule in (*self._typed.get(text.typed, ()), *self._same.get(text.words, ())):
            yield Use(rule=rule, begin=0, end=whole)
        for begin in range(whole):
            for end in range(begin + 1, min(whole, begin + self._longest) + 1):
                for rule in self._within.get(text.words[begin:end], ()):
                    yield Use(rule=rule, begin=begin, end=end)


def note_of(rule: Rule) -> RuleNote:
    """Return what a rule is, in few words."""
    match rule:
        case Synonym():
            label = f"also searched for {', '.join(rule.alternatives)}"
        case Pin():
            label = f"pinned to place {rule.position}"
        case Boost():
            label = rule.label
        case Redirect():
            label = f"leads to {rule.path}"
        case _:
            label = ""
    return RuleNote(kind=rule.kind, id=rule.pk, label=label)
