"""The lane of meaning: the plan, full pages under every filter, the floor."""

from collections.abc import Iterator

import numpy as np
import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from ai.indexing.spaces import build_indexes, ensure_default_space, retire_space
from ai.models import EmbeddingSpace
from ai.search import dense
from ai.search.dense import (
    candidates_of,
    indexed_rows,
    match_meaning,
    needs_exact,
    scan_exactly,
    scan_index,
)
from ai.search.query_vector import QueryVector
from shop.listing.restrictions import compiled
from shop.models import Product
from shop.models.products import ProductQuerySet
from tests.factories.ai import make_space

PRODUCTS = 4_000
DIMENSIONS = 64
PAGE = 10
# Tags by the share of products that carry them.
SHARES = {"half": 2, "tenth": 10, "hundredth": 100, "thousandth": 1000}


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:
    """Return clustered unit vectors: products of a shop are no uniform cloud."""
    random = np.random.default_rng(7)
    centres = random.normal(size=(40, DIMENSIONS))
    points = centres[random.integers(0, 40, PRODUCTS)] + random.normal(
        scale=0.7, size=(PRODUCTS, DIMENSIONS)
    )
    rows = points / np.linalg.norm(points, axis=1, keepdims=True)
    return np.asarray(rows, dtype=np.float32)


