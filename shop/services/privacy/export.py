"""Everything the shop knows of a person, in a form that programs read."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils import timezone

from shop.models import Cart, Order, Review, User
from shop.models.addresses import PostalAddress
from shop.services.privacy.traces import (
    POSTAL_FIELDS,
    letters_to,
    orders_of,
    views_of,
    votes_of,
)
from shop.signals import personal_data_wanted

Data = dict[str, Any]


def export_personal_data(*, user: User) -> Data:
    """Return what the shop and its apps know of an account, as values that JSON can hold.

    Secrets (password, tokens, keys of the second factor) are hashes or ciphers, and stay here.
    """
    data: Data = {
        "exported_at": timezone.now(),
        "account": _account(user),
        "addresses": [
            {**_postal(address), "label": address.label, "is_default": address.is_default}
            for address in user.addresses.all()
        ],
        "orders": [_order(order) for order in _orders_with_all(user)],
        "reviews": [_review(review) for review in user.reviews.select_related("product")],
        "helpful_votes": list(votes_of(user).values("review_id", "created_at")),
        "wishlist": list(
            user.wishlist.values("product__title", "product__slug", "price_then", "added_at")
        ),
        "carts": [_cart(cart) for cart in Cart.objects.filter(customer=user)],
        "products_viewed": list(views_of(user).values("product__slug", "viewed_at", "referrer")),
        "letters": list(letters_to(user).values("subject", "created_at", "sent_at")),
    }
    more: list[tuple[Any, Any]] = personal_data_wanted.send(User, user=user)
    for _, known in more:
        data |= known
    return data


def _account(user: User) -> Data:
    names = ("email", "first_name", "last_name", "date_joined", "last_login", "is_staff")
    return {
        **{name: getattr(user, name) for name in names},
        "addresses": list(
            EmailAddress.objects.filter(user=user).values("email", "verified", "primary")
        ),
        "second_factors": list(
            Authenticator.objects.filter(user=user).values("type", "created_at", "last_used_at")
        ),
        "sessions": list(
            UserSession.objects.filter(user=user).values("created_at", "ip", "user_agent")
        ),
        "api_tokens": list(
            user.auth_token_set.values("name", "scopes", "created", "expiry", "last_used_at")
        ),
    }


def _postal(address: PostalAddress) -> Data:
    return {name: getattr(address, name) for name in POSTAL_FIELDS}


def _orders_with_all(user: User) -> Any:
    return orders_of(user).prefetch_related(
        "lines", "payments", "refunds", "shipments", "return_requests", "events"
    )


def _order(order: Order) -> Data:
    names = (
        *("number", "email", "status", "payment_status", "placed_at", "currency"),
        *("goods_total", "discount_total", "shipping_price", "tax_total", "total"),
        *("refunded_total", "coupon_code", "shipping_name", "buyer_note", "billing_address"),
    )
    return {
        **{name: getattr(order, name) for name in names},
        **_postal(order),
        "lines": _rows(order.lines, "sku", "title", "options", "unit_price", "quantity"),
        "payments": _rows(order.payments, "provider", "amount", "state", "created_at"),
        "refunds": _rows(order.refunds, "amount", "reason", "state", "created_at"),
        "parcels": _rows(order.shipments, "carrier", "tracking_number", "shipped_at"),
        "returns": _rows(order.return_requests, "reason", "comment", "answer", "state"),
        "diary": [
            {"text": event.text or event.get_kind_display(), "at": event.created_at}
            for event in order.events.all()
            if event.is_public
        ],
    }


def _rows(related: Any, *names: str) -> list[Data]:
    """Return rows that were prefetched, as dicts of the named fields."""
    return [{name: getattr(row, name) for name in names} for row in related.all()]


def _review(review: Review) -> Data:
    names = ("author_name", "rating", "title", "body", "status", "reply", "created_at")
    return {"product": review.product.slug, **{name: getattr(review, name) for name in names}}


def _cart(cart: Cart) -> Data:
    return {
        "updated_at": cart.updated_at,
        "coupon_code": cart.coupon_code,
        "lines": list(cart.lines.values("variant__sku", "quantity", "is_saved", "added_at")),
    }
