"""Judge.me review CSV: one review a row, of the product that its handle names."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar

from shop.exceptions import InvalidValue
from shop.services.imports.cells import parse_flag, parse_moment, parse_stars
from shop.services.imports.csv_rows import Row, read_rows
from shop.services.imports.records import Parsed, Position, Problem, ReviewRecord
from shop.services.imports.scan import Scan
from shop.services.imports.source import Source
from shop.services.imports.text import clean_text, one_line

SOURCE: Final = "judgeme"
MAX_BODY: Final = 20_000
# Judge.me's `curated` says how its moderation went.
_CURATED: Final = {"ok": "published", "spam": "rejected", "not-yet": "pending"}
_PICTURES: Final = "Pictures of reviews are web addresses, which are not fetched: left out."
T = TypeVar("T")


def scan(source: Source) -> Scan:
    """Count the rows."""
    total, has_pictures = 0, False
    for row in read_rows(source, Position()):
        total += 1
        has_pictures = has_pictures or "picture_urls" in row.cells
    return Scan(total=total, warnings=(_PICTURES,) if has_pictures else ())


def read(source: Source, _state: Mapping[str, Any], start: Position) -> Iterator[Parsed]:
    """Yield the reviews from a position on."""
    for row in read_rows(source, start):
        yield _parse(row)


def _parse(row: Row) -> Parsed:
    handle = one_line(row.cells.get("product_handle", ""))
    errors, warnings = [row.fault] if row.fault else _missing(row, handle), list[str]()
    record = None
    if not errors:
        try:
            record = _record(row, handle, warnings)
        except InvalidValue as error:
            errors.append(str(error))
    identifier = f"{handle} · {one_line(row.cells.get('reviewer_name', ''))}"[:200]
    problems = [
        Problem(line=row.line, identifier=identifier, message=message) for message in errors
    ] + [
        Problem(line=row.line, identifier=identifier, message=message, level="warning")
        for message in warnings
    ]
    return Parsed(record=record, problems=tuple(problems), end=row.end)


def _missing(row: Row, handle: str) -> list[str]:
    missing = [name for name in ("rating", "reviewer_name") if name not in row.cells]
    if not handle:
        missing.append("product_handle")
    return [f"The column {name} is empty." for name in missing]


def _record(row: Row, handle: str, warnings: list[str]) -> ReviewRecord:
    cells = row.cells
    title, body = one_line(cells.get("title", "")), clean_text(cells.get("body", ""))
    if len(body) > MAX_BODY:
        raise InvalidValue(f"The text has {len(body)} characters; {MAX_BODY} are allowed.")
    if len(title) > 300:  # noqa: PLR2004  (the column's width)
        raise InvalidValue(f"The title has {len(title)} characters; 300 are allowed.")
    name = one_line(cells["reviewer_name"])[:120]
    created_at = None
    try:
        created_at = parse_moment(cells.get("review_date", ""))
    except InvalidValue as error:
        warnings.append(f"review_date: {error} Taken as unknown.")
    return ReviewRecord(
        line=row.line,
        source=SOURCE,
        external_id=review_id(handle, name, cells.get("review_date", ""), title, body),
        product=handle,
        author_name=name,
        rating=parse_stars(cells["rating"]),
        title=title,
        body=body,
        verified_purchase=_verified(cells),
        status=_status(cells),
        reply=clean_text(cells.get("reply", "")),
        created_at=created_at,
    )


def review_id(*parts: str) -> str:
    """Return an id made of what a buyer wrote, so that the same row is the same review.

    Stars, reply and moderation state are not part of it: they may change.
    """
    return hashlib.sha256("\x1f".join(part.strip() for part in parts).encode()).hexdigest()[:40]


def _status(cells: Mapping[str, str]) -> str:
    curated = cells.get("curated", "ok").strip().lower()
    if curated not in _CURATED:
        raise InvalidValue(f"curated: “{curated[:40]}” is none of {', '.join(_CURATED)}.")
    return _CURATED[curated]


def _verified(cells: Mapping[str, str]) -> bool:
    cell = cells.get("verified_buyer") or cells.get("verified", "")
    return bool(cell) and parse_flag(cell)
