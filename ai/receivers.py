"""From shop to ai: what was saved reaches the embeddings.

A change is written to the outbox in its own transaction; once that is committed, a worker is
nudged, at most once a transaction. The nudge may fail: beat sweeps the outbox.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from ai.indexing.outbox import record
from ai.indexing.outbox_entries import record_products_of, worker_is_told
from ai.indexing.signals import entries_recorded, job_queued
from ai.indexing.spaces import maintained_spaces
from ai.indexing.vectors import remove_at_once, remove_unpublished
from ai.models import Priority, SourceKind
from ai.recommendations.signals import run_queued
from ai.reviews.signals import reading_queued
from ai.tasks import drain_outbox, run_embedding_job, run_reading_job, run_recommendation_job
from shop.models import (
    Attribute,
    Brand,
    Category,
    FaqEntry,
    Page,
    Product,
    ProductAttribute,
    ProductOption,
    Review,
    Variant,
)
from shop.signals import catalogue_changed
from shop.tasks import send

# A variant's price and stock are in no document; neither are a product's prices and ratings.
VARIANT_FIELDS = frozenset({"product", "sku", "barcode", "option1", "option2", "option3"})
PRODUCT_FIELDS = frozenset(
    {"title", "brand", "category", "description", "status", "tags", "external_id"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """Tells a worker, after the commit, that entries wait; unless it is told already.

    Django names a callback that fails by its `__qualname__`, which methods and functions have and
    callable objects and partials have not: those would end the request with an AttributeError.
    """

    priority: int
    first_id: int

    def tell(self) -> None:
        """Send the task; whoever claims older entries that wait takes these along."""
        if not worker_is_told(priority=self.priority, before=self.first_id):
            send(drain_outbox, self.priority, priority=self.priority)


def _concerns(fields: frozenset[str], update_fields: Collection[str] | None) -> bool:
    """Return whether a save touched any of the fields; one that names none touched all."""
    return update_fields is None or not fields.isdisjoint(
        name.removesuffix("_id") for name in update_fields
    )


@receiver(post_save, sender=Product)
def product_saved(
    instance: Product, update_fields: Collection[str] | None = None, **_: Any
) -> None:
    """Have the product embedded again; unpublished, it is gone at once, and its reviews with it."""
    if not _concerns(PRODUCT_FIELDS, update_fields):
        return
    if instance.status != Product.Status.ACTIVE:
        remove_at_once(kind=SourceKind.PRODUCT, ids=[instance.pk])
    record(kind=SourceKind.PRODUCT, ids=[instance.pk])


@receiver([post_save, post_delete], sender=Variant)
def variant_changed(
    instance: Variant, update_fields: Collection[str] | None = None, **_: Any
) -> None:
    """Have the product embedded again: its document lists the options of its variants."""
    if _concerns(VARIANT_FIELDS, update_fields):
        record(kind=SourceKind.PRODUCT, ids=[instance.product_id])


@receiver([post_save, post_delete], sender=ProductAttribute)
@receiver([post_save, post_delete], sender=ProductOption)
def description_changed(instance: ProductAttribute | ProductOption, **_: Any) -> None:
    """Have the product embedded again: its document lists its attributes."""
    record(kind=SourceKind.PRODUCT, ids=[instance.product_id])


@receiver(post_save, sender=Review)
def review_saved(instance: Review, **_: Any) -> None:
    """Have the review embedded; one that is not published (any more) is gone at once."""
    if instance.status != Review.Status.PUBLISHED:
        remove_at_once(kind=SourceKind.REVIEW, ids=[instance.pk])
    record(kind=SourceKind.REVIEW, ids=[instance.pk])


@receiver(post_save, sender=Page)
@receiver(post_save, sender=FaqEntry)
def content_saved(instance: Page | FaqEntry, **_: Any) -> None:
    """Have the page or answer embedded; unpublished, it is gone at once."""
    kind = _kind_of(instance)
    if not instance.is_published:
        remove_at_once(kind=kind, ids=[instance.pk])
    record(kind=kind, ids=[instance.pk])


@receiver(post_delete, sender=Page)
@receiver(post_delete, sender=FaqEntry)
def content_deleted(instance: Page | FaqEntry, **_: Any) -> None:
    """Remove the vectors; products and reviews take theirs along by their foreign keys.

    A worker may be writing them this moment: the entry makes sure of it afterwards.
    """
    kind = _kind_of(instance)
    remove_at_once(kind=kind, ids=[instance.pk])
    record(kind=kind, ids=[instance.pk])


def _kind_of(instance: Page | FaqEntry) -> str:
    return SourceKind.PAGE if isinstance(instance, Page) else SourceKind.FAQ


@receiver(post_save, sender=Brand)
def brand_saved(instance: Brand, *, created: bool = False, **_: Any) -> None:
    """Have the brand's products embedded again; the unchanged are skipped by their hash."""
    if not created:
        record_products_of(brand=instance.pk)


@receiver(post_save, sender=Category)
def category_saved(instance: Category, *, created: bool = False, **_: Any) -> None:
    """Have the products below the category embedded again."""
    if not created:
        record_products_of(category=instance.pk)


@receiver(post_save, sender=Attribute)
def attribute_saved(instance: Attribute, *, created: bool = False, **_: Any) -> None:
    """Have the products that carry the attribute embedded again."""
    if not created:
        record_products_of(attribute=instance.pk)


@receiver(catalogue_changed)
def catalogue_written(*, kind: str, ids: Sequence[int], **_: Any) -> None:
    """Have what a bulk write changed embedded again; what it unpublished is gone at once."""
    for space in maintained_spaces():
        remove_unpublished(space=space, kind=kind, ids=ids)
    record(kind=kind, ids=ids, priority=Priority.BULK)


@receiver(entries_recorded)
def nudge_after_commit(*, priority: int, first_id: int, **_: Any) -> None:
    """Nudge a worker after the commit, once however many entries the transaction writes."""
    waiting = (getattr(entry[1], "__self__", None) for entry in connection.run_on_commit)
    if not any(isinstance(one, Nudge) and one.priority == priority for one in waiting):
        nudge = Nudge(priority=int(priority), first_id=first_id)
        transaction.on_commit(nudge.tell, robust=True)


@receiver(job_queued)
def launch_after_commit(*, job_id: int, **_: Any) -> None:
    """Hand a queued job to a worker after the commit."""
    transaction.on_commit(
        lambda: send(run_embedding_job, job_id, priority=Priority.BULK), robust=True
    )


@receiver(run_queued)
def launch_run_after_commit(*, job_id: int, **_: Any) -> None:
    """Hand a run that makes recommendations to a worker after the commit."""
    transaction.on_commit(
        lambda: send(run_recommendation_job, job_id, priority=Priority.BULK), robust=True
    )


@receiver(reading_queued)
def read_after_commit(*, job_id: int, **_: Any) -> None:
    """Hand a queued reading job to a worker after the commit."""
    transaction.on_commit(
        lambda: send(run_reading_job, job_id, priority=Priority.BULK), robust=True
    )
