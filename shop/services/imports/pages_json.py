"""Content pages as a JSON list of {"identifier", "title", "html" or "text"}."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from shop.exceptions import ImportFileError
from shop.html import sanitise_html
from shop.services.imports.records import PageRecord, Parsed, Position, Problem
from shop.services.imports.scan import Scan
from shop.services.imports.source import Source
from shop.services.imports.text import clean_text, make_slug, one_line

# The list is read whole; the pages of a shop fit into this many times over.
MAX_BYTES: Final = 5 * 2**20
# `{{store url="contact"}}`: another shop's template language, and links made of it.
_TEMPLATE_LINK: Final = re.compile(r"<a\s[^<]*?\{\{.*?\}\}[^>]*>(.*?)</a>", re.DOTALL)
_TEMPLATE: Final = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_BLANK_LINES: Final = re.compile(r"\s*\n\s*")


def scan(source: Source) -> Scan:
    """Count the pages; raises ImportFileError."""
    return Scan(total=len(_load(source)))


def read(source: Source, _state: Mapping[str, Any], start: Position) -> Iterator[Parsed]:
    """Yield the pages from a position on; offset and line count pages here."""
    pages = _load(source)
    for index in range(start.offset, len(pages)):
        number = index + 1
        record, problem = _page(pages[index], number)
        yield Parsed(
            record=record,
            problems=(problem,) if problem else (),
            end=Position(offset=number, line=number),
        )


def _load(source: Source) -> list[Any]:
    if source.path.stat().st_size > MAX_BYTES:
        raise ImportFileError(f"{source.path.name} is larger than {MAX_BYTES // 2**20} MB.")
    try:
        pages = json.loads(source.path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise ImportFileError(f"{source.path.name} is no JSON: {error}.") from error
    if not isinstance(pages, list):
        raise ImportFileError(f"{source.path.name} is no JSON list of pages.")
    return pages


def _page(value: Any, number: int) -> tuple[PageRecord | None, Problem | None]:
    fields = value if isinstance(value, dict) else {}
    identifier = one_line(str(fields.get("identifier") or fields.get("slug") or ""))[:200]
    title = one_line(str(fields.get("title") or ""))
    html = fields.get("html")
    body = _compact(str(html)) if html else clean_text(str(fields.get("text") or ""))
    if not (identifier and title) or len(title) > 200:  # noqa: PLR2004  (the column's width)
        message = "A page needs an identifier, and a title of at most 200 characters."
        return None, Problem(line=number, identifier=identifier, message=message)
    if not body:
        message = "This page is empty: left out."
        return None, Problem(line=number, identifier=identifier, message=message, level="warning")
    slug = make_slug(identifier, limit=120)
    return PageRecord(line=number, slug=slug, title=title, body=body), None


def _compact(html: str) -> str:
    """Return safe HTML that Markdown passes on as it is: no blank lines, nothing indented."""
    plain = _TEMPLATE.sub("", _TEMPLATE_LINK.sub(r"\1", clean_text(html)))
    return _BLANK_LINES.sub("\n", sanitise_html(plain)).strip()
