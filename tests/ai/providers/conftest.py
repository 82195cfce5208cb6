"""One embedder of every backend, for the contract that all of them keep."""

from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from ai.providers.base import Embedder
from ai.providers.embedders.hashing import HashingEmbedder
from ai.providers.embedders.onnx import OnnxEmbedder
from ai.providers.embedders.openai import OpenAIEmbedder
from ai.providers.embedders.sentence_transformers import SentenceTransformersEmbedder
from tests.ai.providers.stub import StubServer


@pytest.fixture
def stub(httpserver: HTTPServer, settings: Any) -> StubServer:
    """Return a running stub server, which the settings name."""
    server = StubServer(httpserver)
    settings.AI = {**settings.AI, "OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "key-1"}
    return server


@pytest.fixture(
    params=[
        "hashing",
        "openai",
        pytest.param("onnx", marks=pytest.mark.model),
        pytest.param("sentence_transformers", marks=pytest.mark.model),
    ]
)
def embedder(request: pytest.FixtureRequest) -> Embedder:
    """Return an embedder that is ready for queries."""
    made = make_embedder(request)
    made.prepare()
    return made


def make_embedder(request: pytest.FixtureRequest) -> Embedder:
    match request.param:
        case "hashing":
            return HashingEmbedder(dimensions=128)
        case "openai":
            request.getfixturevalue("stub")
            return OpenAIEmbedder(model="stub", dimensions=32)
        case "onnx":
            return OnnxEmbedder(threads=1)
        case _:
            return SentenceTransformersEmbedder(threads=1)
