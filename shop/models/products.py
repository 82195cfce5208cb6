"""Products, what is said about them, and the variants that are sold."""

from decimal import Decimal
from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast, NullIf, Upper
from django.urls import reverse
from simple_history.models import HistoricalRecords

from shop.html import sanitise_html
from shop.models.taxonomy import Attribute, Brand, Category


def _plain_text_of(field: str) -> Func:
    """Return SQL for the text of sanitised HTML: tags become blanks, the four entities letters.

    The sanitiser writes no other entities, so the result is exact; being a generated column, it
    is true after a bulk `update()` too.
    """
    expression: Any = Func(
        F(field), Value("<[^>]+>"), Value(" "), Value("g"), function="regexp_replace"
    )
    for entity, letter in (("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        expression = Func(expression, Value(entity), Value(letter), function="replace")
    squeezed = Func(expression, Value(r"\s+"), Value(" "), Value("g"), function="regexp_replace")
    return Func(squeezed, function="btrim", output_field=models.TextField())


class ProductQuerySet(models.QuerySet["Product"]):
    """The reads of the catalogue."""

    def published(self) -> Self:
        """Return what shoppers may see."""
        return self.filter(status=Product.Status.ACTIVE)

    def in_category(self, category: Category) -> Self:
        """Return the products of a category and of everything below it."""
        return self.filter(category__path__startswith=category.path)

    def in_stock(self) -> Self:
        """Return products of which at least one variant can be bought now."""
        return self.filter(
            models.Exists(Variant.objects.buyable().filter(product=models.OuterRef("pk")))
        )

    def for_cards(self) -> Self:
        """Return products with all that a product card shows, in a fixed number of queries."""
        return self.select_related("brand", "category").prefetch_related(
            "images__renditions", "variants"
        )

    def for_lists(self) -> Self:
        """Return products for lists of cards: as for cards, less the words that no card shows."""
        return self.for_cards().defer("description", "description_text")


class Product(models.Model):
    """Something the shop shows and, through its variants, sells."""

    class Status(models.TextChoices):
        """Who sees the product."""

        DRAFT = "draft", "draft"
        ACTIVE = "active", "active"
        ARCHIVED = "archived", "archived"

    slug = models.SlugField(max_length=200, unique=True)
    title = models.CharField(max_length=500)
    brand = models.ForeignKey(
        Brand, models.SET_NULL, null=True, blank=True, related_name="products"
    )
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="products"
    )
    description = models.TextField(blank=True, help_text="HTML; anything unsafe is removed.")
    description_text = models.GeneratedField(
        expression=_plain_text_of("description"), output_field=models.TextField(), db_persist=True
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT, db_index=True)
    tags = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    tax_class = models.ForeignKey(
        "shop.TaxClass",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="products",
        help_text="Empty: the default class.",
    )
    published_at = models.DateTimeField(null=True, blank=True, db_index=True)
    # Where an imported product came from, and its id there.
    source = models.CharField(max_length=40, blank=True, editable=False)
    external_id = models.CharField(max_length=200, blank=True, editable=False)
    # Kept by triggers on reviews and variants (migration 0002): true whatever writes them.
    rating_count = models.PositiveIntegerField(default=0, editable=False)
    rating_sum = models.PositiveIntegerField(default=0, editable=False)
    rating_average = models.GeneratedField(
        expression=Cast(F("rating_sum"), models.DecimalField(max_digits=12, decimal_places=4))
        / NullIf(F("rating_count"), 0),
        output_field=models.DecimalField(max_digits=4, decimal_places=3),
        db_persist=True,
    )
    price_min = models.DecimalField(
        max_digits=13, decimal_places=3, null=True, blank=True, editable=False, db_index=True
    )
    price_max = models.DecimalField(
        max_digits=13, decimal_places=3, null=True, blank=True, editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ProductQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=[
            *("description_text", "rating_count", "rating_sum", "rating_average"),
            *("price_min", "price_max", "updated_at"),
        ]
    )

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "external_id"],
                condition=~Q(external_id=""),
                name="product_external_id_unique",
                violation_error_message="Another product has this external id.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "active", "archived"]), name="product_status_known"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="product_title_present"),
        ]
        indexes: ClassVar = [GinIndex(fields=["tags"], name="product_tags")]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the product with its description made safe."""
        self.description = sanitise_html(self.description)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Return the product page's path."""
        return reverse("shop:product", args=[self.slug])

    @property
    def is_for_sale(self) -> bool:
        """Whether any variant has a price."""
        return self.price_min is not None


