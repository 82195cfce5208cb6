"""Variants: found by SKU, changed in price and stock."""

from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from shop.models import Product, User, Variant
from shop.services.images import add_image
from shop.services.products import save_variant
from tests.api.conftest import picture, program
from tests.factories.shop import ProductFactory, VariantFactory

pytestmark = pytest.mark.django_db
URL = "/api/v1/variants/"


@pytest.fixture
def client(staff: User) -> APIClient:
    return program(staff, "catalogue:write")


def found(client: APIClient, **query: Any) -> list[str]:
    return [each["sku"] for each in client.get(URL, query).json()["results"]]


def test_variants_are_found_by_product_sku_barcode_and_stock(anonymous: APIClient) -> None:
    tarp = ProductFactory.create(slug="tarp", variant=None)
    VariantFactory.create(product=tarp, sku="T-1", option1="a", barcode="4006381333931")
    VariantFactory.create(product=tarp, sku="T-2", option1="b", stock=0)
    VariantFactory.create(product=tarp, sku="T-3", option1="c", stock=0, allow_backorder=True)
    VariantFactory.create(product=tarp, sku="T-4", option1="d", price=None)
    ProductFactory.create(variant__sku="X-1")
    draft = ProductFactory.create(status=Product.Status.DRAFT, variant__sku="D-1")
    assert found(anonymous) == ["T-1", "T-2", "T-3", "T-4", "X-1"]
    assert found(anonymous, product="tarp") == ["T-1", "T-2", "T-3", "T-4"]
    assert found(anonymous, sku="t-2") == ["T-2"]
    assert found(anonymous, barcode="4006381333931") == ["T-1"]
    assert found(anonymous, product="tarp", in_stock="true") == ["T-1", "T-3"]
    assert found(anonymous, product="tarp", in_stock="false") == ["T-2", "T-4"]
    hidden = draft.variants.get().pk
    assert anonymous.get(f"{URL}{hidden}/").status_code == 404


def test_price_and_stock_are_changed(client: APIClient) -> None:
    product = ProductFactory.create(variant__price=Decimal(20), variant__stock=10)
    variant = product.variants.get()
    body = client.patch(f"{URL}{variant.pk}/", {"price": "17.5", "compare_at_price": "20"}).json()
    assert (body["price"], body["compare_at_price"], body["stock"]) == ("17.50", "20.00", 10)
    body = client.patch(f"{URL}{variant.pk}/", {"stock": 0}).json()
    assert (body["price"], body["stock"], body["in_stock"]) == ("17.50", 0, False)
    product.refresh_from_db()
    assert product.price_min == Decimal("17.5")


def test_a_change_of_price_does_not_write_the_stock_back(db: None) -> None:
    """An order takes the last one between reading and writing: the stock stays 0."""
    variant = ProductFactory.create(variant__stock=1).variants.get()
    stale = Variant.objects.get(pk=variant.pk)
    Variant.objects.filter(pk=variant.pk).update(stock=0)
    save_variant(variant=stale, fields={"price": Decimal(5)})
    variant.refresh_from_db()
    assert (variant.stock, variant.price) == (0, Decimal(5))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"price": "-1"}, "price"),
        ({"price": "1e99"}, "price"),
        ({"price": "1.2345"}, "price"),
        ({"compare_at_price": "20"}, "compare_at_price"),
        ({"price": None, "compare_at_price": "30"}, "compare_at_price"),
        ({"stock": -1}, "stock"),
        ({"stock": 2**31}, "stock"),
        ({"sku": ""}, "sku"),
        ({"sku": "TAKEN"}, "sku"),
        ({"option1": "L"}, "option1"),
        ({"image": 0}, "image"),
    ],
)
def test_what_does_not_fit_is_named_and_changes_nothing(
    client: APIClient, change: dict[str, Any], field: str
) -> None:
    product = ProductFactory.create(variant__price=Decimal(20))
    VariantFactory.create(product=product, sku="taken", option1="L")
    variant = product.variants.get(option1="")
    before = Variant.objects.filter(pk=variant.pk).values().get()
    response = client.patch(f"{URL}{variant.pk}/", change)
    assert (response.status_code, list(response.json()["errors"])) == (400, [field])
    assert Variant.objects.filter(pk=variant.pk).values().get() == before


def test_another_products_picture_does_not_fit(client: APIClient) -> None:
    other = ProductFactory.create()
    image = add_image(product=other, content=picture(), filename="a.png", alt="", position=0)
    variant = ProductFactory.create().variants.get()
    response = client.patch(f"{URL}{variant.pk}/", {"image": image.pk})
    assert response.json()["errors"] == {"image": ["This picture is another product's."]}
    own = other.variants.get()
    assert client.patch(f"{URL}{own.pk}/", {"image": image.pk}).json()["image"] == image.pk


def test_a_variant_is_added_and_removed(client: APIClient) -> None:
    ProductFactory.create(slug="tarp", variant=None)
    response = client.post(URL, {"product": "tarp", "sku": "T-1", "price": "9.90", "stock": 2})
    assert response.status_code == 201
    pk = response.json()["id"]
    twin = client.post(URL, {"product": "tarp", "sku": "T-2"})
    assert list(twin.json()["errors"]) == ["option1"]
    assert client.delete(f"{URL}{pk}/").status_code == 204
    assert not Variant.objects.exists()


@pytest.mark.parametrize("mark", ["{0}", "W/{0}", '{1}-gzip"', 'W/{1}-zstd"'])
def test_a_proxys_mark_on_the_etag_does_not_matter(client: APIClient, mark: str) -> None:
    variant = ProductFactory.create().variants.get()
    url = f"{URL}{variant.pk}/"
    etag = client.get(url)["ETag"]
    marked = mark.format(etag, etag[:-1])
    assert client.patch(url, {"stock": 9}, headers={"If-Match": marked}).status_code == 200


def test_if_match_guards_a_variant(client: APIClient) -> None:
    variant = ProductFactory.create().variants.get()
    etag = client.get(f"{URL}{variant.pk}/")["ETag"]
    Variant.objects.update(stock=3)
    response = client.patch(f"{URL}{variant.pk}/", {"stock": 9}, headers={"If-Match": etag})
    assert response.status_code == 412
    assert Variant.objects.get().stock == 3
