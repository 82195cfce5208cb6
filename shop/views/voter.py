"""Who votes, without keeping who it was."""

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

SALT = "shop.review-vote"


def _hash(kind: str, key: object) -> str:
    return salted_hmac(SALT, f"{kind}:{key}", algorithm="sha256").hexdigest()


def find_voter(request: HttpRequest) -> str | None:
    """Return the visitor's hash (64 letters), or None for one who has no session yet."""
    if request.user.is_authenticated:
        return _hash("account", request.user.pk)
    key = request.session.session_key
    return _hash("session", key) if key else None


def require_voter(request: HttpRequest) -> str:
    """Return the visitor's hash, opening a session where there is none."""
    if not request.user.is_authenticated and not request.session.session_key:
        request.session.create()
    return find_voter(request) or ""
