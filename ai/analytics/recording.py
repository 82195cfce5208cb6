"""Events written down: checked against what is on record, each once, all of a batch or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ai.analytics.box_receipts import BoxReceipt
from ai.analytics.options import event_options
from ai.analytics.receipts import Receipt
from ai.analytics.visitors import is_sampled, pseudonym
from ai.models import BoxExperiment, LoggedBox, LoggedSearch, ShopperEvent
from shop.models import Order, Product, ProductView
from shop.models.orders import UNSOLD
from shop.services.orders.tokens import find_order_by_token

R = TypeVar("R", LoggedSearch, LoggedBox, ShopperEvent)
Kind = ShopperEvent.Kind
UNKNOWN_SEARCH: Final = "No search with this id is on record."
UNKNOWN_BOX: Final = "No box with this id is on record."
UNKNOWN_PRODUCT: Final = "There is no such product."
UNKNOWN_ORDER: Final = "There is no such order."
NOT_PLACED: Final = "This order is not placed yet, or is no longer."
NOT_SHOWN: Final = "The search did not show this product at this position."
NOT_IN_BOX: Final = "The box did not show this product at this position."


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something a browser or a program reports; which fields count depends on its kind.

    `touches` are, of an order, the searches and boxes by which its products were found.
    """

    id: UUID
    kind: str
    receipt: Receipt | None = None
    box_receipt: BoxReceipt | None = None
    search_id: UUID | None = None
    box_id: UUID | None = None
    product: str = ""
    position: int | None = None
    quantity: int = 1
    order: str = ""
    touches: Mapping[str, UUID] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """How many rows were written, and how many events were on record already."""

    written: int = 0
    repeated: int = 0
    is_sampled: bool = True


class BadEvents(Exception):
    """Some events do not fit what is on record: messages by place in the batch and field."""

    def __init__(self, problems: Mapping[int, Mapping[str, str]]) -> None:
        super().__init__("Some events do not fit.")
        self.problems = problems


