"""Why, in words that can be checked: each names only what the lists and the catalogue hold (pure).

Counts are those of the run that made the list; `docs/howto/recommendations.md` says what each rests
on, and how to look it up.
"""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator

from ai.recommendations.making import LEAST_VISITORS, POPULAR_DAYS
from ai.recommendations.types import Candidate, ListKind, Reason, ReasonKind

# A title in a reason: more would push the card's own words away.
TITLE_LENGTH: Final = 40
# "About the same price" is within so much of it.
SAME_PRICE: Final = Decimal("0.15")


def short(title: str) -> str:
    """Return a title that fits into a sentence."""
    return str(Truncator(title).chars(TITLE_LENGTH))


def of_list(each: Candidate) -> Reason:
    """Return the reason of a candidate as the list it comes from gives it."""
    match each.list_kind:
        case ListKind.TOGETHER:
            return bought_together(each)
        case ListKind.SIMILAR:
            return like_subject(each)
        case ListKind.TRENDING:
            return trending(each)
        case ListKind.POPULAR:
            return popular(each)
    return new(each)


def bought_together(each: Candidate) -> Reason:
    """Return that it was bought in the same orders as the subject."""
    return Reason(
        kind=ReasonKind.BOUGHT_TOGETHER,
        text=f"Bought with {short(each.subject_title)} in {each.evidence} orders",
        count=each.evidence,
        because=each.subject,
    )


def bought_with_alike(each: Candidate) -> Reason:
    """Return that it was bought in the same orders as something like the product beside it."""
    return Reason(
        kind=ReasonKind.BOUGHT_WITH_ALIKE,
        text=f"Bought with the similar {short(each.subject_title)} in {each.evidence} orders",
        count=each.evidence,
        because=each.subject,
    )


def like_subject(each: Candidate) -> Reason:
    """Return that the subject's visitors looked at it, or else what both have in common."""
    if each.evidence:
        return Reason(
            kind=ReasonKind.LOOKED_AT_TOGETHER,
            text=f"{each.evidence} visitors looked at this and {short(each.subject_title)}",
            count=each.evidence,
            because=each.subject,
        )
    return Reason(kind=ReasonKind.ALIKE, text=_likeness(each), because=each.subject)


def like_looked_at(each: Candidate) -> Reason:
    """Return that it is like something the visitor looked at."""
    text = f"Like {short(each.subject_title)}, which you looked at"
    return Reason(kind=ReasonKind.LIKE_LOOKED_AT, text=text, because=each.subject)


def goes_with_bought(each: Candidate) -> Reason:
    """Return that it was bought in the same orders as something the customer has."""
    text = f"Others bought it with {short(each.subject_title)}, which you have"
    return Reason(
        kind=ReasonKind.GOES_WITH_BOUGHT, text=text, count=each.evidence, because=each.subject
    )


def looked_at(_: Candidate) -> Reason:
    """Return that the visitor looked at it."""
    return Reason(kind=ReasonKind.LOOKED_AT, text="You looked at this")


def trending(each: Candidate) -> Reason:
    """Return that more visitors and orders than usual touched it."""
    text = f"Looked at or bought {each.evidence} times in the week to {_day(each)}, more than usual"
    return Reason(kind=ReasonKind.TRENDING, text=text, count=each.evidence)


def popular(each: Candidate) -> Reason:
    """Return how many visitors and orders touched it."""
    if each.evidence < LEAST_VISITORS:
        return in_the_shop(each)
    span = f"in the {POPULAR_DAYS} days to {_day(each)}"
    text = f"Looked at or bought {each.evidence} times {span}"
    return Reason(kind=ReasonKind.POPULAR, text=text, count=each.evidence)


def new(each: Candidate) -> Reason:
    """Return since when it is in the shop."""
    if each.published_at is None:
        return in_the_shop(each)
    day = _moment(each.published_at)
    # The year only where it is another one.
    form = "j F" if timezone.now() - day < timedelta(days=300) else "F Y"
    return Reason(kind=ReasonKind.NEW, text=f"In the shop since {date_format(day, form)}")


def in_the_shop(each: Candidate) -> Reason:
    """Return where it stands, where nothing else is known."""
    return Reason(
        kind=ReasonKind.IN_THE_SHOP, text=f"From {each.category}" if each.category else "From us"
    )


def pinned(_: Candidate) -> Reason:
    """Return that staff chose it."""
    return Reason(kind=ReasonKind.PINNED, text="Chosen by us")


def _likeness(each: Candidate) -> str:
    """Return what two products share that anybody can see."""
    is_same_shelf = each.category_id is not None and each.category_id == each.subject_category_id
    if is_same_shelf:
        return f"Also in {each.category}{_price_words(each)}"
    if each.brand_id is not None and each.brand_id == each.subject_brand_id:
        return f"Also by {each.brand}"
    return "Described in a similar way"


def _price_words(each: Candidate) -> str:
    if not each.price or not each.subject_price:
        return ""
    ratio = each.price / each.subject_price
    if abs(ratio - 1) <= SAME_PRICE:
        return ", at about the same price"
    return ", for less" if ratio < 1 else ""


def _day(each: Candidate) -> str:
    return date_format(_moment(each.as_of) if each.as_of else timezone.localtime(), "j F")


def _moment(seconds: float) -> datetime:
    """Return a moment in the shop's time zone."""
    return datetime.fromtimestamp(seconds, tz=timezone.get_current_timezone())
