"""Sentences, words, negation and valence."""

import pytest

from ai.reviews.classification.concerns import find_concerns
from ai.reviews.classification.languages import tell_language
from ai.reviews.classification.topics import tell_topics
from ai.reviews.language.sentences import split_sentences
from ai.reviews.language.valence import FEATURES, valence_features, valence_of
from ai.reviews.language.words import grams, marked_terms, read_words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        (" \n ", []),
        ("One.", ["One."]),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("No stop at the end", ["No stop at the end"]),
        ("Title\n\nBody. End", ["Title", "Body.", "End"]),
        ("I am 5 ft. tall, e.g. short. So?", ["I am 5 ft. tall, e.g. short.", "So?"]),
        ('He said "wow!" And left.', ['He said "wow!"', "And left."]),
        ("It cost 1.99 only...  fine", ["It cost 1.99 only...", "fine"]),
    ],
)
def test_sentences_are_found_with_their_places(text: str, sentences: list[str]) -> None:
    found = split_sentences(text)
    assert [each.text for each in found] == sentences
    assert all(text[each.begin : each.end] == each.text for each in found)


def test_negation_reaches_the_end_of_its_clause() -> None:
    assert marked_terms(read_words("It is not very good, but nice")) == [
        *("it", "is", "not", "not_very", "not_good", "but", "nice"),
    ]
    assert marked_terms(read_words("I don’t like it. Great")) == [
        *("i", "don't", "not_like", "not_it", "great"),
    ]
    assert "not_beautiful" not in marked_terms(read_words("not only beautiful"))
    assert "not_works" not in marked_terms(read_words("no problem, works"))
    assert grams(["a", "b", "c"], 2) == ["a", "b", "c", "a b", "b c"]


def test_words_keep_their_places() -> None:
    text = "Très bon, isn't it?!"
    words = read_words(text)
    assert [text[word.begin : word.end].lower() for word in words] == [word.text for word in words]
    assert [word.text for word in words] == ["très", "bon", ",", "isn't", "it", "?!"]


def valence(text: str) -> float:
    return valence_of(read_words(text))


def test_valence_knows_negation_degree_and_contrast() -> None:
    assert valence("It is good.") > 0 > valence("It is not good.")
    assert valence("It is very good.") > valence("It is good.") > valence("It is slightly good.")
    assert valence("Nice, but it broke and I returned it.") < 0
    assert valence("I like it") > 0 > valence("I don't like it")
    assert valence("Looks like wool") == valence("It arrived on Tuesday") == 0
    features = valence_features(read_words("Terrible! I hate it!!"))
    assert len(features) == len(FEATURES)
    assert features[FEATURES.index("shouts")] == 0.75
    assert features[FEATURES.index("negative")] > 0 == features[FEATURES.index("positive")]
    assert not valence_features([]).any()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The jacket is warm and I love it", "en"),
        ("Die Jacke ist sehr warm und ich mag sie", "de"),
        ("La veste est très chaude et je suis content", "fr"),
        ("La chaqueta es muy buena y no pesa para el viaje", "es"),
        ("De jas is heel warm en niet te zwaar voor mij", "nl"),
        ("Wow", ""),
        ("Gore-Tex XL 2000 Pro", ""),
        ("", ""),
    ],
)
def test_languages_are_told_by_small_words_or_not_at_all(text: str, language: str) -> None:
    assert tell_language(text) == language


@pytest.mark.parametrize(
    ("text", "mentions", "topics"),
    [
        ("Warm and light jacket", 0, ["product"]),
        ("The parcel arrived late", 1, ["delivery"]),
        ("Customer service was rude", 0, ["service"]),
        ("Too expensive, but the zip, the hood and the cuffs are good", 4, ["product", "price"]),
        ("ok", 0, []),
    ],
)
def test_topics(text: str, mentions: int, topics: list[str]) -> None:
    assert tell_topics(read_words(text), mentions=mentions) == topics


@pytest.mark.parametrize(
    ("text", "concerns"),
    [
        ("See www.example.com", ["spam"]),
        ("Use my code SAVE10 and earn money", ["spam"]),
        ("Aaaaaaaaaaaah", ["spam"]),
        ("buy " * 20, ["spam"]),
        ("CALL ME NOW, THIS IS THE BEST SHOP OF ALL THE SHOPS THAT I HAVE SEEN", ["spam"]),
        ("Write to a.b@example.org", ["contact"]),
        ("Ring +353 1 234 5678", ["contact"]),
        ("Size 42, 199.00, bought 2024-05-01, 100% wool, 1.5 l", []),
        ("I LOVE IT", []),
    ],
)
def test_concerns(text: str, concerns: list[str]) -> None:
    assert find_concerns(text, read_words(text), topics=["product"]) == concerns
    assert find_concerns("Late.", read_words("Late."), topics=["delivery"]) == ["off_topic"]
