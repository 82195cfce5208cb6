"""The front page of the demo: loaded by key, seasons turned into their next time."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from shop.models import HomeSection
from shop.services.imports.demo import DemoFolder
from shop.services.imports.home import import_section, next_time
from shop.services.imports.records import HomeRecord
from tests.factories.shop import CategoryFactory, ProductFactory

DEMO = Path(settings.SHOP["DEMO_DIR"])
RECORD = HomeRecord(line=3, key="row", kind="products", title="Row", rule="picked")


def at(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(text))


@pytest.mark.parametrize(
    ("now", "begins", "ends"),
    [
        ("2026-11-26", "2026-12-01", "2027-03-01"),
        ("2026-12-01", "2026-12-01", "2027-03-01"),
        ("2027-01-15", "2026-12-01", "2027-03-01"),
        ("2027-03-01", "2027-12-01", "2028-03-01"),
    ],
)
def test_a_season_over_the_turn_of_the_year(now: str, begins: str, ends: str) -> None:
    assert next_time("12-01", "03-01", now=at(now)) == (at(begins), at(ends))


def test_a_season_within_a_year() -> None:
    assert next_time("06-01", "09-01", now=at("2027-03-01")) == (at("2027-06-01"), at("2027-09-01"))
    assert next_time("06-01", "09-01", now=at("2027-08-31")) == (at("2027-06-01"), at("2027-09-01"))
    assert next_time("06-01", "09-01", now=at("2027-09-01")) == (at("2028-06-01"), at("2028-09-01"))


def test_a_leap_day_is_the_first_of_march_in_other_years() -> None:
    assert next_time("02-29", "06-01", now=at("2027-01-01"))[0] == at("2027-03-01")
    assert next_time("02-29", "06-01", now=at("2028-01-01"))[0] == at("2028-02-29")


@pytest.mark.django_db
def test_a_second_time_changes_nothing_and_a_change_is_taken() -> None:
    one, two = ProductFactory(slug="one"), ProductFactory(slug="two")
    record = replace(RECORD, products=("two", "one"))
    assert import_section(record).result == "created"
    assert import_section(record).result == "unchanged"
    section = HomeSection.objects.get(key="row")
    assert [each.product for each in section.picks.all()] == [two, one]
    assert import_section(replace(record, products=("one",))).result == "updated"
    assert import_section(replace(record, products=("one",), title="Line")).result == "updated"
    section.refresh_from_db()
    assert (section.title, section.position) == ("Line", 3)
    assert [each.product for each in section.picks.all()] == [one]


@pytest.mark.django_db
def test_a_product_that_is_not_there_is_told() -> None:
    outcome = import_section(replace(RECORD, products=("gone",)))
    assert [each.message for each in outcome.problems] == ["There is no product gone."]


@pytest.mark.django_db
def test_a_running_season_keeps_its_moments_and_one_that_is_over_gets_its_next() -> None:
    today = timezone.localtime()
    season = (f"{today - timedelta(9):%m-%d}", f"{today + timedelta(9):%m-%d}")
    record = replace(RECORD, season=season)
    import_section(record)
    section = HomeSection.objects.get()
    assert section.is_shown_at(timezone.now())
    HomeSection.objects.update(ends_at=section.ends_at - timedelta(hours=1))  # type: ignore[operator]
    assert import_section(record).result == "unchanged"
    HomeSection.objects.update(
        starts_at=today - timedelta(days=400), ends_at=today - timedelta(days=380)
    )
    assert import_section(record).result == "updated"
    section.refresh_from_db()
    assert section.is_shown_at(timezone.now())


@pytest.mark.django_db
def test_the_demos_own_front_page_is_shown(client: Client) -> None:
    demo = DemoFolder(DEMO)
    records = list(demo.home())
    for slug in {record.category for record in records} - {""}:
        CategoryFactory(slug=slug)
    for slug in {slug for record in records for slug in record.products}:
        ProductFactory(slug=slug)
    for record in records:
        assert import_section(record).problems == ()
    now = timezone.now()
    openings = HomeSection.objects.filter(kind="hero")
    assert openings.count() == 4
    shown = openings.shown_at(now).get()
    text = client.get("/").content.decode()
    assert shown.title in text
    assert shown.picture_alt in text
