"""The demo shop loaded: the same comparing and writing as any import, for a whole folder."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from django.db import transaction

from shop.demo.listed_pictures import listed_hashes
from shop.models import Attribute, Brand, Category
from shop.services.imports.catalogue import ProductImport, read_pictures
from shop.services.imports.content import import_faq, import_page
from shop.services.imports.demo import DemoFolder
from shop.services.imports.demo_commerce import load_commerce
from shop.services.imports.demo_history import HistoryLoad, load_history
from shop.services.imports.home import import_section
from shop.services.imports.records import AttributeDefinition, Outcome, Problem
from shop.services.imports.reviews import import_reviews

# Records in one transaction, and between two looks at the progress: a fifth of a second.
_BATCH: Final = 100
T = TypeVar("T")


@dataclass(slots=True)
class DemoLoad:
    """How far the loading is: records by result, and what is wrong with some."""

    counts: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    history: HistoryLoad | None = None

    def take(self, outcomes: Iterable[Outcome]) -> None:
        """Count what became of records."""
        for outcome in outcomes:
            self.counts[outcome.result] += 1
            self.problems += outcome.problems


def load_demo(folder: Path) -> Iterator[DemoLoad]:
    """Load the folder; yields, after each batch, how far it is.

    Loading again changes nothing. Raises ImportFileError when a file is not sound.
    """
    demo = DemoFolder(folder)
    load = DemoLoad()
    with transaction.atomic():
        _make_categories(demo.categories, None)
        _make_brands(demo.brands)
        _make_attributes(demo.definitions.values())
    known = listed_hashes()
    products = ProductImport(definitions=demo.definitions, reason="demo shop")
    for records in _batches(demo.products()):
        pictures = read_pictures(records, dry_run=False, known=known)
        with transaction.atomic():
            load.take(products.run(records, pictures))
        yield load
    for reviews in _batches(demo.reviews()):
        with transaction.atomic():
            load.take(import_reviews(reviews))
        yield load
    with transaction.atomic():
        load.take(map(import_page, demo.pages()))
        load.take(map(import_faq, demo.faq()))
        load.take(load_commerce(demo.commerce))
        load.take(import_section(record, known=known) for record in demo.home())
    yield load
    load.history = load_history(demo)
    yield load


def load_products(folder: Path) -> DemoLoad:
    """Load the folder's products and reviews alone, without pictures: what can be searched.

    Raises ImportFileError when a file is not sound.
    """
    demo = DemoFolder(folder)
    load = DemoLoad()
    products = ProductImport(definitions=demo.definitions, reason="demo shop")
    with transaction.atomic():
        _make_categories(demo.categories, None)
        _make_brands(demo.brands)
        _make_attributes(demo.definitions.values())
    for records in _batches(replace(record, images=()) for record in demo.products()):
        with transaction.atomic():
            load.take(products.run(records, read_pictures(records, dry_run=False)))
    for reviews in _batches(demo.reviews()):
        with transaction.atomic():
            load.take(import_reviews(reviews))
    return load


def _batches(records: Iterator[T]) -> Iterator[list[T]]:
    while batch := list(islice(records, _BATCH)):
        yield batch


def _make_categories(nodes: list[dict[str, Any]], parent: Category | None) -> None:
    for node in nodes:
        category = Category.objects.filter(slug=node["slug"]).first()
        fields = {name: node.get(name, "") for name in ("name", "description", "guide")}
        if category is None:
            category = Category(slug=node["slug"], **fields)
            if parent is None:
                Category.objects.add_root(instance=category)
            else:
                Category.objects.add_child(parent, instance=category)
        else:
            _save_changes(category, fields)
        _make_categories(node["children"], category)


def _make_brands(brands: list[dict[str, Any]]) -> None:
    for item in brands:
        fields = {"name": item["name"], "description": item["description"]}
        brand = Brand.objects.filter(slug=item["slug"]).first()
        if brand is None:
            Brand.objects.create(slug=item["slug"], **fields)
        else:
            _save_changes(brand, fields)


def _make_attributes(definitions: Iterable[AttributeDefinition]) -> None:
    """Make the attributes that are not there; a shop's own definition of a code stays."""
    known = set(Attribute.objects.values_list("code", flat=True))
    Attribute.objects.bulk_create(
        Attribute(
            code=item.code,
            name=item.name,
            kind=item.kind,
            unit=item.unit,
            is_filterable=item.is_filterable,
            position=item.position,
        )
        for item in definitions
        if item.code not in known
    )


def _save_changes(row: Category | Brand, fields: dict[str, str]) -> None:
    different = {name: value for name, value in fields.items() if getattr(row, name) != value}
    for name, value in different.items():
        setattr(row, name, value)
    if different:
        row.save(update_fields=list(different))
