"""The exported graph on disk: made once whoever asks first, complete or not there at all."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

from ai.exceptions import ModelMissing
from ai.providers.checkpoints import Checkpoint

# Part of the file's name: raise it when onnx_export.py changes the graph.
GRAPH_VERSION = 1
# Seconds; the export takes 15 on two quiet cores.
EXPORT_TIMEOUT = 600


def graph_path(folder: Path, checkpoint: Checkpoint) -> Path:
    """Return where the graph of these weights is kept."""
    return folder / checkpoint.sha256 / f"graph-{GRAPH_VERSION}.onnx"


def ensure_graph(checkpoint: Checkpoint, graph: Path) -> None:
    """Export the graph unless it is there; others that ask meanwhile wait for the same file.

    Raises ModelMissing when it cannot be made. PyTorch runs in a process of its own: 500 MB and
    9 s that no worker keeps.
    """
    if graph.exists():
        return
    try:
        graph.parent.mkdir(parents=True, exist_ok=True)
        lock = (graph.parent / "lock").open("w")
    except OSError as error:
        raise ModelMissing(
            f"The model folder {graph.parent} cannot be written: {error}."
        ) from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # let go by the system even when this process is killed
        if not graph.exists():
            _export(checkpoint, graph)


def _export(checkpoint: Checkpoint, graph: Path) -> None:
    unfinished = graph.with_name(f"{graph.name}.part")
    code = Path(__file__).resolve().parents[3]
    result = subprocess.run(
        [
            *(sys.executable, "-m", "ai.providers.embedders.onnx_export"),
            *(str(checkpoint.folder), checkpoint.pooling, str(checkpoint.max_tokens)),
            str(unfinished),
        ],
        cwd=code,
        env={**os.environ, "HF_HUB_OFFLINE": "1", "PYTHONPATH": str(code)},
        capture_output=True,
        text=True,
        timeout=EXPORT_TIMEOUT,
        check=False,
    )
    if result.returncode != 0 or not unfinished.exists():
        last = (result.stderr.strip().splitlines() or ["no reason was given"])[-1]
        raise ModelMissing(f"The model in {checkpoint.folder} could not be exported: {last}")
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    unfinished.rename(graph)
