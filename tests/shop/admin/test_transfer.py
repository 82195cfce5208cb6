"""Import and export of lists: round trips, limits, formulas."""

import csv
import io
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from shop.admin import transfer
from shop.admin.transfer import escape_formula, unescape_formula
from shop.models import (
    Brand,
    Category,
    Coupon,
    Product,
    Review,
    ShippingRate,
    User,
    Variant,
)
from tests.factories.shop import (
    BrandFactory,
    CategoryFactory,
    CouponFactory,
    ProductFactory,
    ReviewFactory,
    ShippingRateFactory,
    VariantFactory,
)
from tests.shop.admin.conftest import signed_in

pytestmark = pytest.mark.django_db
FORMULAS = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\tx",
    "\rx",
    '=HYPERLINK("http://x")',
]


def export(admin: Client, model: str, **data: Any) -> list[dict[str, str]]:
    form = {"format": "0", "resource": "0", **data}
    response = admin.post(reverse(f"admin:shop_{model}_export"), form)
    assert response["Content-Type"] == "text/csv", response.content[:2000]
    return list(csv.DictReader(io.StringIO(response.content.decode())))


def upload(admin: Client, model: str, content: str | bytes) -> Any:
    raw = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile("rows.csv", raw, "text/csv")
    form = {"format": "0", "resource": "0", "import_file": file}
    return admin.post(reverse(f"admin:shop_{model}_import"), form)


def confirm(admin: Client, model: str, preview: Any) -> Any:
    form = preview.context["confirm_form"]
    data = {name: form.initial.get(name, "") for name in form.fields}
    return admin.post(reverse(f"admin:shop_{model}_process_import"), data)


