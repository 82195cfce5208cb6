"""Numbers of rows as they come in forms and addresses, where anything may stand."""

from typing import Final

# So many digits fit into a bigint whatever they are.
MOST_DIGITS: Final = 18


def read_row_id(text: str) -> int:
    """Return the number of a row; 0, which no row has, for what is none (pure)."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else 0
