"""Writing products: whole or not at all, by whoever may, on top of what was read."""

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from shop.models import Attribute, Product, User, Variant
from shop.signals import catalogue_changed
from tests.api.conftest import program, signed_in
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    ProductAttributeFactory,
    ProductFactory,
)

pytestmark = pytest.mark.django_db
URL = "/api/v1/products/"


@pytest.fixture
def client(staff: User) -> APIClient:
    return program(staff, "catalogue:write")


def test_a_product_is_created_whole(client: APIClient) -> None:
    BrandFactory.create(slug="okapi")
    CategoryFactory.create(slug="shelter")
    AttributeFactory.create(code="weight", kind=Attribute.Kind.NUMBER, unit="g")
    AttributeFactory.create(code="colour")
    response = client.post(
        URL,
        {
            "title": "Tarp for Two",
            "description": "<p>Dry<script>alert(1)</script></p>",
            "status": "active",
            "brand": "okapi",
            "category": "shelter",
            "tags": ["camp"],
            "attributes": [{"code": "weight", "value": "0.64 kg"}],
            "options": ["colour"],
            "variants": [
                {"sku": "T-1", "option1": "Moss", "price": "49.90", "stock": 3},
                {"sku": "T-2", "option1": "Sand", "price": "49.90", "compare_at_price": "60"},
            ],
        },
    )
    assert response.status_code == 201, response.json()
    body = response.json()
    assert body["slug"] == "tarp-for-two"
    assert body["description"] == "<p>Dry</p>"
    assert body["attributes"][0]["display"] == "640 g"
    assert [(each["sku"], each["price"], each["stock"]) for each in body["variants"]] == [
        ("T-1", "49.90", 3),
        ("T-2", "49.90", 0),
    ]
    assert body["variants"][0]["options"][0]["value"] == "Moss"
    assert body["price_min"] == "49.90"
    assert body["published_at"] is not None
    assert APIClient().get(f"{URL}tarp-for-two/").status_code == 200


def test_equal_titles_get_slugs_of_their_own(client: APIClient) -> None:
    made = [client.post(URL, {"title": "Tarp"}).json()["slug"] for _ in range(3)]
    assert made == ["tarp", "tarp-2", "tarp-3"]
    assert set(Product.objects.values_list("status", flat=True)) == {"draft"}


@pytest.mark.parametrize(
    ("changes", "status", "errors"),
    [
        ({"title": ""}, 400, ["title"]),
        ({"brand": "none"}, 400, ["brand"]),
        ({"status": "sold"}, 400, ["status"]),
        ({"tags": "camp"}, 400, ["tags"]),
        ({"attributes": [{"code": "hue", "value": "red"}]}, 400, ["attributes.0.code"]),
        ({"attributes": [{"code": "weight", "value": {}}]}, 400, ["attributes.0.value"]),
        ({"attributes": [{"code": "weight", "value": "heavy"}]}, 400, []),
        ({"variants": [{"sku": "taken"}]}, 400, ["variants.0.sku"]),
        ({"variants": [{"sku": "a", "price": "-1"}]}, 400, ["variants.0.price"]),
        (
            {"variants": [{"sku": "a", "price": "9", "compare_at_price": "9"}]},
            400,
            ["variants.0.compare_at_price"],
        ),
        ({"variants": [{"sku": "a"}, {"sku": "A"}]}, 409, []),
        ({"options": ["weight", "weight"]}, 400, ["options"]),
    ],
)
def test_what_does_not_fit_is_named_and_nothing_is_kept(
    client: APIClient, changes: dict[str, Any], status: int, errors: list[str]
) -> None:
    AttributeFactory.create(code="weight", kind=Attribute.Kind.NUMBER)
    ProductFactory.create(variant__sku="TAKEN")
    response = client.post(URL, {"title": "Tarp", **changes})
    assert response.status_code == status
    assert list(response.json().get("errors", {})) == errors
    assert not Product.objects.filter(title__in=["Tarp", ""]).exists()
    assert Variant.objects.count() == 1


