"""R20: what providers tell, forged, repeated and in any order, and what comes of it.

    python benchmarks/payment_messages.py [--sequences 500] [--seed 1]

Each sequence is drawn once and played in two orders, over HTTP's view with real signatures, against
two equal orders of the shop (tests/shop/orders/webhook_sequences.py): forged messages must be
refused with 400, both orders must end alike, and as is told from the set of messages alone. The
control lets the last word count.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any
from unittest.mock import patch

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand


class LastWordCounts(dict[str, int]):
    """Ranks whatever is asked for first below whatever is asked for next."""

    asked = 0

    def __getitem__(self, _: str) -> int:
        """Return a rank below all before."""
        self.asked -= 1
        return self.asked


def open_shop() -> None:
    """Ship to Ireland, with tax."""
    from django.conf import settings

    from tests.factories.shop import ShippingRateFactory, TaxRateFactory

    settings.ALLOWED_HOSTS = ["testserver"]
    ShippingRateFactory(free_from=None)
    TaxRateFactory()


def play(*, sequences: int, seed: int) -> dict[str, Any]:
    """Play so many sequences and count how they ended."""
    from tests.shop.orders import webhook_sequences as drawn

    found: Counter[str] = Counter()
    began = time.perf_counter()
    for number in range(sequences):
        chance = random.Random(f"{seed}-{number}")  # noqa: S311  (to be drawn again alike)
        steps = drawn.draw_steps(chance)
        ends = []
        for _ in range(2):
            order, variant = drawn.begin_order()
            chance.shuffle(steps)
            refused = drawn.run_steps(order, steps)
            found["messages"] += len(steps)
            found["forged"] += len(refused)
            found["forged and refused"] += refused.count(400)
            ends.append(drawn.outcome(order, variant))
        found["alike"] += ends[0] == ends[1]
        found["as expected"] += all(end.items() >= drawn.expected(steps).items() for end in ends)
        found[f"ended {ends[0]['status']}, {ends[0]['payment_status']}"] += 1
    seconds = round(time.perf_counter() - began, 1)
    return {"sequences": sequences, "seconds": seconds, **dict(sorted(found.items()))}


def main() -> None:
    """Play and write benchmarks/results/payment_messages.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sequences", type=int, default=500)
    parser.add_argument("--control-sequences", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    figures = stand.origin("django", "psycopg")
    stack = stand.prepare("payment_messages")
    try:
        open_shop()
        figures |= {"command": " ".join(sys.argv), "seed": options.seed}
        figures["messages"] = play(sequences=options.sequences, seed=options.seed)
        with patch("shop.services.orders.paid._FINALITY", LastWordCounts()):
            figures["control"] = play(sequences=options.control_sequences, seed=options.seed)
    finally:
        stack.stop()
    print(json.dumps({name: figures[name] for name in ("messages", "control")}, indent=2))
    print(stand.save("payment_messages", figures))


if __name__ == "__main__":
    main()
