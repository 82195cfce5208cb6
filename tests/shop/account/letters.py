"""The letters in the outbox, and the links in them."""

import re

from shop.models import OutgoingEmail

LINK = re.compile(r"http://[^/\s]+(/\S+)")


def latest(to: str) -> OutgoingEmail:
    """Return the last letter to an address."""
    return OutgoingEmail.objects.filter(to=to).order_by("-id")[0]


def subjects(to: str) -> list[str]:
    """Return what the letters to an address are about, the oldest first."""
    return list(
        OutgoingEmail.objects.filter(to=to).order_by("id").values_list("subject", flat=True)
    )


def link_to(to: str) -> str:
    """Return the path of the first link in the last letter to an address."""
    found = LINK.search(latest(to).text)
    assert found is not None
    return found.group(1)
