"""From the parameters of an address to a typed request, with what is wrong named by parameter.

The page and the API read the same parameters; the page leaves out what makes no sense, the API
refuses it.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from ai.search.lexical import MOST
from ai.search.types import (
    MAX_PAGE_SIZE,
    PAGE_SIZE,
    SearchRequest,
)
from ai.search.understanding.types import is_key
from shop.listing.filters import AttributeFilter, Filters
from shop.listing.sorting import Sort
from shop.models import Attribute, Brand, Category

# A facet offers a few dozen values; longer lists come from no person and no sensible program.
MAX_VALUES: Final = 50
MAX_CHARACTERS: Final = 200
# Within what the columns hold: prices numeric(13, 3), numbers numeric(16, 4).
MAX_AMOUNT: Final = Decimal(10) ** 9
MAX_NUMBER: Final = Decimal(10) ** 11
STEP: Final = Decimal("0.0001")
MAX_STARS: Final = 5
YES, NO = {"true", "1", "yes"}, {"false", "0", "no"}

SINGLE: Final = (
    *("q", "category", "price_min", "price_max", "rating_min", "in_stock", "on_sale"),
    *("sort", "page", "page_size", "explain", "verbatim"),
)
REPEATED: Final = ("brand", "attribute", "keep")
# A form has two fields for a range: `attribute.weight.min` and `attribute.weight.max`.
BOUND_PREFIX: Final = "attribute."

Parameters = Mapping[str, Sequence[str]]


class ParameterReader:
    """Reads a request from parameters; `problems` are messages by the parameter they concern."""

    def __init__(self, parameters: Parameters) -> None:
        self.parameters = {
            name: [value.replace("\x00", "").strip() for value in values]
            for name, values in parameters.items()
        }
        self.problems: dict[str, list[str]] = {}

    def read(self, *, page_size: int = PAGE_SIZE) -> SearchRequest:
        """Return the request; whatever is wrong is left out of it and noted in `problems`."""
        self._refuse_unknown()
        size = self._integer("page_size", page_size, most=MAX_PAGE_SIZE)
        return SearchRequest(
            q=next(iter(self.parameters.get("q", ())), ""),
            filters=self._filters(),
            sort=self._sort(),
            page=self._integer("page", 1, most=MOST // size),
            page_size=size,
            explain=self._boolean("explain") is True,
            keep=self._kept(),
            verbatim=self._boolean("verbatim") is True,
        )

    def _kept(self) -> tuple[str, ...]:
        """Return the keys of constraints whose words are to stay plain words."""
        for key in (keys := self._values("keep")):
            if not is_key(key):
                self._note("keep", f"“{key[:MAX_CHARACTERS]}” is not of the form kind:words.")
        return tuple(key for key in keys if is_key(key))

    def _filters(self) -> Filters:
        price_min, price_max = self._amount("price_min"), self._amount("price_max")
        if price_min is not None and price_max is not None and price_min > price_max:
            self._note("price_min", "This is more than price_max.")
            price_min = price_max = None
        return Filters(
            category=self._category(),
            brands=self._brands(),
            price_min=price_min,
            price_max=price_max,
            rating_min=self._stars(),
            in_stock=self._boolean("in_stock"),
            on_sale=self._boolean("on_sale"),
            attributes=self._attributes(),
        )

    def _note(self, name: str, message: str) -> None:
        self.problems.setdefault(name, []).append(message)

    def _refuse_unknown(self) -> None:
        for name, values in self.parameters.items():
            # Addresses are shared with marks of campaigns and cache busters on them.
            if name.startswith(("utm_", "_")):
                continue
            known = name in SINGLE or name in REPEATED or name.startswith(BOUND_PREFIX)
            if not known:
                self._note(name[:MAX_CHARACTERS], "There is no such parameter.")
            elif name in SINGLE and len(values) > 1:
                self._note(name, "This can be given once.")

    def _single(self, name: str) -> str:
        values = self.parameters.get(name) or [""]
        return values[0]

    def _sort(self) -> Sort:
        text = self._single("sort")
        try:
            return Sort(text) if text else Sort.RELEVANCE
        except ValueError:
            self._note("sort", f"One of {', '.join(Sort)}, please.")
            return Sort.RELEVANCE

    def _integer(self, name: str, default: int, *, most: int) -> int:
        text = self._single(name)
        if not text:
            return default
        # Ten digits are enough to see that it is too much; int() of a million takes seconds.
        if not (text.isascii() and text.isdigit()) or len(text) > len(str(MAX_AMOUNT)):
            self._note(name, "A whole number from 1, please.")
            return default
        if not 1 <= int(text) <= most:
            self._note(name, f"A whole number from 1 to {most}, please.")
            return default
        return int(text)

    def _boolean(self, name: str) -> bool | None:
        text = self._single(name).lower()
        if text in YES | NO:
            return text in YES
        if text:
            self._note(name, "true or false, please.")
        return None

    def _amount(self, name: str) -> Decimal | None:
        amount = self._number(name, self._single(name), below=MAX_AMOUNT)
        if amount is not None and amount < 0:
            self._note(name, "Not less than 0, please.")
            return None
        return amount

    def _stars(self) -> Decimal | None:
        stars = self._number("rating_min", self._single("rating_min"), below=MAX_AMOUNT)
        if stars is not None and not 1 <= stars <= MAX_STARS:
            self._note("rating_min", f"1 to {MAX_STARS}, please.")
            return None
        return stars

    def _number(self, name: str, text: str, *, below: Decimal) -> Decimal | None:
        if not text:
            return None
        try:
            number = Decimal(text) if len(text) <= MAX_VALUES else None
        except InvalidOperation:
            number = None
        if number is None or not number.is_finite():
            self._note(name, "A number, please.")
            return None
        if abs(number) >= below:
            self._note(name, "This number is too large.")
            return None
        return number.quantize(STEP)

    def _category(self) -> str:
        slug = self._single("category")[:MAX_CHARACTERS]
        if slug and not Category.objects.filter(slug=slug).exists():
            self._note("category", f"There is no category {slug}.")
            return ""
        return slug

    def _brands(self) -> tuple[str, ...]:
        slugs = self._values("brand")
        if not slugs:
            return ()
        known = set(Brand.objects.filter(slug__in=slugs).values_list("slug", flat=True))
        for slug in slugs:
            if slug not in known:
                self._note("brand", f"There is no brand {slug[:MAX_CHARACTERS]}.")
        return tuple(slug for slug in slugs if slug in known)

    def _values(self, name: str) -> list[str]:
        """Return the distinct values given under a name, in the order given."""
        values = [value for value in dict.fromkeys(self.parameters.get(name, ())) if value]
        if len(values) > MAX_VALUES:
            self._note(name, f"At most {MAX_VALUES} values, please.")
        return values[:MAX_VALUES]

    def _attributes(self) -> tuple[AttributeFilter, ...]:
        asked = self._asked_of_attributes()
        kinds = dict(
            Attribute.objects.filter(code__in=list(asked), is_filterable=True).values_list(
                "code", "kind"
            )
            if asked
            else ()
        )
        read = []
        for code, terms in asked.items():
            if code in kinds:
                read.append(self._attribute(code, kinds[code], terms))
            else:
                for name, _ in terms[:1]:
                    self._note(name, f"There is no facet {code[:MAX_CHARACTERS]}.")
        return tuple(each for each in read if each is not None)

    def _asked_of_attributes(self) -> dict[str, list[tuple[str, str]]]:
        """Return (parameter, value) pairs by attribute code; a form's bounds become `low..`."""
        asked: dict[str, list[tuple[str, str]]] = {}
        for term in self._values("attribute"):
            code, colon, value = term.partition(":")
            if code and colon and value:
                asked.setdefault(code, []).append(("attribute", value))
            else:
                self._note("attribute", f"“{term[:MAX_CHARACTERS]}” is not of the form code:value.")
        bounds = [name for name in self.parameters if name.startswith(BOUND_PREFIX)]
        for name in bounds[:MAX_VALUES]:
            code, _, end = name.removeprefix(BOUND_PREFIX).rpartition(".")
            value = self._single(name)
            if not code or end not in {"min", "max"}:
                self._note(name[:MAX_CHARACTERS], "There is no such parameter.")
            elif value:
                asked.setdefault(code, []).append(
                    (name, f"{value}.." if end == "min" else f"..{value}")
                )
        return asked

    def _attribute(
        self, code: str, kind: str, terms: Sequence[tuple[str, str]]
    ) -> AttributeFilter | None:
        if kind == Attribute.Kind.NUMBER:
            return self._range(code, terms)
        if kind == Attribute.Kind.BOOLEAN:
            values = {value.lower() in YES for _, value in terms if value.lower() in YES | NO}
            if len(values) == 1:
                return AttributeFilter(code=code, boolean=values.pop())
            self._note(terms[0][0], f"{code} is either true or false.")
            return None
        return AttributeFilter(code=code, texts=tuple(value for _, value in terms))

    def _range(self, code: str, terms: Sequence[tuple[str, str]]) -> AttributeFilter | None:
        """Return the range that all of `10..20`, `10..`, `..20` and `10` leave."""
        lows, highs = [], []
        for name, value in terms:
            low, dots, high = value.partition("..")
            first = self._number(name, low, below=MAX_NUMBER)
            last = self._number(name, high, below=MAX_NUMBER) if dots else first
            lows += [first] if first is not None else []
            highs += [last] if last is not None else []
        minimum, maximum = max(lows, default=None), min(highs, default=None)
        if minimum is not None and maximum is not None and minimum > maximum:
            self._note(terms[0][0], f"The range of {code} ends before it begins.")
            return None
        if minimum is None and maximum is None:
            return None
        return AttributeFilter(code=code, minimum=minimum, maximum=maximum)
