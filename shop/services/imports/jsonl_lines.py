"""Lines that hold one JSON object each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from shop.services.imports.records import Position
from shop.services.imports.source import LineReader, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonLine:
    """One line: its object, or what is wrong with it."""

    line: int
    value: dict[str, Any]
    fault: str = ""
    end: Position


def read_objects(source: Source, start: Position) -> Iterator[JsonLine]:
    """Yield the objects from a position on; blank lines are passed over."""
    with LineReader(source, start) as lines:
        for text in lines:
            if not text.strip():
                continue
            value, fault = _parse(text)
            yield JsonLine(line=lines.line, value=value, fault=fault, end=lines.position)


def _parse(text: str) -> tuple[dict[str, Any], str]:
    try:
        value = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        return {}, f"This line is no JSON: {error}."
    if not isinstance(value, dict):
        return {}, "This line is no JSON object in braces."
    return value, ""


def _refuse(name: str) -> float:
    raise ValueError(f"{name} is not a number")
