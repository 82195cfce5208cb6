"""`embed`, `reconcile` and `create_space` as people run them."""

import io
import json
import subprocess
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from ai.indexing.coverage import coverage
from ai.indexing.jobs import pause_job, start_job
from ai.indexing.spaces import ensure_default_space
from ai.models import EmbeddingJob, EmbeddingSpace, OutboxEntry
from ai.providers.embedders.hashing import HashingEmbedder
from shop.models import Product
from tests.factories.ai import MoodyEmbedder, make_space, setting
from tests.factories.shop import PageFactory, ProductFactory, ReviewFactory

pytestmark = pytest.mark.django_db(transaction=True)


def run(name: str, *arguments: str) -> str:
    output = io.StringIO()
    call_command(name, *arguments, stdout=output)
    return output.getvalue()


def test_the_first_start_embeds_everything_once(
    worker: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        ReviewFactory()
    PageFactory()

    said = run("embed", "--wait")

    space = ensure_default_space()
    assert all(one.complete for one in coverage(space=space))
    assert [one.total for one in coverage(space=space)] == [5, 5, 1, 0]
    assert space.status == "live"
    job = EmbeddingJob.objects.get()
    # Entries that loading wrote may have been drained first; nothing was embedded twice.
    assert job.embedded + job.skipped == job.total == job.done
    assert "100 %" in said


def test_run_again_nothing_is_embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        ReviewFactory()
    run("embed", "--inline")

    def refuse(*_: Any) -> None:
        pytest.fail("the embedder was called")

    monkeypatch.setattr(HashingEmbedder, "_embed", refuse)

    assert "0 embedded, 0 were true already" in run("embed", "--inline")
    # Nothing to do needs no worker either: none is running here.
    assert "0 embedded, 0 were true already" in run("embed", "--wait")
    assert run("reconcile") == "Everything is true.\n"


def test_without_a_terminal_progress_is_plain_lines() -> None:
    ProductFactory()
    lines = run("embed", "--inline").splitlines()
    assert lines[0].startswith("Job ")
    assert any(line.startswith("100 %") for line in lines)
    assert "\r" not in "".join(lines)


def test_it_joins_the_job_that_runs_and_fails_when_that_is_paused() -> None:
    space = ensure_default_space()
    job = start_job(space=space, scope="all")
    pause_job(job=job)
    with pytest.raises(CommandError, match=f"Job {job.pk} is paused"):
        run("embed", "--inline")
    assert EmbeddingJob.objects.count() == 1


def test_texts_that_are_refused_end_it_with_an_error() -> None:
    make_space(cls=MoodyEmbedder)
    ProductFactory(title="poison")
    ProductFactory(title="pure")
    with pytest.raises(CommandError, match="1 texts could not be embedded"):
        run("embed", "--inline")


def test_without_a_worker_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    ProductFactory()
    monkeypatch.setattr("ai.management.commands.embed.WORKER_WAIT_S", 0.1)
    with pytest.raises(CommandError, match="No worker has taken the job"):
        run("embed", "--wait")


def test_reconcile_names_what_a_bulk_update_left() -> None:
    ProductFactory()
    run("embed", "--inline")
    OutboxEntry.objects.all().delete()
    Product.objects.update(title="Changed behind the signals")
    assert run("reconcile") == "Into the outbox: 1 product.\n"


def test_a_space_is_created_filled_and_ready() -> None:
    ProductFactory()
    said = run(
        *("create_space", "--name", "wide", "--backend", setting(HashingEmbedder)["BACKEND"]),
        *("--options", json.dumps({"dimensions": 96}), "--template", "{title}\\n{brand}"),
    )
    assert "hashing-96, 96 dimensions" in said
    run("embed", "--inline", "--space", "wide")
    space = EmbeddingSpace.objects.get(name="wide")
    assert (space.status, space.template) == ("ready", "{title}\n{brand}")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("embed", "--space", "nowhere"), "There is no space 'nowhere'"),
        (("create_space", "--name", "x", "--options", "{"), "--options is not JSON"),
        (("create_space", "--name", "x", "--template", "{price}"), "names {price}; it may name"),
        (("create_space", "--name", "x", "--template", "{title"), "cannot be read"),
        (("create_space", "--name", "x", "--backend", "no.Such"), "cannot be imported"),
    ],
)
def test_mistakes_end_in_one_sentence(arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(CommandError, match=message):
        run(*arguments)
    assert not EmbeddingSpace.objects.exists()
