"""The colours of an order's states, in lists and on its page."""

from typing import Final

from shop.models import Order, Payment, Refund, ReturnRequest

STATUS: Final[dict[str, str]] = {
    Order.Status.PENDING: "warning",
    Order.Status.PLACED: "warning",
    Order.Status.PART_SHIPPED: "warning",
    Order.Status.SHIPPED: "info",
    Order.Status.DELIVERED: "success",
    Order.Status.CANCELLED: "danger",
    Order.Status.RETURNED: "danger",
}
PAYMENT_STATUS: Final[dict[str, str]] = {
    Order.PaymentStatus.UNPAID: "warning",
    Order.PaymentStatus.PAID: "success",
    Order.PaymentStatus.PART_REFUNDED: "info",
    Order.PaymentStatus.REFUNDED: "danger",
}
PAYMENT: Final[dict[str, str]] = {
    Payment.State.PENDING: "warning",
    Payment.State.PAID: "success",
    Payment.State.FAILED: "danger",
    Payment.State.CANCELLED: "info",
}
REFUND: Final[dict[str, str]] = {
    Refund.State.PENDING: "warning",
    Refund.State.SETTLED: "success",
    Refund.State.FAILED: "danger",
}
RETURN: Final[dict[str, str]] = {
    ReturnRequest.State.REQUESTED: "warning",
    ReturnRequest.State.APPROVED: "info",
    ReturnRequest.State.RECEIVED: "success",
    ReturnRequest.State.DECLINED: "danger",
}
