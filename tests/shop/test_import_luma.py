"""Luma, a real Shopify and Judge.me export: all of it in, nothing twice, faults named."""

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count, Max, Sum

from shop.models import (
    Attribute,
    Category,
    ImportJob,
    ImportProblem,
    Page,
    Product,
    ProductImage,
    Review,
    Variant,
)
from shop.services.imports import create_import_job, run_import

pytestmark = pytest.mark.django_db


@pytest.fixture
def luma(data_dir: Path) -> Path:
    return data_dir / "luma"


@pytest.fixture(autouse=True)
def empty_media(settings: Any, tmp_path: Path) -> None:
    """Start with no pictures: one that is there already is not decoded again."""
    settings.MEDIA_ROOT = tmp_path / "media"


def imported(path: Path, kind: str, **options: object) -> ImportJob:
    job = create_import_job(kind=kind, path=path, **options)  # type: ignore[arg-type]
    assert run_import(job=job)
    job.refresh_from_db()
    return job


def counts(job: ImportJob) -> tuple[int, int, int, int]:
    return job.created_count, job.updated_count, job.unchanged_count, job.failed_count


def without_pictures(luma: Path, folder: Path) -> Path:
    """Return the product file alone in a folder, where its pictures are not found: much faster."""
    path = folder / "products_shopify.csv"
    path.write_bytes((luma / "products_shopify.csv").read_bytes())
    return path


def test_everything_comes_in_and_a_second_time_nothing_changes(luma: Path) -> None:
    files = [luma / name for name in ("products_shopify.csv", "reviews_judgeme.csv", "pages.json")]
    call_command("import_catalogue", *map(str, files), verbosity=0)

    assert [counts(job) for job in ImportJob.objects.order_by("id")] == [
        (199, 0, 0, 0),
        (348, 0, 0, 0),
        (3, 0, 0, 0),
    ]
    assert Product.objects.published().count() == 199
    assert Variant.objects.count() == 1_899
    sizes = Product.objects.annotate(n=Count("variants")).values_list("n", flat=True)
    assert sum(n for n in sizes if n > 1) == 1_847
    assert sum(1 for n in sizes if n == 1) == 52
    assert ProductImage.objects.count() == 733
    assert ProductImage.objects.values("sha256").distinct().count() == 723
    every_variant_shows_its_own_picture()
    assert Review.objects.published().count() == 348
    assert Product.objects.aggregate(n=Sum("rating_count"), stars=Sum("rating_sum")) == {
        "n": 348,
        "stars": 17 * 1 + 50 * 2 + 90 * 3 + 109 * 4 + 82 * 5,
    }
    before = changes_seen()

    call_command("import_catalogue", *map(str, files), verbosity=0)

    assert [counts(job) for job in ImportJob.objects.order_by("id")[3:]] == [
        (0, 0, 199, 0),
        (0, 0, 348, 0),
        (0, 0, 3, 0),
    ]
    assert changes_seen() == before


def every_variant_shows_its_own_picture() -> None:
    assert Variant.objects.filter(image=None).count() == 52
    orange = Variant.objects.get(sku="MH01-XL-Orange")
    gray = Variant.objects.get(sku="MH01-XL-Gray")
    assert orange.image is not None
    assert orange.image.product_id == orange.product_id
    assert orange.image_id != gray.image_id
    assert orange.image.file.storage.exists(str(orange.image.file.name))


def changes_seen() -> list[object]:
    """Return what would tell of any write: times, histories, ids."""
    return [
        Product.objects.aggregate(Max("updated_at"), Max("id"), Count("id")),
        Review.objects.aggregate(Max("updated_at"), Max("id")),
        Page.objects.aggregate(Max("updated_at"), Max("id")),
        Product.history.count(),
        Variant.history.count(),
        Category.history.count(),
        Variant.objects.aggregate(Max("id"), Count("id")),
        Attribute.objects.count(),
        sorted(ProductImage.objects.values_list("id", "file", "position")),
    ]


def test_three_products_are_shown_and_not_for_sale(luma: Path, tmp_path: Path) -> None:
    imported(without_pictures(luma, tmp_path), "shopify_products")
    assert set(
        Product.objects.published().filter(price_min=None).values_list("external_id", flat=True)
    ) == {
        "sprite-yoga-companion-kit-24-wg080",
        "set-of-sprite-yoga-straps-24-wg085-group",
        "luma-yoga-for-life-240-lv09",
    }


