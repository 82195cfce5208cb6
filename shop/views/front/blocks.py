"""Sections of the front page with what they show, read in a number of queries with a bound.

Each section asks for ids; the products behind all of them are read together, fresh: no price and no
stock on the page is older than the page.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import Prefetch

from shop.cards import DrawnCard, recall_cards
from shop.listing.memory import CatalogueMemory
from shop.models import HomePick, HomeSection, Product, Review
from shop.views.front.aisles import find_aisles
from shop.views.front.quotes import find_quotes, read_quotes
from shop.views.front.rows import PICKS, find_row, picked
from shop.views.front.standing import standing_sections
from shop.views.front.window import PANES, dress_window
from shop.views.tiles import Tile

# More would be a long way down, and each may cost a query.
MOST_SECTIONS = 20

Kind = HomeSection.Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A section as the page shows it, its place from 0 on the page and among those of its kind.

    The products of an opening are products, those of a row their cards.
    """

    section: HomeSection
    place: int = 0
    nth: int = 0
    products: tuple[Product | DrawnCard, ...] = ()
    tiles: tuple[Tile, ...] = ()
    quotes: tuple[Review, ...] = ()

    @property
    def template(self) -> str:
        """The template that renders it."""
        return f"shop/front/_{self.section.kind}.html"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show; an opening and a story have at least their words."""
        has_words = self.section.kind in {Kind.HERO, Kind.STORY}
        return not (has_words or self.products or self.tiles or self.quotes)


@dataclass(slots=True, kw_only=True)
class _Gathered:
    """What a section will show, its products by id."""

    section: HomeSection
    products: list[int] = field(default_factory=list)
    tiles: list[Tile] = field(default_factory=list)
    quotes: list[Review] = field(default_factory=list)

    @property
    def is_row(self) -> bool:
        """Whether its products are shown as cards."""
        return self.section.kind == Kind.PRODUCTS


def read_sections(moment: datetime, *, with_drafts: bool = False) -> list[HomeSection]:
    """Return the sections of a moment with pictures and picks that can be had, less the notices."""
    sections = HomeSection.objects.all() if with_drafts else HomeSection.objects.published()
    available = HomePick.objects.filter(product__in=Product.objects.published().in_stock())
    return list(
        sections.shown_at(moment)
        .exclude(kind=Kind.NOTICE)
        .select_related("category", "picture")
        .prefetch_related("picture__renditions", Prefetch("picks", available))[:MOST_SECTIONS]
    )


def build_blocks(sections: Sequence[HomeSection], memory: CatalogueMemory) -> list[Block]:
    """Return what the sections, or without any the standing ones, show; less the empty ones."""
    gathered = list(_gather(sections or standing_sections(), memory))
    in_rows = [pk for each in gathered if each.is_row for pk in each.products]
    wanted = {pk for each in gathered if not each.is_row for pk in each.products}
    wanted |= {review.product_id for each in gathered for review in each.quotes}
    products = Product.objects.published().for_lists().in_bulk(wanted)
    cards = {card.pk: card for card in recall_cards(in_rows, memory)}
    blocks = (_fill(each, products, cards) for each in gathered)
    return list(_number(block for block in blocks if not block.is_empty))


def _gather(sections: Iterable[HomeSection], memory: CatalogueMemory) -> Iterator[_Gathered]:
    shown: set[int] = set()
    for section in sections:
        found = _find(section, frozenset(shown), memory)
        shown.update(found.products)
        yield found


def _find(section: HomeSection, above: frozenset[int], memory: CatalogueMemory) -> _Gathered:
    found = _Gathered(section=section)
    category = section.category
    path = category.path if category else ""
    match section.kind:
        case Kind.HERO:
            found.products = _find_panes(section, memory)
        case Kind.PRODUCTS if section.rule == HomeSection.Rule.PICKED:
            found.products = picked(section)[:PICKS]
        case Kind.PRODUCTS:
            facts = (section.rule, path, sorted(above))
            found.products = memory.recall("row", *facts, find=lambda: find_row(section, above))
        case Kind.CATEGORIES:
            found.tiles = memory.recall("aisles", path, find=lambda: find_aisles(category))
        case Kind.QUOTES:
            ids = memory.recall("quotes", path, find=lambda: find_quotes(category))
            found.quotes = read_quotes(ids)
    return found


def _find_panes(section: HomeSection, memory: CatalogueMemory) -> list[int]:
    """Return the products of a window of which a picture, where there is one, takes one pane."""
    panes = PANES - 1 if section.picture else PANES
    chosen = picked(section) or memory.recall("window", find=dress_window)
    return chosen[:panes]


def _fill(found: _Gathered, products: dict[int, Product], cards: dict[int, DrawnCard]) -> Block:
    for review in found.quotes:
        review.product = products[review.product_id]
    shown: Mapping[int, Product | DrawnCard] = cards if found.is_row else products
    return Block(
        section=found.section,
        products=tuple(shown[pk] for pk in found.products if pk in shown),
        tiles=tuple(found.tiles),
        quotes=tuple(found.quotes),
    )


def _number(blocks: Iterable[Block]) -> Iterator[Block]:
    of_kind: Counter[str] = Counter()
    for place, block in enumerate(blocks):
        kind = block.section.kind
        yield replace(block, place=place, nth=of_kind[kind])
        of_kind[kind] += 1
