"""Clicks as judgements, less what is due to the place a product stood at (pure)."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ai.search.relevance import Gains

# Rounds of expectation and maximisation; the estimates move by less than 0.001 after some twenty.
ROUNDS: Final = 50
# A product that was hardly ever looked at is not judged by one click: examinations it must have.
MIN_EXAMINED: Final = 5.0
# Positions beyond are seen alike, which is hardly ever.
LAST_POSITION: Final = 50
# Attractiveness, among those of one query, from which a grade of 1, 2 and 3 is given: shares of
# the query's most attractive product.
GRADES: Final = (0.25, 0.5, 0.75)
LEAST: Final = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Impression:
    """A product that was shown for a query at a position, from 1, and whether it was clicked."""

    query: str
    product: str
    position: int
    is_clicked: bool


def read_impressions(path: Path) -> list[Impression]:
    """Return the rows of `search_id,query,product_id,position,clicked`.

    Raises ValueError where a position is no number from 1, KeyError where a column is missing.
    """
    with path.open(newline="", encoding="utf-8") as file:
        return [_impression(row) for row in csv.DictReader(file)]


def _impression(row: dict[str, str]) -> Impression:
    position = int(row["position"])
    if position < 1:
        raise ValueError(f"position {position}: positions count from 1")
    return Impression(
        query=" ".join(row["query"].lower().split()),
        product=row["product_id"],
        position=min(position, LAST_POSITION),
        is_clicked=row["clicked"].strip().lower() in {"1", "true", "yes"},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClickModel:
    """How likely a position is looked at, and a product, once looked at, clicked for a query."""

    examined: dict[int, float]
    attractive: dict[tuple[str, str], float]


def fit_clicks(impressions: Sequence[Impression]) -> ClickModel:
    """Return the position-based model of some impressions, by expectation maximisation.

    A click needs a look, which the position decides, and attractiveness, which the product decides
    (Craswell et al., WSDM 2008; estimated as by Chuklin, Markov and de Rijke, "Click Models for Web
    Search", 2015). The same product at several positions tells the two apart.
    """
    examined = {each.position: 1 / each.position for each in impressions}
    attractive = {(each.query, each.product): 0.5 for each in impressions}
    for _ in range(ROUNDS):
        looks: dict[int, list[float]] = defaultdict(lambda: [1.0, 2.0])
        likes: dict[tuple[str, str], list[float]] = defaultdict(lambda: [1.0, 2.0])
        for each in impressions:
            key = (each.query, each.product)
            look, like = examined[each.position], attractive[key]
            neither = max(1 - look * like, LEAST)
            looked = 1.0 if each.is_clicked else look * (1 - like) / neither
            liked = 1.0 if each.is_clicked else like * (1 - look) / neither
            _count(looks[each.position], looked)
            _count(likes[key], liked)
        examined = {position: hits / shown for position, (hits, shown) in looks.items()}
        attractive = {key: hits / shown for key, (hits, shown) in likes.items()}
    # Only their product is known: the best seen position is taken as always seen.
    most = max(examined.values(), default=1.0)
    return ClickModel(
        examined={position: share / most for position, share in examined.items()},
        attractive={key: min(share * most, 1.0) for key, share in attractive.items()},
    )


def judge_by_clicks(impressions: Sequence[Impression]) -> dict[str, Gains]:
    """Return grades from 0 to 3 by product for each query that has both good and poor ones.

    Each click counts by the inverse of the chance that its place was looked at (inverse propensity
    scoring, Joachims, Swaminathan and Schnabel, WSDM 2017).
    """
    model = fit_clicks(impressions)
    clicks: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    shown: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    seen: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for each in impressions:
        look = max(model.examined[each.position], LEAST)
        shown[each.query][each.product] += 1
        seen[each.query][each.product] += look
        clicks[each.query][each.product] += each.is_clicked / look
    judged = {
        query: _grades(
            {
                product: clicks[query][product] / products[product]
                for product in products
                if seen[query][product] >= MIN_EXAMINED
            }
        )
        for query, products in shown.items()
    }
    return {query: gains for query, gains in judged.items() if len(set(gains.values())) > 1}


def _grades(rates: dict[str, float]) -> dict[str, int]:
    most = max(rates.values(), default=0.0)
    if most <= 0:
        return {}
    return {product: _grade(rate / most) for product, rate in rates.items()}


def _grade(share: float) -> int:
    return sum(share >= bound for bound in GRADES)


def _count(sums: list[float], share: float) -> None:
    sums[0] += share
    sums[1] += 1
