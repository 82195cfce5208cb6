"""Where people live: on orders, and in the address books of accounts."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class PostalAddress(models.Model):
    """A name and a place that a parcel can be sent to."""

    name = models.CharField(max_length=200)
    company = models.CharField(max_length=200, blank=True)
    line1 = models.CharField("address", max_length=200, blank=True)
    line2 = models.CharField("address, second line", max_length=200, blank=True)
    postcode = models.CharField(max_length=20, blank=True)
    city = models.CharField("town or city", max_length=120, blank=True)
    region = models.CharField("county or region", max_length=120, blank=True)
    country = models.CharField(max_length=2, help_text="ISO 3166-1 alpha-2.")
    phone = models.CharField(max_length=40, blank=True)

    class Meta:
        abstract = True

    @property
    def address_lines(self) -> list[str]:
        """The address as it stands on a parcel, without the country's name."""
        town = " ".join(part for part in (self.postcode, self.city) if part)
        lines = (self.name, self.company, self.line1, self.line2, town, self.region)
        return [line for line in lines if line]


class Address(PostalAddress):
    """An entry of an account's address book."""

    customer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="addresses")
    label = models.CharField(max_length=60, blank=True, help_text="Home, work, the cabin.")
    is_default = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-is_default", "id"]
        verbose_name_plural = "addresses"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["customer"],
                condition=Q(is_default=True),
                name="address_one_default",
                violation_error_message="Another address is the default already.",
            ),
            models.CheckConstraint(
                condition=Q(country__regex=r"^[A-Z]{2}$"), name="address_country_code"
            ),
        ]

    def __str__(self) -> str:
        return self.label or ", ".join(self.address_lines[1:3]) or self.name
