"""The product page."""

from decimal import Decimal

import pytest
from django.test import Client

from shop.models import Attribute, Product, ProductOption
from tests.factories.shop import (
    AttributeFactory,
    CategoryFactory,
    PageFactory,
    ProductAttributeFactory,
    ProductFactory,
    VariantFactory,
)
from tests.shop.views.conftest import AddPicture
from tests.shop.views.markup import Markup, card_titles

pytestmark = pytest.mark.django_db


def page_of(client: Client, product: Product, **query: str) -> Markup:
    response = client.get(product.get_absolute_url(), query)
    assert response.status_code == 200
    return Markup(response)


@pytest.fixture
def shirt() -> Product:
    """Return a shirt of two sizes and two colours; large red is sold out, large blue not made."""
    product = ProductFactory(title="Shirt", slug="shirt", variant=None)
    for position, name in ((1, "Size"), (2, "Colour")):
        attribute = AttributeFactory(code=name.lower(), name=name)
        ProductOption.objects.create(product=product, attribute=attribute, position=position)
    for position, (size, colour, price, stock) in enumerate(
        (("M", "Red", 20, 9), ("M", "Blue", 22, 3), ("L", "Red", 25, 0))
    ):
        VariantFactory(
            product=product,
            sku=f"{size}-{colour}",
            option1=size,
            option2=colour,
            price=price,
            stock=stock,
            position=position,
        )
    return product


@pytest.mark.parametrize("status", [Product.Status.DRAFT, Product.Status.ARCHIVED])
def test_unpublished_and_unknown_products_are_not_found(client: Client, status: str) -> None:
    product = ProductFactory(status=status)
    assert client.get(product.get_absolute_url()).status_code == 404
    assert client.get("/p/nothing/").status_code == 404


def test_tells_title_brand_price_and_stock(client: Client) -> None:
    product = ProductFactory(
        title="Tea & pot",
        brand__name="Heron",
        brand__slug="heron",
        variant__price=Decimal("1250.5"),
        variant__compare_at_price=Decimal(1300),
        variant__sku="TP-1",
    )
    page = page_of(client, product)
    assert page.texts("h1") == ["Tea & pot"]
    assert page.one("p", class_="product__price").text == (
        "€1,250.50 before €1,300.00 You save €49.50 (3 %)"
    )
    assert page.one("p", class_="stock").text == "In stock"
    assert page.one("p", class_="product__brand").text == "Heron"
    assert "/c/?brand=heron" in {each.attributes.get("href") for each in page.find("a")}
    assert page.one("title").text == "Tea & pot by Heron | Vitrine Outfitters"
    assert "Article number TP-1" in page.texts("p")


@pytest.mark.parametrize(
    ("stock", "backorder", "words", "style"),
    [
        (6, False, "In stock", "stock--in"),
        (5, False, "Only 5 left", "stock--low"),
        (1, True, "Only 1 left", "stock--low"),
        (0, True, "Out of stock, can be ordered", "stock--backorder"),
        (0, False, "Sold out", "stock--out"),
    ],
)
def test_stock_in_words(
    client: Client,
    *,
    stock: int,
    backorder: bool,
    words: str,
    style: str,
) -> None:
    product = ProductFactory(variant__stock=stock, variant__allow_backorder=backorder)
    line = page_of(client, product).one("p", class_="stock")
    assert line.text == words
    assert style in line.classes


def test_without_a_price_it_is_shown_and_not_for_sale(client: Client) -> None:
    page = page_of(client, ProductFactory(variant__price=None))
    assert page.one("p", class_="product__price").text == "Not for sale before"
    assert "hidden" in page.one("s", class_="price__was").attributes
    assert page.one("p", class_="stock").text == "Shown here, not for sale"
    assert "cannot be bought" in " ".join(page.texts("p"))
    (data, _) = page.data_blocks()
    assert "offers" not in data


def test_without_variants_it_is_still_a_page(client: Client) -> None:
    page = page_of(client, ProductFactory(variant=None, description=""))
    assert page.one("p", class_="product__price").text.startswith("Not for sale")
    assert "Nothing has been written about this one yet." in page.texts("p")
    assert page.one("div", class_="mat--empty").text == "No picture yet"


def test_options_are_groups_of_radio_buttons(client: Client, shirt: Product) -> None:
    page = page_of(client, shirt)
    assert page.texts("legend") == ["Size: M", "Colour: Red"]
    sizes = list(page.find("input", name="option1"))
    assert [each.attributes["value"] for each in sizes] == ["M", "L"]
    assert ["checked" in each.attributes for each in sizes] == [True, False]
    assert {each.attributes["type"] for each in sizes} == {"radio"}


@pytest.mark.parametrize(
    ("query", "words", "gone"),
    [
        ({}, "€20.00 In stock", "L"),
        ({"option1": "M", "option2": "Blue"}, "€22.00 Only 3 left", "L"),
        ({"option1": "L"}, "€25.00 Sold out", "L Red Blue"),
        ({"option1": "L", "option2": "Blue"}, "– This combination is not made", "L Red Blue"),
        ({"option1": "XXXL", "option2": "%00"}, "€20.00 In stock", "L"),
    ],
)
def test_a_choice_by_address_shows_price_stock_and_what_is_left(
    client: Client, shirt: Product, query: dict[str, str], words: str, gone: str
) -> None:
    page = page_of(client, shirt, **query)
    price, stock = page.one("span", class_="price__now").text, page.one("p", class_="stock").text
    assert f"{price} {stock}" == words
    labels = page.find("label", class_="option--gone")
    assert " ".join(each.text.partition(",")[0] for each in labels) == gone