def test_a_patch_changes_what_it_names_and_nothing_else(client: APIClient) -> None:
    product = ProductFactory.create(slug="tarp", title="Tarp", tags=["camp"])
    colour = AttributeFactory.create(code="colour")
    ProductAttributeFactory.create(product=product, attribute=colour, text="Moss")
    heard: list[list[int]] = []

    def hear(**change: Any) -> None:
        heard.append(change["ids"])

    catalogue_changed.connect(hear)
    try:
        body = client.patch(f"{URL}tarp/", {"title": "Big Tarp"}).json()
    finally:
        catalogue_changed.disconnect(hear)
    assert (body["title"], body["slug"], body["tags"]) == ("Big Tarp", "tarp", ["camp"])
    assert body["attributes"][0]["value"] == "Moss"
    assert heard == [[product.pk]]
    body = client.patch(f"{URL}tarp/", {"attributes": []}).json()
    assert body["attributes"] == []
    assert body["title"] == "Big Tarp"


def test_an_attribute_that_cannot_be_read_leaves_the_product_alone(client: APIClient) -> None:
    AttributeFactory.create(code="weight", kind=Attribute.Kind.NUMBER)
    ProductFactory.create(slug="tarp", title="Tarp")
    change = {"title": "Big Tarp", "attributes": [{"code": "weight", "value": "heavy"}]}
    response = client.patch(f"{URL}tarp/", change)
    assert response.status_code == 400
    assert response.json()["type"] == "urn:vitrine:problem:invalid-value"
    assert response.json()["detail"] == "“heavy” is not a number."
    assert Product.objects.get().title == "Tarp"


def test_a_slug_can_be_changed(client: APIClient) -> None:
    ProductFactory.create(slug="tarp")
    assert client.patch(f"{URL}tarp/", {"slug": "big-tarp"}).json()["slug"] == "big-tarp"
    ProductFactory.create(slug="other")
    assert list(client.patch(f"{URL}other/", {"slug": "big-tarp"}).json()["errors"]) == ["slug"]


def test_if_match_refuses_a_write_on_top_of_another(client: APIClient) -> None:
    product = ProductFactory.create(slug="tarp", title="Tarp")
    etag = client.get(f"{URL}tarp/")["ETag"]
    Variant.objects.filter(product=product).update(stock=1)
    refused = client.patch(f"{URL}tarp/", {"title": "Mine"}, headers={"If-Match": etag})
    assert refused.status_code == 412
    assert Product.objects.get().title == "Tarp"
    etag = client.get(f"{URL}tarp/")["ETag"]
    accepted = client.patch(f"{URL}tarp/", {"title": "Mine"}, headers={"If-Match": etag})
    assert accepted.status_code == 200
    assert client.patch(f"{URL}tarp/", {"title": "X"}, headers={"If-Match": "*"}).status_code == 200


def test_a_deleted_product_is_gone_with_its_variants(client: APIClient) -> None:
    ProductFactory.create(slug="tarp")
    response = client.delete(f"{URL}tarp/")
    assert (response.status_code, response.content) == (204, b"")
    assert not Product.objects.exists()
    assert not Variant.objects.exists()


def test_each_write_needs_its_own_permission(clerk: Callable[..., User]) -> None:
    ProductFactory.create(slug="tarp")
    view, change = "shop.view_product", "shop.change_product"
    assert signed_in(clerk(view)).patch(f"{URL}tarp/", {"title": "X"}).status_code == 403
    assert signed_in(clerk(view, change)).patch(f"{URL}tarp/", {"title": "X"}).status_code == 200
    assert signed_in(clerk(view, change)).delete(f"{URL}tarp/").status_code == 403
    assert signed_in(clerk(view, change)).post(URL, {"title": "New"}).status_code == 403
    assert program(clerk(view), "catalogue:write").patch(f"{URL}tarp/", {}).status_code == 403
    assert Product.objects.get().title == "X"


def test_a_session_needs_the_csrf_token(staff: User) -> None:
    ProductFactory.create(slug="tarp", title="Tarp")
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(staff)
    response = client.patch(f"{URL}tarp/", {"title": "X"})
    assert response.status_code == 403
    assert "CSRF" in response.json()["detail"]
    assert Product.objects.get().title == "Tarp"
