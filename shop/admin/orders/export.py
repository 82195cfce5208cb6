"""Orders as CSV: one row an order, for bookkeeping and labels."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from import_export import fields

from shop.admin.transfer import MAX_ROWS, SafeResource
from shop.models import Order


class OrderResource(SafeResource):
    """Orders, named by their number; amounts are plain numbers beside their currency."""

    pieces_to_ship = fields.Field(column_name="pieces_to_ship", attribute="pieces_to_ship")

    class Meta(SafeResource.Meta):
        model = Order
        fields: ClassVar = [
            *("number", "placed_at", "status", "payment_status", "payment_provider", "currency"),
            *("goods_total", "discount_total", "coupon_code", "shipping_price", "tax_total"),
            *("total", "refunded_total", "shipping_name", "name", "company", "line1", "line2"),
            *("postcode", "city", "region", "country", "phone", "email", "pieces_to_ship"),
        ]

    def filter_export(self, queryset: QuerySet[Order], **kwargs: Any) -> QuerySet[Order]:
        """Return the rows; raises ValueError for more than a spreadsheet is good for."""
        orders: Any = queryset
        if orders.order_by().values("pk")[: MAX_ROWS + 1].count() > MAX_ROWS:
            raise ValueError(
                f"These are more than {MAX_ROWS:,} orders: choose a month or another filter first."
            )
        counted: QuerySet[Order] = orders.with_pieces_to_ship()
        return counted
