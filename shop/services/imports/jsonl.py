"""Catalogue JSONL: one product a line, with one variant."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from shop.attribute_values import KindGuess, Value, unique_values
from shop.exceptions import InvalidValue
from shop.services.imports.cells import parse_integer, parse_moment, parse_price
from shop.services.imports.jsonl_lines import JsonLine, read_objects
from shop.services.imports.pictures import Pictures
from shop.services.imports.records import (
    Parsed,
    Position,
    Problem,
    ProductRecord,
    VariantRecord,
)
from shop.services.imports.scan import Scan
from shop.services.imports.source import Source
from shop.services.imports.text import clean_text, make_code, make_slug, one_line, paragraphs

SOURCE: Final = "jsonl"
_RATINGS: Final = frozenset({"rating", "rating_count"})
KNOWN: Final = frozenset(
    {
        *("id", "title", "slug", "brand", "category", "price", "compare_at_price", "description"),
        *("attributes", "sku", "barcode", "stock", "weight_g", "status", "tags", "images"),
        *("published_at", *_RATINGS),
    }
)
_STATUSES: Final = ("active", "draft", "archived")
_MAX_LISTED: Final = 20


def scan(source: Source) -> Scan:
    """Count the products, tell the attributes' types, find ids that come twice."""
    guesses: dict[str, KindGuess] = {}
    names: dict[str, str] = {}
    unknown, seen, twice, total = set[str](), set[int](), dict[str, int](), 0
    for item in read_objects(source, Position()):
        total += 1
        unknown |= item.value.keys() - KNOWN
        key = str(item.value.get("id", ""))
        if hash(key) in seen:
            twice.setdefault(key, 0)
        seen.add(hash(key))
        for name, values in _attribute_items(item.value):
            code = make_code(name)
            names.setdefault(code, one_line(name)[:80].replace("_", " ").capitalize())
            guess = guesses.setdefault(code, KindGuess())
            for value in values:
                guess.add(str(value))
    attributes = []
    for code, guess in guesses.items():
        kind, unit = guess.decide()
        attributes.append({"code": code, "name": names[code], "kind": kind, "unit": unit})
    for item in read_objects(source, Position()) if twice else ():
        key = str(item.value.get("id", ""))
        if key in twice and not twice[key]:
            twice[key] = item.line
    state = {"attributes": attributes, "first_lines": twice}
    return Scan(total=total, state=state, warnings=_remarks(source, unknown))


def _remarks(source: Source, unknown: set[str]) -> tuple[str, ...]:
    first = next(read_objects(source, Position()), None)
    remarks = []
    if first is not None and first.value.keys() & _RATINGS:
        remarks.append("Ratings of the file were left out: stars come from reviews.")
    if unknown:
        listed = ", ".join(sorted(one_line(name) for name in unknown)[:_MAX_LISTED])
        remarks.append(f"Fields that are not known were left out: {listed}.")
    return tuple(remarks)


def read(source: Source, state: Mapping[str, Any], start: Position) -> Iterator[Parsed]:
    """Yield the products from a position on."""
    codes = tuple(item["code"] for item in state["attributes"])
    for item in read_objects(source, start):
        yield _parse(item, codes, state["first_lines"], source)


def _parse(
    item: JsonLine, codes: tuple[str, ...], first_lines: Mapping[str, int], source: Source
) -> Parsed:
    identifier = one_line(str(item.value.get("id", "")))[:200]
    problems: list[Problem] = []
    record, fault = None, item.fault
    first = first_lines.get(str(item.value.get("id", "")), item.line)
    if not fault and first != item.line:
        fault = f"The id {identifier} is on line {first} already."
    if not fault:
        try:
            record = _record(item, identifier, codes, source, problems)
        except (InvalidValue, TypeError, ValueError) as error:
            fault = str(error)
    if fault:
        problems.append(Problem(line=item.line, identifier=identifier, message=fault))
    return Parsed(record=record, problems=tuple(problems), end=item.end)


