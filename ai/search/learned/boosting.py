"""LambdaMART by LightGBM, which only learning needs."""

import ctypes
import importlib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np

from ai.exceptions import RankerUnusable
from ai.search.learned.forest import Matrix, nodes_of

# LightGBM is built on GNU's OpenMP library, which a bare image does not have; torch's wheel brings
# one of the same name, and what is loaded already is not looked for again.
BUNDLED: Final = ("torch", "lib", "libgomp.so.1")
# The gains of grades 0 to 3, as nDCG has them.
GAINS: Final = [0, 1, 3, 7]
# Small trees, much shrunk: there are as many queries as a shop has judged, a few dozen.
SETTINGS: Final[dict[str, Any]] = {
    "objective": "lambdarank",
    "metric": "none",
    "num_leaves": 6,
    "learning_rate": 0.08,
    "min_data_in_leaf": 100,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "lambdarank_truncation_level": 15,
    "label_gain": GAINS,
    "num_threads": 1,
    "deterministic": True,
    "seed": 1,
    "verbose": -1,
}
TREES: Final = 60


def load_lightgbm() -> Any:
    """Return the library. Raises RankerUnusable, with what to do, where it cannot be loaded."""
    try:
        return importlib.import_module("lightgbm")
    except ImportError as error:
        raise RankerUnusable("Learning needs lightgbm: pip install lightgbm.") from error
    except OSError:
        _preload()
    try:
        return importlib.import_module("lightgbm")
    except OSError as error:
        raise RankerUnusable(f"LightGBM needs OpenMP (apt install libgomp1): {error}") from error


def _preload() -> None:
    spec = find_spec(BUNDLED[0])
    if spec is not None and spec.origin is not None:
        library = Path(spec.origin).parent.joinpath(*BUNDLED[1:])
        if library.exists():
            ctypes.CDLL(str(library), mode=ctypes.RTLD_GLOBAL)


def grow(
    features: Matrix,
    grades: Sequence[int],
    *,
    groups: Sequence[int],
    start: Matrix,
    directions: Sequence[int],
) -> list[list[list[float]]]:
    """Return trees that add to a score `start`, as Forest.of_nodes takes them.

    `groups` are the numbers of consecutive rows of each query; `directions` say of each feature
    that more of it is better (1), worse (-1), or either (0). Burges, "From RankNet to LambdaRank to
    LambdaMART" (2010).
    """
    lightgbm = load_lightgbm()
    data = lightgbm.Dataset(
        features, np.asarray(grades), group=list(groups), init_score=start, free_raw_data=False
    )
    booster = lightgbm.train({**SETTINGS, "monotone_constraints": list(directions)}, data, TREES)
    return [nodes_of(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
