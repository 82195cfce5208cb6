"""The numbered pages of a list."""

from dataclasses import dataclass

from django.http import QueryDict

from shop.views.listing.addresses import on_page

# Pages named on each side of the present one.
NEIGHBOURS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A page by number; without an address it stands for the pages left out."""

    number: int
    address: str
    is_current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Where a reader is, and the ways on and back; empty addresses where there is none."""

    links: tuple[PageLink, ...]
    previous: str
    following: str
    number: int
    count: int


def build_pages(
    *, number: int, count: int, path: str, data: QueryDict, name: str = "page", fragment: str = ""
) -> Pages:
    """Return links to the first, the last and the pages around the present one."""

    def to(page: int) -> str:
        return on_page(path, data, page, name=name) + fragment

    shown = sorted(
        {1, count, *range(max(1, number - NEIGHBOURS), min(count, number + NEIGHBOURS) + 1)}
    )
    links: list[PageLink] = []
    for page in shown:
        if links and page - links[-1].number > 1:
            links.append(PageLink(number=page - 1, address=""))
        links.append(PageLink(number=page, address=to(page), is_current=page == number))
    return Pages(
        links=tuple(links),
        previous=to(number - 1) if number > 1 else "",
        following=to(number + 1) if number < count else "",
        number=number,
        count=count,
    )
