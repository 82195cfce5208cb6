"""One parcel: which pieces are in it, who brings it, and its number."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from shop.admin.orders.acting import do, find_order, staff, to_order
from shop.admin.orders.form_page import form_page
from shop.admin.orders.order_page import lines_of
from shop.admin.orders.pieces import PiecesForm
from shop.admin.orders.readiness import codes_on_delivery, waits_for_money
from shop.admin.orders.rights import MAY_SEE, MAY_SHIP
from shop.admin.orders.verbs import may_ship
from shop.admin.permissions import needs
from shop.admin.theme import TextInput
from shop.models import Order, Shipment, User
from shop.services.orders.ship import ship_order

# Parcels looked at for the carriers that are offered: those of some days.
_RECENT = 200


class ParcelForm(forms.Form):
    """Who brings a parcel; both may be left empty."""

    carrier = forms.CharField(
        required=False, max_length=80, widget=TextInput(attrs={"list": "carriers"})
    )
    tracking_number = forms.CharField(
        required=False,
        max_length=80,
        widget=TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text="The buyer gets it by e-mail.",
    )


class ShipForm(ParcelForm, PiecesForm):
    """What is in a parcel; everything that is left, unless told otherwise."""

    field_order = ()


@needs(MAY_SEE, MAY_SHIP)
def ship(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what is in the parcel, and send it."""
    order = find_order(pk)
    if not may_ship(order):
        messages.error(request, f"An order that is {order.get_status_display()} is not sent.")
        return to_order(order)
    form = _form(request, order)
    if request.method == "POST" and form.is_valid() and _ship(request, order, form):
        return to_order(order)
    return _page(request, order, form)


def usual_carrier(user: User) -> str:
    """Return who brought the last parcel that this member of staff sent."""
    last = Shipment.objects.filter(created_by=user).order_by("-id").values_list("carrier")[:1]
    return str(last[0][0]) if last else ""


def known_carriers() -> list[str]:
    """Return the carriers of the latest parcels."""
    latest = Shipment.objects.order_by("-id").values_list("carrier", flat=True)[:_RECENT]
    return sorted(set(filter(None, latest)))


def _form(request: HttpRequest, order: Order) -> ShipForm:
    lines = lines_of(order)
    left = {line.pk: line.to_ship for line in lines}
    return ShipForm(
        request.POST or None,
        lines=lines,
        most=left,
        chosen=left,
        initial={"carrier": usual_carrier(staff(request))},
    )


def _ship(request: HttpRequest, order: Order, form: ShipForm) -> bool:
    pieces = form.pieces
    count = sum(pieces.values())
    return do(
        request,
        order,
        lambda: ship_order(
            order=order,
            quantities=pieces,
            carrier=form.cleaned_data["carrier"],
            tracking_number=form.cleaned_data["tracking_number"],
            actor=staff(request),
        ),
        done=_done(order, count),
    )


def _done(order: Order, count: int) -> str:
    """Say what was sent, and lead on to the next order."""
    sent = f"{count} {'piece' if count == 1 else 'pieces'} of {order.number} sent."
    waiting = Order.objects.ready_to_ship(paid_on_delivery=codes_on_delivery())
    following = waiting.exclude(pk=order.pk).first()
    if following is None:
        return f"{sent} No other order waits."
    address = reverse("admin-order-ship", args=[following.pk])
    return format_html('{} Next: <a href="{}">ship {}</a>.', sent, address, following.number)


def _page(request: HttpRequest, order: Order, form: ShipForm) -> TemplateResponse:
    context: dict[str, Any] = {
        "title": f"Ship {order.number}",
        "form": form,
        "carriers": known_carriers(),
        "warning": (
            "The money for this order has not come in yet." if waits_for_money(order) else ""
        ),
    }
    return form_page(request, order, "admin/shop/order/ship.html", context)
