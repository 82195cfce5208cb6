"""CSV rows that know their line, with faults told apart from the rows around them."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from shop.exceptions import ImportFileError
from shop.services.imports.records import Position
from shop.services.imports.source import LineReader, Source

# Characters of one cell. Above Python's 131,072, below a stray quote that swallows the file.
MAX_CELL: Final = 1_000_000
MAX_COLUMNS: Final = 500
csv.field_size_limit(MAX_CELL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its first line, its cells by column name, or what is wrong with it."""

    line: int
    cells: dict[str, str]
    fault: str = ""
    begin: Position
    end: Position


def split_header(lines: Iterable[str]) -> tuple[list[str], str]:
    """Return (column names, delimiter) of the first row; raises csv.Error."""
    lines = iter(lines)
    first = next(lines, "")
    # Spreadsheets write semicolons where the comma is the decimal sign.
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(chain((first,), lines), delimiter=delimiter, strict=True)
    return [name.strip() for name in next(reader, [])], delimiter


def read_header(source: Source) -> tuple[list[str], str, Position]:
    """Return (column names, delimiter, where the rows begin); raises ImportFileError."""
    with LineReader(source, Position()) as lines:
        try:
            names, delimiter = split_header(lines)
        except csv.Error as error:
            raise ImportFileError(
                f"The header of {source.path.name} is no CSV: {error}."
            ) from error
        if len(names) > MAX_COLUMNS:
            raise ImportFileError(
                f"{source.path.name} has {len(names)} columns; {MAX_COLUMNS} are allowed."
            )
        twice = {name for name in names if name and names.count(name) > 1}
        if twice:
            raise ImportFileError(
                f"{source.path.name} names a column twice: {', '.join(sorted(twice))}."
            )
        return names, delimiter, lines.position


def read_rows(source: Source, start: Position) -> Iterator[Row]:
    """Yield the rows from a position on (the beginning: after the header).

    A row that is no CSV, or has more cells than the header, comes with a fault and, where they
    can be told, its cells. Blank lines are passed over.
    """
    names, delimiter, first_row = read_header(source)
    with LineReader(source, start if start.offset else first_row) as lines:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        while True:
            begin = lines.position
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Row(
                    line=begin.line + 1,
                    cells={},
                    fault=_explain(error),
                    begin=begin,
                    end=lines.position,
                )
                continue
            if not any(value.strip() for value in values):
                continue
            yield Row(
                line=begin.line + 1,
                cells=_by_name(names, values),
                fault=_count_fault(names, values),
                begin=begin,
                end=lines.position,
            )


def _by_name(names: list[str], values: list[str]) -> dict[str, str]:
    """Return the cells that hold something; spreadsheets cut trailing empty ones off."""
    return {
        name: value
        for name, value in zip(names, values, strict=False)
        if name and value and not value.isspace()
    }


def _count_fault(names: list[str], values: list[str]) -> str:
    if len(values) <= len(names) or not any(value.strip() for value in values[len(names) :]):
        return ""
    return f"{len(values)} cells for {len(names)} columns: is a comma not in quotes?"


def _explain(error: csv.Error) -> str:
    text = str(error)
    if "field larger" in text or "unexpected end" in text:
        return "A quote is opened and never closed."
    return "Quotes are not used as CSV asks: a quote inside a cell is written twice."
