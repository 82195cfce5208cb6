"""What a shopper asks a list for, read from the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.http import QueryDict

from shop.models import Attribute
from shop.views.listing.sorting import SORTS

# A facet offers a few dozen values; longer lists come from programs, not from shoppers.
MAX_VALUES = 50
# What the columns hold (13 digits); a larger bound would be an error in the database.
MAX_AMOUNT = Decimal(10) ** 9


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeCriterion:
    """What is asked of one attribute: any of some texts, a range of numbers, or yes."""

    attribute: Attribute
    texts: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    is_yes: bool = False

    @property
    def is_asked(self) -> bool:
        """Whether anything is asked at all."""
        return bool(self.texts or self.is_yes) or (self.minimum, self.maximum) != (None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """Everything a list is narrowed and sorted by; amounts are in the shop's currency."""

    brands: tuple[str, ...] = ()
    price_min: Decimal | None = None
    price_max: Decimal | None = None
    rating_min: int | None = None
    in_stock: bool = False
    on_sale: bool = False
    attributes: tuple[AttributeCriterion, ...] = ()
    sort: str = ""


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


def parse_attribute(data: QueryDict, attribute: Attribute) -> AttributeCriterion:
    """Return what is asked of one attribute, in the way its kind allows."""
    name = f"a.{attribute.code}"
    if attribute.kind == Attribute.Kind.NUMBER:
        return AttributeCriterion(
            attribute=attribute,
            minimum=parse_amount(data.get(f"{name}.min")),
            maximum=parse_amount(data.get(f"{name}.max")),
        )
    if attribute.kind == Attribute.Kind.BOOLEAN:
        return AttributeCriterion(attribute=attribute, is_yes=data.get(name) == "yes")
    return AttributeCriterion(attribute=attribute, texts=parse_texts(data, name))


def parse_criteria(data: QueryDict, *, attributes: Mapping[str, Attribute]) -> Criteria:
    """Return the criteria in an address's query; what makes no sense is left out."""
    rating = data.get("rating", "")
    asked = (parse_attribute(data, attribute) for attribute in attributes.values())
    sort = data.get("sort", "")
    return Criteria(
        brands=parse_texts(data, "brand"),
        price_min=parse_amount(data.get("price_min")),
        price_max=parse_amount(data.get("price_max")),
        rating_min=int(rating) if rating in {"2", "3", "4"} else None,
        in_stock=data.get("stock") == "1",
        on_sale=data.get("sale") == "1",
        attributes=tuple(each for each in asked if each.is_asked),
        sort=sort if sort in SORTS else "",
    )
