"""What the sitemap lists."""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from shop.models import Category, Page, Product


class ProductSitemap(Sitemap):  # type: ignore[type-arg]
    """Every published product."""

    def items(self) -> QuerySet[Product]:
        """Return the products in a stable order."""
        return Product.objects.published().only("slug", "updated_at").order_by("id")

    def lastmod(self, item: Product) -> datetime:
        """Return when the product last changed."""
        return item.updated_at


class CategorySitemap(Sitemap):  # type: ignore[type-arg]
    """Every category."""

    def items(self) -> QuerySet[Category]:
        """Return the categories in the order of the tree."""
        categories: QuerySet[Category] = Category.objects.order_by("path")
        return categories


class PageSitemap(Sitemap):  # type: ignore[type-arg]
    """Every published page of the shop."""

    def items(self) -> QuerySet[Page]:
        """Return the pages in a stable order."""
        return Page.objects.published().only("slug", "updated_at").order_by("id")

    def lastmod(self, item: Page) -> datetime:
        """Return when the page last changed."""
        return item.updated_at


class FixedSitemap(Sitemap):  # type: ignore[type-arg]
    """The addresses that exist whatever the shop sells."""

    def items(self) -> list[str]:
        """Return the names of the addresses."""
        return ["shop:home", "shop:all", "shop:faq"]

    def location(self, item: str) -> str:
        """Return an address's path."""
        return reverse(item)


SITEMAPS: dict[str, type["Sitemap[Any]"]] = {
    "fixed": FixedSitemap,
    "categories": CategorySitemap,
    "products": ProductSitemap,
    "pages": PageSitemap,
}
