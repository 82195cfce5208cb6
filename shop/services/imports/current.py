"""What the shop has of the products in a batch: a fixed number of queries whatever its size."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from shop.models import Product, ProductAttribute, ProductImage, ProductOption, Variant
from shop.services.imports.records import ProductRecord


@dataclass(slots=True)
class Current:
    """One product as it is stored, with everything that belongs to it."""

    product: Product
    attributes: dict[int, list[ProductAttribute]] = field(default_factory=dict)
    options: list[int] = field(default_factory=list)
    variants: dict[str, Variant] = field(default_factory=dict)
    images: dict[str, ProductImage] = field(default_factory=dict)


def load_current(records: Sequence[ProductRecord], *, lock: bool) -> dict[str, Current]:
    """Return the stored products of one source by external id; locked when they are to change.

    Attributes and options are known by the id of their attribute. The rows are gathered by hand:
    at this volume a prefetch, which makes a query set for every product, takes twice as long.
    """
    products = Product.objects.filter(
        source=records[0].source, external_id__in=[record.external_id for record in records]
    ).order_by("pk")
    if lock:
        products = products.select_for_update(no_key=True)
    found = {product.pk: Current(product) for product in products}
    if found:
        _gather(found)
    return {current.product.external_id: current for current in found.values()}


def _gather(found: dict[int, Current]) -> None:
    values = ProductAttribute.objects.filter(product__in=found).order_by("pk")
    for value in values:
        rows = found[value.product_id].attributes
        rows.setdefault(value.attribute_id, []).append(value)
    for option in ProductOption.objects.filter(product__in=found).order_by("position"):
        found[option.product_id].options.append(option.attribute_id)
    for variant in Variant.objects.filter(product__in=found).order_by("position", "pk"):
        found[variant.product_id].variants[variant.sku.upper()] = variant
    for image in ProductImage.objects.filter(product__in=found).order_by("position", "pk"):
        found[image.product_id].images[image.sha256] = image
