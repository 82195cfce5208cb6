"""The tiles and tables of the page of recommendations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from django.contrib.humanize.templatetags.humanize import intcomma

from ai.admin.state import in_words
from ai.analytics.boxes import BoxFigures, Comparison, compare, figures_by_kind
from ai.analytics.intervals import Interval, difference, share
from ai.analytics.spans import Span
from ai.models import BoxExperiment, RecommendationGeneration
from ai.recommendations.types import Kind
from shop.admin.charts import Bar, Bars, draw_bars
from shop.admin.sales_tiles import Tile
from shop.amounts import format_amount

# Seconds after which lists are older than a night's run leaves them.
STALE_S: Final = 26 * 3600
NONE: Final = "–"
# Of each figure: its name, the list it is of, and its key there.
FIGURES: Final = (
    ("Shown in “similar”", "similar", "coverage"),
    ("Shown in “together”", "together", "coverage"),
    ("Share of the most shown tenth", "similar", "top_decile"),
    ("Gini of “similar”", "similar", "gini"),
    ("Gini of “together”", "together", "gini"),
)
# What the lists of weeks ago are asked for.
REPLAYED: Final = {
    "together": "The next product of an order, by “together”",
    "similar": "The next product looked at, by “similar”",
}
RATIOS: Final = frozenset({"gini"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How old the lists are, in words; `is_stale` when a night's run seems to have been missed."""

    age: str
    is_stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxRow:
    """A kind of box and what came of it, as it is written."""

    name: str
    boxes: str
    visitors: str
    clicks: str
    orders: str
    revenue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayRow:
    """A kind of list beside what is popular, as it is written."""

    name: str
    asked: str
    own: str
    popular: str
    difference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """An experiment with its figures and what they say."""

    experiment: BoxExperiment
    rows: tuple[BoxRow, BoxRow]
    clicks: str
    orders: str
    verdict: str


def freshness(live: RecommendationGeneration | None, *, now: datetime) -> Freshness | None:
    """Return how old what visitors see is; None before the first run."""
    if live is None:
        return None
    age = (now - live.as_of).total_seconds()
    return Freshness(age=in_words(age), is_stale=age > STALE_S)


def tiles(live: RecommendationGeneration | None) -> list[Tile]:
    """Return coverage and concentration of the live lists."""
    figures: Mapping[str, Any] = live.figures if live else {}
    found = []
    for name, kind, key in FIGURES:
        value = figures.get(kind, {}).get(key)
        text = NONE
        if value is not None:
            text = f"{value:.2f}" if key in RATIOS else f"{100 * value:.1f} %"
        found.append(Tile(name=name, value=text, before=""))
    return found


def replay_rows(live: RecommendationGeneration | None) -> list[ReplayRow]:
    """Return how often lists of weeks ago would have shown what was wanted since."""
    replayed: Mapping[str, Any] = live.figures.get("replay", {}) if live else {}
    rows = []
    for kind, name in REPLAYED.items():
        counts = replayed.get(kind, {})
        if not counts.get("asked"):
            continue
        own = share(counts["hits"], counts["asked"])
        popular = share(counts["popular"], counts["asked"])
        rows.append(
            ReplayRow(
                name=name,
                asked=str(intcomma(counts["asked"])),
                own=_share(own),
                popular=_share(popular),
                difference=_points(difference(popular, own)),
            )
        )
    return rows


def box_rows(span: Span) -> dict[str, Any]:
    """Return what came of each kind of box in a span, as a table and as bars."""
    figures = figures_by_kind(span)
    kinds = [kind for kind in Kind if kind in figures]
    return {
        "table": [_row(str(kind.label), figures[kind]) for kind in kinds],
        "bars": _bars(figures),
    }


def compared(experiment: BoxExperiment) -> Compared:
    """Return an experiment with the figures of both ways."""
    found = compare(experiment.pk)
    return Compared(
        experiment=experiment,
        rows=(
            _row(f"A: {experiment.get_control_display()}", found.control),
            _row(f"B: {experiment.get_treatment_display()}", found.treatment),
        ),
        clicks=_points(found.clicks),
        orders=_points(found.orders),
        verdict=_verdict(found),
    )


def _row(name: str, figures: BoxFigures) -> BoxRow:
    return BoxRow(
        name=name,
        boxes=str(intcomma(figures.boxes)),
        visitors=str(intcomma(figures.visitors)),
        clicks=_share(figures.click_share),
        orders=_share(figures.order_share),
        revenue=format_amount(figures.revenue) if figures.revenue else NONE,
    )


def _bars(figures: Mapping[str, BoxFigures]) -> Bars:
    rows = [
        Bar(
            name=str(Kind(kind).label).capitalize(),
            value=Decimal(str(each.click_share.value)),
            text=f"{100 * each.click_share.value:.1f} %",
            count=str(intcomma(each.visitors)),
        )
        for kind, each in figures.items()
        if each.click_share is not None
    ]
    return draw_bars(
        sorted(rows, key=lambda row: (-row.value, row.name)),
        title="Visitors who clicked, of those who had the box in view",
        of_what="Box",
        value_name="Clicked",
        count_name="Visitors",
        empty="No box was in view of a visitor who has agreed to be counted.",
    )


def _share(found: Interval | None) -> str:
    if found is None:
        return NONE
    return f"{100 * found.value:.1f} % ({100 * found.low:.1f} – {100 * found.high:.1f})"


def _points(found: Interval | None) -> str:
    if found is None:
        return NONE
    return f"{100 * found.value:+.1f} ({100 * found.low:+.1f} to {100 * found.high:+.1f}) points"


def _verdict(found: Comparison) -> str:
    """Return what the orders say, else the clicks, else that it is too early."""
    for name, interval in (("buy", found.orders), ("click", found.clicks)):
        if interval is not None and interval.is_clear:
            more = "more" if interval.value > 0 else "fewer"
            return f"With B {more} visitors {name}; chance alone makes that seldom (1 in 20)."
    return "No difference that chance would not make as well."
