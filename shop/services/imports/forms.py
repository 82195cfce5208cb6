"""The forms of files, each with how it is looked over and read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from shop.models import ImportJob
from shop.services.imports import jsonl, judgeme, pages_json, shopify
from shop.services.imports.records import Parsed, Position
from shop.services.imports.scan import Scan
from shop.services.imports.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of file."""

    scan: Callable[[Source], Scan]
    read: Callable[[Source, Mapping[str, Any], Position], Iterator[Parsed]]


FORMS: Final[dict[str, Form]] = {
    ImportJob.Kind.SHOPIFY_PRODUCTS: Form(scan=shopify.scan, read=shopify.read),
    ImportJob.Kind.JUDGEME_REVIEWS: Form(scan=judgeme.scan, read=judgeme.read),
    ImportJob.Kind.CATALOGUE_JSONL: Form(scan=jsonl.scan, read=jsonl.read),
    ImportJob.Kind.PAGES_JSON: Form(scan=pages_json.scan, read=pages_json.read),
}
