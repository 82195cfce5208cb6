"""What the shop has of the products in a batch: a fixed number of queries whatever its size."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects

from shop.models import Product, ProductAttribute, ProductImage, Variant
from shop.services.imports.records import ProductRecord


@dataclass(slots=True)
class Current:
    """One product as it is stored, with everything that belongs to it."""

    product: Product
    attributes: dict[str, list[ProductAttribute]] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    variants: dict[str, Variant] = field(default_factory=dict)
    images: dict[str, ProductImage] = field(default_factory=dict)


def load_current(records: Sequence[ProductRecord], *, lock: bool) -> dict[str, Current]:
    """Return the stored products of one source by external id; locked when they are to change."""
    products = Product.objects.filter(
        source=records[0].source, external_id__in=[record.external_id for record in records]
    ).order_by("pk")
    if lock:
        products = products.select_for_update(no_key=True)
    rows = list(products)
    prefetch_related_objects(
        rows, "brand", "attributes__attribute", "options__attribute", "variants", "images"
    )
    return {product.external_id: _current(product) for product in rows}


def _current(product: Product) -> Current:
    attributes: defaultdict[str, list[ProductAttribute]] = defaultdict(list)
    for value in product.attributes.all():
        attributes[value.attribute.code].append(value)
    return Current(
        product=product,
        attributes=dict(attributes),
        options=tuple(option.attribute.code for option in product.options.all()),
        variants={variant.sku.upper(): variant for variant in product.variants.all()},
        images={image.sha256: image for image in product.images.all()},
    )
