"""Why a hit stands where it stands, feature by feature, for staff (pure)."""

from collections.abc import Iterator, Mapping

from ai.search.fusion import WORDS_WEIGHT
from ai.search.matching import Matches
from ai.search.ranking import SOLD_OUT_PENALTY
from ai.search.types import Contribution, Explanation

DIGITS = 6


def explain(matches: Matches, product_id: int) -> Explanation:
    """Return why a product is where it is; the contributions add up to its score."""
    contributions = tuple(_contributions(matches, product_id))
    boost = matches.boosts.get(product_id, 0.0)
    return Explanation(
        words_rank=_rank_in(matches.words, product_id),
        words=round(matches.words.get(product_id, 0.0), DIGITS),
        meaning_rank=_rank_in(matches.meaning, product_id),
        meaning=round(matches.meaning.get(product_id, 0.0), DIGITS),
        score=round(sum(each.amount for each in contributions), DIGITS),
        is_exact=product_id in matches.exact,
        is_sold_out=product_id in matches.sold_out,
        boost=round(boost, DIGITS),
        reasons=matches.reasons.get(product_id, ()),
        contributions=contributions,
        rules=matches.rules.get(product_id, ()),
    )


def _contributions(matches: Matches, product_id: int) -> Iterator[Contribution]:
    """Yield what the score of a product is made of, in the order in which it is added up."""
    if product_id in matches.scores:
        words = matches.words.get(product_id, 0.0)
        meaning = max(matches.meaning.get(product_id, 0.0), 0.0)
        yield _contribution("words", "its words", words, WORDS_WEIGHT * words)
        yield _contribution("meaning", "its meaning", meaning, (1 - WORDS_WEIGHT) * meaning)
    boost = matches.boosts.get(product_id, 0.0)
    if boost:
        label = ", ".join(matches.reasons.get(product_id, ())) or "what was asked for"
        yield _contribution("boost", label, boost, boost)
    yield from matches.moves.get(product_id, ())
    if product_id in matches.sold_out:
        yield _contribution("sold_out", "sold out", 1.0, -SOLD_OUT_PENALTY)


def _contribution(name: str, label: str, value: float, amount: float) -> Contribution:
    return Contribution(
        name=name, label=label, value=round(value, DIGITS), amount=round(amount, DIGITS)
    )


def _rank_in(scores: Mapping[int, float], product_id: int) -> int | None:
    """Return the place of a product in one lane, from 1."""
    if product_id not in scores:
        return None
    own = scores[product_id]
    return 1 + sum(score > own for score in scores.values())
