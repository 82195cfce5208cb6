"""Amounts as the shop writes them."""

from decimal import Decimal

from babel.numbers import format_currency
from django import template
from django.conf import settings

register = template.Library()


@register.filter
def money(amount: Decimal | None) -> str:
    """Return the amount in the shop's currency and locale; nothing for no amount."""
    if amount is None:
        return ""
    return format_currency(amount, settings.SHOP["CURRENCY"], locale=settings.SHOP["LOCALE"])
