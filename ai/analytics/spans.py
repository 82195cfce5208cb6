"""Spans of whole days, and the days before them that they are compared with."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Self

from django.utils import timezone

# Days of the spans that are one click away.
DAYS: Final = {"7": 7, "28": 28, "90": 90, "year": 364}
NAMES: Final = {"7": "7 days", "28": "28 days", "90": "90 days", "year": "52 weeks"}
DEFAULT: Final = "28"
# Columns of a chart: a phone has no room for more, so longer spans are drawn by the week.
MOST_COLUMNS: Final = 92
LONGEST: Final = 3 * 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From the first day to the last, both included; `code` is empty for days chosen by hand."""

    first: date
    last: date
    code: str = ""

    @classmethod
    def of_code(cls, code: str) -> Self:
        """Return a span of `DAYS` that ends today; of an unknown code the default one."""
        code = code if code in DAYS else DEFAULT
        today = timezone.localdate()
        return cls(first=today - timedelta(days=DAYS[code] - 1), last=today, code=code)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> Self:
        """The span of the same length before it."""
        length = timedelta(days=self.days)
        return type(self)(first=self.first - length, last=self.last - length)

    @property
    def step(self) -> int:
        """How many days a column of a chart stands for."""
        return 1 if self.days <= MOST_COLUMNS else 7
