"""Readings, mentions and digests in the database: true after every kind of change."""

from collections.abc import Callable
from datetime import timedelta
from threading import Thread
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from ai import tasks
from ai.exceptions import AspectRefused, JobConflict
from ai.indexing.outbox import drain
from ai.models import (
    Aspect,
    OutboxEntry,
    ReadingJob,
    ReviewDigest,
    ReviewMention,
    ReviewReading,
)
from ai.reviews import jobs, store
from ai.reviews.checking import check_digests
from ai.reviews.discovery import discover_aspects
from ai.reviews.jobs import cancel_job, pause_job, resumable_jobs, resume_job, run_chunk, start_job
from ai.reviews.naming import merge_aspects, rename_aspect, set_aspect_hidden, unmerge_aspect
from ai.reviews.reading import ReviewText, read_reviews
from ai.reviews.stale import count_stale, next_stale
from ai.reviews.store import bring_up_to_date
from shop.models import Category, Product, Review
from shop.services.reviews import delete_review, publish_review, reject_review
from tests.factories.shop import CategoryFactory, ProductFactory, ReviewFactory

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = [
    "The zipper is great and the fabric is soft. I love it!",
    "The zipper broke after a week. The fabric feels cheap.",
    "Great zipper, works well. The fabric is wonderful.",
    "The zipper is terrible, but the fabric is very nice.",
]


@pytest.fixture
def category() -> Category:
    return CategoryFactory(name="Coats")


@pytest.fixture
def product(category: Category) -> Product:
    return ProductFactory(category=category)


def write(product: Product, *bodies: str, **fields: Any) -> list[Review]:
    return [
        ReviewFactory(product=product, title="", body=body, status="published", **fields)
        for body in bodies or WORDS
    ]


def read_all() -> None:
    ids = list(Review.objects.order_by("pk").values_list("pk", flat=True))
    bring_up_to_date(ids)
    discover_aspects()
    bring_up_to_date(ids)


def digest_of(product: Product) -> ReviewDigest:
    return ReviewDigest.objects.get(product=product)


def aspects_of(product: Product) -> dict[str, tuple[int, int, int]]:
    return {
        each["name"]: (each["reviews"], each["positive"], each["negative"])
        for each in digest_of(product).aspects
    }


def test_reviews_become_readings_mentions_and_one_row_a_product(product: Product) -> None:
    reviews = write(product, verified_purchase=True)
    read_all()
    digest = digest_of(product)
    assert (digest.reviews, digest.verified) == (4, 4)
    assert digest.positive + digest.mixed + digest.negative == 4
    assert digest.first_at == min(each.created_at for each in reviews)
    assert aspects_of(product)["Zipper"] == (4, 2, 2)
    assert aspects_of(product)["Fabric"][0] == 4
    assert check_digests() == []
    mention = ReviewMention.objects.filter(review=reviews[1], term="zipper").get()
    text = ReviewText(title="", body=reviews[1].body).whole
    assert text[mention.begin : mention.end] == "zipper"
    assert text[mention.sentence_begin : mention.sentence_end] == "The zipper broke after a week."
    assert (mention.polarity, mention.product_id) == (-1, product.pk)
    reading = ReviewReading.objects.get(review=reviews[1])
    # The words blame it, the stars do not.
    assert reading.polarity < 0
    assert (reviews[1].rating, reading.label) == (5, 1)
    assert reading.sentences[0][:2] == [0, len("The zipper broke after a week.")]
    assert reading.language == "en"


def test_what_is_fresh_is_not_read_again(product: Product, monkeypatch: Any) -> None:
    reviews = write(product)
    ids = [each.pk for each in reviews]
    assert count_stale() == 4
    assert bring_up_to_date(ids).read == set(ids)
    assert count_stale() == 0
    again = bring_up_to_date(ids)
    assert (again.read, again.skipped) == (set(), set(ids))
    # The database computes the same hash as Python does, from text of any kind.
    odd = write(product, "Très bon…\nçà et là 😀 \\x1f ' \" %s", "")
    assert next_stale(after=0, limit=10) == [each.pk for each in odd]
    bring_up_to_date([each.pk for each in odd])
    assert next_stale(after=0, limit=10) == []
    assert bring_up_to_date(ids, everything=True).read == set(ids)
    # Another version of the models makes every reading stale.
    monkeypatch.setattr("ai.reviews.reading.CODE_VERSION", "next")
    assert count_stale() == 6


