"""What visitors see when a page cannot be shown: words, and a way on."""

from typing import Any

import pytest
from django.apps import apps
from django.template import TemplateDoesNotExist
from django.test import Client, RequestFactory

from shop.views.errors import server_error
from tests.factories.shop import CategoryFactory, ProductFactory, UserFactory
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db


def test_a_page_that_is_not_there_offers_a_search_and_the_departments(client: Client) -> None:
    CategoryFactory(name="Camp", slug="camp")
    response = client.get("/nowhere/")
    assert response.status_code == 404
    page = Markup(response)
    # Without the ai app there is no search to offer.
    searches = [
        form.attributes["action"] for form in page.find("form", class_="error-page__search")
    ]
    assert searches == (["/search/"] if apps.is_installed("ai") else [])
    assert page.texts("a", class_="chip") == ["Camp", "What is new", "Everything"]
    assert page.active_content() == []


def refused(path: str, referer: str = "") -> Any:
    client = Client(enforce_csrf_checks=True)
    return client.post(path, headers={"Referer": referer} if referer else {})


def test_a_form_without_its_mark_is_answered_in_words(db: None) -> None:
    product = ProductFactory(slug="tent")
    path = f"/p/{product.slug}/review/"
    response = refused(path, "http://testserver/p/tent/review/")
    assert response.status_code == 403
    page = Markup(response)
    assert page.texts("h1") == ["This form has waited too long"]
    assert page.one("a", class_="error-page__back").attributes["href"] == path
    assert product.reviews.count() == 0


@pytest.mark.parametrize(
    "referer", ["", "https://evil.example/p/tent/", "http://testserver//evil.example/", "nonsense"]
)
def test_it_leads_back_to_this_shop_only(referer: str) -> None:
    ProductFactory(slug="tent")
    page = Markup(refused("/p/tent/review/", referer))
    assert list(page.find("a", class_="error-page__back")) == []


def test_programs_get_a_problem_document(client: Client) -> None:
    response = refused("/api/v1/nothing/")
    assert "html" not in response["Content-Type"]


def test_who_may_not_is_told_whether_signing_in_helps(rf: RequestFactory) -> None:
    guest, member = Client(), Client()
    member.force_login(UserFactory(is_staff=True))
    response = member.get("/preview/")
    assert response.status_code == 403
    assert "not yours to see" in response.content.decode()
    assert guest.get("/preview/").status_code == 302


def test_the_page_of_a_failure_needs_nothing_of_the_shop(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise TemplateDoesNotExist("context processors are not to run")

    monkeypatch.setattr("shop.context_processors.shop", fail)
    monkeypatch.setattr("django.db.backends.utils.CursorWrapper.execute", fail)
    response = server_error(rf.get("/"))
    page = Markup(response)
    assert response.status_code == 500
    assert [each.attributes["href"] for each in page.find("link")] == ["/static/css/broken.css"]
    assert list(page.find("script")) == []
    assert page.active_content() == []
