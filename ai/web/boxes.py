"""Boxes of recommendations: fragments for htmx, pages of their own without it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ai.analytics.box_receipts import SignedBoxReceipt, sign_box
from ai.analytics.options import event_options
from ai.recommendations.experiments import Assignment, assign, running_experiments
from ai.recommendations.service import recommend
from ai.recommendations.types import Kind, Reason, Recommendations, Wanted
from ai.web.offers import list_offers
from ai.web.personal import Visitor, keep_lot, lot_of, visitor_of
from shop.cards import DrawnCard, recall_cards
from shop.models import Category, Product
from shop.row_ids import read_row_id
from shop.views.fragments import PageRequest, vary_by_fragment
from shop.views.memory import memory_of

# Cards of a box: one row of the grid at its widest.
SIZE: Final = 4
# With the product itself they are what somebody takes at once.
TOGETHER: Final = 3
TITLES: Final = {
    Kind.SIMILAR: "You may like these too",
    Kind.TOGETHER: "Goes well with it",
    Kind.COMPLEMENTS: "Goes with what is in your cart",
    Kind.FOR_YOU: "For you",
    Kind.RECENT: "You looked at",
    Kind.TRENDING: "Wanted right now",
    Kind.NEW: "New in the shop",
}
# What `for you` is called for whom nothing is known of.
FOR_ANYBODY: Final = "A good place to start"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxItem:
    """A card, and why it is there; `place` is from 1."""

    card: DrawnCard
    reason: Reason
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box ready to be drawn; `receipt` is None where nothing is counted."""

    kind: Kind
    title: str
    items: tuple[BoxItem, ...]
    receipt: SignedBoxReceipt | None


@require_safe
@never_cache
def box(request: PageRequest, kind: str) -> HttpResponse:
    """Show a box: nothing at all where it has nothing to show, so that it vanishes."""
    wanted = read_wanted(kind, request.GET, visitor_of(request))
    experiment = running_experiments().get(wanted.kind)
    lot = lot_of(request) if experiment else None
    chosen = assign(experiment, lot)
    found = recommend(replace(wanted, strategy=chosen.strategy))
    shown = draw_box(request, wanted, found, chosen)
    context: dict[str, Any] = {"box": shown, "wanted": wanted}
    if shown.items and wanted.kind == Kind.TOGETHER:
        context["offers"] = list_offers([*wanted.subjects, *(each.card.pk for each in shown.items)])
    template = "ai/_box.html" if request.htmx else "ai/box.html"
    response = render(request, template, context)
    if lot is not None:
        keep_lot(request, response, lot)
    return vary_by_fragment(response)


def read_wanted(kind: str, data: QueryDict, visitor: Visitor) -> Wanted:
    """Return what an address asks for; raises Http404 for what there is not."""
    if kind not in Kind.values:
        raise Http404
    kind = Kind(kind)
    subjects: Sequence[int] = ()
    if kind in {Kind.SIMILAR, Kind.TOGETHER}:
        product = get_object_or_404(Product.objects.published().only("pk"), pk=_pk(data, "product"))
        subjects = (product.pk,)
    category = None
    if data.get("category"):
        shelf = get_object_or_404(Category.objects.only("pk"), pk=_pk(data, "category"))
        category = shelf.pk
    wanted = Wanted(
        kind=kind,
        subjects=subjects,
        category=category,
        cart=visitor.cart,
        history=visitor.history,
        customer=visitor.customer,
        size=TOGETHER if kind == Kind.TOGETHER else SIZE,
    )
    above = data.get("below", "")
    if above in Kind.values and above != kind:
        # The box above it on the same page has its products already.
        ids = recommend(replace(wanted, kind=Kind(above))).ids
        wanted = replace(wanted, without=ids)
    return wanted


def draw_box(
    request: PageRequest, wanted: Wanted, found: Recommendations, chosen: Assignment
) -> Box:
    """Return a box with its cards; what was unpublished meanwhile is left out."""
    said = {item.product_id: item.reason for item in found.items}
    cards = recall_cards(said, memory_of(request)) if _has_reason(wanted) else []
    items = tuple(
        BoxItem(card=card, reason=said[card.pk], place=place) for place, card in enumerate(cards, 1)
    )
    receipt = None
    if event_options().is_on and (items or chosen.experiment):
        receipt = sign_box(
            kind=wanted.kind,
            shown=[item.card.pk for item in items],
            experiment=chosen.experiment,
            is_treatment=chosen.is_treatment,
        )
    return Box(kind=wanted.kind, title=_title(wanted), items=items, receipt=receipt)


def _title(wanted: Wanted) -> str:
    if wanted.kind == Kind.FOR_YOU and not wanted.history and wanted.customer is None:
        return FOR_ANYBODY
    return TITLES[wanted.kind]


def _has_reason(wanted: Wanted) -> bool:
    """Return whether there is anything to show it beside: an empty cart has no complements."""
    return wanted.kind != Kind.COMPLEMENTS or bool(wanted.cart)


def _pk(data: QueryDict, name: str) -> int:
    return read_row_id(data.get(name, ""))
