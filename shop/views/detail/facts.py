"""The attributes of a product as rows of a table."""

from dataclasses import dataclass

from shop.models import Product


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """An attribute's name and its values, joined where there are several."""

    name: str
    text: str


def list_facts(product: Product) -> list[Fact]:
    """Return one row an attribute, in the order of the attributes."""
    values: dict[str, list[str]] = {}
    for each in product.attributes.all():
        values.setdefault(each.attribute.name, []).append(each.display)
    return [Fact(name=name, text=", ".join(texts)) for name, texts in values.items()]
