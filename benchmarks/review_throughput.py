"""How many reviews a second the worker reads, that it resumes, and that digests are right after it.

Reviews of clothes that people wrote (VITRINE_DATA), each with a number of its own so that no two
are the same, are spread over products of ten branches and read by one real Celery worker with one
pool process. Half-way the worker is killed (SIGKILL), and another one goes on. Afterwards every
number of every digest is recomputed, a second run has to skip all, and one more review has to reach
its digest through the outbox.
"""

from __future__ import annotations

import argparse
import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand

BRANCHES = 10
PRODUCT = """
INSERT INTO shop_product (slug, title, description, status, tags, source, external_id, rating_count,
    rating_sum, created_at, updated_at, category_id)
SELECT 'p-' || n, 'Product ' || n, '', 'active', '{}', '', '', 0, 0, now(), now(),
    (%(categories)s::bigint[])[1 + n %% %(branches)s]
FROM generate_series(1, %(products)s) n
"""


def start_worker() -> subprocess.Popen[bytes]:
    """Start one Celery worker with one pool process."""
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "celery", "-A", "config", "worker", "--loglevel", "ERROR"),
            *("--without-gossip", "--without-mingle", "--concurrency", "1"),
        ],
        cwd=stand.REPOSITORY,
        env={**os.environ, "VITRINE_ROLE": "worker"},
        start_new_session=True,
    )


def end_worker(process: subprocess.Popen[bytes], *, how: int) -> None:
    """End a worker and its pool process, and wait for it."""
    os.killpg(process.pid, how)
    process.wait(60)


def fill(source: Path, *, reviews: int, products: int) -> None:
    """Write products and reviews past the signals, as a bulk load does."""
    from django.db import connection

    from ai.models import OutboxEntry
    from shop.models import Category, Product, Review

    categories = [
        Category.add_root(name=f"Branch {n}", slug=f"branch-{n}").pk for n in range(BRANCHES)
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            PRODUCT, {"categories": categories, "branches": BRANCHES, "products": products}
        )
    ids = list(Product.objects.order_by("pk").values_list("pk", flat=True))
    with source.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Review Text"]]
    Review.objects.bulk_create(
        (
            Review(
                product_id=ids[n % products],
                author_name=f"Reader {n}",
                rating=int(rows[n % len(rows)]["Rating"]),
                title=rows[n % len(rows)]["Title"],
                body=f"{rows[n % len(rows)]['Review Text']} (No. {n})",
                verified_purchase=n % 3 == 0,
                status="published",
            )
            for n in range(reviews)
        ),
        batch_size=2_000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    OutboxEntry.objects.all().delete()


def run_job(*, kill_at: float | None = None) -> dict[str, Any]:
    """Return the figures of one job run by a worker that may be killed at a share of the way."""
    from ai.reviews.jobs import resumable_jobs, start_job
    from ai.tasks import run_reading_job

    worker = start_worker()
    killed = False
    begun = time.monotonic()
    job = start_job()
    try:
        while job.status in {"queued", "running"}:
            time.sleep(0.5)
            job.refresh_from_db()
            if kill_at is not None and not killed and job.done >= kill_at * job.total > 0:
                end_worker(worker, how=signal.SIGKILL)
                killed = True
                worker = start_worker()
            # What beat does every half minute.
            for each in resumable_jobs():
                run_reading_job.apply_async((each.pk,), priority=5)
    finally:
        end_worker(worker, how=signal.SIGTERM)
    return {
        "status": job.status,
        "killed_half_way": killed,
        "total": job.total,
        "read": job.read,
        "skipped": job.skipped,
        "failed": job.failed,
        "seconds": round(time.monotonic() - begun, 1),
        "busy_seconds": round(job.busy_seconds, 1),
        "per_second": round(job.done / (time.monotonic() - begun), 1),
        "per_busy_second": round(job.done / job.busy_seconds, 1) if job.busy_seconds else None,
    }


def add_one() -> dict[str, Any]:
    """Return the seconds until one more review counts, saved with a worker running."""
    from ai.models import ReviewDigest
    from shop.models import Product, Review

    worker = start_worker()
    try:
        time.sleep(10)  # the worker opens its models
        product = Product.objects.earliest("pk")
        before = ReviewDigest.objects.get(product=product).reviews
        begun = time.monotonic()
        Review.objects.create(
            product=product, author_name="One more", rating=1, body="It broke.", status="published"
        )
        while ReviewDigest.objects.get(product=product).reviews == before:
            if time.monotonic() - begun > 60:  # noqa: PLR2004
                return {"counted_after_s": None}
            time.sleep(0.05)
        return {"counted_after_s": round(time.monotonic() - begun, 2)}
    finally:
        end_worker(worker, how=signal.SIGTERM)


def page_row() -> dict[str, Any]:
    """Return what a product page reads, and how long PostgreSQL takes for it."""
    from django.db import connection

    from ai.models import ReviewDigest

    pk = ReviewDigest.objects.earliest("pk").pk
    with connection.cursor() as cursor:
        cursor.execute(
            "EXPLAIN (ANALYZE, FORMAT JSON) SELECT * FROM ai_reviewdigest WHERE product_id = %s",
            [pk],
        )
        (plan,) = cursor.fetchone()[0]
    return {"rows": plan["Plan"]["Actual Rows"], "milliseconds": plan["Execution Time"]}


def main() -> None:
    """Measure and write benchmarks/results/review_throughput.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reviews", type=int, default=100_000)
    parser.add_argument("--products", type=int, default=1_000)
    parser.add_argument("--name", default="review_throughput", help="of the result file")
    options = parser.parse_args()
    data = Path(os.environ.get("VITRINE_DATA", stand.REPOSITORY.parent / "shared" / "data"))
    source = data / "clothing_reviews" / "reviews.csv"
    if not source.is_file():
        parser.error(f"the reviews are not at {source}: set VITRINE_DATA to their folder")
    figures = stand.origin("numpy", "scipy", "scikit-learn")
    stack = stand.prepare("reviews")
    try:
        from ai.models import Aspect, ReviewDigest, ReviewMention
        from ai.reviews.checking import check_digests
        from ai.reviews.reading import models_in_use

        figures["command"] = " ".join(sys.argv)
        figures["models"] = models_in_use().version
        fill(source, reviews=options.reviews, products=options.products)
        figures["reading"] = run_job(kill_at=0.5)
        figures["again"] = run_job()
        figures["one_more"] = add_one()
        figures["product_page"] = page_row()
        figures["digests"] = ReviewDigest.objects.count()
        figures["mentions"] = ReviewMention.objects.count()
        figures["aspects"] = Aspect.objects.filter(merged_into=None).count()
        figures["disagreements"] = len(check_digests())
    finally:
        stack.stop()
    print(figures)
    print(stand.save(options.name, figures))


if __name__ == "__main__":
    main()
