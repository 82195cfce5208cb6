"""From services to workers: what waits is taken up after the commit; from a guest to an account.

The nudge may fail: beat brings whatever waits within a minute.
"""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.db import connection, transaction
from django.dispatch import receiver
from django.http import HttpRequest

from shop.models import User
from shop.signals import email_queued, order_ended, refund_requested
from shop.tasks import URGENT, close_payments_of, send, send_emails, settle_refund_of
from shop.visitor_cart import take_cart_along


@receiver(email_queued)
def send_after_commit(**_: Any) -> None:
    """Have the letters sent, told once however many the transaction writes."""
    if not any(entry[1] is nudge_postman for entry in connection.run_on_commit):
        transaction.on_commit(nudge_postman, robust=True)


def nudge_postman() -> None:
    """Tell a worker that letters wait."""
    send(send_emails, priority=URGENT)


@receiver(refund_requested)
def settle_after_commit(*, refund_id: int, **_: Any) -> None:
    """Have the provider asked for the money."""

    def settle() -> None:
        send(settle_refund_of, refund_id, priority=URGENT)

    transaction.on_commit(settle, robust=True)


@receiver(order_ended)
def close_after_commit(*, order_id: int, **_: Any) -> None:
    """Have the providers told that nobody is to pay."""

    def close() -> None:
        send(close_payments_of, order_id, priority=URGENT)

    transaction.on_commit(close, robust=True)


@receiver(user_logged_in)
def take_guests_cart_along(request: HttpRequest | None, user: User, **_: Any) -> None:
    """Bring what a guest chose into the account that signs in, where there is a session."""
    if request is not None and hasattr(request, "session"):
        take_cart_along(request, user)
