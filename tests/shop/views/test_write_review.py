"""Writing a review."""

from typing import Any

import pytest
from django.test import Client

from shop.models import Product, Review
from tests.factories.shop import ProductFactory, ReviewFactory, UserFactory
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db

GOOD = {
    "rating": "4",
    "title": "Pours well",
    "body": "A thin line, and it does not drip.",
    "author_name": "Ottilie B.",
}


@pytest.fixture
def product() -> Product:
    return ProductFactory(slug="pot", title="Pot")


def errors(page: Markup) -> list[str]:
    return page.texts("p", class_="field__error")


def test_the_form_asks_a_guest_for_a_name(client: Client, product: Product) -> None:
    page = Markup(client.get("/p/pot/review/"))
    assert [each.attributes["value"] for each in page.find("input", name="rating")] == list("12345")
    assert page.one("input", name="author_name")
    assert list(page.find("div", class_="error-summary")) == []


def test_a_guest_hands_in_a_review_for_moderation(client: Client, product: Product) -> None:
    response = client.post("/p/pot/review/", GOOD, follow=True)
    assert response.redirect_chain == [("/p/pot/#reviews", 302)]
    review = Review.objects.get()
    assert (review.rating, review.title, review.body) == (4, GOOD["title"], GOOD["body"])
    assert (review.author, review.author_name) == (None, "Ottilie B.")
    assert review.status == Review.Status.PENDING
    assert review.verified_purchase is False
    text = response.content.decode()
    assert "Your review will appear here as soon as it has been read." in text
    assert GOOD["body"] not in text
    product.refresh_from_db()
    assert product.rating_count == 0


def test_a_member_gives_no_name(client: Client, product: Product) -> None:
    user = UserFactory(first_name="Ada", last_name="Lovelace")
    client.force_login(user)
    assert list(Markup(client.get("/p/pot/review/")).find("input", name="author_name")) == []
    client.post("/p/pot/review/", {**GOOD, "author_name": "Somebody Else"})
    review = Review.objects.get()
    assert (review.author, review.author_name) == (user, "Ada Lovelace")


def test_staff_is_told_that_it_is_published(client: Client, product: Product) -> None:
    client.force_login(UserFactory(staff=True))
    response = client.post("/p/pot/review/", GOOD, follow=True)
    assert "Your review has been published." in response.content.decode()
    assert Review.objects.get().status == Review.Status.PUBLISHED


def test_a_second_review_by_the_same_account_is_refused_in_words(
    client: Client, product: Product
) -> None:
    user = UserFactory()
    ReviewFactory(product=product, author=user)
    client.force_login(user)
    response = client.post("/p/pot/review/", GOOD)
    assert response.status_code == 200
    assert "You have reviewed this product already." in response.content.decode()
    assert Review.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"rating": ""}, "Choose from one to five stars."),
        ({"rating": "6"}, "Select a valid choice. 6 is not one of the available choices."),
        ({"rating": "0"}, "Select a valid choice. 0 is not one of the available choices."),
        ({"body": "  "}, "Write a few words about the product."),
        ({"body": "Good."}, "Write at least ten letters."),
        ({"body": "x" * 5001}, "Ensure this value has at most 5000 characters (it has 5001)."),
        ({"title": "x" * 301}, "Ensure this value has at most 300 characters (it has 301)."),
        ({"author_name": ""}, "Give a name to be shown with the review."),
        ({"author_name": "x" * 121}, "Ensure this value has at most 120 characters (it has 121)."),
        ({"body": "Nice\x00 one, really"}, "Null characters are not allowed."),
    ],
)
def test_mistakes_are_named_and_nothing_typed_is_lost(
    client: Client, product: Product, changes: dict[str, str], message: str
) -> None:
    sent: dict[str, Any] = {**GOOD, **changes}
    response = client.post("/p/pot/review/", sent)
    assert response.status_code == 200
    assert Review.objects.count() == 0
    page = Markup(response)
    assert errors(page) == [message]
    assert page.one("div", class_="error-summary").text == f"Please check this {message}"
    (link,) = [each for each in page.find("a") if each.text == message]
    target = link.attributes["href"].removeprefix("#")
    assert [each for each in page.elements if each.attributes.get("id") == target]
    kept = {
        "title": page.one("input", name="title").attributes["value"],
        "body": page.one("textarea", name="body").text,
        "author_name": page.one("input", name="author_name").attributes["value"],
    }
    for name in kept.keys() - changes.keys():
        assert kept[name] == GOOD[name]
    chosen = [
        each.attributes["value"]
        for each in page.find("input", name="rating")
        if "checked" in each.attributes
    ]
    assert chosen == ([] if "rating" in changes else ["4"])


def test_what_programs_fill_in_is_dropped_in_silence(client: Client, product: Product) -> None:
    response = client.post("/p/pot/review/", {**GOOD, "website": "https://spam.example"})
    assert response.status_code == 302
    assert Review.objects.count() == 0


def test_the_token_is_needed(product: Product) -> None:
    assert Client(enforce_csrf_checks=True).post("/p/pot/review/", GOOD).status_code == 403
    assert Review.objects.count() == 0


def test_only_published_products_can_be_reviewed(client: Client) -> None:
    ProductFactory(slug="draft", status=Product.Status.DRAFT)
    assert client.get("/p/draft/review/").status_code == 404
    assert client.post("/p/draft/review/", GOOD).status_code == 404
    assert client.put("/p/draft/review/").status_code == 405
    assert Review.objects.count() == 0
