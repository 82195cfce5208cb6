"""Ways of paying in which people move the money, and staff say when it has come."""

from abc import abstractmethod
from collections.abc import Iterable
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.conf import settings

from shop.amounts import format_amount
from shop.payments.base import (
    Instruction,
    PaymentProvider,
    PaymentRequest,
    PaymentStart,
    PaymentState,
)
from shop.payments.iban import group_iban, is_iban, normalise_iban


class _Manual(PaymentProvider):
    """Knows nothing about the money: every payment stays pending here."""

    pays_later = True

    def start(self, request: PaymentRequest) -> PaymentStart:
        """Return a pending payment with what the shopper has to know."""
        return PaymentStart(
            reference=f"{request.order_number}-{_digest(request.idempotency_key)}",
            state=PaymentState.PENDING,
            message=self._message(request),
        )

    def look_up(self, reference: str) -> PaymentStart:
        """Return that nothing is known here."""
        return PaymentStart(reference=reference, state=PaymentState.PENDING)

    def cancel(self, reference: str) -> None:
        """Do nothing: nobody was asked for money."""

    @abstractmethod
    def _message(self, request: PaymentRequest) -> str:
        """Return what the shopper has to do, in one sentence."""


class BankTransfer(_Manual):
    """The shopper transfers the amount and names the order."""

    name = "Bank transfer"
    description = "Pay by transfer in advance; the order is sent when the money has arrived."

    def __init__(self, *, holder: str, iban: str, bic: str = "", **words: Any) -> None:
        super().__init__(**words)
        self.holder = holder
        self.iban = normalise_iban(iban)
        self.bic = bic.replace(" ", "").upper()

    def problems(self) -> list[str]:
        """Return whether nobody could pay into this account."""
        found = []
        if not self.holder:
            found.append("BANK_ACCOUNT_HOLDER is empty: say whose account it is.")
        if not is_iban(self.iban):
            found.append(f"BANK_ACCOUNT_IBAN is not an IBAN: {group_iban(self.iban)!r}.")
        return found

    def instructions(self, request: PaymentRequest) -> list[Instruction]:
        """Return the amount, the account and the reference, each to be copied."""
        lines = [
            Instruction(label="Amount", value=_amount(request)),
            Instruction(label="Account holder", value=self.holder),
            Instruction(label="IBAN", value=group_iban(self.iban)),
        ]
        if self.bic:
            lines.append(Instruction(label="BIC", value=self.bic))
        return [*lines, Instruction(label="Payment reference", value=request.order_number)]

    def _message(self, request: PaymentRequest) -> str:
        return (
            f"Please transfer {_amount(request)} to {self.holder}, IBAN {group_iban(self.iban)}, "
            f"and give {request.order_number} as the payment reference."
        )


class CashOnDelivery(_Manual):
    """The shopper pays whoever brings the parcel."""

    collects_on_delivery = True
    name = "Cash on delivery"
    description = "Pay the courier when the parcel arrives."

    def __init__(
        self,
        *,
        countries: Iterable[str] = (),
        max_amount: Decimal | str | None = None,
        **words: Any,
    ) -> None:
        super().__init__(**words)
        self.countries = frozenset(country.upper() for country in countries)
        # In the shop's currency: another currency is not offered where there is a limit.
        self.max_amount = None if max_amount is None else _positive(max_amount)

    def is_offered(self, *, country: str, amount: Decimal, currency: str) -> bool:
        """Return whether the courier takes this much money in this country."""
        if self.countries and country.upper() not in self.countries:
            return False
        if self.max_amount is None:
            return True
        return currency == settings.SHOP["CURRENCY"] and amount <= self.max_amount

    def _message(self, request: PaymentRequest) -> str:
        return f"Please have {_amount(request)} ready when the parcel arrives."


def _positive(value: Decimal | str) -> Decimal:
    try:
        amount = Decimal(value)
    except ArithmeticError:
        raise ValueError(f"max_amount is not a number: {value!r}") from None
    if not amount.is_finite() or amount <= 0:
        raise ValueError(f"max_amount has to be above zero: {value!r}")
    return amount


def _digest(text: str) -> str:
    """Return what tells two tries to pay one order apart."""
    return sha256(text.encode()).hexdigest()[:8]


def _amount(request: PaymentRequest) -> str:
    return format_amount(request.amount, request.currency)
