"""The errors of the shop; a docstring is the message people see."""

from collections.abc import Mapping
from decimal import Decimal


class ShopError(Exception):
    """The shop cannot do this."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or (self.__doc__ or "").strip())


class InvalidValue(ShopError):
    """A value is not of the kind it should be."""


class InvalidImage(ShopError):
    """The file is not a picture the shop can use."""


class ImportFileError(ShopError):
    """The file cannot be read as what it should be."""


class JobAlreadyRunning(ShopError):
    """This job is already running."""


class PaymentError(ShopError):
    """The payment did not go through."""


class PaymentDeclined(PaymentError):
    """This payment was declined; nothing was charged."""

    def __init__(self, message: str = "", fields: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        # Field of the pay page's form -> what is wrong with it; empty when it is no field's fault.
        self.fields = dict(fields or {})


class PaymentUnavailable(PaymentError):
    """The payment service cannot be reached right now; try again in a moment."""


class PaymentUnsupported(PaymentError):
    """This way of paying cannot do that."""


class InvalidWebhook(PaymentError):
    """This message does not come from the payment service, or comes too late."""


class PaymentMisconfigured(PaymentError):
    """A way of paying is not set up as it should be."""


class ShopBusy(ShopError):
    """Somebody else is buying one of these things at this moment. Please try again."""


class OrderError(ShopError):
    """The order does not allow this."""


class OrderStateError(OrderError):
    """The order is not in a state that allows this."""


class RefundTooLarge(OrderError):
    """That is more than is left to pay back."""


class CartError(ShopError):
    """This cannot be put into the cart."""


class NotForSale(CartError):
    """This is not for sale at the moment."""


class NotEnoughStock(CartError):
    """There are not that many left."""

    def __init__(self, message: str = "", *, available: int = 0) -> None:
        super().__init__(message)
        self.available = available


class CartTooFull(CartError):
    """The cart holds no more: order what is in it first."""


class NotInCart(CartError):
    """This is not in the cart any more."""


class CouponRefused(ShopError):
    """This code cannot be used."""


class CheckoutError(ShopError):
    """The order cannot be placed like this."""


class EmptyCart(CheckoutError):
    """There is nothing in the cart."""


class NotDeliverable(CheckoutError):
    """The order cannot be sent there that way: choose another country or way of shipping."""


class PaymentNotOffered(CheckoutError):
    """This way of paying is not offered for this order: choose another."""


class OrderChanged(CheckoutError):
    """Something changed since the total was shown: look at it again before you order."""

    def __init__(self, message: str = "", *, total: Decimal | None = None) -> None:
        super().__init__(message)
        # What the order would come to now, where it could be placed.
        self.total = total


class RequestInFlight(CheckoutError):
    """This order is being placed at this moment: wait a few seconds and look again."""


class KeyUsedOtherwise(CheckoutError):
    """This idempotency key came with another order already: use a new key for a new order."""


class WishlistFull(ShopError):
    """Your wishlist is full: take something off it first."""


class AccountStays(ShopError):
    """An order of yours is still on its way, and its parcel needs your address."""
