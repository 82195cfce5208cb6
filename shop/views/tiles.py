"""Categories with a picture of the best known thing in each: front page and category pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import Substr

from shop.models import Category, Product, ProductImage
from shop.models.products import ProductQuerySet
from shop.templatetags.pictures import Picture, picture_of

STEP = Category.steplen


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A category, the one above it, a picture of a product in it and the number of products."""

    name: str
    url: str
    parent: str
    picture: Picture | None
    count: int


def find_tiles(parent: Category | None) -> list[Tile]:
    """Return the categories right below, those with nothing in them left out, in tree order."""
    depth = parent.depth + 1 if parent else 1
    children = Category.objects.get_children(parent) if parent else Category.objects.filter(depth=1)
    counts = count_branches(depth, parent)
    return make_tiles(children.order_by("path"), counts, {parent.path: parent} if parent else {})


def make_tiles(
    categories: Iterable[Category], counts: Mapping[str, int], parents: Mapping[str, Category]
) -> list[Tile]:
    """Return tiles of those of the categories that have products."""
    filled = [each for each in categories if counts.get(each.path)]
    images = find_pictures(filled)
    return [
        Tile(
            name=each.name,
            url=each.get_absolute_url(),
            parent=parents[each.path[:-STEP]].name if each.path[:-STEP] in parents else "",
            picture=picture_of(images[each.path]) if each.path in images else None,
            count=counts[each.path],
        )
        for each in filled
    ]


def find_lead(category: Category) -> Picture | None:
    """Return the picture at the head of a category: another view of its best known product."""
    first = find_pictures([category]).get(category.path)
    if first is None:
        return None
    others = ProductImage.objects.filter(product=first.product_id).exclude(pk=first.pk)
    found = others.order_by("position", "id").prefetch_related("renditions").first()
    return picture_of(found or first)


def count_branches(depth: int, parent: Category | None = None) -> dict[str, int]:
    """Return the number of published products at and below each path of a depth.

    A category that ends higher up is counted under its own, shorter path.
    """
    within = _placed() if parent is None else _placed().in_category(parent)
    branches = within.annotate(branch=_branch(depth)).values_list("branch")
    return dict(branches.annotate(count=Count("pk")))


def find_pictures(categories: Iterable[Category]) -> dict[str, ProductImage]:
    """Return the first picture of the product that most people liked in each category, by path.

    The sum of its stars decides: a category is known by its tent rather than by a well made peg.
    """
    paths: dict[int, list[str]] = {}
    for each in categories:
        paths.setdefault(each.depth, []).append(each.path)
    best: dict[str, int] = {}
    for depth, wanted in paths.items():
        pictured = (
            _placed()
            .annotate(branch=_branch(depth))
            .filter(branch__in=wanted, images__isnull=False)
            .order_by("branch", "-rating_sum", "-id")
            .distinct("branch")
        )
        best |= dict(pictured.values_list("branch", "pk"))
    images: dict[int, ProductImage] = {}
    of_best = ProductImage.objects.filter(product__in=best.values()).order_by("position", "id")
    for image in of_best.prefetch_related("renditions"):
        images.setdefault(image.product_id, image)
    return {path: images[pk] for path, pk in best.items() if pk in images}


def _placed() -> ProductQuerySet:
    """Return the published products that belong to a category, in no order."""
    return Product.objects.published().filter(category__isnull=False).order_by()


def _branch(depth: int) -> Substr:
    """Return the path of a product's category as far down as a depth."""
    return Substr("category__path", 1, depth * STEP)
