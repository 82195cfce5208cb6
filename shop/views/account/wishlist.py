"""The wishlist: what became of prices and stock since."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from shop.exceptions import ShopError
from shop.models import Product, Variant, WishlistItem
from shop.services.wishlist import move_to_cart, remove_from_wishlist, restore_to_wishlist
from shop.views.account.hearts import find_product
from shop.views.account.visitor import AccountRequest, members_post
from shop.views.detail.stock import StockWords, stock_words

# Where a session keeps what was taken off last.
REMOVED = "removed_wish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A product on the list; `variant` is the one to buy where there is no choice to make."""

    product: Product
    price_change: Decimal
    stock: StockWords | None
    variant: Variant | None

    @property
    def is_gone(self) -> bool:
        """Whether the shop no longer shows the product."""
        return self.product.status != Product.Status.ACTIVE

    @property
    def difference(self) -> Decimal:
        """By how much the price changed, whichever way."""
        return abs(self.price_change)


@login_required
def wishlist(request: AccountRequest) -> HttpResponse:
    """Show the list, and the way back for what was just taken off it."""
    items = request.user.wishlist.select_related("product__brand", "product__category")
    items = items.prefetch_related("product__images__renditions", "product__variants")
    context = {
        "wishes": [build_wish(item) for item in items],
        "removed": _just_removed(request),
    }
    return render(request, "shop/account/wishlist.html", context)


@members_post(back="shop:wishlist")
def remove_wish(request: AccountRequest) -> HttpResponse:
    """Take a product off the list, and remember how it stood there."""
    product = find_product(request)
    item = remove_from_wishlist(user=request.user, product=product)
    if item is None:
        return redirect("shop:wishlist")
    request.session[REMOVED] = {
        "product": product.pk,
        "title": product.title,
        "price": None if item.price_then is None else str(item.price_then),
        "added_at": item.added_at.isoformat(),
    }
    return redirect(f"{reverse('shop:wishlist')}?removed={product.pk}")


@members_post(back="shop:wishlist")
def buy_wish(request: AccountRequest) -> HttpResponse:
    """Move a product of which there is one kind only into the cart."""
    product = find_product(request)
    try:
        move_to_cart(user=request.user, product=product)
    except ShopError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"“{product.title}” is in your cart.")
    return redirect("shop:wishlist")


@members_post(back="shop:wishlist")
def undo_removal(request: AccountRequest) -> HttpResponse:
    """Put back what was taken off last."""
    removed: dict[str, Any] = request.session.pop(REMOVED, {})
    product = Product.objects.filter(pk=removed.get("product", 0)).first()
    if product:
        price = removed["price"]
        restore_to_wishlist(
            user=request.user,
            product=product,
            price_then=None if price is None else Decimal(price),
            added_at=datetime.fromisoformat(removed["added_at"]),
        )
    return redirect("shop:wishlist")


def build_wish(item: WishlistItem) -> Wish:
    """Return an item as the page shows it, out of rows that were read with it."""
    product = item.product
    variants = list(product.variants.all())
    buyable = [each for each in variants if each.is_buyable]
    now, then = product.price_min, item.price_then
    best = max(buyable or variants, key=lambda each: each.stock, default=None)
    return Wish(
        product=product,
        price_change=now - then if now is not None and then is not None else Decimal(0),
        stock=stock_words(best) if best else None,
        variant=buyable[0] if len(variants) == 1 and buyable else None,
    )


def _just_removed(request: AccountRequest) -> dict[str, Any] | None:
    """Return what the page before took off, if it still is what can be put back."""
    removed: dict[str, Any] | None = request.session.get(REMOVED)
    if removed and request.GET.get("removed") == str(removed["product"]):
        return removed
    return None
