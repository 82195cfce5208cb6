"""Pieces that come back to the shelf."""

from collections.abc import Mapping

from django.db.models import F

from shop.models import Variant


def return_stock(*, quantities: Mapping[int, int]) -> None:
    """Put pieces back by variant id, in the order of ids in which everybody locks variants.

    A variant that is gone is passed over.
    """
    for variant_id, pieces in sorted(quantities.items()):
        if pieces > 0:
            Variant.objects.filter(pk=variant_id).update(stock=F("stock") + pieces)
