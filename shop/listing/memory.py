"""What is costly to find out about the catalogue, kept until the catalogue changes.

The version is read before anything is found out: what is kept under it is never older than it. So
nothing remembered can be out of date, whatever writes the rows.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache as cache_once
from pathlib import Path
from typing import Any, Final, TypeVar

import structlog
from django.conf import settings
from django.core.cache import cache
from django.utils.functional import cached_property
from redis.exceptions import RedisError

from shop.models import CatalogueChange

K = TypeVar("K", int, str)
T = TypeVar("T")

# Seconds. What nobody asks for any more makes room.
KEPT_S: Final = 3600
# Counts up when the form of what is kept changes: an older program's values are not understood.
FORM: Final = 2
log = structlog.get_logger(__name__)


@cache_once
def release() -> str:
    """Return a digest of what kept values depend on besides the catalogue.

    They are the templates that HTML was drawn with and the addresses of static files in it: another
    release does not show what this one drew.
    """
    engines: list[dict[str, Any]] = settings.TEMPLATES
    folders = [Path(each) for engine in engines for each in engine["DIRS"]]
    files = [each for folder in folders for each in sorted(folder.rglob("*.html"))]
    files += [Path(settings.STATIC_ROOT) / "staticfiles.json"] if settings.STATIC_ROOT else []
    facts = [
        (str(each), each.stat().st_size, each.stat().st_mtime_ns) for each in files if each.exists()
    ]
    return hashlib.sha256(repr((FORM, facts)).encode()).hexdigest()[:12]


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
        # In a tuple: None is remembered too.
        kept = self.recall_each(name, [digest], find=lambda _: {digest: (find(),)})
        return kept[digest][0]

    def recall_each(
        self, name: str, which: Iterable[K], *, find: Callable[[list[K]], Mapping[K, T]]
    ) -> dict[K, T]:
        """Return what is kept for each of these, in one question; find the others together.

        What is not found is left out, and is looked for again the next time.
        """
        keys = {f"catalogue:{release()}:{self.version}:{name}:{each}": each for each in which}
        try:
            kept: dict[str, T] = cache.get_many(keys)
        except (RedisError, OSError) as error:
            log.warning("catalogue_memory_away", error=str(error))
            return dict(find(list(keys.values())))
        found = {keys[key]: value for key, value in kept.items()}
        missing = {each: key for key, each in keys.items() if key not in kept}
        if not missing:
            return found
        new = find(list(missing))
        try:
            cache.set_many({missing[each]: value for each, value in new.items()}, KEPT_S)
        except (RedisError, OSError) as error:
            log.warning("catalogue_memory_away", error=str(error))
        return found | dict(new)
