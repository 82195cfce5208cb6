"""International bank account numbers: how they are written, and whether one is mistyped."""

import re

_SHAPE = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
_GROUP = 4


def normalise_iban(text: str) -> str:
    """Return the number without spaces, in capitals."""
    return "".join(text.split()).upper()


def group_iban(iban: str) -> str:
    """Return the number in groups of four, as it is printed."""
    return " ".join(iban[start : start + _GROUP] for start in range(0, len(iban), _GROUP))


def is_iban(iban: str) -> bool:
    """Return whether the check digits are right (ISO 13616: the number modulo 97 is 1)."""
    if not _SHAPE.fullmatch(iban):
        return False
    digits = "".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])
    return int(digits) % 97 == 1
