"""The few numbers that say how a span of time went."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Exists, F, OuterRef, Q, Sum

from shop.models import Order, OrderLine, ProductView
from shop.reports.periods import Period

# Over a year of a million views the visitors took as long as everything else on the page; nobody
# reads that number to the last one.
_COUNTED_AT_ONCE: Final = 30
_VISITORS_KEPT_S: Final = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was sold in one currency; revenue is what stayed after refunds, taxes included."""

    orders: int = 0
    revenue: Decimal = Decimal(0)
    refunds: Decimal = Decimal(0)
    pieces: int = 0
    visitors: int = 0
    new_customers: int = 0
    returning_customers: int = 0

    @property
    def average_order(self) -> Decimal | None:
        """Revenue an order; None without orders."""
        return self.revenue / self.orders if self.orders else None

    @property
    def conversion(self) -> Decimal | None:
        """Orders for each visitor who looked at a product; None where nobody did."""
        return Decimal(self.orders) / self.visitors if self.visitors else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The figures of a span and of the one before, and the currencies that were paid in."""

    currency: str
    currencies: tuple[str, ...]
    now: Figures
    before: Figures


def sales_within(period: Period) -> Q:
    """Return the condition that an order was placed in a span."""
    return Q(placed_at__gte=period.start, placed_at__lt=period.end)


def compare_sales(period: Period, *, currency: str = "") -> Comparison:
    """Return the figures in a currency (ISO 4217); without one, in that of most orders."""
    totals = _totals(period)
    main = max(totals, key=lambda code: totals[code]["orders_now"], default=_own_currency())
    chosen = currency if currency in totals else main
    pieces = _pieces(period, chosen)
    figures = {
        name: Figures(
            orders=totals.get(chosen, {}).get(f"orders_{name}") or 0,
            revenue=totals.get(chosen, {}).get(f"revenue_{name}") or Decimal(0),
            refunds=totals.get(chosen, {}).get(f"refunds_{name}") or Decimal(0),
            pieces=pieces[name] or 0,
            visitors=count_visitors(span),
            **_customers(span, chosen),
        )
        for name, span in (("now", period), ("before", period.before))
    }
    return Comparison(currency=chosen, currencies=tuple(sorted(totals) or [chosen]), **figures)


def _own_currency() -> str:
    return str(settings.SHOP["CURRENCY"])


def _totals(period: Period) -> Mapping[str, Mapping[str, Any]]:
    spans = {"now": sales_within(period), "before": sales_within(period.before)}
    kept = F("total") - F("refunded_total")
    rows = (
        Order.objects.sold()
        .filter(spans["now"] | spans["before"])
        .order_by()
        .values("currency")
        .annotate(
            **{f"orders_{name}": Count("pk", filter=span) for name, span in spans.items()},
            **{f"revenue_{name}": Sum(kept, filter=span) for name, span in spans.items()},
            **{
                f"refunds_{name}": Sum("refunded_total", filter=span)
                for name, span in spans.items()
            },
        )
    )
    return {row["currency"]: row for row in rows}


def _pieces(period: Period, currency: str) -> Mapping[str, int | None]:
    def within(span: Period) -> Q:
        return Q(order__placed_at__gte=span.start, order__placed_at__lt=span.end)

    now, before = within(period), within(period.before)
    kept = F("quantity") - F("refunded")
    lines = OrderLine.objects.sold().filter(now | before, order__currency=currency)
    return lines.aggregate(now=Sum(kept, filter=now), before=Sum(kept, filter=before))


def _customers(period: Period, currency: str) -> Mapping[str, int]:
    """Return how many addresses bought for the first time, and how many had bought before."""
    sold = Order.objects.sold().order_by()
    buyers = sold.filter(sales_within(period), currency=currency).values("email").distinct()
    earlier = sold.filter(email=OuterRef("email"), placed_at__lt=period.start)
    returning = buyers.filter(Exists(earlier)).count()
    return {
        "new_customers": buyers.count() - returning,
        "returning_customers": returning,
    }


def count_visitors(period: Period) -> int:
    """Return how many browsers looked at a product; over a long span, as of some minutes ago."""
    if period.days <= _COUNTED_AT_ONCE:
        return _count_visitors(period)
    key = f"visitors:{period.days}:{period.first_day}"
    return cache.get_or_set(key, lambda: _count_visitors(period), _VISITORS_KEPT_S) or 0


def _count_visitors(period: Period) -> int:
    views = ProductView.objects.filter(viewed_at__gte=period.start, viewed_at__lt=period.end)
    return views.order_by().values("visitor").distinct().count()
