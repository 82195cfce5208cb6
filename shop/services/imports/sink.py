"""Where records go: products, reviews or pages, each to its own way of being written."""

from collections.abc import Sequence
from typing import assert_never

from shop.models import ImportJob
from shop.services.imports.catalogue import PicturesRead, ProductImport, read_pictures
from shop.services.imports.content import import_page
from shop.services.imports.records import (
    AttributeDefinition,
    Outcome,
    PageRecord,
    ProductRecord,
    Record,
    ReviewRecord,
)
from shop.services.imports.reviews import import_reviews


class Sink:
    """Writes the records of one job; in a dry run it compares only."""

    def __init__(self, job: ImportJob) -> None:
        self._dry_run = job.dry_run
        definitions = {
            item["code"]: AttributeDefinition(**item)
            for item in job.state["form"].get("attributes", ())
        }
        self._products = ProductImport(
            definitions=definitions, dry_run=job.dry_run, reason=f"import {job.pk}"
        )
        self._pictures: PicturesRead = {}

    def prepare(self, records: Sequence[Record]) -> None:
        """Do what takes time before the transaction."""
        products = [record for record in records if isinstance(record, ProductRecord)]
        self._pictures = read_pictures(products, dry_run=self._dry_run)

    def write(self, records: Sequence[Record]) -> list[Outcome]:
        """Return what became of each record; call it in a transaction."""
        products: list[ProductRecord] = []
        reviews: list[ReviewRecord] = []
        pages: list[PageRecord] = []
        for record in records:
            match record:
                case ProductRecord():
                    products.append(record)
                case ReviewRecord():
                    reviews.append(record)
                case PageRecord():
                    pages.append(record)
                case _:
                    assert_never(record)
        return [
            *self._products.run(products, self._pictures),
            *import_reviews(reviews, dry_run=self._dry_run),
            *(import_page(record, dry_run=self._dry_run) for record in pages),
        ]
