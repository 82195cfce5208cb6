"""A judged set of queries put through the search that serves the shop."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Final, TypedDict

from ai.search.learned.serving import fusion_alone
from ai.search.relevance import (
    Gains,
    judged_ndcg,
    judged_share,
    ndcg,
    percentile,
    recall,
    reciprocal_rank,
)
from ai.search.service import search
from ai.search.types import BOTH_LANES, Lane, SearchRequest

DEPTH = 100


class Way(TypedDict, total=False):
    """What of a request makes it another way of searching."""

    lanes: frozenset[Lane]
    learned: bool


LANES = {
    "words": frozenset({Lane.WORDS}),
    "meaning": frozenset({Lane.MEANING}),
    "hybrid": BOTH_LANES,
}
# What serves the shop last; `fusion` is the same without the learnt ranking.
WAYS: Final[dict[str, Way]] = {
    "words": {"lanes": LANES["words"]},
    "meaning": {"lanes": LANES["meaning"]},
    "fusion": {"lanes": BOTH_LANES, "learned": False},
    "hybrid": {"lanes": BOTH_LANES},
}
# The first searches of a process load the model and fill the caches of the database.
WARM_UP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedQuery:
    """A query with its judgements, by the product's id in its source."""

    text: str
    gains: Gains


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Means over all queries; `zero_results` is a share of the queries."""

    ndcg_at_10: float
    judged_ndcg_at_10: float
    recall_at_100: float
    mrr: float
    judged_at_10: float
    zero_results: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Latency:
    """Milliseconds of one stage, or of everything."""

    p50: float
    p95: float


def read_judged_queries(*, queries: Path, qrels: Path) -> list[JudgedQuery]:
    """Return the queries of `query_id,query` with those judged in `query_id,product_id,gain`."""
    gains: dict[str, dict[str, int]] = defaultdict(dict)
    with qrels.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            gains[row["query_id"]][row["product_id"]] = int(row["gain"])
    with queries.open(newline="", encoding="utf-8") as file:
        return [
            JudgedQuery(text=row["query"], gains=gains[row["query_id"]])
            for row in csv.DictReader(file)
            if gains[row["query_id"]]
        ]


def measure_latency(queries: Sequence[JudgedQuery]) -> dict[str, Latency]:
    """Return the time of each stage over whole first pages, facets and all, `total` last.

    Every query is new to the caches.
    """
    for query in queries[:WARM_UP]:
        search(SearchRequest(q=f"{query.text} warm"))
    spent: dict[str, list[float]] = defaultdict(list)
    for query in queries:
        for stage, milliseconds in search(SearchRequest(q=query.text)).timings.items():
            spent[stage].append(milliseconds)
    total = spent.pop("total")
    return {
        stage: Latency(p50=percentile(values, 0.5), p95=percentile(values, 0.95))
        for stage, values in [*spent.items(), ("total", total)]
    }


def measure_quality(
    queries: Sequence[JudgedQuery], *, lanes: frozenset[Lane], learned: bool = True
) -> Quality:
    """Return how good the rankings are, with some of the lanes only, or without what was learnt."""
    rankings = [_rank(query.text, lanes, learned) for query in queries]
    pairs = [(ranking, query.gains) for ranking, query in zip(rankings, queries, strict=True)]
    return Quality(
        ndcg_at_10=fmean(ndcg(*pair) for pair in pairs),
        judged_ndcg_at_10=fmean(judged_ndcg(*pair) for pair in pairs),
        recall_at_100=fmean(recall(*pair) for pair in pairs),
        mrr=fmean(reciprocal_rank(*pair) for pair in pairs),
        judged_at_10=fmean(judged_share(*pair) for pair in pairs),
        zero_results=fmean(not ranking for ranking in rankings),
    )


def _rank(text: str, lanes: frozenset[Lane], is_learned: bool) -> list[str]:
    request = SearchRequest(q=text, page_size=DEPTH, with_facets=False, lanes=lanes)
    with nullcontext() if is_learned else fusion_alone():
        result = search(request)
    return [hit.product.external_id or str(hit.product.pk) for hit in result.hits]
