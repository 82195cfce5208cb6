"""Reviews from records: compared with what is there, written only where they differ."""

from collections.abc import Sequence
from typing import Any

from django.db import DataError, IntegrityError, transaction
from django.utils import timezone

from shop.models import Product, Review
from shop.services.imports.records import Outcome, Problem, ReviewRecord
from shop.signals import catalogue_changed

_COMPARED = ("author_name", "rating", "title", "body", "verified_purchase")


def import_reviews(records: Sequence[ReviewRecord], *, dry_run: bool = False) -> list[Outcome]:
    """Return what became of each record; call it in a transaction.

    Moderation belongs to the shop: a review's state is taken from the file when it is new, and
    never again.
    """
    if not records:
        return []
    try:
        with transaction.atomic():
            return _import(records, dry_run=dry_run)
    except (IntegrityError, DataError) as error:
        if len(records) > 1:
            return [
                outcome
                for record in records
                for outcome in import_reviews([record], dry_run=dry_run)
            ]
        reason = str(error).partition("\n")[0]
        return [_failed(records[0], f"The database refused this review: {reason}.")]


def _import(records: Sequence[ReviewRecord], *, dry_run: bool) -> list[Outcome]:
    products = _products(records)
    stored = {
        (review.source, review.external_id): review
        for review in Review.objects.filter(
            source=records[0].source, external_id__in=[record.external_id for record in records]
        )
    }
    new: dict[tuple[str, str], Review] = {}
    changed: list[Review] = []
    outcomes = []
    for record in records:
        key, product_id = (record.source, record.external_id), products.get(record.product)
        review = stored.get(key)
        if product_id is None:
            outcomes.append(_failed(record, f"There is no product “{record.product[:80]}”."))
        elif review is not None:
            fields = _fields(record)
            different = {
                name: value for name, value in fields.items() if getattr(review, name) != value
            }
            outcomes.append(_updated(record, review, different, dry_run=dry_run))
            for name, value in different.items():
                setattr(review, name, value)
            changed += [review] if different else []
        elif key in new:
            outcomes.append(Outcome(result="unchanged"))
        else:
            new[key] = _new(record, product_id)
            outcomes.append(_created(record, dry_run=dry_run))
    if not dry_run:
        _write(list(new.values()), changed)
    return outcomes


def _write(new: list[Review], changed: list[Review]) -> None:
    # In the order of products: the trigger locks those, and locks are taken in one order.
    new.sort(key=lambda review: review.product_id)
    changed.sort(key=lambda review: review.product_id)
    Review.objects.bulk_create(new)
    now = timezone.now()
    for review in changed:
        review.updated_at = now
    fields = [*_COMPARED, "reply", "created_at", "updated_at"]
    Review.objects.bulk_update(changed, fields)
    if new or changed:
        ids = [review.pk for review in (*new, *changed)]
        catalogue_changed.send(sender=Review, kind="review", ids=ids)


def _products(records: Sequence[ReviewRecord]) -> dict[str, int]:
    """Return product ids by what the file calls them: the imported id first, else the slug."""
    names = {record.product for record in records}
    found = dict(Product.objects.filter(slug__in=names).values_list("slug", "pk"))
    by_id = Product.objects.filter(external_id__in=names).order_by("pk")
    return found | dict(by_id.values_list("external_id", "pk"))


def _fields(record: ReviewRecord) -> dict[str, Any]:
    fields = {name: getattr(record, name) for name in _COMPARED}
    # What the file does not know stays: a date given at the first import, an answer of the shop.
    if record.created_at is not None:
        fields["created_at"] = record.created_at
    if record.reply:
        fields["reply"] = record.reply
    return fields


def _new(record: ReviewRecord, product_id: int) -> Review:
    return Review(
        product_id=product_id,
        source=record.source,
        external_id=record.external_id,
        status=record.status,
        helpful_count=record.helpful_count,
        **_fields(record),
    )


def _created(record: ReviewRecord, *, dry_run: bool) -> Outcome:
    message = f"new review by {record.author_name}: {record.rating} stars"
    return Outcome(result="created", problems=(_difference(record, message),) if dry_run else ())


def _updated(
    record: ReviewRecord, review: Review, different: dict[str, Any], *, dry_run: bool
) -> Outcome:
    if not different:
        return Outcome(result="unchanged")
    problems = [
        _difference(record, f"{name}: {getattr(review, name)} → {value}")
        for name, value in different.items()
    ]
    return Outcome(result="updated", problems=tuple(problems) if dry_run else ())


def _difference(record: ReviewRecord, message: str) -> Problem:
    return Problem(line=record.line, identifier=record.product, message=message, level="difference")


def _failed(record: ReviewRecord, message: str) -> Outcome:
    problem = Problem(line=record.line, identifier=record.product, message=message)
    return Outcome(result="failed", problems=(problem,))
