"""Buttons that need no form: arrived, paid, invoiced; and notes for colleagues."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from shop.admin.orders.acting import ask_or_do, find_order, staff, to_order
from shop.admin.orders.rights import MAY_INVOICE, MAY_MARK_PAID, MAY_NOTE, MAY_SEE, MAY_SHIP
from shop.admin.permissions import needs
from shop.admin.theme import Textarea
from shop.amounts import format_amount
from shop.models import OrderEvent
from shop.services.imports.text import clean_text
from shop.services.orders.events import record_event
from shop.services.orders.invoices import issue_invoice
from shop.services.orders.ship import mark_delivered
from shop.services.payments import mark_paid_by_hand


class NoteForm(forms.Form):
    """Something that colleagues should know, and the buyer should not."""

    text = forms.CharField(
        label="Note for colleagues",
        max_length=1000,
        widget=Textarea(attrs={"rows": 2}),
    )

    def clean_text(self) -> str:
        """Return the note without what only hides in it."""
        text = clean_text(self.cleaned_data["text"])
        if not text:
            raise forms.ValidationError("Write something.")
        return text


@require_POST
@needs(MAY_SEE, MAY_SHIP)
def deliver(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that all parcels of an order have arrived."""
    order = find_order(pk)
    return ask_or_do(
        request,
        order,
        lambda: mark_delivered(order=order, actor=staff(request)),
        question="Have all parcels of this order arrived?",
        done=f"{order.number} has arrived.",
    )


@require_POST
@needs(MAY_SEE, MAY_MARK_PAID)
def pay(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the money for an order came in."""
    order = find_order(pk)
    amount = format_amount(order.total, order.currency)
    return ask_or_do(
        request,
        order,
        lambda: mark_paid_by_hand(order=order, actor=staff(request)),
        question=f"Did {amount} come in for this order? The buyer is told so.",
        done=f"{order.number} is paid: {amount}.",
    )


@require_POST
@needs(MAY_SEE, MAY_INVOICE)
def invoice(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an order the next invoice number."""
    order = find_order(pk)
    return ask_or_do(
        request,
        order,
        lambda: issue_invoice(order=order),
        question="Give this order the next invoice number? It keeps it for good.",
        done=f"{order.number} has its invoice.",
    )


@require_POST
@needs(MAY_SEE, MAY_NOTE)
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a note into the diary, for colleagues."""
    order = find_order(pk)
    form = NoteForm(request.POST)
    if form.is_valid():
        record_event(
            order=order,
            kind=OrderEvent.Kind.NOTE,
            text=form.cleaned_data["text"],
            is_public=False,
            actor=staff(request),
        )
        messages.success(request, "The note is in the diary.")
    else:
        messages.error(request, " ".join(map(str, form.errors.get("text", []))))
    return to_order(order)
