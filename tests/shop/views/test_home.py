"""The front page."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.test import Client

from shop.models import Product
from tests.factories.shop import CategoryFactory, PageFactory, ProductFactory, ReviewFactory
from tests.shop.views.conftest import AddPicture
from tests.shop.views.markup import Markup, card_titles

pytestmark = pytest.mark.django_db


def section_titles(client: Client) -> list[str]:
    return Markup(client.get("/")).texts("h2")


def test_an_empty_shop_says_so_and_shows_no_empty_rows(client: Client) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert "The shelves are being filled" in response.content.decode()
    assert card_titles(response) == []
    headings = [text for text in Markup(response).texts("h2") if not text.startswith("May we")]
    assert headings == ["Good to know"]  # of the footer


def test_new_arrivals_are_the_four_newest_that_can_be_bought(client: Client) -> None:
    for day in range(1, 7):
        ProductFactory(title=f"Day {day}", published_at=datetime(2025, 1, day, tzinfo=UTC))
    ProductFactory(
        title="Sold out", published_at=datetime(2025, 1, 9, tzinfo=UTC), variant__stock=0
    )
    ProductFactory(
        title="Priceless", published_at=datetime(2025, 1, 9, tzinfo=UTC), variant__price=None
    )
    assert card_titles(client.get("/")) == ["Day 6", "Day 5", "Day 4", "Day 3"]


@pytest.mark.parametrize("status", [Product.Status.DRAFT, Product.Status.ARCHIVED])
def test_unpublished_products_are_nowhere(client: Client, status: str) -> None:
    hidden = ProductFactory(title="Hidden thing", status=status)
    ReviewFactory(product=hidden, body="words " * 20)
    assert "Hidden thing" not in client.get("/").content.decode()


def test_rows_do_not_repeat_what_stands_above_them(client: Client, add_picture: AddPicture) -> None:
    for number in range(16):
        product = ProductFactory(title=f"Thing {number}", variant__compare_at_price=Decimal(30))
        for _ in range(3):
            ReviewFactory(product=product)
        add_picture(product)
    response = client.get("/")
    titles = card_titles(response) + [
        each.text for each in Markup(response).find("a") if "pane__label" in each.classes
    ]
    assert len(titles) == 12
    assert len(set(titles)) == 12


def test_the_window_holds_pictured_products_of_different_categories(
    client: Client, add_picture: AddPicture
) -> None:
    tents, mugs, hats = CategoryFactory(), CategoryFactory(), CategoryFactory()
    for title, category, price in (
        ("Tent A", tents, 400),
        ("Tent B", tents, 390),
        ("Mug", mugs, 12),
        ("Hat", hats, 25),
    ):
        add_picture(ProductFactory(title=title, category=category, variant__price=price))
    ProductFactory(title="No picture", variant__price=900)
    lede = Markup(client.get("/")).one("p", class_="hero__lede").text
    assert lede == "In the window this week: Tent A, Hat and Mug."


def test_well_rated_needs_three_reviews(client: Client) -> None:
    praised = ProductFactory(title="Praised")
    for _ in range(3):
        ReviewFactory(product=praised)
    for _ in range(4):  # newer, so that they fill the row of new arrivals
        ReviewFactory(product=ProductFactory())
    page = client.get("/")
    assert "Well liked by those who bought it" in section_titles(client)
    assert card_titles(page)[-1] == "Praised"


def test_reduced_shows_the_old_price(client: Client) -> None:
    reduced = ProductFactory(title="Cheaper", variant__price=20, variant__compare_at_price=25)
    for _ in range(4):
        ProductFactory()
    response = client.get("/")
    page = Markup(response)
    assert card_titles(response)[-1] == reduced.title
    assert page.texts("s") == ["before €25.00"]
    assert page.texts("span", class_="badge--sale") == ["20 % off"]


def test_aisles_count_what_is_below_them_and_leave_out_the_empty(client: Client) -> None:
    camp = CategoryFactory(name="Camp")
    tents = CategoryFactory(name="Tents", parent=camp)
    small = CategoryFactory(name="Small tents", parent=tents)
    CategoryFactory(name="Stoves", parent=camp)
    home = CategoryFactory(name="Home")
    ProductFactory(category=tents)
    ProductFactory(category=small)
    ProductFactory(category=home)
    page = Markup(client.get("/"))
    names = page.texts("p", class_="tile__name")
    counts = page.texts("span", class_="tile__count")
    assert list(zip(names, counts, strict=True)) == [
        ("Tents", "Camp, 2 products"),
        ("Home", "1 product"),
    ]


def test_praise_is_the_most_helpful_glad_review_of_fitting_length(client: Client) -> None:
    product = ProductFactory(title="Kettle")
    for body, rating, helpful in (
        ("Too short.", 5, 90),
        ("Long enough, but not glad at all about the way the handle heats up.", 2, 80),
        ("Pours slowly and in a thin line, which is all that I ever wanted of it.", 5, 7),
        ("Also good, also long enough, yet fewer people found these words useful.", 5, 3),
    ):
        ReviewFactory(product=product, body=body, rating=rating, helpful_count=helpful)
    quote = Markup(client.get("/")).one("blockquote").text
    assert quote == "“Pours slowly and in a thin line, which is all that I ever wanted of it.”"


def test_promises_are_the_first_four_pages_of_the_footer(client: Client) -> None:
    for number in range(5):
        PageFactory(title=f"Page {number}", summary=f"Summary {number}", position=number)
    PageFactory(title="Elsewhere", in_footer=False)
    PageFactory(title="Unfinished", is_published=False)
    page = Markup(client.get("/"))
    assert page.texts("h2", class_="promise__title") == ["Page 0", "Page 1", "Page 2", "Page 3"]
    assert page.texts("p", class_="promise__text")[0] == "Summary 0"
    text = client.get("/").content.decode()
    assert "Page 4" in text
    assert "Elsewhere" not in text
    assert "Unfinished" not in text


def test_the_first_picture_is_fetched_first_and_the_others_lazily(
    client: Client, add_picture: AddPicture
) -> None:
    for number in range(3):
        add_picture(ProductFactory(variant__price=100 - number))
    images = list(Markup(client.get("/")).find("img"))
    assert images[0].attributes["fetchpriority"] == "high"
    assert "loading" not in images[0].attributes
    assert [each.attributes.get("fetchpriority") for each in images].count("high") == 1
    panes, below = images[1:3], images[3:]
    assert all("loading" not in each.attributes for each in panes)  # seen without scrolling
    assert {each.attributes["loading"] for each in below} == {"lazy"}
    assert all(each.attributes["width"] == "700" for each in images)
    assert all(each.attributes["height"] == "868" for each in images)
