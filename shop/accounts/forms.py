"""The forms of signing in, in the shop's words; passwords are typed once, and can be shown."""

from typing import Any

from allauth.account import forms as account
from allauth.account.models import EmailAddress
from django import forms
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from shop.accounts.limits import refuse_too_many
from shop.accounts.wording import word
from shop.services.accounts import has_trusted_address, trust_address

HOW_TO_CHOOSE = "At least 8 characters, and not one that is easily guessed."
ADDRESS_MISSING = "Type your e-mail address."
PHRASE_MISSING = "Type your password."


def word_new_password(field: forms.Field, label: str = "New password") -> None:
    """Word the field of a password that is chosen now."""
    word(field, label, missing="Choose a password.", help_text=HOW_TO_CHOOSE)


class SignInForm(account.LoginForm):
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        word(login, "E-mail address", missing=ADDRESS_MISSING, autocomplete="username")
        word(password, "Password", missing=PHRASE_MISSING)

    def clean(self) -> dict[str, Any]:
        """Refuse an unconfirmed address like a wrong password: the letter tells which it was."""
        super().clean()
        if self.user and not has_trusted_address(user=self.user):
            address, _ = EmailAddress.objects.get_or_create(user=self.user, email=self.user.email)
            address.send_confirmation(self.request)
            raise account.get_adapter().validation_error("email_password_mismatch")
        return self.cleaned_data


class SignUpForm(account.SignupForm):
    """What a new account needs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self.fields["email"], "E-mail address", missing=ADDRESS_MISSING)
        word_new_password(self.fields["password1"], "Password")

    def try_save(self, request: HttpRequest) -> Any:
        """Take as long over an address that has an account as over a new one."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class ChangeEmailForm(account.AddEmailForm):
    """The address an account is to have from now on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self.fields["email"], "New e-mail address", missing=ADDRESS_MISSING)


class ChangePasswordForm(account.ChangePasswordForm):
    """The old password and the new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self.fields["oldpassword"], "Your password until now", missing=PHRASE_MISSING)
        word_new_password(self.fields["password1"])
        del self.fields["password2"]

    def clean_oldpassword(self) -> str:
        """Count the try: whoever sits at an open session shall not guess on."""
        refuse_too_many(kind="confirm-account", caller=str(self.user.pk))
        return super().clean_oldpassword()


class SetPasswordForm(account.SetPasswordForm):
    """A first password for an account that has none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word_new_password(self.fields["password1"])
        del self.fields["password2"]


class ForgottenPasswordForm(account.ResetPasswordForm):
    """The address that a link for a new password goes to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self.fields["email"], "E-mail address", missing=ADDRESS_MISSING)


class NewPasswordForm(account.ResetPasswordKeyForm):
    """The password that replaces a forgotten one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word_new_password(self.fields["password1"])
        del self.fields["password2"]

    def save(self) -> None:
        """Set the password; that the link arrived shows whose the address is."""
        super().save()
        if not has_trusted_address(user=self.user):
            trust_address(user=self.user)


class ConfirmPasswordForm(account.ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self.fields["password"], "Password", missing=PHRASE_MISSING)
