"""Moderation: the queue, its actions, and who may use them."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from shop.models import Review, User
from tests.factories.shop import ProductFactory, ReviewFactory
from tests.shop.admin.conftest import signed_in

pytestmark = pytest.mark.django_db
LIST = reverse("admin:shop_review_changelist")
PENDING, PUBLISHED, REJECTED = (
    Review.Status.PENDING,
    Review.Status.PUBLISHED,
    Review.Status.REJECTED,
)


def act(client: Client, action: str, *reviews: Review) -> int:
    data = {"action": action, "_selected_action": [str(review.pk) for review in reviews]}
    return client.post(LIST, data).status_code


def test_the_queue_shows_what_waits_and_nothing_else(admin: Client) -> None:
    ReviewFactory(status=PENDING, body="Waiting here")
    ReviewFactory(status=PUBLISHED, body="Long since shown")
    page = admin.get(LIST, {"status__exact": "pending"}).content.decode()
    assert "Waiting here" in page
    assert "Long since shown" not in page


def test_the_sidebar_leads_to_the_queue_and_counts_it(admin: Client) -> None:
    ReviewFactory.create_batch(3, status=PENDING)
    page = admin.get(reverse("admin:index")).content.decode()
    assert f"{LIST}?status__exact=pending" in page
    assert '<span class="admin-badge admin-badge-warning">3</span>' in page


def test_an_empty_queue_has_no_badge(admin: Client) -> None:
    ReviewFactory(status=PUBLISHED)
    assert "admin-badge" not in admin.get(reverse("admin:index")).content.decode()


def test_publishing_many_makes_their_stars_count(admin: Client) -> None:
    product = ProductFactory()
    reviews = [ReviewFactory(product=product, status=PENDING, rating=stars) for stars in (5, 3)]
    assert act(admin, "publish", *reviews) == 302
    product.refresh_from_db()
    assert (product.rating_count, product.rating_sum) == (2, 8)


def test_rejecting_takes_the_stars_away(admin: Client) -> None:
    review = ReviewFactory(status=PUBLISHED, rating=1)
    assert act(admin, "reject", review) == 302
    review.refresh_from_db()
    review.product.refresh_from_db()
    assert review.status == REJECTED
    assert review.product.rating_count == 0


def test_actions_need_the_permission_to_change(staff: User) -> None:
    staff.user_permissions.add(Permission.objects.get(codename="view_review"))
    review = ReviewFactory(status=PENDING)
    client = signed_in(staff)
    assert client.get(LIST).status_code == 200
    act(client, "publish", review)
    review.refresh_from_db()
    assert review.status == PENDING


def test_actions_are_not_taken_by_a_link(admin: Client) -> None:
    review = ReviewFactory(status=PENDING)
    admin.get(LIST, {"action": "publish", "_selected_action": review.pk})
    review.refresh_from_db()
    assert review.status == PENDING


def test_actions_need_the_csrf_token(superuser: User) -> None:
    review = ReviewFactory(status=PENDING)
    client = Client(enforce_csrf_checks=True)
    client.force_login(superuser)
    assert act(client, "publish", review) == 403
    review.refresh_from_db()
    assert review.status == PENDING


def test_save_and_publish_stores_the_reply_too(admin: Client) -> None:
    review = ReviewFactory(status=PENDING)
    response = admin.post(
        reverse("admin:shop_review_change", args=[review.pk]),
        {
            "product": review.product_id,
            "author_name": review.author_name,
            "rating": review.rating,
            "title": review.title,
            "body": review.body,
            "reply": "Thank you.",
            "shop_review_save_and_publish": "",
        },
    )
    assert response.status_code == 302
    review.refresh_from_db()
    assert (review.status, review.reply) == (PUBLISHED, "Thank you.")


def test_markup_in_a_review_is_shown_as_text(admin: Client) -> None:
    ReviewFactory(status=PENDING, title="<b>x</b>", body="<script>alert(1)</script>")
    page = admin.get(LIST).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
