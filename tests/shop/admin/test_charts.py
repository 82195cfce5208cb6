"""Charts: numbers become places, and every number is there to be read."""

from decimal import Decimal

import pytest

from shop.admin.charts import Bar, Measure, draw_bars, draw_columns, draw_heat
from shop.admin.charts.scale import scale_to


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        ("0", ["0", "1"]),
        ("1.30", ["0", "1", "2"]),
        ("7", ["0", "2", "4", "6", "8"]),
        ("96", ["0", "25", "50", "75", "100"]),
        ("101", ["0", "50", "100", "150"]),
        ("4000", ["0", "1000", "2000", "3000", "4000"]),
    ],
)
def test_axes_count_in_round_numbers(highest: str, ticks: list[str]) -> None:
    scale = scale_to(Decimal(highest))
    assert [Decimal(tick) for tick in ticks] == scale.ticks


def test_a_value_has_its_share_of_the_axis() -> None:
    scale = scale_to(Decimal(80))
    assert [scale.share(Decimal(value)) for value in (-5, 0, 20, 80, 99)] == [0, 0, 0.25, 1, 1]


def measures(*values: int) -> list[Measure]:
    return [
        Measure(name=f"Day {at}", short_name=f"D{at}", value=Decimal(value), before=Decimal(before))
        for at, (value, before) in enumerate(zip(values, values[::-1], strict=True))
    ]


def draw(*values: int):  # type: ignore[no-untyped-def]
    return draw_columns(
        measures(*values),
        code="c",
        title="Sales",
        what="Revenue",
        in_words=lambda value: f"{value} euro",
        in_short=str,
    )


def test_columns_stand_side_by_side_and_as_high_as_their_values() -> None:
    chart = draw(0, 50, 100, 25)
    assert [column.room_x for column in chart.columns] == [
        "0.000%",
        "25.000%",
        "50.000%",
        "75.000%",
    ]
    heights = [float(column.height) for column in chart.columns]
    assert heights == [0, heights[2] / 2, heights[2], heights[2] / 4]
    assert {float(column.y) + float(column.height) for column in chart.columns} == {
        float(chart.base)
    }
    assert chart.columns[3].text == "25 euro"
    assert chart.columns[3].before_text == "0 euro"
    assert "the highest is Day 2 with 100 euro" in chart.description
    assert len(chart.before_points.split()) == 4


def test_the_span_before_has_no_line_where_it_had_no_sales() -> None:
    chart = draw_columns(
        [Measure(name="D", short_name="D", value=Decimal(1), before=Decimal(0))],
        code="c",
        title="",
        what="",
        in_words=str,
        in_short=str,
    )
    assert chart.before_points == ""


@pytest.mark.parametrize("count", [1, 7, 24, 52, 90])
def test_a_phone_has_room_for_the_dates(count: int) -> None:
    labels = draw(*range(count)).labels
    assert 1 <= len(labels) <= 7
    assert all(0 < float(label.at.rstrip("%")) < 100 for label in labels)


def test_the_longest_bar_is_whole_and_a_loss_has_none() -> None:
    rows = [Bar(name=str(value), text="", value=Decimal(value)) for value in (80, 20, -5)]
    chart = draw_bars(rows, title="", of_what="", value_name="", count_name="")
    assert [row.percent for row in chart.rows] == ["100.0", "25.0", "0.0"]


def test_a_cell_with_something_is_darker_than_an_empty_one() -> None:
    chart = draw_heat(
        [[0, 1, 60], [12, 31, 59]],
        title="",
        what="orders",
        corner="Day",
        row_names=["Mon", "Tue"],
        heads=["1", "2", "3"],
    )
    shades = [[cell.shade for cell in cells] for _, cells in chart.rows]
    assert shades == [[0, 1, 6], [2, 4, 6]]
    assert chart.rows[1][1][0].name == "Tue, 1"
    assert chart.has_room_for_numbers
