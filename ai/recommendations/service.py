"""Recommendations: one call a kind, each with a true reason; conducts, and asks no database."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ai.models import RecommendationRule
from ai.recommendations.candidates import read_given
from ai.recommendations.choosing import Choice, Taste
from ai.recommendations.lanes import Say, lanes_of
from ai.recommendations.owned import read_consumable, read_owned
from ai.recommendations.reasons import pinned
from ai.recommendations.staff_rules import StaffRules, read_rules
from ai.recommendations.types import (
    MOST_ITEMS,
    MOST_SUBJECTS,
    Candidate,
    Kind,
    Recommendation,
    Recommendations,
    Strategy,
    Wanted,
)

TASTES: Final = {
    # Who looks at a tent for 200 does not want to be shown one for 20 or for 2,000.
    Kind.SIMILAR: Taste(cheapest=Decimal("0.33"), dearest=Decimal(3)),
    # What is put beside something in the cart costs less than it, as a rule, or little more.
    Kind.TOGETHER: Taste(mixes_shelves=True, dearest=Decimal(2)),
    Kind.COMPLEMENTS: Taste(mixes_shelves=True, mixes_subjects=True, dearest=Decimal(2)),
    Kind.FOR_YOU: Taste(mixes_shelves=True, mixes_subjects=True),
    Kind.TRENDING: Taste(),
    Kind.NEW: Taste(),
    # Here nothing is chosen.
    Kind.RECENT: Taste(mixes_brands=False),
}


def similar(product: int, *, size: int = 8) -> Recommendations:
    """Return what could be taken instead of a product, by meaning, values, price and looks."""
    return recommend(Wanted(kind=Kind.SIMILAR, subjects=(product,), size=size))


def together(product: int, *, cart: Sequence[int] = (), size: int = 3) -> Recommendations:
    """Return what was bought with a product in the same orders."""
    return recommend(Wanted(kind=Kind.TOGETHER, subjects=(product,), cart=cart, size=size))


def complements(cart: Sequence[int], *, size: int = 4) -> Recommendations:
    """Return what goes with the things in a cart and stands in for none of them."""
    return recommend(Wanted(kind=Kind.COMPLEMENTS, cart=cart, size=size))


def for_you(
    *, history: Sequence[int] = (), customer: int | None = None, size: int = 8
) -> Recommendations:
    """Return what suits what a visitor looked at and an account bought."""
    return recommend(Wanted(kind=Kind.FOR_YOU, history=history, customer=customer, size=size))


def recently_viewed(history: Sequence[int], *, size: int = 12) -> Recommendations:
    """Return what a visitor looked at and can still be bought, the latest first."""
    return recommend(Wanted(kind=Kind.RECENT, history=history, size=size))


def trending(*, category: int | None = None, size: int = 8) -> Recommendations:
    """Return what is wanted more than usual, in a category or in the shop."""
    return recommend(Wanted(kind=Kind.TRENDING, category=category, size=size))


def new_arrivals(*, category: int | None = None, size: int = 8) -> Recommendations:
    """Return what came last, in a category or in the shop."""
    return recommend(Wanted(kind=Kind.NEW, category=category, size=size))


def recommend(wanted: Wanted, *, also: Sequence[RecommendationRule] = ()) -> Recommendations:
    """Return products that may be shown, best first, none twice, each with its reason.

    None of them is in the cart, is the product beside it, is excluded by staff, or was bought
    already by the account unless it is one that is bought again. `also` are unsaved rules, for a
    look at what they would change.
    """
    wanted = _bounded(wanted)
    if wanted.strategy == Strategy.NOTHING:
        return Recommendations(kind=wanted.kind, items=(), strategy=wanted.strategy)
    beside = [*wanted.subjects, *wanted.cart]
    rules = read_rules(wanted.kind, beside, also=also)
    owned = read_owned(wanted.customer) if wanted.customer is not None else []
    out = {*beside, *wanted.without, *rules.excluded}
    if wanted.kind == Kind.FOR_YOU:
        out |= set(wanted.history)
    if wanted.kind != Kind.RECENT:
        out |= set(owned) - read_consumable(owned)
    pins = _pins(rules, out, with_sold_out=wanted.with_sold_out)
    choice = Choice(size=wanted.size, out=out, taste=TASTES[wanted.kind])
    say: dict[int, Say] = dict.fromkeys(rules.pins.values(), pinned)
    generation = None
    for lane in lanes_of(wanted, owned):
        choice.offer(lane.candidates)
        choice.settle()
        for each in lane.candidates:
            say.setdefault(each.product_id, lane.say)
            generation = generation or each.generation
        if choice.is_full:
            break
    return Recommendations(
        kind=wanted.kind,
        items=tuple(
            Recommendation(
                product_id=each.product_id, reason=say[each.product_id](each), score=each.score
            )
            for each in choice.chosen(pins)
        ),
        generation=generation,
        strategy=wanted.strategy,
    )


def _pins(rules: StaffRules, out: AbstractSet[int], *, with_sold_out: bool) -> dict[int, Candidate]:
    """Return the pinned products that may be shown, by place."""
    wanted = [pk for pk in rules.pins.values() if pk not in out]
    found = {each.product_id: each for each in read_given(wanted, with_sold_out=with_sold_out)}
    once: dict[int, Candidate] = {}
    for place, pk in sorted(rules.pins.items()):
        if pk in found:
            once[place] = found.pop(pk)
    return once


def _bounded(wanted: Wanted) -> Wanted:
    """Return the question with no more in it than is read."""
    return replace(
        wanted,
        size=max(1, min(wanted.size, MOST_ITEMS)),
        subjects=tuple(dict.fromkeys(wanted.subjects))[:MOST_SUBJECTS],
        history=tuple(dict.fromkeys(wanted.history))[:MOST_SUBJECTS],
    )
