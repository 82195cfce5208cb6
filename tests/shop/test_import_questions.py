"""Questions of a folder: written, changed, and placed on the products they are about."""

import pytest

from shop.models import FaqEntry
from shop.services.imports.content import import_faq
from shop.services.imports.records import FaqRecord
from tests.factories.shop import CategoryFactory

pytestmark = pytest.mark.django_db


def record(*categories: str, on_products: bool = True) -> FaqRecord:
    return FaqRecord(
        line=1,
        slug="does-it-leak",
        topic="Choosing",
        question="Does it leak?",
        answer="No.",
        position=1,
        on_products=on_products,
        categories=categories,
    )


def test_categories_are_set_changed_and_taken_away() -> None:
    for slug in ("tents", "tarps"):
        CategoryFactory(slug=slug)
    results = []
    for slugs in (["tents"], ["tents"], ["tents", "tarps"], []):
        results.append(import_faq(record(*slugs)).result)
        entry = FaqEntry.objects.get()
        assert sorted(entry.categories.values_list("slug", flat=True)) == sorted(slugs)
        assert entry.on_products
    assert results == ["created", "unchanged", "updated", "updated"]
    assert import_faq(record(on_products=False)).result == "updated"
    assert not FaqEntry.objects.get().on_products


def test_a_dry_run_tells_and_changes_nothing() -> None:
    CategoryFactory(slug="tents")
    assert import_faq(record("tents"), dry_run=True).result == "created"
    assert not FaqEntry.objects.exists()
    import_faq(record())
    assert import_faq(record("tents"), dry_run=True).result == "updated"
    assert not FaqEntry.objects.get().categories.exists()
