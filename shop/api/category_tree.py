"""The category tree with product counts, in two queries whatever its size."""

from dataclasses import dataclass, field

from django.db.models import Count

from shop.models import Category, Product


@dataclass(slots=True, kw_only=True)
class Node:
    """A category as the API shows it; the count includes everything below."""

    slug: str
    name: str
    path: str
    product_count: int
    children: list["Node"] = field(default_factory=list)


def read_tree() -> list[Node]:
    """Return the top categories with all that is below them."""
    counts = dict(
        Product.objects.published()
        .filter(category__isnull=False)
        .order_by()
        .values_list("category_id")
        .annotate(Count("id"))
    )
    roots: list[Node] = []
    way: list[Node] = []  # from the top to the last category read
    for pk, slug, name, path in Category.objects.order_by("path").values_list(
        "pk", "slug", "name", "path"
    ):
        node = Node(slug=slug, name=name, path=path, product_count=0)
        while way and not path.startswith(way[-1].path):
            way.pop()
        (way[-1].children if way else roots).append(node)
        way.append(node)
        for each in way:
            each.product_count += counts.get(pk, 0)
    return roots


def find_way(nodes: list[Node], path: str) -> list[Node]:
    """Return the nodes from the top down to the category at `path`."""
    for node in nodes:
        if path.startswith(node.path):
            return [node, *find_way(node.children, path)]
    return []
