"""An order's invoice, to be printed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from shop.amounts import format_amount
from shop.exceptions import OrderStateError
from shop.models import Order
from shop.services.orders.invoices import issue_invoice
from shop.totals import TaxLine
from shop.views.buying.access import by_token
from shop.views.buying.order_page import read_order_page
from shop.views.buying.sums import percent_words, taxes_of_order
from shop.views.fragments import PageRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxRow:
    """What was taxed at one rate, without the tax and with it, in words."""

    percent: str
    net: str
    tax: str
    gross: str


@require_safe
@by_token
def invoice(request: PageRequest, found: Order) -> HttpResponse:
    """Show the order's invoice; it gets its number when it is first looked at."""
    try:
        issued = issue_invoice(order=found)
    except OrderStateError as error:
        raise Http404(str(error)) from error
    context = {
        "page": read_order_page(found),
        "invoice": issued,
        "seller": settings.SHOP["SELLER"],
        "taxes": tax_rows(taxes_of_order(found), found.currency),
    }
    return render(request, "shop/buying/invoice.html", context)


def tax_rows(taxes: Iterable[TaxLine], currency: str) -> list[TaxRow]:
    """Return one row a rate."""
    return [tax_row(each, currency) for each in taxes]


def tax_row(line: TaxLine, currency: str) -> TaxRow:
    """Return what was taxed, whether the tax was a part of it or came on top."""
    net = line.taxable - line.tax if line.is_included else line.taxable
    return TaxRow(
        percent=percent_words(line.percent),
        net=format_amount(net, currency),
        tax=format_amount(line.tax, currency),
        gross=format_amount(net + line.tax, currency),
    )
