"""Where the stack keeps its files, and where the installed server programs lie."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from config.stack.errors import StackError

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).resolve().parents[2]
PRIVATE_FILE = 0o600


def home() -> Path:
    """Return the runtime folder: VITRINE_HOME, or .vitrine beside manage.py."""
    named = os.environ.get("VITRINE_HOME")
    return Path(named).expanduser().absolute() if named else REPOSITORY / ".vitrine"


def package_folder(name: str) -> Path:
    """Return the folder of an installed package without importing it.

    Raises StackError when the package is not installed.
    """
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise StackError(f"The package {name} is not installed: run `make install`.")
    return Path(spec.submodule_search_locations[0])


def reachable_by_all(path: Path) -> bool:
    """Tell whether every user may enter the folder and all folders above it."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents))


def write_private(path: Path, text: str) -> None:
    """Replace a file by one that only its owner can read, so that no reader sees half of it."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "w") as file:
        file.write(text)
    fresh.replace(path)


def make_base(base: Path) -> Path:
    """Create the runtime folder and its logs folder; return the folder's absolute path."""
    with folder_errors_explained(base):
        base = base.absolute()
        base.mkdir(parents=True, exist_ok=True, mode=0o755)
        (base / "logs").mkdir(exist_ok=True, mode=0o700)
        return base.resolve()


def new_log(base: Path, name: str) -> Path:
    """Return the path of a log to write; the one of the start before is kept beside it."""
    log = base / "logs" / f"{name}.log"
    if log.exists():
        log.replace(log.with_name(f"{name}.previous.log"))
    return log


def read_or_make_secret(base: Path) -> str:
    """Return the random password that both services of this folder share."""
    file = base / "secret"
    with folder_errors_explained(base):
        if not file.exists() or not file.read_text().strip():
            write_private(file, secrets.token_hex(16))
        return file.read_text().strip()


@contextmanager
def folder_errors_explained(base: Path) -> Iterator[None]:
    """Turn an OSError below the runtime folder into a StackError that names another folder."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StackError(
            f"Vitrine cannot keep its data in {base} ({reason}): "
            "make that a folder you may write to, or name another one in VITRINE_HOME."
        ) from error
