"""Names of orders that people read out on the telephone."""

import secrets
from typing import Final

# No vowels, so that no number spells a word; no 0, 1 or L, which are taken for O, I and each other.
_LETTERS: Final = "23456789BCDFGHJKMNPQRSTVWXZ"
_LENGTH: Final = 8


def new_order_number() -> str:
    """Return a number such as `7KQX-M3TD`: 27^8 of them, and none tells how many were sold."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"
