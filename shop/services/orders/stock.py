"""Pieces that come back to the shelf, and pieces that are taken again for a late payment."""

from collections.abc import Iterable, Mapping

from django.db.models import F

from shop.models import OrderLine, Variant


def return_stock(*, quantities: Mapping[int, int]) -> None:
    """Put pieces back by variant id, in the order of ids in which everybody locks variants.

    A variant that is gone is passed over.
    """
    for variant_id, pieces in sorted(quantities.items()):
        if pieces > 0:
            Variant.objects.filter(pk=variant_id).update(stock=F("stock") + pieces)


def take_again(*, lines: Iterable[OrderLine]) -> bool:
    """Take what a cancelled order had put back; False where it is not there any more.

    To be called in a transaction that is rolled back on False: some may be taken by then.
    """
    wanted: dict[int | None, int] = {}
    for line in lines:
        wanted[line.variant_id] = wanted.get(line.variant_id, 0) + line.to_ship - line.missing
    if None in wanted:
        return False
    return all(
        _take(variant_id, pieces) for variant_id, pieces in sorted(wanted.items()) if variant_id
    )


def _take(variant_id: int, pieces: int) -> bool:
    there = Variant.objects.filter(pk=variant_id, stock__gte=pieces)
    return bool(there.update(stock=F("stock") - pieces))
