"""Readings in the database: which reviews are to be read, and writing what was found."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import structlog
from django.db import connection, transaction
from django.utils import timezone

from ai.models import Aspect, ReviewMention, ReviewReading
from ai.reviews.reading import Models, Reading, ReviewText, hash_of, models_in_use, read_reviews
from shop.models import Category

log = structlog.get_logger(__name__)

# The characters of a category's path that name the top of its branch.
TOP: Final = Category.steplen

# A review that was changed or hidden since it was read is left to whoever reads it next.
LOAD: Final = """
SELECT r.id, r.product_id, r.title, r.body, r.rating, top.id, g.content_hash
FROM shop_review r
JOIN shop_product p ON p.id = r.product_id
LEFT JOIN shop_category own ON own.id = p.category_id
LEFT JOIN shop_category top ON top.path = left(own.path, %(top)s)
LEFT JOIN ai_reviewreading g ON g.review_id = r.id
WHERE r.id = ANY(%(ids)s) AND r.status = 'published'
ORDER BY r.id
"""
STILL_SO: Final = """
SELECT r.id FROM shop_review r
WHERE r.id = ANY(%(ids)s) AND r.status = 'published'
    AND (r.title, r.body, r.rating) = (
        SELECT w.title, w.body, w.rating
        FROM unnest(%(ids)s::bigint[], %(titles)s::text[], %(bodies)s::text[], %(ratings)s::int[])
            AS w (id, title, body, rating)
        WHERE w.id = r.id
    )
