"""What shoppers search for most."""

from ai.models import Suggestion


def popular_searches(most: int) -> list[str]:
    """Return past searches that found something, the most frequent first."""
    rows = Suggestion.objects.filter(kind=Suggestion.Kind.QUERY).order_by("-weight", "text")
    return list(rows.values_list("text", flat=True)[:most])
