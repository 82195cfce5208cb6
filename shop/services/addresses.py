"""Address books: at most one address of an account is the default, and one is if there is any."""

from typing import Any

from django.db import transaction

from shop.exceptions import InvalidValue
from shop.models import Address, User

# More than a family with several homes needs; fewer than would slow the page down.
MOST_ADDRESSES = 20


@transaction.atomic
def save_address(
    *, user: User, address: Address | None = None, is_default: bool = False, **fields: Any
) -> Address:
    """Keep a new address, or new lines for an old one; the first becomes the default.

    Raises InvalidValue when the book is full.
    """
    # Two at once would both find no default, or both make theirs one.
    User.objects.select_for_update().get(pk=user.pk)
    if address is None:
        address = Address(customer=user, is_default=False)
        if user.addresses.count() >= MOST_ADDRESSES:
            raise InvalidValue(f"An address book holds {MOST_ADDRESSES} addresses.")
    for name, value in fields.items():
        setattr(address, name, value)
    address.save()
    if is_default or not user.addresses.filter(is_default=True).exists():
        _make_default(user, address)
    return address


@transaction.atomic
def delete_address(*, user: User, address: Address) -> None:
    """Forget an address; another becomes the default if it was."""
    User.objects.select_for_update().get(pk=user.pk)
    address.delete()
    rest = user.addresses.order_by("-is_default", "id").first()
    if rest and not rest.is_default:
        _make_default(user, rest)


@transaction.atomic
def make_default_address(*, user: User, address: Address) -> None:
    """Make an address the one that forms are filled in with."""
    User.objects.select_for_update().get(pk=user.pk)
    _make_default(user, address)


def _make_default(user: User, address: Address) -> None:
    user.addresses.filter(is_default=True).exclude(pk=address.pk).update(is_default=False)
    address.is_default = True
    address.save(update_fields=["is_default"])
