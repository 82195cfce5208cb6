"""Codes as the index writes them: letters and digits, nothing else (pure)."""

import re
import unicodedata
from typing import Final

# Stands before a whole title among the codes, see CODES in ai/indexing/word_fields.py.
TITLE_MARK: Final = "~"

_NOT_IN_CODES: Final = re.compile(r"[^a-z0-9]+")


def squeeze(text: str) -> str:
    """Return a code as the index writes it: lower-case letters and digits, nothing else."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return _NOT_IN_CODES.sub("", plain)
