"""What an authenticator app does: a shared secret and the time make a code."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache

from shop.models import User

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_now(secret: str = SECRET) -> str:
    """Return the code that an app shows now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def give_app(user: User) -> Authenticator:
    """Give an account an authenticator app with the secret above."""
    return TOTP.activate(user, SECRET).instance


def forget_used_codes() -> None:
    """Let the same code be used again: half a minute later it would be another one."""
    cache.clear()
