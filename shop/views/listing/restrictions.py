"""Criteria as conditions on products, one for each facet."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q

from shop.models import ProductAttribute, Variant
from shop.models.products import ProductQuerySet, VariantQuerySet
from shop.views.listing.criteria import AttributeCriterion, Criteria


def eligible_variants(criteria: Criteria) -> VariantQuerySet:
    """Return the variants that may answer for a size or colour: buyable ones if stock is asked."""
    return Variant.objects.buyable() if criteria.in_stock else Variant.objects.all()


def has_option(criterion: AttributeCriterion, variants: VariantQuerySet) -> Q:
    """Return the condition that a variant's option has one of the texts."""
    of_product = variants.filter(
        product=OuterRef("pk"), product__options__attribute=criterion.attribute
    )
    matching = Q()
    for position in (1, 2, 3):
        matching |= Q(
            **{
                "product__options__position": position,
                f"option{position}__in": criterion.texts,
            }
        )
    return Q(Exists(of_product.filter(matching)))


def attribute_condition(criterion: AttributeCriterion, variants: VariantQuerySet) -> Q:
    """Return the condition for one attribute, stated of the product or told by its variants."""
    values = ProductAttribute.objects.filter(product=OuterRef("pk"), attribute=criterion.attribute)
    if criterion.texts:
        stated = Q(Exists(values.filter(text__in=criterion.texts)))
        return stated | has_option(criterion, variants)
    if criterion.is_yes:
        return Q(Exists(values.filter(boolean=True)))
    if criterion.minimum is not None:
        values = values.filter(number__gte=criterion.minimum)
    if criterion.maximum is not None:
        values = values.filter(number__lte=criterion.maximum)
    return Q(Exists(values))


def is_on_sale() -> Q:
    """Return the condition that a variant costs less than it did."""
    return Q(
        Exists(
            Variant.objects.filter(
                product=OuterRef("pk"), compare_at_price__gt=F("price"), price__isnull=False
            )
        )
    )


def conditions(criteria: Criteria) -> Iterator[tuple[str, Q]]:
    """Yield each facet's key with what it demands."""
    if criteria.brands:
        yield "brand", Q(brand__slug__in=criteria.brands)
    if criteria.price_min is not None:
        yield "price", Q(price_min__gte=criteria.price_min)
    if criteria.price_max is not None:
        yield "price", Q(price_min__lte=criteria.price_max)
    if criteria.rating_min is not None:
        yield "rating", Q(rating_average__gte=criteria.rating_min)
    if criteria.in_stock:
        yield "stock", Q(Exists(Variant.objects.buyable().filter(product=OuterRef("pk"))))
    if criteria.on_sale:
        yield "sale", is_on_sale()
    variants = eligible_variants(criteria)
    for criterion in criteria.attributes:
        yield f"a.{criterion.attribute.code}", attribute_condition(criterion, variants)


def restrict(
    products: ProductQuerySet, criteria: Criteria, *, without: str | None = None
) -> ProductQuerySet:
    """Return the products that meet the criteria, one facet's own left out when named."""
    for key, condition in conditions(criteria):
        if key != without:
            products = products.filter(condition)
    return products
