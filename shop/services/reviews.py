"""Reviews: handed in, moderated, found helpful."""

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from shop.exceptions import InvalidValue
from shop.models import Product, Review, ReviewVote, User
from shop.services.imports.text import clean_text, one_line

MAX_BODY = 20_000
_MAX_TITLE = 300
_MAX_NAME = 120
_STARS = range(1, 6)


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
    name, title, body = one_line(author_name), one_line(title), clean_text(body)
    if not name or len(name) > _MAX_NAME:
        raise InvalidValue(f"A name of at most {_MAX_NAME} characters is needed.")
    if rating not in _STARS:
        raise InvalidValue("A review has 1 to 5 stars.")
    if len(title) > _MAX_TITLE or len(body) > MAX_BODY:
        raise InvalidValue(
            f"A title has at most {_MAX_TITLE} characters, a review at most {MAX_BODY}."
        )
    is_staff = author is not None and author.is_staff
    try:
        with transaction.atomic():
            return Review.objects.create(
                product=product,
                author=author,
                author_name=name,
                rating=rating,
                title=title,
                body=body,
                status=Review.Status.PUBLISHED if is_staff else Review.Status.PENDING,
            )
    except IntegrityError as error:
        if "review_one_per_account_and_product" not in str(error):
            raise
        raise InvalidValue("You have reviewed this product already.") from error


def publish_review(*, review: Review) -> None:
    """Show a review to shoppers; its stars count from now on."""
    _set_status(review, Review.Status.PUBLISHED)


def reject_review(*, review: Review) -> None:
    """Keep a review from shoppers; its stars no longer count."""
    _set_status(review, Review.Status.REJECTED)


def voter_digest(voter: str) -> str:
    """Return the keyed hash under which the votes of an account or session are stored."""
    return salted_hmac("shop.review-vote", voter, algorithm="sha256").hexdigest()


def vote_helpful(*, review: Review, voter: str) -> int:
    """Count a visitor's "this was helpful", once, and return the new count.

    `voter` names an account or session; only a keyed hash of it is stored.
    """
    ReviewVote.objects.get_or_create(review=review, voter=voter_digest(voter))
    review.refresh_from_db(fields=["helpful_count"])
    return review.helpful_count


def _set_status(review: Review, status: Review.Status) -> None:
    review.status = status
    review.save(update_fields=["status", "updated_at"])
