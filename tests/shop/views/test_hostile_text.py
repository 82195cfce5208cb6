"""Text from outside comes out as text, whatever field it was stored in."""

from typing import Any

import pytest
from django.test import Client

from shop.models import (
    Attribute,
    Brand,
    Category,
    FaqEntry,
    Page,
    Product,
    ProductImage,
    ProductOption,
    Review,
    ShippingCountry,
    Variant,
)
from tests.factories.shop import (
    AttributeFactory,
    FaqEntryFactory,
    PageFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
    ShippingRateFactory,
    VariantFactory,
)
from tests.shop.views.conftest import AddPicture
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db

VECTORS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</script><script>alert(1)</script>",
    "<!--<script>alert(1)//-->",
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "{{ 7|add:7 }}{% now 'Y' %}",
    "</textarea></title></style><script>alert(1)</script>",
    "<a href='javascript:alert(1)'>x</a>",
    "<math><mi//xlink:href='data:text/html,<script>alert(1)</script>'>",
    "<div hx-get='/faq/' hx-trigger='load' hx-on::load='alert(1)'>x</div>",
    "<style>@import '//evil.example'</style>",
    "\u2028</ScRiPt ><img/src='x'/onerror=alert(1)>",
]


def fill_every_field(text: str) -> Product:
    """Store the text in each field that pages show, past the models' own cleaning."""
    product = ProductFactory(slug="thing", variant__compare_at_price=90)
    attribute = AttributeFactory(code="colour")
    ProductAttributeFactory(product=product, attribute=attribute, text="x")
    ProductAttributeFactory(product=ProductFactory(), attribute=attribute, text="y")
    ProductOption.objects.create(product=product, attribute=attribute, position=1)
    VariantFactory(product=product, option1=text[:200])
    ReviewFactory(product=product, helpful_count=5)
    PageFactory(slug="page")
    FaqEntryFactory(on_products=True)
    ShippingRateFactory()
    places: tuple[tuple[Any, tuple[str, ...]], ...] = (
        (Category, ("name", "description")),
        (Brand, ("name",)),
        (Attribute, ("name", "unit")),
        (Variant, ("barcode",)),
        (ProductImage, ("alt",)),
        (Review, ("author_name", "title", "body", "reply")),
        (Page, ("title", "summary", "body")),
        (ShippingCountry, ("name",)),
        (FaqEntry, ("topic", "question", "answer")),
    )
    for model, fields in places:
        for each in model.objects.all():
            for name in fields:
                limit = model._meta.get_field(name).max_length
                setattr(each, name, f"{each.pk}{text}"[:limit] if name == "name" else text[:limit])
            model.objects.filter(pk=each.pk).update(
                **{name: getattr(each, name) for name in fields}
            )
    product.attributes.update(text=text[:500])
    Variant.objects.filter(option1="").update(option1="M")
    Variant.objects.filter(product=product, option1="M").update(sku=text[:100])
    Product.objects.filter(pk=product.pk).update(title=text[:500], description=text)
    return product


def addresses() -> list[str]:
    category = Category.objects.order_by("path")[0].slug
    return [
        *("/", "/c/", f"/c/{category}/", "/p/thing/", "/p/thing/quick/", "/p/thing/review/"),
        *("/pages/page/", "/faq/", "/nothing/"),
    ]


@pytest.mark.parametrize("vector", VECTORS)
def test_every_stored_field_comes_out_as_text(
    client: Client, add_picture: AddPicture, vector: str
) -> None:
    product = ProductFactory()
    add_picture(product)
    add_picture(fill_every_field(vector), alt=vector)
    for address in addresses():
        headers = {"HX-Request": "true"} if address.endswith("/quick/") else {}
        response = client.get(address, headers=headers)
        page = Markup(response)
        assert page.active_content() == [], address
        assert "14202" not in response.content.decode()
        page.data_blocks()  # each parses
        sources = {each.attributes.get("src", "/") for each in page.find("img")}
        assert all(source.startswith("/media/") for source in sources), address


@pytest.mark.parametrize("vector", VECTORS)
def test_every_parameter_comes_out_as_text(client: Client, vector: str) -> None:
    AttributeFactory(code="colour")
    ProductFactory(slug="thing")
    names = ("brand", "a.colour", "price_min", "sort", "rating", "stars", "reviews", "option1", "q")
    for path in ("/c/", "/p/thing/"):
        for name in names:
            response = client.get(path, {name: vector})
            assert response.status_code == 200
            assert Markup(response).active_content() == []
    form = client.post(
        "/p/thing/review/",
        {"title": vector, "body": vector, "author_name": vector, "rating": vector},
    )
    assert Markup(form).active_content() == []


def test_the_detector_sees_what_is_not_escaped() -> None:
    """Negative control: the same check on the bare vectors finds those that are markup."""
    found = [vector for vector in VECTORS if Markup(f"<p>{vector}</p>").active_content()]
    assert len(found) == 11
