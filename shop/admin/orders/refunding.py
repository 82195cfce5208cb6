"""Money that goes back: the amount is shown first, and paid back as it was shown."""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST

from shop.admin.confirm import ask, is_confirmed
from shop.admin.orders.acting import find_order, staff, to_order
from shop.admin.orders.form_page import form_page
from shop.admin.orders.refund_form import RefundForm
from shop.admin.orders.rights import MAY_REFUND, MAY_SEE
from shop.admin.permissions import needs
from shop.amounts import format_amount
from shop.exceptions import OrderChanged, ShopError
from shop.models import Order, Refund
from shop.services.orders.locks import lock_order
from shop.services.orders.refund import refund_order
from shop.services.orders.refund_amounts import RefundAmounts, quote_refund, shipping_share
from shop.services.orders.settle import retry_refund, settle_refund_by_hand


@needs(MAY_SEE, MAY_REFUND)
def refund(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a refund together; `pay` in the form pays it back, else its amount is worked out."""
    order = find_order(pk)
    if not order.refundable:
        messages.error(request, "There is no money of this order left to pay back.")
        return to_order(order)
    form = RefundForm(request.POST or None, order=order)
    if request.method != "POST":
        return _page(request, order, form)
    if "pay" in request.POST and form.is_valid() and _pay_back(request, order, form):
        return to_order(order)
    return _page(request, order, form)


@require_POST
@needs(MAY_SEE, MAY_REFUND)
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the provider asked once more for a refund that failed."""
    return _settle(
        request,
        pk,
        question="Ask the payment service once more to pay {} back?",
        deed=lambda refund: retry_refund(refund=refund, actor=staff(request)),
        done="The payment service is asked once more.",
    )


@require_POST
@needs(MAY_SEE, MAY_REFUND)
def settle_by_hand(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that staff paid back what no provider could."""
    return _settle(
        request,
        pk,
        question="Did you pay {} back yourself, by transfer for example? The buyer is told so.",
        deed=lambda refund: settle_refund_by_hand(refund=refund, actor=staff(request)),
        done="It is noted that the money went back.",
    )


def _pay_back(request: HttpRequest, order: Order, form: RefundForm) -> bool:
    """Pay back what was shown, or say why not; True where it is done."""
    try:
        paid = _refund_as_shown(request, order, form)
    except ShopError as error:
        messages.error(request, str(error))
        return False
    amount = format_amount(paid.amount, order.currency)
    messages.success(request, f"{amount} of {order.number} goes back.")
    return True


@transaction.atomic
def _refund_as_shown(request: HttpRequest, order: Order, form: RefundForm) -> Refund:
    """Decide the refund of exactly the amount on the button, once a key; raises a ShopError."""
    lock_order(order=order)
    key = f"staff:{form.cleaned_data['key']}"
    known = order.refunds.filter(idempotency_key=key).first()
    if known is not None:
        return known
    amounts = quote_refund(order=order, lines=form.pieces, extra=form.cleaned_data["extra"])
    if amounts.total != form.cleaned_data["expected"]:
        raise OrderChanged("The amount is another one now: look at it before you pay it back.")
    return refund_order(
        order=order,
        lines=form.pieces,
        extra=form.cleaned_data["extra"],
        restock=form.cleaned_data["restock"],
        reason=form.cleaned_data["reason"],
        actor=staff(request),
        idempotency_key=key,
    )


def _page(request: HttpRequest, order: Order, form: RefundForm) -> TemplateResponse:
    amounts, problem = _quote(order, form)
    context = {
        "title": f"Refund {order.number}",
        "form": form,
        "amounts": amounts,
        "problem": problem,
        "worked_out": _worked_out(form, amounts) if amounts else [],
        "shipping": shipping_share(order=order),
    }
    is_live = request.headers.get("HX-Request") == "true"
    template = "_refund_amount.html" if is_live else "refund.html"
    return form_page(request, order, f"admin/shop/order/{template}", context)


def _quote(order: Order, form: RefundForm) -> tuple[RefundAmounts | None, str]:
    """Return what the form comes to, or what is wrong with it."""
    if not form.is_bound:
        return None, ""
    if not form.is_valid():
        return None, " ".join(
            map(str, form.non_field_errors())
        ) or "Something in the form is not right."
    try:
        extra: Decimal = form.cleaned_data["extra"]
        return quote_refund(order=order, lines=form.pieces, extra=extra), ""
    except ShopError as error:
        return None, str(error)


def _worked_out(form: RefundForm, amounts: RefundAmounts) -> list[tuple[str, Decimal]]:
    by_id = {line.pk: line for line in form.lines}
    return [
        (f"{form.pieces[line_id]} × {by_id[line_id].title}", amount)
        for line_id, amount in amounts.by_line.items()
    ]


def _settle(request: HttpRequest, pk: int, *, question: str, deed: Any, done: str) -> HttpResponse:
    refund = get_object_or_404(Refund.objects.select_related("order"), pk=pk)
    if not is_confirmed(request):
        return ask(
            request,
            title=f"Order {refund.order.number}",
            text=question.format(format_amount(refund.amount, refund.order.currency)),
            answer="Yes",
            back="admin:shop_order_change",
            back_to=refund.order_id,
            is_harmless=True,
        )
    try:
        deed(refund)
    except ShopError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect("admin:shop_order_change", refund.order_id)
