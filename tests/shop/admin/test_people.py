"""Accounts that sign in by e-mail address, and who may hand out powers."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from shop.models import User
from tests.factories.shop import UserFactory
from tests.shop.admin.conftest import signed_in

pytestmark = pytest.mark.django_db
GOOD = "a long enough phrase 7"


@pytest.fixture
def manager(staff: User) -> Client:
    """A member of staff who may add and change accounts, and no more."""
    for verb in ("view", "add", "change", "delete"):
        staff.user_permissions.add(Permission.objects.get(codename=f"{verb}_user"))
    return signed_in(staff)


def new(client: Client, **more: Any) -> Any:
    data = {"email": "New@Example.com", "usable_password": "true", **more}
    data |= {"password1": GOOD, "password2": GOOD}
    return client.post(reverse("admin:shop_user_add"), data)


def test_a_new_account_signs_in_by_its_address(admin: Client) -> None:
    assert new(admin, first_name="Ada", is_staff="on").status_code == 302
    user = User.objects.get(email="new@example.com")
    assert user.check_password(GOOD)
    assert user.is_staff
    assert Client().login(username="NEW@example.com", password=GOOD)


def test_a_second_account_of_an_address_is_refused_whatever_its_case(admin: Client) -> None:
    UserFactory(email="new@example.com")
    assert new(admin).status_code == 200
    assert User.objects.filter(email__iexact="new@example.com").count() == 1


def test_two_different_passwords_are_refused(admin: Client) -> None:
    data = {"email": "x@example.com", "usable_password": "true", "password1": GOOD}
    page = admin.post(reverse("admin:shop_user_add"), {**data, "password2": "another"})
    assert page.status_code == 200
    assert not User.objects.filter(email="x@example.com").exists()


def test_staff_cannot_make_superusers_or_staff(manager: Client) -> None:
    assert new(manager, is_staff="on", is_superuser="on").status_code == 302
    user = User.objects.get(email="new@example.com")
    assert (user.is_staff, user.is_superuser) == (False, False)


def test_staff_cannot_give_themselves_powers(manager: Client, staff: User) -> None:
    address = reverse("admin:shop_user_change", args=[staff.pk])
    everything = [str(pk) for pk in Permission.objects.values_list("pk", flat=True)]
    data = {"email": staff.email, "is_active": "on", "is_superuser": "on", "first_name": "Eve"}
    assert manager.post(address, {**data, "user_permissions": everything}).status_code == 302
    staff.refresh_from_db()
    assert staff.first_name == "Eve"
    assert not staff.is_superuser
    assert staff.user_permissions.count() == 4


def test_staff_cannot_touch_superusers(manager: Client) -> None:
    boss = UserFactory(staff=True)
    password = boss.password
    change = reverse("admin:auth_user_password_change", args=[boss.pk])
    data = {"password1": GOOD, "password2": GOOD, "usable_password": "true"}
    assert manager.post(change, data).status_code == 403
    address = reverse("admin:shop_user_change", args=[boss.pk])
    assert manager.post(address, {"email": "mine@example.com"}).status_code == 403
    delete = reverse("admin:shop_user_delete", args=[boss.pk])
    assert manager.post(delete, {"post": "yes"}).status_code == 403
    boss.refresh_from_db()
    assert boss.password == password


def test_staff_cannot_delete_superusers_among_many(manager: Client) -> None:
    boss, person = UserFactory(staff=True), UserFactory()
    data = {
        "action": "delete_selected",
        "_selected_action": [str(boss.pk), str(person.pk)],
        "post": "yes",
    }
    manager.post(reverse("admin:shop_user_changelist"), data)
    assert User.objects.filter(pk=boss.pk).exists()
