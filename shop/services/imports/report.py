"""What went wrong, or would change, as CSV to download."""

import csv
import io
from collections.abc import Iterator

from shop.models import ImportJob, ImportProblem

COLUMNS = ("line", "level", "identifier", "message")
# What spreadsheets take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def report_lines(*, job: ImportJob) -> Iterator[str]:
    """Yield the report's CSV lines, the header first; streamed, so of any length."""
    yield _csv_line(COLUMNS)
    rows = ImportProblem.objects.filter(job=job).order_by("line", "id")
    for row in rows.values_list(*COLUMNS).iterator(chunk_size=2_000):
        yield _csv_line([_harmless(str(cell)) for cell in row])


def _harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _csv_line(cells: tuple[str, ...] | list[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
