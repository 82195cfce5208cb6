"""Content pages, questions, errors, robots and the sitemap."""

import pytest
from django.test import Client, RequestFactory

from shop.models import Product
from shop.views.errors import server_error
from tests.factories.shop import CategoryFactory, FaqEntryFactory, PageFactory, ProductFactory
from tests.shop.views.markup import Markup


@pytest.mark.django_db
class TestPages:
    def test_markdown_is_rendered(self, client: Client) -> None:
        PageFactory(slug="shipping", title="Shipping", summary="Soon.", body="# How\n\n**Fast**")
        page = Markup(client.get("/pages/shipping/"))
        assert page.texts("h1") == ["Shipping"]
        assert "How" in page.texts("h2")
        assert page.texts("strong") == ["Fast"]
        assert page.one("p", class_="column__lede").text == "Soon."

    def test_the_page_is_marked_among_the_others(self, client: Client) -> None:
        PageFactory(slug="a", title="A", position=1)
        PageFactory(slug="b", title="B", position=2)
        page = Markup(client.get("/pages/b/"))
        assert page.one("a", aria_current="page").text == "B"

    def test_unpublished_and_unknown_pages_are_not_found(self, client: Client) -> None:
        PageFactory(slug="draft", is_published=False)
        assert client.get("/pages/draft/").status_code == 404
        assert client.get("/pages/nothing/").status_code == 404


@pytest.mark.django_db
class TestQuestions:
    def test_grouped_by_topic_with_anchors(self, client: Client) -> None:
        FaqEntryFactory(topic="Returns", question="How?", answer="By *post*.", slug="how")
        FaqEntryFactory(topic="Delivery", question="When?", slug="when", position=2)
        FaqEntryFactory(topic="Delivery", question="Where?", slug="where", position=1)
        FaqEntryFactory(topic="Secret", question="Why?", is_published=False)
        page = Markup(client.get("/faq/"))
        assert page.texts("h2")[:2] == ["Delivery", "Returns"]
        assert page.texts("summary") == ["Where?", "When?", "How?"]
        assert [each.attributes["id"] for each in page.find("details")] == ["where", "when", "how"]
        assert page.texts("em") == ["post"]

    def test_without_questions_it_says_so(self, client: Client) -> None:
        assert "No questions yet" in client.get("/faq/").content.decode()


@pytest.mark.django_db
class TestErrors:
    def test_not_found_leads_back(self, client: Client) -> None:
        CategoryFactory(name="Camp", slug="camp")
        response = client.get("/nothing/here/")
        assert response.status_code == 404
        page = Markup(response)
        assert page.texts("h1") == ["This pane is empty"]
        assert {"/", "/c/", "/c/camp/"} <= {each.attributes.get("href") for each in page.find("a")}

    def test_forbidden(self) -> None:
        product = ProductFactory()
        response = Client(enforce_csrf_checks=True, raise_request_exception=False).post(
            f"{product.get_absolute_url()}review/"
        )
        assert response.status_code == 403


def test_the_page_for_a_broken_shop_needs_no_database(rf: RequestFactory) -> None:
    # No django_db mark: a query would fail the test.
    response = server_error(rf.get("/"))
    assert response.status_code == 500
    page = Markup(response)
    assert page.texts("h1") == ["A pane broke on our side"]
    assert page.active_content() == []


@pytest.mark.django_db
class TestForCrawlers:
    def test_robots_name_the_sitemap(self, client: Client) -> None:
        response = client.get("/robots.txt")
        assert response["Content-Type"] == "text/plain; charset=utf-8"
        lines = response.content.decode().splitlines()
        assert lines[0] == "User-agent: *"
        assert "Disallow: /admin/" in lines
        assert "Sitemap: http://testserver/sitemap.xml" in lines

    def test_the_sitemap_lists_what_is_published(self, client: Client) -> None:
        ProductFactory(slug="shown", category=CategoryFactory(slug="camp"))
        ProductFactory(slug="hidden", status=Product.Status.DRAFT)
        PageFactory(slug="about")
        PageFactory(slug="draft", is_published=False)
        index = client.get("/sitemap.xml").content.decode()
        sections = ["fixed", "categories", "products", "pages"]
        assert all(f"http://testserver/sitemap-{each}.xml" in index for each in sections)
        text = "".join(client.get(f"/sitemap-{each}.xml").content.decode() for each in sections)
        for path in ("/", "/c/", "/faq/", "/c/camp/", "/p/shown/", "/pages/about/"):
            assert f"<loc>http://testserver{path}</loc>" in text
        assert "hidden" not in text
        assert "draft" not in text

    def test_lists_under_filters_are_not_indexed(self, client: Client) -> None:
        ProductFactory()
        assert not list(Markup(client.get("/c/")).find("meta", name="robots"))
        page = Markup(client.get("/c/?stock=true"))
        assert page.one("meta", name="robots").attributes["content"] == "noindex, follow"
