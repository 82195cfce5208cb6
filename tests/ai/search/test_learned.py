"""Learning to rank, on data made for it: what is learnt, when not, and what is kept of it."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from ai.exceptions import RankerUnusable
from ai.search.learned.boosting import load_lightgbm
from ai.search.learned.clicks import Impression, fit_clicks, judge_by_clicks, read_impressions
from ai.search.learned.features import FEATURES, PER_QUERY, STYLE
from ai.search.learned.folds import compare, split
from ai.search.learned.forest import Forest, nodes_of
from ai.search.learned.model import Ranker
from ai.search.learned.training import FITS, FUSION, Example, cross_validate, learn

SPACE = "model@1"
HEAD = list(FEATURES).index("head")


def examples(count: int, *, is_telling: bool) -> list[Example]:
    """Return queries whose good products have the head in their title, or any product at all."""
    random = np.random.default_rng(7)
    made = []
    for _ in range(count):
        features = random.uniform(size=(30, len(FEATURES)))
        features[:, PER_QUERY] = features[0, PER_QUERY]
        features[:, HEAD] = random.integers(2, size=30)
        good = features[:, HEAD] if is_telling else random.integers(2, size=30)
        made.append(
            Example(
                ids=[str(row) for row in range(30)],
                features=features,
                base=np.sort(random.uniform(0.4, 0.6, size=30))[::-1],
                exact=[False] * 30,
                gains={str(row): 3 * int(good[row]) for row in range(30)},
            )
        )
    return made


class TestLearning:
    @pytest.mark.parametrize("way", FITS)
    def test_what_tells_good_from_poor_is_learnt(self, way: str) -> None:
        lesson = cross_validate(examples(30, is_telling=True), SPACE)
        assert lesson.quality[way] > lesson.quality[FUSION] + 0.1
        assert lesson.best != FUSION

    def test_noise_teaches_nothing_worth_keeping(self) -> None:
        """The negative control: without a pattern, cross-validation sees no gain."""
        lesson = cross_validate(examples(90, is_telling=False), SPACE)
        assert max(lesson.quality.values()) < lesson.quality[FUSION] + 0.05

    def test_no_fold_is_measured_on_what_it_learnt_from(self) -> None:
        lesson = cross_validate(examples(30, is_telling=True), SPACE)
        rows = [row for held, _ in lesson.held for row in held]
        assert sorted(rows) == list(range(30))

    def test_a_rising_feature_never_counts_against_a_product(self) -> None:
        """Products without the head are the good ones here; that is not to be learnt."""
        turned = [
            Example(
                ids=each.ids,
                features=each.features,
                base=each.base,
                exact=each.exact,
                gains={id_: 3 - gain for id_, gain in each.gains.items()},
            )
            for each in examples(30, is_telling=True)
        ]
        row = np.full((2, len(FEATURES)), 0.5)
        row[:, HEAD] = [0.0, 1.0]
        for fit in FITS.values():
            without, having = fit(turned, SPACE).score(row)
            assert having >= without - 1e-9

    def test_what_is_learnt_says_where_it_comes_from(self) -> None:
        ranker = learn(examples(30, is_telling=True), SPACE, metrics={"source": "a test"})
        assert ranker is not None
        assert ranker.metrics["source"] == "a test"
        assert ranker.metrics["queries"] == 30
        assert set(ranker.metrics["ndcg_at_10"]) == {FUSION, *FITS}


class TestForest:
    @pytest.fixture
    def grown(self) -> Ranker:
        return FITS["trees"](examples(30, is_telling=True), SPACE)

    def test_it_scores_as_lightgbm_does(self) -> None:
        lightgbm = load_lightgbm()
        random = np.random.default_rng(3)
        features = random.uniform(size=(400, 5))
        data = lightgbm.Dataset(features, features[:, 0] * features[:, 1] > 0.3)
        booster = lightgbm.train({"verbose": -1, "num_leaves": 7}, data, 20)
        forest = Forest.of_nodes(
            [nodes_of(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
        )
        assert forest.score(features) == pytest.approx(booster.predict(features), abs=1e-9)

    def test_contributions_add_up(self, grown: Ranker) -> None:
        for row in np.random.default_rng(5).uniform(size=(20, len(FEATURES))):
            score = grown.score(row[None])[0]
            assert sum(grown.contributions(row).values()) + grown.bias == pytest.approx(score)

    def test_no_trees_add_nothing(self) -> None:
        empty = Forest.of_nodes([])
        assert empty.score(np.ones((3, 4))).tolist() == [0.0, 0.0, 0.0]
        assert empty.bias == 0.0


class TestFile:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "ranker.json"
        FITS["weights"](examples(30, is_telling=True), SPACE).write(path)
        return path

    def test_it_comes_back_as_it_was(self, path: Path) -> None:
        read = Ranker.read(path)
        row = np.random.default_rng(1).uniform(size=(4, len(FEATURES)))
        written = FITS["weights"](examples(30, is_telling=True), SPACE)
        assert read.score(row) == pytest.approx(written.score(row), abs=1e-4)
        assert read.space == SPACE

    def test_a_changed_file_is_refused(self, path: Path) -> None:
        stored = json.loads(path.read_text())
        stored["weights"][HEAD] += 1
        path.write_text(json.dumps(stored))
        with pytest.raises(RankerUnusable, match="not what was written"):
            Ranker.read(path)

    @pytest.mark.parametrize("content", ["", "[]", "{}", '{"sha256": "x"}'])
    def test_what_is_no_model_is_refused(self, path: Path, content: str) -> None:
        path.write_text(content)
        with pytest.raises(RankerUnusable):
            Ranker.read(path)

    def test_a_query_unlike_all_it_learnt_from_is_left_to_the_fusion(self, path: Path) -> None:
        ranker = Ranker.read(path)
        rows = np.tile(ranker.means, (3, 1))
        assert ranker.applies(rows)
        for column in (PER_QUERY[0], STYLE[0], STYLE[1]):
            unlike = rows.copy()
            unlike[:, column] = 5.0
            assert not ranker.applies(unlike)
        assert not ranker.applies(np.full((3, len(FEATURES)), np.nan))
        assert not ranker.applies(np.tile(ranker.means, (1, 1)))


def shown(order: Sequence[str], examined: Sequence[float], times: int) -> list[Impression]:
    """Return clicks on an order, of which `b` is liked twice as well as any other."""
    random = np.random.default_rng(11)
    liked = {"b": 0.8}
    return [
        Impression(
            query="tent",
            product=product,
            position=place + 1,
            is_clicked=bool(random.random() < examined[place] * liked.get(product, 0.3)),
        )
        for _ in range(times)
        for place, product in enumerate(order)
    ]


class TestClicks:
    EXAMINED = (1.0, 0.4, 0.2)

    def test_a_good_product_low_on_the_page_is_seen_as_good(self) -> None:
        # Mostly the liked one stands last, sometimes first: that tells place and liking apart.
        clicks = shown("acb", self.EXAMINED, 900) + shown("bac", self.EXAMINED, 60)
        rates = {
            product: np.mean([each.is_clicked for each in clicks if each.product == product])
            for product in "abc"
        }
        assert rates["b"] < rates["a"]  # The negative control: what counting clicks would say.
        gains = judge_by_clicks(clicks)["tent"]
        assert gains["b"] == 3
        assert gains["b"] > gains["a"]

    def test_the_chance_of_a_look_falls_with_the_place(self) -> None:
        clicks = shown("acb", self.EXAMINED, 900) + shown("bac", self.EXAMINED, 300)
        examined = fit_clicks(clicks).examined
        assert examined[1] == 1.0
        assert examined[2] == pytest.approx(0.4, abs=0.12)
        assert examined[3] == pytest.approx(0.2, abs=0.12)

    def test_what_was_hardly_seen_is_not_judged(self) -> None:
        assert judge_by_clicks(shown("abc", self.EXAMINED, 2)) == {}

    def test_a_file_is_read_and_its_faults_are_told(self, tmp_path: Path) -> None:
        path = tmp_path / "clicks.csv"
        path.write_text("search_id,query,product_id,position,clicked\n1, Red  Tent ,p1,2,1\n")
        assert read_impressions(path) == [
            Impression(query="red tent", product="p1", position=2, is_clicked=True)
        ]
        path.write_text("search_id,query,product_id,position,clicked\n1,tent,p1,0,1\n")
        with pytest.raises(ValueError, match="count from 1"):
            read_impressions(path)


def test_every_query_is_in_one_fold() -> None:
    parts = split(23, folds=5, seed=1)
    assert sorted(row for part in parts for row in part) == list(range(23))
    assert max(map(len, parts)) - min(map(len, parts)) == 1
    assert parts == split(23, folds=5, seed=1)


def test_a_sure_difference_is_told_from_chance() -> None:
    random = np.random.default_rng(2)
    base = random.uniform(0.3, 0.7, size=200)
    better = compare((base * 1.1).tolist(), base.tolist(), seed=0)
    assert (better.low, better.ratio, better.high) == pytest.approx((1.1, 1.1, 1.1))
    chance = compare((base + random.normal(0, 0.2, 200)).tolist(), base.tolist(), seed=0)
    assert chance.low < 1 < chance.high
