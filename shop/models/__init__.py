"""The nouns of the shop."""

from shop.models.accounts import ApiToken, User
from shop.models.addresses import Address, PostalAddress
from shop.models.cart import Cart, CartLine
from shop.models.changes import CatalogueChange
from shop.models.checkout import IdempotencyKey
from shop.models.content import FaqEntry, Page
from shop.models.coupons import Coupon, CouponUse
from shop.models.emails import OutgoingEmail
from shop.models.fulfilment import (
    Invoice,
    OrderEvent,
    ReturnLine,
    ReturnRequest,
    Shipment,
    ShipmentLine,
)
from shop.models.home import HomePick, HomePicture, HomeRendition, HomeSection
from shop.models.images import ImageRendition, ProductImage
from shop.models.imports import ImportJob, ImportProblem
from shop.models.orders import Order, OrderLine, ProductView
from shop.models.payments import Payment, PaymentEvent, Refund, RefundLine
from shop.models.products import Product, ProductAttribute, ProductOption, Variant
from shop.models.reviews import Review, ReviewVote
from shop.models.shipping import ShippingCountry, ShippingMethod, ShippingRate
from shop.models.taxes import TaxClass, TaxRate
from shop.models.taxonomy import Attribute, Brand, Category
from shop.models.wishlist import WishlistItem

__all__ = [
    "Address",
    "ApiToken",
    "Attribute",
    "Brand",
    "Cart",
    "CartLine",
    "CatalogueChange",
    "Category",
    "Coupon",
    "CouponUse",
    "FaqEntry",
    "HomePick",
    "HomePicture",
    "HomeRendition",
    "HomeSection",
    "IdempotencyKey",
    "ImageRendition",
    "ImportJob",
    "ImportProblem",
    "Invoice",
    "Order",
    "OrderEvent",
    "OrderLine",
    "OutgoingEmail",
    "Page",
    "Payment",
    "PaymentEvent",
    "PostalAddress",
    "Product",
    "ProductAttribute",
    "ProductImage",
    "ProductOption",
    "ProductView",
    "Refund",
    "RefundLine",
    "ReturnLine",
    "ReturnRequest",
    "Review",
    "ReviewVote",
    "Shipment",
    "ShipmentLine",
    "ShippingCountry",
    "ShippingMethod",
    "ShippingRate",
    "TaxClass",
    "TaxRate",
    "User",
    "Variant",
    "WishlistItem",
]
