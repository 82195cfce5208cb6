"""An account and what belongs to it, forgotten."""

from django.db import transaction

from shop.exceptions import AccountStays
from shop.models import Order, User
from shop.models.orders import OrderQuerySet
from shop.services.privacy.orders import FORMER, anonymise_order
from shop.services.privacy.traces import (
    letters_to,
    log_lines_about,
    orders_of,
    views_of,
    votes_of,
)
from shop.services.sessions import end_other_sessions
from shop.signals import account_erased

# Until then a parcel needs to know where to go.
UNDERWAY = (Order.Status.PENDING, Order.Status.PLACED, Order.Status.PART_SHIPPED)


def orders_underway(*, user: User) -> OrderQuerySet:
    """Return the orders that still need to know who ordered them."""
    return orders_of(user).filter(status__in=UNDERWAY)


@transaction.atomic
def erase_account(*, user: User, keep_reviews: bool) -> None:
    """Delete an account with all it holds; its orders stay in the books, without the person.

    Reviews stay under another name, or go. Raises AccountStays for staff, and while an order is
    on its way.
    """
    _refuse_what_is_needed(user)
    for order in orders_of(user):
        anonymise_order(order=order)
    log_lines_about(user).delete()
    _part_with_reviews(user, keep=keep_reviews)
    letters_to(user).delete()
    views_of(user).delete()
    votes_of(user).delete()
    end_other_sessions(user=user, current=None)
    account_erased.send(User, user=user)
    # Addresses, wishlist, cart, tokens and second factors go with their account.
    user.delete()


def _refuse_what_is_needed(user: User) -> None:
    if user.is_staff:
        raise AccountStays("A member of staff's account is closed by another one, in the admin.")
    if orders_underway(user=user).exists():
        raise AccountStays


def _part_with_reviews(user: User, *, keep: bool) -> None:
    if not keep:
        user.reviews.all().delete()
        return
    for review in user.reviews.all():
        review.author, review.author_name = None, FORMER
        review.save(update_fields=["author", "author_name", "updated_at"])
