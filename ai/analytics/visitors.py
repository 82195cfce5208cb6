"""Visitors without names: a random key of the browser's, hashed with a salt that is thrown away.

A browser makes its key up and keeps it a week. Here it is hashed with that week's salt, so that a
key which is kept longer is somebody else next week; and once the salt is deleted nobody can find
out which row was whose, not even with the key in hand.
"""

import hashlib
import hmac
import secrets
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.utils import timezone

from ai.models import VisitorSalt

LENGTH: Final = 32
# Parts into which visitors are drawn for a sample.
_LOTS: Final = 10_000


def this_week() -> date:
    """Return the Monday of the week, in the shop's time zone."""
    today = timezone.localdate()
    return today - timedelta(days=today.weekday())


def pseudonym(key: UUID) -> str:
    """Return what a browser's key is called in the log this week."""
    salt = _salt_of(this_week())
    return hmac.new(salt, key.bytes, hashlib.sha256).hexdigest()[:LENGTH]


def is_sampled(visitor: str, *, share: float) -> bool:
    """Return whether a visitor is among the share whose events are kept, the same all week."""
    return int(visitor[:8], 16) % _LOTS < share * _LOTS


def forget_salts() -> int:
    """Delete the salts of weeks that are over."""
    return VisitorSalt.objects.filter(week__lt=this_week()).delete()[0]


def _salt_of(week: date) -> bytes:
    made, _ = VisitorSalt.objects.get_or_create(
        week=week, defaults={"salt": secrets.token_bytes(LENGTH)}
    )
    return bytes(made.salt)
