"""Compares totals and facet counts of search with a brute-force count, on 500 random pairs.

    python benchmarks/facet_pairs.py [--pairs 500]

The long form of tests/ai/search/test_facets.py: random texts and filters over a random catalogue,
every count of every facet against plain Python over what was written. Any difference ends the run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand

TEST = (
    "tests/ai/search/test_facets.py"
    "::test_filters_totals_and_facets_are_those_of_a_brute_force_count"
)


def main() -> int:
    """Run the comparison and write what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=500)
    pairs = parser.parse_args().pairs
    origin = stand.origin("django")
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-o", "timeout=3600", TEST],
        cwd=stand.REPOSITORY,
        env={**os.environ, "VITRINE_FACET_PAIRS": str(pairs)},
        check=False,
    )
    figures = {
        **origin,
        "pairs": pairs,
        "all_equal": done.returncode == 0,
        "seconds": round(time.perf_counter() - begin, 1),
    }
    print(stand.save("facet_pairs", figures))
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
