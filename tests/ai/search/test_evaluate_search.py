"""`manage.py evaluate_search`: a judged catalogue in a database of its own."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from psycopg import sql

from shop.models import Product
from tests.factories.shop import ProductFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(240)]

PRODUCTS = {
    "k1": "Copper kettle with a whistle",
    "k2": "Steel kettle",
    "t1": "Porcelain teapot",
    "l1": "Linen towel",
}


@pytest.fixture(scope="module")
def name(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """Return the catalogue's name; its database is kept for all tests, since making one is slow."""
    yield "judged"
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        kept = sql.Identifier(f"{connection.settings_dict['NAME']}_evaluate_judged")
        cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(kept))


@pytest.fixture
def judged(name: str, tmp_path: Path) -> Path:
    """Return a folder with four products, two queries and their judgements."""
    folder = tmp_path / name
    folder.mkdir()
    with (folder / "catalogue.jsonl").open("w") as file:
        for id_, title in PRODUCTS.items():
            file.write(json.dumps({"id": id_, "title": title, "price": 10.0}) + "\n")
    write(folder / "queries.csv", ("query_id", "query"), [("1", "kettle"), ("2", "linen towel")])
    rows = [("1", "k1", 3), ("1", "k2", 3), ("1", "l1", 0), ("2", "l1", 3)]
    write(folder / "qrels.csv", ("query_id", "product_id", "gain"), rows)
    return folder


def write(path: Path, header: tuple[str, ...], rows: list[Any]) -> None:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def evaluate(folder: Path, *options: str) -> str:
    out = StringIO()
    call_command("evaluate_search", "--catalogue", str(folder), *options, stdout=out)
    return out.getvalue()


def test_it_measures_beside_the_shop_and_leaves_the_shop_alone(
    judged: Path, tmp_path: Path
) -> None:
    ProductFactory.create(title="Kettle of the shop itself")
    cache.set("of-the-shop", 1)
    result = tmp_path / "figures.json"

    printed = evaluate(judged, "--fresh", "--json", str(result))

    figures = json.loads(result.read_text())
    assert figures["products"] == len(PRODUCTS)
    assert figures["queries"] == 2
    assert set(figures["quality"]) == {"words", "meaning", "fusion", "hybrid"}
    # Both kettles and the towel are found by their words, and nothing unjudged above them.
    assert figures["quality"]["words"]["ndcg_at_10"] == 1.0
    assert figures["quality"]["words"]["recall_at_100"] == 1.0
    assert figures["milliseconds"]["total"]["p95"] >= figures["milliseconds"]["total"]["p50"] > 0
    assert figures["commit"]
    assert figures["machine"]["cores"] >= 1
    assert "4 products new" in printed
    assert list(Product.objects.values_list("title", flat=True)) == ["Kettle of the shop itself"]
    assert cache.get("of-the-shop") == 1


def test_two_queries_are_too_few_to_cross_validate(judged: Path) -> None:
    with pytest.raises(CommandError, match="takes 20 judged queries"):
        evaluate(judged, "--cv")


def test_a_second_run_embeds_nothing_and_a_fresh_one_everything(judged: Path) -> None:
    evaluate(judged)
    assert "0 embedded" in evaluate(judged)
    assert "4 embedded" in evaluate(judged, "--fresh")


def test_a_worse_judgement_is_a_worse_figure(judged: Path, tmp_path: Path) -> None:
    """The figure follows the judgements: the same rankings, judged the other way round."""
    rows = [("1", "k1", 0), ("1", "t1", 3), ("2", "l1", 0), ("2", "t1", 3)]
    write(judged / "qrels.csv", ("query_id", "product_id", "gain"), rows)
    result = tmp_path / "figures.json"
    evaluate(judged, "--json", str(result))
    assert json.loads(result.read_text())["quality"]["words"]["ndcg_at_10"] < 0.5


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("catalogue.jsonl", "no catalogue"),
        ("queries.csv", "cannot be read"),
        ("qrels.csv", "cannot be read"),
    ],
)
def test_what_is_missing_is_said(judged: Path, missing: str, message: str) -> None:
    (judged / missing).unlink()
    with pytest.raises(CommandError, match=message):
        evaluate(judged)


def test_queries_without_a_judgement_are_no_measurement(judged: Path) -> None:
    write(judged / "qrels.csv", ("query_id", "product_id", "gain"), [])
    with pytest.raises(CommandError, match="No query has a judgement"):
        evaluate(judged)
