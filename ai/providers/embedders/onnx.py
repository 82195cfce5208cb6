"""The default embedder: a checkpoint exported once to ONNX and run by ONNX Runtime, in fp32.

Measured on two cores: a short query in 4 ms where PyTorch takes 20, the same vectors (cosine
1.0000), and no collapse when web and worker share the cores. int8 changes the vectors (.992).
"""

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import numpy as np

from ai.conf import model_dir
from ai.exceptions import ModelMissing, ProviderError, ProviderUnavailable
from ai.providers.base import Vectors
from ai.providers.checkpoints import verify_weights
from ai.providers.embedders.local import LocalEmbedder
from ai.providers.embedders.onnx_graph import ensure_graph, graph_path


class OnnxEmbedder(LocalEmbedder):
    """MiniLM by default, from an installed package; nothing is downloaded."""

    @cached_property
    def _loading(self) -> Lock:
        return Lock()

    @property
    def graph(self) -> Path:
        """Where the exported graph is kept: by the weights it was made of."""
        return graph_path(model_dir(), self.checkpoint)

    def prepare(self) -> None:
        """Check the weights, export the graph if this machine has none yet, and open it."""
        with self._loading:
            _ = self._session

    @cached_property
    def _session(self) -> Any:
        verify_weights(self.checkpoint)
        ensure_graph(self.checkpoint, self.graph)
        try:
            return self._open()
        except Exception:  # whatever ONNX Runtime calls it: the file is damaged, make it anew
            self.graph.unlink(missing_ok=True)
            ensure_graph(self.checkpoint, self.graph)
            return self._open()

    def _open(self) -> Any:
        import onnxruntime  # noqa: PLC0415  (0.2 s and 60 MB, only for whoever embeds)

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads or len(os.sched_getaffinity(0))
        # Spinning threads starve each other when web and worker share the cores: a query took
        # 175-490 ms instead of 10.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # The arena keeps the largest batch's memory instead of growing with every new shape.
        options.enable_mem_pattern = False
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            str(self.graph),
            options,
            providers=[("CPUExecutionProvider", {"arena_extend_strategy": "kSameAsRequested"})],
        )

    def _embed(self, texts: Sequence[str]) -> Vectors:
        self.prepare()
        vectors = np.empty((len(texts), self.dimensions), np.float32)
        for rows, inputs in self._batches(texts):
            try:
                vectors[rows] = self._session.run(None, inputs)[0]
            except Exception as error:  # ONNX Runtime has no base class for its errors
                raise ProviderError(f"ONNX Runtime could not embed a batch: {error}") from error
        return vectors

    def _batches(self, texts: Sequence[str]) -> Iterator[tuple[list[int], dict[str, Any]]]:
        """Yield (rows, inputs), texts of like length together: padding is wasted work."""
        ids = [
            self._cut(encoding.ids)
            for encoding in self.tokenizer.encode_batch(list(texts), add_special_tokens=True)
        ]
        order = sorted(range(len(ids)), key=lambda row: len(ids[row]))
        for begin in range(0, len(order), self.batch_size):
            rows = order[begin : begin + self.batch_size]
            longest = len(ids[rows[-1]])
            tokens = np.zeros((len(rows), longest), np.int64)
            mask = np.zeros((len(rows), longest), np.int64)
            for place, row in enumerate(rows):
                tokens[place, : len(ids[row])] = ids[row]
                mask[place, : len(ids[row])] = 1
            yield rows, {"input_ids": tokens, "attention_mask": mask}

    def _cut(self, ids: list[int]) -> list[int]:
        """Return the tokens the model can take; the last one closes the text."""
        return ids if len(ids) <= self.max_tokens else [*ids[: self.max_tokens - 1], ids[-1]]

    def _embed_now(self, text: str) -> Vectors:
        if "_session" not in self.__dict__ and not self.graph.exists():
            # The export takes 15 s, which no shopper waits for: words answer meanwhile.
            if not self._loading.locked():
                Thread(target=self._prepare_quietly, daemon=True).start()
            raise ProviderUnavailable("The embedding model is being prepared.")
        return self._embed([text])

    def _prepare_quietly(self) -> None:
        try:
            self.prepare()
        except (ModelMissing, ProviderError):
            return  # whoever embeds documents meets the same error and reports it
