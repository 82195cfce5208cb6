"""What a shop would put beside its database: tantivy, hnswlib and the same model, fused by rank.

The engine is given what the shop's index is given: the same fields with weights in the same
proportions, and the same vectors. It filters nothing, counts no facets and reads no product: it
returns ids.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

import numpy as np

# By name: the project's checks know neither package (requirements-benchmarks.txt).
hnswlib: Any = import_module("hnswlib")
tantivy: Any = import_module("tantivy")

FIELDS = ("title", "brand", "category", "attributes", "description")
DEPTH = 100
# Cormack, Clarke and Buettcher, Reciprocal Rank Fusion outperforms Condorcet and individual Rank
# Learning Methods, 2009.
RRF_K = 60
M, EF_CONSTRUCTION, EF = 16, 64, 100
WORD = re.compile(r"\w+")


class Rival:
    """A lexical and a vector index in this process."""

    def __init__(self, dimensions: int, weights: dict[str, float], rows: int) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("id", stored=True, fast=True)
        for name in FIELDS:
            builder.add_text_field(name, tokenizer_name="en_stem")
        self._words = tantivy.Index(builder.build())
        self._weights = weights
        self._vectors = hnswlib.Index(space="cosine", dim=dimensions)
        self._vectors.init_index(max_elements=rows, M=M, ef_construction=EF_CONSTRUCTION)

    def add(self, documents: Iterable[tuple[int, Sequence[str]]], vectors: Any) -> None:
        """Index documents (id, texts in the order of FIELDS) and vectors (rows, dimensions)."""
        writer = self._words.writer(heap_size=200_000_000, num_threads=2)
        ids = []
        for id_, texts in documents:
            ids.append(id_)
            writer.add_document(tantivy.Document(id=id_, **dict(zip(FIELDS, texts, strict=True))))
        writer.commit()
        writer.wait_merging_threads()
        self._words.reload()
        self._searcher = self._words.searcher()
        self._vectors.add_items(vectors, np.array(ids), num_threads=2)
        self._vectors.set_ef(EF)

    def search(self, text: str, vector: Any) -> list[int]:
        """Return the ids of the best products, best first."""
        words = " ".join(WORD.findall(text.lower()))
        query = self._words.parse_query(words, list(FIELDS), field_boosts=self._weights)
        hits = self._searcher.search(query, DEPTH, count=False).hits
        by_words = [self._searcher.doc(address)["id"][0] for _, address in hits]
        labels, _ = self._vectors.knn_query(vector, k=DEPTH, num_threads=1)
        scores: dict[int, float] = defaultdict(float)
        for lane in (by_words, labels[0].tolist()):
            for rank, id_ in enumerate(lane, 1):
                scores[id_] += 1 / (RRF_K + rank)
        return sorted(scores, key=scores.__getitem__, reverse=True)
