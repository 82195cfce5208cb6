"""What came of boxes of recommendations: clicks and orders, by kind and by way of filling them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

from django.conf import settings
from django.db import connection

from ai.analytics.intervals import Interval, difference, share
from ai.analytics.spans import Span
from shop.reports.periods import midnight

# A visitor is who had a box in view: ten boxes of one visitor are one yes or no, or chance would
# seem smaller than it is.
COUNTS: Final = """
WITH b AS (
    SELECT id, kind, visitor, is_treatment FROM ai_loggedbox WHERE {which}
), e AS (
    SELECT box_id, bool_or(kind = 'box_click') AS clicked, bool_or(kind = 'order') AS ordered,
           coalesce(sum(amount) FILTER (WHERE kind = 'order' AND currency = %(currency)s), 0)
               AS revenue
    FROM ai_shopperevent WHERE box_id IN (SELECT id FROM b) GROUP BY box_id
), v AS (
    SELECT b.kind, b.is_treatment, b.visitor, count(*) AS boxes,
           bool_or(coalesce(e.clicked, FALSE)) AS clicked,
           bool_or(coalesce(e.ordered, FALSE)) AS ordered, coalesce(sum(e.revenue), 0) AS revenue
    FROM b LEFT JOIN e ON e.box_id = b.id GROUP BY 1, 2, 3
)
SELECT kind, is_treatment, sum(boxes), count(*), count(*) FILTER (WHERE clicked),
       count(*) FILTER (WHERE ordered), sum(revenue)
FROM v GROUP BY 1, 2 ORDER BY 1, 2
"""
IN_SPAN: Final = "at >= %(begin)s AND at < %(end)s"
OF_EXPERIMENT: Final = "experiment_id = %(experiment)s"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxFigures:
    """Boxes in view, the visitors who had them there, and how many of these clicked and bought."""

    boxes: int = 0
    visitors: int = 0
    clicked: int = 0
    ordered: int = 0
    revenue: Decimal = Decimal(0)

    @property
    def click_share(self) -> Interval | None:
        """Of the visitors, those who clicked."""
        return share(self.clicked, self.visitors)

    @property
    def order_share(self) -> Interval | None:
        """Of the visitors, those who bought what a box had led them to."""
        return share(self.ordered, self.visitors)

    def __add__(self, other: "BoxFigures") -> "BoxFigures":
        return BoxFigures(
            boxes=self.boxes + other.boxes,
            visitors=self.visitors + other.visitors,
            clicked=self.clicked + other.clicked,
            ordered=self.ordered + other.ordered,
            revenue=self.revenue + other.revenue,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Both ways of an experiment, and way B less way A."""

    control: BoxFigures
    treatment: BoxFigures

    @property
    def clicks(self) -> Interval | None:
        """The difference in the share of visitors who clicked."""
        return difference(self.control.click_share, self.treatment.click_share)

    @property
    def orders(self) -> Interval | None:
        """The difference in the share of visitors who bought."""
        return difference(self.control.order_share, self.treatment.order_share)


def figures_by_kind(span: Span) -> dict[str, BoxFigures]:
    """Return the figures of each kind of box in a span of days."""
    params = {"begin": midnight(span.first), "end": midnight(span.last + timedelta(days=1))}
    found: dict[str, BoxFigures] = {}
    for (kind, _), figures in _count(IN_SPAN, params).items():
        found[kind] = found.get(kind, BoxFigures()) + figures
    return found


def compare(experiment: int) -> Comparison:
    """Return what came of both ways of an experiment so far."""
    found = {
        is_treatment: figures
        for (_, is_treatment), figures in _count(OF_EXPERIMENT, {"experiment": experiment}).items()
    }
    return Comparison(
        control=found.get(False, BoxFigures()), treatment=found.get(True, BoxFigures())
    )


def _count(which: str, params: Mapping[str, Any]) -> dict[tuple[str, bool], BoxFigures]:
    with connection.cursor() as cursor:
        cursor.execute(
            COUNTS.format(which=which), {**params, "currency": settings.SHOP["CURRENCY"]}
        )
        return {
            (kind, is_treatment): BoxFigures(
                boxes=int(boxes),
                visitors=visitors,
                clicked=clicked,
                ordered=ordered,
                revenue=revenue,
            )
            for kind, is_treatment, boxes, visitors, clicked, ordered, revenue in cursor.fetchall()
        }
