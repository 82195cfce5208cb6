"""The second factor: what it is called, how its secrets are kept, and who has one."""

import base64
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.utils.crypto import salted_hmac

# Recovery codes alone are no factor: they come with one.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Return whether the account asks for more than a password."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists()


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets encrypted under the shop's secret key; the shop's own words."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "This code is not right, or no longer. Type the one shown now.",
        "unverified_email": "Confirm your e-mail address first: the letter we sent has the link.",
        "cannot_generate_recovery_codes": "Add an authenticator app or a passkey first.",
    }

    def encrypt(self, text: str) -> str:
        """Return the secret as it is stored."""
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return a stored secret."""
        return cipher().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(
        self,
        user: AbstractBaseUser,
        type: Authenticator.Type,  # noqa: A002 - allauth's name
    ) -> str:
        """Return a name for a passkey that was given none."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"Passkey {count + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, Any]:
        """Return the shop as the browser names it when it asks for a passkey."""
        return {**super().get_public_key_credential_rp_entity(), "name": settings.SHOP["NAME"]}


def cipher() -> MultiFernet:
    """Return the cipher of secrets; what an older secret key encrypted can still be read."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(key_of(key)) for key in keys])


def key_of(secret: str) -> bytes:
    """Return the encryption key that belongs to a secret key."""
    digest = salted_hmac("shop.second-factor", "key", secret=secret, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest)