def test_a_variant_by_address(client: Client, shirt: Product) -> None:
    blue = shirt.variants.get(option2="Blue")
    page = page_of(client, shirt, variant=str(blue.pk))
    assert page.texts("legend") == ["Size: M", "Colour: Blue"]
    other = ProductFactory().variants.get()
    assert page_of(client, shirt, variant=str(other.pk)).texts("legend")[1] == "Colour: Red"


def test_the_first_variant_that_sells_is_chosen(client: Client, shirt: Product) -> None:
    shirt.variants.filter(sku="M-Red").update(stock=0)
    assert page_of(client, shirt).texts("legend") == ["Size: M", "Colour: Blue"]


def test_the_variant_on_the_first_picture_is_chosen(
    client: Client, shirt: Product, add_picture: AddPicture
) -> None:
    blue = add_picture(shirt, colour="blue", position=1)
    red = add_picture(shirt, colour="red", position=2)
    shirt.variants.filter(option2="Blue").update(image=blue)
    shirt.variants.filter(option2="Red").update(image=red)
    page = page_of(client, shirt)
    assert page.texts("legend") == ["Size: M", "Colour: Blue"]
    assert len(list(page.find("span", class_="option__mat"))) == 2  # colours, not sizes


def test_pictures_have_sizes_and_places_and_the_first_comes_first(
    client: Client, shirt: Product, add_picture: AddPicture
) -> None:
    add_picture(shirt, colour="blue", position=1, alt="Blue, from the front")
    red = add_picture(shirt, colour="red", position=2)
    shirt.variants.filter(option2="Red").update(image=red)
    page = page_of(client, shirt)
    first, second = [each for each in page.find("img") if "52vw" in each.attributes["sizes"]]
    assert first.attributes["alt"] == "Blue, from the front"
    assert second.attributes["alt"] == "Shirt"
    assert (first.attributes["width"], first.attributes["height"]) == ("700", "868")
    assert [part.split()[1] for part in first.attributes["srcset"].split(",")] == [
        "160w",
        "320w",
        "640w",
    ]
    assert first.attributes["fetchpriority"] == "high"
    assert second.attributes["loading"] == "lazy"
    thumbs = [each.attributes["href"] for each in page.find("a", class_="gallery__thumb")]
    strip = [each.attributes.get("id") for each in page.find("div", class_="gallery__item")]
    assert thumbs == [f"#{each}" for each in strip]
    asked = page_of(client, shirt, option2="Red")
    assert next(asked.find("div", class_="gallery__item")).attributes["id"] == f"picture-{red.pk}"


def test_attributes_with_units_in_one_table(client: Client) -> None:
    product = ProductFactory()
    colour = AttributeFactory(name="Colour", position=2)
    weight = AttributeFactory(name="Weight", unit="g", kind=Attribute.Kind.NUMBER, position=1)
    vegan = AttributeFactory(name="Vegan", kind=Attribute.Kind.BOOLEAN, position=3)
    ProductAttributeFactory(product=product, attribute=colour, text="Red")
    ProductAttributeFactory(product=product, attribute=colour, text="Blue")
    ProductAttributeFactory(product=product, attribute=weight, number=Decimal("1250.5000"))
    ProductAttributeFactory(product=product, attribute=vegan, boolean=False)
    page = page_of(client, product)
    rows = list(zip(page.texts("th"), page.texts("td"), strict=True))
    assert rows == [("Weight", "1250.5 g"), ("Colour", "Red, Blue"), ("Vegan", "No")]


def test_related_are_others_of_the_category_best_first(client: Client) -> None:
    shelf = CategoryFactory(name="Kettles", slug="kettles")
    product = ProductFactory(category=shelf)
    for number in range(6):
        ProductFactory(title=f"Kettle {number}", category=shelf)
    ProductFactory(title="Draft", category=shelf, status=Product.Status.DRAFT)
    ProductFactory(title="Elsewhere")
    related = card_titles(client.get(product.get_absolute_url()))
    assert related == ["Kettle 5", "Kettle 4", "Kettle 3", "Kettle 2"]


def test_without_a_category_there_is_nothing_related(client: Client) -> None:
    ProductFactory(category=None)
    assert card_titles(client.get(ProductFactory(category=None).get_absolute_url())) == []


def test_links_to_the_first_pages_of_the_shop(client: Client) -> None:
    PageFactory(title="Shipping", summary="Free above 80")
    page = page_of(client, ProductFactory())
    assert page.one("ul", class_="product__notes").text == "Shipping: Free above 80"


def test_the_address_without_choices_is_canonical(client: Client, shirt: Product) -> None:
    page = page_of(client, shirt, option1="L", stars="5")
    assert page.one("link", rel="canonical").attributes["href"] == "http://testserver/p/shirt/"
    assert page.one("meta", property="og:title").attributes["content"] == "Shirt"
