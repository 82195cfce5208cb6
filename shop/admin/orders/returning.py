"""Returns: agreed to, declined with a reason, taken in."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from shop.admin.orders.acting import do, find_order, staff, to_order
from shop.admin.orders.form_page import form_page
from shop.admin.orders.order_page import lines_of
from shop.admin.orders.pieces import PiecesForm
from shop.admin.orders.rights import MAY_ANSWER_RETURNS, MAY_REFUND, MAY_SEE
from shop.admin.permissions import needs
from shop.admin.theme import CheckboxInput, Textarea
from shop.models import Order, ReturnRequest
from shop.services.imports.text import clean_text
from shop.services.orders.returns import approve_return, decline_return, receive_return

State = ReturnRequest.State


class AnswerForm(forms.Form):
    """What the buyer reads beside a yes or a no."""

    answer = forms.CharField(
        label="Answer to the buyer", max_length=2000, widget=Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, is_needed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].required = is_needed

    def clean_answer(self) -> str:
        """Return the answer without what only hides in it."""
        answer = clean_text(self.cleaned_data["answer"])
        if self.fields["answer"].required and not answer:
            raise forms.ValidationError("Say why.")
        return answer


class ReceiveForm(PiecesForm):
    """What of a return has arrived, and whether it can be sold again."""

    restock = forms.BooleanField(
        label="Put the pieces back on the shelf",
        required=False,
        initial=True,
        widget=CheckboxInput(),
        help_text="Not what is broken or worn.",
    )


@needs(MAY_SEE, MAY_ANSWER_RETURNS)
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree to a return."""
    wish, order = _find(pk)

    def deed(answer: str) -> None:
        approve_return(request=wish, answer=answer, actor=staff(request))

    title = f"Agree to the return of {order.number}"
    return _answer(request, wish, order, deed, title=title, verb="Agree")


@needs(MAY_SEE, MAY_ANSWER_RETURNS)
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Refuse a return and say why."""
    wish, order = _find(pk)

    def deed(answer: str) -> None:
        decline_return(request=wish, answer=answer, actor=staff(request))

    title = f"Decline the return of {order.number}"
    return _answer(request, wish, order, deed, title=title, verb="Decline")


@needs(MAY_SEE, MAY_ANSWER_RETURNS, MAY_REFUND)
def receive(request: HttpRequest, pk: int) -> HttpResponse:
    """Take in what arrived and pay it back."""
    wish, order = _find(pk)
    if wish.state != State.APPROVED:
        messages.error(request, "This return is not on its way.")
        return to_order(order)
    asked = dict(wish.lines.values_list("order_line_id", "quantity"))
    form = ReceiveForm(request.POST or None, lines=lines_of(order), most=asked, chosen=asked)
    if request.method == "POST" and form.is_valid():
        restock, arrived = form.cleaned_data["restock"], form.pieces
        is_done = do(
            request,
            order,
            lambda: receive_return(
                request=wish, restock=restock, arrived=arrived, actor=staff(request)
            ),
            done=f"What came back of {order.number} is taken in.",
        )
        if is_done:
            return to_order(order)
    context = {"title": f"Take in the return of {order.number}", "form": form, "wish": wish}
    return form_page(request, order, "admin/shop/order/receive.html", context)


def _find(pk: int) -> tuple[ReturnRequest, Order]:
    wish = get_object_or_404(ReturnRequest, pk=pk)
    return wish, find_order(wish.order_id)


def _answer(
    request: HttpRequest,
    wish: ReturnRequest,
    order: Order,
    deed: Callable[[str], None],
    *,
    title: str,
    verb: str,
) -> HttpResponse:
    if wish.state != State.REQUESTED:
        messages.error(request, "This return was answered already.")
        return to_order(order)
    form = AnswerForm(request.POST or None, is_needed=verb == "Decline")
    if request.method == "POST" and form.is_valid():
        answer = form.cleaned_data["answer"]
        if do(request, order, lambda: deed(answer), done=f"The buyer of {order.number} is told."):
            return to_order(order)
    context = {"title": title, "form": form, "wish": wish, "verb": verb}
    return form_page(request, order, "admin/shop/order/answer.html", context)
