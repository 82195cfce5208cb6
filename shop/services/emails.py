"""Letters: written with the news they tell of, sent later by a worker, once."""

from collections.abc import Mapping
from datetime import timedelta
from smtplib import SMTPException
from time import monotonic
from typing import Any

import structlog
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from shop.exceptions import InvalidValue
from shop.models import OutgoingEmail
from shop.services.email_message import message_of, render_letter
from shop.signals import email_queued

# How long a worker has a letter to itself: longer than a mail server may take to answer.
CLAIM = timedelta(minutes=3)
# Waits after the first, second … failure: a greylist lets through, a full mailbox is emptied.
BACK_OFF = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
)
# As long as somebody may ask what was written to them.
KEPT = timedelta(days=90)
# With the waits above a day and a half.
MOST_TRIES = 10
# Whatever is wrong with the way, not with the letter's own words.
_ON_THE_WAY = (SMTPException, OSError)
log = structlog.get_logger(__name__)


def queue_email(*, key: str, to: str, template: str, context: Mapping[str, Any]) -> None:
    """Write a letter into the outbox in the caller's transaction, once a key.

    `template` names templates/email/<template>.txt, .html and _subject.txt. Raises InvalidValue
    for an address that no letter can go to.
    """
    try:
        validate_email(to)
    except ValidationError as error:
        raise InvalidValue("A letter needs an e-mail address to go to.") from error
    words = render_letter(template=template, context={"shop": settings.SHOP, **context})
    letter = OutgoingEmail(key=key, to=to, subject=words.subject, text=words.text, html=words.html)
    OutgoingEmail.objects.bulk_create([letter], ignore_conflicts=True)
    email_queued.send(OutgoingEmail)


def send_due_emails(*, limit: int, deadline: float) -> int:
    """Send up to `limit` due letters until `deadline` (monotonic seconds) and return how many.

    A mail server that is away is no letter's fault: all wait, and none loses a try by it.
    """
    sent = 0
    server = get_connection()
    try:
        while sent < limit and monotonic() < deadline and _is_reachable(server):
            letter = _claim()
            if letter is None:
                break
            sent += _send(letter, server)
    finally:
        server.close()
    return sent


def retry_emails(*, letters: QuerySet[OutgoingEmail]) -> int:
    """Give letters that were given up as many tries as new ones and return how many they are."""
    count = letters.filter(gave_up_at__isnull=False, sent_at__isnull=True).update(
        gave_up_at=None, tries=0, next_try_at=timezone.now()
    )
    if count:
        email_queued.send(OutgoingEmail)
    return count


def forget_sent_emails() -> int:
    """Empty the letters that were sent long ago, and return how many.

    They name people and what they bought; the key stays, so that none is written again.
    """
    old = OutgoingEmail.objects.exclude(text="").filter(sent_at__lt=timezone.now() - KEPT)
    return old.update(to="", subject="", text="", html="")


def _is_reachable(server: BaseEmailBackend) -> bool:
    try:
        server.open()
    except _ON_THE_WAY as error:
        reason = _reason(error)
        OutgoingEmail.objects.due().exclude(error=reason).update(error=reason)
        log.warning("mail_server_away", error=reason)
        return False
    return True


def _claim() -> OutgoingEmail | None:
    """Return the letter due longest, kept from other workers for a while, its try counted.

    Counted before it is sent: a letter that ends its workers is given up like any other.
    """
    with transaction.atomic():
        due = OutgoingEmail.objects.due().select_for_update(skip_locked=True)
        letter = due.order_by("next_try_at", "id").first()
        if letter is not None:
            letter.tries += 1
            letter.next_try_at = timezone.now() + CLAIM
            letter.save(update_fields=["tries", "next_try_at"])
    return letter


def _send(letter: OutgoingEmail, server: BaseEmailBackend) -> int:
    """Send a claimed letter with no transaction open; return 1, or 0 when it did not leave."""
    if letter.tries > MOST_TRIES:
        _give_up(letter, "The worker was lost over it every time.")
        return 0
    try:
        message_of(letter=letter, server=server).send()
    except _ON_THE_WAY as error:
        server.close()
        _put_off(letter, _reason(error))
        return 0
    except ValueError as error:  # BadHeaderError, UnicodeError: it will never be a message
        _give_up(letter, _reason(error))
        return 0
    letter.sent_at, letter.error = timezone.now(), ""
    if letter.is_a_key:
        letter.text = letter.html = ""
    letter.save(update_fields=["sent_at", "error", "text", "html"])
    return 1


def _put_off(letter: OutgoingEmail, reason: str) -> None:
    if letter.tries >= MOST_TRIES:
        _give_up(letter, reason)
        return
    letter.next_try_at = timezone.now() + BACK_OFF[min(letter.tries, len(BACK_OFF)) - 1]
    letter.error = reason
    letter.save(update_fields=["next_try_at", "error"])


def _give_up(letter: OutgoingEmail, reason: str) -> None:
    letter.gave_up_at, letter.error = timezone.now(), reason
    letter.save(update_fields=["gave_up_at", "error"])
    log.error("letter_given_up", key=letter.key, error=reason)


def _reason(error: Exception) -> str:
    longest = OutgoingEmail._meta.get_field("error").max_length  # noqa: SLF001 - Django documents it
    return f"{type(error).__name__}: {error}"[:longest]
