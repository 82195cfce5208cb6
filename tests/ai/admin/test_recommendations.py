"""Recommendations in the admin: how they do, why one is there, rules, runs, experiments."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ai.models import (
    BoxExperiment,
    LoggedBox,
    RecommendationGeneration,
    RecommendationJob,
    RecommendationRule,
)
from ai.recommendations.generations import live_generation
from ai.recommendations.service import together
from shop.models import Order, Product, User
from tests.ai.admin.conftest import signed_in
from tests.ai.recommendations.conftest import Camp, give_past, make_camp, run_all

pytestmark = pytest.mark.django_db
PAGE = "/admin/recommendations/"
WHY = "/admin/recommendations/why/"
RULES = "/admin/ai/recommendationrule/"


@pytest.fixture
def camp(db: None) -> Camp:
    """Return the small shop with a past, and lists made of it."""
    made = make_camp()
    give_past(made)
    run_all()
    return made


def page(client: Client, address: str = PAGE, **data: Any) -> str:
    response = client.get(address, data)
    assert response.status_code == 200
    return response.content.decode()


def test_before_anything_the_page_says_so(admin: Client) -> None:
    text = page(admin)
    for words in ("no lists yet", "No run yet", "No box was in view", "None yet."):
        assert words in text


def test_freshness_coverage_and_what_came_of_boxes(admin: Client, camp: Camp) -> None:
    LoggedBox.objects.create(
        id=uuid4(), at=timezone.now(), visitor="v", kind="together", shown=camp.ids("pegs")
    )
    text = page(admin)
    assert "fresh" in text
    assert "100.0 %" in text  # every product is shown in some “similar”
    assert "45.5 %" in text  # five of eleven are bought with something
    assert "Bought together" in text
    RecommendationGeneration.objects.update(as_of=timezone.now() - timedelta(days=3))
    assert "admin-state-bad" in page(admin, f"{PAGE}live/")


def test_a_run_is_started_once_and_cancelled(admin: Client, camp: Camp) -> None:
    assert "is started" in admin.post(f"{PAGE}run/", follow=True).content.decode()
    job = RecommendationJob.objects.first()
    assert job is not None
    assert (job.status, job.created_by_id is not None) == ("queued", True)
    assert "is queued already" in admin.post(f"{PAGE}run/", follow=True).content.decode()
    assert "Cancel" in page(admin, f"{PAGE}live/")
    admin.post(f"{PAGE}{job.pk}/cancel/")
    job.refresh_from_db()
    assert job.status == "cancelled"
    nothing = admin.post(f"{PAGE}run/", {"scope": "changed"}, follow=True).content.decode()
    assert "Nothing has changed" in nothing
    assert admin.post(f"{PAGE}run/", {"scope": "moon"}).status_code == 302
    assert RecommendationJob.objects.filter(status="queued").count() == 0


def test_going_back_asks_first(admin: Client, camp: Camp) -> None:
    first = live_generation()
    assert first is not None
    run_all()
    address = f"{PAGE}generations/{first.pk}/live/"
    assert "Go back to generation" in admin.post(address).content.decode()
    assert live_generation() != first
    admin.post(address, {"confirmed": "yes"})
    assert live_generation() == first


def test_why_shows_the_orders_and_the_words(admin: Client, camp: Camp) -> None:
    assert "Tarn 2 tent" in page(admin, WHY, q="tarn 2")
    assert "No published product" in page(admin, WHY, q="moonboots")
    text = page(admin, WHY, product=camp.id("tarn-2"), kind="together")
    assert "Bought with Tarn 2 tent in 6 orders" in text
    both = Order.objects.filter(lines__product=camp.id("tarn-2")).filter(
        lines__product=camp.id("pegs")
    )
    shown = [order.number for order in both if f">{order.number}<" in text]
    assert len(shown) >= 5
    alike = page(admin, WHY, product=camp.id("tarn-2"), kind="similar")
    assert "Words both have" in alike
    assert "tent" in alike
    for kind in ("complements", "trending", "new", "nonsense"):
        page(admin, WHY, product=camp.id("tarn-2"), kind=kind)


def test_why_costs_the_same_queries_for_more(admin: Client, camp: Camp) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            page(admin, WHY, product=camp.id("tarn-2"), kind="similar")
        return len(queries)

    count()
    many = count()
    kept = camp.ids("tarn-1", "tarn-2", "tarn-3")
    Product.objects.exclude(pk__in=kept).update(status="draft")
    assert count() - many in {0, 1, 2}  # a shorter box goes on to the lists of the shelf
    assert many <= 20


FIELDS = {
    "effect": "exclude",
    "box": "together",
    "position": 1,
    "is_active": "on",
    "starts_at_0": "",
    "starts_at_1": "",
    "ends_at_0": "",
    "ends_at_1": "",
    "note": "",
}


def test_a_rule_is_looked_at_saved_undone_and_restored(admin: Client, camp: Camp) -> None:
    tent, pegs = camp.id("tarn-2"), camp.id("pegs")
    form = {**FIELDS, "product": pegs, "subject": tent}
    looked = admin.post(f"{RULES}add/", {**form, "_preview": "1"})
    assert RecommendationRule.objects.count() == 0
    text = looked.content.decode()
    assert "Bought together beside tarn 2 tent" in text
    assert '<li class="rule-gone">Pegs for tents</li>' in text
    admin.post(f"{RULES}add/", form)
    rule = RecommendationRule.objects.get()
    assert rule.author is not None
    assert pegs not in together(tent).ids
    assert "leaves out" in page(admin, RULES)
    admin.post(f"/admin/search/rules/recommendationrule/{rule.pk}/undo/")
    assert pegs in together(tent).ids
    admin.post(f"{RULES}{rule.pk}/delete/", {"post": "yes"})
    assert not RecommendationRule.objects.exists()
    assert "never show it: Pegs for tents" in page(admin, RULES)
    admin.post(f"/admin/search/rules/recommendationrule/{rule.pk}/restore/")
    assert RecommendationRule.objects.get().is_active is False


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"box": "trending"}, "does not stand beside a product"),
        ({"subject": "same"}, "never shown beside itself"),
        ({"effect": "pin", "position": 13}, "less than or equal to 12"),
        ({"effect": "pin", "position": 2}, "stands at this place already"),
        ({"effect": "pin", "position": 3}, "is excluded there by another rule"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    admin: Client, camp: Camp, fields: dict[str, Any], text: str
) -> None:
    tent, pegs = camp.products["tarn-2"], camp.products["pegs"]
    made = RecommendationRule.objects.create
    made(effect="pin", box="together", subject=tent, product=camp.products["mug"], position=2)
    made(effect="exclude", box="together", subject=tent, product=pegs)
    form = {**FIELDS, "product": pegs.pk, "subject": tent.pk, **fields}
    if form["subject"] == "same":
        form["subject"] = pegs.pk
    assert text in admin.post(f"{RULES}add/", form).content.decode()
    assert RecommendationRule.objects.count() == 2


def test_an_experiment_from_draft_to_verdict(admin: Client, camp: Camp) -> None:
    form = {
        "name": "Popular first",
        "box": "similar",
        "control": "blend",
        "treatment": "popular",
        "percent": 50,
    }
    admin.post("/admin/ai/boxexperiment/add/", form)
    made = BoxExperiment.objects.get()
    address = f"{PAGE}experiments/{made.pk}/"
    assert "is running" in admin.post(f"{address}begin/", follow=True).content.decode()
    text = page(admin)
    assert "B: what is popular" in text
    assert "No difference that chance would not make as well." in text
    # What is measured is not changed any more.
    assert admin.post(f"/admin/ai/boxexperiment/{made.pk}/change/", form).status_code == 403
    assert "Yes, end it" in admin.post(f"{address}end/").content.decode()
    admin.post(f"{address}end/", {"confirmed": "yes"})
    made.refresh_from_db()
    assert made.status == "ended"
    twice = {**form, "treatment": "blend"}
    refused = admin.post("/admin/ai/boxexperiment/add/", twice).content.decode()
    assert "Choose two different ways." in refused


def test_staff_without_the_permission_see_nothing(staff: User) -> None:
    client = signed_in(staff)
    for address in (PAGE, f"{PAGE}live/", WHY, RULES, "/admin/ai/boxexperiment/"):
        assert client.get(address).status_code == 403
    for address in (f"{PAGE}run/", f"{PAGE}1/cancel/", f"{PAGE}experiments/1/begin/"):
        assert client.post(address).status_code == 403
