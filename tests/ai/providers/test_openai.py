"""The OpenAI-compatible embedder against a server that misbehaves."""

import time
from collections.abc import Iterator
from typing import Any

import pytest

from ai.exceptions import (
    BudgetExceeded,
    ProviderMisconfigured,
    ProviderRefused,
    ProviderUnavailable,
)
from ai.models import ProviderSpend
from ai.providers.embedders import openai as module
from ai.providers.embedders.openai import OpenAIEmbedder
from tests.ai.providers.stub import StubServer


@pytest.fixture
def embedder(stub: StubServer) -> OpenAIEmbedder:
    return OpenAIEmbedder(model="stub", dimensions=32)


def test_it_sends_key_model_and_dimensions(stub: StubServer, embedder: OpenAIEmbedder) -> None:
    embedder.embed_documents(["one", "two"])

    assert stub.requests == [
        {
            "model": "stub",
            "input": ["one", "two"],
            "dimensions": 32,
            "encoding_format": "float",
            "authorization": "Bearer key-1",
        }
    ]


def test_batches_are_bounded_by_count_and_by_tokens(
    stub: StubServer, embedder: OpenAIEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH_TEXTS", 3)
    monkeypatch.setattr(module, "BATCH_TOKENS", 10)

    embedder.embed_documents(["a", "b", "c", "d", "e f g h i j k l", "m n o p"])

    assert [len(request["input"]) for request in stub.requests] == [3, 2, 1]


def test_retry_after_is_honoured_and_then_it_succeeds(
    stub: StubServer, embedder: OpenAIEmbedder
) -> None:
    stub.refuse(429, **{"Retry-After": "1.2"})
    started = time.monotonic()

    assert embedder.embed_documents(["one"]).shape == (1, 32)
    assert time.monotonic() - started >= 1.2
    assert len(stub.requests) == 2


def test_a_long_wait_is_left_to_the_outbox(stub: StubServer, embedder: OpenAIEmbedder) -> None:
    stub.refuse(429, **{"Retry-After": "120"})

    with pytest.raises(ProviderUnavailable) as caught:
        embedder.embed_documents(["one"])

    assert caught.value.retry_after_s == 120.0
    assert len(stub.requests) == 1


def test_there_is_one_owner_of_retries(
    stub: StubServer, embedder: OpenAIEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIRST_WAIT_S", 0.001)
    for _ in range(9):
        stub.refuse(503)

    with pytest.raises(ProviderUnavailable):
        embedder.embed_documents(["one"])

    assert len(stub.requests) == module.TRIES


def test_a_query_is_tried_once(stub: StubServer, embedder: OpenAIEmbedder) -> None:
    stub.refuse(500)

    with pytest.raises(ProviderUnavailable):
        embedder.embed_query("one")

    assert len(stub.requests) == 1


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (400, "", ProviderRefused),
        (413, "", ProviderRefused),
        (422, "", ProviderRefused),
        (401, "invalid_api_key", ProviderMisconfigured),
        (404, "model_not_found", ProviderMisconfigured),
        (302, "", ProviderMisconfigured),
        (429, "insufficient_quota", BudgetExceeded),
        (500, "", ProviderUnavailable),
    ],
)
def test_the_servers_errors_become_ours(
    stub: StubServer,
    embedder: OpenAIEmbedder,
    status: int,
    code: str,
    expected: type[Exception],
) -> None:
    stub.refuse(status, code, Location="http://127.0.0.1:9/elsewhere")

    with pytest.raises(expected):
        embedder.embed_query("one")


@pytest.mark.parametrize(
    "body",
    [
        "<html>busy</html>",
        "{",
        "{}",
        '{"data": null}',
        '{"data": []}',
        '{"data": [{"index": 0}]}',
        '{"data": [{"index": 0, "embedding": [1, "x"]}]}',
    ],
)
def test_a_broken_reply_is_no_vector(stub: StubServer, embedder: OpenAIEmbedder, body: str) -> None:
    stub.say(body)

    with pytest.raises(ProviderUnavailable):
        embedder.embed_query("one")


@pytest.mark.parametrize("embedding", ["[1, 2]", "[" + ",".join(["NaN"] * 32) + "]"])
def test_vectors_of_another_shape_or_not_numbers_are_refused(
    stub: StubServer, embedder: OpenAIEmbedder, embedding: str
) -> None:
    stub.say(f'{{"data": [{{"index": 0, "embedding": {embedding}}}]}}')

    with pytest.raises(ProviderRefused):
        embedder.embed_query("one")


def drip(seconds: float) -> Iterator[bytes]:
    for _ in range(round(seconds / 0.1)):
        yield b" "
        time.sleep(0.1)


@pytest.mark.alone
def test_a_hang_and_a_drip_end_in_time(
    stub: StubServer, embedder: OpenAIEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "QUERY_S", 0.5)
    stub.hang(1.5)
    stub.say(drip(3.0))

    for _ in range(2):
        started = time.monotonic()
        with pytest.raises(ProviderUnavailable):
            embedder.embed_query("one")
        assert time.monotonic() - started < 1.4


def test_nobody_listening_is_unavailable(settings: Any, stub: StubServer) -> None:
    settings.AI = {**settings.AI, "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}

    with pytest.raises(ProviderUnavailable):
        OpenAIEmbedder(dimensions=32).embed_query("one")


@pytest.mark.django_db
def test_the_budget_is_reserved_before_and_settled_after(stub: StubServer, settings: Any) -> None:
    settings.AI = {
        **settings.AI,
        "EMBEDDER_BUDGET": {"tokens_per_day": 10, "money_per_day": 1.0},
    }
    embedder = OpenAIEmbedder(model="stub", dimensions=32, price_per_million_tokens=20.0)

    embedder.embed_query("two words")  # reserved: three letters and five make 3 tokens; used: 2

    spent = dict(ProviderSpend.objects.values_list("account", "amount"))
    assert spent == {"embedder:tokens": 2, "embedder:money": 40}
    with pytest.raises(BudgetExceeded):
        embedder.embed_query("one two three four five six seven eight nine")
    stub.refuse(500)
    with pytest.raises(ProviderUnavailable):
        embedder.embed_query("one")
    assert dict(ProviderSpend.objects.values_list("account", "amount")) == spent
    assert len(stub.requests) == 2


def test_the_key_that_openai_wants_is_asked_for(settings: Any) -> None:
    settings.AI = {
        **settings.AI,
        "OPENAI_BASE_URL": "https://api.openai.com/v1",
        "OPENAI_API_KEY": "",
    }

    assert "OPENAI_API_KEY" in OpenAIEmbedder(dimensions=32).problems()[0]
