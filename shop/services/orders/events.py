"""The diary of an order."""

from collections.abc import Mapping
from typing import Any

from shop.models import Order, OrderEvent, User


def record_event(
    *,
    order: Order,
    kind: OrderEvent.Kind,
    text: str = "",
    is_public: bool = True,
    actor: User | None = None,
    data: Mapping[str, Any] | None = None,
) -> OrderEvent:
    """Write a line into the order's diary, in the transaction that did what it says."""
    longest = 1000  # as the column
    return OrderEvent.objects.create(
        order=order,
        kind=kind,
        text=text[:longest],
        is_public=is_public,
        actor=actor,
        data=dict(data or {}),
    )
