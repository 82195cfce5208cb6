"""Spaces and embedders for the tests of ai."""

import time
from collections.abc import Sequence
from typing import Any

from django.db import connection

from ai.exceptions import ProviderRefused, ProviderUnavailable
from ai.indexing.spaces import create_space
from ai.models import EmbeddingSpace
from ai.providers.base import Vectors
from ai.providers.embedders.hashing import HashingEmbedder


class SlowEmbedder(HashingEmbedder):
    """Hashing that takes its time: `seconds` a text, like a model on a busy machine."""

    def __init__(self, *, seconds: float = 0.01, **options: Any) -> None:
        super().__init__(**options)
        self.seconds = seconds

    def _embed(self, texts: Sequence[str]) -> Vectors:
        time.sleep(self.seconds * len(texts))
        return super()._embed(texts)


class MoodyEmbedder(HashingEmbedder):
    """Hashing that refuses texts with `poison`, is away for `offline`, and notes how it is used."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.calls: list[list[str]] = []
        self.in_transaction = False

    def _embed(self, texts: Sequence[str]) -> Vectors:
        self.calls.append(list(texts))
        self.in_transaction = self.in_transaction or connection.in_atomic_block
        if any("poison" in text for text in texts):
            raise ProviderRefused("This text is refused.")
        if any("offline" in text for text in texts):
            raise ProviderUnavailable("The provider is away.", retry_after_s=40)
        return super()._embed(texts)


def setting(cls: type[HashingEmbedder], **options: Any) -> dict[str, Any]:
    """Return the provider setting of one of these embedders."""
    return {"BACKEND": f"{cls.__module__}.{cls.__name__}", "OPTIONS": {"dimensions": 64, **options}}


def make_space(
    name: str = "test", *, cls: type[HashingEmbedder] = HashingEmbedder, **options: Any
) -> EmbeddingSpace:
    """Return a live space of one of these embedders."""
    return create_space(name=name, provider=setting(cls, **options), status="live")
