"""Orders with their lines, to look at: nothing is changed here."""

from decimal import Decimal
from typing import ClassVar

from babel.numbers import format_currency
from django.conf import settings
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from shop.admin.base import ReadOnlyAdmin, TableInline, moment
from shop.admin.search import SearchSource
from shop.admin.theme import ChoicesDropdownFilter, label
from shop.models import Order, OrderLine

Status = Order.Status


def amount_in(amount: Decimal, order: Order) -> str:
    """Return an amount as people read it, in the order's own currency."""
    return format_currency(amount, order.currency, locale=settings.SHOP["LOCALE"])


class OrderLineInline(TableInline):
    """What was bought."""

    model = OrderLine
    fields = ("sku", "title", "options", "quantity", "price", "all_pieces")
    readonly_fields = fields
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[OrderLine]:
        """Return the lines with their order, which names the currency."""
        lines: QuerySet[OrderLine] = super().get_queryset(request)
        return lines.select_related("order")

    @admin.display(description="Unit price")
    def price(self, line: OrderLine) -> str:
        """Return the price of one piece."""
        return amount_in(line.unit_price, line.order)

    @admin.display(description="Total")
    def all_pieces(self, line: OrderLine) -> str:
        """Return the price of all pieces."""
        return amount_in(line.total, line.order)

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody adds lines by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody changes lines by hand."""
        return False


@admin.register(Order)
class OrderAdmin(ReadOnlyAdmin):
    """Orders, the newest first."""

    list_display = ("number", "placed", "name", "email", "country", "state", "amount")
    list_filter = (("status", ChoicesDropdownFilter),)
    # The order of the index `order_newest`.
    ordering = ("-placed_at", "-id")
    sortable_by = ()
    search_fields = ("number",)
    search_help_text = "Number, name, e-mail address or SKU"
    search_sources = (
        SearchSource(Order, "number__icontains"),
        SearchSource(Order, "email__icontains"),
        SearchSource(Order, "name__icontains"),
        SearchSource(OrderLine, "sku__icontains", "order_id"),
    )
    fields = (
        *(("number", "status"), ("placed_at", "country"), ("name", "email"), "customer"),
        ("goods", "shipping", "amount"),
    )
    readonly_fields = ("goods", "shipping", "amount")
    inlines: ClassVar = [OrderLineInline]

    @admin.display(description="Placed")
    def placed(self, order: Order) -> SafeString:
        """Return when the order was placed."""
        return moment(order.placed_at)

    @label(
        description="Status",
        colours={
            Status.PLACED: "warning",
            Status.SHIPPED: "info",
            Status.DELIVERED: "success",
            Status.CANCELLED: "danger",
            Status.RETURNED: "danger",
        },
    )
    def state(self, order: Order) -> tuple[str, str]:
        """Return the status as a label."""
        return order.status, order.status

    @admin.display(description="Goods")
    def goods(self, order: Order) -> str:
        """Return the worth of the goods."""
        return amount_in(order.goods_total, order)

    @admin.display(description="Shipping")
    def shipping(self, order: Order) -> str:
        """Return the price of the delivery."""
        return amount_in(order.shipping_price, order)

    @admin.display(description="Total")
    def amount(self, order: Order) -> str:
        """Return what was to be paid."""
        return amount_in(order.total, order)
