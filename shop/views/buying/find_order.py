"""The way back to an order for whoever lost its link."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from shop.services.orders.find import send_order_link
from shop.views.buying.forms import LineField
from shop.views.buying.paying import see_other
from shop.views.fragments import PageRequest
from shop.views.limits import find_excess, refuse

# The same for everybody: neither numbers nor addresses are to be found out by trying.
SENT = "If there is such an order, its link is on its way to that address."


class FindOrderForm(forms.Form):
    """What an order is known by."""

    number = LineField(
        label="Order number",
        max_length=20,
        help_text="As in 7KQX-M3TD, from any letter about it.",
        error_messages={"required": "Give the order's number."},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        help_text="The one you ordered with.",
        error_messages={
            "required": "Give the e-mail address you ordered with.",
            "invalid": "An e-mail address looks like name@example.com.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def find_order(request: PageRequest) -> HttpResponse:
    """Ask for an order's number and address, and send its link there."""
    form = FindOrderForm(request.POST or None)
    if request.method == "POST":
        limit = find_excess(request, kind="find_order")
        if limit:
            return refuse(request, limit, back=reverse("shop:find_order"))
        if form.is_valid():
            send_order_link(**form.cleaned_data)
            messages.success(request, SENT)
            return see_other(reverse("shop:find_order"))
    return render(request, "shop/buying/find_order.html", {"form": form})
