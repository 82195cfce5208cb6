"""From a failing query to the form that mends it, filled in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

# What a remedy is called, the model whose form it is, and who may add one.
REMEDIES: Final = (
    ("Add a synonym", "synonymrule"),
    ("Lead to a page", "redirectrule"),
    ("Request to stock", "stockrequest"),
)
# Characters of a query that the forms take.
MOST_CHARACTERS: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A remedy, and the address of its form."""

    name: str
    address: str


def list_fixes(request: HttpRequest, query: str, *, searches: int) -> list[Fix]:
    """Return the remedies for a query that the visitor may use."""
    return list(_fixes(request, query[:MOST_CHARACTERS], searches))


def _fixes(request: HttpRequest, query: str, searches: int) -> Iterator[Fix]:
    for name, model in REMEDIES:
        if not request.user.has_perm(f"ai.add_{model}"):
            continue
        try:
            page = reverse(f"admin:ai_{model}_add")
        except NoReverseMatch:
            continue
        filled = {"query": query}
        if model == "stockrequest":
            filled["searches"] = str(searches)
        yield Fix(name=name, address=f"{page}?{urlencode(filled)}")
