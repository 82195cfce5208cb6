"""What waits for somebody this morning, on top of the admin's first page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse

from shop.admin import badges
from shop.admin.orders.readiness import codes_on_delivery
from shop.admin.orders.rights import MAY_SEE, MAY_SEE_PAYMENTS, MAY_SEE_REFUNDS, MAY_SEE_RETURNS
from shop.amounts import format_amount
from shop.models import Order
from shop.reports.figures import Figures, compare_sales
from shop.reports.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A kind of work with how much of it there is ("99+": more than are counted)."""

    name: str
    count: str
    address: str
    icon: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """What a kind of work is called, where it is found, who sees it, and what counts it."""

    one: str
    many: str
    icon: str
    permission: str
    model: str
    query: str
    count: Callable[[HttpRequest], str]


_KINDS: Final = (
    _Kind(
        one="to ship",
        many="to ship",
        icon="package_2",
        permission=MAY_SEE,
        model="order",
        query="work=to_ship",
        count=badges.orders_to_ship,
    ),
    _Kind(
        one="return to answer",
        many="returns to answer",
        icon="assignment_return",
        permission=MAY_SEE_RETURNS,
        model="order",
        query="work=returns",
        count=badges.returns_waiting,
    ),
    _Kind(
        one="refund that failed",
        many="refunds that failed",
        icon="currency_exchange",
        permission=MAY_SEE_REFUNDS,
        model="order",
        query="work=stuck_refunds",
        count=badges.refunds_failed,
    ),
    _Kind(
        one="review to moderate",
        many="reviews to moderate",
        icon="rate_review",
        permission="shop.view_review",
        model="review",
        query="status__exact=pending",
        count=badges.pending_reviews,
    ),
    _Kind(
        one="letter given up",
        many="letters given up",
        icon="mail",
        permission="shop.view_outgoingemail",
        model="outgoingemail",
        query="state=given_up",
        count=badges.letters_given_up,
    ),
)


def add_today(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Add the jobs and, for those who may see sales, the day's figures to the first page."""
    seen = [kind for kind in _KINDS if request.user.has_perm(kind.permission)]
    jobs = [_job(kind, request) for kind in seen]
    context["jobs"] = [job for job in jobs if job.count]
    if request.user.has_perms([MAY_SEE, MAY_SEE_PAYMENTS]):
        context["day"] = _day()
    return context


def _job(kind: _Kind, request: HttpRequest) -> Job:
    count = kind.count(request)
    return Job(
        name=kind.one if count == "1" else kind.many,
        icon=kind.icon,
        count=count,
        address=f"{reverse(f'admin:shop_{kind.model}_changelist')}?{kind.query}",
        note=_since() if kind.query == "work=to_ship" else "",
    )


def _since() -> str:
    """Return since when the order waits that waits longest."""
    oldest = Order.objects.ready_to_ship(paid_on_delivery=codes_on_delivery()).first()
    return f"the oldest since {oldest.placed_at:%-d %B}" if oldest else ""


def _day() -> dict[str, Any]:
    sales = compare_sales(Period.ending_now("today"))
    return {
        "now": _words(sales.now, sales.currency),
        "before": _words(sales.before, sales.currency),
    }


def _words(figures: Figures, currency: str) -> str:
    orders = f"{figures.orders} order{'' if figures.orders == 1 else 's'}"
    return f"{orders}, {format_amount(figures.revenue, currency)}"
