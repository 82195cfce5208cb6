"""The Embeddings page in Chromium, with JavaScript and without."""

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from ai.models import EmbeddingJob
from shop.models import User
from tests.factories.ai import make_space
from tests.factories.shop import ProductFactory
from tests.functional.conftest import browser  # noqa: F401
from tests.shop.admin.browsing import Desk, at_desk, desk  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = reverse("ai-embeddings")


def test_coverage_comes_by_itself_and_the_job_moves_before_your_eyes(at_desk: Desk) -> None:  # noqa: F811
    space = make_space()
    ProductFactory.create_batch(3)
    job = EmbeddingJob.objects.create(
        space=space, scope="all", status="running", total=100, done=10, busy_seconds=1
    )
    page = at_desk.open(PAGE)
    expect(page.locator("#coverage th[scope=row]").first).to_have_text("Products")
    bar = page.get_by_role("progressbar")
    expect(bar).to_have_attribute("aria-valuenow", "10")
    EmbeddingJob.objects.filter(pk=job.pk).update(done=60)
    expect(bar).to_have_attribute("aria-valuenow", "60")
    EmbeddingJob.objects.filter(pk=job.pk).update(status="done", done=100)
    expect(page.get_by_role("button", name="Re-embed what is stale")).to_be_visible()
    page.get_by_role("button", name="Re-embed what is stale").click()
    expect(page.get_by_text("is started")).to_be_visible()
    assert EmbeddingJob.objects.count() == 2


def test_everything_asks_and_a_no_does_nothing(at_desk: Desk) -> None:  # noqa: F811
    make_space()
    page = at_desk.open(PAGE)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Re-embed everything").click()
    assert not EmbeddingJob.objects.exists()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Re-embed everything").click()
    expect(page.get_by_text("is started")).to_be_visible()
    assert EmbeddingJob.objects.get().scope == "all"


def test_all_of_it_works_without_javascript(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    superuser: User,
) -> None:
    make_space()
    ProductFactory()
    context, seat = desk(browser, live_server, superuser, js=False)
    page = seat.page
    page.goto(live_server.url + PAGE)
    page.get_by_role("link", name="Compare every document").click()
    expect(page.locator("#coverage th[scope=row]").first).to_have_text("Products")
    page.get_by_role("button", name="Re-embed everything").click()
    page.get_by_role("button", name="Yes, re-embed everything").click()
    expect(page.get_by_text("is started")).to_be_visible()
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_text("is paused.")).to_be_visible()
    page.get_by_role("link", name="Reload").click()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Yes, cancel it").click()
    assert EmbeddingJob.objects.get().status == "cancelled"
    context.close()
