"""The life of a space, on real PostgreSQL."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DataError
from django.test.utils import CaptureQueriesContext

from ai.exceptions import AiError, NoLiveSpace
from ai.indexing import spaces
from ai.indexing.partitions import TABLES
from ai.models import EmbeddingSpace
from tests.conftest import HASHING_EMBEDDER

pytestmark = pytest.mark.django_db


def tables() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relispartition")
        return {name for (name,) in cursor.fetchall()}


def make(name: str) -> EmbeddingSpace:
    return spaces.create_space(name=name, provider=HASHING_EMBEDDER)


def test_without_a_space_search_is_told_so() -> None:
    with pytest.raises(NoLiveSpace):
        spaces.get_live_space()


def test_the_default_space_is_made_once_and_is_live() -> None:
    first = spaces.ensure_default_space()
    assert spaces.ensure_default_space() == first == spaces.get_live_space()
    assert (first.status, first.model_id, first.dimensions) == ("live", "hashing-64", 64)
    assert EmbeddingSpace.objects.count() == 1


def test_a_space_has_partitions_that_refuse_other_dimensions() -> None:
    space = make("a")
    assert {f"{table}_s{space.pk}" for table in TABLES} <= tables()
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        insert_page_vector(space, dimensions=63)
    insert_page_vector(space, dimensions=64)


def insert_page_vector(space: EmbeddingSpace, *, dimensions: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ai_page_embedding VALUES (%s, 'page', 1, 0, 't', 'h', %s::halfvec, now())",
            [space.pk, str([0.5] * dimensions)],
        )


def test_only_a_ready_space_goes_live_and_going_back_is_the_same_call() -> None:
    old, new = spaces.ensure_default_space(), make("new")
    with pytest.raises(AiError, match="building"):
        spaces.go_live(space=new)
    assert spaces.get_live_space() == old
    assert spaces.build_indexes(space=new)
    spaces.mark_ready(space=new)
    spaces.go_live(space=new)
    assert spaces.get_live_space() == new
    old.refresh_from_db()
    assert old.status == "ready"
    spaces.go_live(space=old)
    assert spaces.get_live_space() == old


def test_a_retired_space_gives_its_tables_back_and_the_live_one_is_refused() -> None:
    live, other = spaces.ensure_default_space(), make("other")
    with pytest.raises(AiError, match="live"):
        spaces.retire_space(space=live)
    spaces.retire_space(space=other)
    assert not any(name.endswith(f"_s{other.pk}") for name in tables())
    assert any(name.endswith(f"_s{live.pk}") for name in tables())


@pytest.mark.django_db(transaction=True)
def test_an_index_left_invalid_by_a_killed_build_is_made_anew() -> None:
    space = make("a")
    spaces.build_indexes(space=space)
    name = f"ai_product_embedding_s{space.pk}_hnsw"
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE pg_index SET indisvalid = false WHERE indexrelid = to_regclass(%s)", [name]
        )
    assert not index_is_valid(name)
    spaces.build_indexes(space=space)
    assert index_is_valid(name)


def index_is_valid(name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(%s)", [name])
        return bool(cursor.fetchone()[0])


@pytest.mark.parametrize(("most", "expected"), [(2048, 64), (16, 16)])
def test_building_takes_what_the_graph_needs_and_no_more_than_it_may(
    settings: Any, most: int, expected: int
) -> None:
    settings.AI = {**settings.AI, "INDEX_BUILD_MEMORY_MB": most}
    with CaptureQueriesContext(connection) as captured:
        spaces.build_indexes(space=make("small"))
    said = [query["sql"] for query in captured if "'maintenance_work_mem'" in query["sql"]]
    assert len(said) == len(TABLES)
    assert all(f"'{expected}MB'" in each for each in said)
