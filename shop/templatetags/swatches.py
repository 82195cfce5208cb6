"""Small drawings of colours."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()
# A disc of 16 units, and the right half of it.
_DISC = '<circle cx="8" cy="8" r="8" fill="{}"/>'
_HALF = '<path d="M8 0a8 8 0 0 1 0 16z" fill="{}"/>'


@register.simple_tag
def swatch(colours: tuple[str, ...]) -> SafeString:
    """Draw one colour as a disc, two as its halves; the name beside it says the same in words."""
    drawn = _DISC + (_HALF if len(colours) > 1 else "")
    svg = f'<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">{drawn}</svg>'
    return format_html(svg, *colours)
