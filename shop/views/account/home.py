"""The first page of an account, and the name it goes by."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render

from shop.services.privacy import orders_of
from shop.views.account.forms import DetailsForm
from shop.views.account.visitor import AccountRequest, posted

# The rest is one click away.
LATEST_ORDERS = 3


@login_required
def account(request: AccountRequest) -> HttpResponse:
    """Greet, and show what is under way."""
    orders = orders_of(request.user).order_by("-placed_at", "-id")
    context = {
        "orders": list(orders[:LATEST_ORDERS]),
        "address": request.user.addresses.filter(is_default=True).first(),
        "wishes": request.user.wishlist.count(),
    }
    return render(request, "shop/account/home.html", context)


@login_required
def details(request: AccountRequest) -> HttpResponse:
    """Show the account's name and address, and take another name."""
    form = DetailsForm(posted(request), instance=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Your name has been saved.")
        return redirect("shop:account_details")
    return render(request, "shop/account/details.html", {"form": form})
