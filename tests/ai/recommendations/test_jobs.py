"""Runs: one at a time, resumed after a kill with the same result, swapped in one step."""

import subprocess
import sys
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from ai.exceptions import JobConflict
from ai.indexing.job_lease import is_held
from ai.models import RecommendationGeneration, RecommendationJob, RecommendationList
from ai.recommendations import job_chunk
from ai.recommendations.generations import drop_old_generations, go_live, live_generation
from ai.recommendations.jobs import (
    cancel_run,
    ensure_first_run,
    resumable_runs,
    run_chunk,
    run_progress,
    start_run,
)
from ai.tasks import make_recommendations, resume_recommendation_jobs
from shop.models import Product
from tests.ai.recommendations.conftest import Camp, give_past, look, make_camp, order, run_all
from tests.ai.search.conftest import make_searchable
from tests.conftest import REPOSITORY, eventually, process_environment
from tests.factories.shop import ProductFactory

Status, Scope = RecommendationJob.Status, RecommendationJob.Scope
# Two products a block, and time between them to be killed in.
SLOWLY = """
import sys, time, django
django.setup()
from ai.recommendations import job_chunk
job_chunk.BLOCK = 2
make = job_chunk.make_rows
def slowly(*args):
    time.sleep(0.15)
    return make(*args)
job_chunk.make_rows = slowly
baton = job_chunk.run_chunk(job_id=int(sys.argv[1]))
"""


def lists(generation: int) -> dict[tuple[str, int], tuple[Any, ...]]:
    rows = RecommendationList.objects.filter(generation=generation)
    return {(row.kind, row.subject_id): (row.items, row.scores, row.evidence) for row in rows}


def finish(job: RecommendationJob) -> dict[tuple[str, int], tuple[Any, ...]]:
    baton = run_chunk(job_id=job.pk)
    while baton:
        baton = run_chunk(job_id=job.pk, baton=baton)
    job.refresh_from_db()
    assert job.status == Status.DONE, job.message
    assert job.generation_id is not None
    return lists(job.generation_id)


@pytest.mark.django_db(transaction=True)
def test_a_killed_run_ends_with_the_same_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    camp = make_camp()
    give_past(camp)
    job = start_run()
    assert job is not None
    process = subprocess.Popen(
        [sys.executable, "-c", SLOWLY, str(job.pk)], cwd=REPOSITORY, env=process_environment()
    )

    def has_begun() -> bool:
        job.refresh_from_db()
        return job.done >= 4

    eventually(has_begun, within=60, every=0.05)
    process.kill()
    process.wait(10)
    job.refresh_from_db()
    assert job.status == Status.RUNNING
    assert 4 <= job.done < len(camp.products)
    # Nobody has seen any of it yet.
    assert live_generation() is None
    assert not is_held(RecommendationJob, job.pk)

    monkeypatch.setattr(job_chunk, "BLOCK", 2)
    resumed = finish(job)
    assert job.done == job.total == len(camp.products)
    again = RecommendationJob.objects.create(
        as_of=job.as_of, last_order=job.last_order, last_view=job.last_view, total=job.total
    )
    assert finish(again) == resumed
    assert {kind for kind, _ in resumed} == set(RecommendationList.Kind.values)


@pytest.mark.django_db(transaction=True)
def test_a_worker_makes_the_first_lists_by_itself(worker: subprocess.Popen[bytes]) -> None:
    camp = make_camp()
    give_past(camp)
    resume_recommendation_jobs.delay()
    live = eventually(live_generation, within=60)
    assert lists(live.pk)["together", camp.id("tarn-2")][0] == camp.ids("pegs", "lamp")
    order(camp.products["mug"], camp.products["lamp"])
    order(camp.products["mug"], camp.products["lamp"])
    eventually(lambda: RecommendationJob.objects.get().status == Status.DONE)
    make_recommendations.delay(Scope.CHANGED)

    def lamp_is_listed() -> bool:
        return bool(lists(live.pk)["together", camp.id("mug")][0] == camp.ids("lamp"))

    eventually(lamp_is_listed, within=60)
    # In the same generation: by day nothing is made anew that has not changed.
    assert live_generation() == live


