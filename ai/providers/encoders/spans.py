"""A sentence encoder fine-tuned to classify spans of texts, whole texts included; PyTorch.

The span's mean state and the first token's go through one hidden layer. All spans of a text share
one pass through the encoder, which is why this is several times as fast as asking for each span in
a text of its own. The embeddings and the lowest layers stay as they are: a text costs less to learn
from, and a file holds the rest only.
"""

import hashlib
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import nn
from transformers import AutoModel, AutoTokenizer

from ai.exceptions import ModelMissing
from ai.providers.checkpoints import find_checkpoint, verify_weights

# On MAMS (4,297 sentences) accuracy on the validation part peaks after 2 to 3 epochs.
EPOCHS: Final = 3
MODEL: Final = "all-MiniLM-L6-v2"
BATCH: Final = 16
FROZEN_LAYERS: Final = 1
ENCODER_RATE: Final = 1e-4
HEAD_RATE: Final = 1e-3
DROPOUT: Final = 0.1
SMOOTHING: Final = 0.1
# Share of the steps in which the rates rise; then they fall in a line.
WARM_UP: Final = 0.1
LONGEST: Final = 128

Numbers = npt.NDArray[np.float64]
Watch = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanText:
    """A text and the spans in it to classify, in characters, ends exclusive."""

    text: str
    spans: Sequence[tuple[int, int]]


class _Head(nn.Module):
    def __init__(self, size: int, classes: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Dropout(DROPOUT),
            nn.Linear(2 * size, size),
            nn.GELU(),
            nn.Dropout(DROPOUT),
            nn.Linear(size, classes),
        )

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        found: torch.Tensor = self.layers(states)
        return found


@dataclass(frozen=True, slots=True)
class _Batch:
    tokens: torch.Tensor
    mask: torch.Tensor
    # A row a span: which text it is in, and the weight of each of that text's tokens.
    rows: torch.Tensor
    weights: torch.Tensor


