"""What was bought, as it was bought, and which products were looked at before."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from shop.models.accounts import User
from shop.models.addresses import PostalAddress
from shop.models.products import Product, Variant


class OrderQuerySet(models.QuerySet["Order"]):
    """The reads of orders."""

    def sold(self) -> Self:
        """Return the orders that counted as sales, those sent back later included."""
        return self.exclude(status__in=UNSOLD)

    def to_fulfil(self) -> Self:
        """Return the orders that staff have parcels to pack for, the oldest first."""
        waiting = (Order.Status.PLACED, Order.Status.PART_SHIPPED)
        return self.filter(status__in=waiting).order_by("placed_at", "id")

    def ready_to_ship(self, *, paid_on_delivery: Iterable[str]) -> Self:
        """Return those to fulfil that are paid, or are paid when they arrive, by provider codes."""
        owed = Q(payment_status=Order.PaymentStatus.UNPAID)
        return self.to_fulfil().exclude(owed & ~Q(payment_provider__in=paid_on_delivery))

    def waiting_for_money(self, *, paid_on_delivery: Iterable[str]) -> Self:
        """Return unpaid orders that are not sent before they are paid."""
        waiting = self.sold().filter(payment_status=Order.PaymentStatus.UNPAID)
        return waiting.exclude(payment_provider__in=paid_on_delivery)

    def with_version(self) -> Self:
        """Add `version`, which grows with everything that happens to an order but notes of staff.

        Whatever changes an order writes into its diary, in the same transaction.
        """
        notes = Q(events__kind="note", events__data={})
        return self.annotate(version=Coalesce(models.Max("events__id", filter=~notes), 0))

    def with_pieces_to_ship(self) -> Self:
        """Add `pieces_to_ship`: what `OrderLine.to_ship` says, summed up by the database."""
        given_up = Greatest(F("refunded") - F("returned"), 0)
        left = Greatest(F("quantity") - F("shipped") - given_up, 0)
        lines = OrderLine.objects.filter(order=models.OuterRef("pk")).order_by().values("order")
        pieces = models.Subquery(lines.annotate(pieces=models.Sum(left)).values("pieces"))
        return self.annotate(pieces_to_ship=Coalesce(pieces, 0))

    def overdue(self) -> Self:
        """Return unpaid orders whose reservation has run out."""
        return self.filter(status=Order.Status.PENDING, expires_at__lte=timezone.now())

    def of_customer(self, customer: User) -> Self:
        """Return an account's own orders; a guest's order belongs to no account."""
        return self.filter(customer=customer)


class Order(PostalAddress):
    """A purchase with the prices of its day; later changes of the catalogue leave it alone."""

    class Status(models.TextChoices):
        """Where an order stands."""

        PENDING = "pending", "waiting for payment"
        PLACED = "placed", "placed"
        PART_SHIPPED = "part_shipped", "partly shipped"
        SHIPPED = "shipped", "shipped"
        DELIVERED = "delivered", "delivered"
        CANCELLED = "cancelled", "cancelled"
        RETURNED = "returned", "returned"

    class PaymentStatus(models.TextChoices):
        """Whose the money is."""

        UNPAID = "unpaid", "not paid yet"
        PAID = "paid", "paid"
        PART_REFUNDED = "part_refunded", "partly refunded"
        REFUNDED = "refunded", "refunded"

    number = models.CharField(max_length=20, unique=True)
    # Empty for a guest's order, and for one whose account was deleted.
    customer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="orders",
        db_index=False,  # `order_by_customer` begins with it
    )
    email = models.EmailField("e-mail address")
    # An address of its own for the invoice; empty: the one the parcel goes to.
    billing_address = models.JSONField(default=dict, blank=True)
    currency = models.CharField(max_length=3, help_text="ISO 4217.")
    status = models.CharField(max_length=12, choices=Status, default=Status.PLACED)
    payment_status = models.CharField(
        max_length=13, choices=PaymentStatus, default=PaymentStatus.UNPAID
    )
    payment_provider = models.CharField(max_length=40, blank=True)
    placed_at = models.DateTimeField(default=timezone.now)
    # Until when an order that is not paid yet keeps its goods from others.
    expires_at = models.DateTimeField(null=True, blank=True)
    goods_total = models.DecimalField(max_digits=13, decimal_places=3)
    discount_total = models.DecimalField(max_digits=13, decimal_places=3, default=Decimal(0))
    coupon_code = models.CharField(max_length=40, blank=True)
    shipping_price = models.DecimalField(max_digits=13, decimal_places=3, default=Decimal(0))
    shipping_name = models.CharField("shipping method", max_length=80, blank=True)
    days_min = models.PositiveSmallIntegerField(null=True, blank=True)
    days_max = models.PositiveSmallIntegerField(null=True, blank=True)
    # All tax of the order, and the part of it that came on top of the prices.
    tax_total = models.DecimalField(max_digits=13, decimal_places=3, default=Decimal(0))
    tax_added = models.DecimalField(max_digits=13, decimal_places=3, default=Decimal(0))
    # One entry a rate, as on the invoice: percent, is_included, taxable, tax (decimals as text).
    taxes = models.JSONField(default=list, blank=True)
    total = models.DecimalField(max_digits=13, decimal_places=3)
    refunded_total = models.DecimalField(max_digits=13, decimal_places=3, default=Decimal(0))
    buyer_note = models.CharField("note to the shop", max_length=500, blank=True)
    # Where an order that was brought along came from, and its id there.
    source = models.CharField(max_length=40, blank=True, editable=False)
    external_id = models.CharField(max_length=200, blank=True, editable=False)

    objects = OrderQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-placed_at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "external_id"],
                condition=~Q(external_id=""),
                name="order_external_id_unique",
                violation_error_message="Another order has this external id.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        *("pending", "placed", "part_shipped", "shipped"),
                        *("delivered", "cancelled", "returned"),
                    ],
                    payment_status__in=["unpaid", "paid", "part_refunded", "refunded"],
                ),
                name="order_status_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    goods_total__gte=0,
                    discount_total__gte=0,
                    shipping_price__gte=0,
                    tax_added__gte=0,
                    tax_total__gte=F("tax_added"),
                    total__gte=0,
                ),
                name="order_amounts_not_negative",
                violation_error_message="No amount of an order is below zero.",
            ),
            models.CheckConstraint(
                condition=Q(
                    total=F("goods_total")
                    - F("discount_total")
                    + F("shipping_price")
                    + F("tax_added")
                ),
                name="order_total_adds_up",
                violation_error_message=(
                    "The total is the goods less the discount, the shipping and the added tax."
                ),
            ),
            models.CheckConstraint(
                condition=Q(refunded_total__gte=0, refunded_total__lte=F("total")),
                name="order_refunds_within_total",
                violation_error_message="No more goes back than was paid.",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__isnull=True) | Q(status__in=["pending", "cancelled"]),
                name="order_only_unpaid_ones_expire",
            ),
            models.CheckConstraint(
                condition=Q(country__regex=r"^[A-Z]{2}$", currency__regex=r"^[A-Z]{3}$"),
                name="order_country_and_currency_codes",
                violation_error_message="Give the country and the currency by their ISO codes.",
            ),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(email=""), name="order_number_and_email_present"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["-placed_at", "-id"], name="order_newest"),
            models.Index(fields=["status", "-placed_at"], name="order_by_status"),
            models.Index(fields=["customer", "-placed_at"], name="order_by_customer"),
            models.Index(fields=["country", "-placed_at"], name="order_by_country"),
            # Whether somebody had bought before, account or not.
            models.Index(fields=["email", "placed_at"], name="order_by_email"),
            models.Index(
                fields=["expires_at"], condition=Q(status="pending"), name="order_expiring"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def can_be_cancelled(self) -> bool:
        """Whether nothing of it has left the shop yet."""
        return self.status in {Order.Status.PENDING, Order.Status.PLACED}

    @property
    def is_overdue(self) -> bool:
        """Whether it was to be paid by now, and was not."""
        if self.status != Order.Status.PENDING or self.expires_at is None:
            return False
        return self.expires_at <= timezone.now()

    @property
    def refundable(self) -> Decimal:
        """What of the money that came in has not gone back."""
        if self.payment_status == Order.PaymentStatus.UNPAID:
            return Decimal(0)
        return self.total - self.refunded_total


# Orders that no sale came of (yet).
UNSOLD = (Order.Status.PENDING, Order.Status.CANCELLED)


class OrderLineQuerySet(models.QuerySet["OrderLine"]):
    """The reads of what was bought."""

    def sold(self) -> Self:
        """Return the lines of orders that counted as sales."""
        return self.exclude(order__status__in=UNSOLD)

    def bought(self, *, customer: User, product: Product) -> Self:
        """Return the lines in which an account bought a product."""
        return self.sold().filter(order__customer=customer, product=product)

    def bought_together(self, product: Product) -> models.QuerySet["OrderLine", Any]:
        """Return the products sold in the same orders, as dicts of `product_id` and `orders`.

        `orders` counts orders, not pieces; the most frequent come first.
        """
        holding = OrderLine.objects.filter(product=product).values("order_id")
        return (
            self.sold()
            .filter(order_id__in=holding, product__isnull=False)
            .exclude(product=product)
            .order_by()
            .values("product_id")
            .annotate(orders=models.Count("order_id", distinct=True))
            .order_by("-orders", "product_id")
        )


class OrderLine(models.Model):
    """A variant in an order: it keeps name and price when the product is changed or deleted."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="lines")
    product = models.ForeignKey(
        Product, models.SET_NULL, null=True, blank=True, related_name="order_lines"
    )
    variant = models.ForeignKey(
        Variant, models.SET_NULL, null=True, blank=True, related_name="order_lines"
    )
    sku = models.CharField("SKU", max_length=100)
    title = models.CharField(max_length=500)
    options = models.CharField(max_length=620, blank=True, help_text="As bought: M / Blue.")
    unit_price = models.DecimalField(max_digits=13, decimal_places=3)
    quantity = models.PositiveIntegerField(default=1)
    total = models.GeneratedField(
        expression=F("unit_price") * F("quantity"),
        output_field=models.DecimalField(max_digits=16, decimal_places=3),
        db_persist=True,
    )
    # The line's share of the order's discount, in the currency's whole units.
    discount = models.DecimalField(max_digits=13, decimal_places=3, default=Decimal(0))
    tax_percent = models.DecimalField(max_digits=6, decimal_places=3, default=Decimal(0))
    is_tax_included = models.BooleanField(default=True)
    weight_g = models.PositiveIntegerField("weight of a piece (g)", default=0)
    # Pieces sold beyond the stock there was.
    backordered = models.PositiveIntegerField(default=0)
    shipped = models.PositiveIntegerField(default=0)
    returned = models.PositiveIntegerField(default=0)
    refunded = models.PositiveIntegerField(default=0)

    objects = OrderLineQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["order_id", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(quantity__gt=0),
                name="order_line_quantity_positive",
                violation_error_message="The quantity is 1 or more.",
            ),
            models.CheckConstraint(
                condition=Q(unit_price__gte=0), name="order_line_price_not_negative"
            ),
            models.CheckConstraint(
                condition=~Q(sku="") & ~Q(title=""), name="order_line_sku_and_title_present"
            ),
            models.CheckConstraint(
                condition=Q(
                    backordered__lte=F("quantity"),
                    shipped__lte=F("quantity"),
                    returned__lte=F("quantity"),
                    refunded__lte=F("quantity"),
                    discount__gte=0,
                ),
                name="order_line_pieces_within_quantity",
                violation_error_message="No more pieces than were bought.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.sku}"

    @property
    def to_ship(self) -> int:
        """Pieces that have not left yet and were not refunded before they could."""
        return max(self.quantity - self.shipped - max(self.refunded - self.returned, 0), 0)

    @property
    def missing(self) -> int:
        """Pieces of those to ship that were never on the shelf: they do not go back there."""
        return min(self.backordered, self.to_ship)

    @property
    def returnable(self) -> int:
        """Pieces that left and have not come back."""
        return max(self.shipped - self.returned, 0)


class ProductViewQuerySet(models.QuerySet["ProductView"]):
    """The reads of what was looked at."""

    def of_visitor(self, visitor: str) -> Self:
        """Return what one visitor looked at, the latest first."""
        return self.filter(visitor=visitor).order_by("-viewed_at", "-id")


class ProductView(models.Model):
    """One look at one product's page."""

    class Referrer(models.TextChoices):
        """What led to the page."""

        SEARCH = "search", "search"
        CATEGORY = "category", "category page"
        RELATED = "related", "another product's page"
        DIRECT = "direct", "a link from outside"

    # `product_view_by_product` is its index.
    product = models.ForeignKey(Product, models.CASCADE, related_name="views", db_index=False)
    # A hash that stays the same for a browser; it names nobody.
    visitor = models.CharField(max_length=64)
    # Empty while the visitor is not signed in.
    email = models.EmailField("customer's e-mail address", blank=True)
    viewed_at = models.DateTimeField(default=timezone.now)
    referrer = models.CharField(max_length=10, choices=Referrer, default=Referrer.DIRECT)

    objects = ProductViewQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(referrer__in=["search", "category", "related", "direct"]),
                name="product_view_referrer_known",
            ),
            models.CheckConstraint(condition=~Q(visitor=""), name="product_view_visitor_present"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["visitor", "-viewed_at"], name="product_view_by_visitor"),
            models.Index(fields=["product", "-viewed_at"], name="product_view_by_product"),
            # Rows come in the order of time: a block range is a stretch of it.
            BrinIndex(fields=["viewed_at"], name="product_view_newest"),
            models.Index(
                fields=["email", "-viewed_at"],
                condition=~Q(email=""),
                name="product_view_by_customer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} at {self.viewed_at:%Y-%m-%d %H:%M}"
