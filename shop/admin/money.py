"""Windows on money that came in and went back; what is done about it is on the order's page."""

from django.contrib import admin
from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from shop.admin.base import ReadOnlyAdmin, moment
from shop.admin.orders import colours
from shop.admin.orders.readiness import provider_name
from shop.admin.search import SearchSource
from shop.admin.theme import ChoicesDropdownFilter, label
from shop.amounts import format_amount
from shop.models import Payment, Refund


class MoneyAdmin(ReadOnlyAdmin):
    """What payments and refunds have in common."""

    ordering = ("-id",)
    sortable_by = ()
    search_help_text = "Order number or reference"

    @admin.display(description="Order")
    def of_order(self, row: Model) -> SafeString:
        """Return the order's number, linked to its page."""
        order = row.order  # type: ignore[attr-defined]
        address = reverse("admin:shop_order_change", args=[order.pk])
        return format_html('<a class="admin-link admin-number" href="{}">{}</a>', address, order)

    @admin.display(description="When")
    def when(self, row: Model) -> SafeString:
        """Return when it was settled, or begun."""
        return moment(row.settled_at or row.created_at)  # type: ignore[attr-defined]


@admin.register(Payment)
class PaymentAdmin(MoneyAdmin):
    """Tries to pay, the latest first."""

    list_display = ("of_order", "sum", "by", "reference", "state_label", "when")
    list_display_links = None
    list_select_related = ("order",)
    list_filter = (("state", ChoicesDropdownFilter),)
    search_fields = ("reference",)
    search_sources = (
        SearchSource(Payment, "order__number__icontains"),
        SearchSource(Payment, "reference"),
    )

    @admin.display(description="Amount")
    def sum(self, payment: Payment) -> SafeString:
        """Return the amount in its currency."""
        text = format_amount(payment.amount, payment.currency)
        return format_html('<span class="admin-number">{}</span>', text)

    @admin.display(description="By")
    def by(self, payment: Payment) -> str:
        """Return the way of paying."""
        return provider_name(payment.provider)

    @label(description="State", colours=colours.PAYMENT)
    def state_label(self, payment: Payment) -> tuple[str, str]:
        """Return what the provider last said."""
        return payment.state, payment.get_state_display()


@admin.register(Refund)
class RefundAdmin(MoneyAdmin):
    """Money on its way back, the latest first."""

    list_display = ("of_order", "sum", "reason", "state_label", "created_by", "when")
    list_display_links = None
    list_select_related = ("order", "created_by")
    list_filter = (("state", ChoicesDropdownFilter),)
    search_fields = ("reference",)
    search_sources = (
        SearchSource(Refund, "order__number__icontains"),
        SearchSource(Refund, "reference"),
    )

    @admin.display(description="Amount")
    def sum(self, refund: Refund) -> SafeString:
        """Return the amount in the order's currency."""
        text = format_amount(refund.amount, refund.order.currency)
        return format_html('<span class="admin-number">{}</span>', text)

    @label(description="State", colours=colours.REFUND)
    def state_label(self, refund: Refund) -> tuple[str, str]:
        """Return whether the money is on its way."""
        return refund.state, refund.get_state_display()
