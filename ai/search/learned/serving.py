"""The ranker that serves: the shop's own where it has learnt one, else the one that ships."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Final

import structlog

from ai.conf import model_dir
from ai.exceptions import RankerUnusable
from ai.search.learned.model import Ranker

SHIPPED: Final = Path(__file__).with_name("default.json")
OWN: Final = "ranker.json"

log = structlog.get_logger(__name__)


_is_alone: ContextVar[bool] = ContextVar("fusion_alone", default=False)


@contextmanager
def fusion_alone() -> Iterator[None]:
    """Let no learnt ranking have a say in what is searched for inside, to measure what it adds."""
    token = _is_alone.set(True)
    try:
        yield
    finally:
        _is_alone.reset(token)


def own_path() -> Path:
    """Return where `manage.py train_ranker` puts what it learns on the shop's own judgements."""
    return model_dir() / OWN


def get_ranker(*, space: str) -> Ranker | None:
    """Return the ranker for vectors of a model, None where there is none to be trusted.

    A broken file of the shop's own does not bring the shipped one back: what staff replaced stays
    replaced, and the fusion serves.
    """
    if _is_alone.get():
        return None
    own = own_path()
    path = own if own.exists() else SHIPPED
    try:
        ranker = _read(path, path.stat().st_mtime_ns)
    except OSError:
        return None
    return ranker if ranker is not None and ranker.space == space else None


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> Ranker | None:  # noqa: ARG001 - a changed file is read anew
    try:
        return Ranker.read(path)
    except RankerUnusable as error:
        log.warning("ranker_unusable", reason=str(error))
        return None
