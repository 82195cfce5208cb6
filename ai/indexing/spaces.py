"""The life of an embedding space: created, filled, indexed, live, retired."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from ai.conf import embedder_setting
from ai.exceptions import AiError, NoLiveSpace
from ai.indexing.locks import lock_until_commit
from ai.indexing.partitions import build_partition_indexes, create_partitions, drop_partitions
from ai.indexing.templates import parse_template
from ai.models import EmbeddingSpace
from ai.models.spaces import DEFAULT_TEMPLATE
from ai.providers.registry import get_embedder

Status = EmbeddingSpace.Status


def get_live_space() -> EmbeddingSpace:
    """Return the space that search reads; raises NoLiveSpace when there is none."""
    space = EmbeddingSpace.objects.live().first()
    if space is None:
        raise NoLiveSpace
    return space


def maintained_spaces() -> list[EmbeddingSpace]:
    """Return the spaces that are kept true: being built, ready and live."""
    return list(EmbeddingSpace.objects.maintained())


def create_space(
    *,
    name: str,
    provider: Mapping[str, Any],
    template: str = DEFAULT_TEMPLATE,
    status: str = Status.BUILDING,
) -> EmbeddingSpace:
    """Create a space and its partitions; raises ProviderError or BadTemplate."""
    parse_template(template)
    embedder = get_embedder(provider)
    with transaction.atomic():
        space = EmbeddingSpace.objects.create(
            name=name,
            backend=provider["BACKEND"],
            options=dict(provider.get("OPTIONS", {})),
            model_id=embedder.model_id,
            dimensions=embedder.dimensions,
            template=template,
            status=status,
            live_since=timezone.now() if status == Status.LIVE else None,
        )
        create_partitions(space=space)
    return space


def ensure_default_space() -> EmbeddingSpace:
    """Return the live space; on the first start, create one of the configured embedder, live.

    Live while it fills: words find everything from the first second, meaning as it comes.
    """
    with transaction.atomic():
        lock_until_commit("default-space")
        live = EmbeddingSpace.objects.live().first()
        if live is not None:
            return live
        setting = embedder_setting()
        name = get_embedder(setting).model_id
        taken = EmbeddingSpace.objects.filter(name__startswith=name).count()
        return create_space(
            name=f"{name} ({taken + 1})" if taken else name, provider=setting, status=Status.LIVE
        )


def build_indexes(*, space: EmbeddingSpace) -> bool:
    """Build the indexes that are missing, after the load; False when another process is at it."""
    return build_partition_indexes(space=space)


def mark_ready(*, space: EmbeddingSpace) -> None:
    """Say that a space is filled and indexed and may go live."""
    EmbeddingSpace.objects.filter(pk=space.pk, status=Status.BUILDING).update(status=Status.READY)
    space.refresh_from_db(fields=["status"])


def go_live(*, space: EmbeddingSpace) -> None:
    """Let search read this space; the one it read stays ready, so going back is the same call.

    Raises AiError unless the space is ready (or live already).
    """
    with transaction.atomic():
        lock_until_commit("go-live")
        space.refresh_from_db()
        if space.status == Status.LIVE:
            return
        if space.status != Status.READY:
            raise AiError(
                f"The space {space.name!r} is {space.status}: only a ready one goes live."
            )
        # Two statements, because the rule "one live space" is checked row by row.
        EmbeddingSpace.objects.live().update(status=Status.READY)
        space.status = Status.LIVE
        space.live_since = timezone.now()
        space.save(update_fields=["status", "live_since"])


def retire_space(*, space: EmbeddingSpace) -> None:
    """Drop a space's vectors; raises AiError for the live one."""
    with transaction.atomic():
        lock_until_commit("go-live")
        space.refresh_from_db()
        if space.status == Status.LIVE:
            raise AiError(f"The space {space.name!r} is live: make another one live first.")
        space.status = Status.RETIRED
        space.save(update_fields=["status"])
        drop_partitions(space=space)
