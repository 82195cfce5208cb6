"""Bank transfer and cash on delivery: what the shopper is told, and to whom they are offered."""

from decimal import Decimal
from typing import Any

import pytest

from shop.payments.base import Instruction
from shop.payments.iban import group_iban, is_iban, normalise_iban
from shop.payments.manual import BankTransfer, CashOnDelivery
from tests.shop.payments.factories import payment_request

IBAN = "IE29AIBK93115212345678"


def bank(**changes: Any) -> BankTransfer:
    options: dict[str, Any] = {"holder": "Vitrine Outfitters", "iban": IBAN, "bic": "aibk ie 2d"}
    return BankTransfer(code="bank_transfer", **{**options, **changes})


def test_a_transfer_names_account_amount_and_order() -> None:
    provider = bank()

    assert provider.start(payment_request()).message == (
        "Please transfer €49.90 to Vitrine Outfitters, IBAN IE29 AIBK 9311 5212 3456 78, "
        "and give VT-1001 as the payment reference."
    )
    assert provider.instructions(payment_request()) == [
        Instruction(label="Amount", value="€49.90"),
        Instruction(label="Account holder", value="Vitrine Outfitters"),
        Instruction(label="IBAN", value="IE29 AIBK 9311 5212 3456 78"),
        Instruction(label="BIC", value="AIBKIE2D"),
        Instruction(label="Payment reference", value="VT-1001"),
    ]


def test_without_a_bic_none_is_named() -> None:
    labels = [each.label for each in bank(bic="").instructions(payment_request())]

    assert labels == ["Amount", "Account holder", "IBAN", "Payment reference"]


def test_an_amount_is_in_the_orders_own_currency() -> None:
    request = payment_request(amount=Decimal(1200), currency="JPY")

    assert bank().instructions(request)[0].value == "JP¥1,200"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"holder": ""}, "BANK_ACCOUNT_HOLDER is empty: say whose account it is."),
        ({"iban": ""}, "BANK_ACCOUNT_IBAN is not an IBAN: ''."),
        (
            {"iban": "IE29 AIBK 9311 5212 3456 87"},
            "BANK_ACCOUNT_IBAN is not an IBAN: 'IE29 AIBK 9311 5212 3456 87'.",
        ),
    ],
)
def test_an_account_nobody_can_pay_into_is_a_problem(changes: dict[str, str], problem: str) -> None:
    assert bank(**changes).problems() == [problem]
    assert bank().problems() == []  # the control


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("IE29 AIBK 9311 5212 3456 78", True),
        ("gb82 west 1234 5698 7654 32", True),
        ("DE89 3704 0044 0532 0130 00", True),
        ("NO93 8601 1117 947", True),
        ("DE89 3704 0044 0532 0130 01", False),  # one digit
        ("DE98 3704 0044 0532 0130 00", False),  # two swapped
        ("", False),
        ("DE89", False),
        ("DE٨٩370400440532013000", False),
    ],
)
def test_ibans(text: str, is_right: bool) -> None:
    assert is_iban(normalise_iban(text)) is is_right


def test_an_iban_is_printed_in_fours() -> None:
    assert group_iban("NO9386011117947") == "NO93 8601 1117 947"


def offered(provider: CashOnDelivery, country: str, amount: str, currency: str = "EUR") -> bool:
    return provider.is_offered(country=country, amount=Decimal(amount), currency=currency)


def test_cash_is_taken_where_and_up_to_what_the_courier_takes() -> None:
    provider = CashOnDelivery(
        code="cash_on_delivery", countries=["ie", "GB"], max_amount=Decimal("300.00")
    )

    assert offered(provider, "IE", "300.00")
    assert offered(provider, "gb", "0.01")
    assert not offered(provider, "IE", "300.01")
    assert not offered(provider, "DE", "10.00")
    assert not offered(provider, "IE", "10.00", "USD")  # the limit is in the shop's currency


def test_without_limits_cash_is_taken_everywhere() -> None:
    assert offered(CashOnDelivery(code="cash_on_delivery"), "NZ", "100000", "NZD")


@pytest.mark.parametrize("limit", ["a lot", "0", "-1", "NaN", "Infinity"])
def test_a_limit_that_is_no_amount_is_refused(limit: str) -> None:
    with pytest.raises(ValueError, match="max_amount"):
        CashOnDelivery(code="cash_on_delivery", max_amount=limit)


def test_a_shop_may_use_its_own_words() -> None:
    provider = bank(name="Vorkasse", description="Per Überweisung.")

    assert (provider.name, provider.description) == ("Vorkasse", "Per Überweisung.")
    assert bank().name == "Bank transfer"
