"""ETags are true: they change with everything that is shown, and with nothing else."""

from typing import Any

import pytest
from django.http import HttpResponse
from rest_framework.test import APIClient

from shop.models import User, Variant
from tests.api.conftest import program
from tests.factories.shop import BrandFactory, ProductFactory, ReviewFactory

pytestmark = pytest.mark.django_db


def again(client: APIClient, url: str, etag: str) -> Any:
    return client.get(url, headers={"If-None-Match": etag})


@pytest.mark.parametrize("url", ["/api/v1/products/", "/api/v1/products/tarp/"])
def test_what_has_not_changed_is_not_sent_again(anonymous: APIClient, url: str) -> None:
    ProductFactory.create(slug="tarp")
    first = anonymous.get(url)
    assert first["Cache-Control"] == "private, no-cache"
    assert {"Authorization", "Cookie"} <= set(first["Vary"].split(", "))
    second = again(anonymous, url, first["ETag"])
    assert (second.status_code, second.content) == (304, b"")
    assert second["ETag"] == first["ETag"]
    assert again(anonymous, url, '"other"').status_code == 200
    assert again(anonymous, url, f'"other", {first["ETag"]}').status_code == 304
    assert again(anonymous, url, "*").status_code == 304


def test_a_trigger_or_a_bulk_update_changes_the_etag(anonymous: APIClient) -> None:
    """What `updated_at` does not see: a review's stars, a price, a stock."""
    product = ProductFactory.create(slug="tarp")
    url = "/api/v1/products/tarp/"
    seen = {anonymous.get(url)["ETag"]}
    stamp = product.updated_at
    ReviewFactory.create(product=product)
    seen.add(anonymous.get(url)["ETag"])
    Variant.objects.filter(product=product).update(price=1)
    seen.add(anonymous.get(url)["ETag"])
    Variant.objects.filter(product=product).update(stock=0)
    seen.add(anonymous.get(url)["ETag"])
    product.refresh_from_db()
    assert product.updated_at == stamp
    assert len(seen) == 4


def test_errors_and_writes_have_no_etag(anonymous: APIClient, staff: User) -> None:
    missing: HttpResponse = anonymous.get("/api/v1/products/none/")
    made = program(staff, "catalogue:write").post("/api/v1/products/", {"title": "Tarp"})
    assert (missing.status_code, made.status_code) == (404, 201)
    assert "ETag" not in missing
    assert "ETag" not in made


def test_head_is_a_read_without_a_body(anonymous: APIClient) -> None:
    BrandFactory.create()
    got, head = anonymous.get("/api/v1/brands/"), anonymous.head("/api/v1/brands/")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", got["ETag"])
