"""Spans of time that end now, and the spans before them that they are compared with."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Literal, Self

from django.utils import timezone

# Days of each span; the year has whole weeks, so that Saturdays are compared with Saturdays.
DAYS: Final = {"today": 1, "7": 7, "30": 30, "90": 90, "year": 364}
NAMES: Final = {
    "today": "Today",
    "7": "7 days",
    "30": "30 days",
    "90": "90 days",
    "year": "52 weeks",
}
DEFAULT: Final = "30"
# More days than this are drawn a week a column: a phone has no room for more.
_MOST_COLUMNS: Final = 90
Step = Literal["hour", "day", "week"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Whole days of the shop's time zone, of which the last one may still be going on."""

    code: str
    days: int
    start: datetime
    end: datetime

    @classmethod
    def ending_now(cls, code: str) -> Self:
        """Return the span of a code of `DAYS`; of an unknown code the default one."""
        code = code if code in DAYS else DEFAULT
        end = timezone.localtime()
        first = end.date() - timedelta(days=DAYS[code] - 1)
        return cls(code=code, days=DAYS[code], start=midnight(first), end=end)

    @property
    def name(self) -> str:
        """What the span is called."""
        return NAMES[self.code]

    @property
    def first_day(self) -> date:
        """The local day that it starts with."""
        return timezone.localtime(self.start).date()

    @property
    def before(self) -> Self:
        """The span of the same length before it, which ends at the same time of day."""
        end = timezone.localtime(self.end).replace(tzinfo=None) - timedelta(days=self.days)
        return type(self)(
            code=self.code,
            days=self.days,
            start=midnight(self.first_day - timedelta(days=self.days)),
            end=timezone.make_aware(end),
        )

    @property
    def step(self) -> Step:
        """How much time a column of a chart stands for."""
        if self.days == 1:
            return "hour"
        return "day" if self.days <= _MOST_COLUMNS else "week"


def midnight(day: date) -> datetime:
    """Return the moment at which a day begins in the shop's time zone."""
    return timezone.make_aware(datetime.combine(day, time.min))
