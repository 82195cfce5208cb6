"""Ratings as stars."""

from decimal import Decimal

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()
# Width of five stars in the drawing's own units.
FULL_WIDTH = 100
# Written here and not in a template: a list draws two dozen.
_DRAWING = (
    '<span class="stars"><svg class="stars__drawing" viewBox="0 0 100 20" width="80" height="16"'
    ' role="img" aria-label="{rating} out of 5 stars"><use class="stars__empty"'
    ' href="{icons}#stars"'
    ' width="100" height="20"/><svg width="{filled}" height="20"><use class="stars__full"'
    ' href="{icons}#stars" width="100" height="20"/></svg></svg>{count}</span>'
)
_COUNT = '<span class="stars__count">{}<span class="visually-hidden"> review{}</span></span>'


def filled_width(rating: Decimal | float | None) -> Decimal:
    """Return how much of five stars a rating of 0 to 5 fills, in hundredths with one place."""
    return round(Decimal(rating or 0) / 5 * FULL_WIDTH, 1)


@register.simple_tag
def stars(rating: Decimal | float | None, count: int | None = None) -> SafeString:
    """Draw a rating of 0 to 5, with the number of ratings when given."""
    counted = "" if count is None else format_html(_COUNT, count, "" if count == 1 else "s")
    return format_html(
        _DRAWING,
        rating=f"{Decimal(rating or 0):.1f}",
        filled=filled_width(rating),
        icons=static("img/icons.svg"),
        count=counted,
    )
