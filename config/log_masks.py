"""What log lines must not hold: addresses that open something, and what shoppers search for."""

import re
from collections.abc import MutableMapping
from typing import Any, Final

# An order's signed link, and the keys in the letters about passwords and addresses.
_OPENERS: Final = re.compile(r"(/orders/|/password/new/|/confirm-email/)[^/\s?]{12,}")
# People type names, addresses and numbers into search fields, into the wrong one too.
_SEARCHED: Final = re.compile(r"([?&]q=)[^&\s\"']+")


def mask_links(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> Any:
    """Blank out what opens an order or an account, and search texts, wherever they stand."""
    for name, value in event.items():
        if isinstance(value, str):
            event[name] = _SEARCHED.sub(r"\1…", _OPENERS.sub(r"\1…", value))
    return event
