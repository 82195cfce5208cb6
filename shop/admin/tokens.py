"""API tokens: made with scopes, shown once, revoked by deleting them."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_variables

from shop.admin.base import BaseAdmin
from shop.admin.search import SearchSource
from shop.admin.theme import CheckboxSelectMultiple, Select, TextInput
from shop.models import ApiToken
from shop.services.tokens import create_token

LIFETIMES = {"": "Never", "30": "In 30 days", "90": "In 90 days", "365": "In a year"}


class TokenForm(forms.Form):
    """What a new token is called, may do, and how long it lives."""

    name = forms.CharField(
        max_length=100, widget=TextInput(), help_text="What uses it: “stock synchronisation”."
    )
    scopes = forms.MultipleChoiceField(
        choices=lambda: [(code, f"{code} – {text}") for code, text in settings.API_SCOPES.items()],
        widget=CheckboxSelectMultiple(),
        help_text="A token may do no more than the account it belongs to.",
    )
    expires = forms.ChoiceField(
        choices=list(LIFETIMES.items()), required=False, initial="90", widget=Select()
    )

    def lifetime(self) -> timedelta | None:
        """Return how long the token lives; None for ever."""
        days = self.cleaned_data["expires"]
        return timedelta(days=int(days)) if days else None


@admin.register(ApiToken)
class ApiTokenAdmin(BaseAdmin):
    """Tokens, by the beginning of their secret; a member of staff makes them for himself."""

    list_display = ("name", "begins_with", "user", "scope_list", "created", "last_used_at", "ends")
    list_select_related = ("user",)
    ordering = ("-created",)
    sortable_by = ()
    search_fields = ("name",)
    search_sources = (
        SearchSource(ApiToken, "name__icontains"),
        SearchSource(ApiToken, "user__email__icontains"),
    )
    fields = ("name", "begins_with", "user", "scope_list", "created", "last_used_at", "ends")
    readonly_fields = fields

    @admin.display(description="Begins with")
    def begins_with(self, token: ApiToken) -> str:
        """Return the part of the secret that is kept readable."""
        return f"{token.token_key}…"

    @admin.display(description="Scopes")
    def scope_list(self, token: ApiToken) -> str:
        """Return the scopes."""
        return ", ".join(token.scopes) or "–"

    @admin.display(description="Expires")
    def ends(self, token: ApiToken) -> Any:
        """Return when the token ends."""
        if token.expiry is None:
            return "never"
        return "expired" if token.expiry < timezone.now() else token.expiry

    def has_change_permission(self, request: HttpRequest, obj: ApiToken | None = None) -> bool:
        """Nobody changes a token: it is revoked and another one made."""
        return False

    @method_decorator(sensitive_variables("secret"))
    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Make a token for the visitor and show its secret, this once."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = TokenForm(request.POST or None)
        context = {
            **self.admin_site.each_context(request),
            "title": "New API token",
            "form": form,
        }
        if request.method == "POST" and form.is_valid():
            owner: Any = request.user
            token, secret = create_token(
                user=owner,
                name=form.cleaned_data["name"],
                scopes=form.cleaned_data["scopes"],
                expires_in=form.lifetime(),
            )
            self.log_addition(request, token, "Made in the admin.")
            context |= {"title": f"API token “{token.name}”", "secret": secret, "token": token}
        return TemplateResponse(request, "admin/shop/apitoken/add.html", context)
