"""Things that are sent back: asked for, answered, received."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from shop.exceptions import InvalidValue, OrderStateError
from shop.models import Order, OrderEvent, OrderLine, Refund, ReturnLine, ReturnRequest, User
from shop.services.imports.text import clean_text, one_line
from shop.services.orders.events import record_event
from shop.services.orders.letters import write_letter
from shop.services.orders.locks import lock_order, saying_busy
from shop.services.orders.refund import by_variant, move_on, open_refund
from shop.services.orders.refund_amounts import quote_refund
from shop.services.orders.returnable import check_returnable, pieces_left
from shop.services.orders.stock import return_stock

_MAX_REASON = 40  # as the columns
_MAX_WORDS = 2000


@transaction.atomic
def request_return(
    *, order: Order, quantities: Mapping[int, int], reason: str, comment: str = ""
) -> ReturnRequest:
    """Ask to send pieces back, by line id.

    Raises OrderStateError where nothing can be sent back (any more) or a return is being looked at
    already, InvalidValue for pieces that are not there to send back.
    """
    lock_order(order=order)
    check_returnable(order=order)
    words, why = clean_text(comment), one_line(reason)
    if not why or len(why) > _MAX_REASON or len(words) > _MAX_WORDS:
        raise InvalidValue(f"Say why in a few words, and more in at most {_MAX_WORDS} characters.")
    wanted = {line_id: count for line_id, count in quantities.items() if count}
    left = pieces_left(order=order, lines=order.lines.all())
    if not wanted or not wanted.keys() <= left.keys():
        raise InvalidValue("Choose what to send back.")
    if any(not 0 < count <= left[line_id] for line_id, count in wanted.items()):
        raise InvalidValue("That is more than can be sent back.")
    request = ReturnRequest.objects.create(order=order, reason=why, comment=words)
    ReturnLine.objects.bulk_create(
        ReturnLine(request=request, order_line_id=line_id, quantity=count)
        for line_id, count in wanted.items()
    )
    _tell(request, "return_requested", "A return was asked for.")
    return request


@transaction.atomic
def approve_return(*, request: ReturnRequest, answer: str = "", actor: User | None = None) -> None:
    """Agree to a return; raises OrderStateError for one that was answered already."""
    _decide(request, ReturnRequest.State.APPROVED, answer)
    _tell(request, "return_approved", "The return was agreed to.", actor)


@transaction.atomic
def decline_return(*, request: ReturnRequest, answer: str, actor: User | None = None) -> None:
    """Refuse a return and say why; raises OrderStateError for one that was answered already."""
    if not clean_text(answer):
        raise InvalidValue("Say why.")
    _decide(request, ReturnRequest.State.DECLINED, answer)
    _tell(request, "return_declined", "The return was declined.", actor)


@saying_busy()
@transaction.atomic
def receive_return(
    *,
    request: ReturnRequest,
    restock: bool,
    arrived: Mapping[int, int] | None = None,
    actor: User | None = None,
) -> Refund | None:
    """Take in what was sent back, all of it or what arrived by line id, and pay it back.

    Return the refund; None where nothing was paid. Raises OrderStateError for a return that was
    not agreed to or was received already, InvalidValue for pieces that nobody asked to send back.
    """
    order = request.order
    lock_order(order=order)
    request.refresh_from_db()
    if request.state != ReturnRequest.State.APPROVED:
        raise OrderStateError("This return is not on its way.")
    pieces = _arrived(request, arrived)
    lines = list(order.lines.filter(pk__in=pieces).order_by("id"))
    if any(pieces[line.pk] > line.returnable for line in lines):
        raise InvalidValue("The shop has some of these back already.")
    refund = _pay_back(request, lines, pieces, restock=restock, actor=actor)
    for line in lines:
        line.returned += pieces[line.pk]
        line.save(update_fields=["returned", "refunded"])
    request.state = ReturnRequest.State.RECEIVED
    request.save(update_fields=["state"])
    move_on(order=order)
    if restock:
        return_stock(quantities=by_variant(lines=lines, pieces=pieces))
    record_event(
        order=order,
        kind=OrderEvent.Kind.RETURN,
        text="What was sent back is here.",
        actor=actor,
    )
    return refund


def _decide(request: ReturnRequest, state: ReturnRequest.State, answer: str) -> None:
    lock_order(order=request.order)
    request.refresh_from_db()
    if request.state != ReturnRequest.State.REQUESTED:
        raise OrderStateError("This return was answered already.")
    request.state, request.decided_at = state, timezone.now()
    request.answer = clean_text(answer)[:_MAX_WORDS]
    request.save(update_fields=["state", "decided_at", "answer"])


def _arrived(request: ReturnRequest, arrived: Mapping[int, int] | None) -> dict[int, int]:
    asked = dict(request.lines.values_list("order_line_id", "quantity"))
    if arrived is None:
        return asked
    pieces = {line_id: count for line_id, count in arrived.items() if count}
    if not pieces or any(not 0 < count <= asked.get(key, 0) for key, count in pieces.items()):
        raise InvalidValue("Choose what arrived of what was to be sent back.")
    return pieces


def _pay_back(
    request: ReturnRequest,
    lines: Sequence[OrderLine],
    arrived: Mapping[int, int],
    *,
    restock: bool,
    actor: User | None,
) -> Refund | None:
    """Count the pieces of a paid order as paid back, and pay for them what was not before."""
    order = request.order
    owed = {line.pk: min(arrived[line.pk], line.quantity - line.refunded) for line in lines}
    pieces = {line_id: count for line_id, count in owed.items() if count}
    if not order.refundable or not pieces:
        return None
    amounts = quote_refund(order=order, lines=pieces)
    for line in lines:
        line.refunded += owed[line.pk]
    if not amounts.total:
        return None
    return open_refund(
        order=order,
        amounts=amounts,
        pieces=pieces,
        restocked=pieces if restock else {},
        reason=request.reason,
        actor=actor,
        idempotency_key=f"return:{request.pk}",
    )


def _tell(request: ReturnRequest, template: str, diary: str, actor: User | None = None) -> None:
    record_event(
        order=request.order,
        kind=OrderEvent.Kind.RETURN,
        text=diary,
        actor=actor,
        data={"return": request.pk},
    )
    write_letter(
        order=request.order,
        template=template,
        about=str(request.pk),
        request=request,
        parcel=list(request.lines.select_related("order_line").order_by("id")),
    )
