"""Many parcels at once: a number typed or scanned for each, sent with one press."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from shop.admin.orders.acting import staff
from shop.admin.orders.bulk import MOST, tell
from shop.admin.orders.readiness import waits_for_money
from shop.admin.orders.rights import MAY_SEE, MAY_SHIP
from shop.admin.orders.shipping import known_carriers, usual_carrier
from shop.admin.permissions import needs
from shop.exceptions import ShopError
from shop.models import Order
from shop.services.orders.ship import ship_order

_LONGEST = 80  # as the columns
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """An order that is to leave, and what is left of it; one that is not paid is not ticked."""

    order: Order
    pieces: int
    waits_for_money: bool


@needs(MAY_SEE, MAY_SHIP)
def ship_many(request: HttpRequest) -> HttpResponse:
    """Show the chosen orders with a field each, or send those that are ticked."""
    orders = _orders(request)
    if not orders:
        messages.info(request, "None of these orders has anything left to send.")
        return _back()
    if request.method == "POST":
        tell(request, *_ship(request, orders), done="sent")
        return _back()
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": f"Ship {len(orders)} {'order' if len(orders) == 1 else 'orders'}",
        "parcels": [_parcel(order) for order in orders],
        "carrier": usual_carrier(staff(request)),
        "carriers": known_carriers(),
        "opts": Order._meta,  # noqa: SLF001 - Django documents it
    }
    return TemplateResponse(request, "admin/shop/order/ship_many.html", context)


def chosen_ids(request: HttpRequest) -> list[int]:
    """Return the numbers of the orders in the address or the form, up to `MOST` of them."""
    given = request.POST.getlist("order") or request.GET.getlist("order")
    return [int(each) for each in given if each.isdecimal() and len(each) <= _MOST_DIGITS][:MOST]


def _orders(request: HttpRequest) -> list[Order]:
    waiting: Any = Order.objects.to_fulfil().with_pieces_to_ship()
    return list(waiting.filter(pk__in=chosen_ids(request), pieces_to_ship__gt=0))


def _parcel(order: Any) -> Parcel:
    return Parcel(order=order, pieces=order.pieces_to_ship, waits_for_money=waits_for_money(order))


def _ship(request: HttpRequest, orders: list[Order]) -> tuple[int, list[str]]:
    """Send each order of its own: one that is refused holds up no other."""
    count, problems = 0, []
    for order in orders:
        try:
            ship_order(
                order=order,
                carrier=request.POST.get("carrier", "")[:_LONGEST],
                tracking_number=request.POST.get(f"tracking_{order.pk}", "")[:_LONGEST],
                actor=staff(request),
            )
            count += 1
        except ShopError as error:
            problems.append(f"{order.number}: {error}")
    return count, problems


def _back() -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('admin:shop_order_changelist')}?work=to_ship")