def test_no_change_of_a_review_leaves_a_stale_count(product: Product) -> None:
    first, second, third, fourth = write(product)
    read_all()
    other = ProductFactory(category=product.category)

    def expect(count: int) -> None:
        assert digest_of(product).reviews == count
        assert check_digests() == []

    reject_review(review=first)
    expect(3)
    publish_review(review=first)
    expect(3)  # it is to be read again
    bring_up_to_date([first.pk])
    expect(4)
    delete_review(review=second)
    expect(3)
    # Past signals, as imports and staff's SQL write:
    Review.objects.filter(pk=third.pk).update(body="Something else.")
    expect(2)
    Review.objects.filter(pk=fourth.pk).update(verified_purchase=True)
    assert digest_of(product).verified == 1
    Review.objects.filter(pk=fourth.pk).update(created_at=timezone.now() - timedelta(days=99))
    expect(2)
    Review.objects.filter(pk=fourth.pk).update(product=other)
    expect(1)
    bring_up_to_date([third.pk, fourth.pk])
    expect(2)
    assert digest_of(other).reviews == 1
    product.delete()
    assert not ReviewDigest.objects.filter(product=product.pk).exists()
    assert check_digests() == []


def test_the_checker_sees_every_planted_distortion(product: Product) -> None:
    write(product)
    read_all()
    digest = digest_of(product)
    caught = 0
    for name in ("reviews", "verified", "positive", "mixed", "negative"):
        ReviewDigest.objects.update(**{name: getattr(digest, name) + 1})
        assert [each.what for each in check_digests()] == [name]
        ReviewDigest.objects.update(**{name: getattr(digest, name)})
        caught += 1
    for name in ("first_at", "last_at"):
        ReviewDigest.objects.update(**{name: timezone.now()})
        assert [each.what for each in check_digests()] == [name]
        ReviewDigest.objects.update(**{name: getattr(digest, name)})
        caught += 1
    for place, entry in enumerate(digest.aspects):
        for name in ("reviews", "positive", "negative", "mixed"):
            wrong = [dict(each) for each in digest.aspects]
            wrong[place][name] = entry[name] + 1
            ReviewDigest.objects.update(aspects=wrong)
            assert [each.what for each in check_digests()] == [f"aspect {entry['aspect']}: {name}"]
            caught += 1
    ReviewDigest.objects.update(aspects=[])
    assert len(check_digests()) == 5 * len(digest.aspects)
    assert caught >= 15


def test_staff_rename_merge_take_apart_and_hide(product: Product) -> None:
    write(product, *WORDS, "The zip is great. Love it!", "Bad zip, terrible.", "Lovely zip!")
    read_all()
    zipper, fabric = Aspect.objects.get(key="zipper"), Aspect.objects.get(key="fabric")
    merged = Aspect.objects.get(key="zip")
    if merged.merged_into_id is None:
        merge_aspects(aspect=merged, into=zipper)
    assert aspects_of(product)["Zipper"][0] == 7
    rename_aspect(aspect=zipper, name="  The   zip ")
    assert aspects_of(product)["The zip"][0] == 7
    merge_aspects(aspect=zipper, into=fabric)
    merged.refresh_from_db()
    assert merged.merged_into_id == fabric.pk
    assert set(aspects_of(product)) == {"Fabric"}
    assert check_digests() == []
    unmerge_aspect(aspect=zipper)
    assert aspects_of(product)["The zip"][0] == 4
    set_aspect_hidden(aspect=fabric, is_hidden=True)
    assert set(aspects_of(product)) == {"The zip"}
    assert check_digests() == []
    elsewhere = Aspect.objects.create(key="zip", name="Zip", category=CategoryFactory())
    refusals: list[Callable[[], None]] = [
        lambda: merge_aspects(aspect=zipper, into=zipper),
        lambda: merge_aspects(aspect=zipper, into=elsewhere),
        lambda: merge_aspects(aspect=fabric, into=merged),
        lambda: unmerge_aspect(aspect=zipper),
        lambda: rename_aspect(aspect=zipper, name=" "),
    ]
    for refused in refusals:
        with pytest.raises(AspectRefused):
            refused()
    fabric.delete()
    assert check_digests() == []


def test_aspects_need_several_reviews_and_opinions_and_name_no_category(
    product: Product, category: Category
) -> None:
    write(product, "The zipper is great.", "The zipper is bad.")
    read_all()
    assert not Aspect.objects.exists()
    assert digest_of(product).aspects == []
    write(product, "Lovely zipper.", *["This coat is great."] * 4)
    read_all()
    assert [each.key for each in Aspect.objects.all()] == ["zipper"]
    assert Aspect.objects.get().category == category
    assert aspects_of(product)["Zipper"][0] == 3


def test_two_workers_at_once_count_each_others_reviews(product: Product) -> None:
    first, second = write(product, *WORDS[:2])
    with transaction.atomic():
        bring_up_to_date([first.pk])

        def other() -> None:
            try:
                bring_up_to_date([second.pk])
            finally:
                connections.close_all()

        thread = Thread(target=other)
        thread.start()
        thread.join(0.5)
        assert thread.is_alive()  # it waits for the digest
    thread.join(10)
    assert digest_of(product).reviews == 2
    assert check_digests() == []


