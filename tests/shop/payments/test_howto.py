"""docs/howto/payments.md names the numbers, events and limits that the code has."""

import re

import pytest

from shop.payments.fake.provider import CONFIRMS, DECLINES, PAYS
from shop.payments.stripe import CONNECT_S, READ_S, TOLERANCE_S
from shop.payments.stripe_events import EVENTS
from tests.conftest import REPOSITORY

HOWTO = (REPOSITORY / "docs" / "howto" / "payments.md").read_text(encoding="utf-8")
FORM = (REPOSITORY / "templates" / "shop" / "pay" / "_fake_card.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [HOWTO, FORM], ids=["howto", "form"])
def test_the_test_numbers(text: str) -> None:
    named = {each.replace(" ", "") for each in re.findall(r"\d{4} \d{4} \d{4} \d{4}", text)}

    assert named == {PAYS, CONFIRMS, *DECLINES}


def test_the_events() -> None:
    assert set(re.findall(r"`(payment_intent\.\w+)`", HOWTO)) == set(EVENTS)


def test_the_limits() -> None:
    assert f"{CONNECT_S:.0f} seconds for a connection and {READ_S:.0f} for an answer" in HOWTO
    assert "older than five minutes" in HOWTO
    assert TOLERANCE_S == 5 * 60
