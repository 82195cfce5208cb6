"""The numbers a digest may speak of, apart from the database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Self

from django.utils import timezone

from ai.conf import option
from ai.models import ReviewDigest


class Measure(StrEnum):
    """What is counted, in reviews; all but `verified` also of one aspect."""

    REVIEWS = "reviews"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    MIXED = "mixed"
    VERIFIED = "verified"


POLARITIES = {Measure.POSITIVE: 1, Measure.NEGATIVE: -1, Measure.MIXED: 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectFacts:
    """How many reviews talk about an aspect, and how they mean it."""

    id: int
    name: str
    reviews: int
    positive: int
    negative: int
    mixed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence of a review, word for word, and what it is for (1) or against (-1).

    `begin` and `end` are characters of the review's title and body as one text, end exclusive.
    """

    review: int
    aspect: int
    polarity: int
    begin: int
    end: int
    text: str

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Self:
        """Return a quote of a digest row."""
        return cls(**{name: row[name] for name in cls.__slots__})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the published reviews of a product come to; `first` and `last` are local dates."""

    reviews: int
    verified: int
    positive: int
    mixed: int
    negative: int
    first: date | None
    last: date | None
    aspects: tuple[AspectFacts, ...]
    quotes: tuple[Quote, ...] = ()

    def aspect(self, pk: int) -> AspectFacts | None:
        """Return one of the aspects, None where nobody talks about it."""
        return next((each for each in self.aspects if each.id == pk), None)

    def share(self, measure: Measure, aspect: int | None) -> tuple[int, int] | None:
        """Return (n, N): of N reviews n are such; None for what is not counted.

        N are all reviews, or, for how an aspect is meant, those that talk about it.
        """
        if aspect is None:
            return getattr(self, measure), self.reviews
        found = self.aspect(aspect)
        if found is None or measure == Measure.VERIFIED:
            return None
        base = self.reviews if measure == Measure.REVIEWS else found.reviews
        return getattr(found, measure), base


def facts_of(digest: ReviewDigest) -> Facts:
    """Return what a digest row says."""
    return Facts(
        reviews=digest.reviews,
        verified=digest.verified,
        positive=digest.positive,
        mixed=digest.mixed,
        negative=digest.negative,
        first=local_date(digest.first_at),
        last=local_date(digest.last_at),
        aspects=tuple(read_aspects(digest.aspects)),
        quotes=tuple(Quote.read(each) for each in digest.quotes),
    )


def read_aspects(rows: Iterable[Mapping[str, Any]]) -> Iterable[AspectFacts]:
    """Yield the aspects of a digest row."""
    for row in rows:
        yield AspectFacts(
            id=row["aspect"],
            name=row["name"],
            reviews=row["reviews"],
            positive=row["positive"],
            negative=row["negative"],
            mixed=row["mixed"],
        )


def local_date(moment: datetime | None) -> date | None:
    """Return the day of a moment where the shop is."""
    return timezone.localtime(moment).date() if moment else None


def least_reviews() -> int:
    """Return the number of reviews below which nothing is said, of a product or of an aspect."""
    return int(option("DIGEST_LEAST_REVIEWS", 3))
