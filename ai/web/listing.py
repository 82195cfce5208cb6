"""A search result as the page shows it: its controls, and what to try when it is empty."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from ai.search.types import SearchResult
from shop.listing.sorting import Sort
from shop.models import Attribute
from shop.views.listing.addresses import address, without
from shop.views.listing.controls import Controls, build_controls
from shop.views.listing.form import field_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Loosening:
    """A way to find something after all: a filter to drop, and how many that leaves."""

    title: str
    total: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything of a result that depends on the address it was asked under."""

    controls: Controls
    corrected: str
    loosenings: tuple[Loosening, ...]


def build_results(
    result: SearchResult, *, attributes: Iterable[Attribute], path: str, data: QueryDict
) -> Results:
    """Return the addresses that lead on from a search result."""
    corrected = data.copy()
    corrected["q"] = result.did_you_mean
    corrected.pop("page", None)
    controls = build_controls(
        path=path,
        data=data,
        filters=result.request.filters,
        attributes=attributes,
        facets=result.facets,
        sort=result.request.sort,
        first_sort=Sort.RELEVANCE,
        page=result.page,
        pages=result.pages,
        kept={"q": result.query.text} if result.query.text else {},
    )
    return Results(
        controls=controls,
        corrected=address(path, corrected) if result.did_you_mean else "",
        loosenings=_loosenings(result, path, data),
    )


def _loosenings(result: SearchResult, path: str, data: QueryDict) -> tuple[Loosening, ...]:
    if result.rescue is None:
        return ()
    return tuple(
        Loosening(
            title=looser.title,
            total=looser.total,
            address=without(path, data, *field_names(looser.group)),
        )
        for looser in result.rescue.looser
    )
