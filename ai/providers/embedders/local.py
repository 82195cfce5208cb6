"""What embedders that run a checkpoint on this machine share: its files and its tokeniser."""

from collections.abc import Sequence
from functools import cached_property

from tokenizers import Tokenizer

from ai.exceptions import ModelMissing
from ai.providers.base import Embedder
from ai.providers.checkpoints import find_checkpoint, verify_weights


class LocalEmbedder(Embedder):
    """An embedder over a sentence-transformers checkpoint; the weights are opened on first use."""

    def __init__(
        self,
        *,
        model: str = "all-MiniLM-L6-v2",
        threads: int | None = None,
        batch_size: int = 16,
        query_prefix: str = "",
        document_prefix: str = "",
    ) -> None:
        if batch_size < 1 or (threads is not None and threads < 1):
            raise ValueError("batch_size and threads must be at least 1")
        self.checkpoint = find_checkpoint(model)
        self.model_id = self.checkpoint.model_id
        if query_prefix or document_prefix:  # other inputs, other vectors
            self.model_id += f" {query_prefix!r} {document_prefix!r}"
        self.dimensions = self.checkpoint.dimensions
        self.max_tokens = self.checkpoint.max_tokens
        self.threads = threads
        self.batch_size = batch_size
        self.query_prefix = query_prefix
        self.document_prefix = document_prefix

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The tokeniser, which neither cuts nor pads."""
        tokenizer = Tokenizer.from_file(str(self.checkpoint.folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def special_tokens(self) -> int:  # type: ignore[override]
        """How many tokens the model adds to every text."""
        return int(self.tokenizer.num_special_tokens_to_add(is_pair=False))

    def token_starts(self, text: str) -> Sequence[int]:
        """Return where each token begins."""
        return [begin for begin, _ in self.tokenizer.encode(text, add_special_tokens=False).offsets]

    def problems(self) -> list[str]:
        """Return whether the weights are the ones they should be."""
        try:
            verify_weights(self.checkpoint)
        except ModelMissing as error:
            return [str(error)]
        return []
