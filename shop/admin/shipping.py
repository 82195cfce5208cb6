"""Where parcels go, how, and at what price: a table of rates on each country's page."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Count, Min, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from shop.admin.amounts import AmountForm
from shop.admin.base import BaseAdmin, TableInline
from shop.admin.product_inlines import FewChoicesMixin
from shop.admin.resources import ShippingRateResource
from shop.admin.search import SearchSource
from shop.admin.theme import ChoicesDropdownFilter
from shop.admin.transfer import TransferMixin
from shop.models import ShippingCountry, ShippingMethod, ShippingRate, TaxRate
from shop.templatetags.money import money


class RateForm(AmountForm):
    """A rate whose days are in order."""

    class Meta:
        model = ShippingRate
        fields: ClassVar = "__all__"

    def clean(self) -> dict[str, Any] | None:
        """Say beside the field what the database would refuse."""
        cleaned = super().clean()
        least, most = self.cleaned_data.get("days_min"), self.cleaned_data.get("days_max")
        if least is not None and most is not None and most < least:
            self.add_error("days_max", f"At most is not fewer than at least ({least}).")
        free_from = self.cleaned_data.get("free_from")
        if free_from is not None and free_from < 0:
            self.add_error("free_from", "Not below nothing.")
        return cleaned


class RateInline(FewChoicesMixin, TableInline):
    """What each method costs to a country, a row a weight step."""

    model = ShippingRate
    form = RateForm
    fields = ("method", "max_weight_g", "price", "free_from", "days_min", "days_max")
    ordering = ("method__position", "max_weight_g")
    verbose_name_plural = "shipping rates"
    tab = False


class CountryTaxInline(FewChoicesMixin, TableInline):
    """What of a price is tax in a country."""

    model = TaxRate
    form = AmountForm
    fields = ("tax_class", "percent", "is_included")
    verbose_name_plural = "tax rates"
    tab = False


@admin.register(ShippingCountry)
class ShippingCountryAdmin(BaseAdmin):
    """The countries that orders can be sent to, with their rates."""

    list_display = ("name", "code", "is_open", "rates", "cheapest", "position")
    list_editable = ("is_open", "position")
    list_filter = ("is_open",)
    ordering = ("position", "name")
    sortable_by = ()
    fields = (("name", "code"), ("is_open", "position"))
    inlines: ClassVar = [RateInline, CountryTaxInline]
    search_fields = ("name",)
    search_sources = (
        SearchSource(ShippingCountry, "name__icontains"),
        SearchSource(ShippingCountry, "code__iexact"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[ShippingCountry]:
        """Return the countries with the number of their rates and the lowest."""
        countries: QuerySet[ShippingCountry] = super().get_queryset(request)
        return countries.annotate(rate_count=Count("rates"), lowest=Min("rates__price"))

    def get_readonly_fields(
        self, request: HttpRequest, obj: ShippingCountry | None = None
    ) -> tuple[str, ...]:
        """Keep the code of a country: rates name it."""
        return ("code",) if obj else ()

    @admin.display(description="Rates")
    def rates(self, country: ShippingCountry) -> int:
        """Return how many rates there are; without any, nothing can be sent there."""
        count: int = country.rate_count  # type: ignore[attr-defined]
        return count

    @admin.display(description="From")
    def cheapest(self, country: ShippingCountry) -> SafeString | str:
        """Return the lowest price of a parcel."""
        lowest = country.lowest  # type: ignore[attr-defined]
        return "–" if lowest is None else money(lowest)


@admin.register(ShippingMethod)
class ShippingMethodAdmin(BaseAdmin):
    """The ways to send an order."""

    list_display = ("name", "code", "description", "is_active", "position")
    list_editable = ("is_active", "position")
    ordering = ("position", "name")
    sortable_by = ()
    prepopulated_fields: ClassVar = {"code": ("name",)}
    search_fields = ("name",)
    search_sources = (SearchSource(ShippingMethod, "name__icontains"),)


@admin.register(ShippingRate)
class ShippingRateAdmin(TransferMixin, BaseAdmin):
    """All rates in one table, to be changed in place or as CSV."""

    form = RateForm
    resource_classes: ClassVar = [ShippingRateResource]
    list_display = (*("country", "method", "up_to", "price", "free_from", "days_min", "days_max"),)
    list_editable = ("price", "free_from", "days_min", "days_max")
    list_select_related = ("country", "method")
    list_filter = (("method", ChoicesDropdownFilter),)
    ordering = ("country__position", "country_id", "method__position", "max_weight_g")
    sortable_by = ()
    search_fields = ("country__name",)
    search_sources = (
        SearchSource(ShippingRate, "country__name__icontains"),
        SearchSource(ShippingRate, "method__name__icontains"),
    )

    @admin.display(description="Up to (g)")
    def up_to(self, rate: ShippingRate) -> str:
        """Return the heaviest parcel that it is for."""
        return "any weight" if rate.max_weight_g is None else f"{rate.max_weight_g:,}"

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        """Check rows of the list as the form does."""
        return super().get_changelist_form(request, form=RateForm, **kwargs)
