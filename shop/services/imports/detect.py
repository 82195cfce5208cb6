"""What kind of file this is, from how it begins."""

import csv
import io
from pathlib import Path
from typing import IO, Final

from shop.exceptions import ImportFileError
from shop.models import ImportJob
from shop.services.imports.csv_rows import split_header
from shop.services.imports.shopify_columns import canonical

SHOPIFY_COLUMNS: Final = frozenset({"Handle", "Title"})
JUDGEME_COLUMNS: Final = frozenset({"rating", "reviewer_name", "product_handle"})
# Bytes looked at: a header of 500 long column names fits in.
_HEAD: Final = 65_536
_EXPECTED: Final = {
    ImportJob.Kind.SHOPIFY_PRODUCTS: "a Shopify product CSV has the columns Handle and Title",
    ImportJob.Kind.JUDGEME_REVIEWS: (
        "a Judge.me review CSV has the columns rating, reviewer_name and product_handle"
    ),
    ImportJob.Kind.CATALOGUE_JSONL: 'catalogue JSONL has one object with "id" and "title" a line',
    ImportJob.Kind.PAGES_JSON: 'pages are a JSON list of objects with "identifier" and "title"',
}


def detect_kind(*, file: IO[bytes]) -> ImportJob.Kind:
    """Return the kind of an open file, left at its start; raises ImportFileError."""
    file.seek(0)
    head = file.read(_HEAD).removeprefix(b"\xef\xbb\xbf").lstrip()
    file.seek(0)
    if head.startswith(b"["):
        return ImportJob.Kind.PAGES_JSON
    if head.startswith(b"{"):
        return ImportJob.Kind.CATALOGUE_JSONL
    names = _column_names(head)
    if names >= SHOPIFY_COLUMNS:
        return ImportJob.Kind.SHOPIFY_PRODUCTS
    if names >= JUDGEME_COLUMNS:
        return ImportJob.Kind.JUDGEME_REVIEWS
    known = "; ".join(_EXPECTED.values())
    raise ImportFileError(f"This is no file that can be imported: {known}.")


def check_kind(*, path: Path, kind: str) -> None:
    """Raise ImportFileError unless the file is of this kind."""
    with path.open("rb") as file:
        found = detect_kind(file=file)
    if found != kind:
        expected = ImportJob.Kind(kind)
        raise ImportFileError(f"{path.name} is no {expected.label}: {_EXPECTED[expected]}.")


def _column_names(head: bytes) -> frozenset[str]:
    lines = io.StringIO(head.decode("utf-8", "replace"))
    try:
        names, _ = split_header(lines)
    except csv.Error:
        return frozenset()
    return frozenset(canonical(name) for name in names)
