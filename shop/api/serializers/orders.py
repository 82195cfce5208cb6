"""Orders as they are placed and read."""

from typing import Any

from rest_framework import serializers

from shop.api.fields import amount_text
from shop.api.serializers.carts import TaxLineSerializer
from shop.models import Order, OrderLine, ShippingCountry
from shop.services.orders.details import CheckoutDetails, PostalDetails
from shop.services.orders.tokens import order_token


class OrderPriceField(serializers.DecimalField):
    """An amount in the order's own currency, as text: `"49.90"`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=13, decimal_places=3, **kwargs)

    def get_attribute(self, instance: Any) -> Any:
        """Return the amount with the decimals of the currency that was paid in."""
        order = instance if isinstance(instance, Order) else instance.order
        amount: Any = super().get_attribute(instance)
        return amount_text(amount, order.currency)

    def to_representation(self, value: Any) -> str:
        """Return the text that it is already."""
        return str(value)


class AddressSerializer(serializers.Serializer[Any]):
    """Where a parcel or an invoice goes."""

    name = serializers.CharField(max_length=200)
    company = serializers.CharField(max_length=200, required=False, allow_blank=True)
    line1 = serializers.CharField(max_length=200)
    line2 = serializers.CharField(max_length=200, required=False, allow_blank=True)
    postcode = serializers.CharField(max_length=20, required=False, allow_blank=True)
    city = serializers.CharField(max_length=120)
    region = serializers.CharField(max_length=120, required=False, allow_blank=True)
    country = serializers.RegexField(r"^[A-Z]{2}$", help_text="ISO 3166-1 alpha-2.")
    phone = serializers.CharField(max_length=40, required=False, allow_blank=True)


class NewOrderSerializer(serializers.Serializer[Any]):
    """What a buyer tells; the order stands only if it comes to `expected_total`."""

    cart = serializers.UUIDField(help_text="The cart's token.")
    email = serializers.EmailField()
    address = AddressSerializer()
    billing_address = AddressSerializer(required=False, allow_null=True)
    shipping_method = serializers.SlugField(required=False, allow_blank=True, default="")
    payment_method = serializers.SlugField()
    note = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")
    expected_total = serializers.DecimalField(max_digits=13, decimal_places=3, min_value=0)

    def validate_address(self, address: dict[str, str]) -> dict[str, str]:
        """Refuse a country that the shop does not ship to."""
        if not ShippingCountry.objects.open().filter(code=address["country"]).exists():
            raise serializers.ValidationError({"country": ["The shop does not ship there."]})
        return address

    def details(self) -> CheckoutDetails:
        """Return what was told, as the services take it."""
        told = self.validated_data
        billing = told.get("billing_address")
        return CheckoutDetails(
            email=told["email"],
            address=PostalDetails(**told["address"]),
            billing=PostalDetails(**billing) if billing else None,
            shipping_method=told["shipping_method"],
            payment_provider=told["payment_method"],
            note=told["note"],
        )


class OrderLineSerializer(serializers.ModelSerializer[OrderLine]):
    """What was bought, at the price of its day."""

    unit_price = OrderPriceField(read_only=True)
    total = OrderPriceField(read_only=True)
    discount = OrderPriceField(read_only=True)

    class Meta:
        model = OrderLine
        fields = (
            *("sku", "title", "options", "quantity", "unit_price", "total", "discount"),
            *("shipped", "returned", "refunded"),
        )
        read_only_fields = fields


class OrderSerializer(serializers.ModelSerializer[Order]):
    """An order; `token` opens it for a guest, sent as the header `Order-Token`."""

    token = serializers.SerializerMethodField()
    address = AddressSerializer(source="*", read_only=True)
    lines = OrderLineSerializer(many=True, read_only=True)
    taxes = TaxLineSerializer(many=True, read_only=True)
    goods_total = OrderPriceField(read_only=True)
    discount_total = OrderPriceField(read_only=True)
    shipping_price = OrderPriceField(read_only=True)
    tax_total = OrderPriceField(read_only=True)
    tax_added = OrderPriceField(read_only=True)
    total = OrderPriceField(read_only=True)
    refunded_total = OrderPriceField(read_only=True)

    class Meta:
        model = Order
        fields = (
            *("number", "token", "status", "payment_status", "placed_at", "expires_at"),
            *("email", "address", "lines", "currency", "goods_total", "discount_total"),
            *("coupon_code", "shipping_name", "shipping_price", "taxes", "tax_total"),
            *("tax_added", "total", "refunded_total", "payment_provider"),
        )
        read_only_fields = fields

    def get_token(self, order: Order) -> str:
        """Return the signed token of the order."""
        return order_token(order)


class PaymentStepSerializer(serializers.Serializer[Any]):
    """What comes next to pay: an address to go to, or a secret for the provider's form."""

    state = serializers.ChoiceField(choices=["pending", "paid", "failed", "cancelled"])
    redirect_url = serializers.CharField()
    client_secret = serializers.CharField()
    message = serializers.CharField()


class PlacedOrderSerializer(serializers.Serializer[Any]):
    """A placed order and the next step of its payment; no step where it is paid later."""

    order = OrderSerializer()
    payment = PaymentStepSerializer(allow_null=True)
