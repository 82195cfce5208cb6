"""The outbox of letters: written once, sent once, never lost (rules R10 and R11)."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import pytest
from celery.exceptions import OperationalError as BrokerError
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.utils import timezone

from shop import receivers, tasks
from shop.exceptions import InvalidValue
from shop.models import OutgoingEmail
from shop.services import emails
from shop.services.email_message import message_id
from shop.services.emails import (
    BACK_OFF,
    CLAIM,
    KEPT,
    MOST_TRIES,
    forget_sent_emails,
    queue_email,
    send_due_emails,
)
from tests.conftest import REPOSITORY, process_environment
from tests.factories.shop import OrderFactory

ALONE = pytest.mark.django_db(transaction=True)


def queue(key: str = "news:1", to: str = "ada@example.com", **context: Any) -> None:
    order = OrderFactory.build(number="A-1", **context)
    queue_email(key=key, to=to, template="order_expired", context={"order": order, "lines": []})


def send(limit: int = 100) -> int:
    return send_due_emails(limit=limit, deadline=time.monotonic() + 30)


def make_due() -> None:
    OutgoingEmail.objects.update(next_try_at=timezone.now())


class Refusing(EmailBackend):
    """Refuses every letter, for one reason."""

    error: Exception = SMTPRecipientsRefused({"ada@example.com": (452, b"mailbox full")})

    def send_messages(self, *_: Any) -> int:
        raise self.error


@pytest.fixture
def refusing(settings: Any) -> Iterator[type[Refusing]]:
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    before = Refusing.error
    yield Refusing
    Refusing.error = before


# ----- Written once.


@pytest.mark.django_db
def test_a_letter_is_written_and_sent_once() -> None:
    for _ in range(2):
        queue()
    assert OutgoingEmail.objects.count() == 1
    assert [send(), send()] == [1, 0]
    message = mail.outbox[0]
    assert (message.to, message.subject) == (["ada@example.com"], "Your order A-1 was not paid")
    kinds = [part.get_content_type() for part in message.message().walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]
    assert message.message()["Auto-Submitted"] == "auto-generated"


@ALONE
def test_a_letter_goes_with_its_transaction() -> None:
    with transaction.atomic():
        queue()
        transaction.set_rollback(True)
    assert not OutgoingEmail.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["", "nobody", "a@example.com\nBcc: b@example.com", "a@example.com,b@example.com"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(InvalidValue):
        queue(to=address)
    assert not OutgoingEmail.objects.exists()


@pytest.mark.django_db
def test_nothing_in_a_subject_becomes_a_header() -> None:
    order = OrderFactory.build(number="A-1\r\nBcc: thief@example.com")
    queue_email(key="k", to="ada@example.com", template="order_expired", context={"order": order})
    assert send() == 1
    message = message_from_bytes(mail.outbox[0].message().as_bytes())
    assert message["Bcc"] is None
    assert message["Subject"] == "Your order A-1 Bcc: thief@example.com was not paid"


@pytest.mark.django_db
def test_a_letter_that_no_message_can_be_made_of_is_given_up() -> None:
    queue()
    OutgoingEmail.objects.update(subject="two\nlines")
    assert send() == 0
    letter = OutgoingEmail.objects.get()
    assert letter.gave_up_at is not None
    assert "BadHeaderError" in letter.error
    make_due()
    assert send() == 0
    assert mail.outbox == []


@pytest.mark.django_db
def test_letters_are_forgotten_after_some_months_and_are_not_written_again() -> None:
    for key in ("old", "new", "unsent"):
        queue(key)
    now = timezone.now()
    OutgoingEmail.objects.filter(key="old").update(sent_at=now - KEPT - timedelta(days=1))
    OutgoingEmail.objects.filter(key="new").update(sent_at=now - KEPT + timedelta(days=1))
    assert [forget_sent_emails(), forget_sent_emails()] == [1, 0]
    old = OutgoingEmail.objects.get(key="old")
    assert (old.to, old.subject, old.text, old.html) == ("", "", "", "")
    assert OutgoingEmail.objects.exclude(text="").count() == 2
    queue("old")
    assert OutgoingEmail.objects.get(key="old").text == ""


# ----- Sent, whatever the mail server says.


@pytest.mark.django_db
def test_a_letter_that_is_refused_waits_longer_each_time_and_is_given_up(
    refusing: type[Refusing],
) -> None:
    queue()
    waits = []
    for number in range(1, MOST_TRIES):
        before = timezone.now()
        assert send() == 0
        letter = OutgoingEmail.objects.get()
        assert (letter.tries, letter.gave_up_at) == (number, None)
        assert "mailbox full" in letter.error
        waits.append(letter.next_try_at - before)
        make_due()
    expected = [*BACK_OFF, *[BACK_OFF[-1]] * (MOST_TRIES - 1 - len(BACK_OFF))]
    for wait, step in zip(waits, expected, strict=True):
        assert abs(wait - step) < timedelta(seconds=10)
    assert send() == 0
    letter = OutgoingEmail.objects.get()
    assert letter.gave_up_at is not None
    make_due()
    assert send() == 0
    assert OutgoingEmail.objects.get().tries == MOST_TRIES


@pytest.mark.django_db
def test_a_lost_connection_does_not_keep_the_next_letter(refusing: type[Refusing]) -> None:
    queue("one")
    queue("two")
    refusing.error = SMTPServerDisconnected("gone")
    assert send() == 0
    assert list(OutgoingEmail.objects.values_list("tries", flat=True)) == [1, 1]


@pytest.mark.django_db
def test_a_mail_server_that_is_away_costs_no_letter_a_try(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue("one")
    queue("two")
    with monkeypatch.context() as patch:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        assert [send(), send()] == [0, 0]
        patch.undo()
    letters = list(OutgoingEmail.objects.values_list("tries", "gave_up_at", "error"))
    assert [row[:2] for row in letters] == [(0, None)] * 2
    assert all("ConnectionRefused" in row[2] for row in letters)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send() == 2
    assert len(mail.outbox) == 2


def send_by_three() -> int:
    """Have three workers send at once and return how many letters left."""
    with ThreadPoolExecutor(3) as pool:
        return sum(pool.map(lambda _: send_and_close(), range(3)))


def send_and_close() -> int:
    """Send as another worker would, on a connection of its own."""
    try:
        return send()
    finally:
        connection.close()


@ALONE
def test_three_workers_send_no_letter_twice() -> None:
    for number in range(30):
        queue(f"news:{number}")
    assert send_by_three() == 30
    assert len({message.message()["Message-ID"] for message in mail.outbox}) == 30
    assert len(mail.outbox) == 30


@ALONE
@pytest.mark.parametrize(("claim", "copies"), [(CLAIM, 1), (timedelta(0), 2)])
def test_a_letter_on_its_way_is_left_alone_by_its_claim(
    monkeypatch: pytest.MonkeyPatch, claim: timedelta, copies: int
) -> None:
    """With its negative control: without the claim, the next worker takes it as well."""
    deliver = EmailBackend.send_messages
    is_on_its_way: list[int] = []

    def meet_another(server: EmailBackend, messages: Any) -> int:
        is_on_its_way.append(1)
        if len(is_on_its_way) == 1:
            with ThreadPoolExecutor(1) as pool:
                pool.submit(send_and_close).result()
        return deliver(server, messages)

    monkeypatch.setattr(emails, "CLAIM", claim)
    monkeypatch.setattr(EmailBackend, "send_messages", meet_another)
    queue()
    assert send() == 1
    assert len(mail.outbox) == copies


@ALONE
def test_a_letter_is_sent_with_no_transaction_open(monkeypatch: pytest.MonkeyPatch) -> None:
    open_ones: list[bool] = []
    monkeypatch.setattr(
        EmailBackend, "send_messages", lambda *_: open_ones.append(connection.in_atomic_block)
    )
    queue()
    assert send() == 1
    assert open_ones == [False]


# A worker that is killed between sending a letter and noting it.
KILLED = """
import os, signal, time, django
django.setup()
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from shop.services import emails

settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
settings.EMAIL_FILE_PATH = os.environ["LETTERS"]
send = EmailMultiAlternatives.send

def send_and_die(*args, **kwargs):
    send(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)

EmailMultiAlternatives.send = send_and_die
emails.send_due_emails(limit=10, deadline=time.monotonic() + 30)
"""


def lose_a_worker(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED],
        cwd=REPOSITORY,
        env=process_environment(LETTERS=str(folder)),
        check=False,
    )
    assert done.returncode == -signal.SIGKILL


def ids_of(text: str) -> list[str]:
    """Return the Message-IDs of the letters in a text, in order."""
    lines = text.splitlines()
    return [line.split(": ")[1] for line in lines if line.startswith("Message-ID")]


@ALONE
def test_r10_a_worker_killed_after_sending_sends_one_letter_again_and_loses_none(
    tmp_path: Path,
) -> None:
    for number in range(3):
        queue(f"news:{number}")
    lose_a_worker(tmp_path)
    (file,) = tmp_path.iterdir()
    (lost,) = ids_of(file.read_text())
    # Nobody touches the letter that the dead worker had claimed before its time.
    assert send() == 2
    assert lost not in {message.message()["Message-ID"] for message in mail.outbox}
    OutgoingEmail.objects.filter(sent_at=None).update(next_try_at=timezone.now())
    assert send() == 1
    # It came twice, and the copies can be told to be one letter.
    assert mail.outbox[-1].message()["Message-ID"] == lost
    known = {message_id(letter=letter) for letter in OutgoingEmail.objects.all()}
    assert {message.message()["Message-ID"] for message in mail.outbox} == known
    assert not OutgoingEmail.objects.filter(sent_at=None).exists()
    assert send() == 0


@ALONE
def test_a_letter_that_ends_its_workers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed(BaseException):
        """The end of a worker."""

    def die(**_: Any) -> Any:
        raise Killed

    queue()
    with monkeypatch.context() as patch:
        patch.setattr(emails, "message_of", die)
        for _ in range(MOST_TRIES):
            with pytest.raises(Killed):
                send()
            assert send() == 0  # claimed: not due before the claim has run out
            make_due()
        assert send() == 0
    letter = OutgoingEmail.objects.get()
    assert letter.gave_up_at is not None
    assert "lost over it" in letter.error
    assert timedelta(seconds=60) < CLAIM


# ----- Nudged, whatever the broker does.


@ALONE
def test_r11_a_broker_that_is_away_at_the_commit_holds_up_nothing_and_loses_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[int] = []

    def fail(*_: Any, **__: Any) -> None:
        tried.append(1)
        raise BrokerError("away")

    monkeypatch.setattr(tasks, "_broker_away_until", 0.0)
    monkeypatch.setattr(tasks.send_emails, "apply_async", fail)
    for number in range(3):
        with transaction.atomic():
            queue(f"news:{number}")
    # The breaker: the second and third commit do not wait for the broker once more.
    assert (len(tried), OutgoingEmail.objects.count()) == (1, 3)
    assert mail.outbox == []
    tasks.send_emails()  # what beat calls every 30 s
    assert len(mail.outbox) == 3


@ALONE
def test_a_worker_is_nudged_once_a_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []
    monkeypatch.setattr(receivers, "send", lambda task, **_: told.append(task))
    with transaction.atomic():
        queue("one")
        queue("two")
        assert told == []
    assert told == [tasks.send_emails]
    queue("three")
    assert len(told) == 2


def test_beat_sweeps_letters_orders_and_refunds(settings: Any) -> None:
    swept = {entry["task"]: entry["schedule"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert swept["shop.tasks.send_emails"] == 30.0
    assert swept["shop.tasks.expire_overdue_orders"] == 60.0
    assert swept["shop.tasks.settle_refunds"] == 60.0
