"""How often an account may be tried: counted exactly, whatever is sent at the same moment."""

from django.conf import settings
from django.core.exceptions import ValidationError

from shop.rate_limits import RateLimit, count_request


def count_try(*, kind: str, caller: str) -> RateLimit | None:
    """Count a try against `SHOP["RATES"]`; return the limit only where it is exceeded."""
    limit = count_request(kind=kind, caller=caller, rate=settings.SHOP["RATES"][kind])
    return limit if limit and limit.is_exceeded else None


def refuse_too_many(*, kind: str, caller: str) -> None:
    """Count a try in a form; raise ValidationError beyond the limit."""
    limit = count_try(kind=kind, caller=caller)
    if limit:
        message = f"That was one try too many. Please wait {limit.wait_words}."
        raise ValidationError(message, code="too_many_tries")
