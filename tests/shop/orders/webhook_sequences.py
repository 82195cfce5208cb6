"""Rule R20: what providers tell, forged, repeated and in any order, and what must come of it."""

import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.test import Client
from django.utils import timezone

from shop.exceptions import OrderStateError
from shop.models import Order, OrderEvent, Variant
from shop.payments.base import PaymentNews, PaymentState
from shop.payments.fake.provider import FakeCard
from shop.payments.registry import get_provider
from shop.services.orders.cancel import cancel_order
from shop.services.orders.expire import expire_orders
from shop.services.payments import start_payment
from tests.shop.orders.shop import HOME, place, variant_of

PATH = "/payments/card/webhook/"
STOCK, BOUGHT = 5, 2
# Seconds that a message may be old; older ones are as good as forged.
STALE_S = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that happens to an order: a message, or what the shop does meanwhile."""

    kind: str
    number: int = 0


MESSAGES = ("paid", "failed", "cancelled", "too little", "other money", "unknown")
FORGERIES = ("changed", "unsigned", "stale", "other key")


def draw_steps(chance: random.Random) -> list[Step]:
    """Return what happens, some of it several times, in no order yet."""
    kinds = chance.choices(MESSAGES, (4, 3, 2, 1, 1, 1), k=chance.randint(1, 5))
    told = [Step(kind=kind, number=number) for number, kind in enumerate(kinds)]
    repeated = [step for step in told for _ in range(chance.choice((1, 1, 2, 3)))]
    forged = [Step(kind=kind) for kind in chance.choices(FORGERIES, k=chance.randint(0, 2))]
    meanwhile = chance.choice([[], [], [Step(kind="expire")], [Step(kind="cancel")]])
    return [*repeated, *forged, *meanwhile]


def begin_order() -> tuple[Order, Variant]:
    """Return an order whose payment was begun, and what it is of."""
    variant = variant_of("20.00", stock=STOCK)
    order = place((variant, BOUGHT))
    start_payment(order=order, return_url=HOME)
    return order, variant


def run_steps(order: Order, steps: Sequence[Step]) -> list[int]:
    """Let the steps happen and return the statuses of the answers to forged messages."""
    refused = []
    for step in steps:
        if step.kind == "expire":
            _run_out(order)
        elif step.kind == "cancel":
            with suppress(OrderStateError):
                cancel_order(order=Order.objects.get(pk=order.pk))
        else:
            status = _tell(order, step)
            if step.kind in FORGERIES:
                refused.append(status)
            elif status != 200:
                raise AssertionError(f"{step} was answered by {status}.")
    return refused


def outcome(order: Order, variant: Variant) -> dict[str, Any]:
    """Return everything about an order that must not depend on the order of the news."""
    order.refresh_from_db()
    variant.refresh_from_db()
    notes = order.events.filter(kind=OrderEvent.Kind.NOTE, text__contains="came in where")
    return {
        "status": order.status,
        "payment_status": order.payment_status,
        "payments": list(order.payments.values_list("state", flat=True)),
        "refunds": [str(amount) for amount in order.refunds.values_list("amount", flat=True)],
        "stock": variant.stock,
        "notes": notes.count(),
        # An order that was cancelled may have stood before, or not.
        "confirmed_twice": order.events.filter(kind=OrderEvent.Kind.PLACED).count() > 1,
        "paid": order.events.filter(kind=OrderEvent.Kind.PAID).count(),
    }


def expected(steps: Sequence[Step]) -> dict[str, Any]:
    """Return what has to come of the steps, told from which there are alone."""
    kinds = {step.kind for step in steps}
    wrong = {step for step in steps if step.kind in {"too little", "other money"}}
    is_paid, is_cancelled = "paid" in kinds, "cancel" in kinds
    ends = is_cancelled or ("expire" in kinds and not is_paid)
    payment = next(
        (
            state
            for state, holds in (
                ("paid", is_paid),
                ("cancelled", ends or "cancelled" in kinds),
                ("failed", "failed" in kinds),
            )
            if holds
        ),
        "pending",
    )
    return {
        "status": "cancelled" if ends else "placed" if is_paid else "pending",
        "payment_status": "paid" if is_paid else "unpaid",
        "payments": [payment],
        "refunds": ["44.900"] if is_paid and is_cancelled else [],
        "stock": STOCK if ends else STOCK - BOUGHT,
        "notes": len(wrong),
        "confirmed_twice": False,
        "paid": int(is_paid),
    }


def _run_out(order: Order) -> None:
    past = timezone.now() - timedelta(seconds=1)
    Order.objects.filter(pk=order.pk, status="pending").update(expires_at=past)
    expire_orders(limit=10)


def _tell(order: Order, step: Step) -> int:
    news = _news(order, step)
    provider = get_provider("card")
    assert isinstance(provider, FakeCard)
    if step.kind == "other key":
        provider = FakeCard(code="card", webhook_secret="guessed")
    at = int(datetime.now(UTC).timestamp())
    body, headers = provider.write_webhook(news, at=at - STALE_S if step.kind == "stale" else at)
    if step.kind == "changed":
        body = body.replace(b"paid", b"paid ")
    if step.kind == "unsigned":
        headers = {}
    client = Client(raise_request_exception=True)
    answer = client.post(PATH, body, content_type="application/json", headers=headers)
    return answer.status_code


def _news(order: Order, step: Step) -> PaymentNews:
    payment = order.payments.get()
    paid = PaymentNews(
        event_id=f"{order.number}-{step.kind}-{step.number}",
        reference=payment.reference,
        state=PaymentState.PAID,
        amount=payment.amount,
        currency=payment.currency,
        occurred_at=timezone.now(),
    )
    changes: dict[str, dict[str, Any]] = {
        "failed": {"state": PaymentState.FAILED},
        "cancelled": {"state": PaymentState.CANCELLED},
        "too little": {"amount": Decimal("0.01")},
        "other money": {"currency": "JPY"},
        "unknown": {"reference": "somebody-elses"},
    }
    return replace(paid, **changes.get(step.kind, {}))
