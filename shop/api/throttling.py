"""The API's rate limits: who is counted, and how many requests each may make."""

from typing import Any, ClassVar

from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework.throttling import BaseThrottle

from shop.models import ApiToken
from shop.rate_limits import RateLimit, count_request, network_of


class ExactRateThrottle(BaseThrottle):
    """Allows exactly the configured number of requests in a window."""

    limit: RateLimit | None = None

    def allow_request(self, request: Request, view: Any) -> bool:
        """Count the request and return whether it is within the limit."""
        kind, caller = self.identify(request)
        rate = api_settings.DEFAULT_THROTTLE_RATES.get(kind)
        if not rate:
            return True
        self.limit = count_request(kind=kind, caller=caller, rate=str(rate))
        if self.limit is None:
            return True
        # Read by the view's response and by the problem document.
        request.rate_limit = self.limit  # type: ignore[attr-defined]
        return not self.limit.is_exceeded

    def identify(self, request: Request) -> tuple[str, str]:
        """Return the kind of limit and who is counted: a token, an account, or an address.

        Behind NUM_PROXIES proxies the address is the one that the outermost of them saw; what a
        client writes into X-Forwarded-For itself stands further left and is not looked at.
        """
        if isinstance(request.auth, ApiToken):
            return "token", str(request.auth.pk)
        if request.user and request.user.is_authenticated:
            return ("staff" if request.user.is_staff else "anonymous"), f"user:{request.user.pk}"
        return "anonymous", f"address:{network_of(self.get_ident(request) or '')}"

    def wait(self) -> float | None:
        """Return the seconds until the window ends."""
        return self.limit.wait_s if self.limit else None


class KindThrottle(ExactRateThrottle):
    """Counts the calls of one endpoint apart from all others, under its own rate.

    Programs with a token, and staff, keep their own limits.
    """

    kind: ClassVar[str]

    def identify(self, request: Request) -> tuple[str, str]:
        """Return this kind of limit for whoever has no larger one."""
        kind, caller = super().identify(request)
        return (self.kind if kind == "anonymous" else kind), caller


def rate_limit_of(request: Any) -> RateLimit | None:
    """Return where the caller of this request stands, if it was counted."""
    return getattr(request, "rate_limit", None)
