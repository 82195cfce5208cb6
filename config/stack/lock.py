"""One holder a folder: a file lock that the servers inherit and so hold until they are gone too."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from config.stack.errors import StackError
from config.stack.paths import folder_errors_explained

if TYPE_CHECKING:
    from typing import TextIO

# A killed launcher's PostgreSQL needs a checkpoint to stop: seconds, on a slow disk more.
WAIT_FOR_LEFTOVERS_S = 30.0


def hold(base: Path) -> TextIO:
    """Take the folder's lock and write this process's id into it.

    Waits for the servers of a launcher that was killed. Raises StackError when another one lives.
    """
    with folder_errors_explained(base):
        file = (base / "lock").open("a+", encoding="ascii")
    end = time.monotonic() + WAIT_FOR_LEFTOVERS_S
    while not _taken(file):
        holder = _read_holder(file)
        # A reader's test of the lock takes it for microseconds: look twice before giving up.
        if (holder and _alive(holder)) or time.monotonic() > end:
            time.sleep(0.05)
            if _taken(file):
                break
            file.close()
            raise StackError(already_running(base, holder))
        time.sleep(0.1)
    file.truncate(0)
    file.write(f"{os.getpid()}\n")
    file.flush()
    return file


def refuse_second_holder(base: Path) -> None:
    """Raise StackError when a living launcher holds the folder's lock."""
    process = living_holder(base)
    if process is not None:
        raise StackError(already_running(base, process))


def already_running(base: Path, process: int | None) -> str:
    """Return the sentence for a folder that is in use."""
    return (
        f"Vitrine already runs from {base} (process {process or 'unknown'}): "
        "use that one, stop it first, or name another folder in VITRINE_HOME."
    )


def living_holder(base: Path) -> int | None:
    """Return the id of the living launcher that holds the folder's lock, if there is one."""
    try:
        with (base / "lock").open(encoding="ascii") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        process = _holder_in(base)
        return process if process and _alive(process) else None
    except OSError:
        return None
    return None


def _taken(file: TextIO) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder_in(base: Path) -> int | None:
    with (base / "lock").open(encoding="ascii") as file:
        return _read_holder(file)


def _read_holder(file: TextIO) -> int | None:
    file.seek(0)
    text = file.read().strip()
    return int(text) if text.isdigit() else None


def _alive(process: int) -> bool:
    """Tell whether the process exists and is no zombie that its parent has yet to collect."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return False
    except OSError:
        return True
    return stat.rpartition(")")[2].split()[0] not in {"Z", "X"}
