"""Whether a digest says what was counted: pure, so that whoever words it can be checked.

A sentence is read, not trusted: its numbers, names, months and words of praise, blame and share
have to say exactly what its claims are, in their order, and the claims have to be what SQL counted.
Words that are not known may say anything, so a sentence with one is refused; negations are none.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ai.reviews.digest.clauses import MONTHS, Claim, Clause, Kind, month_of
from ai.reviews.digest.facts import Facts, Measure
from ai.reviews.digest.words import (
    BLAME,
    COUNTING,
    DIVIDED,
    NUMBERS,
    ORDERING,
    PLAIN,
    PRAISE,
    PURCHASE,
    SHARES,
)

_NUMBER: Final = re.compile(rf"\d[\d,.]*(?<![,.])|\b(?:{'|'.join(NUMBERS)})\b", re.I)
_PERCENT: Final = re.compile(r"(\d[\d,.]*)\s?(?:%|percent\b|per\s+cent\b)", re.I)
_BASE: Final = re.compile(r"\s+(?:out\s+of|of|in)\s+(?:the\s+|these\s+|those\s+|all\s+)?", re.I)
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(MONTHS)})\s+\d{{4}}\b")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END: Final = re.compile(r"[.!?;]+(?=\s|$)")
# Stands for what was read already: no word, no number.
_READ: Final = "·"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A clause that may not be shown, and why."""

    clause: Clause
    reason: str


class Untrue(ValueError):
    """A clause says something else than was counted; the message says what."""


def check_digest(clauses: Iterable[Clause], facts: Facts) -> list[Rejection]:
    """Return the clauses whose share, order, polarity or words disagree with what was counted."""
    found = []
    for clause in clauses:
        try:
            _check(clause, facts)
        except Untrue as untrue:
            found.append(Rejection(clause=clause, reason=str(untrue)))
    return found


def _check(clause: Clause, facts: Facts) -> None:
    for claim in clause.claims:
        _check_claim(claim, facts)
    if clause.kind == Kind.QUOTE:
        return _check_quote(clause, facts)
    if not clause.claims:
        raise Untrue("It claims nothing that could be counted.")
    text = _without_names(clause, facts)
    text = _without_months(clause, facts, text)
    if clause.kind == Kind.RANKING:
        return _check_ranking(clause, facts, text)
    return _check_counts(clause, text)


def _check_claim(claim: Claim, facts: Facts) -> None:
    true = facts.share(claim.measure, claim.aspect)
    if true is None:
        raise Untrue("Nobody talks about that.")
    if (claim.reviews, claim.of) != true:
        raise Untrue(f"It claims {claim.reviews} of {claim.of}; there are {true[0]} of {true[1]}.")


def _check_quote(clause: Clause, facts: Facts) -> None:
    if clause.quote not in facts.quotes:
        raise Untrue("No review says that, there and in that sense.")
    if clause.quote is None or clause.text != clause.quote.text:
        raise Untrue("It is not quoted word for word.")


def _without_names(clause: Clause, facts: Facts) -> str:
    """Return the text with aspects' names taken out; raises Untrue unless they are the claims'."""
    ids = {each.name.casefold(): each.id for each in facts.aspects}
    # The longest first: "zip pocket" is no "zip".
    either = "|".join(re.escape(name) for name in sorted(ids, key=len, reverse=True))
    if not either:
        return clause.text
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.I)
    named = [ids[match.group().casefold()] for match in pattern.finditer(clause.text)]
    claimed = [claim.aspect for claim in clause.claims if claim.aspect is not None]
    if list(dict.fromkeys(named)) != list(dict.fromkeys(claimed)):
        raise Untrue("It names other aspects than it counts, or in another order.")
    return pattern.sub(_READ, clause.text)


def _without_months(clause: Clause, facts: Facts, text: str) -> str:
    """Return the text with months taken out; raises Untrue unless they are those of the reviews."""
    true: list[str] = []
    if clause.window:
        if clause.window != (facts.first, facts.last):
            raise Untrue("The reviews are from another time.")
        true = list(dict.fromkeys(month_of(day) for day in clause.window))
    if _MONTH.findall(text) != true:
        raise Untrue("It names other months than those of the reviews.")
    return _MONTH.sub(_READ, text)


def _check_ranking(clause: Clause, facts: Facts, text: str) -> None:
    """Raise Untrue unless the aspects are the most mentioned, and in that order."""
    if _NUMBER.search(text):
        raise Untrue("It counts where it should only order.")
    _refuse_unknown(text, PLAIN | ORDERING)
    if not ORDERING & set(_words(text)):
        raise Untrue("It does not say that these are talked about most.")
    counts = [claim.reviews for claim in clause.claims]
    if any(before < after for before, after in pairwise(counts)):
        raise Untrue("It names first what fewer talk about.")
    named = {claim.aspect for claim in clause.claims}
    if any(each.reviews > counts[-1] for each in facts.aspects if each.id not in named):
        raise Untrue("It leaves out what more talk about.")


