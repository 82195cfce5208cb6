"""What sending a product costs and how long it takes, read from the shop's shipping tables."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.conf import settings
from django.utils import timezone

from shop.listing.memory import CatalogueMemory
from shop.models import ShippingRate, Variant
from shop.money import NOTHING
from shop.templatetags.money import money
from shop.views.detail.delivery import DeliveryWords, delivery_words
from shop.working_days import closed_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The first way of sending on offer at home; `days` is a span such as `1–2`."""

    country: str
    words: DeliveryWords
    days: str
    price: str
    free_from: Decimal | None
    is_free: bool


@lru_cache(maxsize=8)
def holidays_around(year: int, rules: tuple[str, ...]) -> frozenset[date]:
    """Return the days on which nothing moves, in a year and the next."""
    return closed_days(rules, [year, year + 1])


def find_delivery(variant: Variant | None, memory: CatalogueMemory) -> Delivery | None:
    """Return how a variant is sent within the shop's own country; None where it is not."""
    country, weight_g = settings.SHOP["COUNTRY"], (variant and variant.weight_g) or 0
    rate = memory.recall("rate", country, weight_g, find=lambda: _first_rate(country, weight_g))
    return describe_delivery(rate, variant) if rate else None


def _first_rate(country: str, weight_g: int) -> ShippingRate | None:
    return ShippingRate.objects.offered(country=country, weight_g=weight_g).first()


def is_free(rate: ShippingRate, variant: Variant | None) -> bool:
    """Return whether one piece of a variant is sent free of charge."""
    if not rate.price:
        return True
    if variant is None or variant.price is None or rate.free_from is None:
        return False
    return variant.price >= rate.free_from


def describe_delivery(rate: ShippingRate, variant: Variant | None) -> Delivery:
    """Return a rate as shoppers read it today."""
    now = timezone.localtime()
    few, many = rate.days_min, rate.days_max
    return Delivery(
        country=rate.country.name,
        words=delivery_words(
            now=now,
            days_min=few,
            days_max=many,
            cutoff_hour=settings.SHOP["DISPATCH_HOUR"],
            holidays=holidays_around(now.year, tuple(settings.SHOP["CLOSED_DAYS"])),
        ),
        days=str(few) if few == many else f"{few}–{many}",
        price=money(rate.price),
        free_from=rate.free_from if rate.price else NOTHING,
        is_free=is_free(rate, variant),
    )
