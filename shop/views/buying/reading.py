"""What forms around the cart send, read without trusting it."""

from typing import Final

from django.http import QueryDict
from django.shortcuts import get_object_or_404

from shop.models import Product, Variant
from shop.views.detail.choices import FIELDS

# More digits than any number of pieces or any id has; Python refuses to read far longer ones.
_DIGITS: Final = 18


def read_number(data: QueryDict, name: str, *, otherwise: int) -> int:
    """Return a whole number of a form, or the other one where the form holds none."""
    text = data.get(name, "").strip()
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > _DIGITS:
        return otherwise
    return int(text)


def find_variant(data: QueryDict) -> Variant:
    """Return the variant that a form names by its id; raises Http404 for none that is shown."""
    pk = read_number(data, "variant", otherwise=0)
    variants = Variant.objects.select_related("product")
    return get_object_or_404(variants, pk=pk, product__status=Product.Status.ACTIVE)


def find_product(data: QueryDict) -> Product:
    """Return the product that a form names by its id; raises Http404 for none that is shown."""
    pk = read_number(data, "product", otherwise=0)
    return get_object_or_404(Product.objects.published(), pk=pk)


def choose_variant(product: Product, data: QueryDict) -> Variant | None:
    """Return the variant with the options that a form names, None where it is not made.

    Without options in the form it is the variant that the form names, or the only one there is.
    """
    variants = list(product.variants.all())
    fields = [field for field in FIELDS if any(getattr(each, field) for each in variants)]
    if fields and any(field in data for field in FIELDS):
        wanted = [data.get(field, "") for field in fields]
        matching = (x for x in variants if [getattr(x, field) for field in fields] == wanted)
        return next(matching, None)
    named = read_number(data, "variant", otherwise=0)
    if named:
        return next((each for each in variants if each.pk == named), None)
    return variants[0] if len(variants) == 1 else None
