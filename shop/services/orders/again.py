"""What was ordered before, put into a cart again."""

from shop.exceptions import CartError
from shop.models import Cart, Order, OrderLine
from shop.services.cart import add_to_cart


def put_into_cart(*, order: Order, cart: Cart) -> list[str]:
    """Put every line of an order into a cart, as many pieces as there are.

    Return a sentence for each line that could not be had, or not in full.
    """
    lines = order.lines.order_by("id").select_related("variant__product")
    return [problem for line in lines if (problem := _put(line, cart))]


def _put(line: OrderLine, cart: Cart) -> str:
    if line.variant is None:
        return f"{line.title}: It is not for sale any more."
    wanted, there = line.quantity, line.variant.stock
    pieces = wanted if line.variant.allow_backorder else min(wanted, max(there, 1))
    try:
        add_to_cart(cart=cart, variant=line.variant, quantity=pieces)
    except CartError as error:
        return f"{line.title}: {error}"
    return "" if pieces == wanted else f"{line.title}: Only {pieces} of {wanted} are left."
