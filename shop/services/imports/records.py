"""What every form of file is turned into before anything is written: one record a noun."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal

from shop.attribute_values import Kind, Value

Level = Literal["error", "warning", "difference"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something to tell the shopkeeper about one line."""

    line: int
    identifier: str
    message: str
    level: Level = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where in a file the next record begins: bytes from its start, lines before it."""

    offset: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeDefinition:
    """An attribute that a file speaks of; a shop's own definition of the same code wins."""

    code: str
    name: str
    kind: Kind = "text"
    unit: str = ""
    is_filterable: bool = True
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageRecord:
    """A picture in a folder."""

    path: Path
    alt: str
    position: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantRecord:
    """One variant; None where the file does not say, so that the shop's value stays."""

    line: int
    sku: str
    options: tuple[str, ...] = ()
    barcode: str = ""
    price: Decimal | None = None
    compare_at_price: Decimal | None = None
    stock: int | None = None
    allow_backorder: bool | None = None
    weight_g: int | None = None
    image: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductRecord:
    """One product, whole; None where the file does not say, so that the shop's value stays."""

    line: int
    source: str
    external_id: str
    slug: str
    title: str
    brand: str | None = None
    category: tuple[str, ...] | None = None
    description: str | None = None
    status: str | None = None
    tags: tuple[str, ...] | None = None
    published_at: datetime | None = None
    # By attribute code; a code with no values says that the product has none.
    attributes: Mapping[str, tuple[Value, ...]]
    options: tuple[AttributeDefinition, ...] = ()
    variants: tuple[VariantRecord, ...]
    images: tuple[ImageRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRecord:
    """One review of a product known by its id in the source, or by its slug."""

    line: int
    source: str
    external_id: str
    product: str
    author_name: str
    rating: int
    title: str
    body: str
    verified_purchase: bool = False
    status: str = "published"
    helpful_count: int = 0
    reply: str = ""
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """One content page."""

    line: int
    slug: str
    title: str
    body: str
    summary: str | None = None
    in_footer: bool | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqRecord:
    """One question with its answer."""

    line: int
    slug: str
    topic: str
    question: str
    answer: str
    position: int
    on_products: bool = False
    # Slugs; none: on every product, where it is shown on products at all.
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeRecord:
    """One section of the front page; its line is its place."""

    line: int
    key: str
    kind: str
    title: str
    text: str = ""
    link_text: str = ""
    link_path: str = ""
    rule: str = ""
    category: str = ""
    picture: Path | None = None
    picture_alt: str = ""
    products: tuple[str, ...] = ()
    season: tuple[str, str] | None = None


Record = ProductRecord | ReviewRecord | PageRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """One record read from a file, or why there is none, and where the next one begins."""

    record: Record | None
    problems: tuple[Problem, ...]
    end: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one record."""

    result: Literal["created", "updated", "unchanged", "failed"]
    problems: tuple[Problem, ...] = ()
