"""Questions with answers on a product's page."""

import pytest
from django.test import Client

from shop.models import Category, Product
from tests.factories.shop import CategoryFactory, FaqEntryFactory, ProductFactory
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def camp() -> Category:
    return CategoryFactory(name="Camp", slug="camp")


@pytest.fixture
def tents(camp: Category) -> Category:
    return CategoryFactory(name="Tents", slug="tents", parent=camp)


def ask(question: str, *categories: Category, position: int = 0, **fields: bool) -> None:
    entry = FaqEntryFactory(question=question, position=position, on_products=True, **fields)
    entry.categories.set(categories)


def asked(client: Client, product: Product) -> list[str]:
    page = Markup(client.get(product.get_absolute_url()))
    return [each.text for each in page.find("summary") if each.text.endswith("?")]


def test_shows_what_is_asked_of_its_shelf_first_then_what_is_asked_of_all(
    client: Client, camp: Category, tents: Category
) -> None:
    ask("How long does it take?")
    ask("Does it leak?", tents, position=9)
    ask("Fit for winter?", camp, position=8)
    ask("How loud is it?", CategoryFactory())
    ask("In draft?", tents, is_published=False)
    FaqEntryFactory(question="Elsewhere?").categories.set([tents])
    tent = ProductFactory(category=tents)
    assert asked(client, tent) == ["Fit for winter?", "Does it leak?", "How long does it take?"]
    assert asked(client, ProductFactory(category=camp)) == [
        "Fit for winter?",
        "How long does it take?",
    ]
    assert asked(client, ProductFactory(category=None)) == ["How long does it take?"]


def test_a_category_that_begins_alike_is_another(client: Client, camp: Category) -> None:
    """The eleventh child's path is the beginning of nobody's."""
    children = [CategoryFactory(parent=Category.objects.get(pk=camp.pk)) for _ in range(3)]
    ask("Of the second?", children[1])
    assert asked(client, ProductFactory(category=children[0])) == []
    assert asked(client, ProductFactory(category=children[1])) == ["Of the second?"]


def test_six_at_most_with_a_link_to_the_rest(client: Client, tents: Category) -> None:
    for number in range(9):
        ask(f"Question {number}?", tents, position=number)
    tent = ProductFactory(category=tents)
    assert asked(client, tent) == [f"Question {number}?" for number in range(6)]
    page = Markup(client.get(tent.get_absolute_url()))
    (link,) = [each for each in page.find("a") if each.text == "All questions and answers"]
    assert link.attributes["href"] == "/faq/"


def test_a_question_of_two_fitting_categories_stands_once(
    client: Client, camp: Category, tents: Category
) -> None:
    ask("Once?", camp, tents)
    assert asked(client, ProductFactory(category=tents)) == ["Once?"]


def test_without_questions_there_is_no_heading(client: Client) -> None:
    FaqEntryFactory()
    page = Markup(client.get(ProductFactory().get_absolute_url()))
    assert "Often asked" not in page.texts("h2")


def test_answers_are_made_safe(client: Client) -> None:
    FaqEntryFactory(answer="**Two** days <script>alert(1)</script>", on_products=True)
    page = Markup(client.get(ProductFactory().get_absolute_url()))
    assert page.one("div", class_="question__answer").text == "Two days"
    assert page.active_content() == []
