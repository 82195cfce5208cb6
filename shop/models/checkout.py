"""Requests to buy that were answered, so that the same request sent twice buys once."""

from typing import ClassVar

from django.db import models

from shop.models.orders import Order


class IdempotencyKey(models.Model):
    """A key that a buyer sent along with an order, and the order it led to.

    The row is written in the order's own transaction: where it is, the order is.
    """

    # A hash of the account or cart: two buyers may choose the same key.
    owner = models.CharField(max_length=64)
    key = models.CharField(max_length=80)
    request_hash = models.CharField(max_length=64)
    order = models.ForeignKey(Order, models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "key"], name="idempotency_key_once")
        ]

    def __str__(self) -> str:
        return self.key