def _record(
    item: JsonLine,
    identifier: str,
    codes: tuple[str, ...],
    source: Source,
    problems: list[Problem],
) -> ProductRecord:
    value = item.value
    title = one_line(text_of(value, "title"))
    if not identifier or not title:
        raise InvalidValue("A product needs an id and a title.")
    pictures = Pictures(folders=source.images_dirs, identifier=identifier, title=title)
    for name in _texts(value, "images"):
        pictures.add(line=item.line, name=name)
    problems += pictures.problems()
    category = one_line(text_of(value, "category"))
    return ProductRecord(
        line=item.line,
        source=SOURCE,
        external_id=identifier,
        slug=make_slug(text_of(value, "slug") or f"{title[:150]} {identifier}", limit=200),
        title=title,
        brand=one_line(text_of(value, "brand")) or None,
        category=tuple(name.strip() for name in category.split(">") if name.strip()) or None,
        description=_description(text_of(value, "description")),
        status=_status(value),
        tags=tuple(dict.fromkeys(map(one_line, _texts(value, "tags")))) or None,
        published_at=parse_moment(text_of(value, "published_at")),
        attributes=_attributes(value, codes),
        variants=(_variant(item, identifier, problems),),
        images=pictures.records(),
    )


def _variant(item: JsonLine, identifier: str, problems: list[Problem]) -> VariantRecord:
    """Return the product's one variant; without a word on stock it is sold without counting."""
    value = item.value
    price = parse_price(text_of(value, "price"))
    before = parse_price(text_of(value, "compare_at_price"))
    if before is not None and (price is None or before <= price):
        message = f"The price before a reduction ({before:f}) is not above the price: left out."
        problems.append(
            Problem(line=item.line, identifier=identifier, message=message, level="warning")
        )
        before = None
    stock, weight = text_of(value, "stock"), text_of(value, "weight_g")
    return VariantRecord(
        line=item.line,
        sku=one_line(text_of(value, "sku")) or identifier,
        barcode=one_line(text_of(value, "barcode")),
        price=price,
        compare_at_price=before,
        stock=max(parse_integer(stock), 0) if stock else None,
        allow_backorder=not stock,
        weight_g=max(parse_integer(weight), 0) if weight else None,
    )


def text_of(value: Mapping[str, Any], key: str) -> str:
    """Return a text or number of the object as text, "" when it is absent."""
    found = value.get(key)
    if found is None:
        return ""
    if isinstance(found, bool | dict | list):
        raise InvalidValue(f"{key} is neither a text nor a number.")
    return str(found)


def _texts(value: Mapping[str, Any], key: str) -> list[str]:
    found = value.get(key) or []
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise InvalidValue(f"{key} is not a list of texts.")
    return found


def _description(text: str) -> str:
    """Return HTML as it is, and plain text as paragraphs."""
    return clean_text(text) if "</" in text else paragraphs(text)


def _status(value: Mapping[str, Any]) -> str:
    status = text_of(value, "status").lower() or "active"
    if status not in _STATUSES:
        raise InvalidValue(f"The status “{status[:40]}” is none of {', '.join(_STATUSES)}.")
    return status


def _attribute_items(value: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Yield (name, values) of each attribute that has a plain value or a list of them."""
    attributes = value.get("attributes")
    for name, given in attributes.items() if isinstance(attributes, dict) else ():
        values = given if isinstance(given, list) else [given]
        yield str(name), unique_values(found for item in values for found in _plain(item))


def _plain(item: Any) -> Iterator[Value]:
    """Yield the value if it is a text, a number or a truth value; nothing for anything else."""
    if isinstance(item, str):
        text = one_line(item)
        if text:
            yield text
    elif isinstance(item, bool):
        yield item
    elif isinstance(item, int | float):
        yield Decimal(str(item))


def _attributes(value: Mapping[str, Any], codes: tuple[str, ...]) -> dict[str, tuple[Value, ...]]:
    found: dict[str, tuple[Value, ...]] = dict.fromkeys(codes, ())
    for name, values in _attribute_items(value):
        found[make_code(name)] = values
    return found
