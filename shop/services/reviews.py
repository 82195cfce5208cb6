"""Reviews: handed in, changed, taken back, moderated."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from shop.exceptions import InvalidValue
from shop.models import OrderLine, Product, Review, User
from shop.services.imports.text import clean_text, one_line

MAX_BODY = 20_000
_MAX_TITLE = 300
_MAX_NAME = 120
_STARS = range(1, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What a review says, made tidy."""

    rating: int
    title: str
    body: str


def submit_review(
    *,
    product: Product,
    author: User | None = None,
    author_name: str,
    rating: int,
    title: str = "",
    body: str = "",
) -> Review:
    """Keep a review for moderation; one by staff is published at once. Raises InvalidValue."""
    name = one_line(author_name)
    if not name or len(name) > _MAX_NAME:
        raise InvalidValue(f"A name of at most {_MAX_NAME} characters is needed.")
    words = _check(rating, title, body)
    try:
        with transaction.atomic():
            return Review.objects.create(
                product=product,
                author=author,
                author_name=name,
                rating=words.rating,
                title=words.title,
                body=words.body,
                verified_purchase=_has_bought(author, product),
                status=_status_of(author),
            )
    except IntegrityError as error:
        if "review_one_per_account_and_product" not in str(error):
            raise
        raise InvalidValue("You have reviewed this product already.") from error


def edit_review(*, review: Review, rating: int, title: str = "", body: str = "") -> bool:
    """Change what a review says and return whether anything is different; raises InvalidValue.

    Changed words wait for moderation like new ones, and until then they are not shown.
    """
    words = _check(rating, title, body)
    if words == _Words(rating=review.rating, title=review.title, body=review.body):
        return False
    review.rating, review.title, review.body = words.rating, words.title, words.body
    review.verified_purchase = _has_bought(review.author, review.product)
    review.status = _status_of(review.author)
    review.save(
        update_fields=["rating", "title", "body", "verified_purchase", "status", "updated_at"]
    )
    return True


def delete_review(*, review: Review) -> None:
    """Take a review back for good, with the votes it had."""
    review.delete()


def publish_review(*, review: Review) -> None:
    """Show a review to shoppers; its stars count from now on."""
    _set_status(review, Review.Status.PUBLISHED)


def reject_review(*, review: Review) -> None:
    """Keep a review from shoppers; its stars no longer count."""
    _set_status(review, Review.Status.REJECTED)


def _check(rating: int, title: str, body: str) -> _Words:
    """Return the words made tidy; raises InvalidValue."""
    words = _Words(rating=rating, title=one_line(title), body=clean_text(body))
    if rating not in _STARS:
        raise InvalidValue("A review has 1 to 5 stars.")
    if len(words.title) > _MAX_TITLE or len(words.body) > MAX_BODY:
        raise InvalidValue(
            f"A title has at most {_MAX_TITLE} characters, a review at most {MAX_BODY}."
        )
    return words


def _has_bought(author: User | None, product: Product) -> bool:
    """Return whether an account has an order, not cancelled, with the product in it."""
    return (
        author is not None and OrderLine.objects.bought(customer=author, product=product).exists()
    )


def _status_of(author: User | None) -> Review.Status:
    is_staff = author is not None and author.is_staff
    return Review.Status.PUBLISHED if is_staff else Review.Status.PENDING


def _set_status(review: Review, status: Review.Status) -> None:
    review.status = status
    review.save(update_fields=["status", "updated_at"])
