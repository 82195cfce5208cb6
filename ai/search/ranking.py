"""The order of what was found: exact codes first, then score, the sold out a little down."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

# What is sold out goes down a few places among its equals, never below what matches clearly worse:
# on the scale of the fused score (0 to 1) neighbours on a first page are about 0.01 apart.
SOLD_OUT_PENALTY = 0.03
# Products whose stock is looked up for that rule; further down nobody sees the difference.
JUDGED = 500


def rank(
    scores: Mapping[int, float], *, exact: AbstractSet[int], sold_out: AbstractSet[int]
) -> list[int]:
    """Return the products, best first: those with an exact code, then by score (pure).

    Equal scores are ordered by id, newest first, so that the order is the same every time.
    """

    def key(product: int) -> tuple[bool, float, int]:
        penalty = SOLD_OUT_PENALTY if product in sold_out else 0.0
        return (product in exact, scores[product] - penalty, product)

    return sorted(scores, key=key, reverse=True)
