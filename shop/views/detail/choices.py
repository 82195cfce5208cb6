"""The options of a product: what can be chosen, what is chosen, what that comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from shop.models import Product, ProductImage, Variant
from shop.templatetags.money import money
from shop.templatetags.numbers import plain
from shop.views.detail.stock import StockWords, stock_words

FIELDS = ("option1", "option2", "option3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of an option; available when it can be bought with the other options chosen."""

    text: str
    field_id: str
    is_chosen: bool
    is_available: bool
    image: ProductImage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A group of values of which one is chosen; `field` is its name in forms."""

    name: str
    field: str
    chosen: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The options of a product with the variant they add up to, None when it is not made."""

    options: tuple[Option, ...]
    variant: Variant | None
    saving: str
    stock: StockWords
    is_explicit: bool
    table: tuple[dict[str, Any], ...]


def choose_values(
    data: QueryDict, variants: Sequence[Variant], fields: Sequence[str], first_image: int | None
) -> dict[str, str]:
    """Return the value of each field: asked for in the address, else of a variant that sells.

    Among those that sell, the first that the first picture shows: what is seen is what is chosen.
    """
    by_id = {str(each.pk): each for each in variants}
    named = by_id.get(data.get("variant", ""))
    sells = [each for each in variants if each.is_buyable]
    pictured = [each for each in sells if first_image and each.image_id == first_image]
    default = named or next(iter([*pictured, *sells, *variants]), None)
    chosen: dict[str, str] = {}
    for field in fields:
        existing = {getattr(each, field) for each in variants}
        asked = data.get(field, "")
        chosen[field] = asked if asked in existing else getattr(default, field, "")
    return chosen


def matches(variant: Variant, chosen: dict[str, str]) -> bool:
    """Whether a variant has all the values chosen."""
    return all(getattr(variant, field) == value for field, value in chosen.items())


def pictures_by_value(
    variants: Sequence[Variant], field: str, images: dict[int, ProductImage]
) -> dict[str, ProductImage]:
    """Return {value: picture} for an option that changes the look, nothing for one like size."""
    seen: dict[str, set[int]] = {}
    for each in variants:
        if each.image_id in images:
            seen.setdefault(getattr(each, field), set()).add(each.image_id)
    values = {getattr(each, field) for each in variants}
    tells = len(values) > 1 and set(seen) == values and all(len(ids) == 1 for ids in seen.values())
    firsts = {value: next(iter(ids)) for value, ids in seen.items()}
    if not tells or len(set(firsts.values())) == 1:
        return {}
    return {value: images[pk] for value, pk in firsts.items()}


def build_option(
    name: str,
    field: str,
    variants: Sequence[Variant],
    chosen: dict[str, str],
    images: dict[int, ProductImage],
) -> Option:
    """Return one option with its values in the order the variants are kept in."""
    pictures = pictures_by_value(variants, field, images)
    texts = dict.fromkeys(text for each in variants if (text := getattr(each, field)))
    values = tuple(
        Value(
            text=text,
            field_id=f"{field}-{number}",
            is_chosen=chosen[field] == text,
            is_available=any(
                each.is_buyable and matches(each, {**chosen, field: text}) for each in variants
            ),
            image=pictures.get(text),
        )
        for number, text in enumerate(texts)
    )
    return Option(name=name, field=field, chosen=chosen[field], values=values)


def saving_words(variant: Variant | None) -> str:
    """Say what a reduction saves, in money and whole percent, rounded down."""
    if variant is None or variant.price is None or variant.compare_at_price is None:
        return ""
    saved = variant.compare_at_price - variant.price
    return f"You save {money(saved)} ({int(100 * saved / variant.compare_at_price)} %)"


def table_row(variant: Variant, fields: Sequence[str]) -> dict[str, Any]:
    """Return what the page's script needs to show a variant without asking the server."""
    words = stock_words(variant)
    return {
        "id": variant.pk,
        "options": [getattr(variant, field) for field in fields],
        "price": money(variant.price),
        "amount": plain(variant.price),
        "was": money(variant.compare_at_price),
        "saving": saving_words(variant),
        "stock": words.text,
        "state": words.state.value,
        "buyable": variant.is_buyable,
        "sku": variant.sku,
        "image": variant.image_id,
    }


def build_choices(product: Product, data: QueryDict) -> Choices:
    """Return the choices of a product read with its variants, options and images."""
    variants = list(product.variants.all())
    names = {each.position: each.attribute.name for each in product.options.all()}
    fields = [field for field in FIELDS if any(getattr(each, field) for each in variants)]
    images = {each.pk: each for each in product.images.all()}
    chosen = choose_values(data, variants, fields, next(iter(images), None))
    variant = next((each for each in variants if matches(each, chosen)), None)
    return Choices(
        options=tuple(
            build_option(
                names.get(FIELDS.index(field) + 1, "Option"), field, variants, chosen, images
            )
            for field in fields
        ),
        variant=variant,
        saving=saving_words(variant),
        stock=stock_words(variant),
        is_explicit=any(name in data for name in ("variant", *FIELDS)),
        table=tuple(table_row(each, fields) for each in variants),
    )
