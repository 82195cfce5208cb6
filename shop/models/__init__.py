"""The nouns of the shop."""

from shop.models.accounts import ApiToken, User
from shop.models.content import FaqEntry, Page
from shop.models.images import ImageRendition, ProductImage
from shop.models.imports import ImportJob, ImportProblem
from shop.models.orders import Order, OrderLine, ProductView
from shop.models.products import Product, ProductAttribute, ProductOption, Variant
from shop.models.reviews import Review, ReviewVote
from shop.models.taxonomy import Attribute, Brand, Category

__all__ = [
    "ApiToken",
    "Attribute",
    "Brand",
    "Category",
    "FaqEntry",
    "ImageRendition",
    "ImportJob",
    "ImportProblem",
    "Order",
    "OrderLine",
    "Page",
    "Product",
    "ProductAttribute",
    "ProductImage",
    "ProductOption",
    "ProductView",
    "Review",
    "ReviewVote",
    "User",
    "Variant",
]
