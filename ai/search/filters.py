"""Filters as conditions on products: the one meaning of each, for lanes, facets and totals."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL

from ai.search.types import AttributeFilter, Filters
from shop.models import Category, Product, ProductAttribute, Variant
from shop.models.products import ProductQuerySet, VariantQuerySet

Compiled = tuple[str, tuple[Any, ...]]


class Restrictions:
    """Filters, ready to be applied; the path of the category is looked up once."""

    def __init__(self, filters: Filters) -> None:
        self.filters = filters
        self.category: Category | None = None
        if filters.category:
            self.category = Category.objects.filter(slug=filters.category).first()

    def products(self, filters: Filters | None = None) -> ProductQuerySet:
        """Return the published products that pass these filters, or a looser form of them."""
        wanted = self.filters if filters is None else filters
        products = Product.objects.published().order_by()
        for condition in self._conditions(wanted):
            products = products.filter(condition)
        return products

    def _conditions(self, filters: Filters) -> Iterator[Q]:
        if filters.category:
            # An unknown category has no products, rather than all of them.
            path = self.category.path if self.category else "-"
            yield Q(category__path__startswith=path)
        if filters.brands:
            yield Q(brand__slug__in=filters.brands)
        if filters.price_min is not None:
            yield Q(price_min__gte=filters.price_min)
        if filters.price_max is not None:
            yield Q(price_min__lte=filters.price_max)
        if filters.rating_min is not None:
            yield Q(rating_average__gte=filters.rating_min)
        if filters.in_stock is not None:
            buyable = Exists(Variant.objects.buyable().filter(product=OuterRef("pk")))
            yield Q(buyable) if filters.in_stock else ~Q(buyable)
        variants = eligible_variants(filters)
        for attribute in filters.attributes:
            yield _attribute_condition(attribute, variants)


def eligible_variants(filters: Filters) -> VariantQuerySet:
    """Return the variants that may answer for a size or colour: buyable ones if stock is asked."""
    return Variant.objects.buyable() if filters.in_stock else Variant.objects.all()


def of_ids(ids: list[int]) -> RawSQL:
    """Return SQL for `pk__in` that takes any number of ids as one parameter."""
    return RawSQL("SELECT unnest(%s::bigint[])", (ids,))


def compiled(products: ProductQuerySet) -> Compiled:
    """Return SQL for the ids of the products, with its parameters."""
    try:
        text, params = products.values("pk").query.sql_with_params()
    except EmptyResultSet:
        return "SELECT NULL::bigint WHERE FALSE", ()
    return text, tuple(params)


def count_up_to(products: ProductQuerySet, most: int) -> int:
    """Return the number of the products, or `most` when there are more: no more are read."""
    return products[:most].count()


def _attribute_condition(wanted: AttributeFilter, variants: VariantQuerySet) -> Q:
    """Return the condition for one attribute, stated of the product or told by its variants."""
    values = ProductAttribute.objects.filter(
        product=OuterRef("pk"), attribute__code=wanted.code
    ).order_by()
    condition = Q(pk__in=[])
    if wanted.texts:
        condition |= Q(Exists(values.filter(text__in=wanted.texts)))
        condition |= _option_condition(wanted, variants)
    if wanted.boolean is not None:
        condition |= Q(Exists(values.filter(boolean=wanted.boolean)))
    bounds = {"number__gte": wanted.minimum, "number__lte": wanted.maximum}
    given = {lookup: bound for lookup, bound in bounds.items() if bound is not None}
    if given:
        condition |= Q(Exists(values.filter(**given)))
    return condition


def _option_condition(wanted: AttributeFilter, variants: VariantQuerySet) -> Q:
    matching = Q()
    for position in (1, 2, 3):
        matching |= Q(
            **{"product__options__position": position, f"option{position}__in": wanted.texts}
        )
    of_product = variants.filter(
        matching, product=OuterRef("pk"), product__options__attribute__code=wanted.code
    )
    return Q(Exists(of_product.order_by()))
