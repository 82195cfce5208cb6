"""What the list of orders is narrowed down by, beside status and payment."""

from typing import Any

from babel import Locale
from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from shop.admin.orders.readiness import codes_on_delivery
from shop.admin.orders.rights import MAY_SEE_REFUNDS
from shop.admin.theme import DropdownFilter
from shop.models import Order, Refund, ReturnRequest
from shop.models.orders import OrderQuerySet

TO_SHIP = "to_ship"
RETURNS = "returns"
UNPAID = "unpaid"
STUCK_REFUNDS = "stuck_refunds"


class WorkFilter(DropdownFilter):
    """The orders that somebody has to do something about."""

    title = "work to do"
    parameter_name = "work"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the kinds of work, those about refunds for people who may see them."""
        kinds = [
            (TO_SHIP, "To ship"),
            (RETURNS, "Returns to answer or take in"),
            (UNPAID, "Waiting for money"),
        ]
        if request.user.has_perm(MAY_SEE_REFUNDS):
            kinds.append((STUCK_REFUNDS, "Refunds that failed"))
        return kinds

    def queryset(self, request: HttpRequest, queryset: OrderQuerySet) -> QuerySet[Order]:
        """Return the orders with this kind of work."""
        match self.value():
            case "to_ship":
                return queryset.ready_to_ship(paid_on_delivery=codes_on_delivery())
            case "returns":
                return queryset.filter(Exists(_returns()))
            case "unpaid":
                return queryset.waiting_for_money(paid_on_delivery=codes_on_delivery())
            case "stuck_refunds":
                failed = Refund.objects.filter(order=OuterRef("pk"), state=Refund.State.FAILED)
                return queryset.filter(Exists(failed.order_by()))
        return queryset


class CountryFilter(DropdownFilter):
    """Where the parcel goes."""

    title = "country"
    parameter_name = "country"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the countries that were ever ordered to, by name."""
        names = Locale.parse(settings.SHOP["LOCALE"]).territories
        codes = Order.objects.order_by().values_list("country", flat=True).distinct()
        return sorted(((code, names.get(code, code)) for code in codes), key=lambda each: each[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet[Order]) -> QuerySet[Order]:
        """Return the orders to the chosen country."""
        return queryset.filter(country=self.value()) if self.value() else queryset


def _returns() -> QuerySet[ReturnRequest]:
    return ReturnRequest.objects.open().filter(order=OuterRef("pk")).order_by()
