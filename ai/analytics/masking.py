"""What looks personal in a search text: masked before anything is written or signed (pure)."""

import re
from typing import Final

E_MAIL: Final = "[e-mail]"
NUMBER: Final = "[number]"

# Anything with an at-sign between other characters, spelt out or not, as whole as it was typed.
_E_MAIL: Final = re.compile(
    r"[^\s@]+\s?(?:@|＠|\(at\)|\[at\])\s?[^\s@]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[^\s@.]+)*", re.I
)
# Digits with what people put between them; an international number begins with a plus.
_NUMBER: Final = re.compile(r"\+?\(?\d(?:[\s().\-–/]{0,3}\d)+")
# International account numbers: two letters, two check digits, up to thirty characters.
_IBAN: Final = re.compile(r"\b[a-z]{2}\d{2}(?:\s?[a-z0-9]{4}){2,7}(?:\s?[a-z0-9]{1,3})?\b", re.I)
# Fewer digits are sizes, years and article numbers; the shortest telephone numbers have seven.
MIN_DIGITS: Final = 7


def mask_personal(text: str) -> str:
    """Return a text with e-mail addresses, telephone, card and account numbers masked.

    It rather masks too much: a barcode that the catalogue knows is for the caller to spare.
    """
    masked = _E_MAIL.sub(E_MAIL, text)
    masked = _IBAN.sub(NUMBER, masked)
    return _NUMBER.sub(_mask_long, masked)


def is_masked(text: str) -> bool:
    """Return whether anything in a text has been masked."""
    return E_MAIL in text or NUMBER in text


def _mask_long(match: re.Match[str]) -> str:
    digits = sum(character.isdigit() for character in match.group())
    return NUMBER if digits >= MIN_DIGITS else match.group()
