"""Order lines of a shop, from a parquet or CSV file in the form of UCI's Online Retail."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow.parquet
from pyarrow import ArrowException

from ai.recommendations.evaluation.errors import DataUnusable
from ai.recommendations.methods.interactions import FloatArray, IntArray

# What a column may be called: Online Retail's own name, and plain ones.
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "order": ("InvoiceNo", "Invoice", "order", "order_id"),
    "item": ("StockCode", "item", "sku", "product_id"),
    "at": ("InvoiceDate", "at", "date", "placed_at"),
    "customer": ("CustomerID", "Customer ID", "customer", "customer_id"),
    "quantity": ("Quantity", "quantity"),
}
DAY_S: Final = 86_400.0
FEWEST: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLines:
    """Lines in the order of time, arrays [n]; `orders`, `items` and `customers` are dense numbers.

    `customers` are -1 where an order names nobody. `days` count from the first line. An item stands
    once in an order.
    """

    orders: IntArray
    items: IntArray
    customers: IntArray
    days: FloatArray
    names: Sequence[str]

    @property
    def n_items(self) -> int:
        """How many different items there are."""
        return len(self.names)

    def where(self, mask: Any) -> "OrderLines":
        """Return the lines that a mask [n] keeps; numbers stay as they are."""
        return OrderLines(
            orders=self.orders[mask],
            items=self.items[mask],
            customers=self.customers[mask],
            days=self.days[mask],
            names=self.names,
        )


def read_order_lines(path: Path) -> OrderLines:
    """Return the lines of a file; raises DataUnusable.

    Left out: cancellations and corrections (no positive quantity), and charges, whose code has no
    digit (POST, DOT, BANK CHARGES).
    """
    columns = _columns(path)
    kept = [row for row in zip(*(columns[name] for name in NAMES), strict=True) if _is_sale(row)]
    if len(kept) < FEWEST:
        raise DataUnusable(f"{path} has {len(kept)} lines of sales; {FEWEST} are the least.")
    days = _days([row[2] for row in kept], path)
    order = np.argsort(days, kind="stable")
    orders, _ = _numbers([str(row[0]) for row in kept])
    items, names = _numbers([str(row[1]) for row in kept])
    customers = _customers([row[3] for row in kept])
    # The first line of an item in an order; `unique` keeps the first in the order of time.
    _, first = np.unique(orders[order] * len(names) + items[order], return_index=True)
    rows = order[np.sort(first)]
    return OrderLines(
        orders=orders[rows],
        items=items[rows],
        customers=customers[rows],
        days=days[rows] - days.min(),
        names=names,
    )


def _columns(path: Path) -> dict[str, Sequence[Any]]:
    """Return the columns of NAMES; raises DataUnusable."""
    try:
        table = _parquet(path) if path.suffix == ".parquet" else _csv(path)
    except OSError as error:
        raise DataUnusable(f"{path} cannot be read: {error.strerror or error}.") from error
    except (ArrowException, UnicodeDecodeError, csv.Error) as error:
        raise DataUnusable(f"{path} is not a table that can be read: {error}") from error
    found = {}
    for name, known in NAMES.items():
        present = next((each for each in known if each in table), None)
        if present is None:
            raise DataUnusable(f"{path} has no column {' or '.join(known)}.")
        found[name] = table[present]
    return found


def _parquet(path: Path) -> Mapping[str, Sequence[Any]]:
    known = {each for names in NAMES.values() for each in names}
    file = pyarrow.parquet.ParquetFile(path)
    wanted = [name for name in file.schema_arrow.names if name in known]
    return {str(name): list(values) for name, values in file.read(wanted).to_pydict().items()}


def _csv(path: Path) -> Mapping[str, Sequence[Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    if not rows:
        raise DataUnusable(f"{path} is empty.")
    header, *lines = rows
    wrong = next((n for n, line in enumerate(lines, 2) if len(line) != len(header)), None)
    if wrong is not None:
        raise DataUnusable(f"{path}, line {wrong}: other columns than the first line names.")
    return {name: [line[place] for line in lines] for place, name in enumerate(header)}


def _is_sale(row: Sequence[Any]) -> bool:
    _, item, at, _, quantity = row
    if item in (None, "") or at in (None, "") or not any(c.isdigit() for c in str(item)):
        return False
    try:
        return float(quantity) > 0
    except (TypeError, ValueError):
        return False


def _days(moments: Iterable[Any], path: Path) -> FloatArray:
    """Return moments in days from one origin, by the clock that the file writes."""
    known: dict[Any, float] = {}
    days = []
    for moment in moments:
        if moment not in known:
            try:
                at = moment if isinstance(moment, datetime) else _moment(str(moment))
            except ValueError as error:
                raise DataUnusable(f"{path}: {moment!r} is no date like 2011-11-04.") from error
            known[moment] = at.replace(tzinfo=None).toordinal() + _share_of_day(at)
        days.append(known[moment])
    return np.array(days, np.float64)


def _moment(text: str) -> datetime:
    """Return a moment as ISO 8601 writes it, or as the original file does: 12/1/2010 8:26."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.strptime(text, "%m/%d/%Y %H:%M")  # noqa: DTZ007


def _share_of_day(at: datetime) -> float:
    return (at.hour * 3600 + at.minute * 60 + at.second) / DAY_S


def _numbers(names: Sequence[str]) -> tuple[IntArray, list[str]]:
    known: dict[str, int] = {}
    numbers = np.array([known.setdefault(name, len(known)) for name in names], np.int64)
    return numbers, list(known)


def _customers(names: Sequence[Any]) -> IntArray:
    """Return dense numbers, -1 for nobody; 17850.0 and 17850 are one."""
    known: dict[str, int] = {}
    return np.array(
        [
            -1
            if name is None or name in ("", "nan") or name != name  # noqa: PLR0124 (NaN)
            else known.setdefault(str(name).removesuffix(".0"), len(known))
            for name in names
        ],
        np.int64,
    )
