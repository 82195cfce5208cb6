"""Recommendations for a letter."""

from decimal import Decimal
from typing import Any

import pytest

from ai.recommendations.letters import letter_items
from tests.ai.recommendations.conftest import Camp, order
from tests.factories.shop import UserFactory, VariantFactory
from tests.functional.conftest import give_picture

pytestmark = pytest.mark.django_db


def test_what_goes_with_an_order(camp: Camp, settings: Any) -> None:
    settings.SHOP = {**settings.SHOP, "SITE_URL": "https://shop.example"}
    give_picture(camp.products["pegs"], "olive")
    VariantFactory(product=camp.products["pegs"], option1="Long", price=12)
    first, second, *_ = letter_items(bought=camp.ids("tarn-2"), size=3)
    assert (first.title, first.brand) == ("Pegs for tents", "Scar")
    assert first.url == "https://shop.example/p/pegs/"
    assert first.reason == "Bought with Tarn 2 tent in 6 orders"
    assert (first.price, first.price_text) == (Decimal("9.000"), "from €9.00")
    assert first.image_url.startswith("https://shop.example/media/")
    assert first.image_alt == "Pegs for tents in olive"
    assert (second.title, second.image_url, second.image_alt) == ("Lamp for the tent", "", "")


def test_what_suits_an_account(camp: Camp) -> None:
    customer = UserFactory()
    order(camp.products["tarn-2"], customer=customer)
    items = letter_items(customer=customer.pk)
    assert len(items) == 4
    assert items[0].reason == "Others bought it with Tarn 2 tent, which you have"
    assert "Tarn 2 tent" not in {item.title for item in items}
