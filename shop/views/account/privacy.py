"""What the shop knows of somebody: to take along, and to be forgotten."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from shop.exceptions import ShopError
from shop.services.privacy import erase_account, export_personal_data, orders_underway
from shop.views.account.forms import EraseForm
from shop.views.account.visitor import AccountRequest, posted

APP = "allauth.account"


@login_required
def privacy(request: AccountRequest) -> HttpResponse:
    """Say what can be done about one's data."""
    return render(request, "shop/account/privacy.html")


@login_required
@reauthentication_required(app=APP)
def download_data(request: AccountRequest) -> HttpResponse:
    """Hand out everything as a file, to somebody who has just shown who they are."""
    data = export_personal_data(user=request.user)
    response = JsonResponse(data, json_dumps_params={"indent": 2, "ensure_ascii": False})
    name = f"my-data-{timezone.localdate():%Y-%m-%d}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


@login_required
@reauthentication_required(app=APP)
def erase(request: AccountRequest) -> HttpResponse:
    """Tell what will be lost, and erase the account of somebody who says yes to it."""
    review_count = request.user.reviews.count()
    form = EraseForm(posted(request), has_reviews=bool(review_count))
    if form.is_valid() and _erase(request, form):
        return redirect("shop:erased")
    context = {
        "form": form,
        "underway": orders_underway(user=request.user),
        "order_count": request.user.orders.count(),
        "review_count": review_count,
    }
    return render(request, "shop/account/erase.html", context)


def erased(request: HttpRequest) -> HttpResponse:
    """Say goodbye."""
    return render(request, "shop/account/erased.html")


def _erase(request: AccountRequest, form: EraseForm) -> bool:
    """Erase the account and sign out; on a refusal say why in the form."""
    try:
        erase_account(user=request.user, keep_reviews=form.keeps_reviews)
    except ShopError as error:
        form.add_error(None, str(error))
        return False
    logout(request)
    return True
