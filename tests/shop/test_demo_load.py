"""The demo shop loads, twice without a change, and only into an empty shop when asked so."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import F, Max
from django.test.utils import CaptureQueriesContext

from shop.demo.listed_pictures import listed_hashes
from shop.models import (
    Brand,
    Category,
    FaqEntry,
    Order,
    Page,
    Product,
    ProductImage,
    ProductView,
    Review,
    User,
    Variant,
)
from shop.services import images
from shop.services.images import StoredPicture
from shop.services.imports.catalogue import read_pictures
from shop.services.imports.demo import DemoFolder
from shop.services.imports.demo_load import load_demo
from tests.factories.shop import ProductFactory

pytestmark = pytest.mark.django_db
DEMO = Path(settings.SHOP["DEMO_DIR"])
# What there are thousands of is read and written in batches: a statement a table and hundred rows.
MANY = ("product", "variant", "review", "order")
STATEMENTS, STATEMENTS_AGAIN = 150, 100


def loaded(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    call_command("load_demo", *options)
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


def about_many(queries: CaptureQueriesContext) -> int:
    """Return how many statements name a table of which there are thousands of rows."""
    tables = re.compile(rf'"shop_(historical)?({"|".join(MANY)})')
    return sum(bool(tables.search(str(query["sql"]))) for query in queries)


def test_it_loads_and_a_second_time_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    written = [
        item
        for path in DEMO.glob("products/*.json")
        for item in json.loads(path.read_text(encoding="utf-8"))
    ]
    with CaptureQueriesContext(connection) as queries:
        out = loaded(capsys)
    assert about_many(queries) <= STATEMENTS
    assert "0 updated, 0 unchanged" in out
    assert re.search(r"History: [\d,]+ orders of 1,500 customers, [\d,]+ views in", out)
    assert set(Product.objects.values_list("slug", flat=True)) == {x["slug"] for x in written}
    assert Variant.objects.count() == sum(len(item["variants"]) for item in written)
    assert ProductImage.objects.count() == sum(len(item["images"]) for item in written)
    lines = sum(len(p.read_text(encoding="utf-8").splitlines()) for p in DEMO.glob("reviews/*"))
    assert Review.objects.count() == lines
    assert Page.objects.count() == len(list(DEMO.glob("pages/*.md")))
    assert FaqEntry.objects.count() == len(json.loads((DEMO / "faq.json").read_text()))
    assert not Product.objects.filter(price_max__lt=F("price_min")).exists()
    before = [
        Product.objects.aggregate(Max("updated_at")),
        Page.objects.aggregate(Max("updated_at")),
        (Order.objects.count(), ProductView.objects.count(), User.objects.count()),
    ]

    with CaptureQueriesContext(connection) as queries:
        out = loaded(capsys)

    assert about_many(queries) <= STATEMENTS_AGAIN
    assert "Demo shop: 0 created, 0 updated" in out
    after = [
        Product.objects.aggregate(Max("updated_at")),
        Page.objects.aggregate(Max("updated_at")),
        (Order.objects.count(), ProductView.objects.count(), User.objects.count()),
    ]
    assert "views: there already" in out
    assert after == before


def test_a_load_that_was_cut_goes_on_and_slugs_are_those_of_the_files(
    capsys: pytest.CaptureFixture[str],
) -> None:
    made = next(load_demo(DEMO)).counts["created"]
    assert 0 < made == Product.objects.count()
    assert f"0 updated, {made} unchanged" in loaded(capsys)
    tents = Category.objects.get(slug="tents")
    assert Category.objects.get_parent(tents).slug == "camp"
    brands = {item["slug"] for item in json.loads((DEMO / "brands.json").read_text())}
    assert set(Brand.objects.values_list("slug", flat=True)) == brands
    assert Product.objects.filter(category=None).count() == 0


def test_the_demos_own_pictures_are_kept_as_they_are(
    monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path
) -> None:
    """Drawing 500 pictures anew takes four times as long as all the rest."""
    settings.MEDIA_ROOT = tmp_path

    def draw(content: bytes) -> None:
        pytest.fail("a picture was drawn anew")

    monkeypatch.setattr(images, "clean_picture", draw)
    records = list(DemoFolder(DEMO).products())
    found = read_pictures(records, dry_run=False, known=listed_hashes())
    assert len(found) == sum(len(record.images) for record in records)
    for path, stored in found.items():
        assert isinstance(stored, StoredPicture)
        assert (tmp_path / stored.name).read_bytes() == path.read_bytes()


def test_a_shop_with_goods_is_left_alone_when_asked_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ProductFactory()
    assert "was not loaded" in loaded(capsys, "--if-empty")
    assert Product.objects.count() == 1


def test_a_fault_in_the_files_is_told_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    shutil.copytree(DEMO, folder, ignore=shutil.ignore_patterns("drawings", "*.py"))
    path = sorted(folder.glob("products/*.json"))[0]
    items = json.loads(path.read_text(encoding="utf-8"))
    items[1]["brand"] = "nobody"
    path.write_text(json.dumps(items))
    with pytest.raises(CommandError, match=rf"{path.name}, record 2"):
        call_command("load_demo", "--folder", str(folder))
