"""Aspects are named and merged by staff, and taken apart again; stars that words contradict."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ai.models import Aspect, ReviewDigest, ReviewReading
from ai.reviews.checking import check_digests
from ai.reviews.digest.recount import check_texts
from ai.reviews.months import count_months
from ai.reviews.store import bring_up_to_date
from shop.models import Product, User
from tests.ai.admin.conftest import signed_in
from tests.ai.reviews.filled import make_product, read_all
from tests.factories.shop import CategoryFactory, ReviewFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/ai/aspect/"


@pytest.fixture
def product() -> Product:
    made = make_product()
    read_all()
    return made


def act(client: Client, action: str, *aspects: Aspect) -> str:
    data: dict[str, Any] = {"action": action, "_selected_action": [each.pk for each in aspects]}
    return client.post(LIST, data, follow=True).content.decode()


def names() -> dict[str, int]:
    return {each["name"]: each["reviews"] for each in ReviewDigest.objects.get().aspects}


def test_aspects_are_merged_taken_apart_hidden_and_renamed(admin: Client, product: Product) -> None:
    zipper, fabric = (Aspect.objects.get(key=key) for key in ("zipper", "fabric"))
    before = names()
    assert "1 merged into" in act(admin, "merge", zipper, fabric)
    assert len(names()) == 1
    assert "is not part of another" in act(admin, "take_apart", zipper, fabric)
    assert names() == before
    assert "Tick two or more" in act(admin, "merge", zipper)
    other = Aspect.objects.create(key="zip", name="Zip", category=CategoryFactory())
    assert "same category" in act(admin, "merge", zipper, other)
    act(admin, "hide", fabric)
    assert set(names()) == {"Zipper"}
    act(admin, "show", fabric)
    assert names() == before
    change = reverse("admin:ai_aspect_change", args=[zipper.pk])
    assert admin.post(change, {"name": "The zip"}).status_code == 302
    assert "The zip" in names()
    assert Aspect.objects.get(pk=zipper.pk).is_by_staff
    assert admin.post(change, {"name": ""}).status_code == 200
    assert admin.get("/admin/ai/aspect/add/").status_code == 403
    assert check_digests() == []
    assert check_texts() == []


def test_the_list_costs_the_same_at_any_size(admin: Client, product: Product) -> None:
    counts = []
    for number in (0, 30):
        for each in range(number):
            Aspect.objects.create(key=f"thing {each}", name="<b>Thing</b>")
        admin.get(LIST)
        with CaptureQueriesContext(connection) as captured:
            page = admin.get(LIST).content.decode()
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert "<b>Thing" not in page


def test_stars_that_words_contradict_are_listed(admin: Client, product: Product) -> None:
    review = ReviewFactory(
        product=product,
        rating=5,
        title="<i>Five</i>",
        body="I hate it. Terrible quality, it broke at once and I returned it. Awful.",
    )
    bring_up_to_date([review.pk])
    assert ReviewReading.objects.get(review=review).is_contradictory
    page = admin.get("/admin/ai/reviewreading/").content.decode()
    assert f"/admin/shop/review/{review.pk}/change/" in page
    assert "5 of 5 stars" in page
    assert page.count("admin-review-text") == 1
    assert "<i>Five" not in page
    assert admin.post("/admin/ai/reviewreading/add/").status_code == 403


def test_months_are_counted_and_drawn(admin: Client, product: Product) -> None:
    months = count_months()
    assert len(months) == 24
    readings = ReviewReading.objects
    assert months[-1].reviews == readings.count() == 5
    assert months[-1].positive == readings.filter(label=1).count()
    assert months[-1].negative == readings.filter(label=-1).count()
    assert sum(each.reviews for each in months[:-1]) == 0
    elsewhere = CategoryFactory(slug="elsewhere", name="<b>Elsewhere</b>")
    assert count_months(elsewhere)[-1].reviews == 0
    assert count_months(product.category)[-1].reviews == 5
    page = admin.get("/admin/reviews/sentiment/").content.decode()
    assert page.count('<svg class="chart-columns"') == 3
    assert f"{100 * months[-1].positive / 5:.0f} %" in page
    assert "<b>Elsewhere" not in page
    assert (
        "0 published reviews"
        in admin.get("/admin/reviews/sentiment/?category=elsewhere").content.decode()
    )


def test_others_are_refused(staff: User, shopper: User) -> None:
    for path in (LIST, "/admin/ai/reviewreading/", "/admin/reviews/sentiment/"):
        assert signed_in(staff).get(path).status_code == 403
        assert signed_in(shopper).get(path).status_code == 302
