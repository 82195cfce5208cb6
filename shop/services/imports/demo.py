"""The demo shop's folder (shop/demo/README.md) as records."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from shop.exceptions import ImportFileError
from shop.services.imports.cells import parse_moment, parse_price
from shop.services.imports.records import (
    AttributeDefinition,
    FaqRecord,
    HomeRecord,
    ImageRecord,
    PageRecord,
    ProductRecord,
    ReviewRecord,
    VariantRecord,
)

SOURCE: Final = "demo"
_FENCE: Final = "---\n"


class DemoFolder:
    """Reads the folder's files; raises ImportFileError, naming the file, when one is not sound."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.categories: list[dict[str, Any]] = self._json("categories.json")
        self.brands: list[dict[str, Any]] = self._json("brands.json")
        self.commerce: dict[str, Any] = self._json("commerce.json")
        self.definitions = {
            item["code"]: AttributeDefinition(**item, position=position)
            for position, item in enumerate(self._json("attributes.json"))
        }
        self._brand_names = {brand["slug"]: brand["name"] for brand in self.brands}
        self._category_names = dict(_name_paths(self.categories, ()))
        self.category_slugs = {names: slug for slug, names in self._category_names.items()}

    def products(self) -> Iterator[ProductRecord]:
        """Yield the products."""
        for path in sorted(self._folder.glob("products/*.json")):
            for position, value in enumerate(self._json(path.relative_to(self._folder)), start=1):
                with _Named(path, position):
                    yield self._product(value, position)

    def reviews(self) -> Iterator[ReviewRecord]:
        """Yield the reviews."""
        for path in sorted(self._folder.glob("reviews/*.jsonl")):
            with path.open(encoding="utf-8") as file:
                for line, text in enumerate(file, start=1):
                    with _Named(path, line):
                        yield _review(json.loads(text), line)

    def pages(self) -> Iterator[PageRecord]:
        """Yield the pages."""
        for path in sorted(self._folder.glob("pages/*.md")):
            with _Named(path, 1):
                yield _page(path)

    def faq(self) -> Iterator[FaqRecord]:
        """Yield the questions with their answers."""
        for position, value in enumerate(self._json("faq.json"), start=1):
            with _Named(self._folder / "faq.json", position):
                yield self._question(value, position)

    def home(self) -> Iterator[HomeRecord]:
        """Yield the sections of the front page."""
        for position, value in enumerate(self._json("home.json"), start=1):
            with _Named(self._folder / "home.json", position):
                yield self._section(value, position)

    def _json(self, name: str | Path) -> Any:
        path = self._folder / name
        try:
            return json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ImportFileError(f"{path} cannot be read: {error}.") from error

    def _question(self, value: Mapping[str, Any], line: int) -> FaqRecord:
        places = tuple(value.get("categories", ()))
        if unknown := set(places) - self._category_names.keys():
            raise KeyError(*sorted(unknown))
        return FaqRecord(**{**value, "line": line, "position": line, "categories": places})

    def _product(self, value: Mapping[str, Any], line: int) -> ProductRecord:
        images = tuple(
            ImageRecord(
                path=self._folder / "images" / item["file"],
                alt=item["alt"],
                position=position,
                line=line,
            )
            for position, item in enumerate(value["images"], start=1)
        )
        return ProductRecord(
            line=line,
            source=SOURCE,
            external_id=value["slug"],
            slug=value["slug"],
            title=value["title"],
            brand=self._brand_names[value["brand"]],
            category=self._category_names[value["category"]],
            description=value["description"],
            status=value["status"],
            published_at=parse_moment(value["published_at"]),
            attributes=dict.fromkeys(self.definitions, ())
            | {
                code: tuple(given) if isinstance(given, list) else (given,)
                for code, given in value["attributes"].items()
            },
            options=tuple(self.definitions[code] for code in value["options"]),
            variants=tuple(_variant(item, line) for item in value["variants"]),
            images=images,
        )

    def _section(self, value: Mapping[str, Any], line: int) -> HomeRecord:
        link, season, picture = (value.get(key, {}) for key in ("link", "season", "picture"))
        return HomeRecord(
            line=line,
            key=value["key"],
            kind=value["kind"],
            title=value["title"],
            text=value.get("text", ""),
            link_text=link.get("text", ""),
            link_path=link.get("path", ""),
            rule=value.get("rule", ""),
            category=value.get("category", ""),
            picture=self._folder / "images" / picture["file"] if picture else None,
            picture_alt=picture.get("alt", ""),
            products=tuple(value.get("products", ())),
            season=(season["from"], season["until"]) if season else None,
        )


class _Named:
    """Turns an error in a record into one that names its file and place."""

    def __init__(self, path: Path, line: int) -> None:
        self._where = f"{path}, record {line}"

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, KeyError | TypeError | ValueError):
            raise ImportFileError(f"{self._where}: {error!r}") from error


def _name_paths(
    nodes: list[dict[str, Any]], above: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for node in nodes:
        names = (*above, node["name"])
        yield node["slug"], names
        yield from _name_paths(node["children"], names)


def _variant(value: Mapping[str, Any], line: int) -> VariantRecord:
    return VariantRecord(
        line=line,
        sku=value["sku"],
        barcode=value["barcode"],
        options=tuple(value["options"]),
        price=parse_price(value["price"]),
        compare_at_price=parse_price(value["compare_at_price"] or ""),
        stock=value["stock"],
        allow_backorder=False,
        weight_g=value["weight_g"],
    )


def _review(value: Mapping[str, Any], line: int) -> ReviewRecord:
    fields = {name: item for name, item in value.items() if name not in {"id", "created_at"}}
    return ReviewRecord(
        line=line,
        source=SOURCE,
        external_id=value["id"],
        created_at=parse_moment(value["created_at"]),
        **fields,
    )


def _page(path: Path) -> PageRecord:
    _, front, body = path.read_text(encoding="utf-8").split(_FENCE, 2)
    fields = dict(line.split(": ", 1) for line in front.splitlines() if line.strip())
    return PageRecord(
        line=1,
        slug=path.stem,
        title=fields["title"],
        summary=fields["summary"],
        body=body.strip(),
        in_footer=fields["in_footer"] == "true",
        position=int(fields["position"]),
    )
