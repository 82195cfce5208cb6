"""From a setting to an embedder, one instance a process."""

import json
from collections.abc import Mapping
from threading import Lock
from typing import Any

from django.utils.module_loading import import_string

from ai.exceptions import ProviderRefused
from ai.providers.base import Embedder

_embedders: dict[str, Embedder] = {}
_lock = Lock()


def get_embedder(setting: Mapping[str, Any]) -> Embedder:
    """Return the process's embedder for `{"BACKEND": dotted path, "OPTIONS": {...}}`.

    Raises ProviderRefused for an unknown backend or options it does not take, ModelMissing when
    its files are absent.
    """
    key = json.dumps([setting.get("BACKEND"), setting.get("OPTIONS", {})], sort_keys=True)
    with _lock:
        if key not in _embedders:
            _embedders[key] = _build(setting)
        return _embedders[key]


def _build(setting: Mapping[str, Any]) -> Embedder:
    backend = str(setting.get("BACKEND", ""))
    try:
        cls = import_string(backend)
    except ImportError as error:
        raise ProviderRefused(f"The embedder backend {backend!r} cannot be imported.") from error
    if not (isinstance(cls, type) and issubclass(cls, Embedder)):
        raise ProviderRefused(f"{backend} is not an embedder: name a subclass of Embedder.")
    try:
        return cls(**setting.get("OPTIONS", {}))
    except (TypeError, ValueError) as error:
        raise ProviderRefused(f"{backend} does not take these OPTIONS: {error}.") from error
