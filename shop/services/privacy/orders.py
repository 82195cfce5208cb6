"""Orders without the person: the sums stay in the books, the buyer does not."""

from typing import Any

from shop.models import CouponUse, Order, OrderEvent, ReturnRequest
from shop.services.privacy.traces import POSTAL_FIELDS

FORMER = "A former customer"
# Every order has an address; this one reaches nobody (RFC 2606).
NOBODY = "erased@example.invalid"
# Shorter words would be found in places where they mean something else.
SHORTEST_WORD = 3
REPLACED = "…"
# Taxes depend on the country; the rest is where a person lives.
POSTAL = [name for name in POSTAL_FIELDS if name != "country"]


def anonymise_order(*, order: Order) -> None:
    """Take the person out of an order and out of what was written about it."""
    words = _words_about(order)
    for name in POSTAL:
        setattr(order, name, "")
    order.name, order.email, order.customer = FORMER, NOBODY, None
    order.billing_address, order.buyer_note = {}, ""
    order.save()
    CouponUse.objects.filter(order=order).update(email=NOBODY)
    ReturnRequest.objects.filter(order=order).update(comment="")
    for event in order.events.all():
        _scrub_event(event, words)
    for request in order.return_requests.all():
        request.answer = _scrub(request.answer, words)
        request.save(update_fields=["answer"])


def _words_about(order: Order) -> list[str]:
    """Return what names the buyer, the longest first, so that no part is left standing."""
    billing: dict[str, Any] = order.billing_address
    values = [order.email, *(getattr(order, name) for name in POSTAL), *billing.values()]
    words = {str(value) for value in values if len(str(value)) >= SHORTEST_WORD}
    words |= {part for word in words for part in word.split() if len(part) > SHORTEST_WORD}
    return sorted(words, key=len, reverse=True)


def _scrub_event(event: OrderEvent, words: list[str]) -> None:
    event.text = _scrub(event.text, words)
    event.data = _scrub_value(event.data, words)
    event.save(update_fields=["text", "data"])


def _scrub(text: str, words: list[str]) -> str:
    for word in words:
        text = text.replace(word, REPLACED)
    return text


def _scrub_value(value: Any, words: list[str]) -> Any:
    """Return a value of JSON without the words, however deep they are."""
    if isinstance(value, str):
        return _scrub(value, words)
    if isinstance(value, list):
        return [_scrub_value(each, words) for each in value]
    if isinstance(value, dict):
        return {key: _scrub_value(each, words) for key, each in value.items()}
    return value
