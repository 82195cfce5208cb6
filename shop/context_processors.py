"""What every page needs to know of the shop."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe

from shop.listing.memory import CatalogueMemory
from shop.models import Category, HomeSection, Page
from shop.views.memory import memory_of
from shop.visitor_cart import count_visitor_pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationEntry:
    """A top-level category with the categories right below it."""

    category: Category
    children: tuple[Category, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What stands around every page: lists of links as HTML, the shop's pages, its notices.

    They are the same for every visitor, and writing them takes longer than most pages do.
    """

    menu: str
    drawer: str
    footer: str
    departments: tuple[tuple[str, str], ...]
    pages: tuple[Page, ...]
    notices: tuple[HomeSection, ...]


class Navigation:
    """The categories of the header and the pages of the footer, looked up when a template asks."""

    def __init__(self, memory: CatalogueMemory) -> None:
        self._memory = memory

    @cached_property
    def _furniture(self) -> Furniture:
        return self._memory.recall("furniture", find=find_furniture)

    # Rendered by templates, which have escaped what they show.
    @property
    def menu(self) -> SafeString:
        """The category menus of the header."""
        return mark_safe(self._furniture.menu)  # noqa: S308

    @property
    def drawer(self) -> SafeString:
        """The categories in the drawer of a phone."""
        return mark_safe(self._furniture.drawer)  # noqa: S308

    @property
    def footer(self) -> SafeString:
        """The top-level categories in the footer."""
        return mark_safe(self._furniture.footer)  # noqa: S308

    @property
    def departments(self) -> tuple[tuple[str, str], ...]:
        """Name and address of each top-level category."""
        return self._furniture.departments

    @property
    def pages(self) -> tuple[Page, ...]:
        """The published pages that belong in the footer."""
        return self._furniture.pages

    @property
    def notice(self) -> HomeSection | None:
        """The line above every page, if there is one at this moment."""
        now = timezone.now()
        return next((each for each in self._furniture.notices if each.is_shown_at(now)), None)


class CartBadge:
    """How many pieces the visitor is about to buy, read when a template asks."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def pieces(self) -> int:
        """Count them; an error page may be shown before it is known who visits."""
        return count_visitor_pieces(self._request) if hasattr(self._request, "user") else 0


def find_furniture() -> Furniture:
    """Read and write what stands around every page."""
    entries = find_entries()
    context = {"entries": entries}
    notices = HomeSection.objects.filter(kind=HomeSection.Kind.NOTICE)
    return Furniture(
        menu=render_to_string("shop/_menu.html", context),
        drawer=render_to_string("shop/_menu_drawer.html", context),
        footer=render_to_string("shop/_menu_footer.html", context).strip(),
        departments=tuple(
            (each.category.name, each.category.get_absolute_url()) for each in entries
        ),
        pages=tuple(Page.objects.published().filter(in_footer=True).defer("body")),
        notices=tuple(notices.published()),
    )


def find_entries() -> list[NavigationEntry]:
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
        NavigationEntry(category=root, children=tuple(below.get(root.path, ()))) for root in roots
    ]


def shop(request: HttpRequest) -> dict[str, Any]:
    """Return the shop's name, tagline and currency, its navigation, and the visitor's cart."""
    return {
        "shop": settings.SHOP,
        "navigation": Navigation(memory_of(request)),
        "cart_badge": CartBadge(request),
    }
