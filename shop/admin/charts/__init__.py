"""Charts as SVG and HTML, drawn on the server: numbers become places here, and templates draw."""

from shop.admin.charts.bars import Bar, Bars, draw_bars
from shop.admin.charts.columns import Columns, Measure, draw_columns
from shop.admin.charts.heat import Heat, draw_heat

__all__ = [
    "Bar",
    "Bars",
    "Columns",
    "Heat",
    "Measure",
    "draw_bars",
    "draw_columns",
    "draw_heat",
]
