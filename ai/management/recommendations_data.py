"""Catalogues with vectors for measuring recommendations, in databases beside the shop's."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings
from django.core.management.base import CommandError, OutputWrapper
from django.db import connection

from ai.indexing.pipeline import embed_objects
from ai.indexing.spaces import ensure_default_space
from ai.management.judged import embed_catalogue, import_catalogue
from ai.management.scratch import scratch_database
from ai.models import EmbeddingSpace, SourceKind
from ai.recommendations.methods.interactions import IntArray
from shop.demo.history.events import History
from shop.demo.history.shipping import parse_rates
from shop.demo.history.simulate import simulate
from shop.exceptions import ShopError
from shop.models import ImportJob, Product
from shop.services.imports.demo import DemoFolder
from shop.services.imports.demo_history import read_catalogue
from shop.services.imports.demo_load import load_products

VECTORS = """
SELECT p.slug, p.external_id, p.title, e.embedding::text FROM ai_product_embedding e
JOIN shop_product p ON p.id = e.product_id WHERE e.space_id = %s AND p.status = 'active'
ORDER BY p.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Products with their vectors: `vectors` are unit, float32 [n, d], rows in one order."""

    slugs: list[str]
    external_ids: list[str]
    titles: list[str]
    vectors: Any
    model: str

    @property
    def numbers(self) -> dict[str, int]:
        """The row of each product, by its own id where it was imported and by its slug."""
        imported = {id_: number for number, id_ in enumerate(self.external_ids) if id_}
        return imported | {slug: number for number, slug in enumerate(self.slugs)}


def load_catalogue(path: Path, *, stdout: OutputWrapper) -> Catalogue:
    """Return the products of a Shopify CSV or a catalogue in JSON lines; raises CommandError."""
    if not path.is_file():
        raise CommandError(f"There is no catalogue at {path}.")
    kind = (
        ImportJob.Kind.SHOPIFY_PRODUCTS if path.suffix == ".csv" else ImportJob.Kind.CATALOGUE_JSONL
    )
    with scratch_database("evaluate_recommendations", fresh=True):
        import_catalogue(path, stdout=stdout, kind=kind)
        return _read(embed_catalogue(stdout=stdout))


def load_demo_catalogue() -> Catalogue:
    """Return the demo shop's products."""
    with scratch_database("evaluate_queries", fresh=False):
        load_products(Path(settings.SHOP["DEMO_DIR"]))
        ids = list(Product.objects.published().values_list("pk", flat=True))
        space = ensure_default_space()
        embed_objects(space=space, kind=SourceKind.PRODUCT, ids=ids)
        return _read(space)


def demo_histories(numbers: dict[str, int]) -> list[IntArray]:
    """Return what each visitor and customer of the demo's simulated year looked at and bought.

    Each item once, at its first place. Raises CommandError.
    """
    demo = DemoFolder(Path(settings.SHOP["DEMO_DIR"]))
    page = next((page.body for page in demo.pages() if page.slug == "shipping"), "")
    try:
        history = simulate(read_catalogue(demo), parse_rates(page))
    except (ValueError, ShopError) as error:
        raise CommandError(f"The demo's orders cannot be simulated: {error}") from error
    return [np.array(row, np.int64) for row in _rows(history, numbers)]


def _rows(history: History, numbers: dict[str, int]) -> list[list[int]]:
    events = [(view.viewed_at, view.email or view.visitor, view.slug) for view in history.views]
    events += [
        (order.placed_at, order.buyer.email, line.slug)
        for order in history.orders
        for line in order.lines
    ]
    rows: dict[str, dict[int, None]] = {}
    for _, who, slug in sorted(events, key=lambda event: event[:2]):
        if slug in numbers:
            rows.setdefault(who, {}).setdefault(numbers[slug])
    return [list(row) for row in rows.values()]


def _read(space: EmbeddingSpace) -> Catalogue:
    with connection.cursor() as cursor:
        cursor.execute(VECTORS, [space.pk])
        rows = cursor.fetchall()
    if not rows:
        raise CommandError("The catalogue has no published product.")
    vectors = np.array([np.fromstring(text.strip("[]"), np.float32, sep=",") for *_, text in rows])
    return Catalogue(
        slugs=[row[0] for row in rows],
        external_ids=[row[1] for row in rows],
        titles=[row[2] for row in rows],
        vectors=vectors / np.linalg.norm(vectors, axis=1, keepdims=True),
        model=space.model_id,
    )
