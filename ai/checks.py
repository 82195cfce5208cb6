"""System checks of the ai app: a wrong setting stops the start with a clear sentence."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError

from ai.conf import embedder_setting
from ai.exceptions import AiError, NoLiveSpace
from ai.indexing.spaces import get_live_space
from ai.providers.base import Embedder
from ai.providers.registry import get_embedder


@register("ai")
def embedder_is_usable(**_: Any) -> list[CheckMessage]:
    """Refuse an unknown backend, options it does not take, missing or wrong weights, no key."""
    embedder, problems = _embedder(embedder_setting())
    if embedder is not None:
        problems = embedder.problems()
    return [Error(f"AI_EMBEDDER: {problem}", id="ai.E001") for problem in problems]


@register(Tags.database)
def live_space_fits_its_embedder(
    *, databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """Refuse to compare a query of one model with vectors of another."""
    if not databases or "default" not in databases:
        return []
    try:
        space = get_live_space()
    except (NoLiveSpace, DatabaseError):  # the first start: no space, or no tables yet
        return []
    embedder, problems = _embedder(space.provider)
    if embedder is None:
        return [Error(f"The live space {space.name!r}: {problems[0]}", id="ai.E002")]
    if embedder.dimensions != space.dimensions:
        text = (
            f"The live space {space.name!r} has {space.dimensions} dimensions and its embedder "
            f"{embedder.dimensions}: create a space for the new model."
        )
        return [Error(text, id="ai.E003")]
    if embedder.model_id != space.model_id:
        text = (
            f"The live space {space.name!r} was made by {space.model_id}, and its embedder is now "
            f"{embedder.model_id}: create a space for the new model."
        )
        return [Error(text, id="ai.E004")]
    return _other_model_configured(space.model_id)


def _other_model_configured(live_model: str) -> list[CheckMessage]:
    configured, _ = _embedder(embedder_setting())
    if configured is None or configured.model_id == live_model:
        return []
    text = (
        f"AI_EMBEDDER names {configured.model_id}, while search reads vectors of {live_model}: "
        "a changed setting is for new spaces (`manage.py create_space`)."
    )
    return [checks.Warning(text, id="ai.W001")]


def _embedder(setting: Mapping[str, Any]) -> tuple[Embedder | None, list[str]]:
    try:
        return get_embedder(setting), []
    except AiError as error:
        return None, [str(error)]
