"""Carts as they are read and changed; every amount is computed from the database's own prices."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from shop.api.fields import PriceField
from shop.models import Cart, Variant
from shop.services.cart import MAX_QUANTITY
from shop.services.quotes import Quote, QuoteLine, ShippingOption
from shop.totals import TaxLine


class CartLineSerializer(serializers.Serializer[QuoteLine]):
    """A line; `problem` says why it cannot be bought like this."""

    id = serializers.IntegerField(source="line_id")
    variant = serializers.IntegerField(source="variant_id")
    sku = serializers.CharField()
    title = serializers.CharField()
    options = serializers.CharField()
    quantity = serializers.IntegerField()
    unit_price = PriceField()
    total = PriceField()
    discount = PriceField(help_text="The line's share of the discount.")
    problem = serializers.CharField()


class TaxLineSerializer(serializers.Serializer[TaxLine]):
    """The tax at one rate: a part of the total, or on top of the prices."""

    percent = serializers.DecimalField(max_digits=6, decimal_places=3, normalize_output=True)
    is_included = serializers.BooleanField()
    taxable = PriceField()
    tax = PriceField()


class ShippingOptionSerializer(serializers.Serializer[ShippingOption]):
    """A way to send the cart; days are working days after dispatch."""

    code = serializers.SlugField()
    name = serializers.CharField()
    description = serializers.CharField()
    price = PriceField()
    days_min = serializers.IntegerField()
    days_max = serializers.IntegerField()
    is_chosen = serializers.BooleanField()
    free_in = PriceField(allow_null=True, help_text="What is missing until it costs nothing.")


class CouponSerializer(serializers.Serializer[Any]):
    """The code in use; `problem` says why it takes nothing off."""

    code = serializers.CharField()
    description = serializers.CharField()
    problem = serializers.CharField()


class PaymentMethodSerializer(serializers.Serializer[Any]):
    """A way of paying that is offered for the cart."""

    code = serializers.SlugField()
    name = serializers.CharField()
    description = serializers.CharField()
    pays_later = serializers.BooleanField()


class QuoteSerializer(serializers.Serializer[Quote]):
    """What a cart comes to: total = goods - discount + shipping + added tax."""

    currency = serializers.CharField()
    country = serializers.CharField()
    lines = CartLineSerializer(many=True)
    coupon = serializers.SerializerMethodField()
    shipping_options = ShippingOptionSerializer(many=True)
    goods_total = PriceField()
    discount_total = PriceField()
    shipping_price = PriceField()
    taxes = TaxLineSerializer(many=True)
    tax_total = PriceField()
    tax_added = PriceField()
    total = PriceField()
    is_buyable = serializers.BooleanField(help_text="Whether it can be ordered like this.")

    @extend_schema_field(CouponSerializer(allow_null=True))
    def get_coupon(self, quote: Quote) -> dict[str, Any] | None:
        """Return the code that was entered, if any."""
        return dict(CouponSerializer(quote.coupon).data) if quote.coupon.code else None


class CartSerializer(QuoteSerializer):
    """A cart with what it comes to; whoever holds a guest's token holds the cart."""

    token = serializers.UUIDField()
    payment_methods = PaymentMethodSerializer(many=True)


class ChangeCartSerializer(serializers.Serializer[Cart]):
    """Where the cart would go, how, and the code to use; an empty code uses none."""

    country = serializers.RegexField(r"^[A-Z]{2}$", required=False)
    shipping_method = serializers.SlugField(required=False, allow_blank=True)
    coupon_code = serializers.CharField(max_length=40, required=False, allow_blank=True)


class NewCartLineSerializer(serializers.Serializer[Any]):
    """Pieces of a variant, named by its id or its SKU."""

    variant = serializers.PrimaryKeyRelatedField(
        queryset=Variant.objects.select_related("product"), required=False
    )
    sku = serializers.CharField(max_length=100, required=False)
    quantity = serializers.IntegerField(min_value=1, max_value=MAX_QUANTITY, default=1)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Find the variant; one of the two names is needed."""
        if ("variant" in attrs) == ("sku" in attrs):
            raise serializers.ValidationError("Name the variant by its id or by its SKU.")
        if "sku" in attrs:
            variants = Variant.objects.select_related("product")
            attrs["variant"] = variants.filter(sku__iexact=attrs["sku"]).first()
            if attrs["variant"] is None:
                raise serializers.ValidationError({"sku": ["There is no variant of this SKU."]})
        return attrs


class ChangeCartLineSerializer(serializers.Serializer[Any]):
    """How many pieces a line is from now on."""

    quantity = serializers.IntegerField(min_value=1, max_value=MAX_QUANTITY)
