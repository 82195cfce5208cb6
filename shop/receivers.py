"""From services to workers: what waits is taken up after the commit.

The nudge may fail: beat brings whatever waits within a minute.
"""

from typing import Any

from django.db import connection, transaction
from django.dispatch import receiver

from shop.signals import email_queued
from shop.tasks import URGENT, send, send_emails


@receiver(email_queued)
def send_after_commit(**_: Any) -> None:
    """Have the letters sent, told once however many the transaction writes."""
    if not any(entry[1] is nudge_postman for entry in connection.run_on_commit):
        transaction.on_commit(nudge_postman, robust=True)


def nudge_postman() -> None:
    """Tell a worker that letters wait."""
    send(send_emails, priority=URGENT)
