"""The sentences of a digest, made of counts alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from ai.reviews.digest.facts import AspectFacts, Facts, Measure, Quote

# Aspects that get a sentence, and that are named in the order they are talked about.
MOST_ASPECTS: Final = 3
# Names in the plural but for these endings: "canvas", "glass", "status", "lens".
_SINGULAR: Final = ("ss", "us", "is", "as", "lens")


class Kind(StrEnum):
    """What a clause is about."""

    OVERALL = "overall"
    RANKING = "ranking"
    ASPECT = "aspect"
    QUOTE = "quote"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Of `of` reviews, `reviews` are such; `aspect` is an id, None for the whole review."""

    measure: Measure
    reviews: int
    of: int
    aspect: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A sentence, and all that it claims, in the order in which it says it.

    `window` has the days of the first and the last review, where the sentence names the months.
    """

    kind: Kind
    text: str
    claims: tuple[Claim, ...] = ()
    quote: Quote | None = None
    window: tuple[date, date] | None = None


def write_clauses(facts: Facts, *, least: int) -> list[Clause]:
    """Return a digest that quotes and counts; empty where fewer than `least` reviews are there."""
    if facts.reviews < max(least, 1):
        return []
    aspects = [each for each in facts.aspects if each.reviews >= least]
    return [
        _overall(facts),
        *_ranking(facts, aspects[:MOST_ASPECTS]),
        *(_aspect(facts, each) for each in aspects[:MOST_ASPECTS]),
        *_quotes(facts, {each.id for each in aspects}),
        _source(facts),
    ]


def _overall(facts: Facts) -> Clause:
    claims = _present(
        Claim(measure=Measure.POSITIVE, reviews=facts.positive, of=facts.reviews),
        Claim(measure=Measure.NEGATIVE, reviews=facts.negative, of=facts.reviews),
        Claim(measure=Measure.MIXED, reviews=facts.mixed, of=facts.reviews),
    )
    first, *others = claims
    parts = [f"{first.reviews:,} of {first.of:,} reviews {_be(first.reviews)} {first.measure}"]
    parts += [f"{each.reviews:,} {each.measure}" for each in others]
    return Clause(kind=Kind.OVERALL, text=f"{_listed(parts)}.", claims=claims)


def _ranking(facts: Facts, aspects: Sequence[AspectFacts]) -> Iterable[Clause]:
    if len(aspects) > 1:
        first, *others = (in_sentence(each.name) for each in aspects)
        yield Clause(
            kind=Kind.RANKING,
            text=f"Buyers write most about {first}, then {_listed(others)}.",
            claims=tuple(
                Claim(
                    measure=Measure.REVIEWS,
                    reviews=each.reviews,
                    of=facts.reviews,
                    aspect=each.id,
                )
                for each in aspects
            ),
        )


def _aspect(facts: Facts, aspect: AspectFacts) -> Clause:
    about = Claim(
        measure=Measure.REVIEWS, reviews=aspect.reviews, of=facts.reviews, aspect=aspect.id
    )
    said = sorted(
        _present(
            *(
                Claim(
                    measure=measure,
                    reviews=getattr(aspect, measure),
                    of=aspect.reviews,
                    aspect=aspect.id,
                )
                for measure in (Measure.POSITIVE, Measure.NEGATIVE)
            )
        ),
        key=lambda claim: -claim.reviews,
    )
    # "2 of them like them" would leave the reader to guess who likes whom.
    of_them, it = ("", "them") if is_plural(aspect.name) else (" of them", "it")
    parts = [
        f"{each.reviews:,}{'' if at else of_them} {_feel(each, it)}" for at, each in enumerate(said)
    ]
    text = f"{about.reviews:,} of {about.of:,} reviews mention {_the(aspect.name)}"
    return Clause(
        kind=Kind.ASPECT,
        text=f"{text}; {', '.join(parts)}." if parts else f"{text}.",
        claims=(about, *said),
    )


def _quotes(facts: Facts, aspects: set[int]) -> Iterable[Clause]:
    for quote in facts.quotes:
        if quote.aspect in aspects:
            yield Clause(kind=Kind.QUOTE, text=quote.text, quote=quote)


def _source(facts: Facts) -> Clause:
    everything = Claim(measure=Measure.REVIEWS, reviews=facts.reviews, of=facts.reviews)
    verified = Claim(measure=Measure.VERIFIED, reviews=facts.verified, of=facts.reviews)
    window = (facts.first, facts.last) if facts.first and facts.last else None
    text = f"{facts.reviews:,} review{'s' * (facts.reviews != 1)}"
    if window:
        first, last = (month_of(each) for each in window)
        text += f" from {first}" if first == last else f" from {first} to {last}"
    if facts.verified:
        text += f"; {facts.verified:,} of them by people who bought it here"
    return Clause(
        kind=Kind.SOURCE, text=f"{text}.", claims=(everything, *_present(verified)), window=window
    )


def month_of(day: date) -> str:
    """Return a month in words: March 2025."""
    return f"{MONTHS[day.month - 1]} {day.year}"


# In English whatever the process's locale, as the sentences are.
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


def in_sentence(name: str) -> str:
    """Return an aspect's name as it stands within a sentence: "Fit" is "fit", "USB port" stays."""
    head = name.split(" ", 1)[0]
    return name if head[1:] != head[1:].lower() else name[:1].lower() + name[1:]


def is_plural(name: str) -> bool:
    """Return whether an aspect is many things: straps, but not canvas."""
    last = name.lower().rsplit(" ", 1)[-1]
    return last.endswith("s") and not last.endswith(_SINGULAR)


def _the(name: str) -> str:
    plain = in_sentence(name)
    return plain if plain.lower().startswith(("the ", "a ", "an ")) else f"the {plain}"


def _feel(claim: Claim, it: str) -> str:
    one = "s" * (claim.reviews == 1)
    if claim.measure == Measure.POSITIVE:
        return f"like{one} {it}"
    return f"complain{one} about {it}"


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def _present(*claims: Claim) -> tuple[Claim, ...]:
    return tuple(each for each in claims if each.reviews)


def _listed(parts: Sequence[str]) -> str:
    if len(parts) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
