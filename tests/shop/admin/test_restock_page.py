"""The report of what runs out, on its page and as CSV."""

import csv
import io

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from shop.models import User
from tests.factories.shop import CategoryFactory, OrderFactory, OrderLineFactory, VariantFactory
from tests.shop.admin.conftest import signed_in

pytestmark = pytest.mark.django_db
PAGE, CSV = "/admin/restock/", "/admin/restock/export.csv"


def rows_of(response: object) -> list[list[str]]:
    text = b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]
    return list(csv.reader(io.StringIO(text)))


def test_the_page_narrows_down_and_leads_to_the_variant(admin: Client) -> None:
    category = CategoryFactory(name="Tents")
    out = VariantFactory(sku="OUT-1", stock=0, product__category=category)
    VariantFactory(sku="OTHER", stock=0)
    low = VariantFactory(sku="LOW-1", stock=2, product__category=category)
    OrderLineFactory(order=OrderFactory(line=None), variant=low, quantity=30)
    page = admin.get(PAGE, {"category": category.path, "state": "out"}).content.decode()
    assert f"/admin/shop/variant/{out.pk}/change/" in page
    assert "LOW-1" not in page
    assert "OTHER" not in page
    assert "LOW-1" in admin.get(PAGE, {"within_days": "14"}).content.decode()


@pytest.mark.parametrize(
    "query",
    [
        *({"within_days": value} for value in ("0", "-1", "x", "9" * 30, "")),
        *({"page": value} for value in ("0", "-1", "99", "9" * 30, "x")),
        *({"category": "' OR 1=1 --"}, {"state": "\x00"}),
    ],
)
def test_whatever_is_asked_the_page_answers(admin: Client, query: dict[str, str]) -> None:
    VariantFactory(sku="OUT-1", stock=0)
    assert "OUT-1" in admin.get(PAGE, query).content.decode()


def test_pages_keep_what_was_asked(admin: Client) -> None:
    for number in range(51):
        VariantFactory(sku=f"V-{number:02}", stock=0)
    page = admin.get(PAGE, {"within_days": "20"}).content.decode()
    assert "?within_days=20&amp;page=2" in page
    assert "V-50" in admin.get(PAGE, {"page": "2"}).content.decode()


def test_the_csv_has_numbers_and_no_formula(admin: Client) -> None:
    variant = VariantFactory(sku="=1+1", stock=0, product__title="+cmd|' /C calc'!A0")
    OrderLineFactory(order=OrderFactory(line=None), variant=variant, quantity=9)
    head, row = rows_of(admin.get(CSV))
    assert head[0] == "sku"
    assert row == ["'=1+1", "'+cmd|' /C calc'!A0", "", row[3], "0", "9", "0.0", "3"]


def test_the_report_is_for_those_who_see_variants(staff: User) -> None:
    for address in (PAGE, CSV):
        assert signed_in(staff).get(address).status_code == 403
    staff.user_permissions.set(Permission.objects.filter(codename="view_variant"))
    for address in (PAGE, CSV):
        assert signed_in(staff).get(address).status_code == 200
