"""A cart becomes an order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from shop.amounts import format_amount
from shop.exceptions import (
    EmptyCart,
    NotDeliverable,
    OrderChanged,
    PaymentNotOffered,
)
from shop.models import Cart, Order, OrderLine, Payment
from shop.payments.base import PaymentProvider
from shop.payments.registry import get_provider, list_providers
from shop.services.cart import lock_cart
from shop.services.coupons import claim_coupon
from shop.services.orders.confirm import confirm_order
from shop.services.orders.details import CheckoutDetails
from shop.services.orders.keys import owner_of, take_key, use_key
from shop.services.orders.locks import saying_busy
from shop.services.orders.numbers import new_order_number
from shop.services.orders.reserve import take_stock
from shop.services.quotes import Quote, quote_cart


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedOrder:
    """An order, and whether it was there already: the same request had come before."""

    order: Order
    is_replay: bool


def place_order(
    *, cart: Cart, details: CheckoutDetails, idempotency_key: str, expected_total: Decimal
) -> PlacedOrder:
    """Turn what is in the cart into an order, all or nothing.

    Everything is read anew, and the order stands only if it comes to the total that the buyer was
    shown. Nothing is paid here: the goods are kept for an order that is to be paid now until its
    reservation runs out. Raises a CheckoutError, CouponRefused or ShopBusy; then nothing is
    changed, and the same key may be tried again.
    """
    with saying_busy():
        return _place(cart, details, idempotency_key, expected_total)


@transaction.atomic
def _place(
    cart: Cart, details: CheckoutDetails, idempotency_key: str, expected_total: Decimal
) -> PlacedOrder:
    owner = owner_of(cart)
    request_hash = details.fingerprint(expected_total.normalize())
    known = take_key(owner=owner, key=idempotency_key, request_hash=request_hash)
    if known is not None:
        return PlacedOrder(order=known, is_replay=True)
    lock_cart(cart)
    cart.refresh_from_db(fields=["coupon_code", "country", "shipping_method"])
    quote = quote_cart(
        cart=cart,
        country=details.address.country,
        method=details.shipping_method,
        email=details.email,
    )
    check_quote(quote, details, expected_total)
    order = create_order(cart, quote, details)
    use_key(owner=owner, key=idempotency_key, request_hash=request_hash, order=order)
    if quote.coupon.is_applied:
        claim_coupon(code=quote.coupon.code, order=order)
    # Last: the rows of popular goods are locked from here to the commit only.
    take_stock(order=order)
    if order.status == Order.Status.PLACED:
        confirm_order(order=order)
    cart.lines.to_buy().delete()
    cart.coupon_code = ""
    cart.save(update_fields=["coupon_code", "updated_at"])
    return PlacedOrder(order=order, is_replay=False)


def check_quote(quote: Quote, details: CheckoutDetails, expected_total: Decimal) -> None:
    """Raise a CheckoutError where the quote is not what the buyer agreed to, or cannot be kept."""
    if not quote.lines:
        raise EmptyCart
    if quote.problems:
        raise OrderChanged(" ".join(quote.problems))
    chosen = quote.shipping
    if chosen is None or details.shipping_method not in {"", chosen.code}:
        raise NotDeliverable
    if quote.coupon.problem:
        raise OrderChanged(f"{quote.coupon.code}: {quote.coupon.problem}")
    if quote.total != expected_total:
        now = format_amount(quote.total, quote.currency)
        raise OrderChanged(
            f"The total is {now} now: look at it again before you order.", total=quote.total
        )
    if details.payment_provider not in {each.code for each in list_offered(quote)}:
        raise PaymentNotOffered


def list_offered(quote: Quote) -> list[PaymentProvider]:
    """Return the ways in which an order like this can be paid."""
    return [
        each
        for each in list_providers()
        if each.is_offered(country=quote.country, amount=quote.total, currency=quote.currency)
    ]


def create_order(cart: Cart, quote: Quote, details: CheckoutDetails) -> Order:
    """Store an order as it was quoted, with its lines and the payment that is waited for."""
    is_free = not quote.total
    waits = not is_free and not get_provider(details.payment_provider).pays_later
    reserved = timezone.now() + timedelta(minutes=settings.SHOP["RESERVATION_MINUTES"])
    shipping = quote.shipping
    order = Order.objects.create(
        number=new_order_number(),
        customer_id=cart.customer_id,
        email=details.email.strip().lower(),
        **details.address.as_dict(),
        billing_address=details.billing.as_dict() if details.billing else {},
        currency=quote.currency,
        status=Order.Status.PENDING if waits else Order.Status.PLACED,
        expires_at=reserved if waits else None,
        payment_status=Order.PaymentStatus.PAID if is_free else Order.PaymentStatus.UNPAID,
        payment_provider=details.payment_provider,
        goods_total=quote.goods_total,
        discount_total=quote.discount_total,
        coupon_code=quote.coupon.code if quote.coupon.is_applied else "",
        shipping_price=quote.shipping_price,
        shipping_name=shipping.name if shipping else "",
        days_min=shipping.days_min if shipping else None,
        days_max=shipping.days_max if shipping else None,
        tax_total=quote.tax_total,
        tax_added=quote.tax_added,
        taxes=tax_rows(quote),
        total=quote.total,
        buyer_note=details.note,
    )
    OrderLine.objects.bulk_create(order_lines(order, quote))
    Payment.objects.create(
        order=order,
        provider=details.payment_provider,
        amount=quote.total,
        currency=quote.currency,
        state=Payment.State.PAID if is_free else Payment.State.PENDING,
    )
    return order


def tax_rows(quote: Quote) -> list[dict[str, Any]]:
    """Return the quote's taxes as they are kept: amounts as text, which JSON does not round."""
    return [
        {
            "percent": f"{each.percent.normalize():f}",
            "is_included": each.is_included,
            "taxable": str(each.taxable),
            "tax": str(each.tax),
        }
        for each in quote.taxes
    ]


def order_lines(order: Order, quote: Quote) -> Sequence[OrderLine]:
    """Return the lines of an order, in the order of the cart."""
    return [
        OrderLine(
            order=order,
            product_id=line.product_id,
            variant_id=line.variant_id,
            sku=line.sku,
            title=line.title,
            options=line.options,
            unit_price=line.unit_price,
            quantity=line.quantity,
            discount=line.discount,
            tax_percent=line.tax.percent,
            is_tax_included=line.tax.is_included,
            weight_g=line.weight_g,
        )
        for line in quote.lines
    ]
