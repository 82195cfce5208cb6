"""The forms of second factors: codes are counted, passkeys have names."""

from typing import Any

from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as app
from allauth.mfa.webauthn import forms as passkeys
from django import forms

from shop.accounts.limits import refuse_too_many
from shop.accounts.wording import word

CODE_HELP = "The six digits that the app shows now."
# Letters; a name on one line of the list of passkeys.
KEY_NAME_LENGTH = 60


class CountedCodeMixin:
    """Counts the codes that are tried for an account: six digits are soon guessed otherwise."""

    fields: dict[str, forms.Field]
    user: Any
    code_label = "Code"
    code_help = f"{CODE_HELP} A recovery code will do too."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(
            self.fields["code"],
            self.code_label,
            missing="Type the code.",
            help_text=self.code_help,
            inputmode="numeric",
        )

    def clean_code(self) -> str:
        """Refuse a code beyond the limit, right or wrong."""
        refuse_too_many(kind="code-account", caller=str(self.user.pk))
        code: str = super().clean_code()  # type: ignore[misc]
        return code


class CodeForm(CountedCodeMixin, second_factor.AuthenticateForm):
    """The code that a password alone does not replace."""


class ConfirmCodeForm(CountedCodeMixin, second_factor.ReauthenticateForm):
    """A code once more, before something that matters."""


class ActivateAppForm(CountedCodeMixin, app.ActivateTOTPForm):
    """The first code of a new app shows that it has the secret."""

    code_label = "Code from the app"
    code_help = CODE_HELP


class AddPasskeyForm(passkeys.AddWebAuthnForm):
    """What the browser says about a new passkey, and what its owner calls it."""

    # A passkey stands for the password too, so the device has to have looked at its owner.
    passwordless = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(
            label="Name",
            max_length=KEY_NAME_LENGTH,
            required=False,
            help_text="So that you know it again: “My telephone”.",
        )

    def clean_passwordless(self) -> bool:
        """Ask for it whatever was sent."""
        return True


class RenamePasskeyForm(passkeys.EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(
            label="Name", max_length=KEY_NAME_LENGTH, initial=self.instance.wrap().name
        )
