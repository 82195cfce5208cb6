"""Learning, measuring, keeping and serving sentiment."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from ai.exceptions import LabelsUnusable, SentimentUnusable
from ai.reviews.sentiment import serving
from ai.reviews.sentiment.labels import read_labels
from ai.reviews.sentiment.measures import (
    area_under_curve,
    best_threshold,
    calibration_error,
    macro_f1,
    measure,
)
from ai.reviews.sentiment.model import SentimentModel
from ai.reviews.sentiment.terms import TermFamily
from ai.reviews.sentiment.texts import Text
from ai.reviews.sentiment.training import Examples, judge_sentiment, learn_sentiment

GOOD = ["great", "lovely", "warm and soft", "perfect fit", "i love it", "not bad at all"]
BAD = ["awful", "broke at once", "too tight", "not good", "i hate it", "never again"]
THINGS = ["jacket", "zip", "tent", "mug", "lamp", "boots", "scarf", "rope", "stove", "bag"]


def corpus(count: int = 160, seed: int = 0) -> Examples:
    chance = np.random.default_rng(seed)
    texts, labels, groups = [], [], []
    for place in range(count):
        label = int(chance.random() < 0.6)
        words = chance.choice(GOOD if label else BAD)
        thing = THINGS[place % len(THINGS)]
        texts.append(Text(title=f"The {thing}", body=f"This {thing} number {place} is {words}."))
        labels.append(label)
        groups.append(thing)
    return Examples.of(texts, labels, groups=groups)


@pytest.fixture(scope="module")
def model() -> SentimentModel:
    return learn_sentiment(corpus(), card={"source": "made up"})


def test_measures_are_what_their_formulas_say() -> None:
    labels = np.array([0, 0, 1, 1])
    assert area_under_curve(np.array([0.1, 0.4, 0.35, 0.8]), labels) == 0.75
    assert area_under_curve(np.array([0.5, 0.5, 0.5, 0.5]), labels) == 0.5
    assert macro_f1(np.array([0, 1, 1, 1]), labels) == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert macro_f1(np.array([1, 1, 1, 1]), labels) == pytest.approx(1 / 3)
    # Two bins: .9 said of which half is so, .1 said of which none is.
    said = np.array([0.9, 0.9, 0.1, 0.1])
    assert calibration_error(said, np.array([1, 0, 0, 0])) == pytest.approx(0.5 * 0.4 + 0.5 * 0.1)
    assert calibration_error(np.array([0.0, 1.0]), np.array([0, 1])) == 0
    spread = np.linspace(0, 1, 200)
    assert best_threshold(spread, (spread > 0.7).astype(int)) == pytest.approx(0.7, abs=0.03)
    found = measure(np.array([0.2, 0.4, 0.6, 0.9]), labels, threshold=0.5)
    assert (found.auc, found.macro_f1, found.accuracy, found.texts) == (1, 1, 1, 4)
    assert found.brier == pytest.approx((0.04 + 0.16 + 0.16 + 0.01) / 4)


@pytest.mark.parametrize(
    ("labels", "kind", "classes"),
    [
        (["0", "1"], "binary", [0, 1]),
        (["-1", "1", "neutral"], "binary", [0, 1, None]),
        (["Positive", "negative", ""], "binary", [1, 0, None]),
        (["True", "False"], "binary", [1, 0]),
        (["1", "2", "3", "4", "5"], "stars", [0, 0, None, 1, 1]),
        (["1", "5"], "stars", [0, 1]),
        (["5.0", "1.0", "3.0"], "stars", [1, 0, None]),
    ],
)
def test_labels_are_read_as_people_write_them(
    labels: list[str], kind: str, classes: list[int | None]
) -> None:
    reading = read_labels(labels)
    assert reading.kind == kind
    assert reading.classes(labels) == classes


@pytest.mark.parametrize(
    "labels", [["a", "b"], ["0", "7"], ["1", "1"], ["4", "5"], [], ["0", "5", "good"]]
)
def test_labels_that_say_nothing_are_refused(labels: list[str]) -> None:
    with pytest.raises(LabelsUnusable):
        read_labels(labels)
    with pytest.raises(LabelsUnusable):
        read_labels(["0", "1"]).classes(["2"])


def test_rows_of_terms_have_the_weights_of_their_formula() -> None:
    texts = [Text(body="a b"), Text(body="a c"), Text(body="a b b")]
    family = TermFamily.learn("plain", texts)
    assert family.terms == ["a", "a b", "b"]  # in two texts at least
    idf = 1 + np.log(np.array([4 / 4, 4 / 3, 4 / 3]))
    assert family.idf == pytest.approx(idf)
    (row,) = family.rows([Text(body="b b a")]).toarray()
    expected = idf * [1, 0, 1 + np.log(2)]
    assert row == pytest.approx(expected / np.linalg.norm(expected))
    assert family.rows([Text(body="x"), Text(body="")]).nnz == 0


def test_what_is_learnt_holds_for_texts_not_seen(model: SentimentModel) -> None:
    found = judge_sentiment(model, corpus(seed=1))
    assert found.auc > 0.99
    assert found.macro_f1 > 0.95
    assert found.ece < 0.1
    good, bad = model.probabilities([Text(body="I love it, great"), Text(body="It is awful")])
    assert model.polarity(good) > 0.5 > -0.5 > model.polarity(bad)
    assert model.polarity(model.threshold) == 0
    assert len(model.probabilities([])) == 0
    assert model.card["source"] == "made up"
    assert {"terms", "bayes", "lexicon"} == model.card["lanes"].keys()


def test_too_few_texts_teach_nothing() -> None:
    with pytest.raises(LabelsUnusable, match="At least 20"):
        learn_sentiment(corpus(30))


def test_a_file_gives_the_same_answers_and_no_other_file_is_taken(
    model: SentimentModel, tmp_path: Path
) -> None:
    path = tmp_path / "model.npz"
    version = model.write(path)
    again = SentimentModel.read(path)
    assert again.version == version
    texts = corpus(seed=2).texts
    assert again.probabilities(texts) == pytest.approx(model.probabilities(texts), abs=0.01)
    assert model.write(tmp_path / "twin.npz") == version
    small = model.pruned(50)
    assert sum(len(family.terms) for family in small.columns.families) <= 60
    assert judge_sentiment(small, corpus(seed=1)).auc > 0.95
    # No part of a file may be code.
    with zipfile.ZipFile(path) as archive:
        assert {Path(name).suffix for name in archive.namelist()} == {".npy", ".json"}
        parts = {name: archive.read(name) for name in archive.namelist()}
    for change in ({"card.json": b"{}"}, {"lexicon.npy": _pickled()}, {"last.idf.npy": b""}):
        _zip(tmp_path / "other.npz", {**parts, **change})
        with pytest.raises(SentimentUnusable):
            SentimentModel.read(tmp_path / "other.npz")
    path.write_bytes(b"PK no zip")
    with pytest.raises(SentimentUnusable):
        SentimentModel.read(path)


def _pickled() -> bytes:
    file = io.BytesIO()
    np.lib.format.write_array(file, np.array([{}], object), allow_pickle=True)
    return file.getvalue()


def _zip(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_the_shipped_model_is_small_says_its_sources_and_tells_praise_from_blame() -> None:
    assert serving.SHIPPED.stat().st_size < 3 * 2**20
    model = SentimentModel.read(serving.SHIPPED)
    assert "CC0" in model.card["source"]
    assert "CC-BY-4.0" in model.card["source"]
    held_out = model.card["measures"]["held_out"]
    assert held_out["auc"] > model.card["measures"]["tfidf_baseline"]["auc"]
    good = ["Great camera, love it!", "Soft, warm and true to size.", "Perfect, I recommend it."]
    bad = ["It broke after a week.", "I would not recommend this to anyone.", "Waste of money!"]
    chances = model.probabilities([Text(body=text) for text in [*good, *bad]])
    assert (chances[:3] > model.threshold).all()
    assert (chances[3:] < model.threshold).all()


def test_a_shops_own_model_is_taken_up_at_once_and_a_broken_one_passed_over(
    model: SentimentModel, settings: Any, tmp_path: Path
) -> None:
    settings.AI = {**settings.AI, "MODEL_DIR": tmp_path}
    shipped = serving.get_sentiment().version
    own = model.write(serving.own_path())
    assert serving.get_sentiment().version == own != shipped
    serving.own_path().write_bytes(b"broken")
    assert serving.get_sentiment().version == shipped


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tables") / "reviews.csv"
    examples = corpus(240)
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["headline", "review", "stars", "item"])
        for text, label, group in zip(
            examples.texts, examples.labels, examples.groups, strict=True
        ):
            writer.writerow([text.title, text.body, 5 if label else 1, group])
        writer.writerow(["", "Neither here nor there", 3, 0])
    return path


def test_the_command_measures_on_another_file_or_on_splits(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    shared = {"text": "headline,review", "label": "stars", "stdout": io.StringIO()}
    call_command("evaluate_sentiment", train=table, test=table, json=out, **shared)
    figures = json.loads(out.read_text())
    assert figures["labels"] == "stars"
    assert figures["left_out"] == figures["left_out_of_test"] == 1
    assert figures["measures"]["blend"]["auc"] > 0.99
    assert {"tfidf", "blend"} == figures["measures"].keys()
    call_command(
        "evaluate_sentiment",
        train=table,
        group="item",
        seeds=2,
        transfer=[table],
        json=out,
        **shared,
    )
    figures = json.loads(out.read_text())
    assert [each["seed"] for each in figures["splits"]] == [0, 1]
    assert figures["splits"][0]["measures"]["blend"]["texts"] == 48  # 2 items of 10
    assert figures["mean"]["blend on reviews"]["auc"] > 0.99


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"text": "nothing"}, "no column 'nothing': its columns are 'headline'"),
        ({"label": "item"}, "Labels are 0 and 1"),
        ({"train": Path("/nowhere.csv")}, "cannot be read"),
        ({"text": " , "}, "no text column"),
    ],
)
def test_a_table_that_is_none_is_refused_in_plain_words(
    table: Path, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(CommandError, match=message):
        call_command(
            "evaluate_sentiment",
            **{"train": table, "test": table, "text": "review", "label": "stars", **options},
        )


def test_the_command_learns_from_a_file_and_writes_a_card(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "own.npz"
    call_command(
        "train_sentiment",
        csv=[table],
        text="headline,review",
        label="stars",
        group="item",
        out=out,
        source="ours",
        stdout=io.StringIO(),
    )
    card = SentimentModel.read(out).card
    assert card["source"] == "ours"
    assert card["measures"]["held_out"]["texts"] == 48
    assert card["texts"] == 240
