"""The categories on the front page: the fullest of the second level, or those below one."""

from shop.models import Category
from shop.views.tiles import STEP, Tile, count_branches, find_tiles, make_tiles

# Three rows of four.
AISLES = 12
LEVEL = 2


def find_aisles(parent: Category | None) -> list[Tile]:
    """Return the categories right below, or without one the fullest of the second level.

    In the order of the tree; a top category without children stands for itself.
    """
    if parent is not None:
        return find_tiles(parent)[:AISLES]
    counts = count_branches(LEVEL)
    tree = {each.path: each for each in Category.objects.filter(depth__lte=LEVEL).order_by("path")}
    fullest = sorted(counts, key=lambda path: (-counts[path], path))[:AISLES]
    tops = {path: category for path, category in tree.items() if len(path) == STEP}
    return make_tiles([tree[path] for path in tree if path in fullest], counts, tops)
