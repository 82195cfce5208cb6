"""POST /api/v1/sentiment/: what it answers, what it refuses, how often it may be asked."""

from typing import Any

import pytest
from rest_framework.settings import api_settings
from rest_framework.test import APIClient

from ai.models import ReviewReading

pytestmark = pytest.mark.django_db

URL = "/api/v1/sentiment/"


def read(client: APIClient, **fields: Any) -> Any:
    answer = client.post(URL, fields)
    assert answer.status_code == 200, answer.json()
    return answer.json()


def test_a_text_is_read_sentence_by_sentence(
    anonymous: APIClient, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        found = read(
            anonymous,
            title="Disappointed",
            text="The zipper is great. The fabric is terrible, it ripped after a week!",
            rating=5,
        )
    assert found["sentiment"] == "negative"
    assert 0 <= found["probability"] < 0.5
    assert -1 <= found["polarity"] < 0
    assert found["language"] == "en"
    for part in (*found["sentences"], *found["mentions"]):
        assert found["read"][part["begin"] : part["end"]] == part["text"]
    assert found["sentences"][0]["text"] == "Disappointed"
    labels = {each["term"]: each["sentiment"] for each in found["mentions"]}
    assert labels["zipper"] == "positive"
    assert labels["fabric"] == "negative"
    assert len(found["model_version"].split(".")) == 3
    assert not ReviewReading.objects.exists()


def test_stars_that_say_the_opposite_are_seen(anonymous: APIClient) -> None:
    text = "I hate it. Terrible quality, it broke at once and I returned it. Awful."
    assert read(anonymous, text=text, rating=5)["contradicts_rating"] is True
    assert read(anonymous, text=text, rating=1)["contradicts_rating"] is False
    assert read(anonymous, text=text)["contradicts_rating"] is False


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("Visit my page http://example.com for cheap shoes", "spam"),
        ("Write to me at someone@example.com please", "contact"),
        ("The courier lost my parcel and shipping took ages.", "off_topic"),
    ],
)
def test_concerns_are_named(anonymous: APIClient, text: str, concern: str) -> None:
    assert concern in read(anonymous, text=text)["concerns"]
    assert read(anonymous, text="Warm and light, size 42, cost 199.00 euros.")["concerns"] == []


@pytest.mark.parametrize(
    "text",
    [
        "?",
        "😀" * 500,
        "a" * 20_000,
        "no " * 6_000,
        "'\"<b>&amp;\u202e\u0000x".replace("\0", ""),
        "1",
    ],
)
def test_no_text_is_too_odd(anonymous: APIClient, text: str) -> None:
    found = read(anonymous, text=text)
    assert found["sentiment"] in {"positive", "mixed", "negative"}


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({}, "text"),
        ({"text": ""}, "text"),
        ({"text": "x" * 20_001}, "text"),
        ({"text": "x", "rating": 6}, "rating"),
        ({"text": "x", "title": "t" * 301}, "title"),
        ({"text": ["x"]}, "text"),
    ],
)
def test_what_is_no_text_is_refused(anonymous: APIClient, fields: Any, at: str) -> None:
    answer = anonymous.post(URL, fields)
    assert answer.status_code == 400
    assert at in answer.json()["errors"]


def test_it_is_counted_apart(anonymous: APIClient, monkeypatch: pytest.MonkeyPatch) -> None:
    rates = {**api_settings.DEFAULT_THROTTLE_RATES, "sentiment": "2/min", "anonymous": "1/min"}
    monkeypatch.setattr(api_settings, "DEFAULT_THROTTLE_RATES", rates)
    assert [anonymous.post(URL, {"text": "Good."}).status_code for _ in range(3)] == [200, 200, 429]
