"""Rule R20: forged messages are refused, and the order of the true ones does not matter.

The long form is benchmarks/payment_messages.py.
"""

import random
from collections import defaultdict
from typing import Any

import pytest

from shop.models import Payment
from shop.services.orders import paid
from tests.shop.orders.webhook_sequences import (
    FORGERIES,
    MESSAGES,
    Step,
    begin_order,
    draw_steps,
    expected,
    outcome,
    run_steps,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipping")]
# Eight that draw every kind of step between them.
SEEDS = range(17, 25)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_comes_of_messages_does_not_depend_on_their_order(seed: int) -> None:
    chance = random.Random(seed)
    steps = draw_steps(chance)
    found = []
    for _ in range(2):
        order, variant = begin_order()
        chance.shuffle(steps)
        assert set(run_steps(order, steps)) <= {400}
        found.append(outcome(order, variant))
        assert found[-1].items() >= expected(steps).items(), steps
    assert found[0] == found[1], steps


def test_every_kind_of_message_is_drawn() -> None:
    drawn = {step.kind for seed in SEEDS for step in draw_steps(random.Random(seed))}
    assert drawn == {*MESSAGES, *FORGERIES, "expire", "cancel"}


class LastWordCounts(defaultdict[Payment.State, int]):
    """Ranks whatever is looked up first below whatever is looked up next."""

    def __getitem__(self, state: Payment.State) -> int:
        self.asked = getattr(self, "asked", 0) - 1
        return self.asked


def test_were_the_last_word_to_count_the_order_would_matter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The negative control: paid, then a late word of an earlier refusal."""
    monkeypatch.setattr(paid, "_FINALITY", LastWordCounts(int))
    steps = [Step(kind="failed"), Step(kind="paid")]
    found: list[dict[str, Any]] = []
    for each in (steps, steps[::-1]):
        order, variant = begin_order()
        run_steps(order, each)
        found.append(outcome(order, variant))
    assert found[0]["payments"] == ["paid"]
    assert found[1]["payments"] == ["failed"]
