"""The lists of what the programs keep: seen by those who may, changed by nobody."""

from typing import Any

import pytest
from django.contrib import admin as django_admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ai.models import EmbeddingFailure, EmbeddingJob, EmbeddingSpace, OutboxEntry
from shop.models import User
from tests.ai.admin.conftest import signed_in
from tests.factories.ai import make_space
from tests.factories.shop import UserFactory

pytestmark = pytest.mark.django_db
LISTED = ["embeddingspace", "embeddingjob", "embeddingfailure", "outboxentry"]
# What staff write, or work through: test_rules.py, test_explain_and_lab.py, test_reviews.py,
# test_recommendations.py, tests of analytics.
WRITTEN = {
    *("synonymrule", "pinrule", "boostrule", "redirectrule", "judgement", "stockrequest"),
    *("recommendationrule", "boxexperiment", "aspect", "reviewreading"),
}


def make(name: str, number: int = 0) -> Any:
    if name == "outboxentry":
        return OutboxEntry.objects.create(kind="product", object_id=number)
    space = make_space(f"space {number}") if not number else _first_space()
    if name == "embeddingspace":
        return space
    if name == "embeddingjob":
        return EmbeddingJob.objects.create(
            space=space, scope="all", status="done", created_by=UserFactory()
        )
    return EmbeddingFailure.objects.create(
        space=space, kind="product", object_id=number, error="refused"
    )


def _first_space() -> Any:
    return EmbeddingSpace.objects.get()


def test_every_list_of_ai_is_covered_here() -> None:
    registered = {
        model._meta.model_name
        for model in django_admin.site._registry
        if model._meta.app_label == "ai"
    }
    assert registered == {*LISTED, *WRITTEN}


@pytest.mark.parametrize("name", LISTED)
def test_a_superuser_looks_and_changes_nothing(admin: Client, name: str) -> None:
    thing = make(name)
    base = f"admin:ai_{name}"
    assert admin.get(reverse(f"{base}_changelist")).status_code == 200
    assert admin.get(reverse(f"{base}_change", args=[thing.pk])).status_code == 200
    assert admin.get(reverse(f"{base}_add")).status_code == 403
    assert admin.post(reverse(f"{base}_change", args=[thing.pk]), {}).status_code == 403
    assert admin.post(reverse(f"{base}_delete", args=[thing.pk]), {"post": "y"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [str(thing.pk)], "post": "yes"}
    admin.post(reverse(f"{base}_changelist"), data)
    assert type(thing).objects.filter(pk=thing.pk).exists()


@pytest.mark.parametrize("name", LISTED)
def test_staff_without_permission_is_refused(staff: User, shopper: User, name: str) -> None:
    address = reverse(f"admin:ai_{name}_changelist")
    assert signed_in(staff).get(address).status_code == 403
    assert signed_in(shopper).get(address).status_code == 302


def test_a_space_does_not_show_the_options_of_its_backend(admin: Client) -> None:
    space = make("embeddingspace")
    space.options = {"api_key": "a-secret"}
    space.save()
    page = admin.get(reverse("admin:ai_embeddingspace_change", args=[space.pk]))
    assert b"a-secret" not in page.content


@pytest.mark.parametrize("name", ["embeddingjob", "embeddingfailure", "outboxentry"])
def test_lists_read_the_same_number_of_queries_at_any_size(admin: Client, name: str) -> None:
    address = reverse(f"admin:ai_{name}_changelist")
    counts = []
    for numbers in (range(5), range(5, 50)):
        for number in numbers:
            make(name, number)
        admin.get(address)
        with CaptureQueriesContext(connection) as captured:
            admin.get(address)
        counts.append(len(captured))
    assert counts[0] == counts[1]
