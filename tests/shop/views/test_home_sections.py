"""The front page as staff made it: what is shown, when, in which order, at which cost."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from shop.models import HomeSection, Product
from shop.services.home import keep_home_picture
from shop.services.images import make_renditions
from tests.factories.shop import (
    BrandFactory,
    CategoryFactory,
    HomeSectionFactory,
    ProductFactory,
    ReviewFactory,
)
from tests.shop.test_images import picture
from tests.shop.views.conftest import AddPicture
from tests.shop.views.markup import Markup, card_titles

pytestmark = pytest.mark.django_db
Kind, Rule = HomeSection.Kind, HomeSection.Rule
HOUR = timedelta(hours=1)


def titles(client: Client) -> list[str]:
    headings = Markup(client.get("/")).find("h2")
    return [each.text for each in headings if each.attributes.get("id", "").startswith("front-")]


def test_sections_stand_in_their_order_and_replace_what_suits_any_shop(client: Client) -> None:
    ProductFactory()
    HomeSectionFactory(title="Second", position=2)
    HomeSectionFactory(title="First", position=1)
    assert titles(client) == ["First", "Second"]
    assert "New arrivals" not in client.get("/").content.decode()


def test_drafts_and_other_times_are_not_shown(client: Client) -> None:
    now = timezone.now()
    HomeSectionFactory(title="Draft", is_published=False)
    HomeSectionFactory(title="Tomorrow", starts_at=now + HOUR)
    HomeSectionFactory(title="Yesterday", ends_at=now - HOUR)
    HomeSectionFactory(title="Today", starts_at=now - HOUR, ends_at=now + HOUR)
    assert titles(client) == ["Today"]


def test_when_all_sections_are_over_the_page_is_not_empty(client: Client) -> None:
    ProductFactory(title="Here")
    HomeSectionFactory(title="Yesterday", ends_at=timezone.now() - HOUR)
    assert titles(client) == ["Walk the aisles", "New arrivals"]
    assert card_titles(client.get("/")) == ["Here"]


@pytest.mark.parametrize("at_its", ["start", "end"])
def test_a_section_is_shown_from_its_start_and_no_longer_at_its_end(at_its: str) -> None:
    moment = timezone.now()
    field = {"start": "starts_at", "end": "ends_at"}[at_its]
    section = HomeSectionFactory(**{field: moment})
    shown = HomeSection.objects.shown_at(moment).exists()
    assert shown is section.is_shown_at(moment) is (at_its == "start")


def test_rows_follow_their_rule_and_do_not_repeat_what_is_above(client: Client) -> None:
    tents = CategoryFactory()
    for number in range(5):
        ProductFactory(
            title=f"Tent {number}",
            category=tents,
            published_at=datetime(2025, 1, 1 + number, tzinfo=timezone.get_current_timezone()),
        )
    ProductFactory(title="Less", variant__price=8, variant__compare_at_price=10)
    praised = ProductFactory(title="Praised")
    for _ in range(3):
        ReviewFactory(product=praised)
    picked = [ProductFactory(title="B"), ProductFactory(title="A")]
    HomeSectionFactory(kind=Kind.PRODUCTS, rule=Rule.PICKED, picks=picked)
    HomeSectionFactory(kind=Kind.PRODUCTS, rule=Rule.NEWEST, category=tents)
    HomeSectionFactory(kind=Kind.PRODUCTS, rule=Rule.CATEGORY, category=tents)
    HomeSectionFactory(kind=Kind.PRODUCTS, rule=Rule.REDUCED)
    HomeSectionFactory(kind=Kind.PRODUCTS, rule=Rule.BEST_RATED)
    assert card_titles(client.get("/")) == [
        *("B", "A"),
        *("Tent 4", "Tent 3", "Tent 2", "Tent 1"),
        "Tent 0",
        "Less",
        "Praised",
    ]


def test_what_cannot_be_seen_or_had_is_not_picked(client: Client) -> None:
    picks = [
        ProductFactory(title="Draft", status=Product.Status.DRAFT),
        ProductFactory(title="Gone", variant__stock=0),
        ProductFactory(title="Here"),
    ]
    HomeSectionFactory(kind=Kind.PRODUCTS, rule=Rule.PICKED, picks=picks)
    assert card_titles(client.get("/")) == ["Here"]


def test_a_section_with_nothing_to_show_is_left_out(client: Client) -> None:
    HomeSectionFactory(title="Words")
    for kind, rule in (
        (Kind.PRODUCTS, Rule.REDUCED),
        (Kind.PRODUCTS, Rule.PICKED),
        (Kind.QUOTES, ""),
        (Kind.CATEGORIES, ""),
    ):
        HomeSectionFactory(kind=kind, rule=rule)
    assert titles(client) == ["Words"]


def test_an_opening_shows_its_picks_or_else_the_window(
    client: Client, add_picture: AddPicture
) -> None:
    dear, cheap = ProductFactory(title="Dear", variant__price=900), ProductFactory(title="Cheap")
    for product in (dear, cheap):
        add_picture(product)
    section = HomeSectionFactory(kind=Kind.HERO, title="Opening")
    assert Markup(client.get("/")).texts("div", class_="pane__label") == [
        "Dear €900.00",
        "Cheap €20.00",
    ]
    section.picks.create(product=cheap)
    page = Markup(client.get("/"))
    assert page.texts("div", class_="pane__label") == ["Cheap €20.00"]
    assert page.texts("h1") == ["Opening"]


def test_a_page_without_an_opening_has_a_heading_all_the_same(client: Client) -> None:
    HomeSectionFactory(title="Story")
    HomeSectionFactory(kind=Kind.HERO, title="Late opening")
    page = Markup(client.get("/"))
    assert page.texts("h1") == ["Vitrine Outfitters"]
    assert page.texts("h2", class_="hero__title") == ["Late opening"]


def test_a_picture_comes_in_its_sizes_with_its_words(client: Client) -> None:
    image = keep_home_picture(content=picture(size=(1700, 1100)), filename="bench.jpg")
    make_renditions(image=image)
    HomeSectionFactory(kind=Kind.HERO, picture=image, picture_alt="A bench")
    HomeSectionFactory(picture=image, picture_alt="The bench again")
    first, second = Markup(client.get("/")).find("img")
    assert (first.attributes["alt"], second.attributes["alt"]) == ("A bench", "The bench again")
    assert (first.attributes["width"], first.attributes["height"]) == ("1700", "1100")
    widths = [each.split()[1] for each in first.attributes["srcset"].split(", ")]
    assert widths == ["480w", "800w", "1200w", "1600w"]
    assert first.attributes["fetchpriority"] == "high"
    assert second.attributes["loading"] == "lazy"


def test_text_is_markdown_made_safe(client: Client) -> None:
    HomeSectionFactory(
        text="Mended by **four** people.\n\n<script>alert(1)</script>[x](javascript:1)"
    )
    page = Markup(client.get("/"))
    assert page.texts("strong") == ["four"]
    assert page.active_content() == []


def test_three_quotes_of_different_products_at_most(client: Client) -> None:
    body = "Pours slowly and in a thin line, which is all that I ever wanted of it. No {}."
    for number in range(4):
        product = ProductFactory(title=f"Kettle {number}")
        for again in range(2):
            ReviewFactory(
                product=product,
                body=body.format(10 * number + again),
                helpful_count=50 - 10 * number - again,
            )
    HomeSectionFactory(kind=Kind.QUOTES)
    quotes = Markup(client.get("/")).texts("blockquote")
    assert [each[-5:-2] for each in quotes] == ["o 0", " 10", " 20"]


def test_a_notice_stands_above_every_page_in_its_time(client: Client) -> None:
    now = timezone.now()
    HomeSectionFactory(
        kind=Kind.NOTICE, title="Late post.", text="See < why.", starts_at=now - HOUR
    )
    HomeSectionFactory(kind=Kind.NOTICE, title="Over", ends_at=now - HOUR, position=0)
    for path in ("/", "/c/", "/faq/", "/nothing/"):
        (notice,) = Markup(client.get(path)).texts("aside", class_="notice-bar")
        assert notice == "Late post. See < why.", path
    assert "Walk the aisles" not in titles(client)  # a notice is no section of the page itself


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"kind": "products"}, "home_section_row_has_rule"),
        ({"rule": "category"}, "home_section_rule_has_category"),
        ({"kind": "carousel"}, "home_section_kind_known"),
        ({"rule": "dearest"}, "home_section_row_has_rule"),
        ({"link_path": "/c/"}, "home_section_link_whole"),
        ({"link_text": "Go"}, "home_section_link_whole"),
        (
            {"starts_at": timezone.now(), "ends_at": timezone.now() - HOUR},
            "home_section_ends_after_start",
        ),
    ],
)
def test_the_database_refuses_what_makes_no_section(fields: Any, constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        HomeSectionFactory(**fields)


def queries(client: Client) -> int:
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        client.get("/")
    return len(captured)


def test_more_in_the_sections_costs_no_more_queries(
    client: Client, add_picture: AddPicture
) -> None:
    camp = CategoryFactory()
    brand = BrandFactory()

    def stock(number: int) -> list[Product]:
        category = CategoryFactory(parent=camp)
        made: list[Product] = []
        for _ in range(number):
            product = ProductFactory(category=category, brand=brand, variant__compare_at_price=90)
            for each in range(3):
                ReviewFactory(product=product, body=f"{each} words that are long enough " * 4)
            add_picture(product)
            made.append(product)
        return made

    picks = stock(12)
    for rule in (Rule.PICKED, Rule.NEWEST, Rule.REDUCED, Rule.BEST_RATED):
        HomeSectionFactory(kind=Kind.PRODUCTS, rule=rule, picks=picks[:1])
    HomeSectionFactory(kind=Kind.CATEGORIES, category=camp)
    HomeSectionFactory(kind=Kind.QUOTES)
    few = queries(client)
    for position, product in enumerate(stock(20), start=2):
        HomeSection.objects.get(rule=Rule.PICKED).picks.create(product=product, position=position)
    assert queries(client) == few
    assert few <= 26
