"""The lanes of each kind of box, the best first: a lane is read only while the box has room."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

import numpy as np

from ai.exceptions import NoLiveSpace
from ai.recommendations.candidates import (
    read_each,
    read_given,
    read_lists,
    read_nearest,
    read_newest,
    read_shelves,
    share_of_each,
)
from ai.recommendations.choosing import without_substitutes
from ai.recommendations.making import SHOP
from ai.recommendations.methods.profile import Done, Row, rank_for
from ai.recommendations.reasons import (
    bought_with_alike,
    goes_with_bought,
    like_looked_at,
    looked_at,
    of_list,
)
from ai.recommendations.types import (
    MOST_SUBJECTS,
    Candidate,
    Kind,
    ListKind,
    Reason,
    Strategy,
    Wanted,
)

Say = Callable[[Candidate], Reason]
# What is like a product that was never bought with anything: so many of the nearest speak for it.
STAND_INS: Final = 5
# What was bought counts beside what was looked at: money says more than a look.
OWNED_WEIGHT: Final = 2.0
# Things bought that say what goes with them: older ones have had their turn.
MOST_OWNED: Final = 12
# A history is no more than it is; beside a product, the floor has no substitutes of it.
WITHOUT_FLOOR: Final = frozenset({Kind.RECENT, Kind.TOGETHER, Kind.COMPLEMENTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """Candidates, best first, and how the reason of each is told."""

    candidates: Sequence[Candidate]
    say: Say = of_list


def lanes_of(wanted: Wanted, owned: Sequence[int]) -> Iterator[Lane]:
    """Yield the lanes for what is asked, in their order; the last ones always have something.

    `owned` are products that the account has bought, the latest first.
    """
    is_popular = wanted.strategy == Strategy.POPULAR and wanted.kind != Kind.RECENT
    if not is_popular:
        yield from OWN_LANES[wanted.kind](wanted, owned)
    if is_popular or wanted.kind not in WITHOUT_FLOOR:
        yield from floor(wanted)


def floor(wanted: Wanted) -> Iterator[Lane]:
    """Yield what is popular, from the narrowest shelf to the whole shop, then what is newest."""
    for subject in _shelves(wanted):
        yield Lane(
            candidates=read_lists([ListKind.POPULAR], [subject], with_sold_out=wanted.with_sold_out)
        )
    yield Lane(candidates=read_newest(with_sold_out=wanted.with_sold_out))


def similar(wanted: Wanted, _owned: Sequence[int]) -> Iterator[Lane]:
    """Yield what is like the product; of one that no run has seen, what is nearest by meaning."""
    listed: list[Candidate] = []
    if wanted.strategy != Strategy.MEANING:
        listed = read_lists([ListKind.SIMILAR], wanted.subjects, with_sold_out=wanted.with_sold_out)
    if wanted.strategy == Strategy.BEHAVIOUR:
        listed = [each for each in listed if each.evidence]
    yield Lane(candidates=listed)
    if wanted.strategy != Strategy.BEHAVIOUR:
        for subject in wanted.subjects:
            yield Lane(candidates=_nearest(subject, wanted))


def together(wanted: Wanted, _owned: Sequence[int]) -> Iterator[Lane]:
    """Yield what was bought with the product, then what was bought with things like it."""
    bought, alike = _bought_and_alike(wanted, wanted.subjects)
    if wanted.strategy != Strategy.MEANING:
        # Some order two tents to send one back: that one stands among the similar ones.
        yield Lane(candidates=without_substitutes(bought, alike))
    yield from _beside(wanted, wanted.subjects, alike)


def complements(wanted: Wanted, _owned: Sequence[int]) -> Iterator[Lane]:
    """Yield what was bought with the things in the cart and does not stand in for any of them."""
    cart = wanted.cart[-MOST_SUBJECTS:]
    bought, alike = _bought_and_alike(wanted, cart)
    if wanted.strategy != Strategy.MEANING:
        ranked = _ranked(bought, [Done(item=pk) for pk in cart], out=cart)
        yield Lane(candidates=without_substitutes(ranked, alike))
    yield from _beside(wanted, cart, alike)


def _beside(wanted: Wanted, subjects: Sequence[int], alike: Sequence[Candidate]) -> Iterator[Lane]:
    """Yield what was bought with things like the subjects, then the floor; no substitutes."""
    shelves = {each.subject_category_id for each in alike if each.subject_category_id}
    # Popularity alone is no reason to show more of the same shelf, unless there is no other.
    elsewhere = (
        replace(lane, candidates=[x for x in lane.candidates if x.category_id not in shelves])
        for lane in floor(wanted)
    )
    lanes = (_with_alike(wanted, subjects, alike), elsewhere, floor(wanted))
    for lane in chain.from_iterable(lanes):
        yield replace(lane, candidates=without_substitutes(lane.candidates, alike))


def for_you(wanted: Wanted, owned: Sequence[int]) -> Iterator[Lane]:
    """Yield what is like the things looked at and goes with the things bought, as one ranking."""
    bought = list(owned)[:MOST_OWNED]
    if wanted.history or bought:
        yield Lane(candidates=_personal(wanted, bought), say=_personally(set(wanted.history)))
    yield from trending(wanted, owned)


def recent(wanted: Wanted, _owned: Sequence[int]) -> Iterator[Lane]:
    """Yield what the visitor looked at, the latest first."""
    given = read_given(wanted.history, with_sold_out=wanted.with_sold_out)
    yield Lane(candidates=given, say=looked_at)


def trending(wanted: Wanted, _owned: Sequence[int]) -> Iterator[Lane]:
    """Yield what is wanted more than usual, then what is wanted anyway, of the shelf."""
    yield from _of_shelf(wanted, ListKind.TRENDING)


def new(wanted: Wanted, _owned: Sequence[int]) -> Iterator[Lane]:
    """Yield what came last, then what is wanted of the shelf."""
    yield from _of_shelf(wanted, ListKind.NEW)


def _of_shelf(wanted: Wanted, kind: ListKind) -> Iterator[Lane]:
    """Yield one kind of list of the shelf and then its popular ones, in one read."""
    read = read_lists(
        [kind, ListKind.POPULAR], [wanted.category or SHOP], with_sold_out=wanted.with_sold_out
    )
    yield Lane(candidates=[each for each in read if each.list_kind == kind])
    yield Lane(candidates=[each for each in read if each.list_kind == ListKind.POPULAR])


OWN_LANES: Final[Mapping[str, Callable[[Wanted, Sequence[int]], Iterator[Lane]]]] = {
    Kind.SIMILAR: similar,
    Kind.TOGETHER: together,
    Kind.COMPLEMENTS: complements,
    Kind.FOR_YOU: for_you,
    Kind.RECENT: recent,
    Kind.TRENDING: trending,
    Kind.NEW: new,
}


def _shelves(wanted: Wanted) -> list[int]:
    """Return the shelf asked for and those above it; the whole shop is the last."""
    return [*(read_shelves(wanted.category) if wanted.category else ()), SHOP]


def _nearest(subject: int, wanted: Wanted) -> list[Candidate]:
    try:
        return read_nearest(subject, with_sold_out=wanted.with_sold_out)
    except NoLiveSpace:
        return []


def _bought_and_alike(
    wanted: Wanted, subjects: Sequence[int]
) -> tuple[list[Candidate], list[Candidate]]:
    """Return what was bought with the subjects and what is like them, in one read.

    What is like one that no run has seen comes by meaning.
    """
    read = read_lists(
        [ListKind.TOGETHER, ListKind.SIMILAR],
        subjects,
        with_sold_out=wanted.with_sold_out,
        read=share_of_each(2 * len(subjects)),
    )
    bought = [each for each in read if each.list_kind == ListKind.TOGETHER]
    alike = [each for each in read if each.list_kind == ListKind.SIMILAR]
    unlisted = set(subjects) - {each.subject for each in alike}
    alike += [each for pk in sorted(unlisted)[:1] for each in _nearest(pk, wanted)]
    return bought, alike


def _with_alike(
    wanted: Wanted, subjects: Sequence[int], alike: Sequence[Candidate]
) -> Iterator[Lane]:
    """Yield what was bought with the products that are most like the subjects."""
    if wanted.strategy == Strategy.BEHAVIOUR:
        return
    own = set(subjects)
    stand_ins = list(dict.fromkeys(each.product_id for each in alike if each.product_id not in own))
    stand_ins = stand_ins[:STAND_INS]
    bought = read_lists(
        [ListKind.TOGETHER],
        stand_ins,
        with_sold_out=wanted.with_sold_out,
        read=share_of_each(2 * len(stand_ins)),
    )
    ranked = _ranked(bought, [Done(item=pk) for pk in stand_ins], out=[*stand_ins, *own])
    yield Lane(candidates=ranked, say=bought_with_alike)


def _personal(wanted: Wanted, bought: Sequence[int]) -> list[Candidate]:
    seen = [pk for pk in wanted.history if pk not in set(bought)]
    lists = [
        *((ListKind.SIMILAR, pk) for pk in seen),
        *((ListKind.TOGETHER, pk) for pk in bought),
    ]
    told = read_each(lists, with_sold_out=wanted.with_sold_out, read=share_of_each(len(lists)))
    done = [
        *(Done(item=pk) for pk in seen),
        *(Done(item=pk, weight=OWNED_WEIGHT) for pk in bought),
    ]
    return _ranked(told, done, out=[*wanted.history, *bought])


def _personally(looked: set[int]) -> Say:
    def say(each: Candidate) -> Reason:
        is_alike = each.list_kind == ListKind.SIMILAR and each.subject in looked
        return like_looked_at(each) if is_alike else goes_with_bought(each)

    return say


def _ranked(
    candidates: Sequence[Candidate], done: Sequence[Done], *, out: Sequence[int]
) -> list[Candidate]:
    """Return each candidate once, by all that speaks for it; its subject is what says most."""
    by_subject: dict[int, list[Candidate]] = {}
    for each in candidates:
        by_subject.setdefault(each.subject, []).append(each)
    rows = {subject: _row(listed) for subject, listed in by_subject.items()}
    known = {(each.subject, each.product_id): each for each in candidates}
    ranked = rank_for(done, rows, without=list(out), half_life_days=None)
    return [replace(known[each.because, each.item], score=each.score) for each in ranked]


def _row(listed: Sequence[Candidate]) -> Row:
    """Return a list on the scale of its own best, so that lists of two kinds compare."""
    best = max(each.score for each in listed) or 1.0
    return Row(
        items=np.array([each.product_id for each in listed], np.int64),
        scores=np.array([each.score / best for each in listed], np.float64),
        evidence=np.array([each.evidence for each in listed], np.int64),
    )
