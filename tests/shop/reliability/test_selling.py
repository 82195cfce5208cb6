"""R1 to R5 and R19: many buyers, few goods; nothing is sold twice, nothing is half sold.

The long form over HTTP is benchmarks/checkout_storm.py. Each protection has its negative control:
the same test with the protection taken out, which must fail it.
"""

import time
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

import pytest
from django.db import connection, transaction
from django.db.models import F

from shop.exceptions import CouponRefused, OrderChanged, ShopBusy
from shop.models import Cart, Coupon, CouponUse, IdempotencyKey, Order, OrderLine, Variant
from shop.services.cart import add_to_cart
from shop.services.orders import place
from shop.services.orders.place import PlacedOrder
from tests.factories.shop import CouponFactory, ShippingRateFactory, TaxRateFactory, VariantFactory
from tests.shop.buying.conftest import buy
from tests.shop.reliability.crowd import all_at_once, cart_of

pytestmark = pytest.mark.django_db(transaction=True)

# Long enough that everybody reads before anybody writes.
HESITATION_S = 0.05


@pytest.fixture(autouse=True)
def shop_that_ships() -> None:
    ShippingRateFactory(free_from=None)
    TaxRateFactory()


def sold(variant: Variant) -> int:
    lines = OrderLine.objects.filter(variant=variant)
    return sum(lines.values_list("quantity", flat=True))


def take_what_was_read(*, order: Order) -> None:
    """Read, decide, write: the way that sells the same thing to several people."""
    for line in order.lines.select_related("variant"):
        assert line.variant is not None
        stock = line.variant.stock
        if stock < line.quantity:
            raise OrderChanged
        time.sleep(HESITATION_S)
        Variant.objects.filter(order_lines=line).update(stock=stock - line.quantity)


def take_after_a_look(*, order: Order) -> None:
    """Look first, then subtract: still two steps, and the CHECK is all that is left."""
    for line in order.lines.select_related("variant"):
        assert line.variant is not None
        if line.variant.stock < line.quantity:
            raise OrderChanged
        time.sleep(HESITATION_S)
        Variant.objects.filter(order_lines=line).update(stock=F("stock") - line.quantity)


def test_r1_the_last_ten_are_sold_to_ten_of_many() -> None:
    variant = VariantFactory(stock=10)
    carts = [cart_of(variant) for _ in range(40)]
    crowd = all_at_once([partial(buy, cart) for cart in carts])
    assert len(crowd.results) == 10
    assert crowd.refusals == {"OrderChanged": 30}
    variant.refresh_from_db()
    assert (variant.stock, sold(variant)) == (0, 10)
    assert Cart.objects.filter(lines__isnull=False).count() == 30


def test_r1_negative_control_read_then_write_oversells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "take_stock", take_what_was_read)
    variant = VariantFactory(stock=10)
    all_at_once([partial(buy, cart) for cart in [cart_of(variant) for _ in range(40)]])
    assert sold(variant) > 10


