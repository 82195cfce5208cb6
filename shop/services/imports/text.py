"""Texts from files made fit to store: control characters out, entities resolved, slugs made."""

import hashlib
import re
from html import escape, unescape
from typing import Final

from django.utils.text import slugify

# PostgreSQL refuses NUL, UTF-8 refuses lone surrogates, and nobody can see the others.
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_BLANKS: Final = re.compile(r"\s+")
# Digest characters that tell two cut or unspeakable slugs apart: 40 bits.
_DIGEST_LENGTH: Final = 10


def clean_text(text: str) -> str:
    """Return the text without unprintable characters, its line ends as newlines."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def one_line(text: str) -> str:
    """Return the text as one line, HTML entities resolved: for titles, names and values."""
    return _BLANKS.sub(" ", unescape(clean_text(text))).strip()


def paragraphs(text: str) -> str:
    """Return plain text as HTML, a paragraph for each line that is not blank."""
    lines = (line.strip() for line in clean_text(text).split("\n"))
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)


def make_slug(text: str, *, limit: int) -> str:
    """Return a slug of at most `limit` characters; equal texts give equal slugs.

    A text without Latin letters, or one that must be cut, is told apart by a digest.
    """
    slug = slugify(text)
    if slug and len(slug) <= limit:
        return slug
    digest = hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH]
    head = slug[: limit - _DIGEST_LENGTH - 1].strip("-")
    return f"{head}-{digest}" if head else digest


def make_code(text: str) -> str:
    """Return an attribute code: `Waterproof rating` becomes `waterproof_rating`."""
    return make_slug(text, limit=60).replace("-", "_")
