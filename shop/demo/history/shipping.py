"""Prices and times of delivery, read from the table of the shop's own shipping page."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

# The table names countries, an order holds the ISO 3166-1 code.
_CODES: Final = {
    "Austria": "AT",
    "Belgium": "BE",
    "Denmark": "DK",
    "Finland": "FI",
    "France": "FR",
    "Germany": "DE",
    "Ireland": "IE",
    "Italy": "IT",
    "Luxembourg": "LU",
    "Netherlands": "NL",
    "Portugal": "PT",
    "Spain": "ES",
    "Sweden": "SE",
}
_ROW: Final = re.compile(
    r"^\| (?P<country>[^|]+?) \| €(?P<price>[\d.]+) \| €(?P<free_from>[\d.]+) "
    r"\| (?P<least>\d+)–(?P<most>\d+) \|$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What delivery to a country costs, from what amount of goods nothing, and its working days."""

    price: Decimal
    free_from: Decimal | None = None
    least_days: int
    most_days: int

    def price_of(self, goods_total: Decimal) -> Decimal:
        """Return the price of delivering goods of this worth."""
        is_free = self.free_from is not None and goods_total >= self.free_from
        return Decimal(0) if is_free else self.price


def parse_rates(page: str) -> dict[str, Rate]:
    """Return the rates by country code from the page's Markdown.

    Raises ValueError when there is no such table, or a country in it without a known code.
    """
    rates: dict[str, Rate] = {}
    for row in _ROW.finditer(page):
        if row["country"] not in _CODES:
            raise ValueError(f"No country code is known for {row['country']}.")
        rates[_CODES[row["country"]]] = Rate(
            price=Decimal(row["price"]),
            free_from=Decimal(row["free_from"]),
            least_days=int(row["least"]),
            most_days=int(row["most"]),
        )
    if not rates:
        raise ValueError("The page has no table of countries, prices and working days.")
    return rates
