"""References that say what is to be paid, signed so that nobody can make one up."""

from dataclasses import astuple, dataclass
from hashlib import sha256
from typing import Self

from django.core import signing
from django.utils.crypto import constant_time_compare

from shop.exceptions import PaymentDeclined, PaymentError
from shop.payments.base import PaymentRequest

# Seconds to press the button of the confirmation step.
CONFIRM_WITHIN_S = 600
_SALT = "shop.payments.fake.reference"
_CONFIRM_SALT = "shop.payments.fake.confirmation"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a payment's reference says."""

    order: str
    amount: str
    currency: str
    key: str

    @classmethod
    def of(cls, request: PaymentRequest) -> Self:
        """Return what the reference of this request says."""
        return cls(
            order=request.order_number,
            amount=f"{request.amount.normalize():f}",
            currency=request.currency,
            key=_digest(request.idempotency_key),
        )

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what a reference says; raises PaymentError for one that was made up."""
        try:
            return cls(*signing.Signer(salt=_SALT).unsign_object(text))
        except signing.BadSignature:
            raise PaymentError("There is no such payment.") from None

    def signed(self) -> str:
        """Return the text of the reference: the same for the same payment."""
        return signing.Signer(salt=_SALT).sign_object(astuple(self))


def confirmation_of(reference: str) -> str:
    """Return a token that this payment's card was accepted and now has to be confirmed."""
    return signing.TimestampSigner(salt=_CONFIRM_SALT).sign(_digest(reference))


def check_confirmation(token: str, reference: str) -> None:
    """Raise PaymentDeclined for a token that is too old or of another payment."""
    try:
        signer = signing.TimestampSigner(salt=_CONFIRM_SALT)
        digest = signer.unsign(token, max_age=CONFIRM_WITHIN_S)
    except signing.BadSignature:
        raise PaymentDeclined("The confirmation took too long. Enter the card again.") from None
    if not constant_time_compare(digest, _digest(reference)):
        raise PaymentDeclined("This confirmation belongs to another payment.")


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
