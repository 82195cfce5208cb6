"""The ai app's settings, read in one place."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings


def embedder_setting() -> Mapping[str, Any]:
    """Return `{"BACKEND", "OPTIONS"}` of the embedder that new spaces use."""
    setting: Mapping[str, Any] = settings.AI_PROVIDERS["embedder"]
    return setting


def model_dir() -> Path:
    """Return the folder in which exported graphs and installed models are kept."""
    return Path(settings.AI["MODEL_DIR"])


def option(name: str, default: Any = None) -> Any:
    """Return one entry of the AI setting."""
    return settings.AI.get(name, default)
