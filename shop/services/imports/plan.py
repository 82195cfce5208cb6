"""What has to change so that the shop says what a record says: the difference, before any write."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from shop.attribute_values import Value
from shop.models import ProductAttribute, ProductImage, Variant
from shop.services.images import StoredPicture
from shop.services.imports.current import Current
from shop.services.imports.lookups import Lookups
from shop.services.imports.records import ImageRecord, ProductRecord, VariantRecord

# Characters of a value shown in a difference; descriptions are long.
_SHOWN: Final = 120
Pictures = Mapping[Path, StoredPicture]


@dataclass(slots=True, kw_only=True)
class Plan:
    """The writes one product needs; none when it is as the record says."""

    record: ProductRecord
    current: Current | None
    product_fields: dict[str, Any] = field(default_factory=dict)
    attributes_new: list[tuple[str, Value]] = field(default_factory=list)
    attributes_gone: list[ProductAttribute] = field(default_factory=list)
    options_changed: bool = False
    variants_new: list[tuple[int, VariantRecord]] = field(default_factory=list)
    variants_changed: list[tuple[Variant, dict[str, Any]]] = field(default_factory=list)
    variants_gone: list[Variant] = field(default_factory=list)
    images_new: list[tuple[ImageRecord, StoredPicture]] = field(default_factory=list)
    images_changed: list[tuple[ProductImage, dict[str, Any]]] = field(default_factory=list)
    # By SKU, the hash of the picture a variant shows; only where that changes.
    variant_pictures: dict[str, str] = field(default_factory=dict)
    differences: list[str] = field(default_factory=list)

    def note(self, what: str, old: Any, new: Any) -> None:
        """Add a difference in words."""
        self.differences.append(f"{what}: {_show(old)} → {_show(new)}")


def make_plan(
    record: ProductRecord, current: Current | None, *, lookups: Lookups, pictures: Pictures
) -> Plan:
    """Return what to write; `current` is None for a product that is not there."""
    plan = Plan(record=record, current=current)
    _plan_product(plan, lookups)
    _plan_attributes(plan, lookups)
    _plan_options(plan, lookups)
    _plan_variants(plan)
    _plan_images(plan, pictures)
    if current is None:
        plan.differences = [f"new product “{record.title}” with {len(record.variants)} variants"]
    return plan


def _plan_product(plan: Plan, lookups: Lookups) -> None:
    record, product = plan.record, plan.current.product if plan.current else None
    for name in ("title", "description", "status", "published_at"):
        wanted = getattr(record, name)
        if wanted is not None and (product is None or getattr(product, name) != wanted):
            plan.product_fields[name] = wanted
            plan.note(name, getattr(product, name, None), wanted)
    if record.tags is not None and (product is None or tuple(product.tags) != record.tags):
        plan.product_fields["tags"] = list(record.tags)
        plan.note("tags", product.tags if product else None, list(record.tags))
    brand = lookups.brand_name(product.brand_id if product else None)
    if record.brand and (brand or "").casefold() != record.brand.casefold():
        plan.product_fields["brand"] = record.brand
        plan.note("brand", brand, record.brand)
    category = lookups.category_names(product.category_id if product else None)
    if record.category and _folded(category) != _folded(record.category):
        plan.product_fields["category"] = record.category
        plan.note("category", " > ".join(category) or None, " > ".join(record.category))


def _plan_attributes(plan: Plan, lookups: Lookups) -> None:
    stored = plan.current.attributes if plan.current else {}
    for code, wanted in plan.record.attributes.items():
        attribute = lookups.attributes.get(code)
        rows = stored.get(attribute.pk, []) if attribute else []
        have = {_typed(row): row for row in rows}
        missing = [value for value in wanted if (type(value), value) not in have]
        gone = [row for key, row in have.items() if key not in {(type(v), v) for v in wanted}]
        if missing or gone:
            plan.attributes_new += [(code, value) for value in missing]
            plan.attributes_gone += gone
            plan.note(code, [row.value for row in rows], list(wanted))


def _plan_options(plan: Plan, lookups: Lookups) -> None:
    wanted = [option.code for option in plan.record.options]
    have = [lookups.code(pk) for pk in plan.current.options] if plan.current else []
    if wanted != have:
        plan.options_changed = True
        plan.note("options", have, wanted)


def _plan_variants(plan: Plan) -> None:
    stored = dict(plan.current.variants) if plan.current else {}
    for position, record in enumerate(plan.record.variants):
        variant = stored.pop(record.sku.upper(), None)
        if variant is None:
            plan.variants_new.append((position, record))
            plan.note(f"variant {record.sku}", None, " / ".join(record.options) or "new")
            continue
        fields = {
            name: value
            for name, value in variant_fields(record, position).items()
            if getattr(variant, name) != value
        }
        if fields:
            plan.variants_changed.append((variant, fields))
        for name, value in fields.items():
            plan.note(f"variant {record.sku} {name}", getattr(variant, name), value)
    for variant in stored.values():
        plan.variants_gone.append(variant)
        plan.note(f"variant {variant.sku}", variant.option_text or "there", "removed")


def _plan_images(plan: Plan, pictures: Pictures) -> None:
    stored = plan.current.images if plan.current else {}
    seen = set[str]()
    for record in plan.record.images:
        picture = pictures.get(record.path)
        if picture is None or picture.sha256 in seen:
            continue
        seen.add(picture.sha256)
        image = stored.get(picture.sha256)
        if image is None:
            plan.images_new.append((record, picture))
            plan.note("picture", None, record.path.name)
            continue
        wanted = {"alt": record.alt, "position": record.position}
        fields = {name: value for name, value in wanted.items() if getattr(image, name) != value}
        if fields:
            plan.images_changed.append((image, fields))
        for name, value in fields.items():
            plan.note(f"picture {record.path.name} {name}", getattr(image, name), value)
    _plan_variant_pictures(plan, pictures)


def _plan_variant_pictures(plan: Plan, pictures: Pictures) -> None:
    stored = plan.current.variants if plan.current else {}
    hashes = {image.pk: sha for sha, image in (plan.current.images if plan.current else {}).items()}
    for record in plan.record.variants:
        picture = pictures.get(record.image) if record.image else None
        if picture is None:
            continue
        variant = stored.get(record.sku.upper())
        shown = hashes.get(variant.image_id) if variant and variant.image_id else None
        if shown != picture.sha256:
            plan.variant_pictures[record.sku.upper()] = picture.sha256
            if variant is not None:
                plan.note(f"variant {record.sku} picture", shown and shown[:12], record.image)


def variant_fields(record: VariantRecord, position: int) -> dict[str, Any]:
    """Return the columns that a variant line decides."""
    options = (*record.options, "", "", "")
    fields = {
        "sku": record.sku,
        "barcode": record.barcode,
        "option1": options[0],
        "option2": options[1],
        "option3": options[2],
        "price": record.price,
        "compare_at_price": record.compare_at_price,
        "position": position,
    }
    optional = {
        "stock": record.stock,
        "allow_backorder": record.allow_backorder,
        "weight_g": record.weight_g,
    }
    return fields | {name: value for name, value in optional.items() if value is not None}


def _typed(row: ProductAttribute) -> tuple[type, Value | None]:
    """Return the value with its type: to Python, True equals the number 1."""
    return type(row.value), row.value


def _folded(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in names)


def _show(value: Any) -> str:
    if value is None or value in ("", [], ()):
        return "nothing"
    if isinstance(value, list | tuple):
        return ", ".join(_show(item) for item in value)
    if isinstance(value, Path):
        return value.name
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
