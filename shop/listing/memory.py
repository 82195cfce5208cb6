"""What is costly to find out about the catalogue, kept until the catalogue changes.

The version is read before anything is found out: what is kept under it is never older than it. So
nothing remembered can be out of date, whatever writes the rows; prices and stock of what is shown
are read afresh all the same.
"""

import hashlib
from collections.abc import Callable
from typing import Final, TypeVar

import structlog
from django.core.cache import cache
from django.utils.functional import cached_property
from redis.exceptions import RedisError

from shop.models import CatalogueChange

T = TypeVar("T")

# Seconds. What nobody asks for any more makes room.
KEPT_S: Final = 3600
# Counts up when the form of what is kept changes: an older program's values are not understood.
FORM: Final = 1
log = structlog.get_logger(__name__)


class CatalogueMemory:
    """The shared cache as it is at one version of the catalogue."""

    @cached_property
    def version(self) -> int:
        """Read the version, once for each memory: a memory lives as long as a request."""
        return CatalogueChange.objects.version()

    def recall(self, name: str, *facts: object, find: Callable[[], T]) -> T:
        """Return what is kept for these facts, else find it and keep it.

        Facts are told apart by how they are written (`repr`). Without a cache everything is found.
        """
        digest = hashlib.sha256(repr(facts).encode()).hexdigest()[:32]
        key = f"catalogue:{FORM}:{self.version}:{name}:{digest}"
        try:
            kept: tuple[T] | None = cache.get(key)
        except (RedisError, OSError) as error:
            log.warning("catalogue_memory_away", error=str(error))
            return find()
        if kept is not None:
            return kept[0]
        found = find()
        try:
            cache.set(key, (found,), KEPT_S)
        except (RedisError, OSError) as error:
            log.warning("catalogue_memory_away", error=str(error))
        return found