@pytest.mark.django_db
def test_of_two_clicks_one_wins(bare_camp: Camp) -> None:
    first = start_run()
    assert first is not None
    with pytest.raises(JobConflict, match="is queued already"):
        start_run()
    assert cancel_run(job=first)
    assert not cancel_run(job=first)
    assert run_chunk(job_id=first.pk) is None
    assert start_run() is not None


@pytest.mark.django_db
def test_a_baton_is_used_once_and_a_cancelled_run_stops(
    camp: Camp, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = live_generation()
    monkeypatch.setattr(job_chunk, "BLOCK", 1)
    monkeypatch.setattr(job_chunk, "CHUNK_S", -1.0)
    job = start_run()
    assert job is not None
    first = run_chunk(job_id=job.pk)
    monkeypatch.setattr(job_chunk, "CHUNK_S", 30.0)
    assert first is not None
    cancel_run(job=job)
    assert run_chunk(job_id=job.pk, baton=first) is None
    job.refresh_from_db()
    assert job.status == Status.CANCELLED
    assert live_generation() == before


@pytest.mark.django_db
def test_progress_and_who_is_taken_up(camp: Camp) -> None:
    job = start_run()
    assert job is not None
    assert resumable_runs() == []
    old = timezone.now() - timedelta(minutes=10)
    RecommendationJob.objects.filter(pk=job.pk).update(
        created_at=old, status=Status.RUNNING, heartbeat_at=old, done=5, busy_seconds=2.0
    )
    assert resumable_runs() == [job]
    job.refresh_from_db()
    progress = run_progress(job=job)
    assert (progress.total, progress.done, progress.per_second) == (11, 5, 2.5)
    assert progress.eta_s == pytest.approx(6 / 2.5)


@pytest.mark.django_db
def test_by_day_only_what_has_changed_is_made_anew(camp: Camp) -> None:
    live = live_generation()
    assert live is not None
    assert start_run(scope=Scope.CHANGED) is None
    before = lists(live.pk)
    for _ in range(2):
        order(camp.products["palace"], camp.products["mallet"])
    late = ProductFactory(category=camp.products["mug"].category, variant__price=11)
    make_searchable(late)
    job = start_run(scope=Scope.CHANGED)
    assert job is not None
    assert set(job.selected_ids) == {*camp.ids("palace", "mallet"), late.pk}
    after = finish(job)
    assert job.generation_id == live.pk
    assert after["together", camp.id("palace")][0] == camp.ids("mallet")
    assert ("similar", late.pk) in after
    assert after["similar", camp.id("mug")] == before["similar", camp.id("mug")]
    # Having seen it once is enough.
    assert start_run(scope=Scope.CHANGED) is None
    look("late", camp.products["lamp"], camp.products["gas"])
    changed = start_run(scope=Scope.CHANGED)
    assert changed is not None
    assert changed.selected_ids == sorted(camp.ids("lamp", "gas"))


@pytest.mark.django_db
def test_generations_are_swapped_kept_and_dropped(camp: Camp) -> None:
    first = live_generation()
    assert first is not None
    second = run_all()
    assert live_generation() == second
    # Going back is the same call.
    go_live(generation=first)
    assert live_generation() == first
    third, fourth = run_all(), run_all()
    assert list(RecommendationGeneration.objects.values_list("pk", flat=True)) == [
        fourth.pk,
        third.pk,
    ]
    assert lists(second.pk) == {}
    assert drop_old_generations() == 0


@pytest.mark.django_db
def test_a_shop_starts_its_first_run_by_itself(db: None) -> None:
    assert ensure_first_run() is None  # nothing to recommend
    ProductFactory()
    job = ensure_first_run()
    assert job is not None
    assert ensure_first_run() is None
    finish(job)
    assert ensure_first_run() is None


@pytest.mark.django_db
def test_figures_tell_coverage_and_concentration(camp: Camp) -> None:
    live = live_generation()
    assert live is not None
    similar, together = live.figures["similar"], live.figures["together"]
    assert similar["coverage"] == similar["filled"] == 1.0
    # Tent, pegs, lamp, stove and gas are bought with something, of eleven.
    assert together["coverage"] == together["filled"] == pytest.approx(5 / 11)
    assert 0 < similar["gini"] < together["gini"] < 1
    assert Product.objects.count() == 11
