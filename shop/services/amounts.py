"""Amounts in words of the shop's locale."""

from decimal import Decimal

from babel.numbers import format_currency
from django.conf import settings


def format_amount(amount: Decimal, currency: str) -> str:
    """Return an amount as people read it: €1,234.50."""
    return format_currency(amount, currency, locale=settings.SHOP["LOCALE"])
