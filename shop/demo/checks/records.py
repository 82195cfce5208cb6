"""The demo shop's files as the checks see them, once their shape is sound."""

import html
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from shop.demo.checks.quantities import Quantity, find_quantities

Value = str | float | bool
_TAG: Final = re.compile(r"</?([a-z][a-z0-9]*)\b[^>]*>", re.IGNORECASE)
_BLOCK: Final = re.compile(r"</(?:p|li|h3)>")


@dataclass(frozen=True, kw_only=True)
class Variant:
    """A variant of a product."""

    sku: str
    barcode: str
    options: tuple[str, ...]
    price: Decimal
    compare_at_price: Decimal | None
    stock: int
    weight_g: int


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture's file name and its alternative text."""

    file: str
    alt: str


@dataclass(frozen=True, kw_only=True)
class Product:
    """A product with the file that it is written in."""

    file: str
    slug: str
    title: str
    brand: str
    category: str
    status: str
    description: str
    attributes: dict[str, tuple[Value, ...]]
    options: tuple[str, ...]
    variants: tuple[Variant, ...]
    images: tuple[Picture, ...]
    published_at: date

    @cached_property
    def plain(self) -> str:
        """The description without its tags; a paragraph or an item ends with a line break."""
        return to_plain(self.description)

    @cached_property
    def said(self) -> str:
        """Everything that a shopper reads: title and description."""
        return f"{self.title}\n{self.plain}"

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers that a shopper reads, with their units."""
        return tuple(find_quantities(self.said))

    @cached_property
    def tags(self) -> set[str]:
        """The names of the tags in the description."""
        return {found.lower() for found in _TAG.findall(self.description)}

    def texts(self, code: str) -> tuple[str, ...]:
        """Return the values of a text attribute."""
        return tuple(x for x in self.attributes.get(code, ()) if isinstance(x, str))

    def prices(self) -> list[Decimal]:
        """Return what its variants cost."""
        return [variant.price for variant in self.variants]


@dataclass(frozen=True, kw_only=True)
class Review:
    """A review with the file that it is written in."""

    file: str
    id: str
    product: str
    author_name: str
    rating: int
    title: str
    body: str
    verified_purchase: bool
    status: str
    helpful_count: int
    created_at: datetime


@dataclass(frozen=True, kw_only=True)
class Attribute:
    """The definition of an attribute."""

    code: str
    name: str
    kind: str
    unit: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page: its front matter and its Markdown."""

    slug: str
    title: str
    summary: str
    body: str

    @property
    def file(self) -> str:
        """The file's path in the folder."""
        return f"pages/{self.slug}.md"

    @property
    def said(self) -> str:
        """The summary and the text."""
        return f"{self.summary}\n{self.body}"


@dataclass(frozen=True, kw_only=True)
class Question:
    """A frequent question with its answer."""

    slug: str
    topic: str
    question: str
    answer: str
    on_products: bool = False
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Mission:
    """A shopping mission with the products that answer it."""

    id: str
    mission: str
    constraints: tuple[str, ...]
    max_price: Decimal | None
    products: tuple[str, ...]
    why: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """A section of the front page; what it lacks is empty."""

    key: str
    kind: str
    title: str
    text: str
    link_text: str
    link_path: str
    category: str
    picture: Picture | None
    products: tuple[str, ...]
    season: tuple[str, ...]  # first day and the day after the last, as MM-DD

    @property
    def said(self) -> str:
        """Everything that a shopper reads of it."""
        return f"{self.title}\n{self.text}\n{self.link_text}"


@dataclass(frozen=True, kw_only=True)
class Demo:
    """The whole demo shop; records of unsound shape are not in it."""

    folder: Path
    shop: dict[str, str]
    commerce: dict[str, Any]
    leaves: dict[str, str]  # slug -> name
    branches: dict[str, str]
    guides: dict[str, str]  # slug -> Markdown, of the categories that have one
    brands: dict[str, str]
    brand_texts: dict[str, str]
    attributes: dict[str, Attribute]
    products: tuple[Product, ...]
    reviews: tuple[Review, ...]
    pages: tuple[Page, ...]
    questions: tuple[Question, ...]
    missions: tuple[Mission, ...]
    home: tuple[Section, ...]

    @cached_property
    def by_slug(self) -> dict[str, Product]:
        """Products by their slug."""
        return {product.slug: product for product in self.products}

    @cached_property
    def by_title(self) -> dict[str, Product]:
        """Products by their title."""
        return {product.title: product for product in self.products}


def to_plain(description: str) -> str:
    """Return the text of a description, its tags left out and blocks on lines of their own."""
    lines = html.unescape(_TAG.sub("", _BLOCK.sub("\n", description))).splitlines()
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def make_product(file: str, value: dict[str, Any]) -> Product:
    """Return the record of a product whose shape is sound."""
    variants = tuple(
        Variant(
            sku=item["sku"],
            barcode=item["barcode"],
            options=tuple(item["options"]),
            price=Decimal(item["price"]),
            compare_at_price=item["compare_at_price"] and Decimal(item["compare_at_price"]),
            stock=item["stock"],
            weight_g=item["weight_g"],
        )
        for item in value["variants"]
    )
    attributes = {
        code: tuple(given) if isinstance(given, list) else (given,)
        for code, given in value["attributes"].items()
    }
    return Product(
        file=file,
        slug=value["slug"],
        title=value["title"],
        brand=value["brand"],
        category=value["category"],
        status=value["status"],
        description=value["description"],
        attributes=attributes,
        options=tuple(value["options"]),
        variants=variants,
        images=tuple(Picture(file=item["file"], alt=item["alt"]) for item in value["images"]),
        published_at=date.fromisoformat(value["published_at"]),
    )


def make_review(file: str, value: dict[str, Any]) -> Review:
    """Return the record of a review whose shape is sound."""
    written = datetime.strptime(value["created_at"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return Review(**{**value, "file": file, "created_at": written})


def make_mission(value: dict[str, Any]) -> Mission:
    """Return the record of a mission whose shape is sound."""
    return Mission(
        id=value["id"],
        mission=value["mission"],
        constraints=tuple(value["constraints"]),
        max_price=value["max_price"] and Decimal(value["max_price"]),
        products=tuple(value["products"]),
        why=value["why"],
    )


def make_section(value: dict[str, Any]) -> Section:
    """Return the record of a section of the front page whose shape is sound."""
    link, season, picture = (value.get(key, {}) for key in ("link", "season", "picture"))
    return Section(
        key=value["key"],
        kind=value["kind"],
        title=value["title"],
        text=value.get("text", ""),
        link_text=link.get("text", ""),
        link_path=link.get("path", ""),
        category=value.get("category", ""),
        picture=Picture(file=picture["file"], alt=picture["alt"]) if picture else None,
        products=tuple(value.get("products", ())),
        season=(season["from"], season["until"]) if season else (),
    )
