"""From the setting SHOP_PAYMENTS to providers, one instance a process."""

import json
from collections.abc import Mapping
from threading import Lock
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from shop.exceptions import PaymentMisconfigured
from shop.payments.base import PaymentProvider

# By the setting itself, so that a changed setting is a new provider.
_providers: dict[str, PaymentProvider] = {}
_lock = Lock()


def get_provider(code: str) -> PaymentProvider:
    """Return the provider of this code; raises PaymentMisconfigured when there is none."""
    setting = settings.SHOP_PAYMENTS.get(code)
    if setting is None:
        raise PaymentMisconfigured(f"There is no way of paying called {code!r}.")
    return provider_of(code, setting)


def list_providers() -> list[PaymentProvider]:
    """Return every provider in the order of the setting."""
    return [provider_of(code, setting) for code, setting in settings.SHOP_PAYMENTS.items()]


def provider_of(code: str, setting: Mapping[str, Any]) -> PaymentProvider:
    """Return the process's provider for `{"BACKEND": dotted path, "OPTIONS": {...}}`.

    Raises PaymentMisconfigured for an unknown backend or options it does not take.
    """
    key = json.dumps([code, setting], sort_keys=True, default=str)
    with _lock:
        if key not in _providers:
            _providers[key] = _build(code, setting)
        return _providers[key]


def _build(code: str, setting: Mapping[str, Any]) -> PaymentProvider:
    backend = str(setting.get("BACKEND", ""))
    try:
        cls = import_string(backend)
    except ImportError as error:
        raise PaymentMisconfigured(f"{backend!r} cannot be imported.") from error
    if not (isinstance(cls, type) and issubclass(cls, PaymentProvider)):
        raise PaymentMisconfigured(
            f"{backend} is no way of paying: name a subclass of PaymentProvider."
        )
    try:
        return cls(code=code, **setting.get("OPTIONS", {}))
    except (TypeError, ValueError) as error:
        raise PaymentMisconfigured(f"{backend} does not take these OPTIONS: {error}.") from error
