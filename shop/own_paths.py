"""Paths on the shop's own host (pure)."""

import re
from typing import Final

# A browser reads `//host` and `/\host` as another host, and leaves out tabs and line breaks first.
# The same pattern is a constraint in the database, so it keeps to what PostgreSQL reads alike.
OWN_PATH: Final = r"^/([^/\\\s][^\\\s]*)?$"
_OWN_PATH: Final = re.compile(OWN_PATH)


def is_own_path(text: str) -> bool:
    """Return whether the text is a path of this host, with or without a query and a fragment."""
    return _OWN_PATH.fullmatch(text) is not None and text.isprintable()
