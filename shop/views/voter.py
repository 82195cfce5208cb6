"""Who votes: an account, else a session."""

from django.http import HttpRequest

from shop.services.review_votes import account_voter


def find_voter(request: HttpRequest) -> str | None:
    """Return a name for the visitor, or None for one who has no session yet."""
    if request.user.is_authenticated:
        return account_voter(request.user)
    key = request.session.session_key
    return f"session:{key}" if key else None


def require_voter(request: HttpRequest) -> str:
    """Return a name for the visitor, opening a session where there is none."""
    if not request.user.is_authenticated and not request.session.session_key:
        request.session.create()
    return find_voter(request) or ""
