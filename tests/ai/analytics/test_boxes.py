"""What came of boxes, and how sure that is."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from ai.analytics.boxes import BoxFigures, compare, figures_by_kind
from ai.analytics.intervals import difference, share
from ai.analytics.spans import Span
from ai.exceptions import ExperimentConflict
from ai.models import LoggedBox, ShopperEvent
from ai.recommendations.experiments import (
    LOTS,
    assign,
    begin_experiment,
    create_experiment,
    end_experiment,
    is_in_treatment,
)
from ai.recommendations.types import Kind, Strategy
from tests.factories.shop import ProductFactory


def test_wilsons_interval_is_that_of_the_books() -> None:
    """81 of 263: 0.2553 to 0.3662 (Newcombe, Statistics in Medicine 17, 1998, table I)."""
    found = share(81, 263)
    assert found is not None
    assert (round(found.low, 4), round(found.high, 4)) == (0.2553, 0.3662)
    none = share(0, 20)
    assert none is not None
    assert (none.low, round(none.high, 4)) == (0.0, 0.1611)
    assert share(0, 0) is None


def test_newcombes_difference_is_that_of_the_books() -> None:
    """56 of 70 less 48 of 80: 0.0524 to 0.3339 (Newcombe 1998, method 10)."""
    found = difference(share(48, 80), share(56, 70))
    assert found is not None
    assert round(found.value, 4) == 0.2
    assert (round(found.low, 4), round(found.high, 4)) == (0.0524, 0.3339)
    assert found.is_clear
    same = difference(share(5, 50), share(6, 50))
    assert same is not None
    assert not same.is_clear
    assert difference(None, share(1, 2)) is None


def test_lots_are_dealt_as_told_and_anew_for_each_experiment() -> None:
    one, other = uuid4(), uuid4()
    in_one = {lot for lot in range(LOTS) if is_in_treatment(one, lot, percent=30)}
    in_other = {lot for lot in range(LOTS) if is_in_treatment(other, lot, percent=30)}
    assert len(in_one) / LOTS == pytest.approx(0.3, abs=0.02)
    # Independent: of those in one, as many as of all are in the other.
    assert len(in_one & in_other) / len(in_one) == pytest.approx(0.3, abs=0.04)
    assert in_one == {lot for lot in range(LOTS) if is_in_treatment(one, lot, percent=30)}


def seen(kind: Kind, visitor: str, *events: str, **fields: object) -> None:
    product = ProductFactory()
    now = timezone.now()
    box = LoggedBox.objects.create(
        id=uuid4(), at=now, visitor=visitor, kind=kind, shown=[product.pk], **fields
    )
    for event in events:
        ShopperEvent.objects.create(
            id=uuid4(),
            kind=event,
            at=now,
            visitor="" if event == "order" else visitor,
            product=product,
            box=box,
            position=1 if event == "box_click" else None,
            **({"amount": Decimal(20), "currency": "EUR"} if event == "order" else {}),
        )


@pytest.mark.django_db
def test_a_visitor_counts_once_however_many_boxes() -> None:
    for _ in range(3):
        seen(Kind.SIMILAR, "a")
    seen(Kind.SIMILAR, "a", "box_click", "order")
    seen(Kind.SIMILAR, "b", "box_click", "box_click")
    seen(Kind.SIMILAR, "c")
    seen(Kind.TOGETHER, "c")
    found = figures_by_kind(Span.of_code("7"))
    assert found == {
        "similar": BoxFigures(boxes=6, visitors=3, clicked=2, ordered=1, revenue=Decimal(20)),
        "together": BoxFigures(boxes=1, visitors=1),
    }


@pytest.mark.django_db
def test_an_experiment_compares_its_ways() -> None:
    made = create_experiment(
        name="x", box=Kind.SIMILAR, control=Strategy.BLEND, treatment=Strategy.POPULAR
    )
    for number in range(40):
        clicks = ("box_click",) if number % 4 else ()
        seen(Kind.SIMILAR, f"t{number}", *clicks, experiment=made, is_treatment=True)
        clicks = ("box_click",) if number % 4 == 0 else ()
        seen(Kind.SIMILAR, f"c{number}", *clicks, experiment=made)
    seen(Kind.SIMILAR, "nobody", "box_click")
    found = compare(made.pk)
    assert (found.control.clicked, found.treatment.clicked) == (10, 30)
    assert found.clicks is not None
    assert found.clicks.value == 0.5
    assert found.clicks.is_clear
    assert found.orders is not None
    assert not found.orders.is_clear


@pytest.mark.django_db
def test_an_experiment_runs_once_and_alone() -> None:
    one, other = (
        create_experiment(
            name=name, box=Kind.NEW, control=Strategy.BLEND, treatment=Strategy.NOTHING
        )
        for name in "ab"
    )
    with pytest.raises(ExperimentConflict, match="not running"):
        end_experiment(experiment=one)
    begin_experiment(experiment=one)
    with pytest.raises(ExperimentConflict, match="Another"):
        begin_experiment(experiment=other)
    assert assign(one, None).experiment is None
    assert assign(one, 7) == assign(one, 7)
    assert assign(one, 7).experiment == one.pk
    end_experiment(experiment=one)
    begin_experiment(experiment=other)
    with pytest.raises(ExperimentConflict, match="begun already"):
        begin_experiment(experiment=one)
