"""The aspect model that serves: the shop's own where there is one, else the one that ships."""

from functools import lru_cache
from pathlib import Path
from typing import Final

import structlog

from ai.conf import model_dir
from ai.exceptions import SentimentUnusable
from ai.reviews.aspects.model import AspectModel

SHIPPED: Final = Path(__file__).with_name("default.npz")
OWN: Final = "aspects.npz"

log = structlog.get_logger(__name__)


def own_path() -> Path:
    """Return where a shop's own model is kept, as `manage.py evaluate_aspects --out` writes it."""
    return model_dir() / OWN


def get_aspect_model() -> AspectModel:
    """Return the model in use; an exchanged file is read anew, a broken one passed over."""
    own = own_path()
    try:
        return _read(own, own.stat().st_mtime_ns)
    except FileNotFoundError:
        pass
    except (OSError, SentimentUnusable) as error:
        log.warning("aspect_model_unusable", reason=str(error))
    return _read(SHIPPED, SHIPPED.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _read(path: Path, changed: int) -> AspectModel:  # noqa: ARG001 - a changed file is read anew
    return AspectModel.read(path)
