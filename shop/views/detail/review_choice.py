"""Which of a product's reviews an address asks for."""

from dataclasses import dataclass

from django.http import QueryDict

from shop.models.reviews import ReviewQuerySet

STARS = (5, 4, 3, 2, 1)
SORTS = {
    "": ("Most helpful", ("-helpful_count", "-created_at", "-id")),
    "newest": ("Newest", ("-created_at", "-id")),
    "highest": ("Highest rated", ("-rating", "-helpful_count", "-id")),
    "lowest": ("Lowest rated", ("rating", "-helpful_count", "-id")),
}
# The parameters that belong to reviews, so that a product's address keeps its variant beside them.
STARS_NAME, VERIFIED_NAME, TEXT_NAME = "stars", "verified", "text"
SORT_NAME, PAGE_NAME = "reviews", "reviews_page"
NAMES = (STARS_NAME, VERIFIED_NAME, TEXT_NAME, SORT_NAME, PAGE_NAME)
# What a box sends when it is ticked.
ON = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewChoice:
    """Stars, buyers only, words only, and an order; a key of `SORTS`."""

    stars: int | None
    is_verified_only: bool
    has_text: bool
    sort: str

    def narrow(self, reviews: ReviewQuerySet) -> ReviewQuerySet:
        """Return the reviews that were chosen, in the order chosen."""
        if self.stars:
            reviews = reviews.filter(rating=self.stars)
        if self.is_verified_only:
            reviews = reviews.filter(verified_purchase=True)
        if self.has_text:
            reviews = reviews.with_text()
        return reviews.order_by(*SORTS[self.sort][1])


def read_choice(data: QueryDict) -> ReviewChoice:
    """Return what an address asks for; what makes no sense in it is left out."""
    sort = data.get(SORT_NAME, "")
    return ReviewChoice(
        stars=next((each for each in STARS if str(each) == data.get(STARS_NAME)), None),
        is_verified_only=data.get(VERIFIED_NAME) == ON,
        has_text=data.get(TEXT_NAME) == ON,
        sort=sort if sort in SORTS else "",
    )
