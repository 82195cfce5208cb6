"""A small catalogue that can be searched by words and by meaning."""

from collections.abc import Callable
from typing import Any

import pytest

from ai.indexing.pipeline import embed_objects
from ai.indexing.spaces import ensure_default_space
from ai.indexing.words import index_words
from ai.models import EmbeddingSpace, SourceKind
from ai.search.service import search
from ai.search.types import SearchRequest, SearchResult
from shop.models import Product
from tests.factories.shop import ProductFactory

Publish = Callable[..., list[Product]]


def make_searchable(*products: Product) -> None:
    """Do what the worker does with these products."""
    ids = [product.pk for product in products]
    index_words(product_ids=ids)
    embed_objects(space=ensure_default_space(), kind=SourceKind.PRODUCT, ids=ids)


def find(q: str = "", **fields: Any) -> SearchResult:
    """Search as the edges do."""
    return search(SearchRequest(q=q, **fields))


def slugs(result: SearchResult) -> list[str]:
    """Return what was found, in order."""
    return [hit.slug for hit in result.hits]


@pytest.fixture
def space(db: None) -> EmbeddingSpace:
    return ensure_default_space()


@pytest.fixture
def kitchen(space: EmbeddingSpace) -> list[Product]:
    """Return five products of a kitchen, searchable."""
    titles = {
        "copper-kettle": "Copper kettle",
        "steel-kettle": "Steel kettle with a whistle",
        "teapot": "Porcelain teapot",
        "towels": "Linen kitchen towels, set of two",
        "t-shirt": "Cotton t-shirt, barista",
    }
    products = [
        ProductFactory.create(slug=slug, title=title, description="", brand=None, category=None)
        for slug, title in titles.items()
    ]
    make_searchable(*products)
    return products
