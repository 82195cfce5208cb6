"""Feature hashing: a small deterministic embedder that knows no language, for fast tests."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np

from ai.providers.base import Embedder, Vectors

_WORD = re.compile(r"\w+")
# A word counts as much as all of its character trigrams together: equal words matter most,
# and `tent` still resembles `tents`.
_WORD_WEIGHT = 1.0


class HashingEmbedder(Embedder):
    """Signed feature hashing of words and character trigrams (Weinberger et al., 2009)."""

    def __init__(
        self,
        *,
        dimensions: int = 256,
        max_tokens: int = 256,
        query_prefix: str = "",
        document_prefix: str = "",
    ) -> None:
        if dimensions < 1:
            raise ValueError("dimensions must be at least 1")
        self.model_id = f"hashing-{dimensions}"
        self.dimensions = dimensions
        self.max_tokens = max_tokens
        self.query_prefix = query_prefix
        self.document_prefix = document_prefix

    def token_starts(self, text: str) -> Sequence[int]:
        """Return where each word begins."""
        return [match.start() for match in _WORD.finditer(text)]

    def _embed(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in zip(vectors, texts, strict=True):
            words = _WORD.findall(text.casefold())[: self.max_tokens]
            for word, count in Counter(words).items():
                for feature, weight in _features(word):
                    code = crc32(feature.encode())
                    sign = 1.0 if code & 1 else -1.0
                    row[(code >> 1) % self.dimensions] += sign * weight * count**0.5
        return vectors


def _features(word: str) -> Iterator[tuple[str, float]]:
    yield word, _WORD_WEIGHT
    padded = f"<{word}>"
    trigrams = [padded[i : i + 3] for i in range(len(padded) - 2)]
    for trigram in trigrams:
        yield f"#{trigram}", _WORD_WEIGHT / len(trigrams)
