"""What every embedder promises, whoever computes the vectors."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ai.exceptions import ProviderRefused

Vectors = npt.NDArray[np.float32]


class Embedder(ABC):
    """Turns text into unit vectors.

    Cheap to construct: weights and connections are opened by the first call that needs them.
    Safe to use from several threads.
    """

    # The identity of the vectors: two embedders of one id may share a space, others never.
    model_id: str
    dimensions: int
    # The model's own limit, special tokens included; longer texts are cut by the model, so
    # whoever cares splits them first into texts of at most `content_tokens`.
    max_tokens: int
    special_tokens: int = 0
    # Some models want to be told what a text is ("query: ", "passage: ").
    query_prefix: str = ""
    document_prefix: str = ""

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        """Return unit vectors of shape (len(texts), dimensions), in the order of the texts.

        Raises ProviderUnavailable (try later), ProviderRefused (do not), BudgetExceeded or
        ModelMissing.
        """
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        vectors = self._embed([self.document_prefix + text for text in texts])
        return self._checked(vectors, len(texts))

    def embed_query(self, text: str) -> Vectors:
        """Return the unit vector of a shopper's words, shape (dimensions,); raises like above."""
        row: Vectors = self._checked(self._embed_now(self.query_prefix + text), 1)[0]
        return row

    def _checked(self, vectors: Vectors, count: int) -> Vectors:
        if vectors.shape != (count, self.dimensions):
            raise ProviderRefused(
                f"The embedder {self.model_id} returned numbers of shape {vectors.shape} "
                f"instead of {(count, self.dimensions)}."
            )
        if not np.isfinite(vectors).all():
            raise ProviderRefused(f"The embedder {self.model_id} returned what is not a number.")
        return unit_rows(vectors)

    def count_tokens(self, text: str) -> int:
        """Return the number of content tokens of the text (special tokens left out)."""
        return len(self.token_starts(text))

    @property
    def content_tokens(self) -> int:
        """How many content tokens one document may have before the model cuts it."""
        prefix = self.count_tokens(self.document_prefix) if self.document_prefix else 0
        return self.max_tokens - self.special_tokens - prefix

    @abstractmethod
    def token_starts(self, text: str) -> Sequence[int]:
        """Return the character position at which each content token begins, ascending."""

    @abstractmethod
    def _embed(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a text, prefixes applied already."""

    def _embed_now(self, text: str) -> Vectors:
        """Return the vector of one text, shape (1, dimensions), while a shopper waits."""
        return self._embed([text])

    def prepare(self) -> None:  # noqa: B027  (most embedders have nothing to prepare)
        """Do the slow work of the first call now."""

    def problems(self) -> list[str]:
        """Return what is wrong with this embedder's setting, one sentence each; starts nothing."""
        return []


def unit_rows(vectors: Vectors) -> Vectors:
    """Return the rows scaled to length 1; a row of zeros becomes the first axis."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    empty = lengths[:, 0] == 0
    if empty.any():
        # Cosine distance to a zero vector is undefined; any fixed direction is comparable.
        vectors = vectors.copy()
        vectors[empty, 0] = 1.0
        lengths[empty] = 1.0
    return np.ascontiguousarray(vectors / lengths, dtype=np.float32)
