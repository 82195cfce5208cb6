"""The pages of the search analytics: figures with their list of queries, and unmet demand."""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET, require_POST

from ai.admin.analytics.choice import Choice, read_choice
from ai.admin.analytics.figures import address_of, search_charts, search_tiles, top_lists
from ai.admin.analytics.fixes import list_fixes
from ai.admin.analytics.rights import MAY_SEE_DEMAND, MAY_SEE_SEARCHES, sees_revenue
from ai.analytics.counting import LOW
from ai.analytics.demand import DAYS as DEMAND_DAYS
from ai.analytics.options import event_options
from ai.analytics.reports import SHOWN, Figures, QueryList, read_days, read_lists
from ai.analytics.spans import NAMES
from ai.models import UnmetDemand
from ai.tasks import count_searches, find_unmet_demand
from shop.admin.csv_response import csv_response
from shop.admin.paginator import CappedPaginator
from shop.admin.permissions import needs
from shop.tasks import URGENT, send

ROWS: Final = 50
LISTED: Final = "listed"
MOST_ROWS: Final = CappedPaginator.CAP
# Groups of failing searches on the page: more than anybody mends in a week.
GROUPS: Final = 60
_MOST_DIGITS: Final = 6
HEAD: Final = (
    *("query", "searches", "found_nothing", "found_little", "with_a_click", "clicks"),
    *("into_cart", "ordered"),
)


@require_GET
@needs(MAY_SEE_SEARCHES)
def searches(request: HttpRequest) -> HttpResponse:
    """Show what was searched for in a span of days, and what came of it."""
    with_revenue = sees_revenue(request)
    choice = read_choice(request, with_revenue=with_revenue)
    number = _number(request.GET.get("page", ""))
    wanted = {LISTED: _listed(choice, number), **top_lists(with_revenue=with_revenue)}
    lists = read_lists(
        choice.span, wanted, counted=LISTED, contains=choice.contains, most=MOST_ROWS + 1
    )
    if number > 1 and not lists.rows[LISTED]:
        # There is no such page: the first is shown.
        number, wanted[LISTED] = 1, _listed(choice, 1)
        lists = read_lists(
            choice.span, wanted, counted=LISTED, contains=choice.contains, most=MOST_ROWS + 1
        )
    days = read_days(choice.span)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        **search_charts(days, choice.span, lists),
        "title": "Searches",
        "choice": choice,
        "periods": NAMES,
        "heading": SHOWN[choice.show],
        "tiles": search_tiles(days, choice.span, with_revenue=with_revenue),
        "rows": [_row(request, each) for each in lists.rows[LISTED]],
        "page": CappedPaginator(range(lists.count), ROWS).get_page(number),
        "with_revenue": with_revenue,
        "low": LOW,
        "options": event_options(),
    }
    return TemplateResponse(request, "admin/ai/searches.html", context)


@require_GET
@needs(MAY_SEE_SEARCHES)
def searches_csv(request: HttpRequest) -> HttpResponseBase:
    """Return the list of queries as CSV, up to MOST_ROWS of them."""
    with_revenue = sees_revenue(request)
    choice = read_choice(request, with_revenue=with_revenue)
    head = (*HEAD, "revenue") if with_revenue else HEAD
    name = f"searches-{choice.span.first}-{choice.span.last}.csv"
    return csv_response(name, head, _cells(choice, with_revenue=with_revenue))


@require_GET
@needs(MAY_SEE_DEMAND)
def unmet_demand(request: HttpRequest) -> HttpResponse:
    """Show the failing searches of the last weeks in groups that mean the same."""
    groups = list(UnmetDemand.objects.all()[:GROUPS])
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Unmet demand",
        "groups": [
            {
                "demand": each,
                "fixes": list_fixes(request, each.label, searches=each.searches),
                "address": address_of(each.label),
            }
            for each in groups
        ],
        "found_at": UnmetDemand.objects.aggregate(at=Max("found_at"))["at"],
        "days": DEMAND_DAYS,
        "low": LOW,
    }
    return TemplateResponse(request, "admin/ai/unmet_demand.html", context)


@require_POST
@needs(MAY_SEE_SEARCHES)
def count_now(request: HttpRequest) -> HttpResponse:
    """Have the last days counted, instead of waiting for the next five minutes."""
    send(count_searches, priority=URGENT)
    messages.success(request, "The last days are being counted: load the page again in a moment.")
    return redirect("ai-searches")


@require_POST
@needs(MAY_SEE_DEMAND)
def group_now(request: HttpRequest) -> HttpResponse:
    """Have the failing searches grouped, instead of waiting for the night."""
    send(find_unmet_demand, priority=URGENT)
    messages.success(
        request, "Failing searches are being grouped: load the page again in a moment."
    )
    return redirect("ai-unmet-demand")


def _row(request: HttpRequest, figures: Figures) -> dict[str, Any]:
    is_failing = figures.failed * 2 >= figures.searches or not figures.clicked
    return {
        "figures": figures,
        "address": address_of(figures.query),
        "fixes": list_fixes(request, figures.query, searches=figures.searches)
        if is_failing
        else [],
    }


def _number(asked: str) -> int:
    """Return the page that is asked for, the first for what is no number."""
    return max(int(asked), 1) if asked.isdecimal() and len(asked) < _MOST_DIGITS else 1


def _listed(choice: Choice, number: int) -> QueryList:
    offset = (number - 1) * ROWS
    return QueryList(show=choice.show, order=choice.order, limit=ROWS, offset=offset)


def _cells(choice: Choice, *, with_revenue: bool) -> Iterator[list[Any]]:
    every = QueryList(show=choice.show, order=choice.order, limit=MOST_ROWS)
    lists = read_lists(
        choice.span, {LISTED: every}, counted=LISTED, contains=choice.contains, most=1
    )
    for each in lists.rows[LISTED]:
        cells = [
            *(each.query, each.searches, each.zero, each.low, each.clicked, each.clicks),
            *(each.added, each.ordered),
        ]
        yield [*cells, each.revenue] if with_revenue else cells
