"""Rule R6: whatever happens to orders, stock is never lost, cents are exact, statuses are legal."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from itertools import count

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from shop.exceptions import (
    CheckoutError,
    InvalidValue,
    OrderStateError,
    PaymentDeclined,
    RefundTooLarge,
)
from shop.models import (
    Coupon,
    Order,
    OrderEvent,
    Product,
    Refund,
    RefundLine,
    ReturnRequest,
    Variant,
)
from shop.payments.base import PaymentState
from shop.services.orders.cancel import cancel_order
from shop.services.orders.expire import expire_orders
from shop.services.orders.invoices import issue_invoice
from shop.services.orders.refund import refund_order
from shop.services.orders.returns import (
    approve_return,
    decline_return,
    receive_return,
    request_return,
)
from shop.services.orders.settle import settle_pending_refunds
from shop.services.orders.shares import paid_shares
from shop.services.orders.ship import mark_delivered, ship_order
from shop.services.payments import apply_payment_news, mark_paid_by_hand, start_payment
from tests.factories.shop import CouponFactory, ShippingRateFactory, TaxRateFactory, UserFactory
from tests.shop.orders.pieces import Account, Piece
from tests.shop.orders.shop import GOOD_CARD, HOME, NO_MONEY, pay, place, variant_of
from tests.shop.orders.test_webhook import news_of

# From each status the statuses that may come next.
LEGAL = {
    "pending": {"placed", "cancelled"},
    "placed": {"part_shipped", "shipped", "cancelled"},
    "part_shipped": {"shipped", "returned"},
    "shipped": {"delivered", "returned"},
    "delivered": {"returned"},
    "cancelled": {"placed"},  # its reservation had run out, and it was paid after all
    "returned": set(),
}
CENT = Decimal("0.01")
MAX_ORDERS, USES = 4, 3
some = st.integers(0, 3)
# What ends an order: often enough, and not before anything else happened to it.
rarely = st.sampled_from([False, False, False, True])
# How much of each line: mostly what there is, at times more.
parts = st.lists(
    st.sampled_from(["none", "one", "one", "one", "all", "all", "all", "more"]),
    min_size=3,
    max_size=3,
)
which = st.integers(0, MAX_ORDERS - 1)
_events = count()


class OrderMachine(RuleBasedStateMachine):
    """Shoppers, staff, providers and the clock, each doing anything at any moment."""

    @initialize(first=st.integers(0, 3), second=st.integers(1, 3))
    def open_shop(self, first: int, second: int) -> None:
        """Open a shop with three things, one of which is sold beyond its stock; sell some."""
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        ShippingRateFactory(free_from=None)
        TaxRateFactory()
        added = TaxRateFactory(of="books", percent=Decimal(10), is_included=False)
        self.staff = UserFactory(staff=True)
        self.variants = [
            variant_of("9.99", stock=6),
            variant_of("0.35", stock=2, allow_backorder=True),
            variant_of("20.01", stock=4),
        ]
        Product.objects.filter(pk=self.variants[2].product_id).update(tax_class=added.tax_class)
        self.coupon = CouponFactory(percent=7, max_uses=USES)
        self.shelf = {variant.pk: variant.stock for variant in self.variants}
        self.orders: list[Order] = []
        self.touched: list[Order] = []
        self.accounts: dict[int, Account] = {}
        self.returns: list[ReturnRequest] = []
        self._buy([first, second, 1], "card", has_code=True)
        self._buy([second, first, 0], "bank_transfer", has_code=True)
        self.pay_by_card(0, is_good=True)
        self.money_comes_by_hand(1)

    def teardown(self) -> None:
        """Close it as if it had never been."""
        if hasattr(self, "transaction"):
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)

    # ----- What may happen.

    @precondition(lambda self: len(self.orders) < MAX_ORDERS)
    @rule(
        quantities=st.lists(some, min_size=3, max_size=3),
        provider=st.sampled_from(["card", "card", "bank_transfer"]),
        has_code=st.booleans(),
    )
    def buy(self, quantities: list[int], provider: str, has_code: bool) -> None:
        self._buy(quantities, provider, has_code=has_code)

    def _buy(self, quantities: list[int], provider: str, *, has_code: bool) -> None:
        wanted = [pair for pair in zip(self.variants, quantities, strict=True) if pair[1]]
        fits = all(
            variant.allow_backorder or self.shelf[variant.pk] >= quantity
            for variant, quantity in wanted
        )
        code = self.coupon.code if has_code and self._uses_left() else ""
        try:
            order = place(*wanted, provider=provider, coupon=code)
        except CheckoutError:
            assert not wanted or not fits
            return
        assert fits
        self.orders.append(order)
        self.touched.append(order)
        self.accounts[order.pk] = self._open_account(order)

    @precondition(lambda self: self.orders)
    @rule(index=which, is_good=st.booleans())
    def pay_by_card(self, index: int, is_good: bool) -> None:
        order, account = self._take(index)
        payable = order.status == "pending"
        try:
            pay(order, GOOD_CARD if is_good else NO_MONEY)
        except PaymentDeclined:
            assert not is_good
        except OrderStateError:
            assert not payable
        else:
            if payable:
                assert is_good
                account.is_paid = True

    @precondition(lambda self: self.orders)
    @rule(index=which, state=st.sampled_from([PaymentState.PAID, PaymentState.FAILED]))
    def hear_from_provider(self, index: int, state: PaymentState) -> None:
        """Take a message at any time, long after the order has ended too."""
        order, account = self._take(index)
        if order.payment_provider != "card":
            return
        if order.status == "pending":
            start_payment(order=order, return_url=HOME)
        payment = order.payments.filter(provider="card").exclude(reference="").first()
        if payment is None:
            return
        was = order.status
        news = news_of(order, payment=payment, state=state, event_id=f"evt-{next(_events)}")
        apply_payment_news(provider_code="card", news=news)
        order.refresh_from_db()
        if state is PaymentState.PAID and not account.is_paid:
            account.is_paid = True
            if was == "cancelled":
                self._late(order, account)

    @precondition(lambda self: self.orders)
    @rule(index=which)
    def money_comes_by_hand(self, index: int) -> None:
        order, account = self._take(index)
        was = order.status
        try:
            mark_paid_by_hand(order=order, actor=self.staff)
        except OrderStateError:
            assert account.is_paid
            return
        assert not account.is_paid
        account.is_paid = True
        order.refresh_from_db()
        if was == "cancelled":
            self._late(order, account)

    @precondition(lambda self: self.orders)
    @rule()
    def time_passes(self) -> None:
        """Let every reservation run out."""
        waiting = [order for order in self.orders if order.status == "pending"]
        past = timezone.now() - timedelta(seconds=1)
        Order.objects.filter(pk__in=[order.pk for order in waiting]).update(expires_at=past)
        expire_orders(limit=10)
        self.touched += waiting
        for order in waiting:
            order.refresh_from_db()
            if order.status == "cancelled":
                self._shelve(self.accounts[order.pk].give_up())
            else:
                self.accounts[order.pk].is_paid = True

    @precondition(lambda self: self.orders)
    @rule(index=which, is_meant=rarely)
    def cancel(self, index: int, is_meant: bool) -> None:
        if not is_meant:
            return
        order, account = self._take(index)
        may = order.can_be_cancelled
        try:
            cancel_order(order=order, actor=self.staff)
        except OrderStateError:
            assert not may
            return
        assert may
        self._shelve(account.give_up())
        if account.is_paid:
            self._refund_all(account)

    @precondition(lambda self: self.orders)
    @rule(index=which, much=parts)
    def ship(self, index: int, much: list[str]) -> None:
        order, account = self._take(index)
        left = {line: len(account.unsent(line)) for line in account.lines}
        wanted = pieces_of(left, much)
        is_open = order.status in {"placed", "part_shipped"}
        fits = all(count <= left[line] for line, count in wanted.items())
        try:
            ship_order(order=order, quantities=wanted, actor=self.staff)
        except OrderStateError:
            assert not is_open
        except InvalidValue:
            assert not wanted or not fits
        else:
            assert is_open
            assert wanted
            assert fits
            account.send(wanted)

    @precondition(lambda self: self.orders)
    @rule(index=which)
    def ship_all(self, index: int) -> None:
        order, account = self._take(index)
        if order.status in {"placed", "part_shipped"}:
            ship_order(order=order)
            account.send({line: len(account.unsent(line)) for line in account.lines})

    @precondition(lambda self: self.orders)
    @rule(index=which)
    def deliver(self, index: int) -> None:
        order, _ = self._take(index)
        may = order.status == "shipped"
        try:
            mark_delivered(order=order)
        except OrderStateError:
            assert not may
            return
        assert may

    @precondition(lambda self: self.orders)
    @rule(
        index=which,
        much=parts,
        extra=st.sampled_from(["0", "0", "0", "0", "0.01", "4.90"]),
        restock=st.booleans(),
    )
    def pay_back(self, index: int, much: list[str], extra: str, restock: bool) -> None:
        order, account = self._take(index)
        self._pay_back(order, account, much, extra, restock)

    @precondition(lambda self: self.orders)
    @rule(index=which)
    def pay_back_one(self, index: int) -> None:
        order, account = self._take(index)
        self._pay_back(order, account, ["one", "one", "one"], "0", True)

    def _pay_back(
        self, order: Order, account: Account, much: list[str], extra: str, restock: bool
    ) -> None:
        left = {line: len(account.to_refund(line)) for line in account.lines}
        wanted = pieces_of(left, much)
        fits = all(count <= left[line] for line, count in wanted.items())
        before = order.refunded_total
        try:
            refund = refund_order(
                order=order,
                lines=wanted,
                extra=Decimal(extra),
                restock=restock,
                actor=self.staff,
                idempotency_key=f"press-{next(_events)}",
            )
        except OrderStateError:
            assert not account.is_paid
        except (RefundTooLarge, InvalidValue):
            is_all_gone = order.total - before <= Decimal(extra)
            assert not fits or is_all_gone or not (wanted or Decimal(extra))
        else:
            assert account.is_paid
            assert fits
            assert order.refunded_total == before + refund.amount
            self._shelve(account.refund(wanted, restock=restock))

    @rule()
    def refunds_are_settled(self) -> None:
        settle_pending_refunds(limit=10)
        self.touched += self.orders

    @precondition(lambda self: self.orders)
    @rule(index=which, much=parts)
    def ask_to_send_back(self, index: int, much: list[str]) -> None:
        order, account = self._take(index)
        left = {line: account.returnable(line) for line in account.lines}
        wanted = pieces_of(left, much)
        fits = all(count <= left[line] for line, count in wanted.items())
        try:
            request = request_return(order=order, quantities=wanted, reason="Too small")
        except (OrderStateError, InvalidValue):
            is_open = order.status in {"part_shipped", "shipped", "delivered"}
            asked = order.return_requests.filter(state="requested").exists()
            assert not is_open or asked or not wanted or not fits
        else:
            assert fits
            assert wanted
            self.returns.append(request)

    @precondition(lambda self: self.orders)
    @rule(index=which, restock=st.booleans())
    def send_all_back(self, index: int, restock: bool) -> None:
        known = len(self.returns)
        self.ask_to_send_back(index, ["all", "all", "all"])
        if len(self.returns) > known:
            self.answer_return(known, is_fine=True)
            self.parcel_comes_back(known, restock=restock)

    @precondition(lambda self: self.returns)
    @rule(index=which, is_fine=st.booleans())
    def answer_return(self, index: int, is_fine: bool) -> None:
        request = self._take_return(index)
        was = request.state
        try:
            if is_fine:
                approve_return(request=request)
            else:
                decline_return(request=request, answer="No.")
        except OrderStateError:
            assert was != "requested"
            return
        assert was == "requested"
        if is_fine:
            pieces = dict(request.lines.values_list("order_line_id", "quantity"))
            self.accounts[request.order_id].on_the_way_back[request.pk] = pieces

    @precondition(lambda self: self.returns)
    @rule(index=which, restock=st.booleans())
    def parcel_comes_back(self, index: int, restock: bool) -> None:
        request = self._take_return(index)
        account = self.accounts[request.order_id]
        pieces = dict(request.lines.values_list("order_line_id", "quantity"))
        may = request.state == "approved" and all(
            count <= len(account.with_buyer(line)) for line, count in pieces.items()
        )
        request.order.refresh_from_db()
        is_money_left = request.order.refundable > 0
        try:
            receive_return(request=request, restock=restock, actor=self.staff)
        except (OrderStateError, InvalidValue):
            assert not may
            return
        assert may
        del account.on_the_way_back[request.pk]
        self._shelve(account.take_back(pieces, restock=restock, is_paid_back=is_money_left))

    @precondition(lambda self: self.orders)
    @rule(index=which)
    def ask_for_invoice(self, index: int) -> None:
        order, _ = self._take(index)
        try:
            serial = issue_invoice(order=order).serial
        except OrderStateError:
            assert order.status in {"pending", "cancelled"}
        else:
            assert serial <= len(self.orders)

    # ----- What must hold.

    @invariant()
    def nothing_is_lost(self) -> None:
        """Hold the shelf against the second account."""
        if hasattr(self, "shelf"):
            found = dict(Variant.objects.filter(pk__in=self.shelf).values_list("pk", "stock"))
            assert found == self.shelf
            assert min(found.values()) >= 0

    @invariant()
    def orders_are_sound(self) -> None:
        """Hold the status, money and pieces of what was touched against the second account."""
        for order in getattr(self, "touched", ()):
            order.refresh_from_db()
            self._check_status(order)
            self._check_pieces(order)
            self._check_money(order)
        if hasattr(self, "coupon"):
            self.touched = []
            self.coupon.refresh_from_db()
            assert self.coupon.used_count == self.coupon.uses.count() <= USES

    def _check_status(self, order: Order) -> None:
        statuses = self.accounts[order.pk].statuses
        if order.status != statuses[-1]:
            assert order.status in LEGAL[statuses[-1]], (statuses, order.status)
            statuses.append(order.status)
        placed = order.events.filter(kind=OrderEvent.Kind.PLACED).count()
        assert placed == statuses.count("placed")
        is_holding = order.status != "cancelled" and bool(order.coupon_code)
        assert hasattr(order, "coupon_use") == is_holding

    def _check_pieces(self, order: Order) -> None:
        account = self.accounts[order.pk]
        for line in order.lines.all():
            pieces = account.lines[line.pk]
            if order.status != "cancelled":
                assert line.to_ship == len(account.unsent(line.pk))
                missing = sum(not piece.was_there for piece in account.unsent(line.pk))
                assert line.missing == missing
            assert line.shipped == sum(piece.place != "shop" for piece in pieces)
            assert line.returned == sum(piece.place == "back" for piece in pieces)
            assert line.refunded == sum(piece.is_refunded for piece in pieces)

    def _check_money(self, order: Order) -> None:
        account = self.accounts[order.pk]
        # What was paid a second time goes back whole, and is no part of the order's money.
        refunds = list(order.refunds.exclude(idempotency_key__startswith="second:"))
        given = sum((refund.amount for refund in refunds), Decimal(0))
        assert given == order.refunded_total <= order.total
        assert all(refund.amount % CENT == 0 for refund in refunds)
        assert (order.payment_status != "unpaid") == account.is_paid
        assert order.payments.filter(state="paid").count() == account.is_paid
        settled = sum((r.amount for r in refunds if r.state == Refund.State.SETTLED), Decimal(0))
        if settled:
            whole = settled == order.total
            assert order.payment_status == ("refunded" if whole else "part_refunded")
        lines = dict(
            RefundLine.objects.filter(refund__order=order)
            .values("order_line")
            .annotate(sum=Sum("amount"))
            .values_list("order_line", "sum")
        )
        if given == sum(lines.values(), Decimal(0)):
            self._check_shares(order, lines)

    def _check_shares(self, order: Order, given: Mapping[int, Decimal]) -> None:
        """Hold what went back for each line against what was paid for it."""
        shares = paid_shares(order=order, lines=list(order.lines.order_by("id")))
        assert sum(shares.by_line.values(), shares.shipping) == order.total
        for line_id, pieces in self.accounts[order.pk].lines.items():
            back = sum(piece.is_refunded for piece in pieces)
            exact = shares.by_line[line_id] * back / len(pieces)
            assert abs(given.get(line_id, Decimal(0)) - exact) <= CENT / 2

    # ----- Help.

    def _take(self, index: int) -> tuple[Order, Account]:
        order = self.orders[index % len(self.orders)]
        self.touched.append(order)
        return order, self.accounts[order.pk]

    def _take_return(self, index: int) -> ReturnRequest:
        request = self.returns[index % len(self.returns)]
        self.touched += [order for order in self.orders if order.pk == request.order_id]
        return request

    def _uses_left(self) -> int:
        coupon = Coupon.objects.get(pk=self.coupon.pk)
        return USES - coupon.used_count

    def _open_account(self, order: Order) -> Account:
        lines, variants = {}, {}
        for line in order.lines.all():
            assert line.variant_id is not None
            there = min(self.shelf[line.variant_id], line.quantity)
            self.shelf[line.variant_id] -= there
            lines[line.pk] = [Piece(number < there) for number in range(line.quantity)]
            variants[line.pk] = line.variant_id
        return Account(lines=lines, variants=variants, statuses=[order.status])

    def _shelve(self, pieces: Mapping[int, int]) -> None:
        for variant_id, number in pieces.items():
            self.shelf[variant_id] += number

    def _refund_all(self, account: Account) -> None:
        for pieces in account.lines.values():
            for piece in pieces:
                piece.is_refunded = True

    def _late(self, order: Order, account: Account) -> None:
        """Account for money that came when the order had ended."""
        if order.status == "cancelled":
            self._refund_all(account)
            return
        for line, pieces in account.lines.items():
            for piece in pieces:
                piece.is_wanted = True
                self.shelf[account.variants[line]] -= piece.was_there


def pieces_of(left: Mapping[int, int], much: list[str]) -> dict[int, int]:
    """Return by line how many pieces are meant by words, where so many are left."""
    pairs = zip(left.items(), much, strict=False)
    wanted = {
        line: {"none": 0, "one": 1, "all": count, "more": count + 1}[word]
        for (line, count), word in pairs
    }
    return {line: count for line, count in wanted.items() if count > 0}
