"""The blend of some lanes: a sum with chosen weights, and trees on top where they are better."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from ai.recommendations.evaluation.candidates import Candidates
from ai.recommendations.evaluation.learning import Learnt, learn
from ai.recommendations.evaluation.weighing import add_up, choose_weights, quality_of

# Of the queries of the validation, the share that is learnt from; the rest says what is better.
LEARNT_FROM: Final = 2 / 3
SEED: Final = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Blend:
    """Weights by lane, trees or None, and what both were worth on queries not learnt from.

    `quality` is the mean NDCG there, by way.
    """

    weights: dict[str, float]
    learnt: Learnt | None
    quality: dict[str, float]

    def scores(self, candidates: Candidates) -> Any:
        """Return the blend's scores, [queries, width]."""
        base = add_up(candidates, self.weights)
        return base if self.learnt is None else self.learnt.order(candidates, base)

    def sums(self, candidates: Candidates) -> Any:
        """Return the scores of the sum alone, [queries, width]."""
        return add_up(candidates, self.weights)


def choose_blend(
    candidates: Candidates, lanes: Sequence[str], *, depth: int, seed: int = SEED
) -> Blend:
    """Return the blend that is best on a third of the queries, chosen on the others."""
    order = np.random.default_rng(seed).permutation(len(candidates))
    border = max(int(len(order) * LEARNT_FROM), 1)
    own = candidates.take(np.sort(order[:border]))
    held = candidates.take(np.sort(order[border:])) if border < len(order) else own
    weights = choose_weights(own, lanes, depth=depth)
    base = add_up(held, weights)
    quality = {"sum": quality_of(held, base, depth=depth)}
    learnt = learn(own, add_up(own, weights), lanes)
    if learnt is not None:
        quality["learnt"] = quality_of(held, learnt.order(held, base), depth=depth)
    is_worth_it = quality.get("learnt", 0.0) > quality["sum"]
    return Blend(weights=weights, learnt=learnt if is_worth_it else None, quality=quality)
