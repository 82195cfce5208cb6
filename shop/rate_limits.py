"""Rate limits that hold exactly, whatever arrives at the same moment.

A limit that reads the history, decides, and writes it back lets too many through: requests that
overlap do not see each other. Here one script counts inside the cache server, in one round trip.
"""

import time
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network

import structlog
from django.conf import settings
from redis import Redis
from redis.backoff import NoBackoff
from redis.commands.core import Script
from redis.exceptions import RedisError
from redis.retry import Retry

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
    def is_exceeded(self) -> bool:
        """Whether this request is one too many."""
        return self.used > self.quota

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

    @property
    def wait_words(self) -> str:
        """How long to wait, in whole minutes and words."""
        minutes = -(-self.wait_s // SECONDS["m"])
        return "one minute" if minutes == 1 else f"{minutes} minutes"


@dataclass(slots=True)
class Quiet:
    """Until when (monotonic seconds) nothing more is logged about a cache that cannot count."""

    until: float = 0.0


quiet = Quiet()


def count_request(*, kind: str, caller: str, rate: str) -> RateLimit | None:
    """Count one request of a caller against a rate such as `120/min`, and say where they stand.

    The window is fixed and begins with a caller's first request. A cache that is down limits
    nobody, which is told by None: the shop goes on, and the log says so once a minute.
    """
    quota, window_s = parse_rate(rate)
    key = f"rate:{kind}:{sha256(caller.encode()).hexdigest()[:32]}"
    try:
        script = counter(settings.CACHES["default"]["LOCATION"])
        used, left_ms = script(keys=[key], args=[window_s * 1000])
    except RedisError as error:
        report(error)
        return None
    return RateLimit(kind=kind, quota=quota, window_s=window_s, used=used, reset_s=left_ms / 1000)


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


def parse_rate(rate: str) -> tuple[int, int]:
    """Return (requests, seconds) of a rate such as `120/min`."""
    number, _, period = rate.partition("/")
    return int(number), SECONDS[period[0]]


def network_of(address: str) -> str:
    """Return what counts as one client: an IPv4 address, or the /64 an IPv6 host moves within."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(ip_network(f"{parsed}/64", strict=False))
    return address


def report(error: Exception) -> None:
    """Log that nothing is being counted, once a minute."""
    now = time.monotonic()
    if now >= quiet.until:
        quiet.until = now + QUIET_S
        logger.error("rate_limits_off", reason=str(error))
