"""The reviews of a product: how they spread, one page of them, and the visitor's own."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, QueryDict

from shop.models import Product, Review, ReviewVote
from shop.services.review_votes import voter_digest
from shop.views.detail.review_choice import (
    NAMES,
    PAGE_NAME,
    SORTS,
    STARS,
    STARS_NAME,
    ReviewChoice,
    read_choice,
)
from shop.views.listing.addresses import address, tidy
from shop.views.listing.pages import Pages, build_pages
from shop.views.voter import find_voter

PAGE_SIZE = 8
# What machines are given; more is more than they show.
QUOTED = 5
FRAGMENT = "#reviews"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistogramRow:
    """How many gave so many stars, in number and percent, and the address of just those."""

    stars: int
    count: int
    percent: float
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewList:
    """One page of a product's reviews and the ways to narrow, sort and leaf through them.

    `own` is what the visitor's account wrote, whatever its state; `voted` are ids.
    """

    histogram: list[HistogramRow]
    reviews: list[Review]
    own: Review | None
    voted: set[int]
    total: int
    all_count: int
    choice: ReviewChoice
    sorts: dict[str, str]
    pages: Pages
    address: str
    address_of_all: str

    @property
    def quotable(self) -> list[Review]:
        """Those shown that say something, for machines, which may quote what people see."""
        return [each for each in self.reviews if each.body][:QUOTED]


def count_stars(product: Product) -> dict[int, int]:
    """Return {stars: published reviews}."""
    rows = (
        product.reviews.filter(status=Review.Status.PUBLISHED)
        .order_by()
        .values_list("rating")
        .annotate(count=Count("pk"))
    )
    return dict(rows)


def with_parameter(path: str, data: QueryDict, name: str, value: str) -> str:
    """Return the address with one parameter set, or left out for an empty value; on page one."""
    changed = data.copy()
    changed.pop(PAGE_NAME, None)
    changed.pop(name, None)
    if value:
        changed[name] = value
    return address(path, changed, fragment=FRAGMENT)


def without_choice(path: str, data: QueryDict) -> str:
    """Return the address of all the reviews."""
    bare = data.copy()
    for name in NAMES:
        bare.pop(name, None)
    return address(path, bare, fragment=FRAGMENT)


def build_histogram(
    counts: dict[int, int], chosen: int | None, path: str, data: QueryDict
) -> list[HistogramRow]:
    """Return a row for each number of stars, best first."""
    total = sum(counts.values())
    return [
        HistogramRow(
            stars=stars,
            count=counts.get(stars, 0),
            percent=round(100 * counts.get(stars, 0) / total, 1) if total else 0,
            address=with_parameter(path, data, STARS_NAME, "" if stars == chosen else str(stars)),
            is_chosen=stars == chosen,
        )
        for stars in STARS
    ]


def find_own(request: HttpRequest, product: Product) -> Review | None:
    """Return what the visitor's account wrote about a product, whatever its state."""
    if not request.user.is_authenticated:
        return None
    return product.reviews.filter(author=request.user).first()


def find_voted(request: HttpRequest, reviews: Iterable[Review]) -> set[int]:
    """Return the ids of those reviews that the visitor has found helpful."""
    voter = find_voter(request)
    if not voter:
        return set()
    votes = ReviewVote.objects.filter(voter=voter_digest(voter), review__in=reviews)
    return set(votes.values_list("review_id", flat=True))


def build_review_list(request: HttpRequest, product: Product) -> ReviewList:
    """Return the reviews that an address asks for; what makes no sense in it is left out."""
    data, path = tidy(request.GET), product.get_absolute_url()
    choice = read_choice(data)
    chosen = choice.narrow(Review.objects.published().filter(product=product))
    counts = count_stars(product)
    paginator = Paginator(chosen, PAGE_SIZE)
    if not (choice.is_verified_only or choice.has_text):
        # Counted already; `count` is found out when it is asked for, unless it is there.
        paginator.count = counts.get(choice.stars, 0) if choice.stars else sum(counts.values())
    page = paginator.get_page(data.get(PAGE_NAME))
    shown = list(page.object_list)
    return ReviewList(
        histogram=build_histogram(counts, choice.stars, path, data),
        reviews=shown,
        own=find_own(request, product),
        voted=find_voted(request, shown),
        total=page.paginator.count,
        all_count=sum(counts.values()),
        choice=choice,
        sorts={key: label for key, (label, _) in SORTS.items()},
        pages=build_pages(
            number=page.number,
            count=page.paginator.num_pages,
            path=path,
            data=data,
            name=PAGE_NAME,
            fragment=FRAGMENT,
        ),
        address=address(path, data),
        address_of_all=without_choice(path, data),
    )
