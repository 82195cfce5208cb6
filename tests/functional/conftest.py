"""A browser, a shop with something in it, and visitors."""

import io
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from shop.models import Attribute, Brand, Category, Product, ProductOption
from shop.services.images import add_image, make_renditions
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    FaqEntryFactory,
    PageFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
    ShippingRateFactory,
    VariantFactory,
)
from tests.functional.visitor import Visitor

CHROMIUM = os.environ.get("VITRINE_CHROMIUM", "/usr/bin/chromium")
NewVisitor = Callable[..., Visitor]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a running Chromium.

    While it runs, playwright keeps an event loop in the tests' thread, and Django would refuse to
    touch the database there: hence the permission, and the scope, so that it ends with the module.
    """
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            yield browser
            browser.close()


@pytest.fixture
def new_visitor(browser: Browser, live_server: LiveServer) -> Iterator[NewVisitor]:
    """Return a function that brings a visitor; each has cookies of their own."""
    contexts = []

    def bring(
        *, width: int = 1280, height: int = 900, scheme: str = "light", javascript: bool = True
    ) -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return Visitor(context.new_page(), live_server.url)

    yield bring
    for context in contexts:
        context.close()


@pytest.fixture
def visitor(new_visitor: NewVisitor) -> Visitor:
    """Return a visitor at a desk."""
    return new_visitor()


def give_picture(product: Product, colour: str, position: int = 0) -> int:
    buffer = io.BytesIO()
    Image.new("RGB", (700, 868), colour).save(buffer, "PNG")
    image = add_image(
        product=product,
        content=buffer.getvalue(),
        filename=f"{colour}.png",
        alt=f"{product.title} in {colour}",
        position=position,
    )
    make_renditions(image=image)
    return image.pk


def add_shirt(shelf: Category, brand: Brand, weight: Attribute) -> Product:
    """Return a shirt of two sizes and two colours, with a picture each and twelve reviews."""
    colour = AttributeFactory(code="colour", name="Colour")
    size = AttributeFactory(code="size", name="Size")
    shirt = ProductFactory(
        title="Shirt",
        slug="shirt",
        category=shelf,
        brand=brand,
        variant=None,
        description="<h2>Cut</h2><p>Wide, <strong>light</strong>, quick to dry.</p>" * 4,
    )
    pictures = {name: give_picture(shirt, name, at) for at, name in enumerate(("red", "blue"))}
    for position, attribute in enumerate((size, colour), start=1):
        ProductOption.objects.create(product=shirt, attribute=attribute, position=position)
    for row, (of_size, of_colour, price, was, stock) in enumerate(
        (
            ("M", "Red", 20, None, 9),
            ("M", "Blue", 22, 30, 3),
            ("L", "Red", 25, None, 0),
        )
    ):
        VariantFactory(
            product=shirt,
            sku=f"{of_size}-{of_colour}",
            option1=of_size,
            option2=of_colour,
            price=price,
            compare_at_price=was,
            stock=stock,
            position=row,
            image_id=pictures[of_colour.lower()],
        )
    ProductAttributeFactory(product=shirt, attribute=weight, number=180)
    for number in range(12):
        ReviewFactory(
            product=shirt,
            rating=5 - number % 3,
            title=f"Review {number:02}",
            verified_purchase=number % 2 == 0,
            helpful_count=number,
            body="It does what it promises, in rain and in wind, and it dries overnight.",
            reply="Thank you." if number == 11 else "",
        )
    return shirt


@pytest.fixture
def wardrobe(transactional_db: None) -> Product:
    """Return the shirt of a shop that has little else: made in a fraction of the time."""
    shelf = CategoryFactory(name="Shirts", slug="shirts")
    moor = BrandFactory(name="Moor", slug="moor")
    weight = AttributeFactory(code="weight", name="Weight", unit="g", kind=Attribute.Kind.NUMBER)
    shirt = add_shirt(shelf, moor, weight)
    ProductFactory(title="Vest", slug="vest", category=shelf, brand=moor)
    ProductFactory(title="Tent", slug="tent")
    ShippingRateFactory(country__name="Ireland", free_from=22)
    FaqEntryFactory(on_products=True)
    return shirt


@pytest.fixture
def furnished(transactional_db: None) -> Product:
    """Furnish the shop and return its fullest product: a shirt of two sizes and two colours."""
    wear = CategoryFactory(name="Wear", slug="wear", description="What goes on your back.")
    shirts = CategoryFactory(name="Shirts", slug="shirts", parent=wear)
    camp = CategoryFactory(name="Camp", slug="camp")
    fell, moor = BrandFactory(name="Fell", slug="fell"), BrandFactory(name="Moor", slug="moor")
    weight = AttributeFactory(code="weight", name="Weight", unit="g", kind=Attribute.Kind.NUMBER)
    for number in range(26):
        tent = ProductFactory(
            title=f"Tent {number:02}",
            slug=f"tent-{number}",
            category=camp,
            brand=(fell, moor)[number % 2],
            published_at=datetime(2025, 1, 1 + number, tzinfo=UTC),
            variant__price=100 + number,
            variant__compare_at_price=180 if number % 5 == 0 else None,
            variant__stock=number % 4,
        )
        ProductAttributeFactory(product=tent, attribute=weight, number=1000 + 10 * number)
        if number < 6:
            give_picture(tent, "olive")
            for _ in range(3):
                ReviewFactory(product=tent, rating=4)
    shirt = add_shirt(shirts, moor, weight)
    ProductFactory(title="Vest", slug="vest", category=shirts, brand=fell)
    PageFactory(
        slug="shipping",
        title="Shipping",
        summary="Two to four working days.",
        body="## Prices\n\n| To | Price |\n|---|---|\n| Home | 4.90 |\n\n- one\n- [two](/faq/)",
    )
    PageFactory(slug="returns", title="Returns", summary="Thirty days.")
    ShippingRateFactory(country__name="Ireland", free_from=22)
    for number in range(4):
        FaqEntryFactory(
            topic=("Delivery", "Returns")[number % 2], slug=f"question-{number}", on_products=True
        )
    return shirt
