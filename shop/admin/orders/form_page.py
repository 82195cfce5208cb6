"""The frame of a page on which something is done with an order."""

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse

from shop.models import Order
from shop.services.orders.letters import address_words


def form_page(
    request: HttpRequest, order: Order, template: str, context: Mapping[str, Any]
) -> TemplateResponse:
    """Return the page about an order that was found with its version."""
    return TemplateResponse(
        request,
        template,
        {
            **admin.site.each_context(request),
            "order": order,
            "original": order,
            "address": address_words(order),
            "opts": Order._meta,  # noqa: SLF001 - Django documents it
            **context,
        },
    )
