"""Imports through the admin: uploaded, run by a real worker, watched, reported, called off."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from celery.exceptions import OperationalError
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from config.celery import app
from shop.models import ImportJob, ImportProblem, Product, Review, User, Variant
from shop.tasks import run_import_job
from tests.conftest import eventually
from tests.factories.shop import ProductFactory
from tests.shop.admin.conftest import signed_in

ADD = reverse("admin:shop_importjob_add")
REVIEWS = (
    "title,body,rating,review_date,reviewer_name,reviewer_email,product_id,product_handle,reply\n"
    "Good,Very good,5,2024-05-01,Ann,ann@example.com,,known-product,\n"
    "Bad,=HYPERLINK(1),9,2024-05-01,Bob,bob@example.com,,known-product,\n"
    "Lost,Nobody knows,4,2024-05-01,Cy,cy@example.com,,=unknown,\n"
)


def start(client: Client, content: bytes | str, name: str = "reviews.csv", **more: Any) -> Any:
    raw = content.encode() if isinstance(content, str) else content
    return client.post(ADD, {"file": SimpleUploadedFile(name, raw), **more})


def finished(job: ImportJob) -> bool:
    job.refresh_from_db()
    return job.status not in ("queued", "running")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("worker")
def test_a_catalogue_and_its_reviews_from_upload_to_report(
    admin: Client, data_dir: Path, settings: Any
) -> None:
    settings.SHOP = {**settings.SHOP, "IMPORT_IMAGES_ROOT": str(data_dir / "luma")}
    content = (data_dir / "luma" / "products_shopify.csv").read_bytes()
    response = start(admin, content, "products_shopify.csv", dry_run="on")
    dry = ImportJob.objects.get()
    assert response["Location"] == reverse("admin:shop_importjob_change", args=[dry.pk])
    assert dry.kind == "shopify_products"
    eventually(lambda: finished(dry), within=120)
    assert (dry.status, dry.created_count) == ("done", 199)
    assert not Product.objects.exists()

    start(admin, content, "products_shopify.csv")
    job = ImportJob.objects.get(dry_run=False)
    eventually(lambda: finished(job), within=120)
    assert (job.status, job.created_count, job.failed_count) == ("done", 199, 0)
    assert Product.objects.count() == 199
    assert Variant.objects.count() > 1847

    start(admin, (data_dir / "luma" / "reviews_judgeme.csv").read_bytes())
    job = ImportJob.objects.get(kind="judgeme_reviews")
    eventually(lambda: finished(job), within=60)
    assert Review.objects.count() == 348
    page = admin.get(reverse("admin:shop_importjob_change", args=[job.pk])).content.decode()
    assert "done" in page
    assert "hx-get" not in page.split('id="import-progress"')[1].split(">")[0]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("worker")
def test_broken_rows_are_named_in_the_page_and_in_the_report(admin: Client) -> None:
    ProductFactory(slug="known-product")
    start(admin, REVIEWS)
    job = ImportJob.objects.get()
    eventually(lambda: finished(job), within=60)
    assert (job.created_count, job.failed_count) == (1, 2)
    page = admin.get(reverse("admin:shop_importjob_change", args=[job.pk])).content.decode()
    response: Any = admin.get(reverse("admin-import-report", args=[job.pk]))
    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode())))
    assert [row["line"] for row in rows if row["level"] == "error"] == ["3", "4"]
    assert "attachment" in response["Content-Disposition"]
    for row in rows:
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
    assert "<td" in page.split('id="problems"')[1]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.csv", "colour,size\nred,5\n"),
        ("x.csv", ""),
        ("x.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("x.csv", b"\x00" * 100),
        ("x.jsonl", b"\xff\xfe" + "{}".encode("utf-16-le")),
    ],
)
def test_a_file_of_no_known_kind_is_refused_with_a_reason(
    admin: Client, name: str, content: bytes | str
) -> None:
    response = start(admin, content, name)
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not ImportJob.objects.exists()


@pytest.mark.django_db
def test_the_chosen_kind_must_be_the_files_own(admin: Client) -> None:
    response = start(admin, REVIEWS, kind="shopify_products")
    assert response.status_code == 200
    assert "Shopify" in str(response.context["form"].errors["file"])
    assert not ImportJob.objects.exists()


@pytest.mark.django_db
def test_a_file_above_the_limit_is_refused(admin: Client, settings: Any) -> None:
    settings.SHOP = {**settings.SHOP, "IMPORT_MAX_BYTES": 10}
    assert start(admin, REVIEWS).status_code == 200
    assert not ImportJob.objects.exists()


@pytest.mark.django_db
def test_an_uploads_name_leads_nowhere(admin: Client, settings: Any) -> None:
    start(admin, REVIEWS, "../../../../escape.csv")
    job = ImportJob.objects.get()
    assert Path(job.upload.path).resolve().is_relative_to(Path(settings.PRIVATE_ROOT).resolve())


@pytest.fixture
def importer(staff: User) -> Client:
    """A member of staff who may import, and does not run the server."""
    for verb in ("view", "add"):
        staff.user_permissions.add(Permission.objects.get(codename=f"{verb}_importjob"))
    return signed_in(staff)


@pytest.mark.django_db
def test_only_superusers_name_folders_of_the_server(
    importer: Client, admin: Client, tmp_path: Path, settings: Any
) -> None:
    settings.SHOP = {**settings.SHOP, "IMPORT_IMAGES_ROOT": str(tmp_path)}
    (tmp_path / "photos").mkdir()
    assert 'name="images_dir"' not in importer.get(ADD).content.decode()
    start(importer, REVIEWS, images_dir="photos")
    assert ImportJob.objects.get().images_dir == ""
    assert 'name="images_dir"' in admin.get(ADD).content.decode()
    start(admin, REVIEWS, images_dir="photos")
    assert ImportJob.objects.latest("id").images_dir == str(tmp_path / "photos")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "folder",
    ["..", "/etc", "photos/../..", "link", "missing", "file.txt", "a\x00b", "~", "x" * 400],
)
def test_folders_outside_the_root_are_refused(
    admin: Client, tmp_path: Path, settings: Any, folder: str
) -> None:
    root = tmp_path / "root"
    (root / "photos").mkdir(parents=True)
    (root / "file.txt").write_text("x")
    (root / "link").symlink_to(tmp_path)
    settings.SHOP = {**settings.SHOP, "IMPORT_IMAGES_ROOT": str(root)}
    response = start(admin, REVIEWS, images_dir=folder)
    assert response.status_code == 200
    assert "images_dir" in response.context["form"].errors
    assert not ImportJob.objects.exists()


def running_job(**more: Any) -> ImportJob:
    return ImportJob.objects.create(
        kind="shopify_products", path="/x.csv", status="running", total=200, cursor=50, **more
    )


@pytest.mark.django_db
def test_the_progress_is_a_fragment_that_polls_until_the_end(admin: Client) -> None:
    job = running_job()
    address = reverse("admin-import-progress", args=[job.pk])
    response = admin.get(address)
    page = response.content.decode()
    assert 'aria-valuenow="25"' in page
    assert 'aria-live="polite"' in page
    assert f'hx-get="{address}"' in page
    assert "<html" not in page
    assert "HX-Refresh" not in response
    ImportJob.objects.update(status="done")
    response = admin.get(address)
    assert "hx-get" not in response.content.decode()
    assert response["HX-Refresh"] == "true"


@pytest.mark.django_db
def test_problems_come_in_pages(admin: Client) -> None:
    job = running_job()
    ImportProblem.objects.bulk_create(
        ImportProblem(job=job, line=number, message=f"problem {number}.") for number in range(120)
    )
    address = reverse("admin:shop_importjob_change", args=[job.pk])
    assert "problem 49." in admin.get(address).content.decode()
    assert "problem 50." not in admin.get(address).content.decode()
    assert "problem 119." in admin.get(address, {"page": "3"}).content.decode()
    assert "problem 119." in admin.get(address, {"page": "999"}).content.decode()
    assert "problem 0." in admin.get(address, {"page": "x"}).content.decode()


@pytest.mark.django_db
def test_cancelling_asks_first_and_takes_posts_only(admin: Client) -> None:
    job = running_job()
    address = reverse("admin-import-cancel", args=[job.pk])
    assert admin.get(address).status_code == 405
    assert "Yes, cancel it" in admin.post(address).content.decode()
    job.refresh_from_db()
    assert job.status == "running"
    assert admin.post(address, {"confirmed": "yes"}).status_code == 302
    job.refresh_from_db()
    assert job.status == "cancelled"


@pytest.mark.django_db
def test_watching_and_cancelling_need_their_permissions(staff: User) -> None:
    job = running_job()
    client = signed_in(staff)
    cancel = reverse("admin-import-cancel", args=[job.pk])
    for name in ("admin-import-progress", "admin-import-report"):
        assert client.get(reverse(name, args=[job.pk])).status_code == 403
    staff.user_permissions.add(Permission.objects.get(codename="view_importjob"))
    for name in ("admin-import-progress", "admin-import-report"):
        assert client.get(reverse(name, args=[job.pk])).status_code == 200
    assert client.post(cancel, {"confirmed": "yes"}).status_code == 403
    job.refresh_from_db()
    assert job.status == "running"


@pytest.mark.django_db(transaction=True)
def test_an_import_starts_although_the_broker_is_away(admin: Client, settings: Any) -> None:
    celery: Any = app
    before = celery.conf.broker_url
    celery.conf.broker_url = "redis://127.0.0.1:1/0"
    celery._after_fork()  # forgets the open connections
    try:
        with pytest.raises(OperationalError):
            run_import_job.delay(0)
        assert start(admin, REVIEWS).status_code == 302
    finally:
        celery.conf.broker_url = before
        celery._after_fork()
    assert ImportJob.objects.get().status == "queued"
