"""Start, await and stop programs so that none outlives this process, however it ends."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from config.stack.errors import StackError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

LIBC = ctypes.CDLL(None)
PR_SET_PDEATHSIG = 1
TAIL_LINES = 25

Answer = TypeVar("Answer")


@dataclass(slots=True, kw_only=True)
class Program:
    """A running program, with the signals that ask it to stop, in order of insistence."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    stop_signals: Sequence[tuple[signal.Signals, float]] = field(default_factory=tuple)

    @property
    def ended(self) -> bool:
        """Whether the program is gone."""
        return self.process.poll() is not None

    def stop(self, *, patient: bool = True) -> None:
        """Ask with each signal for its seconds, then kill the whole session the program leads."""
        for number, seconds in self.stop_signals if patient else ():
            if self.ended:
                break
            self.process.send_signal(number)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(seconds)
        kill_session(self.process.pid)
        self.process.wait()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The user a program runs as: what subprocess.Popen takes as user and group."""

    user: int
    group: int


def start_program(
    *,
    name: str,
    command: Sequence[str | os.PathLike[str]],
    log: Path,
    dies_with_parent: signal.Signals,
    stop_signals: Sequence[tuple[signal.Signals, float]],
    environment: Mapping[str, str] | None = None,
    identity: Identity | None = None,
    keep_open: Sequence[int] = (),
    folder: Path | str = "/",
    output: int | None = None,
) -> Program:
    """Start a program in its own session, its output appended to the log.

    The session keeps the terminal's Ctrl-C away, so that the launcher stops things in order. The
    kernel sends `dies_with_parent` when the starting thread ends, even by kill -9: start from the
    main thread. `output` names another file descriptor than the log for the standard output.
    """
    with log.open("ab") as file:
        process = subprocess.Popen(
            [os.fspath(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=file if output is None else output,
            stderr=file,
            cwd=folder,
            env=dict(environment) if environment is not None else None,
            start_new_session=True,
            pass_fds=tuple(keep_open),
            preexec_fn=dying_with(parent=os.getpid(), number=dies_with_parent),  # noqa: PLW1509
            user=identity.user if identity else None,
            group=identity.group if identity else None,
            extra_groups=[] if identity else None,
        )
    return Program(name=name, process=process, log=log, stop_signals=tuple(stop_signals))


def dying_with(*, parent: int, number: signal.Signals) -> Callable[[], None]:
    """Return what a child calls before exec to get a signal when its parent ends."""

    def ask_the_kernel() -> None:
        LIBC.prctl(PR_SET_PDEATHSIG, int(number))
        if os.getppid() != parent:  # the parent ended before the kernel was asked
            os._exit(1)

    return ask_the_kernel


def wait_until_ready(
    program: Program,
    probe: Callable[[], Answer],
    *,
    failures: tuple[type[Exception], ...],
    seconds: float,
) -> Answer:
    """Return the first answer of the probe that raises none of the failures.

    Raises StackError when the program ends or the time is over.
    """
    end = time.monotonic() + seconds
    while True:
        try:
            return probe()
        except failures as error:
            if program.ended:
                raise StackError(
                    f"{program.name} did not start: see {program.log}.", log_tail=tail(program.log)
                ) from error
            if time.monotonic() > end:
                raise StackError(
                    f"{program.name} did not answer within {seconds:.0f} seconds: "
                    f"try again on a quieter machine, or see {program.log}.",
                    log_tail=tail(program.log),
                ) from error
        time.sleep(0.05)


def kill_session(leader: int) -> None:
    """Kill what is left of the process group that a started program led."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def free_port() -> int:
    """Return a loopback port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def tail(log: Path) -> str:
    """Return the last lines of a log."""
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return "\n".join(lines[-TAIL_LINES:])