ORDER BY r.id FOR NO KEY UPDATE
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published review as it is now; `branch` is its top category, `known` its reading's hash."""

    id: int
    product_id: int
    title: str
    body: str
    rating: int
    branch: int | None
    known: str | None

    def content_hash(self, version: str) -> str:
        """Return the hash that a fresh reading has."""
        return hash_of(
            version=version,
            branch=self.branch,
            title=self.title,
            body=self.body,
            rating=self.rating,
        )


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What became of some reviews, by id; `gone` ones are not published, or changed meanwhile."""

    read: set[int] = field(default_factory=set)
    skipped: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    failed: dict[int, str] = field(default_factory=dict)


def load_sources(ids: Iterable[int]) -> list[Source]:
    """Return those of the reviews that are published, by id."""
    with connection.cursor() as cursor:
        cursor.execute(LOAD, {"ids": list(ids), "top": TOP})
        return [
            Source(
                id=id_,
                product_id=product_id,
                title=title,
                body=body,
                rating=rating,
                branch=branch,
                known=known,
            )
            for id_, product_id, title, body, rating, branch, known in cursor.fetchall()
        ]


def bring_up_to_date(
    ids: Sequence[int], *, models: Models | None = None, everything: bool = False
) -> Outcome:
    """Read those of the reviews that are not fresh, and store what they come to.

    The models work with no transaction open; what they found is written in one, with the digests
    of the products, where the texts are still the same. A review that cannot be read is `failed`.
    """
    models = models or models_in_use()
    sources = load_sources(ids)
    wanted = [
        source
        for source in sources
        if everything or source.known != source.content_hash(models.version)
    ]
    outcome = Outcome(gone=set(ids) - {source.id for source in sources})
    outcome.skipped = {source.id for source in sources} - {source.id for source in wanted}
    terms = _terms_of(wanted)
    readings = _read(wanted, models, terms, outcome.failed)
    if readings:
        outcome.read = store_readings(readings, version=models.version)
    outcome.gone |= {source.id for source, _ in readings} - outcome.read
    return outcome


def _read(
    sources: Sequence[Source],
    models: Models,
    terms: Mapping[int | None, Collection[str]],
    failed: dict[int, str],
) -> list[tuple[Source, Reading]]:
    """Read all at once; where that fails, find the text it fails on by halving."""
    if not sources:
        return []
    texts = [
        ReviewText(title=source.title, body=source.body, rating=source.rating) for source in sources
    ]
    try:
        known = [terms.get(source.branch, ()) for source in sources]
        return list(zip(sources, read_reviews(texts, models=models, known=known), strict=True))
    except Exception as error:  # whatever a text does to a model must not stop all the others
        if len(sources) == 1:
            log.exception("review_unreadable", review=sources[0].id)
            failed[sources[0].id] = repr(error)
            return []
        middle = len(sources) // 2
        return [
            *_read(sources[:middle], models, terms, failed),
            *_read(sources[middle:], models, terms, failed),
        ]


def store_readings(found: Sequence[tuple[Source, Reading]], *, version: str) -> set[int]:
    """Write readings and mentions in one transaction; returns the ids that were written.

    Triggers recount the digests of their products in that transaction (migration 0015).
    """
    with transaction.atomic():
        same = _still_so([source for source, _ in found])
        kept = [(source, reading) for source, reading in found if source.id in same]
        aspects = _aspects_of({source.branch for source, _ in kept})
        ReviewMention.objects.filter(review_id__in=same).delete()
        ReviewMention.objects.bulk_create(
            (
                mention
                for source, reading in kept
                for mention in _mentions(source, reading, aspects)
            ),
            batch_size=2_000,
        )
        ReviewReading.objects.bulk_create(
            (_row(source, reading, version) for source, reading in kept),
            update_conflicts=True,
            unique_fields=["review"],
            update_fields=_WRITTEN,
        )
    return same


_WRITTEN: Final = [
    *("probability", "polarity", "label", "sentences", "is_contradictory", "topics", "concerns"),
    *("language", "model_version", "content_hash", "read_at"),
]


def _still_so(sources: Sequence[Source]) -> set[int]:
    """Return the ids of the reviews whose texts are still these, locked until the commit."""
    params: dict[str, Any] = {
        "ids": [source.id for source in sources],
        "titles": [source.title for source in sources],
        "bodies": [source.body for source in sources],
        "ratings": [source.rating for source in sources],
    }
    with connection.cursor() as cursor:
        cursor.execute(STILL_SO, params)
        return {row[0] for row in cursor.fetchall()}


def _row(source: Source, reading: Reading, version: str) -> ReviewReading:
    return ReviewReading(
        review_id=source.id,
        probability=reading.probability,
        polarity=reading.polarity,
        label=reading.label,
        sentences=[
            [sentence.begin, sentence.end, round(sentence.polarity, 3)]
            for sentence in reading.sentences
        ],
        is_contradictory=reading.is_contradictory,
        topics=list(reading.topics),
        concerns=list(reading.concerns),
        language=reading.language,
        model_version=version,
        content_hash=source.content_hash(version),
        read_at=timezone.now(),
    )


def _mentions(
    source: Source, reading: Reading, aspects: Mapping[tuple[int | None, str], int]
) -> Iterable[ReviewMention]:
    for mention in reading.mentions:
        sentence = reading.sentences[mention.sentence]
        yield ReviewMention(
            review_id=source.id,
            product_id=source.product_id,
            aspect_id=known_aspect(aspects, source.branch, mention.term),
            term=mention.term,
            surface=mention.surface,
            polarity=mention.polarity,
            confidence=mention.confidence,
            begin=mention.begin,
            end=mention.end,
            sentence_begin=sentence.begin,
            sentence_end=sentence.end,
        )


def _terms_of(sources: Sequence[Source]) -> dict[int | None, set[str]]:
    """Return the keys of the aspects of each branch, merged ones too."""
    found: dict[int | None, set[str]] = {}
    for branch, key in _aspects_of({source.branch for source in sources}):
        found.setdefault(branch, set()).add(key)
    return found


def _aspects_of(branches: set[int | None]) -> dict[tuple[int | None, str], int]:
    """Return the aspects of these branches, merged ones too, by branch and key."""
    rows = Aspect.objects.filter(category_id__in=[each for each in branches if each is not None])
    if None in branches:
        rows |= Aspect.objects.filter(category=None)
    return {(branch, key): id_ for branch, key, id_ in rows.values_list("category_id", "key", "id")}


def known_aspect(
    aspects: Mapping[tuple[int | None, str], int], branch: int | None, term: str
) -> int | None:
    """Return the aspect of a term: its own, or that of its last words, which carry the noun."""
    words = term.split(" ")
    for begin in range(len(words)):
        found = aspects.get((branch, " ".join(words[begin:])))
        if found is not None:
            return found
    return None
