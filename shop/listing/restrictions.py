"""Filters as conditions on products: the one meaning of each, for lists, facets and totals."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import BooleanField, Exists, OuterRef, Q
from django.db.models.expressions import RawSQL

from shop.listing.filters import AttributeFilter, Filters, Measure
from shop.listing.lacking import has
from shop.models import Attribute, Category, Product, ProductAttribute, Variant
from shop.models.products import ProductQuerySet, VariantQuerySet

Compiled = tuple[str, tuple[Any, ...]]

# What Django does not recognise as empty: it has no SQL for a set it knows to be empty.
NEVER = RawSQL("FALSE", (), BooleanField())
# No attribute has this id.
UNKNOWN = 0
# `VariantQuerySet.buyable` for statements that are written out.
BUYABLE = "price IS NOT NULL AND (stock > 0 OR allow_backorder)"


class Restrictions:
    """Filters over some products, ready to be applied; what they name is looked up once."""

    def __init__(self, filters: Filters, *, among: ProductQuerySet | None = None) -> None:
        self.filters = filters
        self._among = Product.objects.published() if among is None else among
        self._path = ""
        if filters.category:
            found = Category.objects.filter(slug=filters.category).values_list("path", flat=True)
            # An unknown category has no products, rather than all of them.
            self._path = found.first() or "-"
        codes = [each.code for each in filters.attributes]
        # By its id, the planner knows how common an attribute's values are.
        self._attributes: dict[str, int] = (
            dict(Attribute.objects.filter(code__in=codes).values_list("code", "pk"))
            if codes
            else {}
        )

    def products(self, filters: Filters | None = None) -> ProductQuerySet:
        """Return the products that pass these filters, or a looser form of them."""
        wanted = self.filters if filters is None else filters
        products = self._among.order_by()
        for condition in self._conditions(wanted):
            products = products.filter(condition)
        return products

    def _conditions(self, filters: Filters) -> Iterator[Q]:
        lookups = {
            "category__path__startswith": self._path if filters.category else None,
            "brand__slug__in": filters.brands or None,
            "price_min__gte": filters.price_min,
            "price_min__lte": filters.price_max,
            "rating_average__gte": filters.rating_min,
        }
        yield Q(**{lookup: value for lookup, value in lookups.items() if value is not None})
        for asked, condition in (
            (filters.in_stock, is_buyable()),
            (filters.on_sale, is_on_sale()),
        ):
            if asked is not None:
                yield Q(condition) if asked else ~Q(condition)
        variants = eligible_variants(filters)
        for each in filters.attributes:
            yield _attribute_condition(each, self._attributes.get(each.code, UNKNOWN), variants)
        for measure in filters.measures:
            yield _measure_condition(measure)
        for thing in filters.lacking:
            yield ~has(thing)


def is_buyable() -> Exists:
    """Return the condition that a variant can be bought now."""
    return Exists(Variant.objects.buyable().filter(product=OuterRef("pk")).order_by())


def is_on_sale() -> Exists:
    """Return the condition that a variant costs less than it did."""
    return Exists(Variant.objects.reduced().filter(product=OuterRef("pk")).order_by())


def eligible_variants(filters: Filters) -> VariantQuerySet:
    """Return the variants that may answer for a size or colour: buyable ones if stock is asked."""
    return Variant.objects.buyable() if filters.in_stock else Variant.objects.all()


def of_ids(ids: list[int]) -> RawSQL:
    """Return SQL for `pk__in` that takes any number of ids as one parameter."""
    return RawSQL("SELECT unnest(%s::bigint[])", (ids,))


def compiled(products: ProductQuerySet, *columns: str) -> Compiled:
    """Return SQL for the ids of the products and further columns, with its parameters."""
    try:
        text, params = products.values_list("pk", *columns).query.sql_with_params()
    except EmptyResultSet:
        return compiled(Product.objects.order_by().filter(NEVER), *columns)
    return text, tuple(params)


def count_up_to(products: ProductQuerySet, most: int) -> int:
    """Return the number of the products, or `most` when there are more: no more are read."""
    return products[:most].count()


def _attribute_condition(asked: AttributeFilter, attribute: int, variants: VariantQuerySet) -> Q:
    """Return the condition for one attribute, stated of the product or told by its variants."""
    values = ProductAttribute.objects.filter(product=OuterRef("pk"), attribute=attribute).order_by()
    condition = Q(pk__in=[])
    if asked.texts:
        condition |= Q(Exists(values.filter(text__in=asked.texts)))
        condition |= Q(_option_condition(asked, attribute, variants))
    if asked.boolean is not None:
        condition |= Q(Exists(values.filter(boolean=asked.boolean)))
    bounds = {"number__gte": asked.minimum, "number__lte": asked.maximum}
    given = {lookup: bound for lookup, bound in bounds.items() if bound is not None}
    if given:
        condition |= Q(Exists(values.filter(**given)))
    return condition


def _measure_condition(asked: Measure) -> Q:
    """Return the condition that the first attribute to state the quantity has it in the range."""
    condition, before = Q(pk__in=[]), Q()
    for bounds in asked.bounds:
        values = ProductAttribute.objects.filter(
            product=OuterRef("pk"), attribute__code=bounds.code, number__isnull=False
        ).order_by()
        limits = {"number__gte": bounds.minimum, "number__lte": bounds.maximum}
        given = {lookup: bound for lookup, bound in limits.items() if bound is not None}
        condition |= before & Q(Exists(values.filter(**given)))
        before &= ~Q(Exists(values))
    return condition


def _option_condition(asked: AttributeFilter, attribute: int, variants: VariantQuerySet) -> Exists:
    matching = Q()
    for position in (1, 2, 3):
        matching |= Q(
            **{"product__options__position": position, f"option{position}__in": asked.texts}
        )
    of_product = variants.filter(
        matching, product=OuterRef("pk"), product__options__attribute=attribute
    )
    return Exists(of_product.order_by())
