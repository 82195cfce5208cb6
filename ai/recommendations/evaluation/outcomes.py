"""What was measured: each way's figures, and how sure the blend's lead is."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from ai.recommendations.evaluation.candidates import Candidates
from ai.recommendations.evaluation.measures import compare, ndcg_at, recall_at

BLEND = "blend"


def figures_of(
    candidates: Candidates, ways: Mapping[str, Any], *, depths: Sequence[int], recall: str
) -> dict[str, Any]:
    """Return {"ways": {way: {measure: mean}}, "blend_over": {way: {measure: interval}}}.

    `ways` are scores [queries, width], BLEND among them; `recall` is what recall is called: `hr`
    where one thing was wanted. Differences are of the last but one depth given.
    """
    measured = {way: _measure(candidates, scores, depths, recall) for way, scores in ways.items()}
    leading = (f"{recall}_at_{depths[-1]}", f"ndcg_at_{depths[-1]}")
    return {
        "queries": len(candidates),
        "ways": {
            way: {name: round(float(values.mean()), 5) for name, values in of_way.items()}
            for way, of_way in measured.items()
        },
        "blend_over": {
            way: {
                name: {
                    key: round(value, 5)
                    for key, value in asdict(compare(measured[BLEND][name], of_way[name])).items()
                }
                for name in leading
            }
            for way, of_way in measured.items()
            if way != BLEND
        },
    }


def _measure(
    candidates: Candidates, scores: Any, depths: Sequence[int], recall: str
) -> dict[str, Any]:
    relevant = candidates.relevant(scores, depth=max(depths))
    return {
        **{f"{recall}_at_{k}": recall_at(relevant, candidates.wanted, depth=k) for k in depths},
        **{f"ndcg_at_{k}": ndcg_at(relevant, candidates.wanted, depth=k) for k in depths},
    }
