"""What the demo shop sells under: countries, ways of shipping, taxes and codes, loaded once."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time
from decimal import Decimal
from typing import Any, Final

from django.utils import timezone
from django.utils.dateparse import parse_date

from shop.models import (
    Coupon,
    ShippingCountry,
    ShippingMethod,
    ShippingRate,
    TaxClass,
    TaxRate,
)
from shop.services.imports.records import Outcome

KINDS: Final = ("countries", "tax_classes", "methods", "coupons")


def load_commerce(commerce: Mapping[str, Any]) -> list[Outcome]:
    """Make what commerce.json lists, in the caller's transaction; return one outcome an entry.

    Only into a shop that ships nowhere yet: prices, taxes and codes are the staff's from then on,
    so what they changed stays changed, and what they deleted does not come back.
    """
    entries = sum(len(commerce[kind]) for kind in KINDS)
    if is_shipping_already():
        return [Outcome(result="unchanged")] * entries
    ShippingCountry.objects.bulk_create(
        ShippingCountry(code=each["code"], name=each["name"], position=position)
        for position, each in enumerate(commerce["countries"], start=1)
    )
    for each in commerce["tax_classes"]:
        _make_tax_class(each)
    for position, each in enumerate(commerce["methods"], start=1):
        _make_method(each, position)
    _make_coupons(commerce["coupons"])
    return [Outcome(result="created")] * entries


def is_shipping_already() -> bool:
    """Return whether the shop has a country, a tax or a way of shipping of its own."""
    return any(model.objects.exists() for model in (ShippingCountry, ShippingMethod, TaxClass))


def _make_tax_class(value: Mapping[str, Any]) -> None:
    made = TaxClass.objects.create(
        code=value["code"], name=value["name"], is_default=value["is_default"]
    )
    TaxRate.objects.bulk_create(
        TaxRate(
            tax_class=made,
            country_id=country,
            percent=Decimal(percent),
            is_included=value["is_included"],
        )
        for country, percent in value["rates"].items()
    )


def _make_method(value: Mapping[str, Any], position: int) -> None:
    made = ShippingMethod.objects.create(
        code=value["code"],
        name=value["name"],
        description=value["description"],
        position=position,
    )
    ShippingRate.objects.bulk_create(
        rate for entry in value["rates"] for rate in _rates(made, entry)
    )


def _rates(method: ShippingMethod, value: Mapping[str, Any]) -> Iterator[ShippingRate]:
    least, most = value["days"]
    for country in value["countries"]:
        yield ShippingRate(
            method=method,
            country_id=country,
            price=Decimal(value["price"]),
            free_from=_decimal(value["free_from"]),
            days_min=least,
            days_max=most,
        )


def _make_coupons(coupons: list[Mapping[str, Any]]) -> None:
    """Make the codes that are not there, whatever the case they are there in."""
    known = {code.upper() for code in Coupon.objects.values_list("code", flat=True)}
    Coupon.objects.bulk_create(_coupon(each) for each in coupons if each["code"] not in known)


def _coupon(value: Mapping[str, Any]) -> Coupon:
    worth = _decimal(value["value"])
    return Coupon(
        code=value["code"],
        description=value["description"],
        kind=value["kind"],
        percent=worth if value["kind"] == Coupon.Kind.PERCENT else None,
        amount=worth if value["kind"] == Coupon.Kind.AMOUNT else None,
        minimum=Decimal(value["minimum"]),
        ends_at=_end_of(value["ends_on"]),
        max_uses=value["max_uses"],
        max_uses_per_customer=value["max_uses_per_customer"],
    )


def _end_of(day: str | None) -> datetime | None:
    """Return the last moment of a day in the shop's time zone."""
    date = parse_date(day) if day else None
    return timezone.make_aware(datetime.combine(date, time.max)) if date else None


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)
