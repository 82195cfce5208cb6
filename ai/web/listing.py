"""A search result as the page shows it: its controls, and what to try when it is empty."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from ai.search.types import SearchResult
from ai.search.understanding.types import Constraint
from ai.web.reading import KEEP, VERBATIM
from shop.listing.sorting import Sort
from shop.models import Attribute
from shop.views.listing.addresses import address, without
from shop.views.listing.controls import Controls, build_controls
from shop.views.listing.form import ON, field_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Loosening:
    """A way to find something after all: a filter to drop, and how many that leaves."""

    title: str
    total: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A part of the text that narrows the search, and the address at which it is plain words."""

    label: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything of a result that depends on the address it was asked under."""

    controls: Controls
    corrected: str
    uncorrected: str
    understood: tuple[Understood, ...]
    relaxed: tuple[Understood, ...]
    loosenings: tuple[Loosening, ...]


def build_results(
    result: SearchResult, *, attributes: Iterable[Attribute], path: str, data: QueryDict
) -> Results:
    """Return the addresses that lead on from a search result."""
    corrected = data.copy()
    corrected["q"] = result.did_you_mean
    for name in ("page", VERBATIM):
        corrected.pop(name, None)
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
        kept=_kept(result),
    )
    constraints = result.understanding.constraints
    return Results(
        controls=controls,
        corrected=address(path, corrected) if result.did_you_mean else "",
        uncorrected=_uncorrected(result, path, data),
        understood=_understood([each for each in constraints if each.is_filter], path, data),
        relaxed=_understood([each for each in constraints if each.is_relaxed], path, data),
        loosenings=_loosenings(result, path, data),
    )


def _kept(result: SearchResult) -> dict[str, str]:
    """Return what the form of facets sends along: the text as it was typed."""
    typed = result.corrected_from or result.query.text
    return {"q": typed} if typed else {}


def _uncorrected(result: SearchResult, path: str, data: QueryDict) -> str:
    """Return the address of the search for the text as it was typed, if another was searched."""
    if not result.corrected_from:
        return ""
    changed = data.copy()
    changed.pop("page", None)
    changed[VERBATIM] = ON
    return address(path, changed)


def _understood(
    constraints: Iterable[Constraint], path: str, data: QueryDict
) -> tuple[Understood, ...]:
    chips = []
    for constraint in constraints:
        changed = data.copy()
        changed.pop("page", None)
        changed.appendlist(KEEP, constraint.key)
        chips.append(Understood(label=constraint.label, address=address(path, changed)))
    return tuple(chips)


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
