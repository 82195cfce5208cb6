"""Offline replay: lists of before a cut, asked for what came after it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.ai.recommendations.conftest import Camp, look, order, run_all
from tests.factories.shop import UserFactory

pytestmark = pytest.mark.django_db


def test_what_was_bought_together_before_is_found_again(bare_camp: Camp) -> None:
    of = bare_camp.products
    for _ in range(3):
        order(of["tarn-2"], of["pegs"], days_ago=60)
        order(of["stove"], of["gas"], days_ago=60)
    order(of["tarn-2"], of["pegs"], days_ago=3)
    order(of["stove"], of["gas"], days_ago=2)
    # Nobody had bought these two together.
    order(of["palace"], of["mallet"], days_ago=2)
    month_ago = timezone.now() - timedelta(days=30)
    for number in range(3):
        look(f"old{number}", of["lamp"], of["mug"], at=month_ago)
    look("new", of["lamp"], of["mug"], at=timezone.now() - timedelta(days=1))
    live = run_all()
    replayed = live.figures["replay"]
    assert (replayed["together"]["asked"], replayed["together"]["hits"]) == (3, 2)
    assert replayed["similar"] == {"asked": 1, "hits": 1, "popular": 1}

    client = Client()
    client.force_login(UserFactory(staff=True))
    text = client.get("/admin/recommendations/").content.decode()
    assert "66.7 % (20.8 – 93.9)" in text


def test_a_shop_without_a_past_has_nothing_to_replay(bare_camp: Camp) -> None:
    nothing = {"asked": 0, "hits": 0, "popular": 0}
    assert run_all().figures["replay"] == {"together": nothing, "similar": nothing}
