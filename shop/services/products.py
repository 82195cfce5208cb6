"""Writing one product: its own fields, its attribute values, its variants."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from shop.attribute_values import Value, parse_value
from shop.models import Attribute, Product, ProductAttribute, ProductImage, ProductOption, Variant
from shop.services.imports.text import make_slug
from shop.services.slugs import free_slug
from shop.signals import catalogue_changed

SLUG_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeValue:
    """One value for one attribute, in any form that the attribute's type can read."""

    attribute: Attribute
    value: Value | int | float


@transaction.atomic
def create_product(
    *,
    fields: Mapping[str, Any],
    attributes: Iterable[AttributeValue] = (),
    options: Iterable[Attribute] = (),
    variants: Iterable[Mapping[str, Any]] = (),
) -> Product:
    """Create a product with its attributes and variants; the slug is made from the title.

    Raises InvalidValue when a value is not of its attribute's type.
    """
    product = Product(**fields)
    product.slug = product.slug or slug_of(product.title)
    note_publication(product)
    product.save()
    write_attributes(product=product, values=attributes)
    for position, attribute in enumerate(options, start=1):
        ProductOption.objects.create(product=product, attribute=attribute, position=position)
    for variant in variants:
        Variant.objects.create(product=product, **variant)
    catalogue_changed.send(Product, kind="product", ids=[product.pk])
    product.refresh_from_db()
    return product


@transaction.atomic
def update_product(
    *,
    product: Product,
    fields: Mapping[str, Any],
    attributes: Iterable[AttributeValue] | None = None,
) -> Product:
    """Change fields of a product; `attributes`, when given, replaces all its values.

    Raises InvalidValue when a value is not of its attribute's type; then nothing is changed.
    """
    for name, value in fields.items():
        setattr(product, name, value)
    note_publication(product)
    product.save()
    if attributes is not None:
        write_attributes(product=product, values=attributes)
    catalogue_changed.send(Product, kind="product", ids=[product.pk])
    product.refresh_from_db()
    return product


@transaction.atomic
def save_variant(*, variant: Variant, fields: Mapping[str, Any]) -> Variant:
    """Change and store a variant, new or known; writes only the fields given.

    A stock that an order lowers at the same moment is not written back by a change of price.
    """
    for name, value in fields.items():
        setattr(variant, name, value)
    variant.save(update_fields=None if variant.pk is None else list(fields))
    catalogue_changed.send(Product, kind="product", ids=[variant.product_id])
    return variant


def delete_variant(*, variant: Variant) -> None:
    """Delete a variant."""
    with transaction.atomic():
        product_id = variant.product_id
        variant.delete()
        catalogue_changed.send(Product, kind="product", ids=[product_id])


def picture_belongs(*, image: ProductImage | None, product: Product) -> bool:
    """Return whether a variant of the product may show this picture."""
    return image is None or image.product_id == product.pk


def note_publication(product: Product) -> None:
    """Set the day of publication when a product is first shown."""
    if product.status == Product.Status.ACTIVE and product.published_at is None:
        product.published_at = timezone.now()


def write_attributes(*, product: Product, values: Iterable[AttributeValue]) -> None:
    """Replace the product's attribute values; equal ones are stored once."""
    parsed = {
        (each.attribute.pk, value): ProductAttribute(
            product=product, attribute=each.attribute, **{column_of(value): value}
        )
        for each in values
        for value in [
            parse_value(kind=each.attribute.kind, unit=each.attribute.unit, value=each.value)
        ]
    }
    product.attributes.all().delete()
    ProductAttribute.objects.bulk_create(parsed.values())


def column_of(value: Value) -> str:
    """Return the column that holds values of this type."""
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, Decimal) else "text"


def slug_of(title: str) -> str:
    """Return a slug made of the title that no product has."""
    slug = make_slug(title, limit=SLUG_LENGTH)
    return free_slug(slug, limit=SLUG_LENGTH, is_taken=is_known)


def is_known(slug: str) -> bool:
    """Return whether a product has the slug."""
    return Product.objects.filter(slug=slug).exists()
