"""Reads the folder and holds every record against its JSON Schema."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from shop.demo.checks.finding import Finding
from shop.demo.checks.records import (
    Attribute,
    Demo,
    Page,
    Product,
    Question,
    make_mission,
    make_product,
    make_review,
    make_section,
)

T = TypeVar("T")
_SCHEMAS: Final = Path(__file__).parents[1] / "schema"
_SHOWN: Final = 160  # characters of a schema's message; some quote the whole record


def read_demo(folder: Path) -> tuple[Demo, list[Finding]]:
    """Return the demo shop's sound records, and what is wrong with the others."""
    reader = _Reader(folder)
    tree = reader.entries("categories.json", "category")
    leaves, branches = _split_tree(tree)
    brands = reader.entries("brands.json", "brand")
    demo = Demo(
        folder=folder,
        shop=reader.object("shop"),
        commerce=reader.object("commerce"),
        leaves=leaves,
        branches=branches,
        guides=dict(_guides(tree)),
        brands={item["slug"]: item["name"] for item in brands},
        brand_texts={item["slug"]: item["description"] for item in brands},
        attributes={
            item["code"]: Attribute(
                code=item["code"], name=item["name"], kind=item["kind"], unit=item["unit"]
            )
            for item in reader.entries("attributes.json", "attribute")
        },
        products=tuple(reader.products()),
        reviews=tuple(reader.lines("reviews/*.jsonl", "review", make_review)),
        pages=tuple(reader.pages()),
        questions=tuple(Question(**item) for item in reader.entries("faq.json", "faq")),
        missions=tuple(
            reader.lines("missions.jsonl", "mission", lambda _, value: make_mission(value))
        ),
        home=tuple(make_section(item) for item in reader.entries("home.json", "home")),
    )
    return demo, reader.findings


class _Reader:
    """Reads files, and keeps what it could not take."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.findings: list[Finding] = []

    def object(self, name: str) -> dict[str, Any]:
        value = self._load(f"{name}.json", {})
        return value if self._fits(name, value, f"{name}.json", f"the {name}") else {}

    def entries(self, file: str, schema: str) -> list[dict[str, Any]]:
        values = self._load(file, [])
        if not isinstance(values, list):
            self._report(file, "the file", "does not hold a list", "put the records in [ ]")
            return []
        return [
            value
            for position, value in enumerate(values, start=1)
            if self._fits(schema, value, file, _name(value, position))
        ]

    def products(self) -> Iterator[Product]:
        for path in sorted(self._folder.glob("products/*.json")):
            file = f"products/{path.name}"
            for value in self.entries(file, "product"):
                yield from self._made(file, value["slug"], make_product, value)

    def lines(
        self, pattern: str, schema: str, make: Callable[[str, dict[str, Any]], T]
    ) -> Iterator[T]:
        for path in sorted(self._folder.glob(pattern)):
            file = path.relative_to(self._folder).as_posix()
            for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
                try:
                    value = json.loads(text)
                except ValueError as error:
                    self._report(file, f"line {number}", f"is not JSON ({error})", "mend the line")
                    continue
                subject = _name(value, number)
                if self._fits(schema, value, file, subject):
                    yield from self._made(file, subject, make, value)

    def pages(self) -> Iterator[Page]:
        for path in sorted(self._folder.glob("pages/*.md")):
            file = f"pages/{path.name}"
            parts = path.read_text(encoding="utf-8").split("---\n", 2)
            if len(parts) != 3 or parts[0]:  # noqa: PLR2004 - nothing, front matter, text
                self._report(file, "the page", "has no front matter", "begin it with ---")
                continue
            front = dict(_front_matter(parts[1].splitlines()))
            if self._fits("page", front, file, "front matter"):
                yield Page(
                    slug=path.stem,
                    title=front["title"],
                    summary=front["summary"],
                    body=parts[2].strip(),
                )

    def _made(
        self,
        file: str,
        subject: str,
        make: Callable[[str, dict[str, Any]], T],
        value: dict[str, Any],
    ) -> Iterator[T]:
        """Yield the record; a value of the right shape may still be no date (31 February)."""
        try:
            yield make(file, value)
        except ValueError as error:
            self._report(file, subject, str(error), "write a date that exists")

    def _load(self, file: str, otherwise: Any) -> Any:
        try:
            return json.loads((self._folder / file).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            self._report(file, "the file", f"cannot be read ({error})", "mend the JSON")
            return otherwise

    def _fits(self, schema: str, value: Any, file: str, subject: str) -> bool:
        errors = list(_validator(schema).iter_errors(value))
        for error in errors:
            place = "/".join(map(str, error.absolute_path)) or "the record"
            message = error.message if len(error.message) <= _SHOWN else _shorten(error.message)
            self._report(file, subject, f"{place}: {message}", f"see schema/{schema}.schema.json")
        return not errors

    def _report(self, file: str, subject: str, problem: str, mend: str) -> None:
        self.findings.append(Finding(file=file, subject=subject, problem=problem, mend=mend))


@cache
def _validator(schema: str) -> Any:
    path = _SCHEMAS / f"{schema}.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def _shorten(message: str) -> str:
    return f"{message[: _SHOWN // 2]} … {message[-_SHOWN // 2 :]}"


def _name(value: Any, position: int) -> str:
    """Return what a reader finds the record by."""
    if isinstance(value, dict):
        for key in ("id", "slug", "code", "key"):
            if isinstance(value.get(key), str):
                return str(value[key])
    return f"record {position}"


def _split_tree(nodes: Iterable[dict[str, Any]]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the names of leaf categories and of those above them, by slug."""
    leaves: dict[str, str] = {}
    branches: dict[str, str] = {}
    for node in nodes:
        (branches if node["children"] else leaves)[node["slug"]] = node["name"]
        below = _split_tree(node["children"])
        leaves |= below[0]
        branches |= below[1]
    return leaves, branches


def _guides(nodes: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if "guide" in node:
            yield node["slug"], node["guide"]
        yield from _guides(node["children"])


def _front_matter(lines: Iterable[str]) -> Iterator[tuple[str, Any]]:
    for line in lines:
        key, _, value = line.partition(": ")
        if value in {"true", "false"}:
            yield key, value == "true"
        elif value.isdigit():
            yield key, int(value)
        elif line.strip():
            yield key, value
