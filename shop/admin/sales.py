"""The sales dashboard: how the shop does, and how it did before."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET

from shop.admin.permissions import needs
from shop.admin.sales_charts import sales_charts
from shop.admin.sales_tiles import sales_tiles
from shop.reports.figures import compare_sales
from shop.reports.periods import DEFAULT, NAMES, Period

# Revenue is not for everybody who packs parcels: whoever sees it may see payments as well.
MAY_SEE_SALES = ("shop.view_order", "shop.view_payment")


@require_GET
@needs(*MAY_SEE_SALES)
def sales(request: HttpRequest) -> HttpResponse:
    """Show the figures and charts of a span of time, in one currency."""
    period = Period.ending_now(request.GET.get("period", DEFAULT))
    figures = compare_sales(period, currency=request.GET.get("currency", ""))
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        **sales_charts(period, figures.currency),
        "title": "Sales",
        "period": period,
        "periods": NAMES,
        "currency": figures.currency,
        "currencies": figures.currencies,
        "tiles": sales_tiles(figures),
    }
    return TemplateResponse(request, "admin/shop/sales.html", context)
