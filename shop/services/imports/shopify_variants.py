"""The variant lines of one Shopify product."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final, TypeVar

from shop.exceptions import InvalidValue
from shop.services.imports.cells import parse_grams, parse_integer, parse_price
from shop.services.imports.records import AttributeDefinition, Problem, VariantRecord
from shop.services.imports.shopify_groups import Group
from shop.services.imports.text import make_code, make_slug, one_line

_NUMBERS: Final = (1, 2, 3)
# Shopify's way of saying that a product has no options.
_NO_OPTION: Final = ("Title", "Default Title")
# Any of these makes a row a variant; a row without them only adds a picture.
_TELLING: Final = ("Variant SKU", "Option1 Value", "Variant Price", "Variant Barcode")
_SELLS_AT_ZERO: Final = frozenset({"continue", "true", "yes"})
T = TypeVar("T")
Cells = Mapping[str, str]


def option_definitions(cells: Cells) -> tuple[AttributeDefinition, ...]:
    """Return the options that a row names."""
    names = [one_line(cells.get(f"Option{number} Name", "")) for number in _NUMBERS]
    is_default = names[0] == _NO_OPTION[0] and not any(names[1:])
    if is_default and one_line(cells.get("Option1 Value", "")) in {"", _NO_OPTION[1]}:
        return ()
    return tuple(
        AttributeDefinition(code=make_code(name), name=name[:80]) for name in names if name
    )


def read_variants(
    group: Group, find_picture: Callable[[int, str], Path | None]
) -> tuple[tuple[AttributeDefinition, ...], tuple[VariantRecord, ...]]:
    """Return (options, variants); what is wrong goes to the group."""
    options = _options(group)
    variants: list[VariantRecord] = []
    skus, choices = dict[str, int](), dict[tuple[str, ...], int]()
    for line, cells in group.rows:
        if not any(column in cells for column in _TELLING):
            continue
        variant = _VariantLine(group, line, cells).read(options, find_picture)
        variants.append(variant)
        earlier = skus.setdefault(variant.sku.upper(), line)
        if earlier != line:
            group.fault(line, f"The SKU {variant.sku} is on line {earlier} too.")
        earlier = choices.setdefault(variant.options, line)
        if earlier != line:
            what = " / ".join(variant.options) or "A variant without options"
            group.fault(line, f"{what} is on line {earlier} too.")
    return options, tuple(variants)


def _options(group: Group) -> tuple[AttributeDefinition, ...]:
    named = next(((line, cells) for line, cells in group.rows if "Option1 Name" in cells), None)
    if named is None:
        return ()
    line, cells = named
    options = option_definitions(cells)
    if len({option.code for option in options}) < len(options):
        group.fault(line, "Two options have the same name.")
    return options


class _VariantLine:
    """One line being read."""

    def __init__(self, group: Group, line: int, cells: Cells) -> None:
        self._group = group
        self._line = line
        self._cells = cells

    def read(
        self,
        options: tuple[AttributeDefinition, ...],
        find_picture: Callable[[int, str], Path | None],
    ) -> VariantRecord:
        choice = self._choice(options)
        stock, allow_backorder = self._stock()
        price = self._price()
        picture = self._cells.get("Variant Image")
        return VariantRecord(
            line=self._line,
            sku=self._code("Variant SKU") or _made_sku(self._group.handle, choice),
            options=choice,
            barcode=self._code("Variant Barcode"),
            price=price,
            compare_at_price=self._compare_at_price(price),
            stock=stock,
            allow_backorder=allow_backorder,
            weight_g=self._parsed("Variant Grams", parse_grams),
            image=find_picture(self._line, picture) if picture else None,
        )

    def _choice(self, options: tuple[AttributeDefinition, ...]) -> tuple[str, ...]:
        values = [one_line(self._cells.get(f"Option{n} Value", "")) for n in _NUMBERS]
        for value, option in zip(values, options, strict=False):
            if not value:
                self._group.fault(self._line, f"The option {option.name} has no value.")
        return tuple(values[: len(options)])

    def _price(self) -> Decimal | None:
        faults = len(self._group.problems)
        price = self._parsed("Variant Price", parse_price)
        is_readable = len(self._group.problems) == faults
        if price is None and "Variant Price" in self._cells and is_readable:
            self._warn("A price of 0 is taken as none: the variant is shown, not for sale.")
        return price

    def _compare_at_price(self, price: Decimal | None) -> Decimal | None:
        before = self._parsed("Variant Compare At Price", parse_price)
        if before is None or (price is not None and before > price):
            return before
        self._warn(f"The price before a reduction ({before:f}) is not above the price: left out.")
        return None

    def _stock(self) -> tuple[int | None, bool]:
        """Return (stock, sold at 0 too); a shop that does not count its stock sells anyway."""
        stock = self._parsed("Variant Inventory Qty", parse_integer)
        policy = self._cells.get("Variant Inventory Policy", "").strip().lower()
        if stock is None:
            return None, policy in _SELLS_AT_ZERO or not policy
        if stock < 0:
            self._warn(f"A stock of {stock} is taken as 0.")
        return max(stock, 0), policy in _SELLS_AT_ZERO

    def _code(self, column: str) -> str:
        """Return a SKU or barcode, without the apostrophe that keeps spreadsheets from it."""
        return one_line(self._cells.get(column, "")).removeprefix("'")

    def _parsed(self, column: str, parse: Callable[[str], T]) -> T | None:
        cell = self._cells.get(column)
        if cell is None:
            return None
        try:
            return parse(cell)
        except InvalidValue as error:
            self._group.fault(self._line, f"{column}: {error}")
            return None

    def _warn(self, message: str) -> None:
        self._group.problems.append(
            Problem(
                line=self._line, identifier=self._group.handle, message=message, level="warning"
            )
        )


def _made_sku(handle: str, choice: tuple[str, ...]) -> str:
    return make_slug(" ".join((handle, *choice)), limit=100).upper()
