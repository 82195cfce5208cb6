"""A wrong setting is refused at the start, in one sentence."""

from typing import Any

import pytest
from django.core.checks import run_checks

from ai.checks import embedder_is_usable, live_space_fits_its_embedder
from ai.models import EmbeddingSpace
from tests.factories.ai import make_space

ONNX = "ai.providers.embedders.onnx.OnnxEmbedder"
OPENAI = "ai.providers.embedders.openai.OpenAIEmbedder"


def configure(settings: Any, backend: str, **options: Any) -> None:
    settings.AI_PROVIDERS = {
        **settings.AI_PROVIDERS,
        "embedder": {"BACKEND": backend, "OPTIONS": options},
    }


def messages(found: list[Any]) -> list[tuple[str, str]]:
    return [(one.id, one.msg) for one in found]


def test_the_default_setting_is_sound() -> None:
    assert run_checks(tags=["ai"]) == []


@pytest.mark.parametrize(
    ("backend", "options", "text"),
    [
        ("ai.providers.embedders.no.Such", {}, "cannot be imported"),
        ("pathlib.Path", {}, "is not an embedder"),
        (ONNX, {"modle": "x"}, "does not take these OPTIONS"),
        (ONNX, {"model": "/no/such/folder"}, "There is no model '/no/such/folder'"),
        (ONNX, {"model": "all-mpnet-base-v2"}, "is not installed: run"),
        (OPENAI, {"dimensions": 9_000}, "dimensions must lie between"),
        (OPENAI, {}, "OPENAI_API_KEY is not set"),
    ],
)
def test_a_wrong_setting_is_one_sentence(
    settings: Any, backend: str, options: dict[str, Any], text: str
) -> None:
    settings.AI = {
        **settings.AI,
        "OPENAI_API_KEY": "",
        "OPENAI_BASE_URL": "https://api.openai.com/v1",
    }
    configure(settings, backend, **options)

    ((code, message),) = messages(embedder_is_usable())

    assert code == "ai.E001"
    assert text in message
    assert "\n" not in message


@pytest.mark.django_db
def test_the_live_space_must_fit_its_embedder(settings: Any) -> None:
    databases = ["default"]
    assert live_space_fits_its_embedder(databases=databases) == []
    space = make_space()
    assert live_space_fits_its_embedder(databases=databases) == []
    assert live_space_fits_its_embedder(databases=None) == []

    def told(**changes: Any) -> tuple[str, str]:
        EmbeddingSpace.objects.filter(pk=space.pk).update(**changes)
        ((code, message),) = messages(live_space_fits_its_embedder(databases=databases))
        return code, message

    code, message = told(options={"dimensions": 32})
    assert code == "ai.E003"
    assert "has 64 dimensions and its embedder 32" in message
    assert told(options={"dimensions": 64}, model_id="another-model")[0] == "ai.E004"
    assert told(backend="no.such.Backend")[0] == "ai.E002"


@pytest.mark.django_db
def test_another_model_in_the_setting_is_only_a_warning(settings: Any) -> None:
    make_space()
    configure(settings, "ai.providers.embedders.hashing.HashingEmbedder", dimensions=32)
    ((code, message),) = messages(live_space_fits_its_embedder(databases=["default"]))
    assert code == "ai.W001"
    assert "names hashing-32, while search reads vectors of hashing-64" in message
