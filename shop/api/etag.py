"""Conditional reads and writes by the hash of what is shown.

A version column would be cheaper and wrong: triggers, stock movements and votes change what a
product shows without touching its `updated_at`. The hash saves the transfer, never the truth.
"""

import re
from hashlib import blake2b
from typing import Any

from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import parse_etags, quote_etag
from rest_framework.exceptions import APIException
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

# What proxies add when they compress: `"…-gzip"`, some `W/` in front.
COMPRESSED = re.compile(r'-(?:gzip|zstd|br)"$')


class PreconditionFailed(APIException):
    """What was read has changed since."""

    status_code = 412
    default_code = "precondition-failed"
    default_detail = "This has changed since it was read: read it again."


def etag_of(content: bytes) -> str:
    """Return the strong validator of a response body."""
    return quote_etag(blake2b(content, digest_size=16).hexdigest())


def answer_conditionally(request: Any, response: Response) -> None:
    """Give a read its ETag once it is rendered, and answer 304 to whoever has it already."""
    response["Cache-Control"] = "private, no-cache"
    # Drafts are shown to some tokens: one caller's answer is not another's.
    patch_vary_headers(response, ["Accept", "Authorization", "Cookie"])

    def finish(rendered: Any) -> Any:
        etag = etag_of(rendered.content)
        rendered["ETag"] = etag
        return get_conditional_response(request, etag=etag, response=rendered)

    response.add_post_render_callback(finish)


def require_match(request: Any, shown: Any) -> None:
    """Refuse a write whose `If-Match` names another state than the one shown now.

    `shown` is the resource's serialized form. Raises PreconditionFailed.
    """
    header = request.headers.get("If-Match")
    if header and header.strip() != "*":
        current = etag_of(JSONRenderer().render(shown))
        if current not in map(without_encoding, parse_etags(header)):
            raise PreconditionFailed


def without_encoding(etag: str) -> str:
    """Return the validator as it was given here: a proxy that compresses adds a mark to it."""
    return COMPRESSED.sub('"', etag.removeprefix("W/"))
