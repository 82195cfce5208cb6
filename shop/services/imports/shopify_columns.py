"""The columns of a Shopify product CSV: their names over the years, and its metafields."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from shop.attribute_values import KindGuess
from shop.services.imports.records import AttributeDefinition
from shop.services.imports.text import make_code, one_line

# Shopify renamed its columns in 2024; both templates are read.
RENAMED: Final = {
    "url handle": "Handle",
    "description": "Body (HTML)",
    "product category": "Product Category",
    "published on online store": "Published",
    "sku": "Variant SKU",
    "barcode": "Variant Barcode",
    "price": "Variant Price",
    "compare-at price": "Variant Compare At Price",
    "inventory tracker": "Variant Inventory Tracker",
    "inventory quantity": "Variant Inventory Qty",
    "continue selling when out of stock": "Variant Inventory Policy",
    "weight value (grams)": "Variant Grams",
    "product image url": "Image Src",
    "image position": "Image Position",
    "image alt text": "Image Alt Text",
    "variant image url": "Variant Image",
    **{
        f"option{number} {part}": f"Option{number} {part.title()}"
        for number in (1, 2, 3)
        for part in ("name", "value")
    },
}

_METAFIELD: Final = re.compile(
    r"(?P<name>.*?)\s*\(product\.metafields\.(?P<space>[^.]+)\.(?P<key>[^)]+)\)"
)
# Fields that steer a shop's machinery or repeat what other columns say: of no use to shoppers.
_INTERNAL_SPACES: Final = frozenset({"global", "seo", "reviews", "judgeme", "mm-google-shopping"})
_INTERNAL: Final = frozenset(
    {
        *("url_key", "url_path", "visibility", "associated_sku", "bundle_options", "sku_type"),
        *("meta_title", "meta_description", "meta_keyword", "meta_keywords", "title_tag"),
        *("description_tag", "links_title", "links_exist", "links_purchased_separately"),
        *("samples_title", "price_type", "price_view", "weight_type", "shipment_type"),
        *("tax_class", "tax_class_id", "page_layout", "options_container", "custom_design"),
        *("gift_message_available", "msrp_display_actual_price_type", "image_label"),
    }
)
# A value longer than this is a text to read, not a property to filter by.
_LONGEST_VALUE: Final = 200
_SEPARATOR: Final = re.compile(r";\s+")


def canonical(name: str) -> str:
    """Return a column's name in the older template."""
    return RENAMED.get(name.lower(), name)


def metafield_code(column: str) -> tuple[str, str] | None:
    """Return (attribute code, name) of a metafield column that shoppers may see, else None."""
    match = _METAFIELD.fullmatch(column)
    if match is None or match["space"].lower() in _INTERNAL_SPACES:
        return None
    code = make_code(match["key"].replace("_", " ").replace("-", " "))
    return None if code in _INTERNAL else (code, one_line(match["name"])[:80] or code)


def split_values(cell: str) -> tuple[str, ...]:
    """Return the values of a cell: `A; B`, or a JSON list; each once."""
    text = one_line(cell)
    if text.startswith("["):
        try:
            parsed = json.loads(cell)
        except ValueError:
            parsed = None
        if isinstance(parsed, list):
            return tuple(dict.fromkeys(one_line(str(item)) for item in parsed))
    return tuple(dict.fromkeys(value for value in _SEPARATOR.split(text) if value))


class Metafields:
    """Looks at every metafield cell of a file, to tell each attribute's type."""

    def __init__(self) -> None:
        self._guesses: dict[str, KindGuess] = {}
        self._names: dict[str, str] = {}
        self._left_out: set[str] = set()
        self._codes: dict[str, tuple[str, str] | None] = {}

    def look_at(self, cells: Mapping[str, str]) -> None:
        """Take the metafields of one row into account."""
        for column, cell in cells.items():
            if column not in self._codes:
                self._codes[column] = metafield_code(column)
                if self._codes[column] is None and ".metafields." in column:
                    self._left_out.add(column.partition(" (")[0])
            found = self._codes[column]
            if found is None:
                continue
            code, name = found
            self._names.setdefault(code, name)
            guess = self._guesses.setdefault(code, KindGuess())
            if "<" in cell and ">" in cell:
                guess.has_markup = True
            for value in split_values(cell):
                guess.add(value)

    def state(self, option_codes: set[str]) -> dict[str, Any]:
        """Return, for the job's memory, the attributes found and the columns left out.

        An attribute that is also an option holds names of choices: it stays text.
        """
        attributes, left_out = [], set(self._left_out)
        for code, guess in self._guesses.items():
            if guess.has_markup or guess.longest > _LONGEST_VALUE:
                left_out.add(self._names[code])
                continue
            kind, unit = ("text", "") if code in option_codes else guess.decide()
            attributes.append({"code": code, "name": self._names[code], "kind": kind, "unit": unit})
        return {"attributes": attributes, "left_out": sorted(left_out)}


def definitions(state: Mapping[str, Any]) -> dict[str, AttributeDefinition]:
    """Return the attributes of a scanned file by code."""
    return {item["code"]: AttributeDefinition(**item) for item in state["attributes"]}
