"""What staff say of a box at this moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.db import connection

from ai.models import RecommendationRule
from ai.recommendations.types import Kind

Effect = RecommendationRule.Effect
# As `running_at` has it. Written out: every box asks, and building a query takes as long as it.
AT_WORK: Final = """
SELECT id, effect, product_id, position, subject_id IS NOT NULL, box <> ''
FROM ai_recommendationrule
WHERE is_active AND box IN (%(kind)s, '') AND (subject_id IS NULL OR subject_id = ANY(%(subjects)s))
  AND (starts_at IS NULL OR starts_at <= now()) AND (ends_at IS NULL OR ends_at > now())
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAtWork:
    """A rule as far as a box needs it."""

    pk: int
    effect: str
    product: int
    position: int
    is_for_one: bool
    is_for_box: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRules:
    """Products by the place (from 1) they are pinned to, and those that are never shown."""

    pins: Mapping[int, int] = field(default_factory=dict)
    excluded: frozenset[int] = frozenset()


def read_rules(
    kind: Kind, subjects: Sequence[int], *, also: Sequence[RecommendationRule] = ()
) -> StaffRules:
    """Return the rules for a kind of box beside these products.

    `also` are unsaved ones to look at, in place of what is saved of them. A rule that names a
    product counts beside it only; of two pins for one place the one that says more exactly where
    counts, then the older one.
    """
    replaced = {rule.pk for rule in also}
    saved = [rule for rule in _read(kind, subjects) if rule.pk not in replaced]
    looked_at = [
        RuleAtWork(
            pk=rule.pk or 0,
            effect=rule.effect,
            product=rule.product_id,
            position=rule.position,
            is_for_one=rule.subject_id is not None,
            is_for_box=bool(rule.box),
        )
        for rule in also
        if rule.is_active
    ]
    rules = sorted([*saved, *looked_at], key=_exactness)
    excluded = {rule.product for rule in rules if rule.effect == Effect.EXCLUDE}
    pins: dict[int, int] = {}
    for rule in rules:
        if rule.effect == Effect.PIN and rule.product not in excluded:
            pins.setdefault(rule.position, rule.product)
    return StaffRules(pins=pins, excluded=frozenset(excluded))


def _read(kind: Kind, subjects: Sequence[int]) -> list[RuleAtWork]:
    with connection.cursor() as cursor:
        cursor.execute(AT_WORK, {"kind": str(kind), "subjects": list(subjects)})
        return [
            RuleAtWork(
                pk=pk,
                effect=effect,
                product=product,
                position=position,
                is_for_one=is_for_one,
                is_for_box=is_for_box,
            )
            for pk, effect, product, position, is_for_one, is_for_box in cursor.fetchall()
        ]


def _exactness(rule: RuleAtWork) -> tuple[bool, bool, int]:
    return not rule.is_for_one, not rule.is_for_box, rule.pk
