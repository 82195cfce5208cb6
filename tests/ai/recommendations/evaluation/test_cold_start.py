"""New items and links chosen by hand: what texts find of them."""

from pathlib import Path

import numpy as np
import pytest

from ai.recommendations.evaluation.cold_start import evaluate_cold_start
from ai.recommendations.evaluation.errors import DataUnusable
from ai.recommendations.evaluation.links import evaluate_links, read_links, title_scores
from ai.recommendations.methods.neighbours import nearest_by_vector

FAMILIES, SIZE = 8, 12


def families() -> tuple[list[np.ndarray], np.ndarray]:
    """Return histories that stay within a family of items, and vectors that tell families."""
    chance = np.random.default_rng(4)
    items = np.arange(FAMILIES * SIZE)
    histories = [
        chance.permutation(items[items // SIZE == chance.integers(FAMILIES)])[:5]
        for _ in range(400)
    ]
    vectors = np.eye(FAMILIES)[items // SIZE] + chance.normal(
        scale=0.1, size=(len(items), FAMILIES)
    )
    return histories, vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_meaning_finds_what_behaviour_cannot_know() -> None:
    histories, vectors = families()
    figures = evaluate_cold_start(histories, vectors)
    ways = {way: values["hr_at_10"] for way, values in figures["ways"].items()}
    assert ways["cold_behaviour"] == 0
    assert ways["cold_semantic"] > 0.9  # eight others of twelve fit in ten places
    assert ways["cold_borrowed"] > 0.9
    assert ways["warm_behaviour"] > 0.9
    assert figures["cold_semantic_of_warm"] > 0.9
    everything = figures["all_with_a_tenth_cold"]
    assert everything["cold_borrowed"] > everything["cold_behaviour"]
    # The control: vectors that tell nothing find about one of ten.
    chance = np.random.default_rng(0).normal(size=vectors.shape)
    blind = evaluate_cold_start(histories, chance / np.linalg.norm(chance, axis=1, keepdims=True))
    assert blind["ways"]["cold_semantic"]["hr_at_10"] < 0.3


def test_too_few_histories_are_refused() -> None:
    with pytest.raises(DataUnusable, match="20 are the least"):
        evaluate_cold_start([np.array([0, 1])] * 19, np.eye(2))


LINKS = """kind,handle,linked_handle
related,a,b
related,b,a
crosssell,a,z
crosssell,b,z
crosssell,b,y
crosssell,a,unknown
crosssell,a,a
"""


def test_links_are_found_again_by_what_the_likes_of_a_product_link_to(tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_text(LINKS)
    numbers = {name: number for number, name in enumerate("abyz")}
    links = read_links(path, numbers)
    assert links["crosssell"] == {0: frozenset({3}), 1: frozenset({2, 3})}
    vectors = np.array([[1.0, 0], [0.9, 0.1], [0, 1], [0, 1]])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    figures = evaluate_links(
        links, {"semantic": vectors @ vectors.T}, semantic=nearest_by_vector(vectors)
    )
    assert figures["related"]["products"] == 2
    assert figures["crosssell"]["links"] == 3
    # Four products: everything is within the first ten.
    assert {way["recall_at_10"] for way in figures["related"]["ways"].values()} == {1.0}


def test_first_places_are_by_score_and_popularity_knows_only_the_others_links(
    tmp_path: Path,
) -> None:
    """24 products; twelve link to product 20, and the first alone to product 21."""
    rows = [("crosssell", f"p{n}", "p20") for n in range(1, 13)] + [("crosssell", "p0", "p21")]
    path = tmp_path / "links.csv"
    path.write_text("kind,handle,linked_handle\n" + "\n".join(",".join(row) for row in rows))
    links = read_links(path, {f"p{n}": n for n in range(24)})
    near = np.eye(24)
    near[0, 21] = 0.9
    figures = evaluate_links(links, {"semantic": near}, semantic=nearest_by_vector(np.eye(24)))[
        "crosssell"
    ]
    assert figures["ways"]["popularity"]["recall_at_10"] == pytest.approx(12 / 13, abs=1e-5)
    # By number where nothing is known: 20 is not among the first ten, 21 is the nearest of p0.
    assert figures["ways"]["semantic"]["recall_at_10"] == pytest.approx(1 / 13, abs=1e-5)
    # Nobody lends: the popularity of the others' links is left.
    assert figures["ways"]["borrowed"]["recall_at_10"] == pytest.approx(12 / 13, abs=1e-5)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read: No such file"),
        (b"kind,handle\n", "no column linked_handle"),
        (b"kind,handle,linked_handle\nrelated,q,r\n", "links none of the catalogue's products"),
        (b"kind,handle,linked_handle\n\xff,a,b\n", "not a text in UTF-8"),
    ],
)
def test_links_that_cannot_be_measured_on_are_refused(
    content: bytes | None, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "links.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataUnusable, match=message):
        read_links(path, {"a": 0, "b": 1})


def test_titles_match_by_rare_words() -> None:
    scores = title_scores(["Red tent", "Green tent", "Red tarp tent", "Lamp"])
    assert scores[0, 2] > scores[0, 1] > scores[0, 3] == 0
