"""The year's facts: how much, when, at what price, and always the same."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, date
from decimal import Decimal

import pytest

from shop.demo.history.goods import Catalogue
from shop.demo.history.people import DOMAINS
from shop.demo.history.seasons import FIRST_DAY, LAST_DAY, is_sale
from shop.demo.history.simulate import simulate
from tests.conftest import REPOSITORY
from tests.shop.history.year import catalogue, good, rates, year


def test_fifteen_hundred_customers_place_five_thousand_orders() -> None:
    history = year()
    assert len(history.buyers) == 1_500
    assert len(history.orders) >= 5_000
    assert {order.buyer for order in history.orders} == set(history.buyers)
    assert len(history.views) > 5 * len(history.orders)


def test_the_year_is_whole_and_ends_on_its_last_day() -> None:
    assert (LAST_DAY - FIRST_DAY).days == 364
    assert date(2026, 11, 23) == LAST_DAY
    for moments in ([x.placed_at for x in year().orders], [x.viewed_at for x in year().views]):
        assert moments == sorted(moments)
        assert min(moments).date() == FIRST_DAY
        assert max(moments).date() == LAST_DAY
        assert {moment.tzinfo for moment in moments} == {UTC}
        assert len({moment.date() for moment in moments}) == 365


def test_nothing_is_bought_or_seen_before_it_was_published() -> None:
    # The latest are too new to be sure of a sale.
    young = [each for each in catalogue().goods if FIRST_DAY < each.published < date(2026, 6, 1)]
    assert young
    for order in year().orders:
        for line in order.lines:
            assert order.placed_at.date() >= good(line.slug).published
    for view in year().views:
        assert view.viewed_at.date() >= good(view.slug).published
    sold = {line.slug for order in year().orders for line in order.lines}
    assert {each.slug for each in young} <= sold


def test_totals_are_the_lines_and_the_price_of_the_shipping_table() -> None:
    prices: set[Decimal] = set()
    for order in year().orders:
        worth = sum((line.unit_price * line.quantity for line in order.lines), Decimal(0))
        assert order.goods_total == worth
        rate = rates()[order.buyer.country]
        assert rate.free_from is not None
        assert order.shipping_price == (rate.price if worth < rate.free_from else 0)
        prices.add(order.shipping_price)
    assert prices == {Decimal(0), *(rate.price for rate in rates().values())}


def test_prices_are_those_of_the_catalogue_and_reduced_in_sales_only() -> None:
    offers = {offer.sku: offer for each in catalogue().goods for offer in each.offers}
    seen: Counter[bool] = Counter()
    for order in year().orders:
        for line in order.lines:
            offer, reduced = offers[line.sku], is_sale(order.placed_at.date())
            assert line.unit_price == (offer.price if reduced else offer.full_price or offer.price)
            seen[reduced] += 1
    assert min(seen[True], seen[False]) > 1_000


def test_a_basket_holds_each_product_once_and_at_least_one() -> None:
    sizes = Counter(len(order.lines) for order in year().orders)
    assert min(sizes) == 1
    assert sizes[1] > sizes[2] > sizes[3] > sizes[4]
    for order in year().orders:
        slugs = [line.slug for line in order.lines]
        assert len(slugs) == len(set(slugs))
        assert all(line.quantity > 0 for line in order.lines)


def test_statuses_follow_the_age_of_an_order() -> None:
    shares = Counter(order.status for order in year().orders)
    assert set(shares) == {"placed", "shipped", "delivered", "cancelled", "returned"}
    assert 0.01 < shares["cancelled"] / len(year().orders) < 0.05
    assert 0.02 < shares["returned"] / len(year().orders) < 0.10
    age = {
        status: [
            (LAST_DAY - order.placed_at.date()).days
            for order in year().orders
            if order.status == status
        ]
        for status in shares
    }
    assert max(age["placed"]) <= 3
    assert max(age["shipped"]) <= 14
    assert min(age["delivered"]) >= 2
    assert min(age["returned"]) >= 16


def test_countries_are_those_of_the_table_and_home_is_first() -> None:
    countries = Counter(buyer.country for buyer in year().buyers)
    assert set(countries) == set(rates())
    assert countries.most_common(1)[0][0] == "IE"


def test_addresses_are_reserved_ones_and_nobody_shares_one() -> None:
    addresses = [buyer.email for buyer in year().buyers]
    assert len(set(addresses)) == len(addresses)
    assert {address.partition("@")[2] for address in addresses} == set(DOMAINS)
    reserved = ("example.com", "example.net", "example.org", ".example")
    assert all(address.endswith(reserved) for address in addresses)


def test_views_name_members_only_and_every_purchase_was_looked_at() -> None:
    members = {buyer.email for buyer in year().buyers if buyer.has_account}
    named = {view.email for view in year().views}
    assert "" in named
    assert named - {""} <= members
    seen = {(view.slug, view.viewed_at.date()) for view in year().views}
    days = [(line.slug, order.placed_at.date()) for order in year().orders for line in order.lines]
    assert seen.issuperset(days)


def test_a_person_keeps_their_size() -> None:
    sizes: dict[int, set[str]] = {}
    for order in year().orders:
        for line in order.lines:
            sizes.setdefault(order.buyer.number, set()).update(
                {"S", "M", "L", "XL"}.intersection(line.options.split(" / "))
            )
    worn = [size for size in sizes.values() if size]
    assert len(worn) > 200
    # Where one's own size is not made, another is bought for somebody else.
    assert sum(len(size) == 1 for size in worn) > 0.9 * len(worn)


def test_the_same_seed_gives_the_same_history_and_another_another() -> None:
    again = simulate(Catalogue(reversed(catalogue().goods)), rates(), customers=40)
    assert again.digest() == year(customers=40).digest()
    other = simulate(catalogue(), rates(), customers=40, seed=1)
    assert other.digest() != again.digest()


def test_one_customer_more_changes_nobody_else() -> None:
    fewer, more = year(customers=40), year(customers=41)
    assert set(fewer.buyers) < set(more.buyers)
    assert [order for order in more.orders if order.buyer.number <= 40] == list(fewer.orders)


def test_a_shop_that_opened_later_is_refused() -> None:
    late = [replace(each, published=date(2026, 1, 1)) for each in catalogue().goods]
    with pytest.raises(ValueError, match="2025-11-24"):
        simulate(Catalogue(late), rates(), customers=1)


SCRIPT = """
import sys
from datetime import date
from decimal import Decimal
from shop.demo.history.goods import Catalogue, Good, Offer
from shop.demo.history.shipping import Rate
from shop.demo.history.simulate import simulate
offer = Offer(sku="A", options=(), price=Decimal(9), full_price=Decimal(12))
goods = [
    Good(slug=f"{c}-{n}", title=f"Brand {c} {n}", brand="Brand", category=c, reviews=n,
         published=date(2024, 1, 1), offers=(offer,), fits=frozenset({f"Brand {c} 0", "Brand x 1"}))
    for c in ("tents", "garden-tools", "tea-and-coffee", "unheard-of") for n in range(5)
]
rate = Rate(price=Decimal(5), free_from=Decimal(60), least_days=1, most_days=3)
print(simulate(Catalogue(goods), {"IE": rate, "DE": rate}, customers=20).digest())
print("django" in sys.modules)
"""


def test_it_needs_no_django_and_no_order_of_sets() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert told[0][1] == "False"
