"""The Embeddings page: what it shows, its buttons, and two clicks that make one job."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ai.models import EmbeddingFailure, EmbeddingJob, EmbeddingSpace, OutboxEntry
from shop.models import Product, User
from tests.ai.admin.conftest import signed_in
from tests.conftest import eventually
from tests.factories.ai import make_space
from tests.factories.shop import PageFactory, ProductFactory, ReviewFactory

PAGE = reverse("ai-embeddings")
START = reverse("ai-embeddings-start")
CONFIRMED = {"confirmed": "yes"}


def start(client: Client, space: EmbeddingSpace, scope: str = "stale", **more: str) -> Any:
    return client.post(START, {"space": space.pk, "scope": scope, **more}, follow=True)


def text(client: Client, address: str = PAGE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def job(space: EmbeddingSpace, **more: Any) -> EmbeddingJob:
    return EmbeddingJob.objects.create(space=space, scope="stale", **more)


@pytest.mark.django_db
def test_without_a_space_the_page_says_what_to_do(admin: Client) -> None:
    assert "No space is live yet" in text(admin)


@pytest.mark.django_db
def test_the_page_names_the_live_model_and_leaves_coverage_for_later(admin: Client) -> None:
    ProductFactory()
    space = make_space("the live one")
    with CaptureQueriesContext(connection) as captured:
        page = text(admin)
    assert "the live one" in page
    assert f'hx-get="{reverse("ai-embeddings-coverage", args=[space.pk])}"' in page
    assert 'hx-trigger="load"' in page
    assert not any("content_hash" in each["sql"] for each in captured), "coverage was computed"


@pytest.mark.django_db
def test_coverage_is_reached_by_a_link_too(admin: Client) -> None:
    space = make_space()
    page = text(admin, f"{PAGE}?space={space.pk}&coverage=1")
    assert "FAQ entries" in page
    assert 'hx-trigger="load"' not in page


@pytest.mark.django_db
def test_coverage_comes_from_the_documents_as_they_are(admin: Client) -> None:
    ProductFactory.create_batch(3)
    ProductFactory(status="draft")
    space = make_space()
    response = admin.get(reverse("ai-embeddings-coverage", args=[space.pk]))
    products = response.context["rows"][0]
    assert (products["label"], products["total"], products["missing"]) == ("Products", 3, 3)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("worker")
def test_one_click_embeds_what_is_stale_and_the_page_follows(admin: Client) -> None:
    space = make_space()
    ProductFactory.create_batch(5)
    ReviewFactory()
    PageFactory()
    OutboxEntry.objects.all().delete()
    assert "is started" in start(admin, space).content.decode()
    the_job = EmbeddingJob.objects.get()
    live = reverse("ai-embeddings-live", args=[space.pk])
    eventually(lambda: "done" in text(admin, live).split("job-heading")[2], within=60)
    the_job.refresh_from_db()
    assert the_job.failed == 0
    rows = admin.get(reverse("ai-embeddings-coverage", args=[space.pk])).context["rows"]
    assert all(row["fresh"] == row["total"] for row in rows)
    assert rows[0]["fresh"] == 6

    Product.objects.filter(pk=Product.objects.first().pk).update(title="Renamed in bulk")  # type: ignore[union-attr]
    rows = admin.get(reverse("ai-embeddings-coverage", args=[space.pk])).context["rows"]
    assert (rows[0]["fresh"], rows[0]["stale"]) == (5, 1)


@pytest.mark.django_db
def test_the_second_click_is_told_kindly_about_the_first(admin: Client) -> None:
    space = make_space()
    first = start(admin, space)
    assert "is started" in first.content.decode()
    second = start(admin, space)
    assert second.status_code == 200
    assert "running in this space already" in second.content.decode()
    assert f'<a href="{PAGE}">' in second.content.decode()
    assert EmbeddingJob.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_ten_clicks_at_once_make_one_job(superuser: User) -> None:
    space = make_space()
    ready = threading.Barrier(10)
    statuses: list[int] = []

    def click() -> None:
        client = signed_in(superuser)
        ready.wait()
        try:
            statuses.append(client.post(START, {"space": space.pk, "scope": "stale"}).status_code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=click) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert statuses == [302] * 10
    assert EmbeddingJob.objects.count() == 1


@pytest.mark.django_db
def test_everything_is_asked_about_first(admin: Client) -> None:
    space = make_space()
    page = start(admin, space, "all").content.decode()
    assert "Yes, re-embed everything" in page
    assert f'name="space" value="{space.pk}"' in page
    assert not EmbeddingJob.objects.exists()
    start(admin, space, "all", **CONFIRMED)
    assert EmbeddingJob.objects.get().scope == "all"


@pytest.mark.django_db
@pytest.mark.parametrize("scope", ["selected", "", "nonsense"])
def test_an_unknown_scope_starts_nothing(admin: Client, scope: str) -> None:
    start(admin, make_space(), scope)
    assert not EmbeddingJob.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["", "x", "0", "99999999999999999999", "-1"])
def test_an_unknown_space_is_not_found(admin: Client, number: str) -> None:
    make_space()
    assert admin.post(START, {"space": number, "scope": "stale"}).status_code == 404
    assert not EmbeddingJob.objects.exists()


@pytest.mark.django_db
def test_pause_resume_and_cancel(admin: Client) -> None:
    the_job = job(make_space(), status="running", total=10, done=5)
    for act, data, status in (
        ("ai-job-pause", {}, "paused"),
        ("ai-job-resume", {}, "queued"),
        ("ai-job-cancel", {}, "queued"),
        ("ai-job-cancel", CONFIRMED, "cancelled"),
        ("ai-job-pause", {}, "cancelled"),
        ("ai-job-resume", {}, "cancelled"),
    ):
        admin.post(reverse(act, args=[the_job.pk]), data)
        the_job.refresh_from_db()
        assert the_job.status == status, act


@pytest.mark.django_db
def test_the_buttons_fit_the_state_of_the_job(admin: Client) -> None:
    space = make_space()
    assert "Re-embed what is stale" in text(admin)
    the_job = job(space, status="running", total=8, done=2)
    page = text(admin)
    assert 'aria-valuenow="25"' in page
    assert 'role="progressbar"' in page
    assert 'aria-live="polite"' in page
    assert "Pause" in page
    assert "Re-embed what is stale" not in page
    EmbeddingJob.objects.filter(pk=the_job.pk).update(status="paused")
    page = text(admin)
    assert "Resume" in page
    assert "Pause" not in page


@pytest.mark.django_db
def test_throughput_and_time_left(admin: Client) -> None:
    job(make_space(), status="running", total=700, done=100, embedded=100, busy_seconds=4.0)
    page = text(admin)
    assert "25.0 a second" in page
    assert "24 s" in page


@pytest.mark.django_db
def test_failures_are_listed_and_tried_again(admin: Client) -> None:
    space = make_space()
    for number in range(12):
        EmbeddingFailure.objects.create(
            space=space, kind="product", object_id=number, error=f"refused <{number}>"
        )
    page = text(admin)
    assert page.count("refused &lt;") == 10
    assert "All failures" in page
    admin.post(reverse("ai-embeddings-retry"), {"space": space.pk})
    assert OutboxEntry.objects.filter(kind="product").count() == 12


@pytest.mark.django_db
def test_the_outbox_and_the_worker_are_shown(admin: Client, settings: Any) -> None:
    space = make_space()
    page = text(admin)
    assert "no worker" in page
    OutboxEntry.objects.all().delete()
    entry = OutboxEntry.objects.create(kind="product", object_id=1)
    OutboxEntry.objects.filter(pk=entry.pk).update(
        created_at=timezone.now() - timedelta(minutes=5, seconds=2)
    )
    cache.set(settings.WORKER_HEARTBEAT_KEY, timezone.now().timestamp() - 3)
    page = text(admin, reverse("ai-embeddings-live", args=[space.pk]))
    assert "5 min 2 s old" in page
    assert "alive" in page
    cache.set(settings.WORKER_HEARTBEAT_KEY, timezone.now().timestamp() - 300)
    assert "no worker" in text(admin, reverse("ai-embeddings-live", args=[space.pk]))


@pytest.mark.django_db
def test_another_space_goes_live_after_a_question_and_with_its_own_permission(
    admin: Client, staff: User
) -> None:
    old = make_space("old")
    new = EmbeddingSpace.objects.create(
        name="new", backend="x", model_id="y", dimensions=8, status="ready"
    )
    address = reverse("ai-space-live", args=[new.pk])
    staff.user_permissions.add(Permission.objects.get(codename="change_embeddingjob"))
    assert signed_in(staff).post(address, CONFIRMED).status_code == 403
    assert "Make live" not in text(signed_in(staff))
    admin.post(address)
    new.refresh_from_db()
    assert new.status == "ready"
    admin.post(address, CONFIRMED)
    for space in (old, new):
        space.refresh_from_db()
    assert (old.status, new.status) == ("ready", "live")


@pytest.mark.django_db
def test_only_those_who_may_embed_get_in(staff: User, shopper: User) -> None:
    space = make_space()
    the_job = job(space, status="running")
    pages = [
        PAGE,
        reverse("ai-embeddings-live", args=[space.pk]),
        reverse("ai-embeddings-coverage", args=[space.pk]),
    ]
    buttons = [
        START,
        reverse("ai-embeddings-retry"),
        reverse("ai-space-live", args=[space.pk]),
        *(reverse(f"ai-job-{verb}", args=[the_job.pk]) for verb in ("pause", "resume", "cancel")),
    ]
    data = {"space": space.pk, "scope": "all", **CONFIRMED}
    for page in pages:
        assert signed_in(staff).get(page).status_code == 403
        assert signed_in(shopper).get(page).status_code == 302
        assert Client().get(page).status_code == 302
    for button in buttons:
        assert signed_in(staff).post(button, data).status_code == 403, button
        assert Client().post(button, data).status_code == 302, button
    the_job.refresh_from_db()
    assert the_job.status == "running"
    assert EmbeddingJob.objects.count() == 1


@pytest.mark.django_db
def test_buttons_take_posts_with_the_csrf_token_only(admin: Client, superuser: User) -> None:
    space = make_space()
    the_job = job(space, status="running")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(superuser)
    for name in ("pause", "resume", "cancel"):
        address = reverse(f"ai-job-{name}", args=[the_job.pk])
        assert admin.get(address).status_code == 405
        assert strict.post(address, CONFIRMED).status_code == 403
    assert admin.get(START).status_code == 405
    assert strict.post(START, {"space": space.pk, "scope": "stale"}).status_code == 403
    the_job.refresh_from_db()
    assert the_job.status == "running"


@pytest.mark.django_db
def test_the_page_reads_the_same_number_of_queries_at_any_size(admin: Client) -> None:
    space = make_space()
    counts = []
    for number in (5, 50):
        for each in range(number):
            EmbeddingFailure.objects.get_or_create(
                space=space, kind="page", object_id=each, defaults={"error": "x"}
            )
            job(space, status="done")
            OutboxEntry.objects.create(kind="product", object_id=each)
        admin.get(PAGE)
        with CaptureQueriesContext(connection) as captured:
            admin.get(PAGE)
        counts.append(len(captured))
    assert counts[0] == counts[1]
