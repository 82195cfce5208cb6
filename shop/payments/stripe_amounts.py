"""Amounts as Stripe counts them: whole numbers of a unit that is not always the currency's own.

From docs.stripe.com/currencies: the tables of zero-decimal and three-decimal currencies, and the
special cases.
"""

from decimal import ROUND_HALF_UP, Decimal

from shop.exceptions import PaymentError

ZERO_DECIMALS = {
    *("BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA"),
    *("PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"),
}
# Their last digit has to be 0: card networks do not know the third decimal.
THREE_DECIMALS = {"BHD", "JOD", "KWD", "OMR", "TND"}
# Without decimals since some years, and still counted in hundredths.
WHOLE_UNITS_AS_HUNDREDTHS = {"ISK", "UGX"}


def charged_amount(amount: Decimal, currency: str) -> Decimal:
    """Return what can be charged for an amount: the same, or rounded to the second decimal."""
    if currency in THREE_DECIMALS:
        return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return amount


def to_units(amount: Decimal, currency: str) -> int:
    """Return the amount as Stripe counts it; raises PaymentError for one it cannot take."""
    amount = charged_amount(amount, currency)
    units = amount.scaleb(_decimals(currency))
    step = 100 if currency in WHOLE_UNITS_AS_HUNDREDTHS else 1
    if units <= 0 or units % step:
        raise PaymentError(f"{amount} {currency} cannot be charged by card.")
    return int(units)


def from_units(units: int, currency: str) -> Decimal:
    """Return the amount of a number of Stripe's units."""
    return Decimal(units).scaleb(-_decimals(currency))


def _decimals(currency: str) -> int:
    if currency in ZERO_DECIMALS:
        return 0
    return 3 if currency in THREE_DECIMALS else 2
