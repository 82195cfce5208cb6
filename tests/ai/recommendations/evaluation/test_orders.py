"""Order lines as files have them, and what is asked about the last four weeks."""

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from ai.recommendations.evaluation.errors import DataUnusable
from ai.recommendations.evaluation.order_lines import OrderLines, read_order_lines
from ai.recommendations.evaluation.order_protocol import evaluate_orders
from ai.recommendations.evaluation.order_tasks import DAYS, periods

HEADER = ("InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "CustomerID")
PAIRS, CUSTOMERS, TOTAL = 20, 60, 140


def habits() -> list[tuple[Any, ...]]:
    """Return lines of customers who buy the two things of a pair together, each pair in turn.

    Everybody buys once a week, in two orders of three their own pair; things are 1 to 40.
    """
    chance = np.random.default_rng(2)
    rows: list[tuple[Any, ...]] = []
    number = 500_000
    for day in range(TOTAL):
        for customer in range(day % 7, CUSTOMERS, 7):
            number += 1
            own = customer % PAIRS
            pair = own if chance.random() < 2 / 3 else int(chance.integers(PAIRS))
            basket = [pair, pair + PAIRS]
            if chance.random() < 0.5:
                basket.append(int(chance.integers(2 * PAIRS)))
            date = np.datetime64("2011-01-01T10:00:00") + np.timedelta64(day, "D")
            rows += [
                (str(number), f"T{item}", 1, str(date).replace("T", " "), 1000.0 + customer)
                for item in dict.fromkeys(basket)
            ]
    return rows


def write_csv(path: Path, rows: list[tuple[Any, ...]], header: tuple[str, ...] = HEADER) -> Path:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> OrderLines:
    return read_order_lines(write_csv(tmp_path_factory.mktemp("orders") / "lines.csv", habits()))


def test_a_parquet_file_and_a_csv_file_say_the_same(lines: OrderLines, tmp_path: Path) -> None:
    columns = dict(zip(HEADER, zip(*habits(), strict=True), strict=True))
    path = tmp_path / "lines.parquet"
    parquet.write_table(pa.table({k: list(v) for k, v in columns.items()}), path)
    found = read_order_lines(path)
    assert found.names == lines.names
    for name in ("orders", "items", "customers", "days"):
        assert getattr(found, name).tolist() == getattr(lines, name).tolist()


def test_cancellations_charges_and_repeated_lines_are_left_out(tmp_path: Path) -> None:
    rows = [
        ("1", "A1", 1, "2011-01-01 08:00:00", "7"),
        ("1", "B2", 2, "2011-01-01 08:00:00", "7"),
        ("1", "A1", 3, "2011-01-01 08:00:00", "7"),  # once more in the same order
        ("C2", "A1", -1, "2011-01-02 08:00:00", "7"),  # cancelled
        ("3", "POST", 1, "2011-01-02 08:00:00", "7"),  # postage
        ("4", "A1", 1, "2011-01-03 20:00:00", ""),  # nobody
        ("5", "A1", 1, "1/4/2011 8:00", "17850.0"),
        ("6", "A1", 1, "1/5/2011 8:00", "17850"),
        *[("9", f"X{n}", 1, "2011-01-09 08:00:00", "7") for n in range(100)],
    ]
    found = read_order_lines(write_csv(tmp_path / "lines.csv", rows))
    assert len(found.orders) == 5 + 100
    assert [found.names[item] for item in found.items[:3]] == ["A1", "B2", "A1"]
    assert found.customers[:5].tolist() == [0, 0, -1, 1, 1]
    assert found.days[[0, 2, 3]].tolist() == pytest.approx([0, 2.5, 3])


@pytest.mark.parametrize(
    ("rows", "header", "message"),
    [
        ([], HEADER, "0 lines of sales; 100 are the least"),
        ([("1", "A1", "x", "2011-01-01", "7")], HEADER, "0 lines of sales"),
        ([("1", "A1", 1, "2011-01-01")], HEADER[:4], "no column CustomerID or"),
        ([("1", "A1", 1)], HEADER, "line 2: other columns"),
        ([("1", "A1", 1, "soon", "7")] * 100, HEADER, "'soon' is no date"),
    ],
)
def test_files_that_cannot_be_measured_on_are_refused(
    rows: list[tuple[Any, ...]], header: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    with pytest.raises(DataUnusable, match=message):
        read_order_lines(write_csv(tmp_path / "lines.csv", rows, header))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.csv", None, "cannot be read: No such file"),
        ("none.parquet", None, "cannot be read"),
        ("broken.parquet", b"PAR1 and no more", "not a table that can be read"),
        ("empty.csv", b"", "is empty"),
        ("latin.csv", b"InvoiceNo\n\xff\n", "not a table that can be read"),
    ],
)
def test_files_that_are_no_tables_are_refused(
    name: str, content: bytes | None, message: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(DataUnusable, match=message):
        read_order_lines(tmp_path / name)


def test_too_few_weeks_are_refused(lines: OrderLines) -> None:
    with pytest.raises(DataUnusable, match=r"of 80 days; 84 are the least"):
        periods(lines.where(lines.days < 80))


def test_the_last_four_weeks_are_asked_about_and_not_learnt_from(lines: OrderLines) -> None:
    validation, test = periods(lines)
    assert (validation.today, test.today) == (TOTAL - 2 * DAYS, TOTAL - DAYS)
    assert test.baskets.days.max() < test.today
    assert test.customers.days.max() < test.today
    together = test.tasks["together"]
    coming = lines.where(lines.days >= test.today)
    assert len(together) == len(np.unique(coming.orders))
    for given, wanted in zip(together.given, together.wanted, strict=True):
        assert len(given) - len(wanted) in (0, 1)
        assert not set(given.tolist()) & set(wanted.tolist())
    for_you = test.tasks["for_you"]
    assert len(for_you) == len(set(for_you.customers.tolist())) == CUSTOMERS
    for customer, wanted in zip(for_you.customers, for_you.wanted, strict=True):
        own = coming.where(coming.customers == customer)
        assert wanted.tolist() == own.items[own.orders == own.orders[0]].tolist()
    new = test.tasks["for_you_new"]
    assert 0 < len(new) < len(for_you)
    for wanted, masked in zip(new.wanted, new.masked, strict=True):
        assert not set(wanted.tolist()) & set(masked.tolist())


def test_pairs_and_habits_are_found(lines: OrderLines) -> None:
    figures = evaluate_orders(lines, say=str)
    ways = {name: task["test"]["ways"] for name, task in figures["tasks"].items()}
    # The other of a pair, and at times something by chance that nothing can know.
    assert ways["together"]["together"]["recall_at_10"] > 0.65
    assert ways["together"]["popularity"]["recall_at_10"] < 0.5
    assert (
        ways["for_you"]["again"]["ndcg_at_20"] > ways["for_you"]["popularity"]["ndcg_at_20"] + 0.2
    )
    for name in ("together", "for_you"):
        best = max(way["ndcg_at_20"] for way in ways[name].values())
        assert ways[name]["blend"]["ndcg_at_20"] >= best - 0.05
    assert figures["items"] == 2 * PAIRS
    assert figures["customers"] == CUSTOMERS
