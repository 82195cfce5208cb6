"""What every page needs to know: where events go, or that none are wanted; when digests are."""

from django.http import HttpRequest
from django.urls import reverse

from ai.analytics.options import event_options
from ai.reviews.digest.facts import least_reviews


def events(request: HttpRequest) -> dict[str, str]:
    """Return the address of the events API; nothing where recording is off or refused.

    Global Privacy Control and Do Not Track are answers already: such a browser is not asked.
    """
    is_refused = "1" in (request.headers.get("Sec-GPC"), request.headers.get("DNT"))
    if is_refused or not event_options().is_on:
        return {}
    return {"events_url": reverse("ai_api:events")}


def digests(request: HttpRequest) -> dict[str, int]:  # noqa: ARG001 - Django calls it with one
    """Return how many reviews a product has to have before a page asks for their digest."""
    return {"digest_least": least_reviews()}
