"""The whole service with a ranking learnt in folds, beside what a shop would take instead."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from statistics import fmean
from typing import Any, Final

from ai.management.baselines import DEPTH, rank_baselines
from ai.models import EmbeddingSpace
from ai.search.collecting import collect_examples
from ai.search.evaluation import JudgedQuery
from ai.search.learned.folds import compare
from ai.search.learned.training import FOLDS, SEED, Example, Lesson, cross_validate
from ai.search.relevance import Gains, judged_ndcg, ndcg, recall

Measure = Callable[[Sequence[str], Gains], float]
MEASURES: Final[dict[str, Measure]] = {
    "ndcg_at_10": ndcg,
    "judged_ndcg_at_10": judged_ndcg,
    "recall_at_100": recall,
}
COMPARED: Final = ("ndcg_at_10", "judged_ndcg_at_10")


def cross_validated(queries: Sequence[JudgedQuery], *, space: EmbeddingSpace) -> dict[str, Any]:
    """Return the figures of each way, and how the learnt one compares, by the same folds.

    bm25s is tuned on the folds that it is not measured on, as the ranking is learnt on them.
    """
    examples = collect_examples(queries)
    lesson = cross_validate(examples, space.model_id)
    baselines = rank_baselines(queries, space=space, folds=FOLDS, seed=SEED)
    ways = {
        "learned": _held_out(examples, lesson),
        "fusion": [each.ranking()[:DEPTH] for each in examples],
        **baselines.rankings,
    }
    values = {
        way: {name: _each(rankings, queries, measure) for name, measure in MEASURES.items()}
        for way, rankings in ways.items()
    }
    return {
        "folds": FOLDS,
        "seed": SEED,
        "ways_of_learning": {name: round(value, 4) for name, value in lesson.quality.items()},
        "bm25s_chosen": list(baselines.chosen),
        "ways": {
            way: {name: round(fmean(each), 4) for name, each in measured.items()}
            for way, measured in values.items()
        },
        "comparisons": {
            f"{way} over {other}, {name}": _rounded(
                asdict(compare(values[way][name], values[other][name], seed=SEED))
            )
            for name in COMPARED
            for way in ("learned", "fusion")
            for other in baselines.rankings
        },
    }


def _held_out(examples: Sequence[Example], lesson: Lesson) -> list[list[str]]:
    """Return the rankings of the queries by what was learnt without them."""
    rankings: list[list[str]] = [[] for _ in examples]
    for held, ranker in lesson.held:
        for row in held:
            example = examples[row]
            applies = ranker is not None and ranker.applies(example.features)
            added = ranker.score(example.features) if ranker is not None and applies else 0.0
            rankings[row] = example.ranking(added)[:DEPTH]
    return rankings


def _each(
    rankings: Sequence[Sequence[str]], queries: Sequence[JudgedQuery], measure: Measure
) -> list[float]:
    return [measure(ranking, query.gains) for ranking, query in zip(rankings, queries, strict=True)]


def _rounded(values: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in values.items()}
