"""What search engines and link previews read."""

import json
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
# Inside a script element only these could end it or start a comment; as escapes of JSON they mean
# the same. The two separators end lines in scripts of old browsers.
ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def absolute(context: Context, path: str) -> str:
    """Return a path as a full address on the host that was asked."""
    request: HttpRequest = context["request"]
    return request.build_absolute_uri(path)


@register.filter
def json_ld(data: Any) -> SafeString:
    """Return structured data as a block that browsers read and never run."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308  (escaped)
