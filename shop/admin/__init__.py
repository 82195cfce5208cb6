"""The shop in the admin; importing the package registers every list."""

from shop.admin import (
    content,
    home,
    imports,
    orders,
    people,
    products,
    reviews,
    taxonomy,
    tokens,
    variants,
)

__all__ = [
    "content",
    "home",
    "imports",
    "orders",
    "people",
    "products",
    "reviews",
    "taxonomy",
    "tokens",
    "variants",
]
