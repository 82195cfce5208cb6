"""Unmet demand: which searches fail, and that those that mean the same stand together."""

from typing import Any

import numpy as np
import pytest

from ai.analytics.clustering import cluster, silhouette
from ai.analytics.counting import count_searches
from ai.analytics.demand import find_failing, find_unmet_demand
from ai.exceptions import ProviderUnavailable
from ai.indexing.spaces import ensure_default_space
from ai.models import UnmetDemand
from ai.providers.embedders.onnx import OnnxEmbedder
from ai.providers.registry import get_embedder
from ai.tasks import find_unmet_demand as task
from tests.ai.analytics.conftest import Log

FAILING = {
    "drone": ["drone", "quadcopter", "drone with camera"],
    "lens": ["camera lens", "telephoto lens"],
    "dog": ["dog bed", "bed for my dog", "puppy bed"],
    "gift": ["gift card", "voucher as a present"],
}


def directions(*groups: int, spread: float = 0.05) -> Any:
    """Return unit vectors around orthogonal directions, so many of each."""
    dice = np.random.default_rng(7)
    made = []
    for place, size in enumerate(groups):
        for _ in range(size):
            vector = np.zeros(32)
            vector[place] = 1
            vector += spread * dice.standard_normal(32)
            made.append(vector / np.linalg.norm(vector))
    return np.stack(made)


def members(vectors: Any, floor: float = 0.4) -> list[tuple[int, ...]]:
    return [each.members for each in cluster(vectors, floor=floor)]


def test_groups_are_found_without_being_told_how_many() -> None:
    assert members(directions(4, 3, 1, 2)) == [(0, 1, 2, 3), (4, 5, 6), (8, 9), (7,)]


def test_what_has_nothing_in_common_stays_apart() -> None:
    assert members(directions(1, 1, 1, 1)) == [(0,), (1,), (2,), (3,)]


def test_one_need_is_one_group_and_twins_are_one() -> None:
    assert members(directions(5)) == [(0, 1, 2, 3, 4)]
    same = np.repeat(directions(1), 3, axis=0)
    assert members(same) == [(0, 1, 2)]
    assert cluster(same, floor=0.4)[0].closeness == pytest.approx(1.0)


def test_a_chain_does_not_draw_in_what_is_unlike() -> None:
    """Each is near the next, the ends are strangers: single linkage would make one group."""
    angles = np.linspace(0, np.pi / 2, 7)
    chain = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    assert len(members(chain, floor=0.8)) > 1


def test_none_and_one() -> None:
    assert cluster(np.zeros((0, 8)), floor=0.4) == []
    assert members(directions(1)) == [(0,)]


def test_a_silhouette_by_hand() -> None:
    """Two pairs: 0.1 apart within, 0.8 between; (0.8 - 0.1) / 0.8 for each."""
    distances = np.full((4, 4), 0.8)
    distances[:2, :2] = distances[2:, 2:] = 0.1
    np.fill_diagonal(distances, 0)
    assert silhouette(distances, [0, 0, 1, 1]) == pytest.approx(0.875)
    assert silhouette(distances, [0, 1, 2, 3]) == 0
    assert silhouette(distances, [0, 1, 0, 1]) < 0


def test_which_searches_fail(log: Log) -> None:
    log("nothing", total=0)
    log("little", total=2)
    for _ in range(5):
        log("left alone")
    log("left alone four times")
    log("found", clicks=[1])
    log("found twice of thrice", total=0)
    for _ in range(2):
        log("found twice of thrice", clicks=[1])
    log("little but right", total=1, clicks=[1])
    log("call [number]", total=0)
    log("long ago", total=0, days_ago=30)
    count_searches()
    assert {each.query for each in find_failing()} == {"nothing", "little", "left alone"}


def test_groups_are_kept_and_made_anew(log: Log) -> None:
    ensure_default_space()
    for query in ("drone", "drone with camera", "tea"):
        log(query, total=0)
    log("drone", total=0, visitor="v2")
    count_searches()
    assert find_unmet_demand() >= 1
    labels = {each.label: each for each in UnmetDemand.objects.all()}
    assert labels["drone"].searches >= 2
    assert sum(each.searches for each in labels.values()) == 4
    listed = [each["query"] for row in labels.values() for each in row.queries]
    assert sorted(listed) == ["drone", "drone with camera", "tea"]
    count = UnmetDemand.objects.count()
    find_unmet_demand()
    assert UnmetDemand.objects.count() == count


def test_without_a_model_each_query_stands_alone(log: Log) -> None:
    for query in ("drone", "drones"):
        log(query, total=0)
    count_searches()
    assert find_unmet_demand() == 2


def test_while_the_model_is_away_the_last_groups_stay(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: str) -> None:
        raise ProviderUnavailable("The model is being prepared.")

    log("drone", total=0)
    count_searches()
    find_unmet_demand()
    monkeypatch.setattr("ai.analytics.demand.embed_text", away)
    with pytest.raises(ProviderUnavailable):
        find_unmet_demand()
    assert UnmetDemand.objects.get().label == "drone"
    assert ProviderUnavailable in task.autoretry_for  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def exported() -> None:
    """Have the model's graph made, which takes longer than a transaction may wait."""
    OnnxEmbedder().prepare()


@pytest.mark.model
def test_with_the_real_model_needs_stand_together(exported: None, log: Log) -> None:
    embedder = get_embedder(ensure_default_space().provider)
    assert isinstance(embedder, OnnxEmbedder)
    embedder.prepare()
    for queries in FAILING.values():
        for query in queries:
            log(query, total=0)
    count_searches()
    find_unmet_demand()
    groups = [{each["query"] for each in row.queries} for row in UnmetDemand.objects.all()]
    assert {"drone", "quadcopter", "drone with camera"} in groups
    assert {"dog bed", "bed for my dog", "puppy bed"} in groups
    assert {"camera lens", "telephoto lens"} in groups