@transaction.atomic
def record_events(events: Sequence[Event], *, visitor_key: UUID) -> Recorded:
    """Write events down, those that are on record already left out; raises BadEvents.

    Of visitors outside the sample nothing is written, and nothing of theirs is looked at.
    """
    visitor = pseudonym(visitor_key)
    if not is_sampled(visitor, share=event_options().sample):
        return Recorded(is_sampled=False)
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    searches = [_as_search(each.receipt, visitor, hour) for each in events if each.receipt]
    boxes = _as_boxes([each.box_receipt for each in events if each.box_receipt], visitor, hour)
    led = _find_leads(events, searches, boxes)
    products = _find_products(events)
    rows, problems = _rows(events, led, products, (visitor, hour))
    if problems:
        raise BadEvents(problems)
    return _write(searches, boxes, rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """The searches and boxes that events may name, by id."""

    searches: Mapping[UUID, LoggedSearch]
    boxes: Mapping[UUID, LoggedBox]

    def __contains__(self, lead: UUID) -> bool:
        return lead in self.searches or lead in self.boxes


def _find_leads(
    events: Sequence[Event], searches: Sequence[LoggedSearch], boxes: Sequence[LoggedBox]
) -> Leads:
    """Return those that the events bring along and those of them that are on record."""
    known = {row.id: row for row in searches}
    shown = {row.id: row for row in boxes}
    touched = {lead for each in events for lead in each.touches.values()}
    asked = {each.search_id for each in events if each.search_id} | touched
    if missing := asked - known.keys():
        known |= {row.id: row for row in LoggedSearch.objects.filter(pk__in=missing)}
    asked = {each.box_id for each in events if each.box_id} | (touched - known.keys())
    if missing := asked - shown.keys():
        shown |= {row.id: row for row in LoggedBox.objects.filter(pk__in=missing)}
    return Leads(searches=known, boxes=shown)


def _write(
    searches: Sequence[LoggedSearch], boxes: Sequence[LoggedBox], rows: Sequence[ShopperEvent]
) -> Recorded:
    """Insert what is not there; a view counts in the shop's own record of views as well."""
    new_searches = _not_there(searches)
    new_boxes = _not_there(boxes)
    new_rows = _not_there(rows)
    # Two requests with the same event at the same moment: the second one's row is left out.
    LoggedSearch.objects.bulk_create(new_searches.values(), ignore_conflicts=True)
    LoggedBox.objects.bulk_create(new_boxes.values(), ignore_conflicts=True)
    ShopperEvent.objects.bulk_create(new_rows.values(), ignore_conflicts=True)
    ProductView.objects.bulk_create(
        ProductView(
            product_id=row.product_id,
            visitor=row.visitor,
            viewed_at=row.at,
            referrer=_referrer(row),
        )
        for row in new_rows.values()
        if row.kind == Kind.VIEW
    )
    written = len(new_searches) + len(new_boxes) + len(new_rows)
    return Recorded(written=written, repeated=len(searches) + len(boxes) + len(rows) - written)


def _not_there(rows: Sequence[R]) -> dict[UUID, R]:
    """Return the rows that are not on record yet, each once, by id."""
    if not rows:
        return {}
    model: Any = type(rows[0])
    there = set(model.objects.filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    return {row.pk: row for row in rows if row.pk not in there}


def _referrer(row: ShopperEvent) -> str:
    if row.search_id:
        return ProductView.Referrer.SEARCH
    return ProductView.Referrer.RELATED if row.box_id else ProductView.Referrer.DIRECT


def _as_boxes(receipts: Sequence[BoxReceipt], visitor: str, hour: datetime) -> list[LoggedBox]:
    """Return boxes as rows; of an experiment that was deleted meanwhile, as none of it."""
    asked = {each.experiment for each in receipts if each.experiment is not None}
    there = BoxExperiment.objects.filter(pk__in=asked).values_list("pk", flat=True)
    experiments = set(there) if asked else set()
    return [
        LoggedBox(
            id=each.id,
            at=hour,
            visitor=visitor,
            kind=each.kind,
            shown=list(each.shown),
            experiment_id=each.experiment if each.experiment in experiments else None,
            is_treatment=each.is_treatment,
        )
        for each in receipts
    ]


def _as_search(receipt: Receipt, visitor: str, hour: datetime) -> LoggedSearch:
    return LoggedSearch(
        id=receipt.id,
        at=hour,
        visitor=visitor,
        query=receipt.query,
        folded=receipt.folded,
        corrected=receipt.corrected,
        total=receipt.total,
        first_position=receipt.first_position,
        shown=list(receipt.shown),
        is_filtered=receipt.is_filtered,
        is_sorted=receipt.is_sorted,
    )


def _find_products(events: Sequence[Event]) -> dict[str, int]:
    slugs = {each.product for each in events if each.product}
    slugs |= {slug for each in events for slug in each.touches}
    return dict(Product.objects.filter(slug__in=slugs).values_list("slug", "pk"))


def _rows(
    events: Sequence[Event],
    led: Leads,
    products: Mapping[str, int],
    by: tuple[str, datetime],
) -> tuple[list[ShopperEvent], dict[int, dict[str, str]]]:
    rows: list[ShopperEvent] = []
    problems: dict[int, dict[str, str]] = {}
    for place, event in enumerate(events):
        if event.receipt or event.box_receipt:
            continue
        wrong = _problem(event, led, products)
        if wrong:
            problems[place] = wrong
        elif event.kind == Kind.ORDER:
            order = find_order_by_token(event.order)
            if order is None or order.status in UNSOLD:
                problems[place] = {"order": UNKNOWN_ORDER if order is None else NOT_PLACED}
            else:
                rows += _of_order(order, event, led, products)
        else:
            rows.append(_as_row(event, products[event.product], *by))
    return rows, problems


def _problem(event: Event, led: Leads, products: Mapping[str, int]) -> dict[str, str]:
    """Return what is wrong with an event by field, nothing for a good one."""
    if event.search_id and event.search_id not in led.searches:
        return {"search_id": UNKNOWN_SEARCH}
    if event.box_id and event.box_id not in led.boxes:
        return {"box_id": UNKNOWN_BOX}
    if any(lead not in led for lead in event.touches.values()):
        return {"touches": UNKNOWN_SEARCH}
    if event.kind != Kind.ORDER and event.product not in products:
        return {"product": UNKNOWN_PRODUCT}
    return _misplaced(event, led, products)


def _misplaced(event: Event, led: Leads, products: Mapping[str, int]) -> dict[str, str]:
    """Return what is wrong with the place that a click names."""
    if event.kind == Kind.CLICK and event.search_id:
        search = led.searches[event.search_id]
        at = (event.position or 0) - search.first_position
        if not _is_at(search.shown, at, products[event.product]):
            return {"position": NOT_SHOWN}
    if event.kind == Kind.BOX_CLICK and event.box_id:
        shown = led.boxes[event.box_id].shown
        if not _is_at(shown, (event.position or 0) - 1, products[event.product]):
            return {"position": NOT_IN_BOX}
    return {}


def _is_at(shown: Sequence[int], at: int, product: int) -> bool:
    return 0 <= at < len(shown) and shown[at] == product


def _as_row(event: Event, product: int, visitor: str, hour: datetime) -> ShopperEvent:
    return ShopperEvent(
        id=event.id,
        kind=event.kind,
        at=hour,
        visitor=visitor,
        search_id=event.search_id,
        box_id=event.box_id,
        product_id=product,
        position=event.position,
        quantity=event.quantity,
    )


def _of_order(
    order: Order, event: Event, led: Leads, products: Mapping[str, int]
) -> list[ShopperEvent]:
    """Return a row a product of an order, by day and without the visitor.

    Amounts are the shop's own, as its books have them. The ids come from the order: however often
    and by whomever it is reported, it is written once.
    """
    day = timezone.localtime(order.placed_at).replace(hour=0, minute=0, second=0, microsecond=0)
    leads = {products[slug]: found for slug, found in event.touches.items() if slug in products}
    rows: dict[UUID, ShopperEvent] = {}
    for line in order.lines.all():
        if line.product_id is None:
            continue
        id_ = _order_event_id(order, line.product_id)
        lead = leads.get(line.product_id)
        row = rows.setdefault(
            id_,
            ShopperEvent(
                id=id_,
                kind=Kind.ORDER,
                at=day,
                search_id=lead if lead in led.searches else None,
                box_id=lead if lead in led.boxes else None,
                product_id=line.product_id,
                quantity=0,
                amount=0,
                currency=order.currency,
            ),
        )
        row.quantity += line.quantity
        row.amount = (row.amount or 0) + line.unit_price * line.quantity - line.discount
    return list(rows.values())


def _order_event_id(order: Order, product: int) -> UUID:
    """Return an id that is the same each time, and from which no order number can be read."""
    digest = salted_hmac("ai.order-event", f"{order.number}:{product}", algorithm="sha256").digest()
    return UUID(bytes=digest[:16])
