"""What shoppers search for most, whether it finds anything or not."""

from datetime import timedelta
from typing import Final

from django.db.models import Max, Sum
from django.utils import timezone

from ai.models import QueryDay

# Long enough for rare searches to gather, short enough for those of last winter to be over.
SPAN: Final = timedelta(days=90)


def popular_searches(most: int) -> list[str]:
    """Return the searches of the last three months, the most frequent first."""
    days = QueryDay.objects.filter(day__gte=timezone.localdate() - SPAN)
    rows = days.values("folded").annotate(text=Max("query"), number=Sum("searches"))
    return list(rows.order_by("-number", "folded").values_list("text", flat=True)[:most])
