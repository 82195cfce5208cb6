"""The front page of another moment: staff see it, nobody else does."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from shop.models import HomeSection
from tests.factories.shop import HomeSectionFactory, UserFactory
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def staff() -> Client:
    user = UserFactory(is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_homesection"))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture(autouse=True)
def sections() -> None:
    HomeSectionFactory(title="Now", ends_at=timezone.now() + DAY)
    HomeSectionFactory(title="Later", starts_at=timezone.now() + DAY)
    HomeSectionFactory(title="Draft", is_published=False)
    HomeSectionFactory(title="Later notice", kind="notice", starts_at=timezone.now() + DAY)


def titles(client: Client, **query: str) -> list[str]:
    response = client.get("/preview/", query)
    assert response.status_code == 200
    return Markup(response).texts("h2", class_="story__title")


def test_a_moment_is_shown_as_it_will_be(staff: Client) -> None:
    later = f"{timezone.localtime() + 2 * DAY:%Y-%m-%dT%H:%M}"
    assert titles(staff) == ["Now"]
    assert titles(staff, at=later) == ["Later"]
    assert titles(staff, at=later, drafts="1") == ["Later", "Draft"]
    notices = Markup(staff.get("/preview/", {"at": later})).texts("aside", class_="notice-bar")
    assert notices == ["Later notice"]


@pytest.mark.parametrize("at", ["", "x", "2026-02-31T10:00", "9999999-01-01T00:00", "\x00"])
def test_nonsense_is_the_present(staff: Client, at: str) -> None:
    assert titles(staff, at=at) == ["Now"]


def test_the_page_itself_does_not_change(staff: Client) -> None:
    titles(staff, at=f"{timezone.localtime() + 2 * DAY:%Y-%m-%dT%H:%M}", drafts="1")
    assert Markup(staff.get("/")).texts("h2", class_="story__title") == ["Now"]


def test_no_cache_keeps_it_and_no_crawler_lists_it(staff: Client) -> None:
    response = staff.get("/preview/")
    assert "no-store" in response["Cache-Control"]
    assert Markup(response).one("meta", name="robots").attributes["content"] == "noindex"


def test_visitors_and_shoppers_are_sent_to_the_login() -> None:
    shopper = Client()
    shopper.force_login(UserFactory())
    for client in (Client(), shopper):
        response = client.get("/preview/?drafts=1")
        assert response.status_code == 302
        assert "Draft" not in response.content.decode()


def test_staff_need_the_permission_to_see_sections() -> None:
    client = Client()
    client.force_login(UserFactory(is_staff=True))
    assert client.get("/preview/").status_code == 403


def test_it_is_only_looked_at(staff: Client) -> None:
    before = list(HomeSection.objects.values())
    assert staff.post("/preview/").status_code == 405
    assert list(HomeSection.objects.values()) == before
