"""Numbers as forms want them."""

from decimal import Decimal

from django import template

register = template.Library()


@register.filter
def plain(number: Decimal | None) -> str:
    """Return a number without grouping, exponent or idle zeros; nothing for None."""
    return "" if number is None else f"{number.normalize():f}"
