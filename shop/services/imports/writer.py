"""The planned writes, a batch at a time: each table is written once, whatever the batch's size."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from shop.models import Product, ProductAttribute, ProductImage, ProductOption, Variant
from shop.services.imports.conform import Definitions
from shop.services.imports.lookups import Lookups
from shop.services.imports.plan import Plan, variant_fields
from shop.services.slugs import free_slug
from shop.signals import catalogue_changed

M = TypeVar("M", bound=models.Model)


def write_plans(
    plans: Sequence[Plan], *, lookups: Lookups, definitions: Definitions, reason: str
) -> None:
    """Write what the plans say; call it in a transaction. Raises IntegrityError or DataError."""
    _make_what_is_named(plans, lookups, definitions)
    products = _write_products(plans, lookups, reason)
    _write_attributes(plans, products, lookups)
    _write_options(plans, products, lookups)
    images = _write_images(plans, products)
    _write_variants(plans, products, images, reason)
    catalogue_changed.send(sender=Product, kind="product", ids=[product.pk for product in products])


def _make_what_is_named(plans: Sequence[Plan], lookups: Lookups, definitions: Definitions) -> None:
    lookups.make_brands(plan.product_fields.get("brand") for plan in plans)
    for plan in plans:
        if "category" in plan.product_fields:
            lookups.make_category(plan.product_fields["category"])
    options = {option.code: option for plan in plans for option in plan.record.options}
    codes = [code for plan in plans for code, _ in plan.attributes_new]
    lookups.make_attributes((*codes, *options), {**options, **definitions})


def _write_products(plans: Sequence[Plan], lookups: Lookups, reason: str) -> list[Product]:
    """Return the products in the order of the plans."""
    taken = _taken_slugs(plans)
    new: list[Product] = []
    changed: list[tuple[Product, dict[str, Any]]] = []
    now = timezone.now()
    for plan in plans:
        fields = dict(plan.product_fields)
        if "brand" in fields:
            fields["brand_id"] = lookups.brand_id(fields.pop("brand"))
        if "category" in fields:
            fields["category_id"] = lookups.category_id(fields.pop("category"))
        if plan.current is not None:
            # An ETag is made of it, so it moves with variants and pictures too.
            changed.append((plan.current.product, {**fields, "updated_at": now}))
            continue
        slug = free_slug(plan.record.slug, limit=200, is_taken=taken.__contains__)
        taken.add(slug)
        if fields.get("status") == Product.Status.ACTIVE:
            fields.setdefault("published_at", now)
        record = plan.record
        new.append(
            Product(slug=slug, source=record.source, external_id=record.external_id, **fields)
        )
    made = iter(bulk_create_with_history(new, Product, default_change_reason=reason) if new else ())
    _update(changed, Product.objects, reason)
    return [plan.current.product if plan.current else next(made) for plan in plans]


def _taken_slugs(plans: Sequence[Plan]) -> set[str]:
    """Return the slugs that stand in the way of the new products'."""
    wanted = [plan.record.slug for plan in plans if plan.current is None]
    taken = set(Product.objects.filter(slug__in=wanted).values_list("slug", flat=True))
    for slug in list(taken):
        stem = slug[:190]
        taken |= set(
            Product.objects.filter(slug__startswith=f"{stem}-").values_list("slug", flat=True)
        )
    return taken


def _write_attributes(plans: Sequence[Plan], products: Sequence[Product], lookups: Lookups) -> None:
    gone = [row.pk for plan in plans for row in plan.attributes_gone]
    ProductAttribute.objects.filter(pk__in=gone).delete()
    ProductAttribute.objects.bulk_create(
        ProductAttribute(
            product=product, attribute=lookups.attributes[code], **{_column(value): value}
        )
        for plan, product in zip(plans, products, strict=True)
        for code, value in plan.attributes_new
    )


def _column(value: str | Decimal | bool) -> str:
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, Decimal) else "text"


