"""Amounts of money in lists and forms."""

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import DecimalField
from django.forms import ModelForm

from shop.models import Product
from shop.money import smallest_unit
from shop.templatetags.money import money


def price_range(product: Product) -> str:
    """Return the product's price or prices as people read them."""
    if product.price_min is None:
        return "not for sale"
    if product.price_min == product.price_max:
        return money(product.price_min)
    return f"{money(product.price_min)} – {money(product.price_max)}"


def shortened(amount: Decimal) -> Decimal:
    """Return the amount in the currency's own places when nothing is lost: 20.000 as 20.00."""
    places = smallest_unit(settings.SHOP["CURRENCY"])
    short = amount.quantize(places)
    return short if short == amount else amount


class AmountForm(ModelForm):
    """A form whose stored amounts are written in the currency's own places."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.instance._meta.get_fields():  # noqa: SLF001 - Django documents it
            amount = self.initial.get(field.name) if isinstance(field, DecimalField) else None
            if isinstance(amount, Decimal):
                self.initial[field.name] = shortened(amount)
