"""R6: orders under anything that may happen to them, from cart to refund, in random order.

    python benchmarks/order_state_machine.py [--examples 500] [--steps 50] [--seed 1]

Hypothesis draws what shoppers, staff, providers and the clock do, and holds stock, money and
statuses against a second account after every step (tests/shop/orders/machine.py). The control takes
one protection out at a time and has to be found out.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand

ORDERS = "shop.services.orders"


def run_machine(*, examples: int, steps: int, seed: int) -> dict[str, Any]:
    """Run the machine and return what it went through, or by what it was stopped."""
    from hypothesis import HealthCheck, Phase, settings
    from hypothesis import seed as seeded
    from hypothesis.stateful import run_state_machine_as_test

    from tests.shop.orders.machine import OrderMachine

    seen: Counter[str] = Counter()

    class Counting(OrderMachine):
        """Keeps what happened before it is rolled back."""

        def teardown(self) -> None:
            seen.update(lives_of(self))
            super().teardown()

    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    began = time.perf_counter()
    try:
        run_state_machine_as_test(seeded(seed)(Counting), settings=chosen)
        failure = ""
    except AssertionError as error:
        failure = str(error).splitlines()[0] if str(error) else "an invariant does not hold"
    return {
        "failure": failure,
        "seconds": round(time.perf_counter() - began, 1),
        "lives": dict(sorted(seen.items())),
    }


def lives_of(machine: Any) -> Iterator[str]:
    """Yield the statuses that each order of a run went through, and what stands in the diaries."""
    from shop.models import OrderEvent

    for account in getattr(machine, "accounts", {}).values():
        yield " > ".join(account.statuses)
    for kind in OrderEvent.objects.values_list("kind", flat=True):
        yield f"diary: {kind}"


# What is taken out, one at a time, and by what it is replaced.
CONTROLS: dict[str, tuple[str, Any]] = {
    "pieces go back on the shelf": (f"{ORDERS}.cancel.return_stock", lambda **_: None),
    "what was never there does not": ("shop.models.OrderLine.missing", 0),
    "a late payment takes its pieces again": (f"{ORDERS}.paid.take_again", lambda **_: True),
    "running sums of shares": (
        f"{ORDERS}.refund_amounts.share_of_pieces",
        lambda share, quantity, pieces, **_: round(share / quantity, 2) * pieces,
    ),
}


def main() -> None:
    """Run and write benchmarks/results/order_state_machine.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--examples", type=int, default=500)
    parser.add_argument("--control-examples", type=int, default=100)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    figures = stand.origin("django", "psycopg", "hypothesis")
    stack = stand.prepare("order_state_machine")
    size = {"examples": options.examples, "steps": options.steps, "seed": options.seed}
    try:
        figures |= {"command": " ".join(sys.argv), **size}
        figures["machine"] = run_machine(**size)
        figures["controls"] = {}
        for protection, replacement in CONTROLS.items():
            with patch(*replacement):
                found = run_machine(**{**size, "examples": options.control_examples})
            figures["controls"][protection] = {
                "found_out": bool(found["failure"]),
                "seconds": found["seconds"],
            }
    finally:
        stack.stop()
    print(json.dumps({name: figures[name] for name in ("machine", "controls")}, indent=2))
    print(stand.save("order_state_machine", figures))


if __name__ == "__main__":
    main()
