"""Rule R6, in its short form; the long one is benchmarks/order_state_machine.py."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.shop.orders.machine import OrderMachine

EXAMPLES, STEPS = 15, 30


@pytest.mark.django_db
def test_r6_stock_cents_and_statuses_hold_whatever_happens() -> None:
    run_state_machine_as_test(
        OrderMachine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
            # No shrinking: it would outlast the suite; the long form says more.
            phases=[Phase.generate],
        ),
    )