def as_csv(rows: list[dict[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_escaped_and_read_back(formula: str) -> None:
    escaped = escape_formula(formula)
    assert escaped == f"'{formula}"
    assert unescape_formula(escaped) == formula


@pytest.mark.parametrize("number", ["-5", "+3.25", "-0.5", "12"])
def test_numbers_stay_numbers(number: str) -> None:
    assert escape_formula(number) == number


@pytest.mark.parametrize("formula", FORMULAS)
def test_an_export_holds_no_formula(admin: Client, formula: str) -> None:
    ReviewFactory(title=formula, body=formula, author_name=formula)
    (row,) = export(admin, "review")
    for column in ("title", "body", "author_name"):
        assert row[column].startswith("'")


def test_products_go_out_and_come_back_unchanged(admin: Client) -> None:
    product = ProductFactory(title="=Equal opportunities", tags=["new", "eco"])
    rows = export(admin, "product")
    assert rows[0]["brand"] == product.brand.slug
    preview = upload(admin, "product", as_csv(rows))
    totals = preview.context["result"].totals
    assert (totals["skip"], totals["update"], totals["new"], totals["error"]) == (1, 0, 0, 0)


def test_prices_and_stock_are_changed_by_sku(admin: Client) -> None:
    variant = VariantFactory(sku="A-1", price=Decimal(10), stock=1)
    preview = upload(admin, "variant", "sku,price,stock\nA-1,12.50,7\n")
    variant.refresh_from_db()
    assert variant.stock == 1, "the preview wrote"
    assert confirm(admin, "variant", preview).status_code == 302
    variant.refresh_from_db()
    assert (variant.price, variant.stock) == (Decimal("12.500"), 7)
    assert variant.history.count() == 2


def test_an_unknown_brand_stops_the_import_and_writes_nothing(admin: Client) -> None:
    preview = upload(admin, "product", "slug,title,brand\nnew,New,nobody\n")
    assert "confirm_form" not in preview.context
    assert not Product.objects.exists()


def test_new_categories_stand_in_the_tree(admin: Client) -> None:
    CategoryFactory(slug="old")
    preview = upload(admin, "category", "slug,name,description\nnew,New,\nold,Older,\n")
    assert confirm(admin, "category", preview).status_code == 302
    assert Category.objects.get(slug="new").depth == 1
    assert Category.objects.get(slug="old").name == "Older"
    assert Category.objects.find_problems() == ([], [], [], [], [])


def test_an_import_does_not_moderate(admin: Client) -> None:
    review = ReviewFactory(status="pending")
    text = f"id,reply,status\n{review.pk},Thank you,published\n"
    assert confirm(admin, "review", upload(admin, "review", text)).status_code == 302
    review.refresh_from_db()
    assert (review.reply, review.status) == ("Thank you", "pending")


def test_a_file_that_is_too_large_is_refused(admin: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(transfer, "MAX_BYTES", 20)
    page = upload(admin, "brand", "slug,name\n" + "x,y\n" * 10)
    assert "larger than" in page.content.decode()
    assert not Brand.objects.exists()


def test_too_many_rows_are_refused(admin: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(transfer, "MAX_ROWS", 2)
    page = upload(admin, "brand", "slug,name\na,A\nb,B\nc,C\n")
    assert "more than 2 rows" in page.content.decode()
    assert "confirm_form" not in page.context
    two = upload(admin, "brand", "slug,name\na,A\nb,B\n")
    assert "confirm_form" in two.context


def test_too_many_columns_are_refused(admin: Client) -> None:
    names = ["slug", "name", *(f"c{number}" for number in range(200))]
    page = upload(admin, "brand", ",".join(names) + "\n" + ",".join("x" for _ in names) + "\n")
    assert "more than 200 columns" in page.content.decode()
    assert "confirm_form" not in page.context


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"\x00\x01\x02", b"slug\n", b'"open'])
def test_rubbish_is_refused_with_a_page(admin: Client, content: bytes) -> None:
    assert upload(admin, "brand", content).status_code == 200
    assert not Brand.objects.exists()


def test_import_needs_add_and_change_and_export_needs_view(staff: User) -> None:
    BrandFactory()
    client = signed_in(staff)
    staff.user_permissions.add(Permission.objects.get(codename="view_brand"))
    assert client.get(reverse("admin:shop_brand_export")).status_code == 200
    for codename in ("add_brand", "change_brand"):
        assert client.get(reverse("admin:shop_brand_import")).status_code == 403
        staff.user_permissions.add(Permission.objects.get(codename=codename))
    assert client.get(reverse("admin:shop_brand_import")).status_code == 200


@pytest.mark.parametrize("model", ["product", "variant", "review"])
def test_an_export_reads_the_same_number_of_queries_at_any_size(
    admin: Client, model: str, django_assert_max_num_queries: Any
) -> None:
    maker: Any = {"product": ProductFactory, "variant": VariantFactory, "review": ReviewFactory}
    maker[model].create_batch(20)
    with django_assert_max_num_queries(15):
        assert len(export(admin, model)) >= 20


def test_only_selected_filters_are_exported(admin: Client) -> None:
    Review.objects.all().delete()
    ReviewFactory(status="pending", title="Waiting")
    ReviewFactory(status="published", title="Shown")
    address = reverse("admin:shop_review_export") + "?status__exact=pending"
    response = admin.post(address, {"format": "0", "resource": "0"})
    assert b"Waiting" in response.content
    assert b"Shown" not in response.content
    assert Variant.objects.exists()


def test_rates_and_codes_come_back_as_they_went(admin: Client) -> None:
    rate, coupon = ShippingRateFactory(), CouponFactory(code="SPRING", used_count=3)
    rows = export(admin, "shippingrate")
    rows[0]["price"] = "6.50"
    confirm(admin, "shippingrate", upload(admin, "shippingrate", as_csv(rows)))
    assert ShippingRate.objects.get(pk=rate.pk).price == Decimal("6.50")
    rows = export(admin, "coupon")
    rows[0]["percent"] = "15"
    confirm(admin, "coupon", upload(admin, "coupon", as_csv(rows)))
    changed = Coupon.objects.get(pk=coupon.pk)
    assert (changed.percent, changed.used_count) == (Decimal(15), 3)


def test_a_code_that_makes_no_sense_is_not_imported(admin: Client) -> None:
    CouponFactory(code="SPRING")
    rows = export(admin, "coupon")
    rows[0]["percent"] = "150"
    preview = upload(admin, "coupon", as_csv(rows))
    assert "less than or equal to 100" in preview.content.decode()
    assert Coupon.objects.get().percent == 10