@pytest.fixture(scope="module")
def filled(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, vectors: np.ndarray
) -> Iterator[EmbeddingSpace]:
    """Fill a space once for all tests; they run inside its transaction, which is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill_space(vectors)
        transaction.set_rollback(True)


@pytest.fixture
def crowd(filled: EmbeddingSpace, db: None) -> EmbeddingSpace:
    """Return an indexed space of PRODUCTS products, tagged at random by SHARES."""
    return filled


def fill_space(vectors: np.ndarray) -> EmbeddingSpace:
    space = make_space()
    random = np.random.default_rng(11)
    Product.objects.bulk_create(
        Product(
            slug=f"p{n}",
            title=f"P{n}",
            status=Product.Status.ACTIVE,
            tags=[tag for tag, one_in in SHARES.items() if random.integers(one_in) == 0],
        )
        for n in range(PRODUCTS)
    )
    ids = list(Product.objects.order_by("pk").values_list("pk", flat=True))
    with (
        connection.cursor() as cursor,
        cursor.copy(
            "COPY ai_product_embedding (space_id, product_id, content_hash, embedding, embedded_at)"
            " FROM STDIN"
        ) as copy,
    ):
        for id_, vector in zip(ids, vectors, strict=True):
            copy.write_row((space.pk, id_, "x", str(vector.tolist()), "2026-01-01"))
    build_indexes(space=space)
    return space


def queries(space: EmbeddingSpace, vectors: np.ndarray, number: int) -> list[QueryVector]:
    random = np.random.default_rng(13)
    chosen = vectors[random.integers(0, len(vectors), number)]
    noisy = chosen + random.normal(scale=0.05, size=chosen.shape)
    return [
        QueryVector(
            space=space, vector=(row / np.linalg.norm(row)).astype(np.float32), background=0.0
        )
        for row in noisy
    ]


def tagged(tag: str) -> ProductQuerySet:
    return Product.objects.published().filter(tags__contains=[tag]).order_by()


def ids(rows: list[tuple[int, float]]) -> list[int]:
    return [id_ for id_, _ in rows]


def recall(found: list[int], exact: list[int]) -> float:
    return len(set(found) & set(exact)) / len(exact)


def test_a_full_page_under_every_filter(crowd: EmbeddingSpace, vectors: np.ndarray) -> None:
    """R15 of the reliability rules, in short."""
    for tag in SHARES:
        wanted = tagged(tag)
        enough = min(PAGE, wanted.count())
        recalls = []
        for query in queries(crowd, vectors, 25):
            rows = match_meaning(query, wanted, is_filtered=True, limit=PAGE, floor=-1.0)
            assert len(rows) == enough
            recalls.append(
                recall(ids(rows), ids(scan_exactly(query, compiled(wanted), limit=PAGE)))
            )
        assert np.mean(recalls) >= 0.99, (tag, np.mean(recalls))


@pytest.mark.parametrize(("iterative", "is_full"), [("strict_order", True), ("off", False)])
def test_the_index_alone_fills_a_page_only_by_going_on(
    crowd: EmbeddingSpace, vectors: np.ndarray, iterative: str, is_full: bool
) -> None:
    """The negative control of R15: without the iterative scan the same pages are not full."""
    pages = [
        len(scan_index(query, compiled(tagged("hundredth")), limit=PAGE, iterative=iterative))
        for query in queries(crowd, vectors, 10)
    ]
    assert (min(pages) == PAGE) is is_full, pages


def test_each_plan_is_the_one_that_is_meant(
    crowd: EmbeddingSpace, vectors: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    (query,) = queries(crowd, vectors, 1)
    for statement in ("INDEXED", "EXACT"):
        monkeypatch.setattr(dense, statement, f"EXPLAIN {getattr(dense, statement)}")
    published = compiled(Product.objects.published().order_by())
    everything, filtered, exact = (
        str(rows)
        for rows in (
            scan_index(query, published, limit=PAGE),
            scan_index(query, compiled(tagged("hundredth")), limit=PAGE),
            scan_exactly(query, published, limit=PAGE),
        )
    )
    assert "_hnsw" in everything
    assert "_hnsw" in filtered
    assert "_hnsw" not in exact


@pytest.mark.parametrize(
    ("rows", "limit", "expected"),
    [(0, 10, 100), (4_000, 10, 100), (47_000, 200, 216), (250_000, 200, 500), (9e6, 200, 1000)],
)
def test_larger_indexes_are_looked_through_further(rows: float, limit: int, expected: int) -> None:
    assert candidates_of(rows=rows, limit=limit) == expected


def test_settings_of_an_index_scan_do_not_outlive_it(
    crowd: EmbeddingSpace, vectors: np.ndarray
) -> None:
    (query,) = queries(crowd, vectors, 1)
    connection.cursor().execute("SAVEPOINT before")
    scan_index(query, compiled(Product.objects.published().order_by()), limit=PAGE)
    # Inside a test's transaction SET LOCAL lasts until the savepoint is rolled back.
    connection.cursor().execute("ROLLBACK TO SAVEPOINT before")
    with connection.cursor() as cursor:
        cursor.execute("SHOW enable_sort")
        assert cursor.fetchone()[0] == "on"


def test_the_plan_follows_rows_filter_and_index(
    crowd: EmbeddingSpace, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = Product.objects.published().order_by()
    assert indexed_rows(crowd) == PRODUCTS

    def exact(products: ProductQuerySet, *, is_filtered: bool) -> bool:
        return needs_exact(crowd, products, is_filtered=is_filtered, limit=PAGE)

    monkeypatch.setattr(dense, "VISIT_COST", 1.0)  # exact up to 200 of 4,000
    assert not exact(everything, is_filtered=False)
    assert not exact(tagged("half"), is_filtered=True)
    assert exact(tagged("hundredth"), is_filtered=True)
    monkeypatch.setattr(dense, "VISIT_COST", 10_000.0)
    assert exact(everything, is_filtered=False)
    monkeypatch.setattr(dense, "VISIT_COST", 1.0)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX ai_product_embedding_s{crowd.pk}_hnsw")
    assert indexed_rows(crowd) is None
    assert exact(everything, is_filtered=False)


def test_nothing_below_the_floor_is_a_neighbour(crowd: EmbeddingSpace, vectors: np.ndarray) -> None:
    (query,) = queries(crowd, vectors, 1)
    everything = Product.objects.published().order_by()
    rows = match_meaning(query, everything, is_filtered=False, limit=PRODUCTS, floor=0.4)
    cosines = vectors @ query.vector
    assert len(rows) == pytest.approx((cosines >= 0.4).sum(), abs=2)  # halfvec rounds
    assert all(closeness >= 0.4 for _, closeness in rows)
    assert [closeness for _, closeness in rows] == sorted(
        (closeness for _, closeness in rows), reverse=True
    )


def test_unpublished_products_are_no_neighbours(crowd: EmbeddingSpace, vectors: np.ndarray) -> None:
    (query,) = queries(crowd, vectors, 1)
    everything = Product.objects.published().order_by()
    nearest = ids(match_meaning(query, everything, is_filtered=False, limit=PAGE, floor=-1.0))
    Product.objects.filter(pk__in=nearest).update(status=Product.Status.ARCHIVED)
    others = match_meaning(query, everything, is_filtered=False, limit=PAGE, floor=-1.0)
    assert len(others) == PAGE
    assert not set(ids(others)) & set(nearest)


def test_closeness_is_a_scale_of_its_own() -> None:
    query = QueryVector(
        space=EmbeddingSpace(), vector=np.zeros(1, dtype=np.float32), background=0.7
    )
    assert query.closeness(0.7) == pytest.approx(0.0)
    assert query.closeness(1.0) == pytest.approx(1.0)
    assert query.cosine(query.closeness(0.85)) == pytest.approx(0.85)


@pytest.mark.django_db
def test_vectors_of_a_retired_space_are_gone_without_an_error() -> None:
    ensure_default_space()
    EmbeddingSpace.objects.update(status="ready")
    space = make_space("new")
    old = EmbeddingSpace.objects.exclude(pk=space.pk).get()
    query = QueryVector(space=old, vector=np.ones(64, dtype=np.float32), background=0.0)
    retire_space(space=old)
    everything = Product.objects.published().order_by()
    assert match_meaning(query, everything, is_filtered=False) == []
