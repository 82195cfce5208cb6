"""What the vectors of the leading products say, read once: the same as the database says."""

import numpy as np
import pytest
from django.db import connection

from ai.indexing.spaces import ensure_default_space
from ai.search.candidates import read_vectors
from ai.search.dense import match_meaning
from ai.search.diversity import TWINS
from ai.search.query_vector import QueryVector, embed_text
from shop.models import Product
from tests.ai.search.conftest import make_searchable
from tests.factories.shop import ProductFactory

pytestmark = pytest.mark.django_db

TITLES = ("Fell blanket of grey wool", "Wool blanket, grey", "Enamel mug", "Fell blanket")


@pytest.fixture
def shelf() -> list[int]:
    ensure_default_space()
    products = [ProductFactory.create(title=title) for title in TITLES]
    make_searchable(*products)
    return [product.pk for product in products]


@pytest.fixture
def query(shelf: list[int]) -> QueryVector:
    return embed_text("grey blanket")


def test_closeness_is_that_of_the_lane(shelf: list[int], query: QueryVector) -> None:
    everything = Product.objects.published().order_by()
    found = dict(match_meaning(query, everything, is_filtered=False, floor=-1.0))
    assert set(found) == set(shelf)
    read = read_vectors(query.space, shelf).closeness(query, shelf)
    assert read == pytest.approx(found, abs=1e-3)


def test_what_has_no_vector_is_left_out(shelf: list[int], query: QueryVector) -> None:
    read = read_vectors(query.space, [*shelf, 0])
    assert set(read.closeness(query, [0, shelf[0]])) == {shelf[0]}
    assert read.likeness(query, [0], shelf) == {}
    assert 0 not in read.twins([0, *shelf], cosine=-1.0)
    nothing = read_vectors(query.space, [])
    assert nothing.closeness(query, shelf) == {}
    assert nothing.twins(shelf, cosine=0.0) == {}


def test_likeness_is_closeness_to_the_mean_of_the_leaders(
    shelf: list[int], query: QueryVector
) -> None:
    read = read_vectors(query.space, shelf)
    likeness = read.likeness(query, shelf[:2], shelf)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.product_id, 1 - (e.embedding <=> c.centre) FROM ai_product_embedding e,"
            " (SELECT avg(embedding) AS centre FROM ai_product_embedding"
            "  WHERE space_id = %(space)s AND product_id = ANY(%(leaders)s)) c"
            " WHERE e.space_id = %(space)s",
            {"space": query.space.pk, "leaders": shelf[:2]},
        )
        expected = {id_: query.closeness(cosine) for id_, cosine in cursor.fetchall()}
    assert likeness == pytest.approx(expected, abs=1e-3)


def test_twins_are_symmetrical_and_never_of_themselves(
    shelf: list[int], query: QueryVector
) -> None:
    twins = read_vectors(query.space, shelf).twins(shelf, cosine=0.5)
    assert all(id_ in twins[other] for id_, others in twins.items() for other in others)
    assert all(id_ not in others for id_, others in twins.items())
    assert read_vectors(query.space, shelf).twins(shelf, cosine=1.1) == {}
    assert 0.5 < TWINS < 1


def test_vectors_have_length_one(shelf: list[int], query: QueryVector) -> None:
    matrix = read_vectors(query.space, shelf).matrix
    assert matrix.shape == (len(shelf), query.space.dimensions)
    assert np.linalg.norm(matrix, axis=1) == pytest.approx(np.ones(len(shelf)), abs=1e-5)
