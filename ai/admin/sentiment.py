"""How reviews are meant, month by month, beside the year before."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.contrib import admin
from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET

from ai.reviews.digest.clauses import month_of
from ai.reviews.months import MONTHS, Month, count_months
from shop.admin.charts import Columns, Measure, draw_columns
from shop.admin.permissions import needs
from shop.models import Category


@require_GET
@needs("ai.view_reviewreading")
def sentiment(request: HttpRequest) -> HttpResponse:
    """Show the share of good and of bad reviews, and how many there were, of a branch or of all."""
    branches = list(Category.objects.filter(depth=1).order_by("name"))
    slug = request.GET.get("category", "")
    chosen = next((each for each in branches if each.slug == slug), None)
    months = count_months(chosen)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "How reviews are meant",
        "branches": branches,
        "chosen": chosen,
        "total": sum(each.reviews for each in months[MONTHS:]),
        "charts": [
            _chart(months, "good", "Meant well, of 100 reviews", lambda each: each.positive),
            _chart(months, "bad", "Meant badly, of 100 reviews", lambda each: each.negative),
            _chart(months, "reviews", "Reviews", None),
        ],
    }
    return TemplateResponse(request, "admin/ai/sentiment.html", context)


def _chart(
    months: list[Month], code: str, title: str, read: Callable[[Month], int] | None
) -> Columns:
    def value(month: Month) -> Decimal:
        if read is None:
            return Decimal(month.reviews)
        return Decimal(100 * read(month)) / max(month.reviews, 1)

    def words(number: Decimal) -> str:
        return str(intcomma(int(number))) if read is None else f"{number:.0f} %"

    measures = [
        Measure(
            name=f"{month_of(now.first)} ({now.reviews} reviews)" if read else month_of(now.first),
            short_name=month_of(now.first)[:3],
            value=value(now),
            before=value(before),
        )
        for now, before in zip(months[MONTHS:], months[:MONTHS], strict=True)
    ]
    return draw_columns(
        measures, code=code, title=title, what=title, in_words=words, in_short=words, head="Month"
    )
