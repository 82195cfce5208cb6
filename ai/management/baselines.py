"""What a shop would take instead: BM25 by bm25s, and its reciprocal rank fusion with the vectors.

Both see the texts that the index sees: title, brand, category path, attributes and description of
every published product, by the same stemmer, and the vectors of the live space.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any, Final

import numpy as np
from django.db import connection
from numpy.typing import NDArray
from psycopg import sql

from ai.indexing.word_fields import FIELDS
from ai.models import EmbeddingSpace
from ai.providers.registry import get_embedder
from ai.search.evaluation import JudgedQuery
from ai.search.learned.folds import split
from ai.search.relevance import ndcg

# What is tried on the queries of the other folds: saturation, length, times the title is counted.
K1: Final = (0.9, 1.5)
B: Final = (0.5, 0.75, 0.9)
TITLES: Final = (1, 3)
DEPTH: Final = 100
# Results of each list that are fused, and the constant of Cormack, Clarke and Büttcher, "Reciprocal
# Rank Fusion outperforms Condorcet" (SIGIR 2009).
FUSED: Final = 1000
RRF: Final = 60

WORDS: Final = """
SELECT p.external_id, v.part, w.lexeme, cardinality(w.positions)
FROM shop_product p
CROSS JOIN LATERAL (VALUES (0, {title}), (1, {rest})) AS v (part, text)
CROSS JOIN LATERAL unnest(vitrine_stems(v.text)) AS w
WHERE p.status = 'active' ORDER BY p.id
"""
STEMS: Final = "SELECT tsvector_to_array(vitrine_stems(%s))"
VECTORS: Final = """
SELECT p.external_id, e.embedding::text FROM ai_product_embedding e
JOIN shop_product p ON p.id = e.product_id WHERE e.space_id = %s AND p.status = 'active'
ORDER BY p.id
"""

Ranking = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Baselines:
    """Rankings by name, one a query, in the order of the queries."""

    rankings: Mapping[str, list[Ranking]]
    # What was chosen for each fold.
    chosen: tuple[str, ...]


def rank_baselines(
    queries: Sequence[JudgedQuery], *, space: EmbeddingSpace, folds: int, seed: int
) -> Baselines:
    """Return what bm25s finds, tuned on the other folds, and its fusion with the vectors."""
    names, documents = _documents()
    asked = [_stems(query.text) for query in queries]
    rankings: dict[tuple[int, float, float], list[Ranking]] = {}
    for titles in TITLES:
        corpus = [title * titles + rest for title, rest in documents]
        for k1 in K1:
            for b in B:
                rankings[titles, k1, b] = _bm25(names, corpus, asked, k1=k1, b=b)
    gains = [query.gains for query in queries]
    quality = {
        key: [ndcg(ranking, gain) for ranking, gain in zip(found, gains, strict=True)]
        for key, found in rankings.items()
    }
    tuned: list[Ranking] = [[] for _ in queries]
    chosen = []
    for held in split(len(queries), folds=folds, seed=seed):
        others = [row for row in range(len(queries)) if row not in set(held)]
        best = max(quality, key=lambda key: fmean(quality[key][row] for row in others))
        chosen.append(f"title x {best[0]}, k1 {best[1]}, b {best[2]}")
        for row in held:
            tuned[row] = rankings[best][row]
    near = _nearest(queries, space)
    return Baselines(
        rankings={
            "bm25s": [ranking[:DEPTH] for ranking in tuned],
            "vectors": [ranking[:DEPTH] for ranking in near],
            "rrf": [fuse_ranks(pair)[:DEPTH] for pair in zip(tuned, near, strict=True)],
        },
        chosen=tuple(chosen),
    )


def fuse_ranks(rankings: Sequence[Ranking]) -> Ranking:
    """Return the products by the sum of 1 / (RRF + rank), ranks from 1 (pure)."""
    scores: dict[str, float] = defaultdict(float)
    for ranking in rankings:
        for rank, product in enumerate(ranking, 1):
            scores[product] += 1 / (RRF + rank)
    return sorted(scores, key=lambda product: -scores[product])


def _documents() -> tuple[list[str], list[tuple[list[str], list[str]]]]:
    """Return the products' ids, and the stems of their titles and of all else."""
    rest = sql.SQL("concat_ws(' ', {})").format(
        sql.SQL(", ").join(text for name, text in FIELDS.items() if name != "title")
    )
    found: dict[str, tuple[list[str], list[str]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(WORDS).format(title=FIELDS["title"], rest=rest))
        for name, part, stem, times in cursor.fetchall():
            found.setdefault(name, ([], []))[part].extend([stem] * times)
    return list(found), list(found.values())


def _stems(text: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(STEMS, [text])
        return list(cursor.fetchone()[0])


def _bm25(
    names: Sequence[str],
    corpus: Sequence[list[str]],
    asked: Sequence[list[str]],
    *,
    k1: float,
    b: float,
) -> list[Ranking]:
    # Only who measures needs it: requirements-dev.txt.
    import bm25s  # noqa: PLC0415

    index = bm25s.BM25(method="lucene", k1=k1, b=b)
    index.index(list(corpus), show_progress=False)
    known = index.vocab_dict
    rankings: list[Ranking] = []
    for stems in asked:
        words = [stem for stem in stems if stem in known]
        if not words:
            rankings.append([])
            continue
        scores: Any = index.get_scores(words)
        order = np.argsort(-scores, kind="stable")[:FUSED]
        rankings.append([names[row] for row in order if scores[row] > 0])
    return rankings


def _nearest(queries: Sequence[JudgedQuery], space: EmbeddingSpace) -> list[Ranking]:
    with connection.cursor() as cursor:
        cursor.execute(VECTORS, [space.pk])
        rows = cursor.fetchall()
    names = [name for name, _ in rows]
    vectors: NDArray[np.float32] = np.array(
        [np.fromstring(text[1:-1], np.float32, sep=",") for _, text in rows]
    )
    embedder = get_embedder(space.provider)
    found = []
    for query in queries:
        cosines = vectors @ embedder.embed_query(query.text).astype(np.float32)
        found.append([names[row] for row in np.argsort(-cosines, kind="stable")[:FUSED]])
    return found
