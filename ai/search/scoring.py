"""From what the lanes found to scores: fusion, wishes of the text, the leaders' likeness, learning.

Only what leads is looked at closely, JUDGED and RANKED products of it, with a fixed number of
statements however many match.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from ai.search.candidates import ProductVectors
from ai.search.facts import gather_facts
from ai.search.fusion import Weights, fuse, trust, weigh
from ai.search.learned.features import Evidence, Matrix, build_features
from ai.search.learned.model import Ranker
from ai.search.learned.serving import get_ranker
from ai.search.lexical import WordMatch
from ai.search.query_vector import QueryVector
from ai.search.ranking import JUDGED
from ai.search.types import Query
from ai.search.understanding.boosts import Boost, Facts, total

# Products that lead, whose order their likeness to the first and the learnt ranking may change.
RANKED: Final = 200
# The first by both lanes, to whose mean meaning the others are compared: pseudo-relevance feedback
# in the space of vectors (Rocchio, 1971).
LEADERS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """Scores of all that matches, and what they are made of, by product id."""

    # The fusion of the lanes, with likeness and kind; what is added to it stands beside.
    fused: Mapping[int, float]
    weights: Weights
    # Those that are looked at closely, best first.
    leading: Sequence[int] = ()
    sold_out: frozenset[int] = frozenset()
    boosts: Mapping[int, float] = field(default_factory=dict)
    reasons: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    learned: Mapping[int, float] = field(default_factory=dict)
    # What the leading ones were judged by, one row each in the order of `evidence.ids`.
    evidence: Evidence | None = None
    features: Matrix | None = None
    # None where the fusion stands alone.
    ranker: Ranker | None = None

    @property
    def total(self) -> dict[int, float]:
        """The fused score with what is added to it."""
        return {
            id_: score + self.boosts.get(id_, 0.0) + self.learned.get(id_, 0.0)
            for id_, score in self.fused.items()
        }


def score(
    query: Query,
    found: Sequence[WordMatch],
    closeness: Mapping[int, float],
    *,
    matching: set[int],
    vector: QueryVector | None,
    vectors: ProductVectors | None,
    boosts: Sequence[Boost],
) -> Scored:
    """Return the scores of the matching products; `vectors` are those of the leading ones."""
    words = {match.product_id: match.score for match in found}
    weights = weigh(coverage=max((match.most for match in found), default=0.0))
    fused = {
        id_: value for id_, value in fuse(words, closeness, weights).items() if id_ in matching
    }
    leading = sorted(fused, key=lambda id_: -fused[id_])[:JUDGED]
    facts = gather_facts(leading, boosts)
    moved, reasons = wishes(boosts, facts)
    ranked = leading[:RANKED]
    first = sorted(ranked, key=lambda id_: -(fused[id_] + moved.get(id_, 0.0)))[:LEADERS]
    likeness: dict[int, float] = {}
    if vector is not None and vectors is not None:
        likeness = vectors.likeness(vector, first, ranked)
    evidence = Evidence(
        query=query,
        ids=ranked,
        fused=fused,
        words=words,
        meaning=closeness,
        likeness=likeness,
        coverage={match.product_id: match.coverage for match in found},
        title={match.product_id: match.title for match in found},
        heads=frozenset(match.product_id for match in found if match.has_head),
        boosts=moved,
        facts=facts,
    )
    features = build_features(evidence)
    if len(features) and words and closeness:
        agreement = float(features[0, Evidence.columns("agreement")[0]])
        weights = trust(weights, agreement=agreement)
    scored = Scored(
        fused=fused | _drawn(evidence, features, fused, weights),
        weights=weights,
        leading=leading,
        sold_out=frozenset(id_ for id_, each in facts.items() if each.is_sold_out),
        boosts=moved,
        reasons=reasons,
        evidence=evidence,
        features=features,
    )
    return _learn(scored, vector)


def wishes(
    boosts: Sequence[Boost], facts: Mapping[int, Facts]
) -> tuple[dict[int, float], dict[int, tuple[str, ...]]]:
    """Return how far the text's wishes move each product up, and why."""
    if not boosts:
        return {}, {}
    judged = {id_: total(boosts, each) for id_, each in facts.items()}
    moved = {id_: boost for id_, (boost, _) in judged.items() if boost}
    return moved, {id_: judged[id_][1] for id_ in moved}


def _drawn(
    evidence: Evidence, features: Matrix, fused: Mapping[int, float], weights: Weights
) -> dict[int, float]:
    """Return the fused scores of what is like the leaders and of their kind, drawn up to them."""
    drawn = features[:, evidence.columns("likeness", "kind")] @ np.array(
        [weights.likeness, weights.kind]
    )
    return {id_: fused[id_] + float(more) for id_, more in zip(evidence.ids, drawn, strict=True)}


def _learn(scored: Scored, vector: QueryVector | None) -> Scored:
    """Return the scores with what was learnt, where there is ground for it."""
    if vector is None or scored.features is None or scored.evidence is None:
        return scored
    ranker = get_ranker(space=vector.space.model_id)
    if ranker is None or not ranker.applies(scored.features):
        return scored
    added = ranker.score(scored.features).tolist()
    learned = dict(zip(scored.evidence.ids, added, strict=True))
    return replace(scored, learned=learned, ranker=ranker)
