"""Carts: things put in, changed, kept for later, and taken along at sign-in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from uuid import UUID

from django.db import transaction

from shop.exceptions import CartTooFull, CouponRefused, NotEnoughStock, NotForSale, NotInCart
from shop.models import Cart, CartLine, Product, ShippingMethod, User, Variant
from shop.services.coupons import look_up_coupon
from shop.services.quotes import quote_cart

# Different things in one cart: a page of them is still read, and an order's statement still short.
MAX_LINES: Final = 100
# Pieces of one thing; who wants more asks the shop.
MAX_QUANTITY: Final = 99


def find_cart(*, customer: User | None, token: UUID | str | None) -> Cart | None:
    """Return the account's cart, else the guest's whose token this is."""
    carts = Cart.objects.select_related("shipping_method")
    if customer is not None:
        return carts.filter(customer=customer).first()
    return carts.filter(token=token, customer=None).first() if token else None


def open_cart(*, customer: User | None, token: UUID | str | None = None) -> Cart:
    """Return the visitor's cart, made now where there is none."""
    cart = find_cart(customer=customer, token=token)
    if cart is not None:
        return cart
    if customer is None:
        return Cart.objects.create()
    return Cart.objects.get_or_create(customer=customer)[0]


@contextmanager
def holding(cart: Cart) -> Iterator[None]:
    """Make a change of a cart wait for other changes of it, and for an order made of it."""
    with transaction.atomic():
        lock_cart(cart)
        yield
        cart.save(update_fields=["updated_at"])


def lock_cart(cart: Cart) -> None:
    """Wait until nobody else changes the cart; the lock ends with the transaction."""
    Cart.objects.select_for_update(of=("self",)).only("pk").get(pk=cart.pk)


def add_to_cart(*, cart: Cart, variant: Variant, quantity: int = 1) -> CartLine:
    """Put pieces of a variant into the cart, on top of those in it.

    Raises NotForSale, NotEnoughStock or CartTooFull; then nothing is changed.
    """
    with holding(cart):
        line = cart.lines.filter(variant=variant).first()
        if line is None:
            if cart.lines.count() >= MAX_LINES:
                raise CartTooFull
            line = CartLine(cart=cart, variant=variant, quantity=0)
        in_cart = 0 if line.is_saved else line.quantity
        check_buyable(variant, in_cart + quantity)
        line.quantity, line.is_saved, line.seen_price = in_cart + quantity, False, variant.price
        line.save()
        return line


def set_quantity(*, cart: Cart, line_id: int, quantity: int) -> CartLine | None:
    """Set how many pieces a line is; 0 takes it out, and returns None.

    Raises NotInCart, NotForSale or NotEnoughStock; then nothing is changed.
    """
    with holding(cart):
        line = line_of(cart, line_id)
        if quantity < 1:
            line.delete()
            return None
        check_buyable(line.variant, quantity)
        line.quantity = quantity
        line.save(update_fields=["quantity"])
        return line


def remove_line(*, cart: Cart, line_id: int) -> CartLine:
    """Take a line out and return it, so that it can be put back."""
    with holding(cart):
        line = line_of(cart, line_id)
        line.delete()
        return line


def save_for_later(*, cart: Cart, line_id: int) -> CartLine:
    """Keep a line beside the cart: it is not bought, and not lost."""
    with holding(cart):
        line = line_of(cart, line_id)
        line.is_saved = True
        line.save(update_fields=["is_saved"])
        return line


def move_to_cart(*, cart: Cart, line_id: int) -> CartLine:
    """Put a line that was kept for later back into the cart, as many pieces as there are.

    Raises NotInCart, NotForSale or NotEnoughStock; then nothing is changed.
    """
    with holding(cart):
        line = line_of(cart, line_id)
        if not line.variant.allow_backorder and line.variant.stock:
            line.quantity = min(line.quantity, line.variant.stock)
        check_buyable(line.variant, line.quantity)
        line.is_saved, line.seen_price = False, line.variant.price
        line.save(update_fields=["quantity", "is_saved", "seen_price"])
        return line


def apply_coupon(*, cart: Cart, code: str, email: str = "") -> None:
    """Use a code for the cart from now on; raises CouponRefused and keeps the one before."""
    with holding(cart):
        outcome = look_up_coupon(
            code=code.strip(), goods=quote_cart(cart=cart).goods_total, email=email
        )
        if not outcome.code:
            raise CouponRefused("Enter a code.")
        if outcome.problem:
            raise CouponRefused(outcome.problem)
        cart.coupon_code = outcome.code
        cart.save(update_fields=["coupon_code"])


def remove_coupon(*, cart: Cart) -> None:
    """Use no code."""
    with holding(cart):
        cart.coupon_code = ""
        cart.save(update_fields=["coupon_code"])


def choose_shipping(*, cart: Cart, country: str, method: str = "") -> None:
    """Remember where the cart would go and how: what its totals are estimated for."""
    with holding(cart):
        cart.country = country
        cart.shipping_method = (
            ShippingMethod.objects.filter(code=method).first() if method else None
        )
        cart.save(update_fields=["country", "shipping_method"])


def accept_prices(*, cart: Cart) -> None:
    """Note that the buyer has been shown the prices of now."""
    with holding(cart):
        lines = list(cart.lines.select_related("variant"))
        for line in lines:
            line.seen_price = line.variant.price
        CartLine.objects.bulk_update(lines, ["seen_price"])


@transaction.atomic
def merge_carts(*, token: UUID | str, customer: User) -> Cart | None:
    """Take a guest's cart along into the account at sign-in, and return the account's cart.

    Of a thing in both carts the larger number counts, not the sum: most often it is the same wish,
    made on two devices. Never more than there are; what is left over stays out, as it would have.
    """
    guest = Cart.objects.select_for_update().filter(token=token, customer=None).first()
    if guest is None:
        return find_cart(customer=customer, token=None)
    own = Cart.objects.filter(customer=customer).first()
    if own is None:
        guest.customer = customer
        guest.save(update_fields=["customer", "updated_at"])
        return guest
    lock_cart(own)
    known = {line.variant_id: line for line in own.lines.all()}
    for line in guest.lines.all():
        same = known.get(line.variant_id)
        if same is None and len(known) < MAX_LINES:
            line.cart = own
            line.save(update_fields=["cart"])
            known[line.variant_id] = line
        elif same is not None and not line.is_saved:
            same.quantity = max(line.quantity, 0 if same.is_saved else same.quantity)
            same.is_saved = False
            same.save(update_fields=["quantity", "is_saved"])
    own.coupon_code = own.coupon_code or guest.coupon_code
    own.save(update_fields=["coupon_code", "updated_at"])
    guest.delete()
    return own


def line_of(cart: Cart, line_id: int) -> CartLine:
    """Return a line of the cart with its variant; raises NotInCart."""
    line = cart.lines.select_related("variant__product").filter(pk=line_id).first()
    if line is None:
        raise NotInCart
    return line


def check_buyable(variant: Variant, quantity: int) -> None:
    """Raise NotForSale or NotEnoughStock where so many pieces cannot be bought now."""
    if variant.product.status != Product.Status.ACTIVE or variant.price is None:
        raise NotForSale
    if quantity > MAX_QUANTITY:
        raise NotEnoughStock(
            f"At most {MAX_QUANTITY} pieces of one thing; write to us if you need more.",
            available=MAX_QUANTITY,
        )
    if variant.allow_backorder or variant.stock >= quantity:
        return
    if variant.stock == 0:
        raise NotEnoughStock("It has sold out.")
    raise NotEnoughStock(f"Only {variant.stock} left.", available=variant.stock)
