"""Requests to stock: what shoppers look for in vain, as a list for whoever buys."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from ai.models import StockRequest
from shop.admin.base import BaseAdmin
from shop.admin.theme import ChoicesDropdownFilter, label

COLOURS = {"open": "warning", "ordered": "success", "declined": "info"}


@admin.register(StockRequest)
class StockRequestAdmin(BaseAdmin):
    """Written from a failing query in one click; its number of searches comes along."""

    list_display = ("query", "searches", "state", "created_by", "created_at")
    list_select_related = ("created_by",)
    list_filter = (("status", ChoicesDropdownFilter),)
    ordering = ("status", "-searches", "query")
    fields = ("query", "searches", "note", "status")

    @label(description="Status", colours=COLOURS)
    def state(self, request: StockRequest) -> tuple[str, str]:
        """Return the status as a label."""
        return request.status, request.get_status_display()

    def save_model(self, request: HttpRequest, obj: StockRequest, form: Any, change: bool) -> None:
        """Note who wrote it."""
        if not change:
            obj.created_by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)
