"""How good a ranking is, by judgements (pure)."""

import math
from collections.abc import Mapping, Sequence

# Judgements of one query: how well each product answers it, 0 (not at all) upwards.
Gains = Mapping[str, int]


def ndcg(ranking: Sequence[str], gains: Gains, *, depth: int = 10) -> float:
    """Return the normalised discounted cumulative gain (0 to 1) of a ranking's first places.

    Gain 2^g - 1, discount 1 / log2(rank + 1), the query's own ideal, unjudged 0 (Burges et al.,
    "Learning to Rank using Gradient Descent", 2005).
    """
    ideal = _dcg(sorted(gains.values(), reverse=True)[:depth])
    if not ideal:
        return 0.0
    return _dcg([gains.get(product, 0) for product in ranking[:depth]]) / ideal


def judged_ndcg(ranking: Sequence[str], gains: Gains, *, depth: int = 10) -> float:
    """Return nDCG of what is left of a ranking when unjudged products are taken out.

    Judgements are pooled from the results of older engines: what a new one finds is unjudged, not
    wrong.
    """
    return ndcg([product for product in ranking if product in gains], gains, depth=depth)


def recall(ranking: Sequence[str], gains: Gains, *, depth: int = 100) -> float:
    """Return the share of the products with any gain that are among the first places."""
    wanted = {product for product, gain in gains.items() if gain > 0}
    return len(wanted.intersection(ranking[:depth])) / len(wanted) if wanted else 0.0


def reciprocal_rank(ranking: Sequence[str], gains: Gains) -> float:
    """Return 1 / the rank of the first product with any gain, 0 when there is none."""
    for rank, product in enumerate(ranking, 1):
        if gains.get(product, 0) > 0:
            return 1 / rank
    return 0.0


def judged_share(ranking: Sequence[str], gains: Gains, *, depth: int = 10) -> float:
    """Return the share of the first places that were judged at all."""
    top = ranking[:depth]
    return sum(product in gains for product in top) / len(top) if top else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share (0 to 1) of the values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def _dcg(gains: Sequence[int]) -> float:
    return sum((2.0**gain - 1) / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))
