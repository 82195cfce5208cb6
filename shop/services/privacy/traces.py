"""Where the shop keeps what belongs to a person, beside the account's own rows."""

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from shop.models import Order, OutgoingEmail, ProductView, Review, ReviewVote, User
from shop.models.orders import OrderQuerySet
from shop.services.review_votes import account_voter, voter_digest

# The fields of PostalAddress.
POSTAL_FIELDS = (
    *("name", "company", "line1", "line2"),
    *("postcode", "city", "region", "country", "phone"),
)


def orders_of(user: User) -> OrderQuerySet:
    """Return an account's orders, and those its address made as a guest."""
    as_guest = Q(customer__isnull=True, email__iexact=user.email)
    return Order.objects.filter(Q(customer=user) | as_guest)


def letters_to(user: User) -> QuerySet[OutgoingEmail]:
    """Return the letters that were sent to the account's address."""
    return OutgoingEmail.objects.filter(to__iexact=user.email)


def views_of(user: User) -> QuerySet[ProductView]:
    """Return the looks at products that were taken while signed in."""
    return ProductView.objects.filter(email__iexact=user.email)


def votes_of(user: User) -> QuerySet[ReviewVote]:
    """Return the votes given for reviews; they hold a keyed hash only."""
    return ReviewVote.objects.filter(voter=voter_digest(account_voter(user)))


def log_lines_about(user: User) -> QuerySet[LogEntry]:
    """Return the lines of the admin's log that name the account or quote its reviews."""
    types = ContentType.objects.get_for_models(User, Review)
    reviews = [str(pk) for pk in user.reviews.values_list("pk", flat=True)]
    about_user = Q(content_type=types[User], object_id=str(user.pk))
    return LogEntry.objects.filter(
        about_user | Q(content_type=types[Review], object_id__in=reviews)
    )
