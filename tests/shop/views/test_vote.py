"""Saying that a review was helpful."""

import pytest
from django.test import Client

from shop.models import Product, Review, ReviewVote
from tests.factories.shop import ProductFactory, ReviewFactory, UserFactory
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db


def address(review: Review) -> str:
    return f"/reviews/{review.pk}/helpful/"


def test_a_guest_votes_once(client: Client) -> None:
    review = ReviewFactory(product=ProductFactory(slug="pot"), helpful_count=3)
    for _ in range(3):
        response = client.post(address(review))
        assert response.status_code == 302
        assert response["Location"] == f"/p/pot/#review-{review.pk}"
    review.refresh_from_db()
    assert review.helpful_count == 4
    vote = ReviewVote.objects.get()
    assert str(client.session.session_key) not in vote.voter
    assert len(vote.voter) == 64


def test_two_guests_and_an_account_are_three_voters(client: Client) -> None:
    review = ReviewFactory()
    client.post(address(review))
    Client().post(address(review))
    member = Client()
    member.force_login(UserFactory())
    member.post(address(review))
    review.refresh_from_db()
    assert review.helpful_count == 3


def test_htmx_gets_the_new_count(client: Client) -> None:
    review = ReviewFactory(helpful_count=3)
    response = client.post(address(review), headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert Markup(response).one("p").text == "You and 3 others found this helpful."


@pytest.mark.parametrize(
    ("others", "words"),
    [
        (0, "You found this helpful."),
        (1, "You and 1 other found this helpful."),
        (2, "You and 2 others found this helpful."),
    ],
)
def test_the_voter_is_told_who_agrees(client: Client, others: int, words: str) -> None:
    review = ReviewFactory(helpful_count=others)
    response = client.post(address(review), headers={"HX-Request": "true"})
    assert Markup(response).one("p").text == words


def test_a_second_press_takes_the_vote_back(client: Client) -> None:
    review = ReviewFactory(product=ProductFactory(slug="pot"), helpful_count=3)
    page = Markup(client.post(address(review), {"helpful": "1"}, headers={"HX-Request": "true"}))
    pressed = page.one("button").attributes
    assert (pressed["name"], pressed["value"]) == ("helpful", "0")
    for _ in range(2):  # once more changes nothing
        response = client.post(address(review), {"helpful": "0"})
        assert response["Location"] == f"/p/pot/#review-{review.pk}"
        review.refresh_from_db()
        assert review.helpful_count == 3
    again = client.post(address(review), {"helpful": "0"}, headers={"HX-Request": "true"})
    assert Markup(again).one("button").attributes["value"] == "1"
    assert ReviewVote.objects.count() == 0


def test_nobody_votes_for_their_own_words(client: Client) -> None:
    author = UserFactory()
    review = ReviewFactory(author=author)
    client.force_login(author)
    assert client.post(address(review)).status_code == 404
    page = Markup(client.get(review.product.get_absolute_url()))
    assert list(page.find("form", class_="vote")) == []
    assert ReviewVote.objects.count() == 0


def test_the_page_remembers_the_vote(client: Client) -> None:
    review = ReviewFactory()
    other = ReviewFactory(product=review.product)
    client.post(address(review))
    page = Markup(client.get(review.product.get_absolute_url()))
    assert page.texts("form", class_="vote") == [
        f"You found this helpful.Take it back: your vote for the review by {review.author_name}",
        f"Helpful review by {other.author_name}",
    ]
    stranger = Markup(Client().get(review.product.get_absolute_url()))
    assert len(list(stranger.find("button", class_="button--small", type="submit"))) == 3


def test_a_vote_needs_the_token_of_the_form() -> None:
    review = ReviewFactory()
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address(review)).status_code == 403
    strict.get(review.product.get_absolute_url())
    token = strict.cookies["csrftoken"].value
    assert strict.post(address(review), {"csrfmiddlewaretoken": token}).status_code == 302
    review.refresh_from_db()
    assert review.helpful_count == 1


def test_reading_is_not_voting(client: Client) -> None:
    review = ReviewFactory()
    assert client.get(address(review)).status_code == 405
    assert ReviewVote.objects.count() == 0


@pytest.mark.parametrize("status", [Review.Status.PENDING, Review.Status.REJECTED])
def test_reviews_that_are_not_shown_cannot_be_voted_for(client: Client, status: str) -> None:
    review = ReviewFactory(status=status)
    hidden = ReviewFactory(product=ProductFactory(status=Product.Status.DRAFT))
    for each in (review, hidden):
        assert client.post(address(each)).status_code == 404
    assert client.post("/reviews/999999999999/helpful/").status_code == 404
    assert client.post("/reviews/99999999999999999999999/helpful/").status_code == 404
    assert ReviewVote.objects.count() == 0
