"""Whether a path of the shop leads to something that shoppers may see."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from django.db.models import Manager, QuerySet
from django.urls import Resolver404, resolve

from shop.models import Category, Page, Product
from shop.own_paths import is_own_path

# The pages of which there is one for each row, by the name of their address.
_ROWS: Final[Mapping[str, Manager[Any]]] = {
    "shop:category": Category.objects,
    "shop:product": Product.objects,
    "shop:page": Page.objects,
}


def leads_somewhere(*, path: str) -> bool:
    """Return whether the path has a page now, whatever its query and fragment."""
    if not is_own_path(path):
        return False
    try:
        match = resolve(urlsplit(path).path)
    except Resolver404:
        return False
    manager = _ROWS.get(match.view_name)
    slug = match.kwargs.get("slug")
    if manager is None or slug is None:
        return True
    rows: QuerySet[Any] = manager.filter(slug=slug)
    return bool((rows if manager is Category.objects else rows.published()).exists())  # type: ignore[attr-defined]
