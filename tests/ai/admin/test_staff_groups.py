"""What the shop's groups of staff may do with search and recommendations."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from shop.services.staff_groups import STAFF_GROUPS, ensure_groups

pytestmark = pytest.mark.django_db

GIVEN = apps.get_app_config("ai").staff_permissions  # type: ignore[attr-defined]


def test_only_groups_that_there_are_get_permissions_that_there_are() -> None:
    known = set(
        Permission.objects.filter(content_type__app_label="ai").values_list("codename", flat=True)
    )
    assert set(GIVEN) <= set(STAFF_GROUPS)
    assert {name: names - known for name, names in GIVEN.items() if names - known} == {}


def test_a_new_group_has_them_besides_the_shops() -> None:
    ensure_groups()
    for name in STAFF_GROUPS:
        held = Group.objects.get(name=name).permissions
        of_ai = set(held.filter(content_type__app_label="ai").values_list("codename", flat=True))
        assert of_ai == GIVEN.get(name, frozenset()), name
        assert held.count() == len(of_ai) + len(STAFF_GROUPS[name])
