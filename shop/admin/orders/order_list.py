"""The list of orders: what waits, what left, and what is done to many at once."""

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from shop.admin.base import ReadOnlyAdmin, moment
from shop.admin.orders import colours
from shop.admin.orders.bulk import BulkActions
from shop.admin.orders.export import OrderResource
from shop.admin.orders.filters import TO_SHIP, CountryFilter, WorkFilter
from shop.admin.orders.order_page import order_page
from shop.admin.orders.rights import MAY_SEE, MAY_SEE_PAYMENTS
from shop.admin.search import SearchSource
from shop.admin.theme import ChoicesDropdownFilter, label
from shop.admin.transfer import ExportOnlyMixin
from shop.amounts import format_amount
from shop.models import Order, OrderLine
from shop.models.orders import OrderQuerySet


@admin.register(Order)
class OrderAdmin(BulkActions, ExportOnlyMixin, ReadOnlyAdmin):
    """Orders, the newest first; those to ship from the oldest on."""

    resource_classes: ClassVar = [OrderResource]
    list_display = ("order", "buyer", "country", "state", "paid", "to_ship", "amount")
    list_display_links = ("order",)
    list_filter = (
        WorkFilter,
        ("status", ChoicesDropdownFilter),
        ("payment_status", ChoicesDropdownFilter),
        CountryFilter,
    )
    date_hierarchy = "placed_at"
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

    def get_queryset(self, request: HttpRequest) -> QuerySet[Order]:
        """Return orders, in a list with what its columns show."""
        orders: OrderQuerySet = super().get_queryset(request)
        match = request.resolver_match
        in_list = match is not None and (match.url_name or "").endswith("_changelist")
        return orders.with_pieces_to_ship() if in_list and request.method == "GET" else orders

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """Return the order of the list: whoever waits longest is served first."""
        if request.GET.get(WorkFilter.parameter_name) == TO_SHIP:
            return ("placed_at", "id")
        return self.ordering

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        """Return the columns; payments are for those who may see them."""
        if request.user.has_perm(MAY_SEE_PAYMENTS):
            return self.list_display
        return tuple(name for name in self.list_display if name != "paid")

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Return whether whole lists of buyers may be taken away: more than packing asks for."""
        return request.user.has_perms([MAY_SEE, MAY_SEE_PAYMENTS])

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """Show everything about an order, with the buttons that its state allows."""
        if request.method != "GET":
            raise PermissionDenied
        return order_page(self, request, object_id)

    @admin.display(description="Order")
    def order(self, order: Order) -> SafeString:
        """Return the number, and when the order was placed."""
        return format_html(
            '<span class="admin-number">{}<span class="admin-under">{}</span></span>',
            order.number,
            moment(order.placed_at),
        )

    @admin.display(description="Buyer")
    def buyer(self, order: Order) -> SafeString:
        """Return name and address of the buyer."""
        return format_html(
            '<span class="admin-stack">{}<span class="admin-under">{}</span></span>',
            order.name,
            order.email,
        )

    @label(description="Status", colours=colours.STATUS)
    def state(self, order: Order) -> tuple[str, str]:
        """Return the status as a label."""
        return order.status, order.get_status_display()

    @label(description="Payment", colours=colours.PAYMENT_STATUS)
    def paid(self, order: Order) -> tuple[str, str]:
        """Return whose the money is, as a label."""
        return order.payment_status, order.get_payment_status_display()

    @admin.display(description="To ship")
    def to_ship(self, order: Order) -> SafeString:
        """Return how many pieces have not left; of an order that is off, none do."""
        pieces: int = order.pieces_to_ship  # type: ignore[attr-defined]
        is_waiting = order.status in (Order.Status.PLACED, Order.Status.PART_SHIPPED)
        return format_html('<span class="admin-number">{}</span>', pieces if is_waiting else "–")

    @admin.display(description="Total")
    def amount(self, order: Order) -> SafeString:
        """Return what was to be paid, in the order's own currency."""
        return format_html(
            '<span class="admin-number">{}</span>', format_amount(order.total, order.currency)
        )
