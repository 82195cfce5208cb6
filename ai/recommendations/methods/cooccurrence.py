"""Which items go with which, by what people did: transitions in time, and one basket (pure).

Both come as Cooccurrence: a score for ranking, and beside each score how many users or baskets say
so, which is what a reason may state.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix, diags_array

from ai.recommendations.methods.interactions import FloatArray, Interactions

# Later items of a sequence that an item is taken to lead to.
WINDOW: Final = 5
# What a step further away counts for: 1, 1/2, 1/3, …
DISTANCE_POWER: Final = 1.0
# A transition also says that the later item leads to the earlier one, by this share.
BACKWARD: Final = 0.5
# Of the popularity of what is led to, the power that is divided by: 0 counts, 1 is a plain share,
# which puts rarities first; 1/2 is the cosine.
TARGET_POWER: Final = 0.5
# Added to what is divided by: so many imagined occurrences keep one that happened once small.
SHRINK: Final = 10.0
# Keeps what nothing leads from divisible.
TINY: Final = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Cooccurrence:
    """Scores and evidence, csr [n_items, n_items] with one and the same structure.

    Row i holds what item i leads to. `evidence` counts the users or baskets behind each score.
    The diagonal is empty.
    """

    scores: Any
    evidence: Any


def age_factors(
    days: FloatArray, *, half_life_days: float | None, today: float | None = None
) -> FloatArray:
    """Return what events of these days count for now, 0 to 1; all 1 without a half-life.

    `today` is the last of the days unless given; what lies after it counts in full.
    """
    if half_life_days is None or not len(days):
        return np.ones(len(days))
    ages = np.maximum((float(days.max()) if today is None else today) - days, 0.0)
    return np.asarray(0.5 ** (ages / half_life_days), np.float64)


def transitions(
    interactions: Interactions,
    *,
    window: int = WINDOW,
    half_life_days: float | None = None,
    today: float | None = None,
    distance_power: float = DISTANCE_POWER,
    backward: float = BACKWARD,
    target_power: float = TARGET_POWER,
    shrink: float = SHRINK,
) -> Cooccurrence:
    """Return what people went on to after each item, within `window` further events.

    A pair counts 1 / distance^distance_power, times what both events weigh, times what their age
    leaves. Scores are these sums over (sum of the source + shrink)^(1 - target_power) times
    (sum of the target + shrink)^target_power, so they compare across sources.
    """
    counted = count_transitions(
        interactions,
        window=window,
        half_life_days=half_life_days,
        today=today,
        distance_power=distance_power,
        backward=backward,
    )
    return normalise(counted, target_power=target_power, shrink=shrink)


def count_transitions(
    interactions: Interactions,
    *,
    window: int = WINDOW,
    half_life_days: float | None = None,
    today: float | None = None,
    distance_power: float = DISTANCE_POWER,
    backward: float = BACKWARD,
) -> Cooccurrence:
    """Return the sums behind `transitions`, not normalised."""
    decay = age_factors(interactions.days, half_life_days=half_life_days, today=today)
    sources, targets, values, who = [], [], [], []
    for distance in range(1, min(window, max(len(interactions) - 1, 0)) + 1):
        earlier, later = slice(None, -distance), slice(distance, None)
        is_one_users = interactions.users[earlier] == interactions.users[later]
        if not is_one_users.any():
            break
        is_pair = is_one_users & (interactions.items[earlier] != interactions.items[later])
        sources.append(interactions.items[earlier][is_pair])
        targets.append(interactions.items[later][is_pair])
        who.append(interactions.users[later][is_pair])
        strength = np.sqrt(interactions.weights[earlier] * interactions.weights[later])
        values.append((strength * decay[later])[is_pair] / distance**distance_power)
    if not sources:
        return _empty(interactions.n_items)
    source, target = np.concatenate(sources), np.concatenate(targets)
    value, user = np.concatenate(values), np.concatenate(who)
    if backward:
        source, target = np.concatenate([source, target]), np.concatenate([target, source])
        value, user = np.concatenate([value, backward * value]), np.concatenate([user, user])
    size = interactions.n_items
    return Cooccurrence(
        scores=coo_matrix((value, (source, target)), shape=(size, size)).tocsr(),
        evidence=_distinct(source, target, user, n_items=size),
    )


def together(
    baskets: Interactions,
    *,
    half_life_days: float | None = None,
    today: float | None = None,
    target_power: float = TARGET_POWER,
    shrink: float = SHRINK,
    size_power: float = 0.5,
) -> Cooccurrence:
    """Return what is bought in one basket with what; the `users` of the events are the baskets.

    A basket counts 1 / (its items - 1)^size_power for each pair, since a basket of a hundred says
    less about any two, times what its age leaves. Scores are normalised as in `transitions`; with
    target_power 1/2 they are a shrunk cosine, and symmetric.
    """
    decay = age_factors(baskets.days, half_life_days=half_life_days, today=today)
    held = baskets.by_user(decay)
    sizes = np.diff(held.indptr)
    damp = np.where(sizes > 1, np.maximum(sizes - 1.0, 1.0) ** -size_power, 0.0)
    present = csr_matrix((np.ones(held.nnz), held.indices, held.indptr), shape=held.shape)
    sums = (present.T @ (diags_array(damp) @ held)).tocsr()
    counts = (present.T @ present).tocsr()
    return normalise(
        Cooccurrence(scores=_without_diagonal(sums), evidence=_without_diagonal(counts)),
        target_power=target_power,
        shrink=shrink,
    )


def normalise(counted: Cooccurrence, *, target_power: float, shrink: float) -> Cooccurrence:
    """Return sums over the shrunk totals of source and target, see `transitions`."""
    sums = counted.scores
    from_source = np.asarray(sums.sum(axis=1)).ravel()
    to_target = np.asarray(sums.sum(axis=0)).ravel()
    rows = np.maximum(from_source + shrink, TINY) ** -(1 - target_power)
    columns = np.maximum(to_target + shrink, TINY) ** -target_power
    scores = sums.copy()
    scores.data = sums.data * np.repeat(rows, np.diff(sums.indptr)) * columns[sums.indices]
    return Cooccurrence(scores=scores, evidence=counted.evidence)


def _distinct(source: Any, target: Any, user: Any, *, n_items: int) -> Any:
    """Return csr with the number of different users of each pair."""
    pair = source * n_items + target
    order = np.lexsort((user, pair))
    pair, user = pair[order], user[order]
    is_new = np.ones(len(pair), bool)
    is_new[1:] = (pair[1:] != pair[:-1]) | (user[1:] != user[:-1])
    pair = pair[is_new]
    return coo_matrix(
        (np.ones(len(pair)), (pair // n_items, pair % n_items)), shape=(n_items, n_items)
    ).tocsr()


def _without_diagonal(matrix: Any) -> Any:
    found = matrix.tocoo()
    kept = found.row != found.col
    return coo_matrix(
        (found.data[kept], (found.row[kept], found.col[kept])), shape=matrix.shape
    ).tocsr()


def _empty(n_items: int) -> Cooccurrence:
    nothing = csr_matrix((n_items, n_items))
    return Cooccurrence(scores=nothing, evidence=nothing.copy())
