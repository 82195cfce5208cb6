"""How much the demo shop holds, and how much it is to hold."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from shop.demo.checks.finding import Finding
from shop.demo.checks.records import Demo

# What a search needs to be judged on: enough of each kind to be wrong about.
WANTED: Final = {
    "active products": 240,
    "leaf categories": 24,
    "reviews": 1500,
    "questions": 40,
    "missions": 10,
}


def count(demo: Demo) -> dict[str, int]:
    """Return what there is of each kind that a number is wanted of."""
    used = {product.category for product in demo.products if product.status == "active"}
    return {
        "active products": sum(product.status == "active" for product in demo.products),
        "leaf categories": len(used & set(demo.leaves)),
        "reviews": len(demo.reviews),
        "questions": len(demo.questions),
        "missions": len(demo.missions),
    }


def check_counts(demo: Demo) -> Iterator[Finding]:
    """Yield kinds of which there are too few, and leaf categories without products."""
    for kind, number in count(demo).items():
        if number < WANTED[kind]:
            yield Finding(
                file="the folder",
                subject=kind,
                problem=f"{number} of {WANTED[kind]}",
                mend=f"write {WANTED[kind] - number} more",
            )
    for leaf in sorted(set(demo.leaves) - {product.category for product in demo.products}):
        yield Finding(
            file="categories.json", subject=leaf, problem="has no products", mend="write some"
        )


def tabulate(demo: Demo) -> Iterator[str]:
    """Yield the lines of a table: leaf categories with products, variants and reviews."""
    owner = {product.slug: product.category for product in demo.products}
    reviews = Counter(owner.get(review.product, "") for review in demo.reviews)
    yield f"{'':<26}{'products':>9}{'variants':>9}{'reviews':>9}"
    for leaf in sorted(demo.leaves):
        products = [product for product in demo.products if product.category == leaf]
        variants = sum(len(product.variants) for product in products)
        yield f"{leaf:<26}{len(products):>9}{variants:>9}{reviews[leaf]:>9}"
    stars = Counter(review.rating for review in demo.reviews if review.status == "published")
    for star in range(5, 0, -1):
        share = stars[star] / (stars.total() or 1)
        yield f"{'stars ' + str(star):<26}{stars[star]:>9}{share:>9.1%}"
    for kind, number in count(demo).items():
        yield f"{kind:<26}{number:>9} of {WANTED[kind]} wanted"
