"""The reviews of a product: how they spread, and one page of them."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, QueryDict

from shop.models import Product, Review, ReviewVote
from shop.services.reviews import voter_digest
from shop.views.listing.addresses import address, tidy
from shop.views.listing.pages import Pages, build_pages
from shop.views.voter import find_voter

PAGE_SIZE = 8
STARS = (5, 4, 3, 2, 1)
SORTS = {
    "": ("Most helpful", ("-helpful_count", "-created_at", "-id")),
    "newest": ("Newest", ("-created_at", "-id")),
    "highest": ("Highest rated", ("-rating", "-helpful_count", "-id")),
    "lowest": ("Lowest rated", ("rating", "-helpful_count", "-id")),
}
# The parameters that belong to reviews, so that a product's address keeps its variant beside them.
STARS_NAME, VERIFIED_NAME, SORT_NAME, PAGE_NAME = "stars", "verified", "reviews", "reviews_page"
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
    """One page of a product's reviews and the ways to narrow, sort and leaf through them."""

    histogram: list[HistogramRow]
    reviews: list[Review]
    voted: set[int]
    total: int
    all_count: int
    stars: int | None
    is_verified_only: bool
    sort: str
    sorts: dict[str, str]
    pages: Pages
    address: str
    address_of_all: str


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


def build_review_list(request: HttpRequest, product: Product) -> ReviewList:
    """Return the reviews that an address asks for; what makes no sense in it is left out."""
    data = tidy(request.GET)
    path = product.get_absolute_url()
    stars = next((each for each in STARS if str(each) == data.get(STARS_NAME)), None)
    is_verified_only = data.get(VERIFIED_NAME) == "1"
    sort = data.get(SORT_NAME, "") if data.get(SORT_NAME) in SORTS else ""
    reviews = Review.objects.published().filter(product=product)
    if stars:
        reviews = reviews.filter(rating=stars)
    if is_verified_only:
        reviews = reviews.filter(verified_purchase=True)
    page = Paginator(reviews.order_by(*SORTS[sort][1]), PAGE_SIZE).get_page(data.get(PAGE_NAME))
    shown = list(page.object_list)
    counts = count_stars(product)
    voter = find_voter(request)
    votes = ReviewVote.objects.filter(voter=voter_digest(voter), review__in=shown) if voter else []
    bare = data.copy()
    for name in (STARS_NAME, VERIFIED_NAME, SORT_NAME, PAGE_NAME):
        bare.pop(name, None)
    return ReviewList(
        histogram=build_histogram(counts, stars, path, data),
        reviews=shown,
        voted={each.review_id for each in votes},
        total=page.paginator.count,
        all_count=sum(counts.values()),
        stars=stars,
        is_verified_only=is_verified_only,
        sort=sort,
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
        address_of_all=address(path, bare, fragment=FRAGMENT),
    )
