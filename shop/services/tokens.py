"""API tokens: made once, shown once, kept as a hash."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from shop.exceptions import InvalidValue
from shop.models import ApiToken, User

# How old "last used" may be: a write with every request would make every read a write.
LAST_USED_PRECISION = timedelta(minutes=1)


def create_token(
    *, user: User, name: str, scopes: Iterable[str], expires_in: timedelta | None = None
) -> tuple[ApiToken, str]:
    """Return the stored token and its secret, which cannot be read again.

    Raises InvalidValue for a scope that settings.API_SCOPES does not name.
    """
    wanted = sorted(set(scopes))
    unknown = [scope for scope in wanted if scope not in settings.API_SCOPES]
    if unknown:
        known = ", ".join(settings.API_SCOPES)
        raise InvalidValue(f"There is no scope {', '.join(unknown)}: choose from {known}.")
    token, secret = ApiToken.objects.create(user=user, name=name, scopes=wanted, expiry=expires_in)
    return token, secret


def touch_token(*, token: ApiToken) -> None:
    """Note that a token was used, at most once a minute."""
    now = timezone.now()
    if token.last_used_at and now - token.last_used_at < LAST_USED_PRECISION:
        return
    due = Q(last_used_at__isnull=True) | Q(last_used_at__lt=now - LAST_USED_PRECISION)
    ApiToken.objects.filter(due, pk=token.pk).update(last_used_at=now)
