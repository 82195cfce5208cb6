"""Remembering what is costly to compute, in the shared cache, which may be down."""

from collections.abc import Callable
from typing import TypeVar

import structlog
from django.core.cache import cache
from redis.exceptions import RedisError

T = TypeVar("T")

log = structlog.get_logger(__name__)


def remember(key: str, seconds: float, compute: Callable[[], T]) -> T:
    """Return the cached value, else compute and cache it; without a cache, compute it."""
    try:
        found: T | None = cache.get(key)
    except (RedisError, OSError) as error:
        log.warning("search_cache_away", error=str(error))
        return compute()
    if found is not None:
        return found
    value = compute()
    try:
        cache.set(key, value, seconds)
    except (RedisError, OSError) as error:
        log.warning("search_cache_away", error=str(error))
    return value
