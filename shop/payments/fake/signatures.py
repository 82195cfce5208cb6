"""Webhook signatures: a time and an HMAC over time and body, so that neither can be changed.

The header reads `t=<Unix seconds>,v1=<HMAC-SHA256 in hex>`, the form Stripe made common.
"""

import hmac
import re
from hashlib import sha256

from shop.exceptions import InvalidWebhook

# Seconds a message may be old, or its sender's clock ahead: time for slow nets and clocks, and
# little for whoever recorded one and plays it back.
TOLERANCE_S = 300
_HEADER = re.compile(r"t=([0-9]{1,12}),v1=([0-9a-f]{64})")


def sign(body: bytes, *, secret: str, at: int) -> str:
    """Return the header for a body sent at this Unix time."""
    return f"t={at},v1={_mac(body, secret, at)}"


def verify(header: str, body: bytes, *, secret: str, now: int) -> None:
    """Raise InvalidWebhook unless the header signs this body within the tolerance."""
    match = _HEADER.fullmatch(header)
    if match is None:
        raise InvalidWebhook("The signature is missing or has another form.")
    at = int(match[1])
    if not hmac.compare_digest(match[2], _mac(body, secret, at)):
        raise InvalidWebhook("The signature does not fit the message.")
    if abs(now - at) > TOLERANCE_S:
        raise InvalidWebhook("The message is too old.")


def _mac(body: bytes, secret: str, at: int) -> str:
    return hmac.new(secret.encode(), b"%d." % at + body, sha256).hexdigest()