class ProductAttribute(models.Model):
    """One typed value of one attribute of one product; a product may have several."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="attributes")
    attribute = models.ForeignKey(Attribute, models.PROTECT, related_name="values")
    text = models.CharField(max_length=500, null=True, blank=True)  # noqa: DJ001  (null: not of this type)
    number = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    boolean = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["attribute__position", "attribute__name", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(text__isnull=False, number__isnull=True, boolean__isnull=True)
                | Q(text__isnull=True, number__isnull=False, boolean__isnull=True)
                | Q(text__isnull=True, number__isnull=True, boolean__isnull=False),
                name="product_attribute_one_value",
                violation_error_message="Give one value: a text, a number, or yes or no.",
            ),
            models.UniqueConstraint(
                fields=["product", "attribute", "text", "number", "boolean"],
                nulls_distinct=False,
                name="product_attribute_unique",
                violation_error_message="The product has this value already.",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["attribute", "text"], name="product_attribute_text"),
            models.Index(fields=["attribute", "number"], name="product_attribute_number"),
        ]

    def __str__(self) -> str:
        return f"{self.attribute.name}: {self.display}"

    @property
    def value(self) -> str | Decimal | bool | None:
        """The value in its own type."""
        if self.text is not None:
            return self.text
        return self.number if self.number is not None else self.boolean

    @property
    def display(self) -> str:
        """The value as people read it, with its unit."""
        if self.text is not None:
            return self.text
        if self.number is not None:
            number = f"{self.number.normalize():f}"
            return f"{number} {self.attribute.unit}".strip()
        return "Yes" if self.boolean else "No"


class ProductOption(models.Model):
    """An attribute that tells a product's variants apart; its position names the variant column."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="options")
    attribute = models.ForeignKey(Attribute, models.PROTECT, related_name="options")
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["product", "position"], name="product_option_position"),
            models.UniqueConstraint(
                fields=["product", "attribute"], name="product_option_attribute"
            ),
            models.CheckConstraint(
                condition=Q(position__gte=1, position__lte=3), name="product_option_one_to_three"
            ),
        ]

    def __str__(self) -> str:
        return self.attribute.name


class VariantQuerySet(models.QuerySet["Variant"]):
    """The reads of variants."""

    def buyable(self) -> Self:
        """Return variants that have a price and are in stock or may be backordered."""
        return self.filter(price__isnull=False).filter(Q(stock__gt=0) | Q(allow_backorder=True))

    def reduced(self) -> Self:
        """Return variants that cost less than they did (a constraint: the price before is more)."""
        return self.filter(compare_at_price__isnull=False)


class Variant(models.Model):
    """What is put into a cart: one combination of options, with its price and stock."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="variants")
    sku = models.CharField("SKU", max_length=100)
    barcode = models.CharField(max_length=40, blank=True, db_index=True)
    option1 = models.CharField(max_length=200, blank=True)
    option2 = models.CharField(max_length=200, blank=True)
    option3 = models.CharField(max_length=200, blank=True)
    price = models.DecimalField(
        max_digits=13,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
        help_text="Empty: shown, not for sale.",
    )
    compare_at_price = models.DecimalField(
        max_digits=13,
        decimal_places=3,
        null=True,
        blank=True,
        help_text="Price before a reduction.",
    )
    stock = models.PositiveIntegerField(default=0)
    allow_backorder = models.BooleanField(default=False, help_text="Sold at stock 0 too.")
    weight_g = models.PositiveIntegerField("weight (g)", null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    image = models.ForeignKey(
        "shop.ProductImage", models.SET_NULL, null=True, blank=True, related_name="variants"
    )

    objects = VariantQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["stock"])

    class Meta:
        ordering: ClassVar = ["product_id", "position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                Upper("sku"),
                name="variant_sku_unique",
                violation_error_message="Another variant has this SKU, whatever its case.",
            ),
            models.UniqueConstraint(
                fields=["product", "option1", "option2", "option3"],
                name="variant_options_unique",
                violation_error_message="Another variant of the product has these options.",
            ),
            models.CheckConstraint(
                condition=Q(price__isnull=True) | Q(price__gte=0), name="variant_price_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(compare_at_price__isnull=True)
                | Q(price__isnull=False, compare_at_price__gt=F("price")),
                name="variant_compare_at_above_price",
                violation_error_message="The price to compare with must be above the price.",
            ),
            models.CheckConstraint(condition=~Q(sku=""), name="variant_sku_present"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["product"],
                condition=Q(price__isnull=False) & (Q(stock__gt=0) | Q(allow_backorder=True)),
                name="variant_buyable",
            ),
            models.Index(
                fields=["product"],
                condition=Q(compare_at_price__isnull=False),
                name="variant_reduced",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sku} {self.option_text}".strip()

    @property
    def option_values(self) -> list[str]:
        """The option values in the order of the product's options, blanks left out."""
        return [value for value in (self.option1, self.option2, self.option3) if value]

    @property
    def option_text(self) -> str:
        """The options as one label: `M / Blue`."""
        return " / ".join(self.option_values)

    @property
    def is_buyable(self) -> bool:
        """Whether it has a price and is in stock or may be backordered."""
        return self.price is not None and (self.stock > 0 or self.allow_backorder)
