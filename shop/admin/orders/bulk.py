"""What is done to many orders at once: packed, sent, arrived."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from shop.admin.confirm import ask, is_confirmed
from shop.admin.orders.acting import staff
from shop.admin.orders.rights import MAY_SHIP
from shop.exceptions import ShopError
from shop.models import Order
from shop.services.orders.ship import mark_delivered

# Orders in one go: a morning's parcels, and an address that every browser can hold.
MOST: int = 200


class BulkActions:
    """The actions of the list of orders."""

    actions: ClassVar[list[Any]] = ["packing_lists", "ship_rest", "mark_arrived"]

    def has_ship_permission(self, request: HttpRequest) -> bool:
        """Return whether the visitor may send parcels."""
        return request.user.has_perm(MAY_SHIP)

    @admin.action(description="Print packing lists", permissions=["view"])
    def packing_lists(self, request: HttpRequest, queryset: QuerySet[Order]) -> HttpResponse | None:
        """Show what to pick and to pack."""
        return _lead_to("admin-packing", request, queryset)

    @admin.action(description="Ship all that is left", permissions=["ship"])
    def ship_rest(self, request: HttpRequest, queryset: QuerySet[Order]) -> HttpResponse | None:
        """Ask for the parcels' numbers, and send what has not left."""
        return _lead_to("admin-orders-ship", request, queryset)

    @admin.action(description="Mark delivered", permissions=["ship"])
    def mark_arrived(self, request: HttpRequest, queryset: QuerySet[Order]) -> HttpResponse | None:
        """Note that all parcels of the orders have arrived."""
        chosen = list(Order.objects.filter(pk__in=queryset.values("pk")).order_by("id")[:MOST])
        if not is_confirmed(request):
            return ask(
                request,
                title=f"Mark {len(chosen)} orders delivered?",
                text="Orders that have not left, and those that have arrived, stay as they are.",
                answer="Yes, they have arrived",
                back="admin:shop_order_changelist",
                is_harmless=True,
            )
        tell(request, *_arrive(request, chosen), done="arrived")
        return None


def tell(request: HttpRequest, count: int, problems: list[str], *, done: str) -> None:
    """Say how many orders it worked for, and why it did not for the others."""
    if count:
        messages.success(request, f"{count} {'order' if count == 1 else 'orders'} {done}.")
    for problem in problems:
        messages.warning(request, problem)


def _arrive(request: HttpRequest, orders: list[Order]) -> tuple[int, list[str]]:
    count, problems = 0, []
    for order in orders:
        try:
            mark_delivered(order=order, actor=staff(request))
            count += 1
        except ShopError as error:
            problems.append(f"{order.number}: {error}")
    return count, problems


def _lead_to(name: str, request: HttpRequest, orders: QuerySet[Order]) -> HttpResponse | None:
    chosen = [str(pk) for pk in orders.order_by("placed_at", "id").values_list("pk", flat=True)]
    if len(chosen) > MOST:
        messages.error(request, f"Choose at most {MOST} orders at once.")
        return None
    query = QueryDict(mutable=True)
    query.setlist("order", chosen)
    return HttpResponseRedirect(f"{reverse(name)}?{query.urlencode()}")
