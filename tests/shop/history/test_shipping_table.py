"""Prices of delivery come from the shop's own page."""

from decimal import Decimal

import pytest

from shop.demo.history.shipping import parse_rates
from tests.shop.history.year import DEMO, rates

ROW = "| Ireland | €4.90 | €60 | 1–2 |"


def test_every_row_of_the_page_is_read() -> None:
    page = (DEMO / "pages" / "shipping.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and "€" in line]
    assert len(rates()) == len(rows) > 10


def test_a_row_says_price_limit_and_days() -> None:
    rate = parse_rates(ROW)["IE"]
    assert (rate.price, rate.free_from, rate.most_days) == (Decimal("4.90"), Decimal(60), 2)


def test_delivery_is_free_from_the_limit_on() -> None:
    rate = parse_rates(ROW)["IE"]
    assert rate.price_of(Decimal("59.99")) == Decimal("4.90")
    assert rate.price_of(Decimal("60.00")) == 0


def test_a_page_without_a_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no table"):
        parse_rates("Parcels go everywhere.")


def test_a_country_without_a_code_is_refused() -> None:
    with pytest.raises(ValueError, match="Atlantis"):
        parse_rates(ROW + "\n| Atlantis | €90 | €900 | 9–99 |")
