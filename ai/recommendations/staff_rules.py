"""What staff say of a box at this moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from ai.models import RecommendationRule
from ai.recommendations.types import Kind


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
    rows = RecommendationRule.objects.running_at(timezone.now()).filter(
        Q(box=kind) | Q(box=""), Q(subject__in=list(subjects)) | Q(subject=None)
    )
    saved = [each for each in rows if each.pk not in {rule.pk for rule in also}]
    looked_at = [each for each in also if each.is_active]
    rules = sorted([*saved, *looked_at], key=_exactness)
    excluded = {
        rule.product_id for rule in rules if rule.effect == RecommendationRule.Effect.EXCLUDE
    }
    pins: dict[int, int] = {}
    for rule in rules:
        if rule.effect == RecommendationRule.Effect.PIN and rule.product_id not in excluded:
            pins.setdefault(rule.position, rule.product_id)
    return StaffRules(pins=pins, excluded=frozenset(excluded))


def _exactness(rule: RecommendationRule) -> tuple[bool, bool, int]:
    return rule.subject_id is None, rule.box == "", rule.pk or 0
