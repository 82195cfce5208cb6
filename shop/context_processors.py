"""What every page needs to know of the shop."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property

from shop.models import Category, HomeSection, Page
from shop.visitor_cart import count_visitor_pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationEntry:
    """A top-level category with the categories right below it."""

    category: Category
    children: tuple[Category, ...]


class Navigation:
    """The categories of the header and the pages of the footer, read when a template asks."""

    @cached_property
    def entries(self) -> list[NavigationEntry]:
        """Read the two upper levels of the category tree, in its order."""
        # The ordering by path puts each child behind its parent.
        below: dict[str, list[Category]] = {}
        roots: list[Category] = []
        for category in Category.objects.filter(depth__lte=2).order_by("path"):
            if category.depth == 1:
                roots.append(category)
            else:
                below.setdefault(category.path[: Category.steplen], []).append(category)
        return [
            NavigationEntry(category=root, children=tuple(below.get(root.path, ())))
            for root in roots
        ]

    @property
    def categories(self) -> list[Category]:
        """The top-level categories."""
        return [entry.category for entry in self.entries]

    @cached_property
    def notice(self) -> HomeSection | None:
        """Read the line above every page, if there is one now."""
        notices = HomeSection.objects.filter(kind=HomeSection.Kind.NOTICE)
        return notices.published().shown_at(timezone.now()).first()

    @cached_property
    def pages(self) -> list[Page]:
        """Read the published pages that belong in the footer."""
        return list(Page.objects.published().filter(in_footer=True).defer("body"))


class CartBadge:
    """How many pieces the visitor is about to buy, read when a template asks."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def pieces(self) -> int:
        """Count them; an error page may be shown before it is known who visits."""
        return count_visitor_pieces(self._request) if hasattr(self._request, "user") else 0


def shop(request: HttpRequest) -> dict[str, Any]:
    """Return the shop's name, tagline and currency, its navigation, and the visitor's cart."""
    return {"shop": settings.SHOP, "navigation": Navigation(), "cart_badge": CartBadge(request)}
