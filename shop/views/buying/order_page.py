"""What an order's page shows, to a guest with its link and to its account alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.urls import reverse
from django.utils import timezone

from shop.amounts import format_amount
from shop.models import Order, OrderEvent, OrderLine, ProductImage, Refund, ReturnRequest, Shipment
from shop.models.orders import UNSOLD
from shop.payments.registry import list_providers
from shop.services.orders.asked import PaymentWords, words_to_pay
from shop.services.orders.letters import address_words, billing_words
from shop.services.orders.returnable import pieces_to_return, return_until
from shop.services.orders.switch import is_waiting
from shop.services.orders.tokens import order_token
from shop.views.buying.basket import address_of, image_of
from shop.views.buying.order_words import StatusWords, event_words, payment_words, status_words
from shop.views.buying.sums import Sums, sums_of_order
from shop.views.buying.timeline import Step, list_steps

# How long an order's page says thank you.
FRESH: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedLine:
    """A line as it was bought, with what is still to be seen of it in the shop."""

    line: OrderLine
    image: ProductImage | None
    address: str

    @property
    def can_be_bought_again(self) -> bool:
        """Whether the shop has it now."""
        return bool(self.address and self.line.variant and self.line.variant.is_buyable)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One entry of the diary that is meant for the buyer."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPage:
    """Everything that stands on an order's page."""

    order: Order
    token: str
    status: StatusWords
    payment: str
    payment_name: str
    lines: tuple[OrderedLine, ...]
    sums: Sums
    steps: tuple[Step, ...]
    news: tuple[News, ...]
    address: Sequence[str]
    billing: Sequence[str]
    pay: PaymentWords | None
    parcels: tuple[Shipment, ...]
    refunds: tuple[Refund, ...]
    returns: tuple[ReturnRequest, ...]
    returnable_until: datetime | None
    is_waiting: bool
    has_run_out: bool

    @property
    def amount(self) -> str:
        """What the order comes to, in words."""
        return format_amount(self.order.total, self.order.currency)

    @property
    def is_fresh(self) -> bool:
        """Whether it was placed a moment ago: its page is the confirmation."""
        age = timezone.now() - self.order.placed_at
        return self.order.status == Order.Status.PLACED and age < FRESH

    @property
    def has_invoice(self) -> bool:
        """Whether there is an invoice to be looked at."""
        return self.order.status not in UNSOLD

    @property
    def can_be_cancelled(self) -> bool:
        """Whether the buyer may still cancel it."""
        return self.order.can_be_cancelled and not self.has_run_out


def read_order_page(order: Order) -> OrderPage:
    """Return an order's page, in a fixed number of queries."""
    events = list(order.events.filter(is_public=True))
    returnable = pieces_to_return(order=order)
    return OrderPage(
        order=order,
        token=order_token(order),
        status=status_words(order),
        payment=payment_words(order),
        payment_name=provider_name(order.payment_provider),
        lines=tuple(read_lines(order)),
        sums=sums_of_order(order),
        steps=tuple(list_steps(order, events)),
        news=tuple(News(at=each.created_at, text=event_words(each)) for each in reversed(events)),
        address=address_words(order),
        billing=billing_words(order),
        pay=words_to_pay(order=order),
        parcels=tuple(order.shipments.prefetch_related("lines__order_line")),
        refunds=tuple(order.refunds.exclude(state=Refund.State.FAILED)),
        returns=tuple(order.return_requests.prefetch_related("lines__order_line")),
        returnable_until=return_until(order=order) if returnable else None,
        is_waiting=is_waiting(order=order),
        has_run_out=has_run_out(order, events),
    )


def read_lines(order: Order) -> list[OrderedLine]:
    """Return the lines of an order with their pictures."""
    lines = order.lines.order_by("id").select_related(
        "variant__product", "variant__image", "product"
    )
    wanted = lines.prefetch_related(
        "variant__product__images__renditions", "variant__image__renditions"
    )
    return [ordered_line(line) for line in wanted]


def ordered_line(line: OrderLine) -> OrderedLine:
    """Return a line; what the shop has no more has no picture and no address."""
    if line.variant is None:
        return OrderedLine(line=line, image=None, address="")
    return OrderedLine(line=line, image=image_of(line.variant), address=address_of(line.variant))


def has_run_out(order: Order, events: Sequence[OrderEvent]) -> bool:
    """Return whether the order was not paid in time."""
    ended = [event.kind for event in events if event.kind in {"expired", "cancelled"}]
    return order.is_overdue or (
        order.status == Order.Status.CANCELLED and ended[-1:] == [OrderEvent.Kind.EXPIRED]
    )


def provider_name(code: str) -> str:
    """Return what shoppers know a way of paying by; nothing for one that is gone."""
    return next((each.name for each in list_providers() if each.code == code), "")


def address_of_order(order: Order) -> str:
    """Return the path of an order's page."""
    return reverse("shop:order", args=[order_token(order)])
