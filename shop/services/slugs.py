"""Slugs that nothing else has."""

from collections.abc import Callable
from itertools import count


def free_slug(slug: str, *, limit: int, is_taken: Callable[[str], bool]) -> str:
    """Return the slug, or the first of `slug-2`, `slug-3` … that is free, within the limit."""
    if not is_taken(slug):
        return slug
    for number in count(2):
        ending = f"-{number}"
        candidate = f"{slug[: limit - len(ending)]}{ending}"
        if not is_taken(candidate):
            return candidate
    raise AssertionError("unreachable: the numbers do not end")
