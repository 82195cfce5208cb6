"""Where the shop ships to, how, at what price and how long it takes."""

from decimal import Decimal
from typing import ClassVar, Self

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q

COUNTRY_CODE = RegexValidator(r"^[A-Z]{2}$", "Give the country by its ISO code, as in IE.")


class ShippingCountryQuerySet(models.QuerySet["ShippingCountry"]):
    """The reads of countries."""

    def open(self) -> Self:
        """Return the countries that orders can be sent to now."""
        return self.filter(is_open=True)


class ShippingCountry(models.Model):
    """A country that the shop ships to."""

    code = models.CharField(
        max_length=2, primary_key=True, validators=[COUNTRY_CODE], help_text="ISO 3166-1 alpha-2."
    )
    name = models.CharField(max_length=80)
    is_open = models.BooleanField("ships there", default=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = ShippingCountryQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["position", "name"]
        verbose_name_plural = "shipping countries"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[A-Z]{2}$"), name="shipping_country_code"
            )
        ]

    def __str__(self) -> str:
        return self.name


class ShippingMethod(models.Model):
    """A way to send an order: standard, express, pallet."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    description = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class ShippingRateQuerySet(models.QuerySet["ShippingRate"]):
    """The reads of what sending costs."""

    def offered(self, *, country: str, weight_g: int) -> Self:
        """Return one rate a method: the one of the smallest weight step that carries the parcel."""
        return (
            self.filter(
                Q(max_weight_g__isnull=True) | Q(max_weight_g__gte=weight_g),
                country_id=country,
                country__is_open=True,
                method__is_active=True,
            )
            .select_related("method", "country")
            .order_by("method__position", "method_id", F("max_weight_g").asc(nulls_last=True))
            .distinct("method__position", "method_id")
        )


class ShippingRate(models.Model):
    """The price of one method to one country, up to a weight."""

    method = models.ForeignKey(ShippingMethod, models.CASCADE, related_name="rates")
    country = models.ForeignKey(ShippingCountry, models.CASCADE, related_name="rates")
    max_weight_g = models.PositiveIntegerField(
        "up to (g)", null=True, blank=True, help_text="Empty: any weight."
    )
    price = models.DecimalField(
        max_digits=13, decimal_places=3, validators=[MinValueValidator(Decimal(0))]
    )
    free_from = models.DecimalField(
        max_digits=13,
        decimal_places=3,
        null=True,
        blank=True,
        help_text="Goods after discounts from which this costs nothing; empty: never.",
    )
    days_min = models.PositiveSmallIntegerField("working days, at least", default=1)
    days_max = models.PositiveSmallIntegerField("working days, at most", default=3)

    objects = ShippingRateQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["country__position", "country_id", "method__position", "max_weight_g"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["method", "country", "max_weight_g"],
                nulls_distinct=False,
                name="shipping_rate_once",
                violation_error_message="This method has a price for this country and weight.",
            ),
            models.CheckConstraint(
                condition=Q(price__gte=0)
                & (Q(free_from__isnull=True) | Q(free_from__gte=0))
                & Q(days_max__gte=F("days_min")),
                name="shipping_rate_sound",
                violation_error_message="Prices are not below zero, and the days are in order.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.method} to {self.country_id}"
