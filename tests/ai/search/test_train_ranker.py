"""`manage.py train_ranker`, and what the search makes of a learnt ranking."""

import csv
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from ai.models import EmbeddingSpace, LoggedSearch, ShopperEvent
from ai.search.learned import serving
from ai.search.learned.features import FEATURES
from ai.search.learned.forest import Forest
from ai.search.learned.model import Ranker
from ai.search.learned.serving import fusion_alone, get_ranker
from shop.models import Product
from tests.ai.search.conftest import find, make_searchable, slugs
from tests.factories.shop import ProductFactory

LENGTH = list(FEATURES).index("title_length")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the shop's own ranking is read from, in a folder of the test."""
    path = tmp_path / "models" / "ranker.json"
    monkeypatch.setattr(serving, "own_path", lambda: path)
    monkeypatch.setattr("ai.management.commands.train_ranker.own_path", lambda: path)
    return path


def ranker(space: EmbeddingSpace, **weights: float) -> Ranker:
    """Return a ranker that adds so much for each feature, whatever the query."""
    columns = [weights.get(name, 0.0) for name in FEATURES]
    return Ranker(
        weights=np.array(columns),
        means=np.zeros(len(FEATURES)),
        low=np.zeros(len(FEATURES)),
        high=np.ones(len(FEATURES)),
        usual_low=np.zeros(len(FEATURES)),
        usual_high=np.ones(len(FEATURES)),
        forest=Forest.of_nodes([]),
        space=space.model_id,
    )


def alone(text: str) -> list[str]:
    """Return what the fusion finds without anything learnt."""
    with fusion_alone():
        return slugs(find(text))


def test_a_learnt_ranking_orders_and_is_explained(
    kitchen: list[Product], space: EmbeddingSpace, own: Path
) -> None:
    # No file of the shop's own: the fusion, which prefers the shorter title.
    assert alone("kettle")[:2] == ["copper-kettle", "steel-kettle"]
    ranker(space, title_length=5.0).write(own)
    hits = find("kettle", explain=True).hits
    assert hits[0].slug == "steel-kettle"
    explanation = hits[0].explanation
    assert explanation is not None
    amounts = {part.name: part.amount for part in explanation.contributions}
    assert amounts["learned:title_length"] > 0
    assert sum(amounts.values()) == pytest.approx(explanation.score, abs=1e-5)
    # It can be left out.
    assert alone("kettle")[0] == "copper-kettle"


def test_what_cannot_be_trusted_has_no_say(
    kitchen: list[Product], space: EmbeddingSpace, own: Path
) -> None:
    fused = alone("kettle")
    ranker(space, title_length=5.0).write(own)
    own.write_text(own.read_text().replace("5.0", "6.0", 1))
    assert get_ranker(space=space.model_id) is None
    assert slugs(find("kettle")) == fused


def test_one_learnt_on_other_vectors_has_no_say(
    kitchen: list[Product], space: EmbeddingSpace, own: Path
) -> None:
    ranker(space, title_length=5.0).write(own)
    assert get_ranker(space="another@model") is None
    assert get_ranker(space=space.model_id) is not None


def test_the_one_that_ships_is_sound() -> None:
    shipped = Ranker.read(serving.SHIPPED)
    assert shipped.metrics["queries"] >= 50
    quality = shipped.metrics["ndcg_at_10"]
    assert quality[shipped.metrics["way"]] > quality["fusion"]


def train(*options: str) -> str:
    out = StringIO()
    call_command("train_ranker", *options, stdout=out)
    return out.getvalue()


def write(path: Path, header: str, rows: list[Any]) -> Path:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([header.split(","), *rows])
    return path


def test_judgements_of_the_shops_own_products_are_learnt_from(
    space: EmbeddingSpace, own: Path, tmp_path: Path
) -> None:
    """Long titles are what these judges like, which the fusion cannot know."""
    make_plain_and_better()
    queries = write(tmp_path / "q.csv", "query_id,query", list(enumerate(THINGS)))
    judged = [
        (number, f"{thing}-{kind}", 3 * kind)
        for number, thing in enumerate(THINGS)
        for kind in range(2)
    ]
    qrels = write(tmp_path / "r.csv", "query_id,product_id,gain", judged)
    assert alone("ketpot")[0] == "ketpot-0"
    printed = train("--queries", str(queries), "--qrels", str(qrels))
    assert str(own) in printed
    assert slugs(find("ketpot"))[0] == "ketpot-1"


def make_plain_and_better(*, is_imported: bool = True) -> list[Product]:
    """Return two products for each thing, a plain one and one with a long title."""
    products = [
        ProductFactory.create(
            slug=f"{thing}-{kind}",
            external_id=f"{thing}-{kind}" if is_imported else "",
            title=f"{thing} {'of the best kind there is, with a lot more' * kind or 'plain'}",
            description="",
            brand=None,
            category=None,
        )
        for thing in THINGS
        for kind in range(2)
    ]
    make_searchable(*products)
    return products


def log_searches(products: list[Product], *, clicked: int, **marks: bool) -> None:
    """Log searches for each thing that showed both products, each first as often as the other."""
    for thing, pair in zip(THINGS, batched_pairs(products), strict=True):
        for number in range(20):
            shown = [pair[number % 2].pk, pair[1 - number % 2].pk]
            search = LoggedSearch.objects.create(
                id=uuid4(),
                at=timezone.now(),
                visitor="v",
                query=thing,
                folded=thing,
                total=2,
                shown=shown,
                **marks,
            )
            ShopperEvent.objects.create(
                id=uuid4(),
                kind="click",
                at=timezone.now(),
                visitor="v",
                search=search,
                product=pair[clicked],
                position=shown.index(pair[clicked].pk) + 1,
            )


def batched_pairs(products: list[Product]) -> list[list[Product]]:
    return [products[begin : begin + 2] for begin in range(0, len(products), 2)]


@pytest.mark.parametrize("is_imported", [True, False])
def test_the_search_log_is_learnt_from(space: EmbeddingSpace, own: Path, is_imported: bool) -> None:
    products = make_plain_and_better(is_imported=is_imported)
    log_searches(products, clicked=1)
    # What was sorted or narrowed says nothing about the ranking, and must not be learnt.
    for mark in ("is_sorted", "is_filtered"):
        log_searches(products, clicked=0, **{mark: True})
        log_searches(products, clicked=0, **{mark: True})
    assert alone("ketpot")[0] == "ketpot-0"
    assert str(own) in train("--clicks")
    assert slugs(find("ketpot"))[0] == "ketpot-1"


THINGS = [
    first + last
    for first in ("ket", "tea", "bar", "can", "ham")
    for last in ("tlo", "pot", "rel", "dle", "mer")
]


def test_too_few_queries_are_refused(space: EmbeddingSpace, own: Path, tmp_path: Path) -> None:
    queries = write(tmp_path / "q.csv", "query_id,query", [(1, "kettle")])
    qrels = write(tmp_path / "r.csv", "query_id,product_id,gain", [(1, "k", 3)])
    with pytest.raises(CommandError, match="20 are the least"):
        train("--queries", str(queries), "--qrels", str(qrels))
    assert not own.exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--qrels", "r.csv"], "needs --queries"),
        (["--clicks", "nowhere.csv"], "clicks cannot be read"),
        ([], "required"),
    ],
)
@pytest.mark.django_db
def test_what_is_missing_is_said(options: list[str], message: str) -> None:
    with pytest.raises(CommandError, match=message):
        train(*options)