def _check_counts(clause: Clause, text: str) -> None:
    """Raise Untrue unless every number stands for its claim, in words of the right sense."""
    if any(part.strip() and not _NUMBER.search(part) for part in _SENTENCE_END.split(text)):
        raise Untrue("It says something without counting it.")
    text, percents = _without_percents(text)
    places = list(_places(clause.claims, text))
    # What stands before the first number belongs to it.
    begins = [0, *(place for place, _ in places[1:]), len(text)]
    segments = zip(clause.claims, places, pairwise(begins), strict=True)
    for at, (claim, (number, after), (begin, end)) in enumerate(segments):
        words = _refuse_unknown(f"{text[begin:number]} {text[after:end]}", COUNTING)
        _check_sense(claim, words)
        # "Most of them, 20 of 41": such a word may belong to the number before it or after it.
        for each in clause.claims[at : at + 2]:
            _check_shares(each, words)
    for percent, place in percents:
        claim = clause.claims[sum(begin <= place for begin in begins[1:-1])]
        if percent != round(100 * claim.reviews / claim.of):
            raise Untrue(f"{percent:g} % is not {claim.reviews} of {claim.of}.")


def _without_percents(text: str) -> tuple[str, list[tuple[float, int]]]:
    found = [(_value(each.group(1)), each.start()) for each in _PERCENT.finditer(text)]
    return _PERCENT.sub(lambda match: _READ * len(match.group()), text), found


def _places(claims: Sequence[Claim], text: str) -> Iterator[tuple[int, int]]:
    """Yield for each claim where its numbers begin and end; raises Untrue for other numbers."""
    numbers = list(_NUMBER.finditer(text))
    at = 0
    for claim in claims:
        if at == len(numbers) or _value(numbers[at].group()) != claim.reviews:
            raise Untrue(f"It does not say the number {claim.reviews} where it should.")
        begin, end = numbers[at].span()
        at += 1
        has_base = at < len(numbers) and _BASE.fullmatch(text[end : numbers[at].start()])
        if has_base:
            if _value(numbers[at].group()) != claim.of:
                raise Untrue(f"{claim.reviews} are not of {numbers[at].group()}.")
            end = numbers[at].end()
            at += 1
        elif claim is claims[0] and claim.reviews != claim.of:
            raise Untrue(f"It does not say of how many {claim.reviews} are.")
        yield begin, end
    if at < len(numbers):
        raise Untrue(f"Nothing was counted as {numbers[at].group()}.")


def _check_shares(claim: Claim, words: Iterable[str]) -> None:
    """Raise Untrue for a word for a share that is not this claim's."""
    for word in words:
        low, high = SHARES.get(word, (0.0, 1.0))
        if not low <= claim.reviews / claim.of <= high:
            raise Untrue(f"{claim.reviews} of {claim.of} are not “{word}”.")


def _check_sense(claim: Claim, words: Sequence[str]) -> None:
    """Raise Untrue unless the words around a claim's number say what was counted."""
    senses = {name for name, listed in _SENSES.items() if not listed.isdisjoint(words)}
    if not _IS_MEANT[claim.measure](senses):
        raise Untrue(f"{claim.reviews} are {claim.measure}, and it says otherwise.")
    if claim.measure == Measure.VERIFIED and PURCHASE.isdisjoint(words):
        raise Untrue("It does not say that these are purchases.")


_SENSES: Final = {
    Measure.POSITIVE: PRAISE,
    Measure.NEGATIVE: BLAME,
    Measure.MIXED: DIVIDED,
}
_IS_MEANT: Final[Mapping[Measure, Callable[[set[Measure]], bool]]] = {
    Measure.POSITIVE: lambda senses: senses == {Measure.POSITIVE},
    Measure.NEGATIVE: lambda senses: senses == {Measure.NEGATIVE},
    Measure.MIXED: lambda senses: senses == {Measure.MIXED},
    Measure.REVIEWS: lambda senses: not senses,
    Measure.VERIFIED: lambda senses: not senses,
}


def _refuse_unknown(text: str, known: Iterable[str]) -> list[str]:
    words = _words(text)
    if unknown := next((word for word in words if word not in known), ""):
        raise Untrue(f"Nothing counted says “{unknown}”.")
    return words


def _words(text: str) -> list[str]:
    return [match.group().casefold() for match in _WORD.finditer(text)]


def _value(text: str) -> float:
    try:
        return float(NUMBERS.get(text.casefold()) or text.replace(",", ""))
    except ValueError:
        raise Untrue(f"{text} is no number of reviews.") from None