class SpanEncoder:
    """Classifies spans; `classes` is how many classes there are."""

    def __init__(self, *, classes: int, model: str = MODEL, threads: int = 0) -> None:
        """Open the encoder with a head that knows nothing yet; raises ModelMissing."""
        if threads:
            torch.set_num_threads(threads)
        self.classes = classes
        self.checkpoint = find_checkpoint(model)
        verify_weights(self.checkpoint)
        folder = str(self.checkpoint.folder)
        self._tokenizer: Any = AutoTokenizer.from_pretrained(folder)
        self._encoder: Any = AutoModel.from_pretrained(folder, attn_implementation="sdpa")
        for part in (self._encoder.embeddings, *self._encoder.encoder.layer[:FROZEN_LAYERS]):
            part.requires_grad_(requires_grad=False)
        self._head = _Head(self.checkpoint.dimensions, classes)

    @classmethod
    def learn(
        cls,
        texts: Sequence[SpanText],
        labels: Sequence[Sequence[int]],
        *,
        classes: int,
        model: str = MODEL,
        epochs: int = EPOCHS,
        seed: int = 0,
        watch: Watch | None = None,
    ) -> Self:
        """Return an encoder that was taught these spans' classes; `watch` hears of every step."""
        torch.manual_seed(seed)
        found = cls(classes=classes, model=model)
        found._fit(texts, labels, epochs=epochs, chance=random.Random(seed), watch=watch)  # noqa: S311
        return found

    def _fit(
        self,
        texts: Sequence[SpanText],
        labels: Sequence[Sequence[int]],
        *,
        epochs: int,
        chance: random.Random,
        watch: Watch | None,
    ) -> None:
        taught = [p for p in self._encoder.parameters() if p.requires_grad]
        rates = [ENCODER_RATE, HEAD_RATE]
        groups: list[dict[str, Any]] = [
            {"params": taught},
            {"params": list(self._head.parameters())},
        ]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        usable = [place for place, each in enumerate(texts) if each.spans]
        total = epochs * -(-len(usable) // BATCH)
        self._encoder.train()
        self._head.train()
        step = 0
        for _ in range(epochs):
            for places in _shuffled(usable, texts, chance):
                step += 1
                share = min(step / (WARM_UP * total), 1.0) * max(1 - step / (total * 1.02), 0.0)
                for group, rate in zip(optimizer.param_groups, rates, strict=True):
                    group["lr"] = rate * share
                wanted = torch.tensor([label for place in places for label in labels[place]])
                scores = self._scores(self._batch([texts[place] for place in places]))
                loss = nn.functional.cross_entropy(scores, wanted, label_smoothing=SMOOTHING)
                optimizer.zero_grad()
                loss.backward()  # type: ignore[no-untyped-call]
                nn.utils.clip_grad_norm_([*taught, *self._head.parameters()], 1.0)
                optimizer.step()
                if watch is not None:
                    watch(step, total)
        self._encoder.eval()
        self._head.eval()

    def probabilities(self, texts: Sequence[SpanText]) -> list[Numbers]:
        """Return for each text P(class) of its spans, shape (spans, classes)."""
        self._encoder.eval()
        self._head.eval()
        found: list[Numbers] = [np.zeros((0, self.classes)) for _ in texts]
        order = sorted((n for n, each in enumerate(texts) if each.spans), key=_by_length(texts))
        with torch.inference_mode():
            for begin in range(0, len(order), 2 * BATCH):
                places = order[begin : begin + 2 * BATCH]
                scores = self._scores(self._batch([texts[place] for place in places]))
                shares = torch.softmax(scores, dim=1).numpy().astype(np.float64)
                at = 0
                for place in places:
                    count = len(texts[place].spans)
                    found[place] = shares[at : at + count]
                    at += count
        return found

    def _scores(self, batch: _Batch) -> torch.Tensor:
        states = self._encoder(input_ids=batch.tokens, attention_mask=batch.mask).last_hidden_state[
            batch.rows
        ]
        spans = (states * batch.weights.unsqueeze(-1)).sum(1)
        found: torch.Tensor = self._head(torch.cat([spans, states[:, 0]], dim=1))
        return found

    def _batch(self, texts: Sequence[SpanText]) -> _Batch:
        read = self._tokenizer(
            [each.text for each in texts],
            truncation=True,
            max_length=min(LONGEST, self.checkpoint.max_tokens),
            padding=True,
            return_offsets_mapping=True,
            return_tensors="pt",
        )
        rows, weights = [], []
        for row, each in enumerate(texts):
            offsets = read["offset_mapping"][row]
            for begin, end in each.spans:
                inside = (
                    (offsets[:, 1] > offsets[:, 0])
                    & (offsets[:, 0] < end)
                    & (offsets[:, 1] > begin)
                ).float()
                # A span beyond the model's limit is judged by the whole of what was read.
                used = inside if inside.any() else read["attention_mask"][row].float()
                rows.append(row)
                weights.append(used / used.sum())
        return _Batch(
            tokens=read["input_ids"],
            mask=read["attention_mask"],
            rows=torch.tensor(rows),
            weights=torch.stack(weights),
        )

    def write(self, path: Path) -> str:
        """Write what was taught (safetensors, half precision), and return the file's version."""
        tensors = {f"head.{name}": value for name, value in self._head.state_dict().items()}
        tensors |= {
            f"encoder.{name}": value
            for name, value in self._encoder.named_parameters()
            if value.requires_grad
        }
        about = {"classes": self.classes, "sha256": self.checkpoint.sha256}
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"{path.name}.part")
        save_file(
            {name: value.detach().half().contiguous() for name, value in tensors.items()},
            unfinished,
            metadata={"about": json.dumps(about)},
        )
        unfinished.replace(path)
        return version_of(path)

    @classmethod
    def read(cls, path: Path, *, model: str = MODEL, threads: int = 0) -> Self:
        """Return the encoder of a file; raises ModelMissing where file or base are not right."""
        try:
            with safe_open(path, "pt") as file:
                about = json.loads(file.metadata()["about"])
                found = cls(classes=about["classes"], model=model, threads=threads)
                if about["sha256"] != found.checkpoint.sha256:
                    raise ModelMissing(f"{path} was taught on another model than is installed.")
                tensors = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118
        except (OSError, KeyError, ValueError, TypeError, SafetensorError) as error:
            raise ModelMissing(f"{path} cannot be read: {error}") from error
        for module, prefix in ((found._head, "head."), (found._encoder, "encoder.")):
            own = {
                name.removeprefix(prefix): value
                for name, value in tensors.items()
                if name.startswith(prefix)
            }
            module.load_state_dict(own, strict=False)
        found._encoder.eval()
        found._head.eval()
        return found


def version_of(path: Path) -> str:
    """Return the start of a file's sha256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def _by_length(texts: Sequence[SpanText]) -> Callable[[int], int]:
    return lambda place: len(texts[place].text)


def _shuffled(
    usable: Sequence[int], texts: Sequence[SpanText], chance: random.Random
) -> Iterator[list[int]]:
    """Yield batches in a random order; texts of like length together, for padding is wasted."""
    places = list(usable)
    chance.shuffle(places)
    batches: list[list[int]] = []
    pool = 20 * BATCH
    for begin in range(0, len(places), pool):
        part = sorted(places[begin : begin + pool], key=_by_length(texts))
        batches += [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
    chance.shuffle(batches)
    yield from batches
