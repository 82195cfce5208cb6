"""Two people at one order at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction

from shop.exceptions import ShopBusy, ShopError
from shop.models import Order, Refund, Variant
from shop.services.orders.cancel import cancel_order
from shop.services.orders.locks import lock_order
from shop.services.orders.refund import refund_order
from shop.services.orders.refund_amounts import quote_refund
from tests.shop.orders.shop import everything, line_of, paid_order, place, stock_of, variant_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("shipping")]
PRESSES = 4
MODULE = refund_order.__module__


def together(calls: list[Any]) -> list[Any]:
    """Call all at the same moment, each on its own connection; return answers and errors."""
    barrier = Barrier(len(calls))

    def call(one: Any) -> Any:
        barrier.wait(10)
        try:
            return one()
        except (ShopError, ArithmeticError) as error:
            return error
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(call, calls))


def press(order: Order, line_id: int) -> Any:
    """Return a press on the button, in a request of its own."""
    return lambda: refund_order(
        order=Order.objects.get(pk=order.pk),
        lines={line_id: 1},
        restock=True,
        idempotency_key="one page",
    )


def test_a_button_that_is_pressed_by_four_at_once_pays_back_once() -> None:
    variant = variant_of("20.00", stock=5)
    order = paid_order((variant, 3))
    line = line_of(order, variant)
    answers = together([press(order, line.pk) for _ in range(PRESSES)])
    refund = Refund.objects.get()
    assert [answer.pk for answer in answers] == [refund.pk] * PRESSES
    order.refresh_from_db()
    line.refresh_from_db()
    assert (order.refunded_total, line.refunded) == (Decimal("20.00"), 1)
    assert stock_of(variant) == 3


def test_without_the_lock_the_presses_would_not_see_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The negative control: some press fails at the last net, the database's constraint."""
    barrier = Barrier(PRESSES)

    def slowly(**values: Any) -> Any:
        barrier.wait(10)
        return quote_refund(**values)

    monkeypatch.setattr(f"{MODULE}.lock_order", lambda **_: None)
    monkeypatch.setattr(f"{MODULE}.quote_refund", slowly)
    variant = variant_of("20.00", stock=5)
    order = paid_order((variant, 3))
    line = line_of(order, variant)
    answers = together([press(order, line.pk) for _ in range(PRESSES)])
    assert sum(isinstance(answer, Exception) for answer in answers) == PRESSES - 1


def test_cancelling_and_paying_back_at_once_give_back_what_was_paid() -> None:
    variant = variant_of("20.00", stock=5)
    order = paid_order((variant, 3))
    line = line_of(order, variant)
    together([press(order, line.pk), lambda: cancel_order(order=Order.objects.get(pk=order.pk))])
    order.refresh_from_db()
    assert (order.status, order.refunded_total) == ("cancelled", Decimal("64.90"))
    assert sum(Refund.objects.values_list("amount", flat=True)) == order.total
    assert stock_of(variant) == 5


def test_a_thing_that_somebody_else_holds_is_said_to_be_busy() -> None:
    variant = variant_of(stock=5)
    order = place((variant, 1))
    before = everything(order)
    barrier = Barrier(2)

    def hold() -> None:
        with transaction.atomic():
            Variant.objects.select_for_update().get(pk=variant.pk)
            barrier.wait(10)
            barrier.wait(10)

    def cancel() -> None:
        barrier.wait(10)
        try:
            cancel_order(order=Order.objects.get(pk=order.pk))
        finally:
            barrier.wait(10)

    _, answer = together([hold, cancel])
    assert isinstance(answer, ShopBusy)
    assert "one of these things" in str(answer)
    assert everything(order) == before


def test_an_order_that_somebody_holds_is_said_to_be_busy() -> None:
    order = paid_order()
    barrier = Barrier(2)

    def hold() -> None:
        with transaction.atomic():
            lock_order(order=Order.objects.get(pk=order.pk))
            barrier.wait(10)
            barrier.wait(10)

    def wait() -> None:
        barrier.wait(10)
        try:
            cancel_order(order=Order.objects.get(pk=order.pk))
        finally:
            barrier.wait(10)

    _, answer = together([hold, wait])
    assert isinstance(answer, ShopBusy)
    assert str(answer) == "Somebody else is working on this order. Please try again."
