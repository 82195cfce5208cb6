"""R7: 10,000 random orders come to the same in cart, order, API, letter and invoice.

    python benchmarks/totals_agreement.py [--cases 10000] [--seed 7] [--pages-every 10]

The pages of cart and invoice take longer than all the rest: they are asked for one case in ten.
The cases and the comparison are in benchmarks/agreement.py; the sums are computed once more there,
in fractions. Every case goes through the services that serve the shop, on a real database.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand

CURRENCIES = ("JPY", "EUR", "KWD")


def measure(currency: str, *, cases: int, seed: int, pages_every: int) -> dict[str, Any]:
    """Return how often each place disagreed, and what kinds of orders there were."""
    from benchmarks.agreement import disagreements, run_cases

    wrong: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    places: Counter[str] = Counter()
    began = time.monotonic()
    for said in run_cases(currency, cases=cases, seed=seed, pages_every=pages_every):
        places.update(said.keys())
        wrong.update(disagreements(said))
        sums = said["cart"]
        kinds["with a discount"] += sums.discount > 0
        kinds["with added tax"] += sums.tax_added > 0
        kinds["with included tax"] += sums.tax > sums.tax_added
        kinds["with free shipping"] += sums.shipping == 0
        kinds["that cost nothing"] += sums.total == 0
    return {
        "cases": cases,
        "compared": dict(places),
        "disagreements": sum(wrong.values()),
        "by_place": dict(wrong),
        "kinds": dict(kinds),
        "seconds": round(time.monotonic() - began, 1),
    }


def main() -> None:
    """Measure and write benchmarks/results/totals_agreement.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--pages-every", type=int, default=10)
    options = parser.parse_args()

    figures = stand.origin("django", "babel")
    stack = stand.prepare("totals_agreement")
    share = -(-options.cases // len(CURRENCIES))
    try:
        figures |= {"command": " ".join(sys.argv), "seed": options.seed}
        figures["by_currency"] = {
            currency: measure(
                currency, cases=share, seed=options.seed, pages_every=options.pages_every
            )
            for currency in CURRENCIES
        }
    finally:
        stack.stop()
    print(json.dumps(figures["by_currency"], indent=2))
    print(stand.save("totals_agreement", figures))


if __name__ == "__main__":
    main()
