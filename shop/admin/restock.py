"""What runs out: a report to order from, on a page and as CSV."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET

from shop.admin.csv_response import csv_response
from shop.admin.paginator import CappedPaginator
from shop.admin.permissions import needs
from shop.admin.theme import IntegerInput, Select
from shop.models import Category
from shop.reports.restock import PACE_DAYS, RestockQuery, Shortages, list_shortages

MAY_SEE_STOCK = "shop.view_variant"
ROWS = 50
# Of the CSV: who orders more kinds of goods at once narrows the report down.
MOST_ROWS = CappedPaginator.CAP
_MOST_DIGITS = 6
HEAD = (
    *("sku", "product", "options", "brand", "stock", f"sold_in_{PACE_DAYS}_days"),
    *("days_left", "suggested"),
)


class RestockForm(forms.Form):
    """What counts as running out, and how long a new order is to last."""

    within_days = forms.IntegerField(
        label="Lasts fewer than (days)", min_value=1, max_value=365, widget=IntegerInput()
    )
    cover_days = forms.IntegerField(
        label="Order for (days)", min_value=1, max_value=365, widget=IntegerInput()
    )
    state = forms.ChoiceField(
        label="Show",
        required=False,
        choices=[("", "Out or low"), ("out", "Out of stock"), ("low", "Low")],
        widget=Select(),
    )
    category = forms.ChoiceField(required=False, widget=Select())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Category.objects.order_by("path").values_list("path", "name", "depth")
        blanks = "\N{NO-BREAK SPACE}" * 3
        indented = [(path, blanks * (depth - 1) + name) for path, name, depth in rows]
        self.fields["category"].choices = [("", "All"), *indented]  # type: ignore[attr-defined]


@require_GET
@needs(MAY_SEE_STOCK)
def restock(request: HttpRequest) -> HttpResponse:
    """Show what is out or soon will be, the most urgent first."""
    form, query = _asked(request)
    number, found = _page(query, request.GET.get("page", ""))
    choice = request.GET.copy()
    choice.pop("page", None)
    context = {
        **admin.site.each_context(request),
        "title": "Running out",
        "form": form,
        "query": query,
        "rows": found.rows,
        "page": CappedPaginator(range(found.found), ROWS).get_page(number),
        "pace_days": PACE_DAYS,
        "choice": choice.urlencode(),
    }
    return TemplateResponse(request, "admin/shop/restock.html", context)


@require_GET
@needs(MAY_SEE_STOCK)
def restock_csv(request: HttpRequest) -> HttpResponseBase:
    """Return the report as CSV, up to `MOST_ROWS` rows."""
    _, query = _asked(request)
    return csv_response("running-out.csv", HEAD, _cells(query))


def _asked(request: HttpRequest) -> tuple[RestockForm, RestockQuery]:
    """Return the form as filled in, and what is asked for: the usual where the form is wrong."""
    usual = RestockQuery()
    filled: dict[str, Any] = {
        "within_days": usual.within_days,
        "cover_days": usual.cover_days,
        **request.GET.dict(),
    }
    form = RestockForm(filled)
    if not form.is_valid():
        return form, usual
    return form, RestockQuery(
        within_days=form.cleaned_data["within_days"],
        cover_days=form.cleaned_data["cover_days"],
        state=form.cleaned_data["state"],
        category_path=form.cleaned_data["category"],
    )


def _page(query: RestockQuery, asked: str) -> tuple[int, Shortages]:
    """Return the page that is asked for, or the first where there is no such page."""
    number = int(asked) if asked.isdecimal() and len(asked) < _MOST_DIGITS else 1
    found = list_shortages(query, limit=ROWS, offset=max(number - 1, 0) * ROWS)
    if found.rows or number <= 1:
        return number, found
    return 1, list_shortages(query, limit=ROWS)


def _cells(query: RestockQuery) -> Iterator[list[Any]]:
    for row in list_shortages(query, limit=MOST_ROWS).rows:
        product = row.variant.product
        yield [
            row.variant.sku,
            product.title,
            row.variant.option_text,
            product.brand.name if product.brand else "",
            row.variant.stock,
            row.sold,
            "" if row.days_left is None else f"{row.days_left:.1f}",
            row.suggested,
        ]
