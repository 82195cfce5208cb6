"""What crosses the layers of search: requests in, results out, all frozen."""

from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.safestring import SafeString

from ai.search.understanding.types import Understanding
from shop.listing.facet_types import Facet
from shop.listing.filters import Filters
from shop.listing.sorting import Sort
from shop.models import Product

# Divides by 2, 3 and 4: the last row of a full page is full at every width.
PAGE_SIZE = 24
MAX_PAGE_SIZE = 100


class Lane(StrEnum):
    """The two ways in which a product is found."""

    WORDS = "words"
    MEANING = "meaning"


BOTH_LANES = frozenset(Lane)


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
    # Whether hits come with all that a card shows of their products, or with the products' names.
    with_cards: bool = True
    lanes: frozenset[Lane] = BOTH_LANES
    # Constraints that stay plain words, by their key; and whether the spelling is meant as it is.
    keep: tuple[str, ...] = ()
    verbatim: bool = False


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
    # What of the text is searched for: not "under 50", nor "without latex".
    searched: str = ""
    was_cut: bool = False
    words: tuple[Word, ...] = ()
    terms: tuple[Term, ...] = ()
    possible: float = 0.0
    # The whole text is one unmistakable SKU, barcode or article number of this catalogue.
    is_code: bool = False
    # The same search in other words, by staff's synonyms: what any of them finds is found.
    others: tuple["Query", ...] = ()

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words that stand in no product."""
        return tuple(word.text for word in self.words if not word.is_known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """One feature of a hit: what it is, and the `amount` it adds to the score (takes, below 0).

    `name` is the same in every version and language, `label` is for staff to read.
    """

    name: str
    label: str
    value: float
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleNote:
    """A rule of staff that had a say: its kind, its number (0: not saved), what it did."""

    kind: str
    id: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a hit is where it is, for staff: ranks count from 1, None where a lane did not find it.

    `words` and `meaning` are the lanes' normalised scores (0 to 1), `boost` is for what the text
    asked for beside its words, with the `reasons` for that. Hits are ordered by `score`, after
    exact ones; it is the sum of the amounts of all `contributions`.
    """

    words_rank: int | None
    words: float
    meaning_rank: int | None
    meaning: float
    score: float
    is_exact: bool
    is_sold_out: bool
    boost: float = 0.0
    reasons: tuple[str, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    # Those that moved this product.
    rules: tuple[RuleNote, ...] = ()


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
    the search was `degraded`. `corrected_from` is the text as it was typed, where another one was
    searched for. `timings` are milliseconds by stage, and `total`.
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
    understanding: Understanding = field(default_factory=Understanding)
    corrected_from: str = ""
    did_you_mean: str = ""
    rescue: Rescue | None = None
    # Where staff want this search to lead: a path of the shop, or empty.
    redirect: str = ""
    # The rules that are for this search, whether they moved anything or not.
    rules: tuple[RuleNote, ...] = ()
    degraded: bool = False
    note: str = ""
    timings: dict[str, float] = field(default_factory=dict)
