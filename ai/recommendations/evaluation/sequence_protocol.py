"""Leave-last-out: choose on the last but one item of each user, measure once on the last."""

from collections.abc import Callable
from dataclasses import asdict
from time import perf_counter, process_time
from typing import Any, Final

import numpy as np

from ai.recommendations.evaluation.blending import Blend, choose_blend
from ai.recommendations.evaluation.candidates import Candidates
from ai.recommendations.evaluation.outcomes import BLEND, figures_of
from ai.recommendations.evaluation.sequence_lanes import Fitted, choose_settings, fit
from ai.recommendations.evaluation.sequences import Sequences, as_interactions
from ai.recommendations.methods.interactions import IntArray

# Users whose validation items the settings are chosen by, and the blend is learnt from.
CHOOSING: Final = 3000
LEARNING: Final = 12_000
# The depths that are told; the comparison is at the last.
DEPTHS: Final = (5, 20, 10)
DEPTH: Final = 10
SEED: Final = 0
# Lanes that are told beside the blend; the others are parts of it.
TOLD: Final = ("popularity", "item_knn", "transitions", "regression")


def evaluate_sequences(sequences: Sequences, *, say: Callable[[str], object]) -> dict[str, Any]:
    """Return what each lane, their sum and the blend are worth on the last items.

    Lanes are fitted on the training part alone, without the validation items; the figures with them
    come beside, under `with_validation`. `fit_seconds` is everything up to the first ranking of
    test items: choosing, fitting and learning.
    """
    begin, begin_processor = perf_counter(), process_time()
    histories, targets = sequences.without_last(2), sequences.nth_last(2)
    say("Settings are chosen on the validation items.")
    settings = choose_settings(
        histories,
        targets,
        n_items=sequences.n_items,
        asked=_sample(len(histories), CHOOSING),
    )
    fitting = perf_counter()
    fitted = fit(as_interactions(histories, n_items=sequences.n_items), settings)
    statistics_seconds = perf_counter() - fitting
    say("The blend is learnt from them.")
    asked = _sample(len(histories), LEARNING)
    offered = fitted.offer([histories[user] for user in asked], targets[asked])
    blend = choose_blend(offered, list(offered.raw), depth=DEPTH)
    fit_seconds = perf_counter() - begin
    fit_processor_seconds = process_time() - begin_processor
    say("The last items are guessed.")
    tested = _test(fitted, blend, sequences)
    whole = fit(as_interactions(sequences.without_last(1), n_items=sequences.n_items), settings)
    return {
        "users": len(sequences.rows),
        "items": sequences.n_items,
        "events": int(sum(len(row) for row in sequences.rows)),
        "fit_seconds": round(fit_seconds, 1),
        "fit_processor_seconds": round(fit_processor_seconds, 1),
        "statistics_seconds": round(statistics_seconds, 1),
        "settings": asdict(settings),
        "weights": blend.weights,
        "validation_ndcg_at_10": {name: round(value, 5) for name, value in blend.quality.items()},
        "blend_is": "sum" if blend.learnt is None else "learnt",
        "test": tested,
        "with_validation": _test(whole, blend, sequences),
    }


def _test(fitted: Fitted, blend: Blend, sequences: Sequences) -> dict[str, Any]:
    offered = fitted.offer(sequences.without_last(1), sequences.nth_last(1))
    return figures_of(offered, _ways(offered, blend), depths=DEPTHS, recall="hr")


def _ways(offered: Candidates, blend: Blend) -> dict[str, Any]:
    return {
        **{name: offered.scaled[name] for name in TOLD},
        "sum": blend.sums(offered),
        BLEND: blend.scores(offered),
    }


def _sample(count: int, size: int) -> IntArray:
    """Return so many users, drawn by the seed; all of them where there are no more."""
    drawn = np.random.default_rng(SEED).permutation(count)[:size]
    return np.sort(drawn).astype(np.int64)
