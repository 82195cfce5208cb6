"""What a search has shown, signed: a browser that may be counted sends it back.

Until then nothing of a search is written down, and what comes back cannot be made up: texts,
products and their order are the server's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

from django.core import signing

from ai.analytics.masking import mask_personal
from ai.search.suggest.marking import fold
from ai.search.types import SearchResult
from shop.listing.sorting import Sort

_SALT: Final = "ai.search-receipt"
# Seconds: a page that is left open overnight is still the same search.
MAX_AGE: Final = 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A page of a search: its id, and what LoggedSearch keeps of it."""

    id: UUID
    query: str
    corrected: str
    total: int
    first_position: int
    shown: Sequence[int]
    is_filtered: bool
    is_sorted: bool

    @property
    def folded(self) -> str:
        """The query as it is counted: case, accents and spaces make no difference."""
        return fold_query(self.query)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedReceipt:
    """A receipt as a page carries it; `first_position` is that of the first product on it."""

    search_id: str
    token: str
    first_position: int


def sign_receipt(result: SearchResult) -> SignedReceipt | None:
    """Return the receipt of a search; None where nothing was searched for."""
    text = result.corrected_from or result.query.text
    if not text:
        return None
    search_id = uuid4()
    first = (result.page - 1) * result.page_size + 1
    content = [
        search_id.hex,
        _masked(text, result),
        _masked(result.query.text, result) if result.corrected_from else "",
        result.total,
        first,
        [hit.product.pk for hit in result.hits],
        int(bool(result.request.filters.groups)),
        int(result.request.sort != Sort.RELEVANCE),
    ]
    token = signing.dumps(content, salt=_SALT, compress=True)
    return SignedReceipt(search_id=str(search_id), token=token, first_position=first)


def read_receipt(token: str) -> Receipt:
    """Return what a token says; raises `signing.BadSignature` for one that is forged or too old."""
    content: list[Any] = signing.loads(token, salt=_SALT, max_age=MAX_AGE)
    search_id, query, corrected, total, first, shown, is_filtered, is_sorted = content
    return Receipt(
        id=UUID(search_id),
        query=query,
        corrected=corrected,
        total=total,
        first_position=first,
        shown=tuple(shown),
        is_filtered=bool(is_filtered),
        is_sorted=bool(is_sorted),
    )


def fold_query(text: str) -> str:
    """Return a query in lower case, without accents, its spaces squeezed."""
    return " ".join(fold(text).split())


def _masked(text: str, result: SearchResult) -> str:
    # A number that is a product's barcode or SKU is nobody's.
    return text if result.query.is_code else mask_personal(text)
