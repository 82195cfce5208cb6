"""The demo shop's own data against the settings of the shop that shows it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from babel import Locale

from shop.demo.checks.finding import Finding
from shop.demo.checks.records import Demo


def make_settings_check(shop: Mapping[str, Any]) -> Callable[[Demo], Iterator[Finding]]:
    """Return a check of shop.json and commerce.json against these settings (`settings.SHOP`)."""

    def check_shop_settings(demo: Demo) -> Iterator[Finding]:
        for file, key, told, wanted, variable in _pairs(demo, shop):
            if told != wanted:
                yield Finding(
                    file=file,
                    subject=key,
                    problem=f"{told}, but the shop's settings have {wanted}",
                    mend=f"set {variable}, or mend it",
                )

    return check_shop_settings


def _pairs(demo: Demo, shop: Mapping[str, Any]) -> Iterator[tuple[str, str, Any, Any, str]]:
    """Yield file, key, what it says, what the settings say, and the variable that sets it."""
    country = Locale.parse(str(shop["LOCALE"])).territory
    if demo.shop:
        yield "shop.json", "name", demo.shop["name"], shop["NAME"], "SHOP_NAME"
        yield "shop.json", "currency", demo.shop["currency"], shop["CURRENCY"], "SHOP_CURRENCY"
        yield "shop.json", "country", demo.shop["country"], country, "SHOP_LOCALE"
        yield "shop.json", "country", demo.shop["country"], shop["COUNTRY"], "SHOP_COUNTRY"
    if demo.commerce:
        days, minutes = demo.commerce["returns"]["days"], demo.commerce["reservation_minutes"]
        yield "commerce.json", "days", days, shop["RETURN_DAYS"], "RETURN_DAYS"
        kept = shop["RESERVATION_MINUTES"]
        yield "commerce.json", "minutes", minutes, kept, "SHOP_RESERVATION_MINUTES"
