"""What people would like to have: kept once a product, with the price it had then."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from shop.exceptions import NotForSale, WishlistFull
from shop.models import Product, User, WishlistItem
from shop.services.cart import add_to_cart, open_cart

# Beyond this a list is a copy of the catalogue, and its page is slow.
MOST_WISHES = 200


def add_to_wishlist(*, user: User, product: Product) -> WishlistItem:
    """Put a product on an account's list, once; raise WishlistFull when there is no room."""
    kept = user.wishlist.filter(product=product).first()
    if kept:
        return kept
    if user.wishlist.count() >= MOST_WISHES:
        raise WishlistFull
    item, _ = user.wishlist.get_or_create(
        product=product, defaults={"price_then": product.price_min}
    )
    return item


def remove_from_wishlist(*, user: User, product: Product) -> WishlistItem | None:
    """Take a product off an account's list; return what stood there."""
    item = user.wishlist.filter(product=product).first()
    if item:
        user.wishlist.filter(pk=item.pk).delete()
    return item


def restore_to_wishlist(
    *, user: User, product: Product, price_then: Decimal | None, added_at: datetime
) -> WishlistItem:
    """Put back what was taken off, at its place and with the price it had."""
    item = add_to_wishlist(user=user, product=product)
    user.wishlist.filter(pk=item.pk).update(price_then=price_then, added_at=added_at)
    return item


@transaction.atomic
def move_to_cart(*, user: User, product: Product) -> None:
    """Put a product's one variant into the cart, and take the product off the list.

    Raises NotForSale where there is a choice to be made first, and whatever the cart refuses with.
    """
    variants = list(product.variants.all()[:2])
    if len(variants) != 1 or product.status != Product.Status.ACTIVE:
        raise NotForSale
    add_to_cart(cart=open_cart(customer=user), variant=variants[0])
    remove_from_wishlist(user=user, product=product)
