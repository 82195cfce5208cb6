"""The lanes over orders, fitted on what was before a day (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix, identity

from ai.recommendations.evaluation.candidates import (
    Candidates,
    Lane,
    collect,
    constant_lane,
    matrix_lane,
)
from ai.recommendations.evaluation.order_tasks import Period, Task
from ai.recommendations.evaluation.weighing import quality_of
from ai.recommendations.methods.baselines import ease, item_cosine
from ai.recommendations.methods.cooccurrence import age_factors, together, transitions
from ai.recommendations.methods.interactions import IntArray, Interactions
from ai.recommendations.methods.popularity import popularity

# What is tried on the validation weeks.
HALF_LIFE_DAYS: Final = (30.0, 90.0, 365.0)
TARGET_POWER: Final = (0.3, 0.5)
SHRINK: Final = (2.0, 5.0, 20.0)
PENALTY: Final = (100.0, 500.0, 2000.0)
POPULAR_DAYS: Final = (7.0, 30.0, 90.0, 365.0)
RECENT_DAYS: Final = 30.0
LONG_DAYS: Final = 365.0
BASKET_WINDOW: Final = 10
# These invert a matrix of n_items x n_items, 2 x 4 n^2 bytes and n^3 steps: above so many items
# they are left out.
DENSE: Final = frozenset({"ease", "regression"})
EASE_MOST: Final = 8000
DEPTH: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSettings:
    """What the lanes are fitted with."""

    half_life_days: float = 90.0
    target_power: float = 0.5
    shrink: float = 5.0
    basket_penalty: float = 500.0
    customer_penalty: float = 500.0
    popular_days: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedOrders:
    """The lanes before a day."""

    period: Period
    settings: OrderSettings

    def offer(self, name: str, *, only: Sequence[str] = (), depth: int | None = None) -> Candidates:
        """Return what the lanes offer the queries of a task; `only` some of them."""
        task = self.period.tasks[name]
        makers = self._for_baskets(task) if name == "together" else self._for_customers(task)
        lanes = {
            key: make()
            for key, make in makers.items()
            if (not only or key in only) and self._is_affordable(key)
        }
        extra = {} if depth is None else {"depth": depth}
        return collect(
            lanes, wanted=task.wanted, masked=task.masked, popularity=self._popularity(), **extra
        )

    def _for_baskets(self, task: Task) -> Mapping[str, Any]:
        baskets, settings = self.period.baskets, self.settings
        given = _rows(task.given, baskets.n_items)
        latest = _rows(task.given, baskets.n_items, is_fading=True)
        return {
            "popularity": lambda: constant_lane(self._popularity()),
            "item_knn": lambda: matrix_lane(given, item_cosine(baskets)),
            "ease": lambda: _dense_lane(given, ease(baskets, penalty=settings.basket_penalty)),
            "together": lambda: matrix_lane(given, self._together(settings.half_life_days)),
            "together_recent": lambda: matrix_lane(given, self._together(RECENT_DAYS)),
            "together_long": lambda: matrix_lane(given, self._together(LONG_DAYS)),
            "transitions": lambda: matrix_lane(latest, self._transitions()),
            "regression": lambda: _dense_lane(
                given, self._regression(baskets, settings.basket_penalty)
            ),
        }

    def _for_customers(self, task: Task) -> Mapping[str, Any]:
        customers, settings = self.period.customers, self.settings
        size = customers.n_items
        flat = customers.by_user(np.ones(len(customers)))[task.customers].astype(np.float32)
        recent = partial(self._history, task)
        return {
            "popularity": lambda: constant_lane(self._popularity()),
            "item_knn": lambda: matrix_lane(flat, item_cosine(customers)),
            "ease": lambda: _dense_lane(flat, ease(customers, penalty=settings.customer_penalty)),
            "again": lambda: matrix_lane(recent(LONG_DAYS), identity(size, format="csr")),
            "again_recent": lambda: matrix_lane(recent(RECENT_DAYS), identity(size, format="csr")),
            "together": lambda: matrix_lane(
                recent(LONG_DAYS), self._together(settings.half_life_days)
            ),
            "together_recent": lambda: matrix_lane(
                recent(RECENT_DAYS), self._together(settings.half_life_days)
            ),
            "regression": lambda: _dense_lane(
                flat, self._regression(customers, settings.customer_penalty)
            ),
        }

    def _history(self, task: Task, half_life_days: float) -> Any:
        """Return csr [queries, n_items]: how often each item was ordered, less the longer ago."""
        customers = self.period.customers
        decay = age_factors(
            customers.days, half_life_days=half_life_days, today=self.period.today
        ).astype(np.float32)
        counted = coo_matrix(
            (decay, (customers.users, customers.items)),
            shape=(customers.n_users, customers.n_items),
        ).tocsr()
        return counted[task.customers]

    def _together(self, half_life_days: float) -> Any:
        return together(
            self.period.baskets,
            half_life_days=half_life_days,
            today=self.period.today,
            target_power=self.settings.target_power,
            shrink=self.settings.shrink,
        ).scores

    def _transitions(self) -> Any:
        """Return what comes into a basket soon after what."""
        return transitions(
            self.period.baskets,
            window=BASKET_WINDOW,
            half_life_days=self.settings.half_life_days,
            today=self.period.today,
            target_power=self.settings.target_power,
            shrink=self.settings.shrink,
        ).scores

    def _regression(self, interactions: Interactions, penalty: float) -> Any:
        """Return EASE with older events counting less."""
        return ease(
            interactions,
            penalty=penalty / 2,
            half_life_days=self.settings.half_life_days,
            today=self.period.today,
        )

    def _is_affordable(self, lane: str) -> bool:
        return lane not in DENSE or self.period.baskets.n_items <= EASE_MOST

    def _popularity(self) -> Any:
        return popularity(
            self.period.baskets,
            half_life_days=self.settings.popular_days,
            today=self.period.today,
        )


def choose_order_settings(period: Period) -> OrderSettings:
    """Return the settings with the best NDCG@20 by coordinate search, one after the other."""
    settings = OrderSettings()
    for name, values, task, lane in (
        ("popular_days", POPULAR_DAYS, "together", "popularity"),
        ("half_life_days", HALF_LIFE_DAYS, "together", "together"),
        ("target_power", TARGET_POWER, "together", "together"),
        ("shrink", SHRINK, "together", "together"),
        ("basket_penalty", PENALTY, "together", "ease"),
        ("customer_penalty", PENALTY, "for_you", "ease"),
    ):
        if lane in DENSE and period.baskets.n_items > EASE_MOST:
            continue
        tried = [replace(settings, **{name: value}) for value in values]
        quality = []
        for each in tried:
            fitted = FittedOrders(period=period, settings=each)
            offered = fitted.offer(task, only=[lane], depth=DEPTH)
            quality.append(quality_of(offered, offered.scaled[lane], depth=DEPTH))
        settings = tried[int(np.argmax(quality))]
    return settings


def _dense_lane(rows: csr_matrix, weights: Any) -> Lane:
    def score(begin: int, end: int) -> Any:
        return np.asarray(rows[begin:end] @ weights, np.float32)

    return score


def _rows(items: Sequence[IntArray], n_items: int, *, is_fading: bool = False) -> Any:
    """Return csr [len(items), n_items] with a 1 for each item; fading, 1 / n for the n-th last."""
    rows = np.repeat(np.arange(len(items)), [len(row) for row in items])
    columns = np.concatenate([*items, np.zeros(0, np.int64)])
    values = np.ones(len(rows))
    if is_fading:
        values = np.concatenate([*[1.0 / np.arange(len(row), 0, -1) for row in items], np.zeros(0)])
    shape = (len(items), n_items)
    return csr_matrix((values.astype(np.float32), (rows, columns)), shape=shape)
