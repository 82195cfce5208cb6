"""One cell as a price, a quantity, a yes or no, a date; raises InvalidValue with the reason."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Final

from django.utils.dateparse import parse_date, parse_datetime

from shop.attribute_values import FALSE_WORDS, TRUE_WORDS
from shop.exceptions import InvalidValue
from shop.services.imports.text import one_line

_AMOUNT: Final = re.compile(r"\d{1,10}(\.\d{1,3})?0*")
_INTEGER: Final = re.compile(r"[+-]?\d+(\.0+)?")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(.*)")
# PostgreSQL's integer, in which stock and weight are kept.
MAX_INTEGER: Final = 2**31 - 1
STARS: Final = range(1, 6)


def parse_price(text: str) -> Decimal | None:
    """Return the amount; None when empty or 0, which says that the thing is not for sale."""
    text = text.strip()
    if not text:
        return None
    if not _AMOUNT.fullmatch(text):
        raise InvalidValue(f"“{one_line(text)[:40]}” is not an amount such as 12.50.")
    return Decimal(text).quantize(Decimal("0.001")) or None


def parse_integer(text: str) -> int:
    """Return a whole number that the database can hold."""
    text = text.strip()
    if not _INTEGER.fullmatch(text):
        raise InvalidValue(f"“{one_line(text)[:40]}” is not a whole number.")
    number = int(text.partition(".")[0])
    if abs(number) > MAX_INTEGER:
        raise InvalidValue(f"{text} is too large.")
    return number


def parse_grams(text: str) -> int:
    """Return a weight in whole grams, rounded."""
    try:
        grams = round(Decimal(text.strip()))
    except (ArithmeticError, ValueError) as error:
        raise InvalidValue(f"“{one_line(text)[:40]}” is not a weight in grams.") from error
    if not 0 <= grams <= MAX_INTEGER:
        raise InvalidValue(f"{text.strip()[:40]} g is not a weight.")
    return grams


def parse_flag(text: str) -> bool:
    """Return whether the cell says yes."""
    word = text.strip().lower()
    if word in TRUE_WORDS or word == "1":
        return True
    if word in FALSE_WORDS or word == "0":
        return False
    raise InvalidValue(f"“{one_line(text)[:40]}” is neither TRUE nor FALSE.")


def parse_stars(text: str) -> int:
    """Return 1 to 5."""
    number = parse_integer(text)
    if number not in STARS:
        raise InvalidValue(f"“{number}” is not a number of stars from 1 to 5.")
    return number


def parse_moment(text: str) -> datetime | None:
    """Return an aware moment; None when empty. ISO 8601, `… UTC`, or day/month/year."""
    text = text.strip()
    if not text:
        return None
    match = _DAY_FIRST.fullmatch(text)
    if match:
        text = f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}{match[4]}"
    text = text.removesuffix(" UTC")
    try:
        moment = parse_datetime(text) or _midnight(parse_date(text))
    except ValueError:
        moment = None
    if moment is None:
        raise InvalidValue(f"“{one_line(text)[:40]}” is not a date such as 2025-03-31.")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _midnight(day: date | None) -> datetime | None:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
