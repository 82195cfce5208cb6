"""What a rule would change, seen in real boxes before it is saved; nothing is written."""

from dataclasses import dataclass, replace
from typing import Final

from django.db.models import Q

from ai.admin.recommendations.forms import BESIDE
from ai.models import RecommendationRule
from ai.recommendations.service import recommend
from ai.recommendations.types import Kind, Wanted
from shop.models import Product

# Places of a box that are looked at, and boxes.
PLACES: Final = 8
MOST: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxLook:
    """One box without the rule and with it, titles best first."""

    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        """Whether anything is different."""
        return self.before != self.after


def preview_rule(rule: RecommendationRule) -> list[BoxLook]:
    """Return what an unsaved rule changes in the boxes it is for; its schedule is left aside."""
    looks = []
    for name, wanted in boxes_of(rule)[:MOST]:
        now, then = recommend(wanted).ids, recommend(wanted, also=[rule]).ids
        titles = dict(Product.objects.filter(pk__in={*now, *then}).values_list("pk", "title"))
        looks.append(
            BoxLook(
                name=name,
                before=tuple(titles[pk] for pk in now),
                after=tuple(titles[pk] for pk in then),
            )
        )
    return looks


def boxes_of(rule: RecommendationRule) -> list[tuple[str, Wanted]]:
    """Return boxes that a rule is for, by name: at most one of each kind."""
    kinds = [Kind(rule.box)] if rule.box else [Kind.SIMILAR, Kind.TOGETHER, Kind.FOR_YOU]
    boxes = []
    for kind in kinds:
        wanted = Wanted(kind=kind, size=PLACES)
        name = kind.label
        if kind in BESIDE:
            subject = rule.subject or _some_subject(rule)
            if subject is None:
                continue
            name = f"{kind.label} beside {subject.title}"
            wanted = (
                replace(wanted, cart=(subject.pk,))
                if kind == Kind.COMPLEMENTS
                else replace(wanted, subjects=(subject.pk,))
            )
        boxes.append((str(name).capitalize(), wanted))
    return boxes


def _some_subject(rule: RecommendationRule) -> Product | None:
    """Return a product of the same shelf to stand beside, else any."""
    others = (
        Product.objects.published().exclude(pk=rule.product_id).order_by("-published_at", "-pk")
    )
    same = others.filter(Q(category=rule.product.category_id)).first()
    return same or others.first()
