"""A shop whose orders come from its own checkout, and what can be seen of them."""

from decimal import Decimal
from itertools import count
from typing import Any

from django.utils import timezone

from shop.models import Order, OrderLine, OutgoingEmail, Payment, Variant
from shop.payments.base import PaymentStart
from shop.services.payments import start_payment, submit_payment
from tests.factories.shop import CartFactory, CartLineFactory, VariantFactory
from tests.shop.buying.conftest import buy

GOOD_CARD = {
    "number": "4242424242424242",
    "expiry": f"04/{timezone.localdate().year + 2}",
    "cvc": "123",
}
NO_MONEY = {**GOOD_CARD, "number": "4000000000009995"}
HOME = "http://127.0.0.1:8000/orders/back/"
_keys = count()


def variant_of(price: str = "20.00", stock: int = 10, **fields: Any) -> Variant:
    """Return a variant of a published product."""
    return VariantFactory(price=Decimal(price), stock=stock, **fields)


def place(*wanted: tuple[Variant, int], coupon: str = "", **details: Any) -> Order:
    """Return an order of so many pieces of variants; to be paid by card unless told otherwise."""
    cart = CartFactory(coupon_code=coupon)
    for variant, quantity in wanted:
        CartLineFactory(cart=cart, variant=variant, quantity=quantity)
    details.setdefault("provider", "card")
    return buy(cart, key=f"key-{next(_keys)}", **details).order


def pay(order: Order, card: dict[str, str] = GOOD_CARD) -> PaymentStart:
    """Pay an order by card."""
    start_payment(order=order, return_url=HOME)
    start = submit_payment(order=order, data=card)
    order.refresh_from_db()
    return start


def paid_order(*wanted: tuple[Variant, int], **more: Any) -> Order:
    """Return an order that was paid by card."""
    order = place(*(wanted or ((variant_of(), 1),)), **more)
    pay(order)
    return order


def stock_of(variant: Variant) -> int:
    """Return how many pieces are on the shelf."""
    return Variant.objects.values_list("stock", flat=True).get(pk=variant.pk)


def line_of(order: Order, variant: Variant) -> OrderLine:
    """Return the order's line of a variant."""
    return OrderLine.objects.get(order=order, variant=variant)


def diary(order: Order) -> list[str]:
    """Return the kinds of the order's events, in order."""
    return list(order.events.values_list("kind", flat=True))


def letters(order: Order) -> list[str]:
    """Return the templates of the letters about an order, in order."""
    keys = OutgoingEmail.objects.filter(key__startswith=f"order:{order.pk}:").order_by("id")
    return [key.split(":")[2] for key in keys.values_list("key", flat=True)]


def payment_states(order: Order) -> list[str]:
    """Return the states of the tries to pay an order, in order."""
    return list(Payment.objects.filter(order=order).values_list("state", flat=True))


def everything(order: Order) -> dict[str, Any]:
    """Return all that a refused request must not have changed."""
    order = Order.objects.get(pk=order.pk)
    return {
        "order": (order.status, order.payment_status, order.refunded_total, order.expires_at),
        "lines": list(order.lines.order_by("id").values()),
        "stock": list(Variant.objects.order_by("id").values_list("id", "stock")),
        "payments": list(order.payments.values()),
        "refunds": list(order.refunds.values()),
        "parcels": order.shipments.count(),
        "returns": list(order.return_requests.values()),
        "diary": diary(order),
        "letters": letters(order),
    }
