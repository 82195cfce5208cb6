"""The same checkpoints run by the sentence-transformers library on PyTorch."""

from collections.abc import Sequence
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np

from ai.providers.base import Vectors
from ai.providers.checkpoints import verify_weights
from ai.providers.embedders.local import LocalEmbedder


class SentenceTransformersEmbedder(LocalEmbedder):
    """For machines with a GPU, or where exporting is not wanted; vectors equal the ONNX ones."""

    def __init__(self, *, device: str = "cpu", **options: Any) -> None:
        super().__init__(**options)
        self.device = device

    @cached_property
    def _loading(self) -> Lock:
        return Lock()

    def prepare(self) -> None:
        """Check the weights and load them."""
        with self._loading:
            _ = self._model

    @cached_property
    def _model(self) -> Any:
        import torch  # noqa: PLC0415  (9 s and 500 MB, only for whoever embeds)
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415

        verify_weights(self.checkpoint)
        if self.threads:
            torch.set_num_threads(self.threads)
        return SentenceTransformer(
            str(self.checkpoint.folder), device=self.device, local_files_only=True
        )

    def _embed(self, texts: Sequence[str]) -> Vectors:
        self.prepare()
        vectors = self._model.encode(
            list(texts),
            batch_size=self.batch_size,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, np.float32)
