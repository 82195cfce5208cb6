"""Why a hit is here, staff's ratings, and what they make of the search."""

import csv
import io
import threading
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connections
from django.test import Client
from django.urls import reverse

from ai.indexing.vocabulary import refresh_vocabulary
from ai.models import EmbeddingSpace, Judgement, LabRun, PinRule, SynonymRule
from ai.search import lab
from ai.search.evaluation import read_judged_queries
from ai.search.relevance import ndcg
from shop.models import Product, User
from tests.ai.admin.conftest import signed_in
from tests.ai.search.conftest import find, make_searchable, space  # noqa: F401
from tests.factories.shop import ProductFactory

pytestmark = pytest.mark.django_db
EXPLAIN = reverse("ai-explain")
JUDGE = reverse("ai-judge")
LAB = reverse("ai-lab")
MEASURE = reverse("ai-lab-measure")


@pytest.fixture
def mugs(space: EmbeddingSpace) -> list[Product]:  # noqa: F811
    """Return fourteen mugs and a kettle."""
    made: list[Product] = [
        ProductFactory(title=f"Mug {n:02}", slug=f"mug-{n}", description="", external_id=f"E{n}")
        for n in range(14)
    ]
    made.append(ProductFactory(title="Kettle", slug="kettle", description=""))
    make_searchable(*made)
    refresh_vocabulary()
    return made


def rate(client: Client, query: str, product: Product, gain: Any, **headers: str) -> Any:
    data = {"q": query, "product": product.pk, "gain": gain}
    return client.post(JUDGE, data, headers=headers)


def test_each_hit_says_feature_by_feature_why_it_is_there(
    admin: Client, mugs: list[Product]
) -> None:
    rule = PinRule.objects.create(query="mug", product=mugs[-1], position=2)
    SynonymRule.objects.create(query="mug", alternatives="beaker", match="words")
    response = admin.get(EXPLAIN, {"q": "Mugs"})
    rows = response.context["rows"]
    assert [row["place"] for row in rows] == list(range(1, 13))
    found = find("mugs", page_size=12, explain=True)
    assert [row["hit"].slug for row in rows] == [hit.slug for hit in found.hits]
    for row in rows:
        why = row["hit"].explanation
        assert why.score == pytest.approx(sum(each.amount for each in why.contributions), abs=1e-5)
    page = response.content.decode()
    assert "pinned to place 2" in page
    assert reverse("admin:ai_pinrule_change", args=[rule.pk]) in page
    assert "also searched for beaker" in page
    assert "its words" in page
    assert {stage for stage, _ in response.context["stages"]} >= {"query", "steering", "words"}
    second = admin.get(EXPLAIN, {"q": "Mugs", "page": "2"})
    assert [row["place"] for row in second.context["rows"]] == [13, 14, 15]
    for junk in ("0", "x", "9" * 30, "-1"):
        assert admin.get(EXPLAIN, {"q": "mug", "page": junk}).status_code == 200


def test_an_empty_page_and_an_empty_result_say_what_to_do(
    admin: Client, mugs: list[Product]
) -> None:
    assert "Type a search" in admin.get(EXPLAIN).content.decode()
    page = admin.get(EXPLAIN, {"q": "zzzzqqq"}).content.decode()
    assert "A synonym or a redirect helps" in page
    assert f"{reverse('admin:ai_synonymrule_add')}?query=zzzzqqq" in page
    assert admin.get(EXPLAIN, {"q": "<script>\x00"}).status_code == 200


def test_a_rating_is_kept_once_and_can_be_changed(
    admin: Client, superuser: User, mugs: list[Product]
) -> None:
    answer = rate(admin, "Mugs", mugs[0], 3)
    assert answer.status_code == 302
    assert answer["Location"] == f"{EXPLAIN}?q=Mugs&page=1#hit-{mugs[0].pk}"
    part = rate(admin, "mug", mugs[0], 1, **{"HX-Request": "true"})
    assert 'aria-pressed="true"' in part.content.decode()
    judgement = Judgement.objects.get()
    assert (judgement.query, judgement.gain, judgement.author) == ("mug", 1, superuser)
    rows = admin.get(EXPLAIN, {"q": "MUG"}).context["rows"]
    assert {row["hit"].slug: row["gain"] for row in rows}["mug-0"] == 1


@pytest.mark.parametrize("gain", ["4", "-1", "", "x"])
def test_other_ratings_are_refused(admin: Client, mugs: list[Product], gain: str) -> None:
    assert rate(admin, "mug", mugs[0], gain).status_code == 302
    assert rate(admin, "!!", mugs[0], 1).status_code == 302
    assert admin.post(JUDGE, {"q": "mug", "product": "9" * 40, "gain": "1"}).status_code == 404
    assert not Judgement.objects.exists()


