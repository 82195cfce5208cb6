"""A page is not the same thing ten times over, unless that is what was asked for."""

from itertools import combinations

import numpy as np
import pytest

from ai.indexing.spaces import ensure_default_space
from ai.search.candidates import read_vectors
from ai.search.diversity import FREE, LOSS, MOST_LOSS, TWINS, WINDOW, spread
from ai.search.service import search
from ai.search.types import SearchRequest
from shop.models import Product
from tests.ai.search.conftest import make_searchable
from tests.factories.shop import ProductFactory


def all_alike(*ids: int) -> dict[int, set[int]]:
    return {id_: set(ids) - {id_} for id_ in ids}


def test_others_that_match_about_as_well_come_between() -> None:
    scores = {id_: 0.9 - 0.001 * id_ for id_ in range(1, 11)} | {11: 0.88, 12: 0.87}
    ids, lost = spread(range(1, 13), scores, all_alike(*range(1, 11)))
    assert ids[:FREE] == [1, 2, 3]
    assert ids[FREE : FREE + 2] == [11, 4]
    assert sorted(ids) == list(range(1, 13))
    assert 3 not in lost and lost[4].amount == -LOSS  # noqa: PT018
    assert {each.amount for each in lost.values()} == {-LOSS, -2 * LOSS, -MOST_LOSS}


def test_what_matches_clearly_worse_stays_below() -> None:
    scores = {1: 0.9, 2: 0.89, 3: 0.88, 4: 0.87, 5: 0.86, 6: 0.5}
    ids, _ = spread(range(1, 7), scores, all_alike(1, 2, 3, 4, 5))
    assert ids == [1, 2, 3, 4, 5, 6]


def test_places_are_in_the_order_of_what_scores_come_to() -> None:
    chance = np.random.default_rng(3)
    for _ in range(50):
        scores = {id_: float(each) for id_, each in enumerate(chance.random(60) / 5)}
        order = sorted(scores, key=lambda id_: -scores[id_])
        pairs = [pair for pair in combinations(order, 2) if chance.random() < 0.3]
        twins: dict[int, set[int]] = {}
        for one, other in pairs:
            twins.setdefault(one, set()).add(other)
            twins.setdefault(other, set()).add(one)
        ids, lost = spread(order, scores, twins)
        left = [scores[id_] + (lost[id_].amount if id_ in lost else 0) for id_ in ids[:WINDOW]]
        assert left == sorted(left, reverse=True)
        assert ids[WINDOW:] == order[WINDOW:]


def test_without_twins_nothing_moves() -> None:
    assert spread([3, 1, 2], {1: 0.2, 2: 0.1, 3: 0.3}, {}) == ([3, 1, 2], {})


@pytest.mark.django_db
class TestInTheDatabase:
    """Twins by the vectors of a space."""

    @pytest.fixture
    def shelf(self) -> list[Product]:
        ensure_default_space()
        said = "<p>Warm, soft and light, made of the wool of one flock for cold mornings.</p>"
        same = [
            ProductFactory.create(
                title="Fell blanket of grey wool", description=said, brand=None, category=None
            )
            for _ in range(6)
        ]
        other = ProductFactory.create(
            title="Blanket", description="<p>Cotton for summer.</p>", brand=None, category=None
        )
        make_searchable(*same, other)
        return [*same, other]

    def test_equal_products_are_twins_and_others_are_not(self, shelf: list[Product]) -> None:
        ids = [product.pk for product in shelf]
        twins = read_vectors(ensure_default_space(), ids).twins(ids, cosine=TWINS)
        assert twins == all_alike(*ids[:6])

    @pytest.mark.usefixtures("shelf")
    def test_a_hit_says_what_it_lost(self) -> None:
        result = search(SearchRequest(q="blanket of wool", explain=True))
        whys = [hit.explanation for hit in result.hits if hit.explanation]
        scores = [why.score for why in whys]
        assert scores == sorted(scores, reverse=True)
        repeated = [
            each.amount for why in whys for each in why.contributions if each.name == "repeats"
        ]
        assert repeated == [-LOSS, -2 * LOSS, -MOST_LOSS]

    @pytest.mark.usefixtures("shelf")
    def test_a_first_page_is_the_same_on_every_page_after_it(self) -> None:
        whole = [hit.product.pk for hit in search(SearchRequest(q="blanket of wool")).hits]
        parts = [
            hit.product.pk
            for page in (1, 2, 3, 4)
            for hit in search(SearchRequest(q="blanket of wool", page=page, page_size=2)).hits
        ]
        assert parts == whole
