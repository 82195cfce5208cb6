"""Amounts as the shop writes them."""

from decimal import Decimal
from typing import Literal

from django import template

from shop.amounts import format_amount

register = template.Library()


@register.filter
def money(amount: Decimal | Literal[""] | None, currency: str = "") -> str:
    """Return the amount in the shop's locale, and its currency unless told; nothing for no amount.

    A template passes "" for what it does not find.
    """
    if amount is None or amount == "":
        return ""
    return format_amount(amount, currency)
