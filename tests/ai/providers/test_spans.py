"""The span encoder's way, on a tiny encoder with random weights: no figure of a real model."""

from pathlib import Path

import numpy as np
import pytest

from ai.exceptions import ModelMissing
from ai.providers.encoders import spans
from ai.providers.encoders.spans import SpanEncoder, SpanText

WORDS = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "[MASK]",
    "the",
    "zip",
    "lid",
    "is",
    "good",
    "bad",
    ",",
]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    from transformers import BertConfig, BertModel, BertTokenizerFast  # type: ignore[attr-defined]

    folder = tmp_path_factory.mktemp("tiny")
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(folder)
    vocabulary = {word: place for place, word in enumerate(WORDS)}
    tokenizer = BertTokenizerFast(vocab=vocabulary)
    assert tokenizer.tokenize("The zip, is good") == ["the", "zip", ",", "is", "good"]
    tokenizer.save_pretrained(folder)
    return str(folder)


TEXT = "The zip is good, the lid is bad"
GOOD, BAD = (11, 15), (28, 31)


@pytest.fixture(scope="module")
def encoder(model: str) -> SpanEncoder:
    texts = [
        SpanText(text=TEXT, spans=[GOOD, BAD]),
        SpanText(text="The zip is bad, the lid is good", spans=[(11, 14), (27, 31)]),
        SpanText(text="nothing", spans=[]),
    ] * 16
    heard: list[tuple[int, int]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spans, "HEAD_RATE", 0.02)  # a head this small learns nothing by a real one's
        taught = SpanEncoder.learn(
            texts,
            [[1, 0], [0, 1], []] * 16,
            classes=2,
            model=model,
            epochs=20,
            watch=lambda done, total: heard.append((done, total)),
        )
    assert heard[-1] == (40, 40)
    return taught


def test_two_spans_of_a_text_are_told_apart(encoder: SpanEncoder) -> None:
    assert TEXT[slice(*GOOD)] == "good"
    assert TEXT[slice(*BAD)] == "bad"
    first, none, second = encoder.probabilities(
        [
            SpanText(text=TEXT, spans=[GOOD, BAD]),
            SpanText(text="x", spans=[]),
            SpanText(text="The zip is bad, the lid is good", spans=[(11, 14)]),
        ]
    )
    assert first.argmax(axis=1).tolist() == [1, 0]
    assert second.argmax(axis=1).tolist() == [0]
    assert none.shape == (0, 2)
    assert first.sum(axis=1) == pytest.approx([1, 1])


def test_a_span_past_the_models_limit_is_judged_by_the_rest(encoder: SpanEncoder) -> None:
    text = "the zip is good " * 60
    (found,) = encoder.probabilities([SpanText(text=text, spans=[(len(text) - 5, len(text))])])
    assert np.isfinite(found).all()


def test_what_was_taught_is_kept_without_what_was_not(
    encoder: SpanEncoder, model: str, tmp_path: Path
) -> None:
    path = tmp_path / "taught.safetensors"
    version = encoder.write(path)
    assert version == spans.version_of(path)
    again = SpanEncoder.read(path, model=model)
    texts = [SpanText(text=TEXT, spans=[GOOD, BAD])]
    assert again.probabilities(texts)[0] == pytest.approx(encoder.probabilities(texts)[0], abs=0.02)
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(ModelMissing):
        SpanEncoder.read(path, model=model)
