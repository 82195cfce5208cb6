"""Rate limits that hold exactly, whatever arrives at the same moment.

REST framework's own throttle reads the history, decides, and writes it back: requests that overlap
do not see each other. Here one script counts inside the cache server, in one round trip.
"""

import time
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

import structlog
from django.conf import settings
from redis import Redis
from redis.backoff import NoBackoff
from redis.commands.core import Script
from redis.exceptions import RedisError
from redis.retry import Retry
from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework.throttling import BaseThrottle

from shop.models import ApiToken

logger = structlog.get_logger(__name__)

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
# Count, and milliseconds until the window ends. The window begins with its first request.
COUNT = """
local count = redis.call('INCR', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
    redis.call('PEXPIRE', KEYS[1], ARGV[1])
    left = tonumber(ARGV[1])
end
return {count, left}
"""
# Seconds a request waits for the counter before it passes uncounted.
TIMEOUT_S = 0.25
# Seconds between two log lines about a cache that cannot count.
QUIET_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimit:
    """Where a caller stands: how many requests a window has, how many are left, when it ends."""

    kind: str
    quota: int
    window_s: int
    used: int
    reset_s: float

    @property
    def headers(self) -> dict[str, str]:
        """The fields of draft-ietf-httpapi-ratelimit-headers."""
        left = max(self.quota - self.used, 0)
        return {
            "RateLimit-Policy": f'"{self.kind}";q={self.quota};w={self.window_s}',
            "RateLimit": f'"{self.kind}";r={left};t={self.wait_s}',
        }

    @property
    def wait_s(self) -> int:
        """Whole seconds until the window ends, at least one."""
        return max(1, -int(-self.reset_s // 1))


@cache
def counter(url: str) -> Script:
    """Return the counting script, bound to the cache server; one connection pool a process."""
    client = Redis.from_url(
        url,
        socket_timeout=TIMEOUT_S,
        socket_connect_timeout=TIMEOUT_S,
        retry=Retry(NoBackoff(), 0),
    )
    return client.register_script(COUNT)


class ExactRateThrottle(BaseThrottle):
    """Allows exactly the configured number of requests in a window.

    The window is fixed and begins with a caller's first request. A cache that is down limits
    nobody: the shop goes on, and the log says so once a minute.
    """

    silent_until = 0.0
    limit: RateLimit | None = None

    def allow_request(self, request: Request, view: Any) -> bool:
        """Count the request and return whether it is within the limit."""
        kind, caller = self.identify(request)
        rate = api_settings.DEFAULT_THROTTLE_RATES.get(kind)
        if not rate:
            return True
        quota, window_s = parse_rate(str(rate))
        key = f"rate:{kind}:{sha256(caller.encode()).hexdigest()[:32]}"
        try:
            script = counter(settings.CACHES["default"]["LOCATION"])
            used, left_ms = script(keys=[key], args=[window_s * 1000])
        except RedisError as error:
            self.report(error)
            return True
        self.limit = RateLimit(
            kind=kind, quota=quota, window_s=window_s, used=used, reset_s=left_ms / 1000
        )
        # Read by the view's response and by the problem document.
        request.rate_limit = self.limit  # type: ignore[attr-defined]
        return self.limit.used <= quota

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

    @classmethod
    def report(cls, error: Exception) -> None:
        """Log that nothing is being counted, once a minute."""
        now = time.monotonic()
        if now >= ExactRateThrottle.silent_until:
            ExactRateThrottle.silent_until = now + QUIET_S
            logger.error("rate_limits_off", reason=str(error))


def network_of(address: str) -> str:
    """Return what counts as one client: an IPv4 address, or the /64 an IPv6 host moves within."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(ip_network(f"{parsed}/64", strict=False))
    return address


def parse_rate(rate: str) -> tuple[int, int]:
    """Return (requests, seconds) of a rate such as `120/min`."""
    number, _, period = rate.partition("/")
    return int(number), SECONDS[period[0]]


def rate_limit_of(request: Any) -> RateLimit | None:
    """Return where the caller of this request stands, if it was counted."""
    return getattr(request, "rate_limit", None)
