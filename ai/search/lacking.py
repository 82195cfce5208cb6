"""Which products have what must be absent, found by the index before any text is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.db.models.expressions import Combinable, RawSQL

from ai.search.types import Contribution
from shop.listing.filters import Lacking
from shop.listing.lacking import MIN_COMPOUND_STEM, denies, has, is_called, mentions
from shop.models import Product, ProductAttribute
from shop.models.products import ProductQuerySet

# Every product that can have a thing has its stem in the postings, or a value that contains it;
# what says that it is without has the one or the other: no stem, stemless.
WITH_STEM = 'SELECT product_id FROM ai_posting WHERE stem = ANY(%s::text[] COLLATE "C")'

# Of the fused score (0 to 1): below what matches as well, never below what does not match. On 22
# judged queries that deny something, 0.12 to 0.3 had the same nDCG@10 (0.730 to 0.733), and the
# less, the more of what was wanted was among the first 100 (0.87 against 0.85).
CALLED: Final = -0.15
# Prose as often says that a thing can be taken off, left out or had as well. Of 3,362 judged
# products, those whose prose alone names what a query denies are as often exact answers as others.
MENTIONED: Final = -0.05
DENIED: Final = 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Having:
    """Products that have a thing by what is stated, and what moves the others by their texts."""

    ids: frozenset[int] = frozenset()
    moves: Mapping[int, tuple[Contribution, ...]] = field(default_factory=dict)


def find_having(things: Sequence[Lacking]) -> Having:
    """Return what is said of the things in all products, two statements a thing."""
    ids: set[int] = set()
    moves: dict[int, list[Contribution]] = {}
    for thing in things:
        for id_, is_stated, is_title, is_mentioned, is_denied in _sayings(thing):
            if is_stated:
                ids.add(id_)
            elif is_title:
                moves.setdefault(id_, []).append(_move(UNWANTED, thing, CALLED))
            elif is_denied:
                moves.setdefault(id_, []).append(_move("lacks", thing, DENIED))
            elif is_mentioned:
                moves.setdefault(id_, []).append(_move("mentions", thing, MENTIONED))
    return Having(ids=frozenset(ids), moves={id_: tuple(parts) for id_, parts in moves.items()})


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


def _sayings(thing: Lacking) -> list[tuple[int, bool, bool, bool, bool]]:
    suspects = list(_suspects(thing).values_list("pk", flat=True))
    if not suspects:
        return []
    said = Product.objects.filter(pk__in=suspects).annotate(
        is_stated=_flag(has(thing)),
        is_title=_flag(is_called(thing)),
        is_mentioned=_flag(mentions(thing)),
        is_denied=_flag(denies(thing)),
    )
    return list(
        said.order_by().values_list("pk", "is_stated", "is_title", "is_mentioned", "is_denied")
    )


def _flag(condition: Q) -> Combinable:
    return ExpressionWrapper(condition, output_field=BooleanField())


def _suspects(thing: Lacking) -> ProductQuerySet:
    stem = thing.stems[0]
    stems = [stem, f"{thing.stems[-1]}less"]
    condition = Q(pk__in=RawSQL(WITH_STEM, (stems,)))  # noqa: S611
    if thing.codes and len(stem) >= MIN_COMPOUND_STEM:
        values = ProductAttribute.objects.filter(
            attribute__code__in=thing.codes, text__icontains=stem
        )
        condition |= Q(pk__in=values.order_by().values("product"))
    return Product.objects.published().filter(condition).order_by()
