"""Postcodes as the countries write them."""

import re

# The countries the demo shop ships to, and their neighbours; others are taken as they come.
# Source: the address formats of the Universal Postal Union.
PATTERNS = {
    "AT": (r"\d{4}", "1010"),
    "BE": (r"\d{4}", "1000"),
    "CH": (r"\d{4}", "8001"),
    "CZ": (r"\d{3} ?\d{2}", "110 00"),
    "DE": (r"\d{5}", "10115"),
    "DK": (r"\d{4}", "1050"),
    "ES": (r"\d{5}", "28001"),
    "FI": (r"\d{5}", "00100"),
    "FR": (r"\d{5}", "75001"),
    "GB": (r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", "SW1A 1AA"),
    "IE": (r"(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}", "D02 AF30"),
    "IT": (r"\d{5}", "00118"),
    "LU": (r"\d{4}", "1009"),
    "NL": (r"\d{4} ?[A-Z]{2}", "1012 JS"),
    "NO": (r"\d{4}", "0150"),
    "PL": (r"\d{2}-\d{3}", "00-001"),
    "PT": (r"\d{4}-\d{3}", "1000-001"),
    "SE": (r"\d{3} ?\d{2}", "111 29"),
    "US": (r"\d{5}(?:-\d{4})?", "10001"),
}


def tidy_postcode(postcode: str) -> str:
    """Return a postcode in capitals, with single blanks."""
    return " ".join(postcode.upper().split())


def is_postcode(postcode: str, *, country: str) -> bool:
    """Return whether a tidy postcode is written as its country does.

    Countries that are not known here may have any, or none.
    """
    pattern, _ = PATTERNS.get(country, (r".*", ""))
    return re.fullmatch(pattern, postcode) is not None


def example_of(country: str) -> str:
    """Return a postcode of a country, to show what one looks like; "" for unknown ones."""
    return PATTERNS.get(country, ("", ""))[1]
