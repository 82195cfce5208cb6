"""What a shopper asks a list for, read from the address: what makes no sense is left out.

Category pages and the search page speak one language: `brand`, `price_min`, `price_max`,
`rating`, `stock=true`, `sale=true`, and of attributes `a.colour`, `a.weight.min`, `a.weight.max`,
`a.washable=true` or `false`.
"""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from django.http import QueryDict

from shop.listing.filters import AttributeFilter, Filters
from shop.listing.sorting import Sort
from shop.models import Attribute
from shop.views.listing.form import COMMON_SORTS, ON, attribute_field

# A facet offers a few dozen values; longer lists come from programs, not from shoppers.
MAX_VALUES = 50
# What the columns hold (13 digits); a larger bound would be an error in the database.
MAX_AMOUNT = Decimal(10) ** 9
RATINGS = {"2", "3", "4"}
ANSWERS = {"true": True, "false": False}


def clean_text(text: str) -> str:
    """Return the text without the NUL characters that PostgreSQL refuses."""
    return text.replace("\x00", "").strip()


def parse_amount(text: str | None) -> Decimal | None:
    """Return a number from 0 to `MAX_AMOUNT`, or None for anything else."""
    try:
        amount = Decimal((text or "").strip().replace(",", "."))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 <= amount <= MAX_AMOUNT else None


def parse_texts(data: QueryDict, name: str) -> tuple[str, ...]:
    """Return the distinct values given under a name, in the order given."""
    cleaned = (clean_text(each) for each in data.getlist(name)[:MAX_VALUES])
    return tuple(dict.fromkeys(each for each in cleaned if each))


def read_filters(data: QueryDict, *, attributes: Iterable[Attribute]) -> Filters:
    """Return the filters in an address's query, less the category, which is the page's matter."""
    rating = data.get("rating", "")
    asked = (_read_attribute(data, attribute) for attribute in attributes)
    return Filters(
        brands=parse_texts(data, "brand"),
        price_min=parse_amount(data.get("price_min")),
        price_max=parse_amount(data.get("price_max")),
        rating_min=Decimal(rating) if rating in RATINGS else None,
        in_stock=True if data.get("stock") == ON else None,
        on_sale=True if data.get("sale") == ON else None,
        attributes=tuple(each for each in asked if each is not None),
    )


def read_sort(data: QueryDict, *, first: Sort) -> Sort:
    """Return the order asked for; unless it is one of those on offer, the first of them."""
    asked = data.get("sort", "")
    return Sort(asked) if asked in COMMON_SORTS else first


def _read_attribute(data: QueryDict, attribute: Attribute) -> AttributeFilter | None:
    """Return what is asked of one attribute, in the way its kind allows."""
    name = attribute_field(attribute.code)
    match attribute.kind:
        case Attribute.Kind.NUMBER:
            low, high = parse_amount(data.get(f"{name}.min")), parse_amount(data.get(f"{name}.max"))
            if (low, high) == (None, None):
                return None
            return AttributeFilter(code=attribute.code, minimum=low, maximum=high)
        case Attribute.Kind.BOOLEAN:
            answer = ANSWERS.get(data.get(name, ""))
            return None if answer is None else AttributeFilter(code=attribute.code, boolean=answer)
    texts = parse_texts(data, name)
    return AttributeFilter(code=attribute.code, texts=texts) if texts else None
