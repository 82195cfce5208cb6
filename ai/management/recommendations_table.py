"""Figures of recommendations as a table on a terminal."""

from collections.abc import Iterator, Mapping
from typing import Any

BLEND = "blend"


def table_of(title: str, figures: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a table: a way a line, its measures, and the blend's lead over it.

    `figures` are {"ways": {way: {measure: value}}, "…_over": {way: {measure: interval}}}.
    """
    ways = figures["ways"]
    measures = list(next(iter(ways.values())))
    over: Mapping[str, Any] = next(
        (values for name, values in figures.items() if name.endswith("_over")), {}
    )
    yield title
    yield f"  {'':18}" + "".join(f"{measure:>14}" for measure in measures)
    for way, values in ways.items():
        line = f"  {way:18}" + "".join(f"{values[measure]:14.4f}" for measure in measures)
        yield line + _lead(over.get(way))


def _lead(interval: Mapping[str, Any] | None) -> str:
    """Return `  +0.0042 (0.0012 to 0.0071)`: the lead in the last measure, and its 95 %."""
    if interval is None:
        return ""
    inner = interval if "low" in interval else list(interval.values())[-1]
    return f"   {inner['difference']:+.4f} ({inner['low']:+.4f} to {inner['high']:+.4f})"