def test_the_lab_measures_what_was_judged(admin: Client, mugs: list[Product]) -> None:
    first = find("mug").hits[0].product
    lab.judge(query="mug", product=first, gain=3, author=None)
    lab.judge(query="kettle", product=mugs[0], gain=2, author=None)
    lab.judge(query="nothing good", product=mugs[0], gain=0, author=None)
    assert "1 of" not in admin.get(LAB).content.decode()
    admin.post(MEASURE)
    run = LabRun.objects.get()
    assert (run.queries, run.done) == (["kettle", "mug"], 0)
    page = admin.get(LAB).content.decode()
    assert "0 of 2 searches" in page
    assert 'role="progressbar"' in page
    admin.post(reverse("ai-lab-go-on", args=[run.pk]))
    run.refresh_from_db()
    assert run.is_done
    assert run.scores[1]["hybrid"] == 1.0
    ranked = [hit.product.pk for hit in find("kettle", page_size=10).hits]
    expected = ndcg([str(pk) for pk in ranked], {str(mugs[0].pk): 2})
    assert run.scores[0]["hybrid"] == pytest.approx(expected)
    assert run.means["hybrid"] == pytest.approx((1 + expected) / 2)
    assert run.worst[0][0] == "kettle"
    page = admin.get(LAB).content.decode()
    assert "Answered worst" in page
    assert f"{run.means['hybrid']:.4f}" in page


def test_a_step_takes_a_bounded_time(mugs: list[Product], monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(6):
        lab.judge(query=f"mug {n}", product=mugs[n], gain=3, author=None)
    monkeypatch.setattr(lab, "STEP_S", 0.0)
    run = lab.start_run(author=None)
    seen = []
    while not run.is_done:
        run = lab.step(run=run)
        seen.append(run.percent)
    assert seen == [16, 33, 50, 66, 83, 100]


@pytest.mark.django_db(transaction=True)
def test_two_steps_at_a_time_measure_no_search_twice(mugs: list[Product]) -> None:
    for n in range(4):
        lab.judge(query=f"mug {n}", product=mugs[n], gain=3, author=None)
    run = lab.start_run(author=None)

    def go_on() -> None:
        lab.step(run=run)
        connections.close_all()

    threads = [threading.Thread(target=go_on) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    run.refresh_from_db()
    assert run.done == len(run.scores) == run.total == 4


def test_without_judgements_there_is_nothing_to_measure(admin: Client) -> None:
    assert "0 hits judged" in admin.get(LAB).content.decode()
    answer = admin.post(MEASURE, follow=True)
    assert "Judge some hits first" in answer.content.decode()
    assert not LabRun.objects.exists()


def test_the_exports_are_what_evaluate_search_reads(
    admin: Client, mugs: list[Product], tmp_path: Path
) -> None:
    lab.judge(query="mug", product=mugs[0], gain=3, author=None)
    lab.judge(query="mug", product=mugs[-1], gain=0, author=None)
    lab.judge(query="kettle, blue", product=mugs[-1], gain=2, author=None)
    for name in ("queries", "qrels"):
        response = admin.get(reverse(f"ai-lab-{name}"))
        content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
        (tmp_path / f"{name}.csv").write_bytes(content)
    judged = read_judged_queries(queries=tmp_path / "queries.csv", qrels=tmp_path / "qrels.csv")
    assert {each.text: each.gains for each in judged} == {
        "mug": {"E0": 3, str(mugs[-1].pk): 0},
        "kettle blue": {str(mugs[-1].pk): 2},
    }
    rows = list(csv.reader(io.StringIO((tmp_path / "qrels.csv").read_text())))
    assert rows[0] == ["query_id", "product_id", "gain"]


def test_who_may_see_and_rate(staff: User, shopper: User, mugs: list[Product]) -> None:
    for user in (staff, shopper):
        client = signed_in(user)
        for address in (EXPLAIN, LAB, reverse("ai-lab-queries"), reverse("ai-lab-qrels")):
            assert client.get(address).status_code in {302, 403}
        assert client.post(MEASURE).status_code in {302, 403}
        assert rate(client, "mug", mugs[0], 3).status_code in {302, 403}
    staff.user_permissions.add(Permission.objects.get(codename="view_product"))
    page = signed_in(staff).get(EXPLAIN, {"q": "mug"})
    assert page.status_code == 200
    assert 'name="gain"' not in page.content.decode()
    assert rate(signed_in(staff), "mug", mugs[0], 3).status_code == 403
    assert not Judgement.objects.exists()


def test_judgements_are_listed_and_can_be_put_right(admin: Client, mugs: list[Product]) -> None:
    judgement = lab.judge(query="mug", product=mugs[0], gain=3, author=None)
    page = admin.get(reverse("admin:ai_judgement_changelist"), {"q": "mug"}).content.decode()
    assert "3 – perfect" in page
    change = reverse("admin:ai_judgement_change", args=[judgement.pk])
    assert admin.post(change, {"gain": "1"}).status_code == 302
    assert Judgement.objects.get().gain == 1
    assert admin.get(reverse("admin:ai_judgement_add")).status_code == 403
