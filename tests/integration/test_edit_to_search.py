"""From a staff member's edit to what shoppers find, through the real worker."""

import time

import pytest
from django.test import Client
from django.urls import reverse

from ai.indexing.coverage import coverage
from ai.indexing.reconcile import reconcile
from ai.indexing.spaces import ensure_default_space
from ai.search.service import search
from ai.search.types import SearchRequest
from shop.models import Product
from tests.conftest import eventually
from tests.factories.shop import ProductFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

# Seconds a shopper may see the old text after a save (Shows 3 of the first issue).
FRESH_WITHIN = 5.0


def found(query: str) -> list[str]:
    """Return the slugs that a query finds."""
    return [hit.slug for hit in search(SearchRequest(q=query)).hits]


@pytest.fixture
def kettle(worker: object) -> Product:
    """Return an indexed product."""
    ensure_default_space()
    product: Product = ProductFactory(title="Copper kettle", slug="copper-kettle", description="")
    eventually(lambda: found("copper") == ["copper-kettle"])
    return product


@pytest.mark.alone
def test_an_edit_in_the_admin_is_found_within_five_seconds(kettle: Product, client: Client) -> None:
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    url = reverse("admin:shop_product_change", args=[kettle.pk])
    form = client.get(url).context["adminform"].form
    data = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    data = {name: value for name, value in data.items() if value is not None}
    formsets = client.get(url).context["inline_admin_formsets"]
    for formset in formsets:
        management = formset.formset.management_form
        data |= {management.add_prefix(n): management[n].value() for n in management.fields}
        for inline in formset.formset.initial_forms:
            data |= {
                inline.add_prefix(n): value
                for n in inline.fields
                if (value := inline[n].value()) is not None
            }

    started = time.monotonic()
    response = client.post(url, {**data, "title": "Enamel percolator", "tags": ""})

    assert response.status_code == 302, response.context["errors"]
    eventually(lambda: found("percolator") == ["copper-kettle"], within=FRESH_WITHIN)
    assert time.monotonic() - started < FRESH_WITHIN


def test_unpublishing_and_deleting_remove_at_once(kettle: Product) -> None:
    kettle.status = Product.Status.ARCHIVED
    kettle.save()
    assert found("copper") == []

    kettle.status = Product.Status.ACTIVE
    kettle.save()
    eventually(lambda: found("copper") == ["copper-kettle"])
    kettle.delete()
    assert found("copper") == []


def test_a_bulk_update_is_seen_as_stale_and_healed_by_reconcile(kettle: Product) -> None:
    space = ensure_default_space()
    eventually(lambda: next(c for c in coverage(space=space) if c.kind == "product").fresh == 1)

    Product.objects.filter(pk=kettle.pk).update(title="Samovar")

    products = next(c for c in coverage(space=space) if c.kind == "product")
    assert (products.fresh, products.stale) == (0, 1)
    reconcile()
    eventually(lambda: found("samovar") == ["copper-kettle"])
    eventually(lambda: next(c for c in coverage(space=space) if c.kind == "product").fresh == 1)
