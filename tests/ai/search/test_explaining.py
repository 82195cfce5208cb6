"""Why a hit stands where it stands: contributions that add up to what hits are ordered by."""

from itertools import pairwise

import pytest

from shop.models import Product, Variant
from tests.ai.search.conftest import find


def test_the_contributions_add_up_to_the_score_and_the_scores_to_the_order(
    kitchen: list[Product],
) -> None:
    hits = find("steel kettle", explain=True).hits
    explanations = [hit.explanation for hit in hits if hit.explanation is not None]
    assert len(explanations) == len(hits) > 1
    for each in explanations:
        total = sum(part.amount for part in each.contributions)
        assert total == pytest.approx(each.score, abs=1e-5)
        assert {"words", "meaning"} <= {part.name for part in each.contributions}
    assert all(first.score >= second.score for first, second in pairwise(explanations))


def test_what_is_sold_out_says_what_that_takes(kitchen: list[Product]) -> None:
    sold_out = next(product for product in kitchen if product.slug == "steel-kettle")
    Variant.objects.filter(product=sold_out).update(stock=0, allow_backorder=False)
    hit = next(hit for hit in find("kettle", explain=True).hits if hit.slug == "steel-kettle")
    assert hit.explanation is not None
    taken = {part.name: part.amount for part in hit.explanation.contributions}
    assert taken["sold_out"] < 0


def test_nothing_is_explained_unasked(kitchen: list[Product]) -> None:
    assert all(hit.explanation is None for hit in find("kettle").hits)
