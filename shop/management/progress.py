"""Progress of a command: a bar drawn over itself on a terminal, else a line now and then."""

import time
from types import TracebackType
from typing import Any, Final, Self

_WIDTH: Final = 30
# Seconds between lines where there is no terminal.
_LINE_EVERY_S: Final = 10.0


class Progress:
    """Shows how far something is, with its speed and the time that is left."""

    def __init__(self, out: Any, *, label: str) -> None:
        self._out = out
        self._label = label
        self._is_terminal = bool(out.isatty())
        self._started = self._shown = time.monotonic()
        self._first: int | None = None
        self._open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def show(self, done: int, total: int | None) -> None:
        """Say how far it is."""
        now = time.monotonic()
        if self._first is None:
            self._first = done
        if not self._is_terminal and now - self._shown < _LINE_EVERY_S:
            return
        self._shown = now
        text = self._text(done, total, now - self._started)
        if self._is_terminal:
            self._out.write(f"\r\x1b[2K{text}", ending="")
            self._out.flush()
            self._open = True
        else:
            self._out.write(text)

    def close(self) -> None:
        """Take the bar away."""
        if self._open:
            self._out.write("\r\x1b[2K", ending="")
            self._open = False

    def _text(self, done: int, total: int | None, seconds: float) -> str:
        speed = (done - (self._first or 0)) / seconds if seconds else 0.0
        if not total:
            return f"{self._label}: {done}"
        filled = _WIDTH * min(done, total) // total
        left = f", {(total - done) / speed:.0f} s left" if speed and done < total else ""
        bar = f"[{'#' * filled}{'.' * (_WIDTH - filled)}]" if self._is_terminal else ""
        return f"{self._label} {bar} {done} of {total}, {speed:.0f} a second{left}"
