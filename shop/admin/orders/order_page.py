"""The page of an order: all that is known of it, and what can be done."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from shop.admin.orders import colours
from shop.admin.orders.acting import find_order
from shop.admin.orders.badge import Badge, badge
from shop.admin.orders.diary import diary_of
from shop.admin.orders.marking import NoteForm
from shop.admin.orders.readiness import provider_name
from shop.admin.orders.rights import (
    MAY_ANSWER_RETURNS,
    MAY_NOTE,
    MAY_REFUND,
    MAY_SEE_PAYMENTS,
    MAY_SEE_REFUNDS,
    MAY_SEE_RETURNS,
)
from shop.admin.orders.verbs import verbs_of
from shop.admin.product_list import thumbnail_file
from shop.models import Invoice, Order, OrderLine
from shop.services.orders.letters import address_words, billing_words


def order_page(model_admin: ModelAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show an order."""
    if not object_id.isdecimal():
        raise Http404
    order = find_order(int(object_id))
    if not model_admin.has_view_permission(request, order):
        raise PermissionDenied
    context = {
        **model_admin.admin_site.each_context(request),
        **order_context(order, request),
        "title": f"Order {order.number}",
        "opts": model_admin.opts,
        "original": order,
    }
    return TemplateResponse(request, "admin/shop/order/page.html", context)


def order_context(order: Order, request: HttpRequest) -> dict[str, Any]:
    """Return what the page shows, in a fixed number of queries, whatever the order holds."""
    may = request.user.has_perm
    return {
        "order": order,
        "status": badge(colours.STATUS, order.status, order.get_status_display()),
        "payment": _payment_badge(order) if may(MAY_SEE_PAYMENTS) else None,
        "verbs": verbs_of(order, request),
        "lines": lines_of(order),
        "address": address_words(order),
        "billing": billing_words(order),
        "parcels": order.shipments.select_related("created_by").prefetch_related(
            "lines__order_line"
        ),
        "payments": _payments(order) if may(MAY_SEE_PAYMENTS) else [],
        "refunds": _refunds(order) if may(MAY_SEE_REFUNDS) else [],
        "may_see_refunds": may(MAY_SEE_REFUNDS),
        "may_refund": may(MAY_REFUND),
        "returns": _returns(order) if may(MAY_SEE_RETURNS) else [],
        "may_answer": may(MAY_ANSWER_RETURNS),
        "diary": diary_of(order, request),
        "may_note": may(MAY_NOTE),
        "note_form": NoteForm(),
        "taxes": [{**tax, "tax": Decimal(tax["tax"])} for tax in order.taxes],
        "invoice": Invoice.objects.filter(order=order).first(),
        "other_orders": Order.objects.sold().filter(email=order.email).exclude(pk=order.pk).count(),
    }


def lines_of(order: Order) -> Sequence[OrderLine]:
    """Return the lines, each with the address of a small picture as `thumbnail`."""
    lines = list(order.lines.order_by("id").annotate(thumbnail_file=thumbnail_file("product")))
    line: Any
    for line in lines:
        line.thumbnail = default_storage.url(line.thumbnail_file) if line.thumbnail_file else ""
    return lines


def _payment_badge(order: Order) -> Badge:
    text = order.get_payment_status_display()
    return badge(colours.PAYMENT_STATUS, order.payment_status, text)


def _payments(order: Order) -> list[tuple[Any, str, Badge]]:
    return [
        (
            each,
            provider_name(each.provider),
            badge(colours.PAYMENT, each.state, each.get_state_display()),
        )
        for each in order.payments.order_by("id")
    ]


def _refunds(order: Order) -> list[tuple[Any, Badge]]:
    refunds = order.refunds.select_related("created_by").prefetch_related("lines__order_line")
    return [
        (each, badge(colours.REFUND, each.state, each.get_state_display()))
        for each in refunds.order_by("id")
    ]


def _returns(order: Order) -> list[tuple[Any, Badge]]:
    requests = order.return_requests.prefetch_related("lines__order_line")
    return [
        (each, badge(colours.RETURN, each.state, each.get_state_display()))
        for each in requests.order_by("-id")
    ]
