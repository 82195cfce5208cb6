"""Sets of queries with what each must find, put through the search that serves the shop."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ai.search.service import search
from ai.search.types import SearchRequest, SearchResult
from shop.models import Product

# What a shopper sees without leafing or scrolling.
DEPTH: Final = 5
# The demo shop's attributes of what a thing is; `fits` names other things.
MADE_OF: Final = ("material", "fill", "colour", "handle_material")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedQuery:
    """A query with what its first hits must be.

    `any_of` are slugs of which one must be among them; `predicate` is what every one of them must
    fulfil, as {condition: value}, see HOLDS.
    """

    text: str
    any_of: frozenset[str] = frozenset()
    predicate: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a query fared."""

    query: ExpectedQuery
    is_success: bool
    found: tuple[str, ...]
    corrected_from: str


def read_query_set(path: Path) -> list[ExpectedQuery]:
    """Return the queries of a file of JSON lines {"q", "expect": {"any" | "predicate"}}."""
    with path.open(encoding="utf-8") as file:
        return [_expected(json.loads(line)) for line in file if line.strip()]


def run_query_set(queries: Sequence[ExpectedQuery]) -> Iterator[Outcome]:
    """Ask each query and yield how it fared."""
    for query in queries:
        result = search(SearchRequest(q=query.text, page_size=DEPTH, with_facets=False))
        yield Outcome(
            query=query,
            is_success=is_success(query, result),
            found=tuple(hit.slug for hit in result.hits),
            corrected_from=result.corrected_from,
        )


def is_success(query: ExpectedQuery, result: SearchResult) -> bool:
    """Return whether the first hits are what was expected; nothing found never is."""
    hits = result.hits[:DEPTH]
    if query.any_of and not query.any_of & {hit.slug for hit in hits}:
        return False
    if query.predicate is None:
        return bool(hits)
    return bool(hits) and all(_fulfils(hit.product, query.predicate) for hit in hits)


def _expected(line: Mapping[str, Any]) -> ExpectedQuery:
    expect = line["expect"]
    return ExpectedQuery(
        text=line["q"],
        any_of=frozenset(expect.get("any", ())),
        predicate=expect.get("predicate"),
    )


def _fulfils(product: Product, predicate: Mapping[str, Any]) -> bool:
    return all(HOLDS[name](product, value) for name, value in predicate.items())


def _price_max(product: Product, value: float) -> bool:
    return product.price_min is not None and product.price_min <= value


def _price_min(product: Product, value: float) -> bool:
    return product.price_min is not None and product.price_min >= value


def _rating_min(product: Product, value: float) -> bool:
    return product.rating_average is not None and product.rating_average >= value


def _brand(product: Product, value: str) -> bool:
    return product.brand is not None and product.brand.slug == value


def _category(product: Product, value: str) -> bool:
    return product.category is not None and product.category.slug in value.split("|")


def _without(product: Product, value: str) -> bool:
    """Return whether neither what the product is made of, nor its title, has the word."""
    made = product.attributes.filter(attribute__code__in=MADE_OF, text__isnull=False)
    said = [str(text) for text in made.values_list("text", flat=True)]
    is_titled = re.search(rf"\b{re.escape(value)}\b", product.title.lower()) is not None
    return not is_titled and not any(value in text.lower() for text in said)


def _in_stock(product: Product, value: bool) -> bool:
    return any(each.is_buyable for each in product.variants.all()) is value


def _on_sale(product: Product, value: bool) -> bool:
    return any(each.compare_at_price is not None for each in product.variants.all()) is value


def _number(product: Product, value: Sequence[Any]) -> bool:
    """Return whether a number of the attribute lies between two bounds: [code, low, high]."""
    code, low, high = value
    numbers = product.attributes.filter(attribute__code=code).values_list("number", flat=True)
    return any(low <= number <= high for number in numbers if number is not None)


HOLDS: Final[dict[str, Callable[[Product, Any], bool]]] = {
    "price_max": _price_max,
    "price_min": _price_min,
    "rating_min": _rating_min,
    "brand": _brand,
    "category": _category,
    "without": _without,
    "in_stock": _in_stock,
    "on_sale": _on_sale,
    "number": _number,
}
