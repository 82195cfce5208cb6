"""A job's progress in a terminal: one line redrawn, or plain lines where there is no terminal."""

from django.core.management.base import OutputWrapper

from ai.indexing.jobs import JobProgress

WIDTH = 28
# Plain lines are for logs: one whenever this share of the work is done.
LOG_STEP = 10


class ProgressBar:
    """Draws a job on a stream."""

    def __init__(self, stream: OutputWrapper) -> None:
        self.stream = stream
        self.is_terminal = stream.isatty()
        self._logged = -1

    def draw(self, progress: JobProgress) -> None:
        """Show the progress as it is now."""
        if self.is_terminal:
            self.stream.write(f"\r{bar_line(progress)}\x1b[K", ending="")
            self.stream.flush()
            return
        step = percent_of(progress) // LOG_STEP
        if step > self._logged:
            self._logged = step
            self.stream.write(plain_line(progress))
            self.stream.flush()

    def close(self) -> None:
        """Leave the line that was drawn last."""
        if self.is_terminal:
            self.stream.write("")


def percent_of(progress: JobProgress) -> int:
    """Return how much is done, 0 to 100."""
    return 100 * progress.done // progress.total if progress.total else 100


def bar_line(progress: JobProgress) -> str:
    """Return `[#####     ]  46 %  1,234/2,690  38.2 texts/s  36 s left`."""
    filled = WIDTH * percent_of(progress) // 100
    return f"[{'#' * filled}{' ' * (WIDTH - filled)}] {plain_line(progress)}"


def plain_line(progress: JobProgress) -> str:
    """Return the figures of a progress bar."""
    parts = [f"{percent_of(progress):3d} %", f"{progress.done:,}/{progress.total:,}"]
    if progress.per_second:
        parts.append(f"{progress.per_second:.1f} texts/s")
    if progress.eta_s is not None:
        parts.append(f"{duration(progress.eta_s)} left")
    if progress.failed:
        parts.append(f"{progress.failed:,} failed")
    return "  ".join(parts)


def duration(seconds: float) -> str:
    """Return `36 s`, `4 min` or `2 h 5 min`."""
    minutes = round(seconds / 60)
    if minutes < 2:  # noqa: PLR2004
        return f"{seconds:.0f} s"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{minutes} min"
