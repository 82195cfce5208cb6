"""From templates to words, and from words to the message that travels."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import format_datetime, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.template import Context, Engine
from django.utils.crypto import salted_hmac

from shop.models import OutgoingEmail

_MAX_SUBJECT = 300
# Tags on lines of their own leave empty lines behind.
_GAPS = re.compile(r"\n\s*\n\s*\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a letter says."""

    subject: str
    text: str
    html: str


def render_letter(*, template: str, context: Mapping[str, Any]) -> Words:
    """Return the words of templates/email/<template>; the subject is one line."""
    subject = _render(f"email/{template}_subject.txt", context)
    text = _render(f"email/{template}.txt", context)
    return Words(
        subject=" ".join(subject.split())[:_MAX_SUBJECT],
        text=_GAPS.sub("\n\n", text).strip() + "\n",
        html=_render(f"email/{template}.html", context).strip(),
    )


def message_of(
    *, letter: OutgoingEmail, server: BaseEmailBackend | None = None
) -> EmailMultiAlternatives:
    """Return the message; sent a second time it has the same Message-ID.

    A worker may be lost between sending a letter and noting it: by the id, mail programs can tell
    that the second copy is no second letter.
    """
    headers = {
        "Message-ID": message_id(letter=letter),
        "Date": format_datetime(letter.created_at),
        # Machines on holiday do not answer it (RFC 3834).
        "Auto-Submitted": "auto-generated",
    }
    message = EmailMultiAlternatives(
        letter.subject, letter.text, to=[letter.to], connection=server, headers=headers
    )
    message.attach_alternative(letter.html, "text/html")
    return message


def message_id(*, letter: OutgoingEmail) -> str:
    """Return the letter's own name among all letters (RFC 5322, 3.6.4): fixed by its key."""
    digest = salted_hmac("shop.letter", letter.key, algorithm="sha256").hexdigest()[:32]
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{digest}@{host}>"


def _render(name: str, context: Mapping[str, Any]) -> str:
    """Return a template's text; what is plain text is not escaped as if it were HTML."""
    found = Engine.get_default().get_template(name)
    return found.render(Context(dict(context), autoescape=name.endswith(".html")))
