"""What happens around signing in: counting, letters, and what a guest brought along."""

from typing import Any
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core import context as current
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from shop.accounts.limits import count_try, refuse_too_many
from shop.accounts.wishes import grant_wish
from shop.models import User
from shop.models.emails import KEY_TO_ACCOUNT
from shop.services.accounts import change_password, release_address
from shop.services.emails import queue_email

# Letters that anybody can have sent, by typing an address into a form.
FOR_THE_ASKING = {
    "account_already_exists",
    "email_confirmation",
    "email_confirmation_signup",
    "password_reset_key",
    "unknown_account",
}


class AccountAdapter(DefaultAccountAdapter):
    """The shop's own rules and words where allauth asks for them."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": (
            "This e-mail address and password do not belong together, or the address has not "
            "been confirmed yet: then a letter with a link is in your mailbox."
        ),
        "duplicate_email": "This is the address you have already.",
        "enter_current_password": "This is not your password.",
        "incorrect_password": "This is not your password.",
        "invalid_password_reset": "This link was used already, or is too old.",
    }

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try for the account that was named, whether there is one or not."""
        named = str(credentials.get("email", "")).lower()
        refuse_too_many(kind="sign-in-account", caller=named)

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Open the session, and give the account what its owner gathered as a guest."""
        super().login(request, user)
        if isinstance(user, User):
            grant_wish(request, user)

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Set a password, and end what the old one opened."""
        if isinstance(user, User):
            change_password(user=user, password=password)

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Make a confirmed address the account's, unless another account has it by now."""
        if not release_address(email=email_address.email, keep=email_address.user):
            template = "account/messages/email_confirmation_failed.txt"
            context = {"email": email_address.email}
            self.add_message(request, messages.ERROR, template, context)
            return False
        return super().confirm_email(request, email_address)

    def is_safe_url(self, url: str) -> bool:
        """Return whether a page to go on to is one of this host's."""
        request = current.request
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Leave a letter in the outbox; strangers can have an address written to so often only."""
        name = template_prefix.rpartition("/")[2]
        if name in FOR_THE_ASKING and count_try(kind="letter-address", caller=email.lower()):
            return
        queue_email(
            key=f"{KEY_TO_ACCOUNT}{name}:{uuid4()}",
            to=email,
            template=f"account/{name}",
            context={"email": email, **context},
        )
