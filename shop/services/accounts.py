"""Accounts: passwords, and the addresses that are known to be somebody's own."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from shop.models import User
from shop.models.accounts import UserQuerySet

# The link in the letter works for three days; after as many again nobody will ask for another.
UNCONFIRMED_FOR = timedelta(days=6)


@transaction.atomic
def change_password(*, user: User, password: str) -> None:
    """Set a new password; it ends the account's API tokens, and its sessions by their hash."""
    user.set_password(password)
    user.save(update_fields=["password"])
    end_tokens(user=user)


@transaction.atomic
def trust_address(*, user: User) -> None:
    """Take the account's e-mail address, and no other, as its owner's.

    A letter reached it, or staff vouch for it.
    """
    EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )


def has_trusted_address(*, user: User) -> bool:
    """Return whether the account's e-mail address is known to be its owner's."""
    trusted = EmailAddress.objects.filter(user=user, email=user.email, verified=True)
    return bool(trusted.exists())


def end_tokens(*, user: User) -> None:
    """Revoke the account's API tokens."""
    user.auth_token_set.all().delete()


def release_address(*, email: str, keep: User) -> bool:
    """Free an address from accounts that never confirmed it; return whether `keep` can have it.

    Whoever signs up with somebody else's address shall not keep them from using it.
    """
    others = User.objects.filter(email__iexact=email).exclude(pk=keep.pk)
    _delete(others.never_confirmed())
    return not others.exists()


def forget_unconfirmed_accounts() -> int:
    """Delete the accounts whose address nobody ever confirmed; return how many those were."""
    old = User.objects.filter(date_joined__lt=timezone.now() - UNCONFIRMED_FOR)
    return _delete(old.never_confirmed())


def _delete(users: UserQuerySet) -> int:
    """Delete accounts by their ids: a statement with joins cannot be a DELETE."""
    ids = list(users.values_list("pk", flat=True))
    User.objects.filter(pk__in=ids).delete()
    return len(ids)
