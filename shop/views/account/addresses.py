"""The address book."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from shop.address_form import AddressForm
from shop.exceptions import ShopError
from shop.models import Address, ShippingCountry
from shop.services.addresses import delete_address, make_default_address, save_address
from shop.views.account.visitor import AccountRequest, members_post, posted


@login_required
def addresses(request: AccountRequest) -> HttpResponse:
    """Show the address book."""
    names = dict(ShippingCountry.objects.values_list("code", "name"))
    book = [
        (address, names.get(address.country, address.country))
        for address in request.user.addresses.all()
    ]
    return render(request, "shop/account/addresses.html", {"book": book})


@login_required
def edit_address(request: AccountRequest, pk: int | None = None) -> HttpResponse:
    """Show the form for a new address, or for one that is there, and take it."""
    address = get_object_or_404(request.user.addresses, pk=pk) if pk else None
    form = AddressForm(posted(request), instance=address, initial=_first_values(request))
    if form.is_valid() and _save(request, address, form):
        messages.success(request, "The address has been saved.")
        return redirect("shop:addresses")
    return render(request, "shop/account/address_form.html", {"form": form, "address": address})


@login_required
def remove_address(request: AccountRequest, pk: int) -> HttpResponse:
    """Ask whether an address is to be forgotten, and forget it."""
    address = get_object_or_404(request.user.addresses, pk=pk)
    if request.method == "POST":
        delete_address(user=request.user, address=address)
        messages.success(request, "The address has been deleted.")
        return redirect("shop:addresses")
    return render(request, "shop/account/address_delete.html", {"address": address})


@members_post(back="shop:addresses")
def choose_default(request: AccountRequest, pk: int) -> HttpResponse:
    """Make an address the one that forms begin with."""
    address = get_object_or_404(request.user.addresses, pk=pk)
    make_default_address(user=request.user, address=address)
    messages.success(request, f"Your parcels go to “{address}” unless you say otherwise.")
    return redirect("shop:addresses")


def _first_values(request: AccountRequest) -> dict[str, str]:
    return {"name": request.user.get_full_name()}


def _save(request: AccountRequest, address: Address | None, form: AddressForm) -> bool:
    """Hand a valid form to the address book; on a refusal say why in the form."""
    try:
        save_address(user=request.user, address=address, **form.cleaned_data)
    except ShopError as error:
        form.add_error(None, str(error))
        return False
    return True
