"""An order that is called off: why, and what that sets in motion."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from shop.admin.orders.acting import do, find_order, staff, to_order
from shop.admin.orders.form_page import form_page
from shop.admin.orders.order_page import lines_of
from shop.admin.orders.rights import MAY_CANCEL, MAY_SEE
from shop.admin.orders.verbs import rights_to_cancel
from shop.admin.permissions import needs
from shop.admin.theme import TextInput
from shop.services.imports.text import one_line
from shop.services.orders.cancel import cancel_order


class CancelForm(forms.Form):
    """Why an order is called off."""

    reason = forms.CharField(
        max_length=300,
        required=False,
        widget=TextInput(),
        help_text="The buyer reads it in the letter: “The tent is sold out.”",
    )

    def clean_reason(self) -> str:
        """Return the reason on one line."""
        return one_line(self.cleaned_data["reason"])


@needs(MAY_SEE, MAY_CANCEL)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask why, say what follows, and cancel the order."""
    order = find_order(pk)
    if not request.user.has_perms(rights_to_cancel(order)):
        raise PermissionDenied
    if not order.can_be_cancelled:
        status = order.get_status_display()
        messages.error(request, f"An order that is {status} is not cancelled.")
        return to_order(order)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        do(
            request,
            order,
            lambda: cancel_order(order=order, actor=staff(request), reason=reason),
            done=f"{order.number} is cancelled.",
        )
        return to_order(order)
    context = {
        "title": f"Cancel {order.number}",
        "form": form,
        "pieces": sum(line.to_ship - line.missing for line in lines_of(order)),
    }
    return form_page(request, order, "admin/shop/order/cancel.html", context)
