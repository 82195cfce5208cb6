"""From rows, saved or not, to rules as a search uses them."""

import math
from collections.abc import Iterator
from typing import Any, Final

from ai.models import BoostRule, MatchKind, PinRule, RedirectRule, SearchRule, SynonymRule
from ai.search.steering.rules import Boost, Pin, Redirect, Rule, Synonym

# Places are divided by it, up, or multiplied, down: what a strength says is true of every page, and
# of every ranker, however its scores are spread.
FACTORS: Final[dict[int, float]] = {
    BoostRule.Strength.SLIGHT: 1.5,
    BoostRule.Strength.CLEAR: 3.0,
    BoostRule.Strength.STRONG: 6.0,
    BoostRule.Strength.WHOLLY: math.inf,
}


def compile_rule(row: SearchRule) -> Iterator[Rule]:
    """Yield the rules that a row stands for: synonyms both ways are one for each direction."""
    base: dict[str, Any] = {
        "pk": row.pk or 0,
        "match": MatchKind(row.match),
        "starts_at": row.starts_at,
        "ends_at": row.ends_at,
    }
    match row:
        case SynonymRule():
            every = tuple(dict.fromkeys((row.query, *row.texts)))
            for text in every if row.is_two_way else every[:1]:
                others = tuple(other for other in every if other != text)
                yield Synonym(**base, query=text, alternatives=others)
        case PinRule():
            yield Pin(**base, query=row.query, product=row.product_id, position=row.position)
        case BoostRule():
            factor = FACTORS[row.strength]
            yield Boost(
                **base,
                query=row.query,
                factor=factor if row.effect == BoostRule.Effect.BOOST else 1 / factor,
                label=f"moved {row.get_effect_display()} {_how_far(row)}",
                product=row.product_id,
                brand=row.brand_id,
                category=row.category_id,
                attribute=row.attribute_id,
                value=row.value,
            )
        case RedirectRule():
            yield Redirect(**base, query=row.query, path=row.path)


def _how_far(row: BoostRule) -> str:
    return row.get_strength_display().partition(":")[0]
