"""Ctrl-C, TERM and HUP end the start or the wait once; a second one only hurries the closing."""

from __future__ import annotations

import signal
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    Handler = Callable[[int, FrameType | None], None]

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# `make` passes on a signal that the terminal sent to both: the second within this time is an echo.
ECHO_S = 1.0


class StopRequested(BaseException):
    """Somebody asked the launcher to stop."""


def install(handler: Handler) -> dict[signal.Signals, Any]:
    """Set the handler, but leave a hang-up that `nohup` ignores; return the handlers before."""
    wanted = [each for each in STOPPING if not ignores_hang_up(each)]
    return {each: signal.signal(each, handler) for each in wanted}


def ignores_hang_up(each: signal.Signals) -> bool:
    """Tell whether this is the hang-up and somebody chose to ignore it."""
    return each is signal.SIGHUP and signal.getsignal(each) is signal.SIG_IGN


@contextmanager
def stop_on_signals() -> Iterator[None]:
    """Raise StopRequested at the first signal and ignore the rest until the block ends."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        for each in STOPPING:
            signal.signal(each, signal.SIG_IGN)
        raise StopRequested

    before = install(stop)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


@contextmanager
def hurry(act: Callable[[], None]) -> Iterator[None]:
    """Call `act` at a signal that comes while the block closes things."""
    begun = time.monotonic()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        if time.monotonic() - begun > ECHO_S:
            act()

    before = install(on_signal)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
