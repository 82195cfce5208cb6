"""How much is recorded, and for how long: settings.AI["EVENTS"]."""

from dataclasses import dataclass
from typing import Any

from ai.conf import option


@dataclass(frozen=True, slots=True, kw_only=True)
class EventOptions:
    """`sample` is the share of visitors whose events are kept (0 to 1), all of theirs or none.

    Rows of events live `days`, their daily sums `count_days`. A query is shown to others only
    after `least_visitors` different browsers have asked it within one week.
    """

    is_on: bool = True
    sample: float = 1.0
    days: int = 90
    count_days: int = 730
    view_days: int = 400
    least_visitors: int = 3


def event_options() -> EventOptions:
    """Return the settings, with the usual for what they leave out."""
    told: dict[str, Any] = option("EVENTS", {})
    return EventOptions(**told)
