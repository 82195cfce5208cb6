"""The category tree in the admin."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from shop.models import Category
from tests.factories.shop import CategoryFactory, ProductFactory

pytestmark = pytest.mark.django_db
LIST = reverse("admin:shop_category_changelist")


def tree() -> list[tuple[str, int]]:
    return list(Category.objects.order_by("path").values_list("name", "depth"))


def fields(**more: Any) -> dict[str, Any]:
    return {
        "name": "New",
        "slug": "new",
        "description": "",
        "treebeard_position": "first-child",
        "treebeard_ref_node": "",
        **more,
    }


def test_a_new_category_stands_where_the_form_says(admin: Client) -> None:
    top = CategoryFactory(name="Top")
    CategoryFactory(name="First", parent=top)
    data = fields(treebeard_position="first-child", treebeard_ref_node=top.pk)
    assert admin.post(reverse("admin:shop_category_add"), data).status_code == 302
    assert tree() == [("Top", 1), ("New", 2), ("First", 2)]
    assert Category.objects.find_problems() == ([], [], [], [], [])


def test_a_category_moves_with_what_is_below_it(admin: Client) -> None:
    one, two = CategoryFactory(name="One"), CategoryFactory(name="Two")
    child = CategoryFactory(name="Child", parent=one)
    CategoryFactory(name="Grandchild", parent=child)
    data = fields(name="Child", slug=child.slug, treebeard_ref_node=two.pk)
    address = reverse("admin:shop_category_change", args=[child.pk])
    assert admin.post(address, data).status_code == 302
    assert tree() == [("One", 1), ("Two", 1), ("Child", 2), ("Grandchild", 3)]
    assert Category.objects.find_problems() == ([], [], [], [], [])


def test_moving_up_and_down_among_siblings(admin: Client) -> None:
    for name in "ABC":
        CategoryFactory(name=name)
    names = {category.name: str(category.pk) for category in Category.objects.all()}
    admin.post(LIST, {"action": "move_up", "_selected_action": [names["B"], names["C"]]})
    assert [name for name, _ in tree()] == ["B", "C", "A"]
    admin.post(LIST, {"action": "move_down", "_selected_action": [names["B"]]})
    assert [name for name, _ in tree()] == ["C", "B", "A"]


def test_deleting_names_what_goes_along(admin: Client) -> None:
    top = CategoryFactory(name="Top")
    CategoryFactory(name="Below", parent=top)
    address = reverse("admin:shop_category_delete", args=[top.pk])
    assert "Below" in admin.get(address).content.decode()
    assert admin.post(address, {"post": "yes"}).status_code == 302
    assert not Category.objects.exists()


def test_a_category_with_products_below_it_is_not_deleted(admin: Client) -> None:
    top = CategoryFactory()
    ProductFactory(category=CategoryFactory(parent=top))
    address = reverse("admin:shop_category_delete", args=[top.pk])
    page = admin.post(address, {"post": "yes"})
    assert page.status_code == 200
    assert "protected" in page.content.decode()
    assert Category.objects.count() == 2
    data = {"action": "delete_selected", "_selected_action": [str(top.pk)], "post": "yes"}
    assert admin.post(LIST, data).status_code == 200
    assert Category.objects.count() == 2
