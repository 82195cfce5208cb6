"""Ratings as stars."""

from decimal import Decimal
from typing import Any

from django import template

register = template.Library()
# Width of five stars in the drawing's own units (components/stars.html).
FULL_WIDTH = 100


@register.inclusion_tag("components/stars.html")
def stars(rating: Decimal | float | None, count: int | None = None) -> dict[str, Any]:
    """Draw a rating of 0 to 5, with the number of ratings when given."""
    value = Decimal(rating or 0)
    return {"rating": value, "filled": round(value / 5 * FULL_WIDTH, 1), "count": count}