def _write_options(plans: Sequence[Plan], products: Sequence[Product], lookups: Lookups) -> None:
    changed = [
        (plan, product)
        for plan, product in zip(plans, products, strict=True)
        if plan.options_changed
    ]
    ProductOption.objects.filter(
        product__in=[product for plan, product in changed if plan.current]
    ).delete()
    ProductOption.objects.bulk_create(
        ProductOption(product=product, attribute=lookups.attributes[option.code], position=position)
        for plan, product in changed
        for position, option in enumerate(plan.record.options, start=1)
    )


def _write_images(
    plans: Sequence[Plan], products: Sequence[Product]
) -> dict[tuple[int, str], ProductImage]:
    """Return the pictures of the products by product id and hash."""
    images = {
        (plan.current.product.pk, sha256): image
        for plan in plans
        if plan.current
        for sha256, image in plan.current.images.items()
    }
    new = [
        ProductImage(
            product=product,
            file=picture.name,
            sha256=picture.sha256,
            alt=record.alt,
            position=record.position,
            width=picture.width,
            height=picture.height,
        )
        for plan, product in zip(plans, products, strict=True)
        for record, picture in plan.images_new
    ]
    for image in ProductImage.objects.bulk_create(new):
        images[image.product_id, image.sha256] = image
    for image, fields in (change for plan in plans for change in plan.images_changed):
        ProductImage.objects.filter(pk=image.pk).update(**fields)
    return images


def _write_variants(
    plans: Sequence[Plan],
    products: Sequence[Product],
    images: dict[tuple[int, str], ProductImage],
    reason: str,
) -> None:
    gone = [variant.pk for plan in plans for variant in plan.variants_gone]
    Variant.objects.filter(pk__in=gone).delete()
    _park_options(plans)
    new: list[Variant] = []
    changed: list[tuple[Variant, dict[str, Any]]] = []
    for plan, product in zip(plans, products, strict=True):
        shown = {
            sku: images[product.pk, sha256].pk
            for sku, sha256 in plan.variant_pictures.items()
            if (product.pk, sha256) in images
        }
        for position, record in plan.variants_new:
            new.append(
                Variant(
                    product=product,
                    image_id=shown.pop(record.sku.upper(), None),
                    **variant_fields(record, position),
                )
            )
        for variant, fields in plan.variants_changed:
            picture = shown.pop(variant.sku.upper(), None)
            changed.append((variant, fields | ({"image_id": picture} if picture else {})))
        stored = plan.current.variants if plan.current else {}
        changed += [(stored[sku], {"image_id": pk}) for sku, pk in shown.items() if sku in stored]
    if new:
        bulk_create_with_history(new, Variant, default_change_reason=reason)
    _update(changed, Variant.objects, reason)


def _park_options(plans: Sequence[Plan]) -> None:
    """Move changing choices out of each other's way: two variants may swap theirs.

    The unique constraint looks at every row as it is updated, not at the end.
    """
    options = {"option1", "option2", "option3"}
    moving = [
        variant.pk
        for plan in plans
        for variant, fields in plan.variants_changed
        if fields.keys() & options
    ]
    if moving:
        Variant.objects.filter(pk__in=moving).update(
            option1=Concat(Value("~"), Cast(F("pk"), models.CharField()))
        )


def _update(
    changed: Iterable[tuple[M, dict[str, Any]]], manager: models.Manager[M], reason: str
) -> None:
    """Set fields, those and no others: what somebody else changes meanwhile stays."""
    groups: defaultdict[tuple[str, ...], list[M]] = defaultdict(list)
    for row, fields in changed:
        for name, value in fields.items():
            setattr(row, name, value)
        groups[tuple(sorted(name.removesuffix("_id") for name in fields))].append(row)
    for names, rows in groups.items():
        if names == ("updated_at",):
            manager.bulk_update(rows, names)
        else:
            bulk_update_with_history(rows, manager.model, list(names), default_change_reason=reason)
