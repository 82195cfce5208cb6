"""The admin site: staff sign in on the shop's own page, and with a second factor."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from shop.accounts.second_factor import has_second_factor

SET_UP_FIRST = (
    "The admin opens once your account has a second factor: an authenticator app or a passkey."
)


class StaffSite(AdminSite):
    """Opens to staff, and where settings.ADMIN_REQUIRES_MFA says so to no password alone."""

    def has_permission(self, request: HttpRequest) -> bool:
        """Return whether the visitor may look into the admin at all."""
        if not super().has_permission(request):
            return False
        return not settings.ADMIN_REQUIRES_MFA or has_second_factor(request.user)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Tell every page whether a password alone opens the admin."""
        return {**super().each_context(request), "requires_mfa": settings.ADMIN_REQUIRES_MFA}

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Send visitors to sign in, shoppers away, and staff to what they still lack."""
        wanted = self.wanted_page(request)
        if not request.user.is_authenticated:
            return redirect(f"{reverse('account_login')}?{urlencode({'next': wanted})}")
        if not (request.user.is_staff and request.user.is_active):
            raise PermissionDenied
        if not self.has_permission(request):
            messages.warning(request, SET_UP_FIRST)
            return redirect("mfa_index")
        return redirect(wanted)

    def password_change(  # type: ignore[override]  # Django's own answers with a template
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Send staff to the page where everybody changes their password."""
        return redirect("account_change_password")

    def wanted_page(self, request: HttpRequest) -> str:
        """Return the page to go on to, never one of another host."""
        wanted = request.GET.get("next", "")
        if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
            return wanted
        return reverse("admin:index")
