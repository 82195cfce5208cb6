"""The dashboard's charts, made of the reports."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from babel import Locale
from babel.dates import format_date, get_day_names
from babel.numbers import format_compact_currency
from django.conf import settings
from django.contrib.humanize.templatetags.humanize import intcomma
from django.urls import reverse

from shop.admin.charts import Bar, Bars, Columns, Heat, Measure, draw_bars, draw_columns, draw_heat
from shop.amounts import format_amount
from shop.reports.breakdown import (
    Share,
    best_sellers,
    orders_by_hour,
    sales_by_category,
    sales_by_country,
)
from shop.reports.periods import Period, Step
from shop.reports.series import Point, sales_over_time

_EVERY: dict[Step, str] = {"hour": "hour", "day": "day", "week": "week"}


def revenue_chart(period: Period, currency: str) -> Columns:
    """Return revenue over time beside the span before."""
    return draw_columns(
        [_measure(point, period.step) for point in sales_over_time(period, currency=currency)],
        code="revenue",
        title=f"Revenue by {_EVERY[period.step]}",
        what="Revenue",
        in_words=lambda amount: format_amount(amount, currency),
        in_short=lambda amount: format_compact_currency(
            amount, currency, locale=_locale(), fraction_digits=1
        ),
    )


def country_bars(period: Period, currency: str) -> Bars:
    """Return revenue by country."""
    territories = Locale.parse(_locale()).territories
    orders = reverse("admin:shop_order_changelist")
    rows = [
        _bar(
            share,
            currency,
            name=territories.get(share.name, share.name),
            address=f"{orders}?country={share.key}",
        )
        for share in sales_by_country(period, currency=currency)
    ]
    return draw_bars(
        rows, title="By country", of_what="Country", count_name="Orders", value_name="Revenue"
    )


def product_bars(period: Period, currency: str) -> Bars:
    """Return the best sellers, each with a link to its page in the admin."""
    rows = [
        _bar(
            share,
            currency,
            name=share.name,
            address=reverse("admin:shop_product_change", args=[share.key]) if share.key else "",
        )
        for share in best_sellers(period, currency=currency)
    ]
    return draw_bars(
        rows, title="Best sellers", of_what="Product", count_name="Pieces", value_name="Goods"
    )


def category_bars(period: Period, currency: str) -> Bars:
    """Return sales by category."""
    rows = [
        _bar(share, currency, name=share.name, note=share.within)
        for share in sales_by_category(period, currency=currency)
    ]
    return draw_bars(
        rows, title="By category", of_what="Category", count_name="Pieces", value_name="Goods"
    )


def hours_heat(period: Period, currency: str) -> Heat:
    """Return when in the week people order."""
    names = get_day_names("abbreviated", locale=_locale())
    return draw_heat(
        orders_by_hour(period, currency=currency),
        title="When people order",
        what="orders",
        corner="Day",
        row_names=[names[day] for day in range(7)],
        heads=[f"{hour:02}" for hour in range(24)],
    )


def sales_charts(period: Period, currency: str) -> dict[str, Any]:
    """Return every chart of the dashboard by the name its template calls it."""
    lists: Sequence[Bars] = (
        product_bars(period, currency),
        category_bars(period, currency),
        country_bars(period, currency),
    )
    return {
        "revenue": revenue_chart(period, currency),
        "lists": lists,
        "hours": hours_heat(period, currency),
    }


def _measure(point: Point, step: Step) -> Measure:
    if step == "hour":
        name = short = f"{point.start:%H:00}"
    else:
        short = format_date(point.start, "d MMM", locale=_locale())
        day = format_date(point.start, "EEE d MMM y", locale=_locale())
        name = day if step == "day" else f"week from {day}"
    return Measure(name=name, short_name=short, value=point.revenue, before=point.revenue_before)


def _bar(share: Share, currency: str, *, name: str, note: str = "", address: str = "") -> Bar:
    return Bar(
        name=name,
        note=note,
        address=address,
        value=Decimal(share.revenue),
        text=format_amount(share.revenue, currency),
        count=str(intcomma(share.count)),
    )


def _locale() -> str:
    return str(settings.SHOP["LOCALE"])
