"""Which products have what must be absent, and what moves the others by what their texts say."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.db.models.expressions import Combinable, RawSQL

from ai.search.types import Contribution
from shop.listing.filters import Lacking
from shop.listing.lacking import denies, find_having, is_called, mentions
from shop.listing.memory import CatalogueMemory
from shop.models import Product
from shop.models.products import ProductQuerySet

# A text that names a thing has its stem in the postings; one that denies it has that or the other:
# no stem, stemless.
WITH_STEM: Final = """
SELECT product_id FROM ai_posting
WHERE stem = ANY(%s::text[] COLLATE "C") AND product_id = ANY(%s::bigint[])
"""

# Of the fused score (0 to 1): below what matches as well, never below what does not match. On 22
# judged queries that deny something, 0.12 to 0.3 had the same nDCG@10 (0.730 to 0.733), and the
# less, the more of what was wanted was among the first 100 (0.87 against 0.85).
CALLED: Final = -0.15
# Prose as often says that a thing can be taken off, left out or had as well. Of 3,362 judged
# products, those whose prose alone names what a query denies are as often exact answers as others.
MENTIONED: Final = -0.05
DENIED: Final = 0.06


def find_excluded(things: Sequence[Lacking]) -> set[int]:
    """Return the products that have any of the things, by what is stated of them as a fact."""
    memory = CatalogueMemory()
    found: set[int] = set()
    for thing in things:
        found |= memory.recall("having", thing, find=partial(find_having, thing))
    return found


def find_moves(
    things: Sequence[Lacking], ids: Sequence[int]
) -> dict[int, tuple[Contribution, ...]]:
    """Return what moves some products by what their texts say of the things, a statement a thing.

    A title that names a thing weighs more than one that denies it, and that more than prose.
    """
    moves: dict[int, list[Contribution]] = {}
    for thing in things:
        for id_, is_title, is_mentioned, is_denied in _sayings(thing, ids):
            if is_title:
                moves.setdefault(id_, []).append(_move(UNWANTED, thing, CALLED))
            elif is_denied:
                moves.setdefault(id_, []).append(_move("lacks", thing, DENIED))
            elif is_mentioned:
                moves.setdefault(id_, []).append(_move("mentions", thing, MENTIONED))
    return {id_: tuple(parts) for id_, parts in moves.items()}


def find_unwanted(things: Sequence[Lacking], ids: Sequence[int]) -> set[int]:
    """Return those of some products whose title names any of the things, a statement a thing."""
    found: set[int] = set()
    for thing in things:
        found.update(_suspects(thing, ids).filter(is_called(thing)).values_list("pk", flat=True))
    return found


# The name of what moves a product whose title names what was not wanted.
UNWANTED: Final = "has"
LABELS: Final = {
    UNWANTED: "its title names {}",
    "lacks": "its title says it is without {}",
    "mentions": "its text mentions {}",
}


def _move(name: str, thing: Lacking, amount: float) -> Contribution:
    label = LABELS[name].format(" ".join(thing.stems))
    return Contribution(name=name, label=label, value=1.0, amount=amount)


def _sayings(thing: Lacking, ids: Sequence[int]) -> list[tuple[int, bool, bool, bool]]:
    said = _suspects(thing, ids).annotate(
        is_title=_flag(is_called(thing)),
        is_mentioned=_flag(mentions(thing)),
        is_denied=_flag(denies(thing)),
    )
    return list(said.values_list("pk", "is_title", "is_mentioned", "is_denied"))


def _flag(condition: Q) -> Combinable:
    return ExpressionWrapper(condition, output_field=BooleanField())


def _suspects(thing: Lacking, ids: Sequence[int]) -> ProductQuerySet:
    """Return those of some products whose text can name the thing: no other text is read."""
    stems = [thing.stems[0], f"{thing.stems[-1]}less"]
    with_stem = RawSQL(WITH_STEM, (stems, list(ids)))  # noqa: S611
    return Product.objects.filter(pk__in=with_stem).order_by()
