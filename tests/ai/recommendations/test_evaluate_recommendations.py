"""`manage.py evaluate_recommendations`: tables, JSON, and what is missing."""

import json
from contextlib import nullcontext
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.ai.recommendations.evaluation.test_sequences import habits


def evaluate(*options: str) -> str:
    out = StringIO()
    call_command("evaluate_recommendations", *options, stdout=out)
    return out.getvalue()


def test_sequences_are_measured_and_written(tmp_path: Path) -> None:
    path, result = tmp_path / "habits.txt", tmp_path / "figures.json"
    lines = [
        " ".join(map(str, [user, *(int(item) for item in row)]))
        for user, row in enumerate(habits().rows)
    ]
    path.write_text("\n".join(lines))
    printed = evaluate("--sequences", str(path), "--json", str(result))
    figures = json.loads(result.read_text())
    assert figures["machine"]["cores"] >= 1
    assert figures["commit"]
    measured = figures["sequences"]
    assert measured["file"] == "habits.txt"
    assert f"{measured['test']['ways']['blend']['ndcg_at_10']:.4f}" in printed
    assert set(measured["test"]["ways"]) == {
        *("popularity", "item_knn", "transitions", "regression", "sum", "blend")
    }
    assert set(measured["test"]["blend_over"]) == set(measured["test"]["ways"]) - {"blend"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "Name data"),
        (["--links", "links.csv"], "belong together"),
        (["--catalogue", "products.csv"], "Name data"),
        (["--sequences", "nowhere.txt"], "nowhere.txt cannot be read"),
        (["--orders", "nowhere.csv"], "nowhere.csv cannot be read"),
        (["--links", "links.csv", "--catalogue", "nowhere.csv"], "no catalogue at nowhere.csv"),
    ],
)
def test_what_is_missing_is_said(options: list[str], message: str) -> None:
    with pytest.raises(CommandError, match=message):
        evaluate(*options)


def no_database(*arguments: object, **options: object) -> nullcontext[None]:
    return nullcontext()


@pytest.mark.django_db
def test_links_are_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # In the test's own database: making one takes long, and evaluate_search's test does.
    monkeypatch.setattr("ai.management.recommendations_data.scratch_database", no_database)
    catalogue, links = tmp_path / "catalogue.jsonl", tmp_path / "links.csv"
    titles = {"k1": "Copper kettle", "k2": "Steel kettle", "t1": "Tea towel", "t2": "Bath towel"}
    catalogue.write_text(
        "".join(
            json.dumps({"id": id_, "title": title, "price": 10.0}) + "\n"
            for id_, title in titles.items()
        )
    )
    links.write_text("kind,handle,linked_handle\nrelated,k1,k2\ncrosssell,k1,t1\n")
    result = tmp_path / "figures.json"
    evaluate("--links", str(links), "--catalogue", str(catalogue), "--json", str(result))
    kinds = json.loads(result.read_text())["links"]["kinds"]
    assert set(kinds) == {"related", "crosssell"}
    ways = kinds["related"]["ways"]
    assert set(ways) == {"popularity", "title_bm25", "semantic", "borrowed"}
    assert ways["semantic"]["recall_at_10"] == 1.0
