"""Import jobs: one worker at a time, stopped anywhere, taken up again, always to the same end."""

import csv
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import OperationalError, transaction
from django.utils import timezone

from shop import tasks
from shop.exceptions import ImportFileError, JobAlreadyRunning
from shop.models import ImportJob, Product, ProductAttribute, Variant
from shop.services.imports import (
    cancel_import,
    create_import_job,
    lease,
    report_lines,
    run_import,
)
from shop.services.imports import job as job_module
from tests.conftest import REPOSITORY, eventually, process_environment

pytestmark = pytest.mark.django_db
SIZES = ("S", "M", "L")


def shop_file(folder: Path, products: int, *, broken: tuple[int, ...] = ()) -> Path:
    """Write a Shopify file; the broken products have a price that is none."""
    path = folder / "products.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        write = csv.writer(file).writerow
        write(
            [
                *("Handle", "Title", "Vendor", "Product Category", "Option1 Name"),
                *("Option1 Value", "Variant SKU", "Variant Price", "Variant Inventory Qty"),
                "Weight (product.metafields.custom.weight)",
            ]
        )
        for number in range(products):
            for place, size in enumerate(SIZES):
                first = place == 0
                price = "?" if number in broken and size == "M" else f"{number}.50"
                write(
                    [
                        *(f"h-{number}", f"Thing {number}" if first else ""),
                        *(f"Maker {number % 7}", f"A > B{number % 5}", "Size", size),
                        *(f"SKU-{number}-{size}", price, number, f"{number + 1} g"),
                    ]
                )
    return path


def new_job(path: Path, **options: Any) -> ImportJob:
    return create_import_job(kind="shopify_products", path=path, **options)


def end_state() -> list[Any]:
    """Return all that an import of `shop_file` writes, without ids and times."""
    products = Product.objects.order_by("external_id")
    return [
        list(
            products.values_list(
                "external_id", "slug", "title", "brand__name", "category__slug", "price_min"
            )
        ),
        list(Variant.objects.order_by("sku").values_list("sku", "option1", "price", "stock")),
        list(
            ProductAttribute.objects.order_by(
                "product__external_id", "attribute__code", "text"
            ).values_list("product__external_id", "attribute__code", "text", "number")
        ),
        Product.history.count(),
        Variant.history.count(),
    ]


def wipe() -> None:
    Product.objects.all().delete()
    Product.history.all().delete()
    Variant.history.all().delete()


def test_stopped_after_every_batch_it_ends_as_if_it_had_not_been(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_module, "BATCH", 3)
    path = shop_file(tmp_path, 20, broken=(4, 11))
    assert run_import(job=new_job(path))
    at_once = end_state()
    assert len(at_once[0]) == 18
    wipe()

    job = new_job(path)
    chunks = 1
    while not run_import(job=job, deadline=time.monotonic()):
        chunks += 1
        assert job.cursor < 20 or chunks == 8
    assert chunks == 8
    assert end_state() == at_once
    job.refresh_from_db()
    assert (job.created_count, job.failed_count, job.cursor, job.total) == (18, 2, 20, 20)
    assert job.status == ImportJob.Status.DONE
    assert sorted(job.problems.values_list("line", "identifier")) == [(15, "h-4"), (36, "h-11")]


def test_a_batch_is_all_or_nothing_with_its_place_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_module, "BATCH", 5)
    job = new_job(shop_file(tmp_path, 12))
    run_import(job=job, deadline=time.monotonic())
    keep = job_module._keep

    def power_cut(job: ImportJob, problems: Any) -> None:
        keep(job, problems)
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(job_module, "_keep", power_cut)
        with pytest.raises(KeyboardInterrupt):
            run_import(job=job)
    job.refresh_from_db()
    assert (job.cursor, Product.objects.count()) == (5, 5)

    with pytest.raises(JobAlreadyRunning):
        run_import(job=job)
    grow_old(job)
    assert run_import(job=job)
    assert Product.objects.count() == 12


def grow_old(job: ImportJob) -> None:
    """Let the time pass after which a worker is taken for dead."""
    old = timezone.now() - timedelta(seconds=lease.LEASE_S + 1)
    ImportJob.objects.filter(pk=job.pk).update(heartbeat_at=old)


def test_a_lock_in_the_way_is_waited_out_and_nothing_is_counted_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_module, "BATCH", 5)
    monkeypatch.setattr(job_module, "_PAUSES", (0.0, 0.0))
    keep, calls = job_module._keep, []

    def locked_twice(job: ImportJob, problems: Any) -> None:
        keep(job, problems)
        calls.append(job.cursor)
        if len(calls) in {3, 4}:
            raise OperationalError("canceling statement due to lock timeout")

    monkeypatch.setattr(job_module, "_keep", locked_twice)
    job = new_job(shop_file(tmp_path, 12, broken=(6,)))
    assert run_import(job=job)
    assert calls == [0, 0, 5, 5, 5, 10]
    assert (job.created_count, job.failed_count, job.cursor) == (11, 1, 12)
    assert Product.objects.count() == 11
    assert job.problems.count() == 1


def test_a_worker_that_lost_its_lease_writes_nothing_more(tmp_path: Path) -> None:
    job = new_job(shop_file(tmp_path, 3))
    lease.take(job)
    slow = ImportJob.objects.get(pk=job.pk)
    grow_old(job)
    lease.take(ImportJob.objects.get(pk=job.pk))

    with pytest.raises(lease.LeaseLost), transaction.atomic():
        lease.hold(slow)
    # Negative control: the one that has the lease is let through.
    with transaction.atomic():
        lease.hold(ImportJob.objects.get(pk=job.pk))


