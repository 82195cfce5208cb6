"""The rows of a Shopify CSV gathered into products: consecutive rows with one Handle."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from shop.services.imports.csv_rows import Row, read_rows
from shop.services.imports.records import Position, Problem
from shop.services.imports.shopify_columns import canonical
from shop.services.imports.source import Source
from shop.services.imports.text import one_line

# Shopify allows 2,048 variants and 250 pictures; the limit keeps one handle from filling memory.
MAX_ROWS: Final = 5_000


@dataclass(slots=True, kw_only=True)
class Group:
    """The rows of one product, and what is wrong with some of them."""

    handle: str
    line: int
    end: Position
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def fault(self, line: int, message: str) -> None:
        """Note an error; the product will be left out."""
        self.problems.append(Problem(line=line, identifier=self.handle, message=message))

    def take(self, row: Row) -> None:
        """Add one row."""
        self.end = row.end
        if row.fault:
            self.fault(row.line, row.fault)
        elif len(self.rows) == MAX_ROWS:
            self.fault(row.line, f"More than {MAX_ROWS} rows have this handle.")
        elif len(self.rows) < MAX_ROWS:
            cells = {canonical(name): cell for name, cell in row.cells.items()}
            self.rows.append((row.line, cells))


def read_groups(source: Source, start: Position) -> Iterator[Group]:
    """Yield the products' rows.

    A row that is no CSV could be any product's: it spoils the product it stands in, because half
    of a product must not get in. A row with a title but no handle stands alone.
    """
    group: Group | None = None
    for row in read_rows(source, start):
        handle = _handle(row)
        if not handle and (group is None or _has_title(row)):
            if group is not None:
                yield group
            group = None
            yield _without_handle(row)
            continue
        if group is None or (handle and handle != group.handle):
            if group is not None:
                yield group
            group = Group(handle=handle, line=row.line, end=row.end)
        if not handle and not row.fault:
            group.fault(row.line, "This row has no Handle.")
            group.end = row.end
            continue
        group.take(row)
    if group is not None:
        yield group


def _handle(row: Row) -> str:
    return one_line(row.cells.get("Handle") or row.cells.get("URL handle", ""))


def _has_title(row: Row) -> bool:
    return bool(row.cells.get("Title"))


def _without_handle(row: Row) -> Group:
    group = Group(handle="", line=row.line, end=row.end)
    group.fault(row.line, row.fault or "This row has no Handle.")
    return group
