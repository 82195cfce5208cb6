"""Amounts as the shop writes them."""

from decimal import Decimal
from functools import lru_cache
from typing import Literal

from babel.numbers import format_currency
from django import template
from django.conf import settings

register = template.Library()


@register.filter
def money(amount: Decimal | Literal[""] | None, currency: str = "") -> str:
    """Return the amount in the shop's locale, and its currency unless told; nothing for no amount.

    A template passes "" for what it does not find.
    """
    if amount is None or amount == "":
        return ""
    return _write(amount, currency or settings.SHOP["CURRENCY"], settings.SHOP["LOCALE"])


# The same few prices stand on every page, and writing one takes a twentieth of a millisecond.
@lru_cache(maxsize=4096)
def _write(amount: Decimal, currency: str, locale: str) -> str:
    return format_currency(amount, currency, locale=locale)
