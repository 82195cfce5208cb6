"""The part of the category tree that a shopper can go on to from where they are."""

from collections.abc import Mapping

from shop.models import Category

STEP = Category.steplen


def open_paths(totals: Mapping[str, int], chosen: str) -> list[str]:
    """Return the paths to show, in tree order (pure).

    The top level, the children of what is chosen and of everything above it; and as long as all
    products lie in a single branch, the children of that.
    """
    opened = {""} | {chosen[:end] for end in range(STEP, len(chosen) + 1, STEP)}
    children: dict[str, list[str]] = {}
    for path in totals:
        children.setdefault(path[:-STEP], []).append(path)
    branch = children.get("", [])
    while len(branch) == 1:
        opened.add(branch[0])
        branch = children.get(branch[0], [])
    return sorted(path for path in totals if path[:-STEP] in opened)
