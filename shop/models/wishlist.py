"""What people would like to have."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from shop.models.products import Product


class WishlistItem(models.Model):
    """A product on an account's wishlist."""

    customer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="wishlist", db_index=False
    )
    product = models.ForeignKey(Product, models.CASCADE, related_name="wishes")
    # What it cost when it was put on the list, so that a fall in price can be told.
    price_then = models.DecimalField(max_digits=13, decimal_places=3, null=True, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-added_at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["customer", "product"], name="wishlist_item_once")
        ]

    def __str__(self) -> str:
        return f"{self.product_id} for {self.customer_id}"
