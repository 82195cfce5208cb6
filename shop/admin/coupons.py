"""Codes that make an order cheaper: what they take off, for whom, until when."""

from typing import Any, ClassVar, Final

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from shop.admin.amounts import AmountForm
from shop.admin.base import BaseAdmin, moment
from shop.admin.resources import CouponResource
from shop.admin.search import SearchSource
from shop.admin.theme import label
from shop.admin.transfer import TransferMixin
from shop.models import Coupon
from shop.services.imports.text import one_line
from shop.templatetags.money import money

# The field that says how much a kind of code takes off; free shipping has none.
_VALUE_OF: Final[dict[str, str]] = {
    Coupon.Kind.PERCENT: "percent",
    Coupon.Kind.AMOUNT: "amount",
}


class CouponForm(AmountForm):
    """A coupon whose kind and value go together."""

    def clean_code(self) -> str:
        """Return the code as it is printed: capitals, no blanks that nobody types."""
        code = one_line(self.cleaned_data["code"]).upper()
        if not code or " " in code:
            raise forms.ValidationError("A code is one word: SUMMER26.")
        return code

    def clean(self) -> dict[str, Any] | None:
        """Ask for the value that the kind needs, and take away the other."""
        cleaned = super().clean()
        needed = _VALUE_OF.get(str(self.cleaned_data.get("kind")))
        for name in ("percent", "amount"):
            if name != needed:
                self.cleaned_data[name] = None
            elif self.cleaned_data.get(name) is None and name not in self.errors:
                self.add_error(name, "This kind of code needs it.")
        if (self.cleaned_data.get("amount") or 1) <= 0:
            self.add_error("amount", "Give an amount above nothing.")
        self._check_limit()
        return cleaned

    def _check_limit(self) -> None:
        """Refuse a limit below what was used already, in words rather than by the database."""
        limit = self.cleaned_data.get("max_uses")
        if limit is not None and limit < self.instance.used_count:
            self.add_error("max_uses", f"It was used {self.instance.used_count} times already.")


@admin.register(Coupon)
class CouponAdmin(TransferMixin, BaseAdmin):
    """Codes, the newest first."""

    form = CouponForm
    resource_classes: ClassVar = [CouponResource]
    list_display = ("code", "takes_off", "conditions", "used", "state", "ends")
    list_filter = ("is_active", "kind")
    ordering = ("-created_at",)
    sortable_by = ()
    search_fields = ("code",)
    search_help_text = "Code or description"
    search_sources = (
        SearchSource(Coupon, "code__icontains"),
        SearchSource(Coupon, "description__icontains"),
    )
    readonly_fields = ("used",)
    fieldsets = (
        (None, {"fields": (("code", "is_active"), "description")}),
        ("Takes off", {"fields": ("kind", ("percent", "amount"))}),
        (
            "Conditions",
            {
                "fields": (
                    *("minimum", "starts_at", "ends_at"),
                    ("max_uses", "max_uses_per_customer"),
                )
            },
        ),
        ("So far", {"fields": ("used",)}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Coupon | None = None) -> Any:
        """Keep the code of a coupon that orders name."""
        return (*self.readonly_fields, "code") if obj and obj.used_count else self.readonly_fields

    @admin.display(description="Takes off")
    def takes_off(self, coupon: Coupon) -> str:
        """Return what the code is worth."""
        if coupon.kind == Coupon.Kind.PERCENT:
            return f"{coupon.percent.normalize():f} %" if coupon.percent else "–"
        return "shipping" if coupon.kind == Coupon.Kind.FREE_SHIPPING else money(coupon.amount)

    @admin.display(description="Conditions")
    def conditions(self, coupon: Coupon) -> str:
        """Return what an order and a customer must keep to."""
        words = [f"from {money(coupon.minimum)}"] if coupon.minimum else []
        if coupon.max_uses_per_customer is not None:
            words.append(f"{coupon.max_uses_per_customer} a customer")
        return ", ".join(words) or "none"

    @admin.display(description="Used")
    def used(self, coupon: Coupon) -> SafeString | str:
        """Return how often it was used, of how often it may be, linked to the orders."""
        if not coupon.pk:
            return "–"
        limit = "" if coupon.max_uses is None else f" of {coupon.max_uses}"
        orders = reverse("admin:shop_order_changelist")
        return format_html(
            '<a class="admin-number" href="{}?coupon_code__iexact={}">{}{}</a>',
            *(orders, coupon.code, coupon.used_count, limit),
        )

    @label(
        description="State",
        colours={"running": "success", "later": "info", "over": "danger", "off": "warning"},
    )
    def state(self, coupon: Coupon) -> tuple[str, str]:
        """Return whether the code counts now, or why it does not."""
        now = timezone.now()
        if not coupon.is_active:
            return "off", "switched off"
        if coupon.starts_at and now < coupon.starts_at:
            return "later", "not yet"
        if not coupon.is_running(now):
            return "over", "over"
        if coupon.max_uses is not None and coupon.used_count >= coupon.max_uses:
            return "over", "used up"
        return "running", "running"

    @admin.display(description="Until")
    def ends(self, coupon: Coupon) -> SafeString | str:
        """Return when the code stops to count."""
        return moment(coupon.ends_at) if coupon.ends_at else "–"
