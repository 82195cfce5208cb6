"""Formatted text from the database, made safe where it is shown."""

import re
from html import unescape

from django import template
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from shop.html import sanitise_html

register = template.Library()
# Below the page's own h1.
TOP_LEVEL = 2
LOWEST_LEVEL = 4
STRAY_SPACE = re.compile(r"\s+([,.;:!?)])")
TAG = re.compile(r"<[^>]*>")
SENTENCE_END = re.compile(r"[.!?](?=\s)")
# A whole sentence is kept in place of the full length if it fills this share of it.
ENOUGH = 0.5
_markdown = MarkdownIt("commonmark", {"html": True}).enable(["table"])


def lower_headings(tokens: list[Token]) -> None:
    """Move headings down so that the highest is an h2: the page has its h1 already."""
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    shift = max(0, TOP_LEVEL - min(levels, default=TOP_LEVEL))
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(LOWEST_LEVEL, int(token.tag[1]) + shift)}"


@register.filter
def markdown(text: str) -> SafeString:
    """Return Markdown as HTML of which only plain formatting is left."""
    environment: dict[str, object] = {}
    tokens = _markdown.parse(text, environment)
    lower_headings(tokens)
    html = _markdown.renderer.render(tokens, _markdown.options, environment)
    return mark_safe(sanitise_html(html))  # noqa: S308  (sanitised in this line)


@register.filter
def markdown_text(text: str) -> str:
    """Return the words of Markdown without its marks, on one line."""
    return " ".join(unescape(TAG.sub(" ", str(markdown(text)))).split())


@register.filter
def safe_html(html: str) -> SafeString:
    """Return HTML sanitised again: a bulk write may have gone past the model's own cleaning."""
    return mark_safe(sanitise_html(html))  # noqa: S308  (sanitised in this line)


@register.filter
def excerpt(text: str, length: int) -> str:
    """Return the beginning of a text in at most so many letters: whole sentences, else words."""
    tidy = STRAY_SPACE.sub(r"\1", " ".join(text.split()))
    if len(tidy) <= length:
        return tidy
    ends = [match.end() for match in SENTENCE_END.finditer(tidy, 0, length + 1)]
    if ends and ends[-1] >= length * ENOUGH:
        return tidy[: ends[-1]]
    words = tidy[:length].rpartition(" ")[0] or tidy[: length - 1]
    return words.rstrip(",;: ") + "…"
