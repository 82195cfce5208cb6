"""How much the leaders of a search have to say about the rest (pure)."""

import pytest

from ai.search.fusion import KIND, LIKENESS, TRUSTED, Weights, trust


@pytest.mark.parametrize(
    ("agreement", "share"), [(0.0, 0.0), (TRUSTED / 2, 0.5), (TRUSTED, 1.0), (1.0, 1.0)]
)
def test_leaders_count_as_far_as_both_lanes_have_them(agreement: float, share: float) -> None:
    weights = trust(Weights(words=0.4, meaning=0.6), agreement=agreement)
    assert weights.likeness == pytest.approx(share * LIKENESS)
    assert weights.kind == pytest.approx(share * KIND)
    assert (weights.words, weights.meaning) == (0.4, 0.6)
