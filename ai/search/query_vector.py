"""The query as a vector of the live space, remembered for a while."""

from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from typing import Any

import numpy as np

from ai.indexing.spaces import get_live_space
from ai.models import EmbeddingSpace
from ai.providers.base import Embedder, Vectors
from ai.providers.registry import get_embedder
from ai.search.cache import remember

# Seconds. Long enough for a shopper to filter, sort and leaf through a search, short enough that
# the cache does not fill with what was asked once.
VECTOR_LIFETIME_S = 600
BACKGROUND_LIFETIME_S = 7 * 24 * 3600

# Texts that have nothing to do with each other. What a model makes of such pairs is its zero: 0.05
# with MiniLM, about 0.7 with the E5 family.
QUESTIONS = (
    "garden hose connector",
    "wedding invitation cards",
    "how tall is the tallest mountain",
    "laptop charger 65 w",
    "baby food maker",
    "history of jazz music",
)
STATEMENTS = (
    "Cordless drill with two batteries, a hammer function and a hard case.",
    "Red silk scarf, hand rolled, made by a small mill in northern Italy.",
    "Dry cat food with salmon for adult cats that live indoors.",
    "A novel about three sisters who inherit a lighthouse.",
    "Acoustic guitar strings, phosphor bronze, light gauge.",
    "Dishwasher tablets, phosphate free, sixty in a box.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryVector:
    """A unit vector of one space; `background` is the cosine of texts that share nothing there."""

    space: EmbeddingSpace
    vector: Vectors
    background: float

    def closeness(self, cosine: float) -> float:
        """Return a cosine on a scale where 0 is unrelated and 1 the same, whatever the model."""
        return (cosine - self.background) / (1 - self.background)

    def cosine(self, closeness: float) -> float:
        """Return the cosine of a closeness."""
        return self.background + closeness * (1 - self.background)


def embed_text(text: str) -> QueryVector:
    """Return the text as a vector of the live space.

    Raises NoLiveSpace, or a ProviderError when the model cannot answer.
    """
    space = get_live_space()
    embedder = get_embedder(space.provider)
    digest = sha256(text.encode()).hexdigest()
    stored = remember(
        f"ai:search:vector:{space.pk}:{_key(embedder)}:{digest}",
        VECTOR_LIFETIME_S,
        lambda: embedder.embed_query(text).astype(np.float32).tobytes(),
    )
    return QueryVector(
        space=space,
        vector=np.frombuffer(stored, np.float32),
        background=background_of(embedder),
    )


def background_of(embedder: Embedder) -> float:
    """Return the mean cosine of unrelated questions and statements in this model."""
    return remember(
        f"ai:search:background:{_key(embedder)}",
        BACKGROUND_LIFETIME_S,
        lambda: _measure_background(embedder),
    )


def _measure_background(embedder: Embedder) -> float:
    questions = [embedder.embed_query(text) for text in QUESTIONS]
    statements = embedder.embed_documents(STATEMENTS)
    cosines = [
        float(question @ statement) for question, statement in product(questions, statements)
    ]
    # Below zero there is nothing to subtract; close to one the model tells nothing apart.
    return float(np.clip(np.mean(cosines), 0.0, 0.95))


def _key(embedder: Embedder) -> Any:
    return sha256(f"{embedder.model_id}|{embedder.dimensions}".encode()).hexdigest()[:16]
