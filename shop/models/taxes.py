"""What of a price is tax, by country and kind of goods."""

from decimal import Decimal
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from shop.models.shipping import ShippingCountry


class TaxClass(models.Model):
    """A kind of goods that is taxed alike: standard, reduced, books."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    is_default = models.BooleanField(
        default=False, help_text="For products that name no class, and for shipping."
    )

    class Meta:
        ordering: ClassVar = ["name"]
        verbose_name_plural = "tax classes"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["is_default"],
                condition=Q(is_default=True),
                name="tax_class_one_default",
                violation_error_message="Another class is the default already.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class TaxRate(models.Model):
    """The tax on one class of goods in one country.

    Where it is included the catalogue's price is what people pay, and the tax is a part of it;
    where it is not, the tax comes on top at checkout. A country without a rate has no tax.
    """

    tax_class = models.ForeignKey(TaxClass, models.CASCADE, related_name="rates")
    country = models.ForeignKey(ShippingCountry, models.CASCADE, related_name="tax_rates")
    percent = models.DecimalField(
        max_digits=6,
        decimal_places=3,
        validators=[MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(100))],
    )
    is_included = models.BooleanField("included in prices", default=True)

    class Meta:
        ordering: ClassVar = ["country__position", "country_id", "tax_class_id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["tax_class", "country"],
                name="tax_rate_once",
                violation_error_message="This class has a rate for this country.",
            ),
            models.CheckConstraint(
                condition=Q(percent__gte=0, percent__lte=100), name="tax_rate_percent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.percent.normalize():f} % in {self.country_id}"
