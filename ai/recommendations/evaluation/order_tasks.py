"""What has to be guessed of some weeks of orders, from the orders before them (pure).

Three questions: the rest of a basket from its first half; a customer's next order; and what of it
they never had before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from ai.recommendations.evaluation.errors import DataUnusable
from ai.recommendations.evaluation.order_lines import OrderLines
from ai.recommendations.methods.interactions import IntArray, Interactions, make_interactions

WEEKS: Final = 4
DAYS: Final = 7 * WEEKS
FEWEST: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Queries of one question: item numbers by query.

    `given` are what is known of each: items of a basket, or nothing where `customers` says whose
    history is. `masked` may not be offered.
    """

    given: Sequence[IntArray]
    customers: IntArray
    wanted: Sequence[IntArray]
    masked: Sequence[IntArray]

    def __len__(self) -> int:
        return len(self.wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What is known before a day, and the questions of the four weeks from it on."""

    today: float
    baskets: Interactions
    customers: Interactions
    tasks: dict[str, Task]


def periods(lines: OrderLines) -> tuple[Period, Period]:
    """Return the validation, weeks 8 to 5 from the end, and the test, the last four.

    Raises DataUnusable where there is too little before or in them.
    """
    end = float(np.floor(lines.days.max(initial=0.0))) + 1
    if end <= 3 * DAYS:
        raise DataUnusable(
            f"The orders are of {end:.0f} days; {3 * DAYS} are the least: four weeks to measure "
            "on, four to choose on, and four to learn from."
        )
    return _period(lines, end - 2 * DAYS), _period(lines, end - DAYS)


def _period(lines: OrderLines, today: float) -> Period:
    past = lines.where(lines.days < today)
    coming = lines.where((lines.days >= today) & (lines.days < today + DAYS))
    named = past.where(past.customers >= 0)
    customers = make_interactions(
        named.customers,
        named.items,
        days=named.days,
        n_users=int(lines.customers.max(initial=-1)) + 1,
        n_items=lines.n_items,
    )
    next_orders = _next_orders(coming, customers)
    tasks = {
        "together": _together(coming),
        "for_you": next_orders,
        "for_you_new": _only_new(next_orders, customers),
    }
    for name, task in tasks.items():
        if len(task) < FEWEST:
            raise DataUnusable(
                f"{len(task)} orders of four weeks can be asked about ({name}); {FEWEST} are the "
                "least."
            )
    return Period(
        today=today,
        baskets=make_interactions(past.orders, past.items, days=past.days, n_items=lines.n_items),
        customers=customers,
        tasks=tasks,
    )


def _together(coming: OrderLines) -> Task:
    """Return baskets of two things and more: the first half is given, the rest is wanted."""
    given, wanted = [], []
    for basket in _groups(coming.orders, coming.items):
        half = (len(basket) + 1) // 2
        if half < len(basket):
            given.append(basket[:half])
            wanted.append(basket[half:])
    nobody = np.full(len(given), -1, np.int64)
    return Task(given=given, customers=nobody, wanted=wanted, masked=given)


def _next_orders(coming: OrderLines, customers: Interactions) -> Task:
    """Return the next order of each customer who had one before; what they had may come again."""
    known = np.unique(customers.users)
    who, wanted, seen = [], [], set()
    for basket in _groups(coming.orders, np.arange(len(coming.orders))):
        customer = int(coming.customers[basket[0]])
        if customer in seen or customer < 0:
            continue
        seen.add(customer)
        place = np.searchsorted(known, customer)
        if place < len(known) and known[place] == customer:
            who.append(customer)
            wanted.append(coming.items[basket])
    nothing = [np.zeros(0, np.int64)] * len(who)
    return Task(given=nothing, customers=np.array(who, np.int64), wanted=wanted, masked=nothing)


def _only_new(task: Task, customers: Interactions) -> Task:
    """Return a task with what each customer had before neither wanted nor offered."""
    starts = customers.starts()
    had = [
        np.unique(customers.items[starts[customer] : starts[customer + 1]])
        for customer in task.customers
    ]
    new = [np.setdiff1d(items, old) for items, old in zip(task.wanted, had, strict=True)]
    kept = [row for row, items in enumerate(new) if len(items)]
    return Task(
        given=[task.given[row] for row in kept],
        customers=task.customers[kept],
        wanted=[new[row] for row in kept],
        masked=[had[row] for row in kept],
    )


def _groups(keys: IntArray, values: Any) -> list[Any]:
    """Return the values of each key, keys by their first place, values as they come."""
    order = np.argsort(keys, kind="stable")
    _, starts = np.unique(keys[order], return_index=True)
    found = [values[part] for part in np.split(order, starts[1:]) if len(part)]
    firsts = [part[0] for part in np.split(order, starts[1:]) if len(part)]
    return [found[place] for place in np.argsort(firsts, kind="stable")]
