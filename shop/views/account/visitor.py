"""Requests of people who are signed in."""

from django.http import QueryDict

from shop.models import User
from shop.views.fragments import PageRequest


class AccountRequest(PageRequest):
    """A request that `login_required` let through."""

    user: User


def posted(request: AccountRequest) -> QueryDict | None:
    """Return what was sent, an empty form too; None for a page that is only looked at."""
    return request.POST if request.method == "POST" else None
