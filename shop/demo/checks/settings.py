"""The demo shop's own data against the settings of the shop that shows it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from babel import Locale

from shop.demo.checks.finding import Finding
from shop.demo.checks.records import Demo


def make_settings_check(shop: Mapping[str, Any]) -> Callable[[Demo], Iterator[Finding]]:
    """Return a check of shop.json against these settings (`settings.SHOP`)."""

    def check_shop_settings(demo: Demo) -> Iterator[Finding]:
        country = Locale.parse(str(shop["LOCALE"])).territory
        for key, wanted in (
            ("name", shop["NAME"]),
            ("currency", shop["CURRENCY"]),
            ("country", country),
        ):
            if demo.shop and demo.shop[key] != wanted:
                yield Finding(
                    file="shop.json",
                    subject=key,
                    problem=f"{demo.shop[key]}, but the shop's settings have {wanted}",
                    mend=f"set SHOP_{'LOCALE' if key == 'country' else key.upper()}, or mend it",
                )

    return check_shop_settings
