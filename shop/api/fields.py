"""Fields whose form in JSON is the shop's own."""

from decimal import Decimal
from typing import Any

from django.conf import settings
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from shop.models import ProductAttribute
from shop.money import smallest_unit


def amount_text(amount: Decimal, currency: str = "") -> str:
    """Return an amount with the currency's decimals; more when it has more: nothing is rounded.

    The shop's currency, unless another is told.
    """
    step = smallest_unit(currency or settings.SHOP["CURRENCY"])
    rounded = amount.quantize(step)
    return f"{rounded if rounded == amount else amount.normalize():f}"


class PriceField(serializers.DecimalField):
    """An amount in the shop's currency, as text: `"49.90"`."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_digits", 13)
        kwargs.setdefault("decimal_places", 3)
        kwargs.setdefault("min_value", Decimal(0))
        super().__init__(**kwargs)

    def to_representation(self, value: Any) -> str:
        """Return the amount with the currency's decimals."""
        return amount_text(Decimal(value))


@extend_schema_field(OpenApiTypes.STR)
class CurrencyField(serializers.Field[Any, Any, Any, Any]):
    """The shop's currency (ISO 4217), beside every amount."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, value: Any) -> str:
        """Return the code."""
        code: str = settings.SHOP["CURRENCY"]
        return code


@extend_schema_field({"oneOf": [{"type": "string"}, {"type": "number"}, {"type": "boolean"}]})
class TypedValueField(serializers.Field[Any, Any, Any, Any]):
    """A value in the type of its attribute: text, number, or true and false."""

    def to_representation(self, value: ProductAttribute) -> str | float | bool | None:
        """Return the value as JSON has it."""
        typed = value.value
        return float(typed) if isinstance(typed, Decimal) else typed

    def to_internal_value(self, data: Any) -> str | int | float | bool:
        """Accept the three types; the attribute decides later which one fits."""
        if isinstance(data, str):
            text: str = serializers.CharField(max_length=500).run_validation(data)
            return text
        if isinstance(data, (bool, int, float)):
            return data
        raise serializers.ValidationError("This is neither text, a number, nor true or false.")


@extend_schema_field(OpenApiTypes.URI)
class FileUrlField(serializers.Field[Any, Any, Any, Any]):
    """The absolute address of a stored file."""

    def to_representation(self, value: Any) -> str:
        """Return the file's address as the caller reaches this server."""
        url: str = self.context["request"].build_absolute_uri(value.url)
        return url


@extend_schema_field(OpenApiTypes.URI)
class PageUrlField(serializers.Field[Any, Any, Any, Any]):
    """The absolute address of the page that shows the object."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, value: Any) -> str:
        """Return the page's address."""
        url: str = self.context["request"].build_absolute_uri(value.get_absolute_url())
        return url
