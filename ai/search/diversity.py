"""A first page that is not the same thing ten times over: maximal marginal relevance.

Carbonell and Goldstein, The Use of MMR, Diversity-Based Reranking, 1998. A product loses a little
for each twin of its that stands above it already, from the third on, so that what matches about as
well comes between. Likeness counts only from where two products are versions of one thing: on a
page of jackets all are alike, and that is what was asked for.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from ai.search.types import Contribution

# Cosine of two products' vectors from which they are versions of one thing.
TWINS: Final = 0.97
# Twins that stand together without loss: colours or sizes to choose between.
FREE: Final = 3
# Of the fused score (0 to 1), for each twin above beyond those, and at most. What matches clearly
# worse is further away; whoever names a family has its members further above the rest, too.
LOSS: Final = 0.02
MOST_LOSS: Final = 0.06
# Places within which anything moves: two pages.
WINDOW: Final = 48
NAME: Final = "repeats"


def spread(
    ids: Sequence[int], scores: Mapping[int, float], twins: Mapping[int, AbstractSet[int]]
) -> tuple[list[int], dict[int, Contribution]]:
    """Return ids, best first, with twins spread, and what each that lost anything lost (pure).

    What is left only loses more, so places stay in the order of what scores come to.
    """
    left, placed = list(ids[:WINDOW]), []
    lost: dict[int, Contribution] = {}
    above: Counter[int] = Counter()
    while left:
        best = max(left, key=lambda id_: scores[id_] - _loss(above[id_]))
        left.remove(best)
        placed.append(best)
        if loss := _loss(above[best]):
            label = f"{above[best]} much like it stand above"
            lost[best] = Contribution(name=NAME, label=label, value=above[best], amount=-loss)
        above.update(twins.get(best, ()))
    return [*placed, *ids[WINDOW:]], lost


def _loss(above: int) -> float:
    return min(MOST_LOSS, LOSS * max(0, above + 1 - FREE))
