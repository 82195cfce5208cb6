"""What to offer when nothing was found: fewer filters, popular categories."""

from django.db.models import Count

from ai.search.steering.steered import Selected
from ai.search.types import LooserSearch, PopularCategory, Rescue
from shop.listing.facets import TITLES
from shop.listing.filters import Filters
from shop.models import Attribute, Category, Product

MOST_CATEGORIES = 6


def find_rescue(matcher: Selected, filters: Filters) -> Rescue:
    """Return which facet's filters to drop, with what that leaves, and where else to look."""
    names = dict(
        Attribute.objects.filter(code__in=[each.code for each in filters.attributes]).values_list(
            "code", "name"
        )
    )
    titles = TITLES | {each.group: names.get(each.code, each.code) for each in filters.attributes}
    totals = {group: len(matcher.match(filters.without(group)).ids) for group in filters.groups}
    looser = tuple(
        LooserSearch(group=group, title=titles[group], total=total)
        for group, total in sorted(totals.items(), key=lambda item: -item[1])
        if total
    )
    return Rescue(looser=looser, categories=popular_categories())


def popular_categories() -> tuple[PopularCategory, ...]:
    """Return the top categories with the most published products."""
    step = Category.steplen
    totals: dict[str, int] = {}
    rows = (
        Product.objects.published()
        .filter(category__isnull=False)
        .order_by()
        .values_list("category__path")
        .annotate(count=Count("pk"))
    )
    for path, count in rows:
        totals[path[:step]] = totals.get(path[:step], 0) + count
    largest = sorted(totals, key=lambda path: (-totals[path], path))[:MOST_CATEGORIES]
    nodes = {node.path: node for node in Category.objects.filter(path__in=largest)}
    return tuple(
        PopularCategory(name=nodes[path].name, slug=nodes[path].slug, total=totals[path])
        for path in largest
        if path in nodes
    )
