"""Sentence vectors of labelled texts, for commands that learn from them."""

from dataclasses import replace
from typing import Any, Final

import numpy as np

from ai.conf import embedder_setting
from ai.providers.registry import get_embedder
from ai.reviews.sentiment.training import Examples

VECTORS: Final = ("none", "minilm", "shop")
_MINILM: Final[dict[str, Any]] = {
    "BACKEND": "ai.providers.embedders.onnx.OnnxEmbedder",
    "OPTIONS": {"model": "all-MiniLM-L6-v2"},
}


def with_vectors(examples: Examples, which: str) -> Examples:
    """Return the examples with the vectors of the shop's embedder, of MiniLM, or of none."""
    if which == "none":
        return examples
    embedder = get_embedder(embedder_setting() if which == "shop" else _MINILM)
    vectors = embedder.embed_documents([text.whole for text in examples.texts])
    return replace(examples, vectors=vectors.astype(np.float64), embedder=embedder.model_id)
