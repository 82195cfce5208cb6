"""Accounts, which sign in by e-mail address, and the groups that give them permissions."""

from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest

from shop.admin.base import BaseAdmin
from shop.admin.search import SearchSource
from shop.admin.theme import AdminPasswordChangeForm, EmailInput, UserChangeForm, UserCreationForm
from shop.models import User
from shop.services.accounts import end_tokens, trust_address

# What makes a superuser of somebody; only superusers give it.
POWERS = ("is_superuser", "groups", "user_permissions")


class PersonCreationForm(UserCreationForm):
    """A new account: address and password."""

    class Meta:
        model = User
        fields: ClassVar = ["email", "first_name", "last_name", "is_staff"]
        widgets: ClassVar = {"email": EmailInput()}

    def clean_email(self) -> str:
        """Store the address in lower case, as sign-in does."""
        email: str = self.cleaned_data["email"]
        return email.strip().lower()


class PersonPasswordForm(AdminPasswordChangeForm):
    """A password set by staff; what the old one opened is closed."""

    def save(self, commit: bool = True) -> User:
        """Set the password and end the account's API tokens."""
        user: User = super().save(commit)
        end_tokens(user=user)
        return user


@admin.register(User)
class UserAdmin(DjangoUserAdmin, BaseAdmin):  # type: ignore[misc]  # each has its paginator
    """Shoppers and staff."""

    form = UserChangeForm
    add_form = PersonCreationForm
    change_password_form = PersonPasswordForm
    list_display = ("email", "full_name", "is_staff", "is_superuser", "is_active", "last_login")
    list_filter = ("is_staff", "is_superuser", "is_active")
    ordering = ("-id",)
    sortable_by = ()
    search_fields = ("email",)
    search_help_text = "E-mail address or last name"
    search_sources = (
        SearchSource(User, "email__icontains"),
        SearchSource(User, "last_name__icontains"),
    )
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("email", "password", ("first_name", "last_name"))}),
        ("Permissions", {"fields": ("is_active", "is_staff", *POWERS)}),
        ("Kept by the shop", {"fields": (("last_login", "date_joined"),)}),
    )
    add_fieldsets = (
        (
            None,
            {
                "fields": (
                    *("email", ("first_name", "last_name"), "is_staff"),
                    *("usable_password", "password1", "password2"),
                )
            },
        ),
    )

    @admin.display(description="Name")
    def full_name(self, user: User) -> str:
        """Return first and last name."""
        return user.get_full_name() or "–"

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Store the account; staff vouch for the address they type."""
        super().save_model(request, obj, form, change)
        if "email" in form.changed_data:
            trust_address(user=obj)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Let nobody but a superuser hand out permissions, his own included."""
        fixed = super().get_readonly_fields(request, obj)
        powers = () if _is_superuser(request) else (*POWERS, "is_staff")
        return (*fixed, *powers)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Let nobody but a superuser change a superuser, password included."""
        beyond = obj is not None and obj.is_superuser and not _is_superuser(request)
        return not beyond and bool(super().has_change_permission(request, obj))

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Let nobody but a superuser delete a superuser."""
        beyond = obj is not None and obj.is_superuser and not _is_superuser(request)
        return not beyond and bool(super().has_delete_permission(request, obj))


def _is_superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))


admin.site.unregister(Group)
# Secrets of second factors and traces of sessions are not for staff to read.
admin.site.unregister((Authenticator, EmailAddress, UserSession))


@admin.register(Group)
class GroupAdmin(DjangoGroupAdmin, BaseAdmin):  # type: ignore[misc]
    """Permissions that several members of staff share."""

    search_fields = ("name",)
    search_sources = (SearchSource(Group, "name__icontains"),)
