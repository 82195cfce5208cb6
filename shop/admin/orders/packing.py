"""Packing lists to print: what to pick, then one sheet a parcel; without prices."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET

from shop.admin.orders.bulk_shipping import chosen_ids
from shop.admin.orders.readiness import waits_for_money
from shop.admin.orders.rights import MAY_SEE
from shop.admin.permissions import needs
from shop.reports.packing import packing_list
from shop.services.orders.letters import address_words


@require_GET
@needs(MAY_SEE)
def packing(request: HttpRequest) -> HttpResponse:
    """Show the packing list of the orders that are named in the address."""
    packed = packing_list(chosen_ids(request))
    context = {
        "picks": packed.picks,
        "pieces": sum(pick.pieces for pick in packed.picks),
        "sheets": [
            (sheet, address_words(sheet.order), waits_for_money(sheet.order))
            for sheet in packed.sheets
        ],
    }
    return TemplateResponse(request, "admin/shop/order/packing.html", context)
