"""The errors of the shop; a docstring is the message people see."""

from collections.abc import Mapping


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
