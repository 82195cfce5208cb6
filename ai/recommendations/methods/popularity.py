"""What many want: lately, and more than they used to (pure)."""

from typing import Final

import numpy as np

from ai.recommendations.methods.cooccurrence import age_factors
from ai.recommendations.methods.interactions import FloatArray, Interactions

HALF_LIFE_DAYS: Final = 30.0
# Days that are compared with the days before them.
TREND_DAYS: Final = 7.0
BASE_DAYS: Final = 28.0
# Imagined events on both sides: three looks after none are no trend yet.
PRIOR: Final = 5.0


def popularity(
    interactions: Interactions,
    *,
    half_life_days: float | None = HALF_LIFE_DAYS,
    today: float | None = None,
) -> FloatArray:
    """Return the decayed weight of the users of each item, [n_items]; a user counts once an item.

    The floor under everything else: an order is total where it is added, however little, to scores.
    """
    decay = age_factors(interactions.days, half_life_days=half_life_days, today=today)
    by_user = interactions.by_user(interactions.weights * decay)
    return np.asarray(by_user.sum(axis=0), np.float64).ravel()


def trending(
    interactions: Interactions,
    *,
    today: float | None = None,
    days: float = TREND_DAYS,
    base_days: float = BASE_DAYS,
    prior: float = PRIOR,
) -> FloatArray:
    """Return how each item rises against its own base, [n_items], 0 for what does not.

    The weight of the last `days`, less what the `base_days` before them and the shop's own rise let
    expect, in standard deviations of a Poisson count: (seen - expected) / sqrt(expected + prior).
    A best seller that sells as always is no trend, and neither is everything in December.
    """
    if not len(interactions):
        return np.zeros(interactions.n_items)
    now = float(interactions.days.max()) if today is None else today
    is_new = (interactions.days > now - days) & (interactions.days <= now)
    is_base = (interactions.days > now - days - base_days) & (interactions.days <= now - days)
    seen, base = (
        np.asarray(interactions.where(mask).by_user().sum(axis=0), float).ravel()
        for mask in (is_new, is_base)
    )
    usual = base.sum()
    expected = base * (seen.sum() / usual) if usual else np.full(len(base), float(seen.mean()))
    rise = (seen - expected) / np.sqrt(expected + prior)
    return np.where(seen > 0, np.maximum(rise, 0.0), 0.0)
