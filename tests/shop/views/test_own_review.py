"""An account's own review: seen by its author, changed, deleted."""

import pytest
from django.test import Client

from shop.models import Product, Review, User
from tests.factories.shop import OrderFactory, OrderLineFactory, ReviewFactory, UserFactory
from tests.factories.shop import ProductFactory as Products
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db

CHANGED = {"rating": "2", "title": "Drips", "body": "It drips after a month."}
WAITS = (
    "It waits for moderation: a person reads it before others see it and before its stars count."
)


@pytest.fixture
def author(client: Client) -> User:
    user = UserFactory()
    client.force_login(user)
    return user


@pytest.fixture
def product() -> Product:
    return Products(slug="pot", title="Pot")


@pytest.fixture
def review(product: Product, author: User) -> Review:
    return ReviewFactory(product=product, author=author, author_name="Ada", rating=5, title="Pours")


def hide(review: Review, status: Review.Status = Review.Status.PENDING) -> None:
    Review.objects.filter(pk=review.pk).update(status=status)


def test_the_author_sees_what_waits_and_nobody_else(client: Client, review: Review) -> None:
    hide(review)
    page = Markup(client.get("/p/pot/"))
    assert page.one("p", class_="own__state").text == WAITS
    assert "Pours" in page.one("section", class_="own").text
    addresses = {each.attributes.get("href") for each in page.find("a")}
    assert {f"/reviews/{review.pk}/edit/", f"/reviews/{review.pk}/delete/"} <= addresses
    assert "/p/pot/review/" not in addresses
    stranger = Client()
    for _ in range(2):
        text = stranger.get("/p/pot/").content.decode()
        assert "Pours" not in text
        assert "waits for moderation" not in text
        stranger.force_login(UserFactory())


def test_the_author_of_a_rejected_review_is_told(client: Client, review: Review) -> None:
    hide(review, Review.Status.REJECTED)
    page = Markup(client.get("/p/pot/"))
    words = "It was not published. If you change it, it is read again."
    assert page.one("p", class_="own__state").text == words


def test_a_published_review_has_its_links_in_the_list(client: Client, review: Review) -> None:
    other = ReviewFactory(product=review.product)
    page = Markup(client.get("/p/pot/"))
    assert list(page.find("section", class_="own")) == []
    assert page.texts("p", class_="own__links") == ["Change your review Delete it"]
    addresses = [each.attributes.get("href") for each in page.find("a")]
    assert addresses.count(f"/reviews/{review.pk}/edit/") == 2  # also beside the histogram
    assert f"/reviews/{other.pk}/edit/" not in addresses


def test_an_edit_waits_again_and_says_so(client: Client, review: Review, product: Product) -> None:
    form = Markup(client.get(f"/reviews/{review.pk}/edit/"))
    assert form.one("input", name="title").attributes["value"] == "Pours"
    (chosen,) = form.find("input", name="rating", checked="")
    assert chosen.attributes["value"] == "5"
    assert "until then the review is not shown" in form.one("p", class_="column__lede").text
    response = client.post(f"/reviews/{review.pk}/edit/", CHANGED, follow=True)
    assert response.redirect_chain == [("/p/pot/#reviews", 302)]
    page = Markup(response)
    assert page.one("p", class_="message").text == (
        "Your review has been changed. It will appear again as soon as it has been read."
    )
    assert page.one("p", class_="own__state").text == WAITS
    review.refresh_from_db()
    assert (review.rating, review.title, review.body) == (2, "Drips", CHANGED["body"])
    assert (review.status, review.author_name) == ("pending", "Ada")
    product.refresh_from_db()
    assert product.rating_count == 0


def test_an_edit_of_nothing_changes_nothing(client: Client, review: Review) -> None:
    same = {"rating": "5", "title": review.title, "body": review.body}
    response = client.post(f"/reviews/{review.pk}/edit/", same, follow=True)
    assert "Nothing was different" in response.content.decode()
    review.refresh_from_db()
    assert review.status == Review.Status.PUBLISHED


def test_mistakes_in_an_edit_are_named_and_nothing_is_stored(
    client: Client, review: Review
) -> None:
    page = Markup(client.post(f"/reviews/{review.pk}/edit/", {**CHANGED, "body": "Short"}))
    assert page.texts("p", class_="field__error") == ["Write at least ten letters."]
    assert page.one("textarea").text == "Short"
    review.refresh_from_db()
    assert (review.rating, review.status) == (5, "published")


def test_the_badge_comes_from_orders_and_never_from_the_form(
    client: Client, review: Review, author: User
) -> None:
    forged = {**CHANGED, "verified_purchase": "on", "status": "published", "author": "1"}
    client.post(f"/reviews/{review.pk}/edit/", forged)
    review.refresh_from_db()
    assert (review.verified_purchase, review.status, review.author) == (False, "pending", author)
    order = OrderFactory(customer=author, line=None)
    OrderLineFactory(order=order, variant=review.product.variants.get())
    client.post(f"/reviews/{review.pk}/edit/", {**CHANGED, "rating": "3"})
    review.refresh_from_db()
    assert review.verified_purchase


def test_deleting_asks_first(client: Client, review: Review, product: Product) -> None:
    asked = client.get(f"/reviews/{review.pk}/delete/")
    assert Markup(asked).texts("h1") == ["Delete your review?"]
    assert Review.objects.count() == 1
    response = client.post(f"/reviews/{review.pk}/delete/", follow=True)
    assert response.redirect_chain == [("/p/pot/#reviews", 302)]
    assert "Your review has been deleted." in response.content.decode()
    assert Review.objects.count() == 0
    product.refresh_from_db()
    assert product.rating_count == 0


def test_writing_a_second_one_leads_to_the_first(client: Client, review: Review) -> None:
    response = client.get("/p/pot/review/")
    assert (response.status_code, response["Location"]) == (302, f"/reviews/{review.pk}/edit/")
    refused = Markup(client.post("/p/pot/review/", CHANGED))
    links = [each.attributes["href"] for each in refused.find("a") if "wrote" in each.text]
    assert links == [f"/reviews/{review.pk}/edit/"]
    assert Review.objects.count() == 1


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_another_accounts_review_is_not_found(client: Client, author: User, action: str) -> None:
    theirs = ReviewFactory(author=UserFactory(), title="Theirs")
    guests = ReviewFactory()
    for each in (theirs, guests):
        for response in (
            client.get(f"/reviews/{each.pk}/{action}/"),
            client.post(f"/reviews/{each.pk}/{action}/", CHANGED),
        ):
            assert response.status_code == 404
    theirs.refresh_from_db()
    assert (theirs.title, Review.objects.count()) == ("Theirs", 2)


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_a_guest_is_asked_to_sign_in(review: Review, action: str) -> None:
    path = f"/reviews/{review.pk}/{action}/"
    response = Client().post(path, CHANGED)
    assert response.status_code == 302
    assert response["Location"].endswith(f"?next={path}")
    assert Review.objects.get().title == "Pours"


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_the_token_is_needed(review: Review, author: User, action: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(author)
    assert strict.post(f"/reviews/{review.pk}/{action}/", CHANGED).status_code == 403
    assert Review.objects.get().title == "Pours"
