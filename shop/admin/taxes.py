"""Kinds of goods that are taxed alike, and the rates of each by country."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from shop.admin.amounts import AmountForm
from shop.admin.base import BaseAdmin, TableInline
from shop.admin.product_inlines import FewChoicesMixin
from shop.admin.search import SearchSource
from shop.models import TaxClass, TaxRate


class TaxClassForm(forms.ModelForm):
    """A class; the only default stays the default."""

    def clean_is_default(self) -> bool:
        """Say which class is the default already, and leave no shop without one."""
        wanted: bool = self.cleaned_data["is_default"]
        others = TaxClass.objects.filter(is_default=True).exclude(pk=self.instance.pk)
        other = others.first()
        if wanted and other is not None:
            raise forms.ValidationError(f"“{other}” is the default: take that from it first.")
        return wanted


class RateByCountryInline(FewChoicesMixin, TableInline):
    """The percentages of a class, a row a country."""

    model = TaxRate
    form = AmountForm
    fields = ("country", "percent", "is_included")
    ordering = ("country__position", "country_id")
    verbose_name_plural = "rates by country"
    tab = False


@admin.register(TaxClass)
class TaxClassAdmin(BaseAdmin):
    """Standard, reduced, books: products name one, or get the default."""

    form = TaxClassForm
    list_display = ("name", "code", "is_default", "countries")
    ordering = ("name",)
    sortable_by = ()
    prepopulated_fields: ClassVar = {"code": ("name",)}
    inlines: ClassVar = [RateByCountryInline]
    search_fields = ("name",)
    search_sources = (SearchSource(TaxClass, "name__icontains"),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[TaxClass]:
        """Return the classes with the number of their rates."""
        classes: QuerySet[TaxClass] = super().get_queryset(request)
        return classes.annotate(rate_count=Count("rates"))

    @admin.display(description="Countries with a rate")
    def countries(self, tax_class: Any) -> int:
        """Return in how many countries these goods are taxed."""
        count: int = tax_class.rate_count
        return count

    def has_delete_permission(self, request: HttpRequest, obj: TaxClass | None = None) -> bool:
        """Keep the default class: without it shipping has no tax."""
        is_default = obj is not None and obj.is_default
        return not is_default and bool(super().has_delete_permission(request, obj))