def test_a_product_with_its_variants_options_and_properties(luma: Path, tmp_path: Path) -> None:
    imported(without_pictures(luma, tmp_path), "shopify_products")
    hoodie = Product.objects.get(slug="chaz-kangeroo-hoodie-mh01")
    category = Category.objects.get(pk=hoodie.category_id)
    assert [
        *Category.objects.get_ancestors(category).values_list("name", flat=True),
        category.name,
    ] == [
        *("Men", "Tops", "Hoodies & Sweatshirts"),
    ]
    assert str(hoodie.brand) == "Luma"
    assert [option.attribute.code for option in hoodie.options.all()] == ["size", "color"]
    orange = hoodie.variants.get(sku="MH01-XL-Orange")
    assert (orange.option1, orange.option2, orange.stock) == ("XL", "Orange", 100)
    assert orange.price == Decimal(52)
    said: dict[str, list[object]] = {}
    for value in hoodie.attributes.select_related("attribute"):
        said.setdefault(value.attribute.code, []).append(value.value)
    assert said["material"] == ["Wool"]
    assert said["eco_collection"] == [True]
    assert said["sale"] == [True]
    assert said["new"] == [False]
    assert set(said["climate"]) == {"All-weather", "Cool", "Indoor", "Spring", "Windy"}
    # The variants' colours are the product's too, so that one filter finds both.
    assert set(said["color"]) == {"Black", "Gray", "Orange"}
    assert not Attribute.objects.filter(code__in=["url_key", "visibility", "links_title"]).exists()


def test_five_broken_rows_are_named_and_the_rest_comes_in(luma: Path, tmp_path: Path) -> None:
    with (luma / "products_shopify.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    by_handle: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_handle.setdefault(row["Handle"], []).append(row)
    handles = list(by_handle)
    broken = [handles[index] for index in (3, 40, 90, 150, 198)]
    by_handle[broken[0]][7]["Variant Price"] = "fifty"
    by_handle[broken[1]][2]["Variant SKU"] = by_handle[broken[1]][1]["Variant SKU"]
    by_handle[broken[2]][0]["Title"] = ""
    by_handle[broken[3]][0]["Variant Inventory Qty"] = "1e9"
    by_handle[broken[4]][0]["Status"] = "sold"
    path = tmp_path / "broken.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    report = tmp_path / "report.csv"

    with pytest.raises(CommandError) as error:
        call_command("import_catalogue", str(path), report=report)

    assert error.value.returncode == 1
    job = ImportJob.objects.get()
    assert counts(job) == (194, 0, 0, 5)
    assert Product.objects.count() == 194
    assert not Product.objects.filter(external_id__in=broken).exists()
    named = {
        (problem.line, problem.identifier)
        for problem in ImportProblem.objects.filter(job=job, level="error")
    }
    lines = physical_lines(path)
    assert named == {
        (lines[id_of(by_handle[broken[0]][7], rows)], broken[0]),
        (lines[id_of(by_handle[broken[1]][2], rows)], broken[1]),
        (lines[id_of(by_handle[broken[2]][0], rows)], broken[2]),
        (lines[id_of(by_handle[broken[3]][0], rows)], broken[3]),
        (lines[id_of(by_handle[broken[4]][0], rows)], broken[4]),
    }
    with report.open(encoding="utf-8", newline="") as file:
        reported = [row for row in csv.DictReader(file) if row["level"] == "error"]
    assert {row["identifier"] for row in reported} == set(broken)
    assert {row["file"] for row in reported} == {"broken.csv"}


def id_of(wanted: dict[str, str], rows: list[dict[str, str]]) -> int:
    return next(index for index, row in enumerate(rows) if row is wanted)


def physical_lines(path: Path) -> list[int]:
    """Return the first line of each data row, counted by Python's own reader."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        begins = []
        line = reader.line_num
        for _ in reader:
            begins.append(line + 1)
            line = reader.line_num
    return begins


def test_a_dry_run_writes_nothing_and_shows_the_difference(luma: Path, tmp_path: Path) -> None:
    path = without_pictures(luma, tmp_path)
    dry = imported(path, "shopify_products", dry_run=True)
    assert counts(dry) == (199, 0, 0, 0)
    assert not Product.objects.exists()
    assert not Category.objects.exists()
    assert not Attribute.objects.exists()
    assert dry.problems.filter(level="difference").count() == 199

    imported(path, "shopify_products")
    text = path.read_text(encoding="utf-8-sig").replace("Chaz Kangeroo Hoodie", "Chaz Hoodie", 1)
    changed = text.replace(",MH01-S-Gray,500,shopify,100,", ",MH01-S-Gray,500,shopify,7,", 1)
    assert changed.count("MH01-S-Gray,500,shopify,7,") == 1
    path.write_text(changed, encoding="utf-8")
    before = changes_seen()
    dry = imported(path, "shopify_products", dry_run=True)
    assert counts(dry) == (0, 1, 198, 0)
    assert changes_seen() == before
    assert sorted(dry.problems.filter(level="difference").values_list("message", flat=True)) == [
        "title: Chaz Kangeroo Hoodie → Chaz Hoodie",
        "variant MH01-S-Gray stock: 100 → 7",
    ]

    real = imported(path, "shopify_products")
    assert counts(real) == (0, 1, 198, 0)
    assert Product.objects.get(external_id="chaz-kangeroo-hoodie-mh01").title == "Chaz Hoodie"
    assert Variant.objects.get(sku="MH01-S-Gray").stock == 7
