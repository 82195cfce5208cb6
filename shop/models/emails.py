"""Letters to people, kept until they are sent: an order's mail is never lost with a connection."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

# How the keys of letters begin that let their reader into an account.
KEY_TO_ACCOUNT = "account:"


class OutgoingEmailQuerySet(models.QuerySet["OutgoingEmail"]):
    """The reads of letters."""

    def due(self) -> Self:
        """Return the letters that a worker may send now."""
        return self.filter(
            sent_at__isnull=True, gave_up_at__isnull=True, next_try_at__lte=timezone.now()
        )


class OutgoingEmail(models.Model):
    """A letter in the outbox, written in the transaction that it tells of."""

    # The same news is written once: "order:42:placed".
    key = models.CharField(max_length=120, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    # Not before this moment; moved on while a worker sends it, and after a failure.
    next_try_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    gave_up_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=500, blank=True)

    objects = OutgoingEmailQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [
            models.Index(
                fields=["next_try_at"],
                condition=Q(sent_at__isnull=True, gave_up_at__isnull=True),
                name="outgoing_email_due",
            ),
            models.Index(
                fields=["id"],
                condition=Q(gave_up_at__isnull=False),
                name="outgoing_email_given_up",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} to {self.to}"

    @property
    def is_a_key(self) -> bool:
        """Whether its words open an account: a new password, an address. Nobody else reads them."""
        return self.key.startswith(KEY_TO_ACCOUNT)
