"""Products made and put on show or away by hand: in the admin, by the API, by commands."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from shop.models import Product
from shop.services.imports.text import make_slug, one_line
from shop.services.slugs import free_slug

_SLUG_LENGTH = 200


@transaction.atomic
def create_product(*, title: str, slug: str = "", **fields: Any) -> Product:
    """Make a product; without a slug it gets one from its title that nothing else has."""
    title = one_line(title)
    free = free_slug(
        make_slug(slug or title, limit=_SLUG_LENGTH),
        limit=_SLUG_LENGTH,
        is_taken=lambda slug: Product.objects.filter(slug=slug).exists(),
    )
    return Product.objects.create(title=title, slug=free, **fields)


def publish_product(*, product: Product) -> None:
    """Show a product to shoppers; the first time is remembered."""
    product.status = Product.Status.ACTIVE
    if product.published_at is None:
        product.published_at = timezone.now()
    product.save(update_fields=["status", "published_at", "updated_at"])


def unpublish_product(*, product: Product) -> None:
    """Take a product off show, to be worked on."""
    _set_status(product, Product.Status.DRAFT)


def archive_product(*, product: Product) -> None:
    """Put a product away for good, keeping what was said and sold of it."""
    _set_status(product, Product.Status.ARCHIVED)


def _set_status(product: Product, status: Product.Status) -> None:
    product.status = status
    product.save(update_fields=["status", "updated_at"])
