"""When a parcel arrives, for each way of sending it."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from shop.services.quotes import ShippingOption
from shop.views.buying.basket import Basket
from shop.views.detail.delivery import delivery_words
from shop.views.detail.shipping import holidays_around


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way of shipping, and when it arrives; no words where nobody can say."""

    option: ShippingOption
    arrival: str


def list_ways(basket: Basket) -> list[Way]:
    """Return the ways that a basket can be sent; days are named where all of it is there."""
    return [
        Way(option=option, arrival=arrival_of(option) if basket.is_in_stock else "")
        for option in basket.quote.shipping_options
    ]


def arrival_of(option: ShippingOption) -> str:
    """Say on which days a parcel arrives that is ordered now."""
    now = timezone.localtime()
    words = delivery_words(
        now=now,
        days_min=option.days_min,
        days_max=option.days_max,
        cutoff_hour=settings.SHOP["DISPATCH_HOUR"],
        holidays=holidays_around(now.year, tuple(settings.SHOP["CLOSED_DAYS"])),
    )
    return words.arrival
