"""Shopify product CSV: one product from its rows."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeVar

from shop.attribute_values import Value
from shop.exceptions import ImportFileError, InvalidValue
from shop.services.imports.cells import parse_flag, parse_integer
from shop.services.imports.pictures import Pictures
from shop.services.imports.records import (
    Parsed,
    Position,
    ProductRecord,
)
from shop.services.imports.scan import Scan
from shop.services.imports.shopify_columns import Metafields, metafield_code, split_values
from shop.services.imports.shopify_groups import Group, read_groups
from shop.services.imports.shopify_variants import option_definitions, read_variants
from shop.services.imports.source import Source
from shop.services.imports.text import clean_text, make_slug, one_line

SOURCE: Final = "shopify"
# Handles that come back later in the file; more than this, and the file is simply not sorted.
MAX_SCATTERED: Final = 1_000
# Shopify's own "Type", kept as an attribute where it is not the category's name again.
PRODUCT_TYPE: Final = {"code": "product_type", "name": "Type", "kind": "text", "unit": ""}
MAX_POSITION: Final = 32_767
_STATUSES: Final = {"active": "active", "draft": "draft", "archived": "archived"}
T = TypeVar("T")


def scan(source: Source) -> Scan:
    """Count the products and tell the types of the metafields; raises ImportFileError."""
    metafields, options = Metafields(), set[str]()
    seen, scattered, total = set[int](), set[str](), 0
    for group in read_groups(source, Position()):
        total += 1
        if not group.handle:
            continue
        if hash(group.handle) in seen:
            scattered.add(group.handle)
        seen.add(hash(group.handle))
        if len(scattered) > MAX_SCATTERED:
            raise ImportFileError(
                "The rows of many products are not together: sort the file by Handle."
            )
        for _, cells in group.rows:
            metafields.look_at(cells)
            options.update(item.code for item in option_definitions(cells))
    state = metafields.state(options)
    warnings = []
    if state["left_out"]:
        columns = ", ".join(state["left_out"])
        warnings.append(f"Columns that are not for shoppers were left out: {columns}.")
    state["attributes"].append(PRODUCT_TYPE)
    state["scattered"] = sorted(scattered)
    return Scan(total=total, state=state, warnings=tuple(warnings))


def read(source: Source, state: Mapping[str, Any], start: Position) -> Iterator[Parsed]:
    """Yield the products from a position on."""
    codes = frozenset(item["code"] for item in state["attributes"])
    scattered = frozenset(state["scattered"])
    for group in read_groups(source, start):
        if group.handle in scattered:
            group.fault(
                group.line, "The rows of this product are not together: sort the file by Handle."
            )
        record = None if group.problems else _Product(group, source, codes).read()
        failed = any(problem.level == "error" for problem in group.problems)
        yield Parsed(
            record=None if failed else record, problems=tuple(group.problems), end=group.end
        )


class _Product:
    """One product being read; errors and warnings go to its group."""

    def __init__(self, group: Group, source: Source, codes: frozenset[str]) -> None:
        self._group = group
        self._first = next((cells for _, cells in group.rows if "Title" in cells), {})
        self._source = source
        self._codes = codes

    def read(self) -> ProductRecord | None:
        if not self._first:
            self._group.fault(self._group.line, "This product has no title.")
            return None
        pictures = self._pictures()
        options, variants = read_variants(self._group, pictures.find)
        self._group.problems += pictures.problems()
        return ProductRecord(
            line=self._group.line,
            source=SOURCE,
            external_id=self._group.handle,
            slug=make_slug(self._group.handle, limit=200),
            title=one_line(self._first["Title"]),
            brand=self._text("Vendor"),
            category=self._category(),
            description=self._html(),
            status=self._status(),
            tags=self._tags(),
            attributes=self._attributes(),
            options=options,
            variants=variants,
            images=pictures.records(),
        )

    def _text(self, column: str) -> str | None:
        return one_line(self._first.get(column, "")) or None

    def _html(self) -> str | None:
        body = self._first.get("Body (HTML)")
        return None if body is None else clean_text(body)

    def _category(self) -> tuple[str, ...] | None:
        text = self._text("Product Category") or self._text("Type") or ""
        return tuple(name.strip() for name in text.split(">") if name.strip()) or None

    def _tags(self) -> tuple[str, ...] | None:
        text = self._text("Tags")
        if text is None:
            return None
        return tuple(dict.fromkeys(tag.strip() for tag in text.split(",") if tag.strip()))

    def _status(self) -> str:
        """Return the status; what is not published in the online shop is a draft here."""
        word = (self._text("Status") or "active").lower()
        if word not in _STATUSES:
            self._group.fault(
                self._group.line, f"The Status “{word[:40]}” is none of active, draft, archived."
            )
            return "draft"
        published = self._checked(parse_flag, "Published", default=True)
        return "draft" if word == "active" and not published else word

    def _checked(self, parse: Callable[[str], T], column: str, *, default: T) -> T:
        cell = self._first.get(column)
        if cell is None:
            return default
        try:
            return parse(cell)
        except InvalidValue as error:
            self._group.fault(self._group.line, f"{column}: {error}")
            return default

    def _attributes(self) -> dict[str, tuple[Value, ...]]:
        """Return the values of every metafield of the file; none where the cells are empty."""
        values: dict[str, tuple[Value, ...]] = dict.fromkeys(self._codes, ())
        for _, cells in self._group.rows:
            for column, cell in cells.items():
                found = metafield_code(column) if ".metafields." in column else None
                if found and found[0] in values:
                    merged = (*values[found[0]], *split_values(cell))
                    values[found[0]] = tuple(dict.fromkeys(merged))
        category = self._category() or ("",)
        kind = self._text("Type")
        if kind and kind.casefold() not in {name.casefold() for name in category}:
            values[PRODUCT_TYPE["code"]] = (kind,)
        return values

    def _pictures(self) -> Pictures:
        pictures = Pictures(
            folders=self._source.images_dirs,
            identifier=self._group.handle,
            title=one_line(self._first["Title"]),
        )
        for line, cells in self._group.rows:
            if "Image Src" in cells:
                pictures.add(
                    line=line,
                    name=cells["Image Src"],
                    alt=one_line(cells.get("Image Alt Text", "")),
                    position=self._position(line, cells),
                )
        return pictures

    def _position(self, line: int, cells: Mapping[str, str]) -> int | None:
        cell = cells.get("Image Position")
        if cell is None:
            return None
        try:
            return min(max(parse_integer(cell), 0), MAX_POSITION)
        except InvalidValue as error:
            self._group.fault(line, f"Image Position: {error}")
            return None
