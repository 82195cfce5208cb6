"""The shop in the admin; importing the package registers every list."""

from shop.admin import (
    carts,
    content,
    coupons,
    home,
    imports,
    letters,
    money,
    orders,
    people,
    products,
    reviews,
    shipping,
    taxes,
    taxonomy,
    tokens,
    variants,
)

__all__ = [
    "carts",
    "content",
    "coupons",
    "home",
    "imports",
    "letters",
    "money",
    "orders",
    "people",
    "products",
    "reviews",
    "shipping",
    "taxes",
    "taxonomy",
    "tokens",
    "variants",
]
