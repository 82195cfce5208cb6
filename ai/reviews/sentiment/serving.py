"""The classifier that serves: the shop's own where it has learnt one, else the one that ships."""

from functools import lru_cache
from pathlib import Path
from typing import Final

import structlog

from ai.conf import model_dir
from ai.exceptions import SentimentUnusable
from ai.reviews.sentiment.model import SentimentModel

SHIPPED: Final = Path(__file__).with_name("default.npz")
OWN: Final = "sentiment.npz"

log = structlog.get_logger(__name__)


def own_path() -> Path:
    """Return where `manage.py train_sentiment` puts what it learns from the shop's own reviews."""
    return model_dir() / OWN


def get_sentiment() -> SentimentModel:
    """Return the classifier in use; a file that is exchanged is read anew, in every process.

    A broken file of the shop's own is passed over, and the log says so: sentiment is stored with
    the version that found it, so nothing is mixed up.
    """
    own = own_path()
    try:
        return _read(own, own.stat().st_mtime_ns)
    except FileNotFoundError:
        pass
    except (OSError, SentimentUnusable) as error:
        log.warning("sentiment_unusable", reason=str(error))
    return _read(SHIPPED, SHIPPED.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _read(path: Path, changed: int) -> SentimentModel:  # noqa: ARG001 - a changed file is read anew
    return SentimentModel.read(path)
