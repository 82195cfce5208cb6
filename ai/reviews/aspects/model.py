"""The three classifiers that read mentions, in one file of plain numbers."""

import hashlib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

import numpy as np

from ai.exceptions import SentimentUnusable
from ai.reviews.aspects.hashed import WIDTH, HashedClassifier
from ai.reviews.sentiment.model import pack, unpack

FORMAT: Final = 1
PARTS: Final = ("tagger", "mention", "sentence")
# Weights below this change no decision and would double the file.
_NOTHING: Final = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectModel:
    """`tagger` finds mentions, `mention` says how each is meant, `sentence` how a sentence is.

    `card` says what they were learnt on; `version` is the start of the file's sha256.
    """

    tagger: HashedClassifier
    mention: HashedClassifier
    sentence: HashedClassifier
    card: Mapping[str, Any] = field(default_factory=dict)
    version: str = ""

    def write(self, path: Path) -> str:
        """Write the file, complete or not at all, and return its version."""
        arrays = {}
        for name in PARTS:
            part: HashedClassifier = getattr(self, name)
            weights = np.where(np.abs(part.weights) < _NOTHING, 0, part.weights)
            arrays[f"{name}.weights"] = weights.astype(np.float16)
            arrays[f"{name}.intercepts"] = part.intercepts.astype(np.float32)
        content = pack({"format": FORMAT, "width": WIDTH, "card": dict(self.card)}, arrays)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"{path.name}.part")
        unfinished.write_bytes(content)
        unfinished.replace(path)
        return hashlib.sha256(content).hexdigest()[:16]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the model of a file; raises SentimentUnusable, OSError where there is none."""
        content = path.read_bytes()
        try:
            head, arrays = unpack(content)
            if head["format"] != FORMAT or head["width"] != WIDTH:
                raise SentimentUnusable(f"{path}: it was written by another version of the shop.")
            parts = {
                name: HashedClassifier(
                    weights=arrays[f"{name}.weights"].astype(float),
                    intercepts=arrays[f"{name}.intercepts"].astype(float),
                )
                for name in PARTS
            }
        except (ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
            raise SentimentUnusable(f"{path}: {error}") from error
        version = hashlib.sha256(content).hexdigest()[:16]
        return cls(**parts, card=head["card"], version=version)
