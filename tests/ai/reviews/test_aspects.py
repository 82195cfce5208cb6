"""Mentions, their polarity, and how both are judged."""

import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from ai.exceptions import SentimentUnusable
from ai.management.aspect_sets import find_words, normal, read_judged
from ai.reviews import discovery
from ai.reviews.aspects import serving
from ai.reviews.aspects.judging import Judged, score_mentions, score_polarities
from ai.reviews.aspects.mentions import read_texts
from ai.reviews.aspects.model import AspectModel
from ai.reviews.aspects.polarity import clause_of
from ai.reviews.aspects.tagging import find_spans, singular
from ai.reviews.discovery import Term, choose_terms, display_name, same_meaning
from ai.reviews.language.words import read_words


@pytest.fixture(scope="module")
def model() -> AspectModel:
    return AspectModel.read(serving.SHIPPED)


def mentions(model: AspectModel, text: str, known: set[str] | None = None) -> dict[str, int]:
    (found,) = read_texts([text], model=model, known=[known] if known else ())
    for each in found.mentions:
        assert text[each.begin : each.end] == each.surface
        sentence = found.sentences[each.sentence]
        assert sentence.begin <= each.begin < each.end <= sentence.end
        assert 0 <= each.confidence <= 1
    return {each.term: each.polarity for each in found.mentions}


def test_two_sides_of_one_sentence_are_told_apart(model: AspectModel) -> None:
    assert mentions(model, "The zipper is terrible, but the fabric is very nice.") == {
        "zipper": -1,
        "fabric": 1,
    }
    assert (
        mentions(model, "Sleeves are too long and the color faded after one wash.")["color"] == -1
    )
    assert mentions(model, "The battery life is great.") == {"battery life": 1}
    assert mentions(model, "I bought it on Tuesday.") == {}
    assert mentions(model, "") == mentions(model, "...") == {}


def test_known_aspects_are_found_wherever_they_stand(model: AspectModel) -> None:
    text = "Odd how the quick release pins wore out."
    assert mentions(model, text, {"quick release pin", "pin"}).keys() >= {"quick release pin"}
    assert "pin" not in mentions(model, text, {"quick release pin", "pin"})


def test_the_shipped_model_is_small_and_says_its_sources(
    model: AspectModel, tmp_path: Path
) -> None:
    assert serving.SHIPPED.stat().st_size < 3 * 2**20
    assert "CC-BY-4.0" in model.card["source"]
    assert "Apache-2.0" in model.card["source"]
    path = tmp_path / "twin.npz"
    assert model.write(path) == model.version
    assert AspectModel.read(path).version == model.version
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(SentimentUnusable):
        AspectModel.read(path)


def test_clauses_end_at_punctuation_and_at_contrasts() -> None:
    words = read_words("Soft fabric, the zip is bad but cheap")
    zip_at = [word.text for word in words].index("zip")
    first, last = clause_of(words, zip_at, zip_at)
    assert [word.text for word in words[first : last + 1]] == ["the", "zip", "is", "bad"]


def test_spans_are_runs_above_the_threshold_without_small_words() -> None:
    words = read_words("the main zip of it, and")
    (span,) = find_spans(words, [0.9, 0.8, 0.9, 0.9, 0.1, 0.0, 0.9], threshold=0.5)
    assert (span.first, span.last, span.probability) == (1, 2, 0.9)
    assert [
        singular(each) for each in ("batteries", "zips", "glass", "lenses", "boxes", "bus")
    ] == [*("battery", "zip", "glass", "lense", "box", "bus")]


def judged(text: str, *aspects: tuple[str, int], group: str = "a") -> Judged:
    words = read_words(text)
    return Judged(
        words=words,
        terms=[normal(term) for term, _ in aspects],
        places=[find_words(words, term) for term, _ in aspects],
        polarities=[polarity for _, polarity in aspects],
        group=group,
        text=text,
    )


def test_mentions_are_scored_once_each() -> None:
    sentences = [
        judged("The battery life is good.", ("battery life", 2)),
        judged("Zips are bad, size too.", ("zip", 0), ("weight", 0)),
        judged("Nothing here."),
    ]
    score = score_mentions([["battery", "life"], ["zip"], ["noise"]], sentences)
    assert (score.precision, score.judged) == (0.5, 3)
    assert score.recall == pytest.approx(2 / 3)
    assert score.f1 == pytest.approx(2 * 2 / (4 + 3))
    assert score.exact_f1 == pytest.approx(2 * 1 / (4 + 3))
    assert sentences[1].places[1] is None  # only implied
    assert (sentences[0].polarity, sentences[1].polarity, sentences[2].polarity) == (2, 0, 1)
    shares = np.array([[0.1, 0.2, 0.7], [0.4, 0.5, 0.1]])
    found = score_polarities(shares, np.array([2, 0]))
    # Where no gold mention is neutral, "neutral" is no answer.
    assert found == {"accuracy": 1.0, "positive_or_negative": 1.0, "aspects": 2}
    assert score_polarities(shares, np.array([1, 0]))["accuracy"] == 0.5


