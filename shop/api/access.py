"""The rules the shop's views name."""

from typing import Any

from shop.api.permissions import Access

CATALOGUE_READERS = (
    Access(scope="catalogue:read", permission="shop.view_product"),
    Access(scope="catalogue:write", permission="shop.view_product"),
)
ADD_PRODUCT = Access(scope="catalogue:write", permission="shop.add_product")
CHANGE_PRODUCT = Access(scope="catalogue:write", permission="shop.change_product")
DELETE_PRODUCT = Access(scope="catalogue:write", permission="shop.delete_product")
ADD_VARIANT = Access(scope="catalogue:write", permission="shop.add_variant")
CHANGE_VARIANT = Access(scope="catalogue:write", permission="shop.change_variant")
DELETE_VARIANT = Access(scope="catalogue:write", permission="shop.delete_variant")
# Any signed-in shopper; nothing here needs staff.
WRITE_REVIEW = Access(scope="reviews:write")
# An account's own orders, and its cart.
VIEW_ORDERS = Access(scope="orders:read")
PLACE_ORDERS = Access(scope="orders:write")
VIEW_IMPORTS = Access(scope="imports:run", permission="shop.view_importjob")
START_IMPORT = Access(scope="imports:run", permission="shop.add_importjob")
CHANGE_IMPORT = Access(scope="imports:run", permission="shop.change_importjob")


def reads_catalogue(request: Any) -> bool:
    """Return whether the caller may see drafts, archived products and stock numbers.

    Worked out once a request: a list asks for every row.
    """
    cached: bool | None = getattr(request, "reads_catalogue", None)
    if cached is None:
        cached = any(access.allows(request) for access in CATALOGUE_READERS)
        request.reads_catalogue = cached
    return cached
