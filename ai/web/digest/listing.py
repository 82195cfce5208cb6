"""The reviews behind a digest: those that speak of something, with the sentences marked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Q, Value, When
from django.http import QueryDict

from ai.reviews.digest.facts import AspectFacts
from ai.reviews.finding import Answers, find_in_reviews, places_of
from ai.reviews.marking import Marked, mark_review
from ai.reviews.said import sentences_about, that_say
from ai.web.digest.choice import ASPECT, QUESTION, SENTIMENT, SENTIMENTS, Choice
from shop.models import Product, Review
from shop.models.reviews import ReviewQuerySet
from shop.views.listing.addresses import address, without
from shop.views.listing.pages import Pages, build_pages

PAGE_SIZE: Final = 8
BEST_FIRST: Final = ("-helpful_count", "-created_at", "-id")
# Of a review that stands for its kind the stars say the same as the words.
HIGH_STARS, LOW_STARS = Q(rating__gte=4), Q(rating__lte=3)
SENSES: Final = {1: "For", -1: "Against", 0: "Both or neither"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReview:
    """A review with what was asked for marked in it; `heading` for one that stands apart."""

    review: Review
    marked: Marked
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way to narrow the reviews, or to take that back."""

    label: str
    address: str
    is_chosen: bool
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidList:
    """One page of the reviews that an address asks for, and the ways on."""

    choice: Choice
    best: tuple[ShownReview, ...]
    reviews: tuple[ShownReview, ...]
    total: int
    by_meaning: bool
    senses: tuple[Way, ...]
    aspects: tuple[Way, ...]
    pages: Pages
    address: str
    address_of_all: str


def build_said_list(
    product: Product,
    choice: Choice,
    aspects: Sequence[AspectFacts],
    *,
    path: str,
    data: QueryDict,
) -> SaidList:
    """Return the reviews that were chosen; the same number of queries however many there are."""
    about = choice.aspect.id if choice.aspect else None
    reviews = Review.objects.published().filter(product=product)
    chosen = that_say(reviews, aspect=about, polarity=choice.polarity).order_by(*BEST_FIRST)
    answers = _answers(product, choice)
    if choice.question:
        chosen = _in_order_of(chosen, answers)
    paginator = Paginator(chosen, PAGE_SIZE)
    page = paginator.get_page(data.get("page"))
    shown = list(page.object_list)
    best: list[tuple[str, Review]] = []
    if choice.polarity is None and not choice.question and page.number == 1:
        best = _best_of_both(reviews, about)
    spans = sentences_about([each.pk for each in [*shown, *(one for _, one in best)]], about or 0)
    return SaidList(
        choice=choice,
        best=tuple(_shown(one, spans, answers, heading=text) for text, one in best),
        reviews=tuple(_shown(each, spans, answers) for each in shown),
        total=paginator.count,
        by_meaning=answers.by_meaning,
        senses=tuple(_senses(choice, path, data)),
        aspects=tuple(_aspects(choice, aspects, path, data)),
        pages=build_pages(number=page.number, count=paginator.num_pages, path=path, data=data),
        address=address(path, data),
        address_of_all=without(path, data, ASPECT, SENTIMENT, QUESTION),
    )


def _answers(product: Product, choice: Choice) -> Answers:
    if not choice.question:
        return Answers(question="", sentences={}, by_meaning=False)
    return find_in_reviews(product=product.pk, text=choice.question)


def _in_order_of(reviews: ReviewQuerySet, answers: Answers) -> ReviewQuerySet:
    places = [When(pk=pk, then=Value(place)) for place, pk in enumerate(answers.sentences)]
    found = reviews.filter(pk__in=list(answers.sentences))
    return found.order_by(Case(*places, output_field=IntegerField())) if places else found


def _best_of_both(reviews: ReviewQuerySet, aspect: int | None) -> list[tuple[str, Review]]:
    """Return the most helpful review for and the one against; nothing unless there are both."""
    found = []
    for polarity, text, stars in (
        (1, "Most helpful in favour", HIGH_STARS),
        (-1, "Most helpful against", LOW_STARS),
    ):
        saying = that_say(reviews.filter(stars), aspect=aspect, polarity=polarity).with_text()
        best = saying.order_by(*BEST_FIRST).first()
        if best is None:
            return []
        found.append((text, best))
    return found


def _shown(
    review: Review, spans: Mapping[int, list[tuple[int, int]]], answers: Answers, heading: str = ""
) -> ShownReview:
    sentence = answers.sentences.get(review.pk, "")
    asked = places_of(answers.question, sentence, title=review.title, body=review.body)
    places = [*spans.get(review.pk, ()), *asked]
    marked = mark_review(title=review.title, body=review.body, spans=places)
    return ShownReview(review=review, marked=marked, heading=heading)


def _senses(choice: Choice, path: str, data: QueryDict) -> Iterable[Way]:
    about = choice.aspect
    counts = {1: about.positive, -1: about.negative, 0: about.mixed} if about else {}
    yield Way(
        label="All",
        address=without(path, data, SENTIMENT),
        is_chosen=choice.polarity is None,
        count=about.reviews if about else None,
    )
    for polarity, label in SENSES.items():
        yield Way(
            label=label,
            address=_with(path, data, SENTIMENT, SENTIMENTS[polarity]),
            is_chosen=choice.polarity == polarity,
            count=counts.get(polarity),
        )


def _aspects(
    choice: Choice, aspects: Iterable[AspectFacts], path: str, data: QueryDict
) -> Iterable[Way]:
    for each in aspects:
        is_chosen = choice.aspect == each
        yield Way(
            label=each.name,
            # Chosen once more, it is taken back.
            address=without(path, data, ASPECT)
            if is_chosen
            else _with(path, data, ASPECT, str(each.id)),
            is_chosen=is_chosen,
            count=each.reviews,
        )


def _with(path: str, data: QueryDict, name: str, value: str) -> str:
    changed = data.copy()
    changed.pop("page", None)
    changed[name] = value
    return address(path, changed)
