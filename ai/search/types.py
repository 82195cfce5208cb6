"""What crosses the layers of search: requests in, results out, all frozen."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Literal, Self

from django.utils.safestring import SafeString

from shop.models import Product

# Divides by 2, 3 and 4: the last row of a full page is full at every width.
PAGE_SIZE = 24
MAX_PAGE_SIZE = 100


class Sort(StrEnum):
    """The orders a list of hits can be in."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    PRICE_LOW = "price-low"
    PRICE_HIGH = "price-high"
    RATING = "rating"


class Lane(StrEnum):
    """The two ways in which a product is found."""

    WORDS = "words"
    MEANING = "meaning"


BOTH_LANES = frozenset(Lane)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeFilter:
    """What is asked of one attribute: any of some texts, numbers in a range, or yes or no."""

    code: str
    texts: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    boolean: bool | None = None

    @property
    def group(self) -> str:
        """The name of the facet this belongs to."""
        return f"attribute:{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What hits are narrowed down by.

    Amounts are in the shop's currency and compared with a product's lowest price; a category
    includes everything below it; several brands or texts of one attribute mean any of them.
    """

    category: str = ""
    brands: tuple[str, ...] = ()
    price_min: Decimal | None = None
    price_max: Decimal | None = None
    rating_min: Decimal | None = None
    in_stock: bool | None = None
    attributes: tuple[AttributeFilter, ...] = ()

    @property
    def groups(self) -> tuple[str, ...]:
        """The facets of which something is asked."""
        asked = {
            "category": bool(self.category),
            "brand": bool(self.brands),
            "price": (self.price_min, self.price_max) != (None, None),
            "rating": self.rating_min is not None,
            "stock": self.in_stock is not None,
        }
        return (
            *(group for group, is_asked in asked.items() if is_asked),
            *(attribute.group for attribute in self.attributes),
        )

    def without(self, group: str) -> Self:
        """Return the filters less those of one facet."""
        match group:
            case "category":
                return replace(self, category="")
            case "brand":
                return replace(self, brands=())
            case "price":
                return replace(self, price_min=None, price_max=None)
            case "rating":
                return replace(self, rating_min=None)
            case "stock":
                return replace(self, in_stock=None)
        left = tuple(each for each in self.attributes if each.group != group)
        return replace(self, attributes=left)

    def only(self, group: str) -> Self:
        """Return the filters of one facet alone; an attribute's heed stock and keep it."""
        kept = {group, "stock"} if group.startswith("attribute:") else {group}
        alone = self
        for other in self.groups:
            alone = alone if other in kept else alone.without(other)
        return alone


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """One search; an empty `q` lists everything that passes the filters."""

    q: str = ""
    filters: Filters = field(default_factory=Filters)
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE
    explain: bool = False
    with_facets: bool = True
    lanes: frozenset[Lane] = BOTH_LANES


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of the query with its stems; a stop word has none."""

    text: str
    stems: tuple[str, ...]
    is_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A stem or code that the catalogue knows, with its inverse document frequency."""

    stem: str
    idf: float
    is_code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search text, understood. `possible` is the highest BM25 score its words could reach."""

    text: str = ""
    was_cut: bool = False
    words: tuple[Word, ...] = ()
    terms: tuple[Term, ...] = ()
    possible: float = 0.0
    # The whole text is one unmistakable SKU, barcode or article number of this catalogue.
    is_code: bool = False

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words that stand in no product."""
        return tuple(word.text for word in self.words if not word.is_known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a hit is where it is, for staff: ranks count from 1, None where a lane did not find it.

    `words` and `meaning` are the normalised scores (0 to 1) that `score` was fused from.
    """

    words_rank: int | None
    words: float
    meaning_rank: int | None
    meaning: float
    score: float
    is_exact: bool
    is_sold_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A product that was found; `title` and `snippet` are HTML with the matches marked."""

    product: Product
    title: SafeString
    snippet: SafeString
    explanation: Explanation | None = None

    @property
    def slug(self) -> str:
        """The product's slug."""
        return self.product.slug


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value to choose: what is sent, what people read, how many products it would leave.

    `parent` and `depth` (from 1) place a category in the tree; `low` and `high` bound a bucket.
    """

    value: str
    label: str
    count: int
    is_chosen: bool = False
    depth: int = 1
    parent: str = ""
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to narrow the hits down, counted over all of them, its own choice left out.

    `low` and `high` are the bounds found among the products, `minimum` and `maximum` those asked.
    """

    name: str
    title: str
    kind: Literal["tree", "values", "range"]
    values: tuple[FacetValue, ...] = ()
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None

    @property
    def is_chosen(self) -> bool:
        """Whether something is asked of it."""
        bounds = (self.minimum, self.maximum)
        return bounds != (None, None) or any(value.is_chosen for value in self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class LooserSearch:
    """How many products there would be without the filters of one facet."""

    group: str
    title: str
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PopularCategory:
    """A category to go on with when nothing was found."""

    name: str
    slug: str
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """What to offer when nothing was found."""

    looser: tuple[LooserSearch, ...] = ()
    categories: tuple[PopularCategory, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """One page of hits, with totals and facets over all of them.

    `is_capped` says that more products match than are counted. `note` says what was missing when
    the search was `degraded`. `timings` are milliseconds by stage, and `total`.
    """

    request: SearchRequest
    query: Query
    hits: tuple[Hit, ...]
    total: int
    page: int
    page_size: int
    pages: int
    facets: tuple[Facet, ...] = ()
    is_capped: bool = False
    did_you_mean: str = ""
    rescue: Rescue | None = None
    degraded: bool = False
    note: str = ""
    timings: dict[str, float] = field(default_factory=dict)
