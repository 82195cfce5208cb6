"""What is to be paid back: pieces of lines, a sum beside them, and whether the shelf gets them."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms

from shop.admin.orders.order_page import lines_of
from shop.admin.orders.pieces import PiecesForm
from shop.admin.theme import CheckboxInput, DecimalInput, TextInput
from shop.models import Order
from shop.money import NOTHING, decimal_places
from shop.services.imports.text import one_line


class RefundForm(PiecesForm):
    """A refund as staff put it together; the key makes two sendings of it one refund."""

    extra = forms.DecimalField(
        label="And a sum beside them",
        required=False,
        min_value=0,
        widget=DecimalInput(attrs={"inputmode": "decimal"}),
    )
    restock = forms.BooleanField(
        label="Put the pieces back on the shelf",
        required=False,
        widget=CheckboxInput(),
        help_text="Those that never left, and those that you have back here.",
    )
    reason = forms.CharField(
        max_length=300,
        required=False,
        widget=TextInput(),
        help_text="The buyer reads it in the letter.",
    )
    key = forms.UUIDField(widget=forms.HiddenInput(), initial=uuid4)
    # What the visitor was shown; another amount is shown before anything is paid back.
    expected = forms.DecimalField(required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, order: Order, **kwargs: Any) -> None:
        lines = lines_of(order)
        left = {line.pk: line.quantity - line.refunded for line in lines}
        super().__init__(*args, lines=lines, most=left, chosen={}, **kwargs)
        # What left is not on the shelf because somebody pays for it.
        self.fields["restock"].initial = not any(line.shipped for line in lines)
        places = decimal_places(order.currency)
        self.fields["extra"].widget.attrs["step"] = str(Decimal(1).scaleb(-places))

    def clean_extra(self) -> Decimal:
        """Return the sum; nothing where none is given."""
        return self.cleaned_data["extra"] or NOTHING

    def clean_reason(self) -> str:
        """Return the reason on one line."""
        return one_line(self.cleaned_data["reason"])

    def clean(self) -> dict[str, Any] | None:
        """Ask for something to pay back."""
        cleaned = super().clean()
        if not self.errors and not self.pieces and not self.cleaned_data.get("extra"):
            raise forms.ValidationError("Choose pieces, or give a sum.")
        return cleaned
