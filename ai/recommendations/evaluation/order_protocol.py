"""Next baskets: choose on four weeks, measure once on the four after them."""

from collections.abc import Callable
from dataclasses import asdict
from time import perf_counter
from typing import Any, Final

from ai.recommendations.evaluation.blending import choose_blend
from ai.recommendations.evaluation.order_lanes import FittedOrders, choose_order_settings
from ai.recommendations.evaluation.order_lines import OrderLines
from ai.recommendations.evaluation.order_tasks import DAYS, periods
from ai.recommendations.evaluation.outcomes import BLEND, figures_of

DEPTH: Final = 20
DEPTHS: Final = (10, DEPTH)
# What the blend is compared with and not made of.
BASELINES: Final = frozenset({"ease"})


def evaluate_orders(lines: OrderLines, *, say: Callable[[str], object]) -> dict[str, Any]:
    """Return what each lane and the blend are worth on the last four weeks of orders.

    Settings, weights and trees are chosen on the four weeks before; then everything before the last
    four is learnt from once more, with what was chosen.
    """
    begin = perf_counter()
    validation, test = periods(lines)
    say("Settings are chosen on the four weeks before the last four.")
    settings = choose_order_settings(validation)
    earlier = FittedOrders(period=validation, settings=settings)
    later = FittedOrders(period=test, settings=settings)
    tasks = {}
    for name in test.tasks:
        say(f"{name}: the blend is chosen, and the last four weeks are guessed.")
        offered = earlier.offer(name)
        lanes = [lane for lane in offered.raw if lane not in BASELINES]
        blend = choose_blend(offered, lanes, depth=DEPTH)
        asked = later.offer(name)
        ways = {lane: asked.scaled[lane] for lane in asked.raw}
        ways |= {"sum": blend.sums(asked), BLEND: blend.scores(asked)}
        tasks[name] = {
            "weights": blend.weights,
            "validation_ndcg_at_20": {way: round(value, 5) for way, value in blend.quality.items()},
            "blend_is": "sum" if blend.learnt is None else "learnt",
            "test": figures_of(asked, ways, depths=DEPTHS, recall="recall"),
        }
    return {
        "lines": len(lines.orders),
        "orders": int(lines.orders.max()) + 1,
        "customers": int(lines.customers.max()) + 1,
        "items": lines.n_items,
        "tested_days": DAYS,
        "seconds": round(perf_counter() - begin, 1),
        "settings": asdict(settings),
        "tasks": tasks,
    }
