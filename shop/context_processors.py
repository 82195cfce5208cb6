"""What every page needs to know of the shop."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def shop(_request: HttpRequest) -> dict[str, Any]:
    """Return the shop's name, tagline and currency."""
    return {"shop": settings.SHOP}
