"""Reviews: whom they belong to, when they were written, and how their stars spread."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from shop.demo.checks.catalogue import LAST_DAY
from shop.demo.checks.finding import Finding
from shop.demo.checks.records import Demo, Review

# Shops' published stars form a J: mostly five, few two, a small second heap at one.
FIVE_STARS: Final = (0.45, 0.65)
# Fewer say nothing about the spread.
_ENOUGH: Final = 100


def check_reviews(demo: Demo) -> Iterator[Finding]:
    """Yield reviews of nothing, in the wrong file, or from before the product or after today."""
    for review in demo.reviews:
        for problem, mend in _faults(demo, review):
            yield Finding(file=review.file, subject=review.id, problem=problem, mend=mend)


def _faults(demo: Demo, review: Review) -> Iterator[tuple[str, str]]:
    product, day = demo.by_slug.get(review.product), review.created_at.date()
    if product is None:
        yield f"product {review.product} does not exist", "write an existing slug"
    else:
        if product.category != PurePath(review.file).stem:
            yield f"its product is of {product.category}", "move it to that category's file"
        if day <= product.published_at:
            problem = f"written on {day}, but {product.slug} was published on "
            yield f"{problem}{product.published_at}", "date it later"
    if day > LAST_DAY:
        yield f"written on {day}, after {LAST_DAY}", "date it earlier"
    if review.status == "pending" and review.helpful_count:
        yield "is not shown, but was found helpful", "set helpful_count to 0"


def check_stars(demo: Demo) -> Iterator[Finding]:
    """Yield it when the stars of published reviews do not spread as those of shops do."""
    stars = Counter(review.rating for review in demo.reviews if review.status == "published")
    if stars.total() < _ENOUGH:
        return
    share = stars[5] / stars.total()
    if not FIVE_STARS[0] <= share <= FIVE_STARS[1]:
        yield _spread(f"{share:.0%} have five stars", "aim at about 56 %")
    if stars[1] <= stars[2]:
        yield _spread(f"{stars[1]} have one star, {stars[2]} two", "more with one than with two")


def _spread(problem: str, mend: str) -> Finding:
    return Finding(file="reviews", subject="stars", problem=problem, mend=mend)
