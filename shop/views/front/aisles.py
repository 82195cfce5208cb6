"""The categories on the front page, each with a picture of something in it."""

from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import Substr

from shop.listing.sorting import WEIGHED_RATING
from shop.models import Category, Product

# Three rows of four.
AISLES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Aisle:
    """A category, the one above it, a product to picture it and the number of products in it."""

    category: Category
    parent: Category | None
    product: Product | None
    count: int


def find_aisles() -> list[Aisle]:
    """Return the fullest categories of the second level, in the order of the tree.

    A top category without children stands for itself.
    """
    steplen = Category.steplen
    tree = {each.path: each for each in Category.objects.filter(depth__lte=2).order_by("path")}
    # In a path, the first two steps name the aisle of everything below.
    placed = (
        Product.objects.published()
        .filter(category__isnull=False)
        .annotate(aisle=Substr("category__path", 1, 2 * steplen))
    )
    counts = dict(placed.order_by().values_list("aisle").annotate(count=Count("pk")))
    fullest = sorted(counts, key=lambda path: (-counts[path], path))[:AISLES]
    pictured = {
        product.aisle: product  # type: ignore[attr-defined]
        for product in placed.filter(aisle__in=fullest, images__isnull=False)
        .order_by("aisle", WEIGHED_RATING.desc(), "-id")
        .distinct("aisle")
        .prefetch_related("images__renditions")
    }
    return [
        Aisle(
            category=tree[path],
            parent=tree.get(path[:-steplen]),
            product=pictured.get(path),
            count=counts[path],
        )
        for path in tree
        if path in fullest
    ]
