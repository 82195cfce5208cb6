"""The lanes over sequences, fitted on one part and asked about histories (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from ai.recommendations.evaluation.candidates import (
    Candidates,
    Lane,
    collect,
    constant_lane,
    matrix_lane,
)
from ai.recommendations.evaluation.sequences import as_interactions, weighted_histories
from ai.recommendations.evaluation.weighing import quality_of
from ai.recommendations.methods.baselines import item_cosine
from ai.recommendations.methods.cooccurrence import Cooccurrence, count_transitions, normalise
from ai.recommendations.methods.interactions import IntArray, Interactions
from ai.recommendations.methods.popularity import popularity
from ai.recommendations.methods.regression import regress

# What is tried on validation. Wide, so that it holds for other sets: long and short memories,
# one-way and both ways, plain counts to cosines.
BACKWARD: Final = (0.1, 0.3, 1.0)
TARGET_POWER: Final = (0.05, 0.15, 0.3, 0.5)
SHRINK: Final = (5.0, 20.0, 60.0)
DISTANCE_POWER: Final = (0.25, 0.5, 1.0)
PENALTY: Final = (30.0, 100.0, 300.0)
RECENCY_POWER: Final = (0.5, 1.0, 1.5)
# Steps that a pair may be apart: as many as PAIRS allow, within these bounds.
WINDOW: Final = (5, 50)
# Pairs of events that are counted, 100 bytes each while they are.
PAIRS: Final = 10_000_000
DEPTH: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the lanes are fitted with."""

    backward: float = 0.3
    target_power: float = 0.3
    shrink: float = 20.0
    distance_power: float = 0.5
    penalty: float = 100.0
    recency_power: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Matrices by lane and the popularity of the items, learnt from one part."""

    matrices: Mapping[str, Any]
    popularity: Any
    settings: Settings
    n_items: int

    def offer(
        self, histories: Sequence[IntArray], targets: IntArray, *, only: Sequence[str] = ()
    ) -> Candidates:
        """Return what each lane offers these histories; `only` some of the lanes."""
        lanes = self.lanes(histories)
        return collect(
            {name: lane for name, lane in lanes.items() if not only or name in only},
            wanted=[[target] for target in targets],
            masked=histories,
            popularity=self.popularity,
        )

    def lanes(self, histories: Sequence[IntArray]) -> dict[str, Lane]:
        """Return the lanes: from the whole history, and from its last item alone."""
        whole = self._weighted(histories, self.settings.recency_power)
        flat = self._weighted(histories, 0.0)
        last = self._weighted([row[-1:] for row in histories], 0.0)
        return {
            "popularity": constant_lane(self.popularity),
            "item_knn": matrix_lane(flat, self.matrices["item_knn"]),
            "transitions": matrix_lane(whole, self.matrices["transitions"]),
            "regression": matrix_lane(whole, self.matrices["regression"]),
            "item_knn_recent": matrix_lane(whole, self.matrices["item_knn"]),
            "transitions_last": matrix_lane(last, self.matrices["transitions"]),
            "regression_last": matrix_lane(last, self.matrices["regression"]),
            "regression_flat": matrix_lane(flat, self.matrices["regression"]),
        }

    def _weighted(self, histories: Sequence[IntArray], recency_power: float) -> Any:
        return weighted_histories(histories, n_items=self.n_items, recency_power=recency_power)


def fit(interactions: Interactions, settings: Settings) -> Fitted:
    """Learn every lane from a part of the sequences."""
    counted = _count(interactions, settings)
    return Fitted(
        matrices={
            "item_knn": item_cosine(interactions),
            "transitions": _transitions(counted, settings),
            "regression": regress(interactions, penalty=settings.penalty, counted=counted).scores,
        },
        popularity=popularity(interactions, half_life_days=None),
        settings=settings,
        n_items=interactions.n_items,
    )


def choose_settings(
    histories: Sequence[IntArray], targets: IntArray, *, n_items: int, asked: IntArray
) -> Settings:
    """Return the settings with the best NDCG@10 by coordinate search, one after the other.

    Learns from the histories of all, and guesses the targets of the users `asked`.
    """
    search = _Search(histories, targets, n_items=n_items, asked=asked)
    settings = Settings()
    for name, values in (
        ("backward", BACKWARD),
        ("target_power", TARGET_POWER),
        ("shrink", SHRINK),
        ("distance_power", DISTANCE_POWER),
        ("recency_power", RECENCY_POWER),
    ):
        settings = search.best(settings, name, values, lane="transitions")
    return search.best(settings, "penalty", PENALTY, lane="regression")


class _Search:
    """Tries settings on one part of the users."""

    def __init__(
        self, histories: Sequence[IntArray], targets: IntArray, *, n_items: int, asked: IntArray
    ) -> None:
        self._interactions = as_interactions(histories, n_items=n_items)
        self._histories = [histories[user] for user in asked]
        self._wanted = [[targets[user]] for user in asked]
        self._popularity = popularity(self._interactions, half_life_days=None)
        self._known: dict[tuple[float, float], Cooccurrence] = {}

    def best(
        self, settings: Settings, name: str, values: Sequence[float], *, lane: str
    ) -> Settings:
        """Return the settings with the value that is best."""
        tried = [replace(settings, **{name: value}) for value in values]
        quality = [self._quality(each, lane) for each in tried]
        return tried[int(np.argmax(quality))]

    def _quality(self, settings: Settings, lane: str) -> float:
        counted = self._counted(settings)
        matrix = (
            _transitions(counted, settings)
            if lane == "transitions"
            else regress(self._interactions, penalty=settings.penalty, counted=counted).scores
        )
        history = weighted_histories(
            self._histories,
            n_items=self._interactions.n_items,
            recency_power=settings.recency_power,
        )
        offered = collect(
            {lane: matrix_lane(history, matrix)},
            wanted=self._wanted,
            masked=self._histories,
            popularity=self._popularity,
            depth=DEPTH,
        )
        return quality_of(offered, offered.scaled[lane], depth=DEPTH)

    def _counted(self, settings: Settings) -> Cooccurrence:
        key = (settings.distance_power, settings.backward)
        if key not in self._known:
            self._known[key] = _count(self._interactions, settings)
        return self._known[key]


def _count(interactions: Interactions, settings: Settings) -> Cooccurrence:
    return count_transitions(
        interactions,
        window=int(np.clip(PAIRS // max(len(interactions), 1), *WINDOW)),
        distance_power=settings.distance_power,
        backward=settings.backward,
    )


def _transitions(counted: Cooccurrence, settings: Settings) -> Any:
    return normalise(counted, target_power=settings.target_power, shrink=settings.shrink).scores