def test_r1_the_check_is_the_last_net(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the condition in the UPDATE the constraint still keeps the stock, by failing."""
    monkeypatch.setattr(place, "take_stock", take_after_a_look)
    variant = VariantFactory(stock=10)
    crowd = all_at_once([partial(buy, cart) for cart in [cart_of(variant) for _ in range(40)]])
    variant.refresh_from_db()
    assert (variant.stock, sold(variant)) == (0, 10)
    assert crowd.refusals["IntegrityError"] > 0


def take_in_the_carts_order(*, order: Order) -> None:
    for line in order.lines.order_by("id"):
        Variant.objects.filter(order_lines=line).update(stock=F("stock") - line.quantity)
        time.sleep(HESITATION_S)


def crosswise(buyers: int) -> list[Cart]:
    """Return carts of two things, half of them filled in the other order."""
    one, other = VariantFactory(stock=500), VariantFactory(stock=500)
    pairs = [(one, other), (other, one)]
    return [cart_of(*pairs[number % 2]) for number in range(buyers)]


def test_r2_carts_filled_crosswise_do_not_block_each_other() -> None:
    crowd = all_at_once([partial(buy, cart) for cart in crosswise(32)])
    assert crowd.errors == []
    assert set(Variant.objects.values_list("stock", flat=True)) == {468}


def test_r2_negative_control_taken_in_the_carts_order_they_deadlock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(place, "take_stock", take_in_the_carts_order)
    crowd = all_at_once([partial(buy, cart) for cart in crosswise(8)])
    assert set(crowd.refusals) == {"ShopBusy"}
    # All or nothing even so: what was not ordered was not taken.
    left = set(Variant.objects.values_list("stock", flat=True))
    assert left == {500 - len(crowd.results)}


def test_r2_an_order_of_which_one_thing_is_gone_takes_nothing() -> None:
    there, gone = VariantFactory(stock=32), VariantFactory(stock=16)
    crowd = all_at_once([partial(buy, cart_of(there, gone)) for _ in range(32)])
    assert len(crowd.results) == 16
    for variant, left in ((there, 16), (gone, 0)):
        variant.refresh_from_db()
        assert variant.stock == left


def test_r3_one_key_buys_once_however_often_it_is_sent_at_once() -> None:
    variant = VariantFactory(stock=50)
    cart = cart_of(variant)
    total = Decimal("24.90")
    crowd = all_at_once([partial(buy, cart, total=total) for _ in range(20)])
    made = [each for each in crowd.results if not each.is_replay]
    assert len(made) == 1
    assert {each.order for each in crowd.results} == {made[0].order}
    assert set(crowd.refusals) <= {"RequestInFlight"}
    assert sold(variant) == 1


def test_r3_negative_control_without_the_keys_lock_they_run_into_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The unique row still lets one through, but the others end in an error, not in a reply."""

    def look_only(*, owner: str, key: str, request_hash: str) -> Order | None:
        known = IdempotencyKey.objects.filter(owner=owner, key=key).first()
        time.sleep(HESITATION_S)
        return known.order if known else None

    monkeypatch.setattr(place, "take_key", look_only)
    cart = cart_of(VariantFactory(stock=50))
    crowd = all_at_once([partial(buy, cart, total="24.90") for _ in range(20)])
    assert set(crowd.refusals) - {"RequestInFlight"}


def coupons_at_once(buyers: int) -> tuple[list[PlacedOrder], Coupon]:
    coupon = CouponFactory(max_uses=1)
    carts = [cart_of(VariantFactory(stock=5)) for _ in range(buyers)]
    for cart in carts:
        cart.coupon_code = coupon.code
        cart.save()
    acts = [partial(buy, cart, email=f"b{n}@example.com") for n, cart in enumerate(carts)]
    crowd = all_at_once(acts)
    assert set(crowd.refusals) <= {"CouponRefused", "OrderChanged"}
    coupon.refresh_from_db()
    return crowd.results, coupon


def test_r4_the_last_use_of_a_code_goes_to_one() -> None:
    results, coupon = coupons_at_once(32)
    assert len(results) == 1
    assert coupon.used_count == CouponUse.objects.count() == 1


def test_r4_negative_control_counted_in_two_steps_it_is_used_often(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def claim(*, code: str, order: Order) -> None:
        coupon = Coupon.objects.get(code=code)
        if coupon.max_uses is not None and coupon.used_count >= coupon.max_uses:
            raise CouponRefused
        time.sleep(HESITATION_S)
        Coupon.objects.filter(pk=coupon.pk).update(used_count=coupon.used_count + 1)
        CouponUse.objects.create(coupon=coupon, order=order, email=order.email)

    monkeypatch.setattr(place, "claim_coupon", claim)
    results, _ = coupons_at_once(16)
    assert len(results) > 1


def test_r4_one_customer_uses_a_code_once_from_many_carts() -> None:
    coupon = CouponFactory(max_uses_per_customer=1)
    carts = [cart_of(VariantFactory(stock=5)) for _ in range(16)]
    for cart in carts:
        cart.coupon_code = coupon.code
        cart.save()
    crowd = all_at_once([partial(buy, cart) for cart in carts])
    assert len(crowd.results) == 1


def change_prices(variants: Sequence[Variant], times: int) -> None:
    for number in range(times):
        with transaction.atomic():
            for variant in variants:
                price = 30 if number % 2 == 0 else 20
                Variant.objects.filter(pk=variant.pk).update(price=price)
        time.sleep(0.005)


def test_r5_prices_that_change_all_the_time_are_never_mixed() -> None:
    """Each buyer saw 40 or 60; nobody gets 50, and nobody gets what they did not see."""
    pair: list[Variant] = [VariantFactory.create(stock=500) for _ in range(2)]
    seen = [Decimal("44.90"), Decimal("64.90")]
    acts = [
        partial(buy, cart_of(*pair), total=seen[number % 2], email=f"b{number % 2}@example.com")
        for number in range(30)
    ]
    crowd = all_at_once([*acts, partial(change_prices, pair, 60)])
    assert set(crowd.refusals) <= {"OrderChanged", "ShopBusy"}
    orders = list(Order.objects.prefetch_related("lines"))
    assert orders
    for order in orders:
        prices = {line.unit_price for line in order.lines.all()}
        assert len(prices) == 1
        assert order.total == seen[order.email == "b1@example.com"]
        assert order.goods_total == 2 * prices.pop()


def test_r5_a_cart_changed_while_it_is_ordered_is_ordered_before_or_after() -> None:
    """The cart's lock: what was added is bought and paid for, or is in the cart still."""
    first, second = VariantFactory(stock=500), VariantFactory(stock=500)
    for _ in range(6):
        cart = cart_of(first)
        all_at_once(
            [
                partial(buy, cart, total="24.90"),
                partial(add_to_cart, cart=cart, variant=second),
            ]
        )
        order = Order.objects.order_by("-id").first()
        in_cart = set(cart.lines.values_list("variant_id", flat=True))
        if order is not None and not in_cart & {first.pk}:
            assert [line.variant_id for line in order.lines.all()] == [first.pk]
            assert in_cart == {second.pk}
        else:
            assert in_cart == {first.pk, second.pk}
        Order.objects.all().delete()


@pytest.fixture
def stuck() -> Iterator[Variant]:
    """Hold the row of a variant from another connection, as a hanging UPDATE of its price would."""
    variant: Variant = VariantFactory.create(stock=5)
    other = connection.copy()
    other.set_autocommit(False)
    with other.cursor() as cursor:
        cursor.execute("SELECT 1 FROM shop_variant WHERE id = %s FOR NO KEY UPDATE", [variant.pk])
    yield variant
    other.rollback()
    other.close()


def test_r19_a_stuck_row_fails_its_buyer_in_words_and_nobody_else(stuck: Variant) -> None:
    free = VariantFactory(stock=5)
    started = time.monotonic()
    crowd = all_at_once([partial(buy, cart_of(stuck)), partial(buy, cart_of(free))])
    assert time.monotonic() - started < 4
    assert [type(error) for error in crowd.errors] == [ShopBusy]
    assert "Please try again" in str(crowd.errors[0])
    (placed,) = crowd.results
    assert placed.order.lines.get().variant == free
    assert Order.objects.count() == 1


def test_r19_negative_control_without_a_lock_timeout_the_buyer_waits(stuck: Variant) -> None:
    def patient() -> PlacedOrder:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = 0")
            cursor.execute("SET statement_timeout = 4500")
        return buy(cart_of(stuck))

    started = time.monotonic()
    crowd = all_at_once([patient])
    assert time.monotonic() - started > 4
    assert not crowd.results
