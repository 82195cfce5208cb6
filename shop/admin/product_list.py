"""The list of products: what a row needs in one query, and the filters beside it."""

from typing import Any

from django.db.models import CharField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from shop.admin.theme import DropdownFilter
from shop.models import Category, ImageRendition, Product, ProductImage, Variant


def with_list_columns(products: QuerySet[Product]) -> QuerySet[Product]:
    """Add the thumbnail's file and the stock of all variants, for the rows of one page only.

    As subqueries of the select list PostgreSQL computes them after LIMIT.
    """
    variants = Variant.objects.filter(product=OuterRef("pk")).order_by()
    stock = variants.values("product").values(n=Sum("stock"))
    return products.select_related("brand", "category").annotate(
        thumbnail_file=thumbnail_file("pk"), stock_total=Subquery(stock)
    )


def thumbnail_file(product: str) -> Coalesce:
    """Return the file of the first picture's smallest copy; `product` names the row's product."""
    original = ProductImage.objects.filter(product=OuterRef(product)).order_by("position", "pk")
    smallest = ImageRendition.objects.filter(image__product=OuterRef(product)).order_by(
        "image__position", "image_id", "width"
    )
    return Coalesce(
        Subquery(smallest.values("file")[:1]),
        Subquery(original.values("file")[:1]),
        output_field=CharField(),
    )


class CategoryFilter(DropdownFilter):
    """A category with everything below it."""

    title = "category"
    parameter_name = "in_category"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the tree, indented."""
        rows = Category.objects.order_by("path").values_list("pk", "name", "depth")
        return [
            (str(pk), "\N{NO-BREAK SPACE}" * 3 * (depth - 1) + name) for pk, name, depth in rows
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Product]) -> QuerySet[Product]:
        """Return the products below the chosen category."""
        chosen = self.value() or ""
        if not chosen.isdecimal():
            return queryset
        category = Category.objects.filter(pk=chosen).first()
        if category is None:
            return queryset.none()
        return queryset.filter(category__path__startswith=category.path)


class AvailabilityFilter(DropdownFilter):
    """Whether a shopper could buy the product now."""

    title = "availability"
    parameter_name = "availability"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the three states."""
        return [
            ("in_stock", "In stock"),
            ("sold_out", "Sold out"),
            ("not_for_sale", "Not for sale (no price)"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Product]) -> QuerySet[Product]:
        """Return the products in the chosen state."""
        buyable = Variant.objects.buyable().values("product")
        match self.value():
            case "in_stock":
                return queryset.filter(pk__in=buyable)
            case "sold_out":
                return queryset.filter(price_min__isnull=False).exclude(pk__in=buyable)
            case "not_for_sale":
                return queryset.filter(price_min__isnull=True)
        return queryset