def test_a_text_that_changes_while_it_is_read_is_left_to_the_next(
    product: Product, monkeypatch: Any
) -> None:
    (review,) = write(product, WORDS[0])
    real = read_reviews

    def meanwhile(*args: Any, **options: Any) -> Any:
        Review.objects.filter(pk=review.pk).update(body="Terrible. I hate it.")
        return real(*args, **options)

    monkeypatch.setattr(store, "read_reviews", meanwhile)
    outcome = bring_up_to_date([review.pk])
    assert (outcome.read, outcome.gone) == (set(), {review.pk})
    assert not ReviewReading.objects.exists()
    monkeypatch.undo()
    bring_up_to_date([review.pk])
    assert ReviewReading.objects.get().polarity < -0.5


@pytest.mark.parametrize(("rating", "label"), [(5, 1), (4, 1), (3, 0), (2, -1), (1, -1)])
def test_the_stars_say_what_a_review_is(product: Product, rating: int, label: int) -> None:
    (review,) = write(product, WORDS[0], rating=rating)
    bring_up_to_date([review.pk])
    assert ReviewReading.objects.get().label == label
    digest = digest_of(product)
    assert (digest.positive, digest.mixed, digest.negative) == tuple(
        int(label == each) for each in (1, 0, -1)
    )


def test_a_text_no_model_can_read_stops_no_other(product: Product, monkeypatch: Any) -> None:
    reviews = write(product)
    real = read_reviews

    def picky(texts: Any, **options: Any) -> Any:
        if any("broke" in text.body for text in texts):
            raise RuntimeError("no")
        return real(texts, **options)

    monkeypatch.setattr(store, "read_reviews", picky)
    outcome = bring_up_to_date([each.pk for each in reviews])
    assert set(outcome.failed) == {reviews[1].pk}
    assert len(outcome.read) == 3
    assert check_digests() == []


def test_a_saved_review_reaches_its_digest_by_the_outbox(product: Product) -> None:
    OutboxEntry.objects.all().delete()
    (review,) = write(product, WORDS[0])
    entries = OutboxEntry.objects.filter(kind="review", object_id=review.pk)
    assert entries.exists()
    drain(followers=tasks.FOLLOWERS)
    assert not entries.exists()
    assert digest_of(product).positive == 1


def test_a_job_reads_what_is_stale_resumes_and_counts(product: Product, monkeypatch: Any) -> None:
    write(product, *WORDS * 3)
    done = bring_up_to_date([Review.objects.earliest("pk").pk])
    assert len(done.read) == 1
    monkeypatch.setattr(jobs, "BATCH", 4)
    monkeypatch.setattr(jobs, "CHUNK_S", 0)
    job = start_job()
    assert job.total == 11
    with pytest.raises(JobConflict):
        start_job()
    monkeypatch.setattr(jobs, "CHUNK_S", 0.0001)
    baton = run_chunk(job_id=job.pk)
    job.refresh_from_db()
    assert (job.status, job.done, job.read) == ("running", 4, 4)
    assert run_chunk(job_id=job.pk, baton=uuid4()) is None  # an old baton
    assert pause_job(job=job)
    assert run_chunk(job_id=job.pk, baton=baton) is None
    assert resume_job(job=job)
    baton = run_chunk(job_id=job.pk)
    while baton:
        baton = run_chunk(job_id=job.pk, baton=baton)
    job.refresh_from_db()
    assert (job.status, job.done, job.read, job.failed) == ("done", 11, 11, 0)
    assert ReviewReading.objects.count() == 12
    assert aspects_of(product)["Zipper"] == (12, 6, 6)
    assert check_digests() == []
    everything = start_job(scope="all")
    assert everything.total == 12
    assert cancel_job(job=everything)
    assert run_chunk(job_id=everything.pk) is None
    assert not resumable_jobs()
    lost = start_job()
    ReadingJob.objects.filter(pk=lost.pk).update(created_at=timezone.now() - timedelta(minutes=1))
    assert resumable_jobs() == [lost]


def test_without_the_trigger_a_change_past_signals_goes_unseen(product: Product) -> None:
    """The negative control: it is the trigger that keeps the counts, and the checker sees it."""
    (review, *_) = write(product)
    read_all()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE shop_review DISABLE TRIGGER ai_review_changed")
        Review.objects.filter(pk=review.pk).update(status="rejected")
        assert [each.what for each in check_digests()]
        transaction.set_rollback(True)
    assert check_digests() == []
