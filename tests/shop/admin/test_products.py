"""The product form and what is done to many products at once."""

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from shop.admin import search
from shop.models import Product, ProductImage, Variant
from shop.signals import catalogue_changed
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    ProductAttributeFactory,
    ProductFactory,
)

pytestmark = pytest.mark.django_db
LIST = reverse("admin:shop_product_changelist")
PREFIXES = ("variants", "attributes", "options", "images")


def form_of(product: Product, **rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the posted form of a product, with new rows by inline prefix."""
    data: dict[str, Any] = {
        "title": product.title,
        "slug": product.slug,
        "status": product.status,
        "description": product.description,
        "tags": ", ".join(product.tags),
        "brand": product.brand_id or "",
        "category": product.category_id or "",
        "published_at_0": "",
        "published_at_1": "",
    }
    for prefix in PREFIXES:
        new = rows.get(prefix, [])
        data |= {f"{prefix}-TOTAL_FORMS": len(new), f"{prefix}-INITIAL_FORMS": 0}
        for number, row in enumerate(new):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def save(admin: Client, product: Product, **rows: list[dict[str, Any]]) -> Any:
    address = reverse("admin:shop_product_change", args=[product.pk])
    return admin.post(address, form_of(product, **rows))


def picture(size: tuple[int, int] = (40, 30), kind: str = "PNG") -> bytes:
    drawn = BytesIO()
    Image.new("RGB", size, "teal").save(drawn, kind)
    return drawn.getvalue()


def test_variants_attributes_and_options_are_stored_with_the_product(admin: Client) -> None:
    product = ProductFactory(variant=None)
    weight = AttributeFactory(code="weight", kind="number", unit="g")
    size = AttributeFactory(code="size")
    response = save(
        admin,
        product,
        variants=[{"sku": "A-1", "price": "12.50", "stock": 3, "position": 0, "option1": "M"}],
        attributes=[{"attribute": weight.pk, "value": "1.2 kg"}],
        options=[{"attribute": size.pk, "position": 1}],
    )
    assert response.status_code == 302, response.context["errors"]
    product.refresh_from_db()
    assert product.price_min == Decimal("12.500")
    assert product.attributes.get().number == Decimal(1200)
    assert product.options.get().attribute == size


def test_a_value_that_is_not_of_the_attributes_type_is_refused(admin: Client) -> None:
    product = ProductFactory(variant=None)
    weight = AttributeFactory(kind="number", unit="g")
    response = save(admin, product, attributes=[{"attribute": weight.pk, "value": "heavy"}])
    assert response.status_code == 200
    assert "is not a number of g" in response.content.decode()
    assert not product.attributes.exists()


def test_an_attributes_value_comes_back_as_it_is_read(admin: Client) -> None:
    value = ProductAttributeFactory(
        attribute=AttributeFactory(kind="number", unit="g"), number=Decimal("350.0000")
    )
    page = admin.get(reverse("admin:shop_product_change", args=[value.product_id]))
    assert 'value="350 g"' in page.content.decode()


def test_amounts_are_shown_in_the_currencys_places(admin: Client) -> None:
    product = ProductFactory(variant__price=Decimal("20.000"))
    page = admin.get(reverse("admin:shop_product_change", args=[product.pk])).content.decode()
    assert 'value="20.00"' in page
    assert 'value="20.000"' not in page


def test_a_reduced_price_above_the_old_one_is_refused(admin: Client) -> None:
    product = ProductFactory(variant=None)
    row = {"sku": "A-1", "price": "20", "compare_at_price": "10", "stock": 1, "position": 0}
    assert save(admin, product, variants=[row]).status_code == 200
    assert not Variant.objects.exists()


def test_a_new_picture_is_stored_by_its_content(admin: Client) -> None:
    product = ProductFactory(variant=None)
    upload = SimpleUploadedFile("teal.png", picture(), "image/png")
    response = save(admin, product, images=[{"upload": upload, "alt": "Teal", "position": 2}])
    assert response.status_code == 302, response.context["errors"]
    image = product.images.get()
    assert (image.alt, image.position, image.width, image.height) == ("Teal", 2, 40, 30)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no JPEG, PNG or WebP"),
        (b"", "The submitted file is empty"),
    ],
)
def test_what_is_no_picture_is_refused(admin: Client, content: bytes, reason: str) -> None:
    product = ProductFactory(variant=None)
    upload = SimpleUploadedFile("x.png", content, "image/png")
    response = save(admin, product, images=[{"upload": upload, "alt": "", "position": 0}])
    assert response.status_code == 200
    assert reason in response.content.decode()
    assert not ProductImage.objects.exists()


def test_a_picture_with_too_many_pixels_is_refused_before_decoding(
    admin: Client, settings: Any
) -> None:
    settings.SHOP = {**settings.SHOP, "IMAGE_MAX_PIXELS": 1000}
    product = ProductFactory(variant=None)
    upload = SimpleUploadedFile("x.png", picture(), "image/png")
    response = save(admin, product, images=[{"upload": upload, "alt": "", "position": 0}])
    assert response.status_code == 200
    assert "40 x 30 pixels" in response.content.decode()
    assert not ProductImage.objects.exists()


def test_unsafe_description_is_cleaned(admin: Client) -> None:
    product = ProductFactory(variant=None, description="<p>Fine</p>")
    product.description = '<p onclick="x()">Fine</p><script>alert(1)</script>'
    assert save(admin, product).status_code == 302
    product.refresh_from_db()
    assert product.description == "<p>Fine</p>"


def run(admin: Client, action: str, *products: Product, **more: str) -> Any:
    data = {"action": action, "_selected_action": [str(product.pk) for product in products]}
    return admin.post(LIST, {**data, "confirmed": "yes", **more})


def test_many_products_are_asked_about_first(admin: Client) -> None:
    products = ProductFactory.create_batch(2)
    page = run(admin, "archive", *products, confirmed="")
    assert page.status_code == 200
    assert "Archive 2 products?" in page.content.decode()
    for product in products:
        field = f'<input type="hidden" name="_selected_action" value="{product.pk}">'
        assert field in page.content.decode()
    assert Product.objects.published().count() == 2
    assert run(admin, "archive", *products).status_code == 302
    assert Product.objects.published().count() == 0


def test_publishing_many_keeps_history_and_tells_the_embeddings(
    admin: Client, superuser: Any
) -> None:
    drafts = ProductFactory.create_batch(3, status="draft")
    ProductFactory(status="draft")
    told: list[int] = []

    def listen(ids: list[int], **_: Any) -> None:
        told.extend(ids)

    catalogue_changed.connect(listen)
    try:
        run(admin, "publish", *drafts)
    finally:
        catalogue_changed.disconnect(listen)
    assert set(Product.objects.published()) == set(drafts)
    assert sorted(told) == sorted(product.pk for product in drafts)
    newest = drafts[0].history.first()
    assert (newest.status, newest.history_user) == ("active", superuser)
    drafts[0].refresh_from_db()
    assert drafts[0].published_at is not None


def test_withdrawing_and_archiving(admin: Client) -> None:
    first, second = ProductFactory.create_batch(2)
    run(admin, "withdraw", first)
    run(admin, "archive", second)
    assert list(Product.objects.order_by("pk").values_list("status", flat=True)) == [
        "draft",
        "archived",
    ]


def test_a_categorys_filter_takes_in_what_is_below_it(admin: Client) -> None:
    top = CategoryFactory()
    leaf = CategoryFactory(parent=top)
    ProductFactory(category=leaf, title="Inside it")
    ProductFactory(title="Elsewhere")
    page = admin.get(LIST, {"in_category": top.pk}).content.decode()
    assert "Inside it" in page
    assert "Elsewhere" not in page


@pytest.mark.parametrize(
    ("state", "title"),
    [("in_stock", "Stocked"), ("sold_out", "Gone"), ("not_for_sale", "Shown only")],
)
def test_availability(admin: Client, state: str, title: str) -> None:
    ProductFactory(title="Stocked", variant__stock=1)
    ProductFactory(title="Gone", variant__stock=0)
    ProductFactory(title="Shown only", variant__price=None)
    page = admin.get(LIST, {"availability": state}).content.decode()
    assert [each for each in ("Stocked", "Gone", "Shown only") if each in page] == [title]


@pytest.mark.parametrize(
    "typed", ["winter ridge", "RIDGE", "SKU-FIND", "4006381333931", "okapi", "ridge okapi"]
)
@pytest.mark.parametrize("rare", [2_000, 0])
def test_search_reaches_title_sku_barcode_and_brand(
    admin: Client, monkeypatch: Any, typed: str, rare: int
) -> None:
    # At 0 every word is a common one.
    monkeypatch.setattr(search, "RARE", rare)
    brand = BrandFactory(name="Okapi Lane")
    wanted = ProductFactory(title="Winter Ridge Shell", brand=brand, variant=None)
    Variant.objects.create(product=wanted, sku="sku-find-1", barcode="4006381333931")
    ProductFactory(title="Something else")
    page = admin.get(LIST, {"q": typed}).content.decode()
    assert "Winter Ridge Shell" in page
    assert "Something else" not in page


def test_autocomplete_finds_brands(admin: Client) -> None:
    brand = BrandFactory(name="Okapi Lane")
    BrandFactory(name="Skarholt")
    found = admin.get(
        reverse("admin:autocomplete"),
        {"app_label": "shop", "model_name": "product", "field_name": "brand", "term": "lane"},
    ).json()
    assert found["results"] == [{"id": str(brand.pk), "text": "Okapi Lane"}]
