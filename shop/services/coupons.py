"""Codes that make an order cheaper: looked at for a quote, used up by an order."""

from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from shop.amounts import format_amount
from shop.exceptions import CouponRefused
from shop.models import Coupon, CouponUse, Order
from shop.totals import NO_DISCOUNT, Discount


@dataclass(frozen=True, slots=True, kw_only=True)
class CouponOutcome:
    """A code that was entered, and what it does; a problem says why it does nothing."""

    code: str
    description: str = ""
    discount: Discount = NO_DISCOUNT
    problem: str = ""

    @property
    def is_applied(self) -> bool:
        """Whether the code counts."""
        return bool(self.code) and not self.problem


NO_COUPON = CouponOutcome(code="")


def look_up_coupon(*, code: str, goods: Decimal, email: str = "") -> CouponOutcome:
    """Return what a code does for goods of this value, bought by this address if it is known."""
    if not code:
        return NO_COUPON
    coupon = Coupon.objects.filter(code__iexact=code).first()
    problem = problem_of(coupon, goods=goods, email=email)
    if coupon is None or problem:
        return CouponOutcome(code=code, problem=problem)
    return CouponOutcome(
        code=coupon.code, description=coupon.description, discount=discount_of(coupon)
    )


def discount_of(coupon: Coupon) -> Discount:
    """Return the coupon as a rule for totals."""
    return Discount(
        percent=coupon.percent or Decimal(0),
        amount=coupon.amount or Decimal(0),
        is_shipping_free=coupon.kind == Coupon.Kind.FREE_SHIPPING,
    )


def problem_of(coupon: Coupon | None, *, goods: Decimal, email: str) -> str:
    """Return why a coupon does not count, or nothing.

    A code that is not known and one that is switched off are told alike: codes are not to be
    found out by trying.
    """
    if coupon is None or not coupon.is_active:
        return "This code is not known."
    problem = _problem_of_dates(coupon) or _problem_of_uses(coupon, email)
    if problem or goods >= coupon.minimum:
        return problem
    least = format_amount(coupon.minimum, settings.SHOP["CURRENCY"])
    return f"This code counts from {least} of goods."


def _problem_of_dates(coupon: Coupon) -> str:
    now = timezone.now()
    if coupon.is_running(now):
        return ""
    if coupon.starts_at and now < coupon.starts_at:
        return f"This code starts to count on {timezone.localtime(coupon.starts_at):%-d %B %Y}."
    return "This code has run out."


def _problem_of_uses(coupon: Coupon, email: str) -> str:
    if coupon.max_uses is not None and coupon.used_count >= coupon.max_uses:
        return "This code has been used up."
    if email and is_used_up_by(coupon, email):
        return "You have used this code already."
    return ""


def is_used_up_by(coupon: Coupon, email: str) -> bool:
    """Return whether a customer has no use of the coupon left."""
    limit = coupon.max_uses_per_customer
    return limit is not None and coupon.uses.filter(email=email.lower()).count() >= limit


def claim_coupon(*, code: str, order: Order) -> None:
    """Use a code for an order, in the order's transaction; raises CouponRefused.

    The conditional UPDATE decides who gets the last use, and its row lock makes the orders of one
    coupon wait for each other, so that a customer's own limit is counted one at a time too.
    """
    running = Q(is_active=True) & (Q(max_uses__isnull=True) | Q(used_count__lt=F("max_uses")))
    coupons = Coupon.objects.filter(running, code__iexact=code)
    if not coupons.update(used_count=F("used_count") + 1):
        raise CouponRefused("This code has been used up.")
    coupon = Coupon.objects.get(code__iexact=code)
    if is_used_up_by(coupon, order.email):
        raise CouponRefused("You have used this code already.")
    CouponUse.objects.create(coupon=coupon, order=order, email=order.email.lower())


def release_coupon(*, order: Order) -> None:
    """Give back the use of a code when its order is cancelled, in the same transaction."""
    use = CouponUse.objects.filter(order=order).first()
    if use is not None and use.delete()[0]:
        Coupon.objects.filter(pk=use.coupon_id, used_count__gt=0).update(
            used_count=F("used_count") - 1
        )