def test_a_cancelled_job_stops_at_the_next_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_module, "BATCH", 2)
    job = new_job(shop_file(tmp_path, 9))
    assert not run_import(job=job, deadline=time.monotonic())
    seen = job_module._import_batch

    def cancel_then_import(job: ImportJob, *args: Any) -> None:
        cancel_import(job=ImportJob.objects.get(pk=job.pk))
        seen(job, *args)

    monkeypatch.setattr(job_module, "_import_batch", cancel_then_import)
    assert run_import(job=job)
    assert job.status == ImportJob.Status.CANCELLED
    assert Product.objects.count() == 2
    with pytest.raises(JobAlreadyRunning):
        run_import(job=job)


def test_cancelling_what_is_over_changes_nothing(tmp_path: Path) -> None:
    job = new_job(shop_file(tmp_path, 1))
    run_import(job=job)
    cancel_import(job=job)
    assert job.status == ImportJob.Status.DONE


def test_a_file_that_kills_its_workers_is_given_up(tmp_path: Path) -> None:
    job = new_job(shop_file(tmp_path, 1))
    for _ in range(lease.MAX_ATTEMPTS):
        lease.take(job)
        grow_old(job)
    assert run_import(job=job)
    assert job.status == ImportJob.Status.FAILED
    assert "Stopped after 5 attempts" in job.message
    assert not Product.objects.exists()


def test_a_file_that_is_gone_fails_the_job_with_a_sentence(tmp_path: Path) -> None:
    path = shop_file(tmp_path, 1)
    job = new_job(path)
    path.unlink()
    assert run_import(job=job)
    assert (job.status, job.message) == ("failed", f"There is no file {path}.")


def test_a_file_of_another_kind_makes_no_job(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match=r"is no Judge\.me review CSV"):
        create_import_job(kind="judgeme_reviews", path=shop_file(tmp_path, 1))
    with pytest.raises(ImportFileError, match="There is no folder"):
        new_job(shop_file(tmp_path, 1), images_dir=tmp_path / "absent")
    assert not ImportJob.objects.exists()


def test_an_upload_is_kept_where_nobody_is_served_from(settings: Any, tmp_path: Path) -> None:
    content = shop_file(tmp_path, 2).read_bytes()
    upload = SimpleUploadedFile("../../products.csv", content)
    job = create_import_job(kind="shopify_products", upload=upload)
    assert Path(job.upload.path).is_relative_to(settings.PRIVATE_ROOT)
    assert not Path(job.upload.path).is_relative_to(settings.MEDIA_ROOT)
    assert run_import(job=job)
    assert Product.objects.count() == 2


def test_the_report_runs_no_formula(tmp_path: Path) -> None:
    job = new_job(shop_file(tmp_path, 1))
    for text in ("=1+1", "+1", "-1", "@x", "\tx", "plain"):
        job.problems.create(line=2, identifier=text, message=text)
    cells = [row[2:] for row in csv.reader(report_lines(job=job))][1:]
    assert cells == [[f"'{t}", f"'{t}"] for t in ("=1+1", "+1", "-1", "@x", "\tx")] + [
        ["plain", "plain"]
    ]


def test_the_sweep_takes_up_what_nobody_works_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    queued, between, alive, dead, over = (new_job(shop_file(tmp_path, 1)) for _ in range(5))
    now = timezone.now()
    for job, fields in (
        (between, {"status": "running", "lease": None, "heartbeat_at": now}),
        (alive, {"status": "running", "lease": "0" * 32, "heartbeat_at": now}),
        (dead, {"status": "running", "lease": "0" * 32, "heartbeat_at": now}),
        (over, {"status": "done"}),
    ):
        ImportJob.objects.filter(pk=job.pk).update(**fields)
    grow_old(dead)
    asked: list[int] = []
    monkeypatch.setattr(tasks.run_import_job, "delay", asked.append)
    tasks.resume_import_jobs()
    assert sorted(asked) == sorted([queued.pk, between.pk, dead.pk])


@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_it_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    path = shop_file(tmp_path, 900)
    assert run_import(job=new_job(path))
    at_once = end_state()
    wipe()

    process = subprocess.Popen(
        [sys.executable, "manage.py", "import_catalogue", str(path)],
        cwd=REPOSITORY,
        env=process_environment(),
        stdout=subprocess.DEVNULL,
    )
    try:
        job = eventually(
            lambda: ImportJob.objects.filter(cursor__gt=0, status="running").first(),
            within=60,
            every=0.01,
        )
        process.send_signal(signal.SIGKILL)
    finally:
        process.kill()
        process.wait(10)
    job.refresh_from_db()
    assert 0 < job.cursor < 900
    assert job.status == "running"
    assert Product.objects.count() == job.cursor
    assert Variant.objects.count() == 3 * job.cursor

    grow_old(job)
    assert run_import(job=job)
    assert end_state() == at_once
    assert job.created_count == 900


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("worker")
def test_the_worker_imports_in_the_background(tmp_path: Path) -> None:
    call_command("import_catalogue", str(shop_file(tmp_path, 120, broken=(7,))), background=True)
    job = eventually(lambda: ImportJob.objects.filter(status="done").first(), within=60)
    assert (job.created_count, job.failed_count) == (119, 1)
    assert Product.objects.count() == 119
