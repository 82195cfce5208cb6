"""Retention: what is older than the settings say goes, the rest stays."""

import time
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from ai.analytics import forgetting
from ai.analytics.counting import count_searches
from ai.analytics.forgetting import forget_events
from ai.analytics.visitors import this_week
from ai.models import LoggedBox, LoggedSearch, QueryDay, ShopperEvent, VisitorSalt
from ai.tasks import forget_events as task
from shop.models import Product, ProductView
from tests.ai.analytics.conftest import Log, follow, hour


def forget() -> dict[str, int]:
    return forget_events(deadline=time.monotonic() + 30)


def test_the_log_goes_after_its_days_with_what_hangs_on_it(log: Log, shelf: list[Product]) -> None:
    old = log("old", days_ago=91, clicks=[1])
    # An order that came late goes with its search: a search without its orders would lie.
    follow(old, "order", shelf[0], amount=1, currency="EUR", at=hour(80))
    follow(None, "view", shelf[0], at=hour(91))
    kept = log("kept", days_ago=89, clicks=[1])
    follow(None, "view", shelf[0], at=hour(89))
    gone = forget()
    assert (gone["events"], gone["searches"]) == (3, 1)
    assert [each.pk for each in LoggedSearch.objects.all()] == [kept.pk]
    assert ShopperEvent.objects.count() == 2


def test_boxes_go_after_their_days_with_what_hangs_on_them(shelf: list[Product]) -> None:
    boxes = [
        LoggedBox.objects.create(
            id=uuid4(), at=hour(days), visitor="v", kind="similar", shown=[shelf[0].pk]
        )
        for days in (91, 89)
    ]
    for box in boxes:
        follow(None, "box_click", shelf[0], box=box, position=1, at=box.at)
    # An order that came late goes with its box.
    order = {"amount": 1, "currency": "EUR", "at": hour(80)}
    follow(None, "order", shelf[0], box=boxes[0], **order)
    gone = forget()
    assert (gone["events"], gone["boxes"]) == (2, 1)
    assert LoggedBox.objects.get() == boxes[1]
    assert ShopperEvent.objects.get().box == boxes[1]


def test_sums_stay_longer_but_not_those_of_a_few(log: Log) -> None:
    for visitor in ("a", "b", "c"):
        log("asked by three", visitor=visitor, days_ago=100)
    log("asked by one", days_ago=100)
    log("asked by one lately", days_ago=10)
    count_searches()
    forget()
    assert set(QueryDay.objects.values_list("query", flat=True)) == {
        "asked by three",
        "asked by one lately",
    }
    QueryDay.objects.update(day=timezone.localdate() - timedelta(days=731))
    forget()
    assert not QueryDay.objects.exists()


def test_views_and_salts_go_too(shelf: list[Product]) -> None:
    for days in (399, 401):
        ProductView.objects.create(
            product=shelf[0], visitor="v", viewed_at=timezone.now() - timedelta(days=days)
        )
    for weeks in (0, 1):
        week = this_week() - timedelta(weeks=weeks)
        VisitorSalt.objects.create(week=week, salt=b"s" * 32)
    gone = forget()
    assert (gone["views"], gone["salts"]) == (1, 1)
    assert VisitorSalt.objects.get().week == this_week()


def test_the_days_are_settings(log: Log, settings: Any) -> None:
    log("a week old", days_ago=8)
    settings.AI = {**settings.AI, "EVENTS": {"days": 7}}
    assert forget()["searches"] == 1


def test_it_goes_in_batches_until_its_time_is_up(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgetting, "BATCH", 2)
    for _ in range(5):
        log("old", days_ago=91)
    assert forget_events(deadline=time.monotonic() - 1)["searches"] == 0
    assert forget()["searches"] == 5


def test_beat_brings_it(log: Log, settings: Any) -> None:
    log("old", days_ago=91)
    assert settings.CELERY_BEAT_SCHEDULE["forget-events"]["task"] == task.name
    task()
    assert not LoggedSearch.objects.exists()
