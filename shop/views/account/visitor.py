"""Requests of people who are signed in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse, HttpResponseNotAllowed, QueryDict
from django.urls import reverse

from shop.models import User
from shop.views.fragments import PageRequest


class AccountRequest(PageRequest):
    """A request that `login_required` let through."""

    user: User


View = Callable[..., HttpResponse]


def members_post(*, back: str) -> Callable[[View], View]:
    """Take a form of somebody who is signed in; `back` names the page that the form is on.

    Whoever was signed out in the meantime signs in and sees that page again: the form's own
    address has nothing to show.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def taken(request: PageRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method != "POST":
                return HttpResponseNotAllowed(["POST"])
            if not request.user.is_authenticated:
                return redirect_to_login(reverse(back))
            return view(request, *args, **kwargs)

        return taken

    return decorate


def posted(request: PageRequest) -> QueryDict | None:
    """Return what was sent, an empty form too; None for a page that is only looked at."""
    return request.POST if request.method == "POST" else None
