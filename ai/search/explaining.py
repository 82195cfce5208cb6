"""Why a hit stands where it stands, feature by feature, for staff (pure)."""

from collections.abc import Iterator, Mapping
from typing import Final

from ai.search.learned.features import FEATURES
from ai.search.matching import Matches
from ai.search.ranking import SOLD_OUT_PENALTY
from ai.search.scoring import Scored
from ai.search.types import Contribution, Explanation

DIGITS: Final = 6
# The names of what the learnt ranking adds begin so.
LEARNED: Final = "learned:"


def explain(matches: Matches, product_id: int) -> Explanation:
    """Return why a product is where it is; the contributions add up to its score."""
    contributions = tuple(_contributions(matches, product_id))
    scored = matches.scored
    return Explanation(
        words_rank=_rank_in(matches.words, product_id),
        words=round(matches.words.get(product_id, 0.0), DIGITS),
        meaning_rank=_rank_in(matches.meaning, product_id),
        meaning=round(matches.meaning.get(product_id, 0.0), DIGITS),
        score=round(sum(each.amount for each in contributions), DIGITS),
        is_exact=product_id in matches.exact,
        is_sold_out=product_id in scored.sold_out,
        boost=round(scored.boosts.get(product_id, 0.0), DIGITS),
        reasons=scored.reasons.get(product_id, ()),
        contributions=contributions,
        rules=matches.rules.get(product_id, ()),
    )


def _contributions(matches: Matches, product_id: int) -> Iterator[Contribution]:
    """Yield what the score of a product is made of, in the order in which it is added up."""
    scored = matches.scored
    if product_id in scored.fused:
        weights = scored.weights
        words = matches.words.get(product_id, 0.0)
        meaning = max(matches.meaning.get(product_id, 0.0), 0.0)
        yield _contribution("words", "its words", words, weights.words * words)
        yield _contribution("meaning", "its meaning", meaning, weights.meaning * meaning)
    yield from _of_features(scored, product_id)
    boost = scored.boosts.get(product_id, 0.0)
    if boost:
        label = ", ".join(scored.reasons.get(product_id, ())) or "what was asked for"
        yield _contribution("boost", label, boost, boost)
    yield from matches.moves.get(product_id, ())
    if product_id in scored.sold_out:
        yield _contribution("sold_out", "sold out", 1.0, -SOLD_OUT_PENALTY)


def _of_features(scored: Scored, product_id: int) -> Iterator[Contribution]:
    """Yield what likeness, kind and the learnt ranking add to one of the leading products."""
    if scored.evidence is None or scored.features is None:
        return
    if product_id not in scored.evidence.ids:
        return
    row = scored.features[list(scored.evidence.ids).index(product_id)]
    values = dict(zip(FEATURES, row.tolist(), strict=True))
    for name, weight in (("likeness", scored.weights.likeness), ("kind", scored.weights.kind)):
        yield _contribution(name, FEATURES[name], values[name], weight * values[name])
    if scored.ranker is None:
        return
    for name, amount in scored.ranker.contributions(row).items():
        if round(amount, DIGITS):
            yield _contribution(f"{LEARNED}{name}", FEATURES[name], values[name], amount)
    if round(scored.ranker.bias, DIGITS):
        yield _contribution(f"{LEARNED}all", "every product alike", 1.0, scored.ranker.bias)


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
