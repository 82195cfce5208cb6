"""The numbers in the sidebar."""

from django.http import HttpRequest

from shop.models import Review

# The badge says "99+" beyond; counting further would cost on every page and help nobody.
MOST = 99


def pending_reviews(_request: HttpRequest) -> str:
    """Return how many reviews wait for moderation, or nothing at all."""
    waiting = Review.objects.filter(status=Review.Status.PENDING).order_by()[: MOST + 1].count()
    return f"{MOST}+" if waiting > MOST else str(waiting or "")
