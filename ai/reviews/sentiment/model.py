"""A learnt classifier and its file: plain numbers and words, no pickle, checked by its sha256."""

import hashlib
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, Final, Self

import numpy as np

from ai.exceptions import SentimentUnusable
from ai.reviews.language.valence import FEATURES
from ai.reviews.sentiment.blending import sigmoid
from ai.reviews.sentiment.lanes import Columns
from ai.reviews.sentiment.measures import Numbers
from ai.reviews.sentiment.terms import FAMILIES, TermFamily
from ai.reviews.sentiment.texts import Text

FORMAT: Final = 1
CARD: Final = "card.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentimentModel:
    """P(positive) of texts: a weight a column, an intercept, the threshold of the best macro-F1.

    `embedder` is the model id of the vectors it needs, empty where it needs none; `card` says what
    it was learnt on and how good it is; `version` is the start of the file's sha256.
    """

    columns: Columns
    weights: Numbers
    intercept: float
    threshold: float
    embedder: str = ""
    card: Mapping[str, Any] = field(default_factory=dict)
    version: str = ""

    def probabilities(self, texts: Sequence[Text], vectors: Numbers | None = None) -> Numbers:
        """Return P(positive) of shape (texts,), each from 0 to 1."""
        if not texts:
            return np.zeros(0)
        return sigmoid(self.columns.rows(texts, vectors) @ self.weights + self.intercept)

    def polarity(self, probability: float) -> float:
        """Return a chance as a number from -1 to 1, 0 at the threshold."""
        odds = _log_odds(probability) - _log_odds(self.threshold)
        return float(np.tanh(odds / 2))

    def pruned(self, most: int) -> Self:
        """Return the model with only the terms that weigh most, for a file that can be shipped."""
        spans = self.columns.spans
        names = [family.name for family in self.columns.families]
        every = np.concatenate([self.weights[spans[name]] for name in names])
        least = np.sort(np.abs(every))[-most] if most < len(every) else 0.0
        families, weights = [], []
        for family in self.columns.families:
            own = self.weights[spans[family.name]]
            chosen = np.flatnonzero(np.abs(own) >= least)
            families.append(family.keep(chosen))
            weights.append(own[chosen])
        weights += [self.weights[spans["lexicon"]], self.weights[spans["vectors"]]]
        columns = Columns(families=families, dimensions=self.columns.dimensions)
        return type(self)(
            columns=columns,
            weights=np.concatenate(weights),
            intercept=self.intercept,
            threshold=self.threshold,
            embedder=self.embedder,
            card=self.card,
        )

    def write(self, path: Path) -> str:
        """Write the file, complete or not at all, and return its version."""
        content = self._content()
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"{path.name}.part")
        unfinished.write_bytes(content)
        unfinished.replace(path)
        return _version_of(content)

    def _content(self) -> bytes:
        spans = self.columns.spans
        arrays = {
            "lexicon": self.weights[spans["lexicon"]].astype(np.float32),
            "vectors": self.weights[spans["vectors"]].astype(np.float32),
        }
        for family in self.columns.families:
            words = "\n".join(family.terms).encode()
            arrays[f"{family.name}.terms"] = np.frombuffer(words, np.uint8)
            arrays[f"{family.name}.idf"] = family.idf.astype(np.float16)
            arrays[f"{family.name}.weights"] = self.weights[spans[family.name]].astype(np.float16)
        head = {
            "format": FORMAT,
            "families": [family.name for family in self.columns.families],
            "lexicon": list(FEATURES),
            "dimensions": self.columns.dimensions,
            "embedder": self.embedder,
            "intercept": self.intercept,
            "threshold": self.threshold,
            "card": dict(self.card),
        }
        return pack(head, arrays)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the model of a file; raises SentimentUnusable, OSError where there is none."""
        content = path.read_bytes()
        try:
            head, arrays = unpack(content)
            if head["format"] != FORMAT or head["lexicon"] != list(FEATURES):
                raise SentimentUnusable(f"{path}: it was written by another version of the shop.")
            return cls._of(head, arrays, version=_version_of(content))
        except (ValueError, KeyError, TypeError, IndexError, zipfile.BadZipFile) as error:
            raise SentimentUnusable(f"{path}: {error}") from error

    @classmethod
    def _of(cls, head: Mapping[str, Any], arrays: Mapping[str, Any], *, version: str) -> Self:
        families, weights = [], []
        for name in head["families"]:
            if name not in FAMILIES:
                raise SentimentUnusable(f"It reads terms that are not known here: {name}.")
            words = arrays[f"{name}.terms"].tobytes().decode()
            terms = words.split("\n") if words else []
            families.append(TermFamily.of(name, terms, arrays[f"{name}.idf"].astype(float)))
            weights.append(arrays[f"{name}.weights"].astype(float))
        weights += [arrays["lexicon"].astype(float), arrays["vectors"].astype(float)]
        columns = Columns(families=families, dimensions=int(head["dimensions"]))
        joined = np.concatenate(weights)
        if joined.shape != (columns.spans["vectors"].stop,) or not np.isfinite(joined).all():
            raise SentimentUnusable("Its weights do not fit its terms.")
        return cls(
            columns=columns,
            weights=joined,
            intercept=float(head["intercept"]),
            threshold=float(head["threshold"]),
            embedder=str(head["embedder"]),
            card=head["card"],
            version=version,
        )


def pack(head: Mapping[str, Any], arrays: Mapping[str, Any]) -> bytes:
    """Return a zip archive of a JSON text and of arrays in numpy's own format."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        # A fixed moment: the same numbers give the same file, and so the same version.
        archive.writestr(_entry(CARD), json.dumps(head, indent=1, sort_keys=True))
        for name, array in arrays.items():
            part = BytesIO()
            np.lib.format.write_array(part, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(_entry(f"{name}.npy"), part.getvalue())
    return file.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def unpack(content: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the JSON and the arrays of what `pack` made; never runs what a file holds."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        head = json.loads(archive.read(CARD))
        arrays = {
            name.removesuffix(".npy"): np.lib.format.read_array(
                BytesIO(archive.read(name)), allow_pickle=False
            )
            for name in archive.namelist()
            if name.endswith(".npy")
        }
    return head, arrays


def _version_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _log_odds(probability: float) -> float:
    clipped = min(max(probability, 1e-6), 1 - 1e-6)
    return float(np.log(clipped / (1 - clipped)))
