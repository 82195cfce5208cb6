"""A card as it is typed: what can be wrong with it, said for each field."""

import re
from collections.abc import Mapping
from datetime import date

from shop.exceptions import PaymentDeclined

_DIGITS = re.compile(r"[0-9]+")
_EXPIRY = re.compile(r"([0-9]{1,2})\s*/\s*([0-9]{2}|[0-9]{4})|([0-9]{2})([0-9]{2})")
# ISO/IEC 7812 allows up to 19; the shortest cards in use have 12.
_SHORTEST, _LONGEST = 12, 19
# No issuer gives a card longer than this: a year beyond it is a slip.
_LONGEST_VALIDITY_YEARS = 20
_AMERICAN_EXPRESS = ("34", "37")


def read_card(data: Mapping[str, str], *, today: date) -> str:
    """Return the card number's digits; raises PaymentDeclined with a message for each field."""
    number = re.sub(r"[\s-]", "", data.get("number", ""))
    found = {
        "number": number_problem(number),
        "expiry": expiry_problem(data.get("expiry", "").strip(), today=today),
        "cvc": cvc_problem(data.get("cvc", "").strip(), number=number),
    }
    problems = {field: problem for field, problem in found.items() if problem}
    if problems:
        raise PaymentDeclined("Please check the card's details.", problems)
    return number


def number_problem(number: str) -> str:
    """Return what is wrong with a card number without spaces; nothing when it can be one."""
    if not number:
        return "Enter the card number."
    if not _DIGITS.fullmatch(number):
        return "A card number has digits only."
    if not _SHORTEST <= len(number) <= _LONGEST:
        return f"A card number has {_SHORTEST} to {_LONGEST} digits; this one has {len(number)}."
    if not passes_luhn(number):
        return "There is a typing error in the card number."
    return ""


def expiry_problem(text: str, *, today: date) -> str:
    """Return what is wrong with an expiry such as 04/29; a card is good until its month ends."""
    match = _EXPIRY.fullmatch(text)
    if match is None:
        return "Enter the month and year of expiry, such as 04/29."
    month, year = int(match[1] or match[3]), int(match[2] or match[4])
    year += 2000 if year < 100 else 0  # noqa: PLR2004  (two digits, as cards have them)
    if not 1 <= month <= 12:  # noqa: PLR2004
        return "The month of expiry goes from 01 to 12."
    if (year, month) < (today.year, today.month):
        return "This card has expired."
    if year > today.year + _LONGEST_VALIDITY_YEARS:
        return "Check the year of expiry: it is too far away."
    return ""


def cvc_problem(text: str, *, number: str) -> str:
    """Return what is wrong with a card's security code."""
    length = 4 if number.startswith(_AMERICAN_EXPRESS) else 3
    if len(text) == length and _DIGITS.fullmatch(text):
        return ""
    return f"Enter the security code: {length} digits."


def passes_luhn(number: str) -> bool:
    """Return whether the last digit fits the others (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled  # noqa: PLR2004  (its digits' sum)
    return total % 10 == 0