def test_terms_become_aspects_by_their_counts() -> None:
    def term(key: str, reviews: int, opinions: int = 9) -> Term:
        return Term(key=key, surface=key, reviews=reviews, opinions=opinions)

    terms = [
        term("zip", 9),
        term("battery life", 8),
        term("life", 8),  # only within "battery life"
        term("jacket", 30),  # the name of the category
        term("gift", 12),  # what it was bought for
        term("hood", 4, opinions=1),
        term("xl", 5),
    ]
    assert [each.key for each in choose_terms(terms, names={"jacket"})] == ["zip", "battery life"]
    assert display_name("battery  life") == "Battery life"


def test_terms_that_differ_in_a_hyphen_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "_cosines", lambda keys: np.eye(len(keys)))
    assert same_meaning(["tshirt", "zip", "t-shirt"]) == [[], [], [0]]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("aspects") / "sentences.jsonl"
    rows = []
    for product in ("tent", "mug", "lamp"):
        for part in ("zip", "lid", "handle", "cord", "peg"):
            rows += [
                _row(product, f"The {part} is great.", part, 2),
                _row(product, f"The {part} is terrible and broke.", part, -3),
                {"product": product, "sentence": f"I bought it for a trip {part}.", "aspects": []},
            ]
    path.write_text("\n".join(map(json.dumps, rows)) + "\n")
    return path


def _row(product: str, sentence: str, aspect: str, strength: int) -> dict[str, Any]:
    aspects = [{"aspect": aspect, "strength": strength, "flags": ""}]
    return {"product": product, "sentence": sentence, "aspects": aspects}


XML = """<?xml version="1.0" encoding="utf-8"?>
<sentences>{}</sentences>"""
ENTRY = (
    "<sentence><text>{text}</text><aspectTerms>"
    '<aspectTerm from="{begin}" to="{end}" term="{term}" polarity="{polarity}"/>'
    "</aspectTerms></sentence>"
)


def entry(text: str, term: str, polarity: str) -> str:
    begin = text.index(term)
    return ENTRY.format(text=text, begin=begin, end=begin + len(term), term=term, polarity=polarity)


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("aspects") / "terms.xml"
    entries = [
        entry(f"The {dish} was {word}.", dish, polarity)
        for dish in ("soup", "fish", "bread", "wine", "rice", "cake")
        for word, polarity in (("great", "positive"), ("awful", "negative"), ("hot", "neutral"))
    ]
    path.write_text(XML.format("".join(entries)))
    return path


def test_the_command_leaves_one_product_out_at_a_time(lines: Path, tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    call_command("evaluate_aspects", train=lines, json=out, stdout=io.StringIO())
    figures = json.loads(out.read_text())
    assert figures["products"] == 3
    assert figures["sentences"] == 45
    assert figures["mentions"].keys() == {"tagger", "lexicon", "tfidf"}
    assert figures["mentions"]["tagger"]["f1"] > 0.9
    assert figures["polarity"]["clauses"]["accuracy"] == 1.0
    assert figures["polarity"]["lexicon"]["aspects"] == 30


def test_the_command_judges_given_terms(terms: Path, tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    call_command("evaluate_aspects", train=terms, test=terms, json=out, stdout=io.StringIO())
    figures = json.loads(out.read_text())
    assert "mentions" not in figures
    assert figures["polarity"]["clauses"] == {
        "accuracy": 1.0,
        "positive_or_negative": 1.0,
        "aspects": 18,
    }
    assert read_judged(terms)[0].places == [(1, 1)]


def test_a_model_is_learnt_from_both_forms(lines: Path, terms: Path, tmp_path: Path) -> None:
    out = tmp_path / "aspects.npz"
    options = {"sentences": [lines], "out": out, "stdout": io.StringIO()}
    with pytest.raises(CommandError, match="neither praise nor blame"):
        call_command("train_aspects", **options)
    call_command("train_aspects", mentions=[terms], **options)
    own = AspectModel.read(out)
    assert own.card["sentences"] == 45
    assert mentions(own, "The peg is terrible.") == {"peg": -1}


@pytest.mark.parametrize("content", ["", "no json", '{"sentence": "x"}', "<a", "<sentences/>"])
def test_files_of_another_form_are_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / ("x.xml" if content.startswith("<") else "x.jsonl")
    path.write_text(content)
    with pytest.raises(CommandError, match=r"x\.(xml|jsonl)"):
        read_judged(path)
