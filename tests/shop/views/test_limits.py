"""What pages take in from one account or address, and what they say beyond that."""

from typing import Any

import pytest
from django.test import Client

from shop.models import Review, ReviewVote
from tests.factories.shop import ProductFactory, ReviewFactory, UserFactory
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db

GOOD = {"rating": "4", "body": "A thin line, and no drips.", "author_name": "Ottilie"}


@pytest.fixture(autouse=True)
def rates(settings: Any) -> None:
    settings.SHOP = {**settings.SHOP, "RATES": {"review": "3/hour", "vote": "2/hour"}}
    ProductFactory(slug="pot")


def test_reviews_beyond_the_limit_are_refused_in_words(client: Client) -> None:
    statuses = [client.post("/p/pot/review/", GOOD).status_code for _ in range(4)]
    assert statuses == [302, 302, 302, 429]
    response = client.post("/p/pot/review/", GOOD)
    assert 3590 <= int(response["Retry-After"]) <= 3600
    page = Markup(response)
    assert page.texts("h1") == ["That was a little too much at once"]
    assert "Please try again in 60 minutes" in " ".join(page.texts("p"))
    assert Review.objects.count() == 3


def test_without_the_limit_they_would_all_be_taken(client: Client, settings: Any) -> None:
    """Negative control."""
    settings.SHOP = {**settings.SHOP, "RATES": {"review": "1000/hour"}}
    assert [client.post("/p/pot/review/", GOOD).status_code for _ in range(5)] == [302] * 5


def test_mistakes_do_not_count(client: Client) -> None:
    for _ in range(5):
        assert client.post("/p/pot/review/", {**GOOD, "body": ""}).status_code == 200
    assert client.post("/p/pot/review/", GOOD).status_code == 302


def test_a_claimed_address_is_not_believed_and_accounts_count_apart(client: Client) -> None:
    for number in range(3):
        client.post("/p/pot/review/", GOOD, HTTP_X_FORWARDED_FOR=f"192.0.2.{number}")
    assert client.post("/p/pot/review/", GOOD, HTTP_X_FORWARDED_FOR="192.0.2.9").status_code == 429
    client.force_login(UserFactory())
    assert client.post("/p/pot/review/", GOOD).status_code == 302


def test_changes_count_as_reviews_do(client: Client) -> None:
    author = UserFactory()
    review = ReviewFactory(author=author)
    client.force_login(author)
    path = f"/reviews/{review.pk}/edit/"
    statuses = [
        client.post(path, {"rating": rating, "body": "Changed again."}).status_code
        for rating in "1234"
    ]
    assert statuses == [302, 302, 302, 429]
    review.refresh_from_db()
    assert review.rating == 3


def test_votes_beyond_the_limit_change_nothing(client: Client) -> None:
    reviews = [ReviewFactory() for _ in range(3)]
    paths = [f"/reviews/{each.pk}/helpful/" for each in reviews]
    # Without cookies each would be another visitor: the address is what is counted.
    assert [Client().post(path).status_code for path in paths] == [302, 302, 429]
    response = client.post(paths[2], headers={"HX-Request": "true"})
    assert response.status_code == 429
    assert Markup(response).one("p", class_="vote__refusal").text == (
        "That were many votes. Please try again in 60 minutes."
    )
    assert Markup(response).one("button").attributes["value"] == "1"
    assert ReviewVote.objects.count() == 2
