"""What people mean to buy."""

import uuid
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q, Sum

from shop.models.products import Variant
from shop.models.shipping import ShippingMethod


class Cart(models.Model):
    """An account's cart, or that of a guest who holds its token."""

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    customer = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="cart"
    )
    # What the totals are estimated for before an address is given.
    country = models.CharField(max_length=2, blank=True)
    shipping_method = models.ForeignKey(ShippingMethod, models.SET_NULL, null=True, blank=True)
    coupon_code = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True, db_index=True)

    def __str__(self) -> str:
        return f"cart {self.token}"


class CartLineQuerySet(models.QuerySet["CartLine"]):
    """The reads of what is in a cart."""

    def to_buy(self) -> Self:
        """Return what is bought at checkout."""
        return self.filter(is_saved=False)

    def saved(self) -> Self:
        """Return what is kept for later."""
        return self.filter(is_saved=True)

    def pieces(self) -> int:
        """Return how many pieces the lines are."""
        return self.aggregate(pieces=Sum("quantity"))["pieces"] or 0

    def for_pages(self) -> Self:
        """Return lines with what a page shows of them, in a fixed number of queries."""
        return self.select_related("variant__product__brand", "variant__image").prefetch_related(
            "variant__product__images__renditions", "variant__image__renditions"
        )


class CartLine(models.Model):
    """A variant in a cart, or kept beside it for later."""

    cart = models.ForeignKey(Cart, models.CASCADE, related_name="lines", db_index=False)
    variant = models.ForeignKey(Variant, models.CASCADE, related_name="cart_lines")
    quantity = models.PositiveIntegerField(default=1)
    is_saved = models.BooleanField("saved for later", default=False)
    # The price that was shown last: a change since then is said, never slipped in.
    seen_price = models.DecimalField(max_digits=13, decimal_places=3, null=True)
    added_at = models.DateTimeField(auto_now_add=True)

    objects = CartLineQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["added_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cart", "variant"], name="cart_line_once"),
            models.CheckConstraint(
                condition=Q(quantity__gte=1, quantity__lte=999), name="cart_line_quantity"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.variant_id}"
