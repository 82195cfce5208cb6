"""The link in a letter: whoever holds it may see the order, without an account."""

from django.core import signing

from shop.models import Order

_SIGNER = signing.Signer(salt="shop.order")


def order_token(order: Order) -> str:
    """Return the signed number that stands in the links of letters."""
    return _SIGNER.sign(order.number)


def find_order_by_token(token: str) -> Order | None:
    """Return the order that a signed number names; None for a forged or an unknown one."""
    try:
        number = _SIGNER.unsign(token)
    except signing.BadSignature:
        return None
    return Order.objects.filter(number=number).first()
