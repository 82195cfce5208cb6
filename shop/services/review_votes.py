"""Votes for reviews: "this was helpful", said once and taken back at will."""

from django.utils.crypto import salted_hmac

from shop.models import Review, ReviewVote, User


def account_voter(account: User) -> str:
    """Return the name under which an account votes, on pages and by program alike."""
    return f"account:{account.pk}"


def voter_digest(voter: str) -> str:
    """Return the keyed hash under which the votes of an account or session are stored."""
    return salted_hmac("shop.review-vote", voter, algorithm="sha256").hexdigest()


def vote_helpful(*, review: Review, voter: str) -> int:
    """Count a visitor's "this was helpful", once, and return the new count.

    `voter` names an account or session; only a keyed hash of it is stored.
    """
    ReviewVote.objects.get_or_create(review=review, voter=voter_digest(voter))
    return _count(review)


def withdraw_vote(*, review: Review, voter: str) -> int:
    """Take a visitor's vote back, where there is one, and return the new count."""
    ReviewVote.objects.filter(review=review, voter=voter_digest(voter)).delete()
    return _count(review)


def _count(review: Review) -> int:
    """Return the count that the trigger keeps."""
    review.refresh_from_db(fields=["helpful_count"])
    return review.helpful_count
