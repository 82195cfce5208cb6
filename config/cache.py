"""The shared cache, with connections that outlive a request."""

from typing import Any

from django.core.cache.backends.redis import RedisCache, RedisCacheClient

# Connection pools by what they lead to.
_pools: dict[str, dict[int, Any]] = {}


class PooledRedisCacheClient(RedisCacheClient):
    """A client whose connections belong to the process.

    Django makes a cache for each thread, and under ASGI a thread for each request: with pools of
    their own, every request would connect, sign in and choose a database before its first question.
    """

    def __init__(self, servers: list[str], **options: Any) -> None:
        super().__init__(servers, **options)
        self._pools = _pools.setdefault(repr((servers, sorted(options.items()))), {})


class PooledRedisCache(RedisCache):
    """Django's cache on Redis or Valkey, on connections of the process."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = PooledRedisCacheClient
