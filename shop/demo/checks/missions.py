"""The shopping missions can be answered from the data."""

from collections.abc import Iterator

from shop.demo.checks.finding import Finding
from shop.demo.checks.records import Demo, Mission


def check_missions(demo: Demo) -> Iterator[Finding]:
    """Yield missions whose answers do not exist, are not for sale, or cost too much."""
    seen: set[str] = set()
    for mission in demo.missions:
        if mission.id in seen:
            yield _finding(mission, "this id is used twice", "number it on")
        seen.add(mission.id)
        for slug in mission.products:
            product = demo.by_slug.get(slug)
            if product is None:
                yield _finding(mission, f"product {slug} does not exist", "write an existing slug")
                continue
            if product.status != "active":
                yield _finding(mission, f"{slug} is {product.status}", "name an active product")
            prices = [variant.price for variant in product.variants if variant.stock]
            if not prices:
                yield _finding(mission, f"{slug} is sold out", "name one that can be had")
            elif mission.max_price is not None and min(prices) > mission.max_price:
                problem = f"{slug} costs {min(prices)}, more than {mission.max_price}"
                yield _finding(mission, problem, "name a cheaper one")


def _finding(mission: Mission, problem: str, mend: str) -> Finding:
    return Finding(file="missions.jsonl", subject=mission.id, problem=problem, mend=mend)
