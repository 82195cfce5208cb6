"""A card as it is typed: the check digit, the date, the code, each said at its field."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.exceptions import PaymentDeclined
from shop.payments.fake.card import (
    cvc_problem,
    expiry_problem,
    number_problem,
    passes_luhn,
    read_card,
)

TODAY = date(2026, 4, 15)


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("4242424242424242", ""),
        ("4000000000003220", ""),
        ("378282246310005", ""),  # 15 digits
        ("6011000990139424", ""),
        ("4222222222222", ""),  # 13 digits
        ("4242424242424241", "There is a typing error in the card number."),
        ("2424242424242424", "There is a typing error in the card number."),
        ("", "Enter the card number."),
        ("4242x42424242424", "A card number has digits only."),
        ("٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢", "A card number has digits only."),
        ("42424242424", "A card number has 12 to 19 digits; this one has 11."),
        ("42" * 10, "A card number has 12 to 19 digits; this one has 20."),
    ],
)
def test_numbers(number: str, problem: str) -> None:
    assert number_problem(number) == problem


@given(st.text("0123456789", min_size=11, max_size=18))
def test_every_number_has_one_check_digit(digits: str) -> None:
    assert sum(passes_luhn(f"{digits}{last}") for last in range(10)) == 1


@given(st.text("0123456789", min_size=12, max_size=19), st.data())
def test_one_wrong_digit_is_always_seen(number: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(number) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != number[place]]))

    wrong = number[:place] + other + number[place + 1 :]

    assert not (passes_luhn(number) and passes_luhn(wrong))


FORM = "Enter the month and year of expiry, such as 04/29."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("04/26", ""),  # good until the month ends
        ("4/26", ""),
        ("12 / 2030", ""),
        ("0430", ""),
        ("04/46", ""),
        ("03/26", "This card has expired."),
        ("12/2025", "This card has expired."),
        ("12/99", "Check the year of expiry: it is too far away."),
        ("05/2047", "Check the year of expiry: it is too far away."),
        ("00/30", "The month of expiry goes from 01 to 12."),
        ("13/30", "The month of expiry goes from 01 to 12."),
        ("", FORM),
        ("2030-04", FORM),
        ("04/302", FORM),
        ("٠٤/٣٠", FORM),
    ],
)
def test_dates(text: str, problem: str) -> None:
    assert expiry_problem(text, today=TODAY) == problem


@pytest.mark.parametrize(
    ("text", "number", "problem"),
    [
        ("123", "4242424242424242", ""),
        ("1234", "378282246310005", ""),
        ("123", "378282246310005", "Enter the security code: 4 digits."),
        ("1234", "4242424242424242", "Enter the security code: 3 digits."),
        ("", "4242424242424242", "Enter the security code: 3 digits."),
        ("12a", "4242424242424242", "Enter the security code: 3 digits."),
    ],
)
def test_security_codes(text: str, number: str, problem: str) -> None:
    assert cvc_problem(text, number=number) == problem


def test_every_field_is_said_at_once_and_no_card_is_repeated() -> None:
    with pytest.raises(PaymentDeclined) as refused:
        read_card({"number": "4242 4242 4242 4241", "expiry": "01/20"}, today=TODAY)

    assert str(refused.value) == "Please check the card's details."
    assert refused.value.fields == {
        "number": "There is a typing error in the card number.",
        "expiry": "This card has expired.",
        "cvc": "Enter the security code: 3 digits.",
    }
    assert "4241" not in repr(refused.value)


def test_a_good_card_is_its_digits() -> None:
    data = {"number": " 4242-4242 4242 4242 ", "expiry": " 04/26 ", "cvc": " 123 "}

    assert read_card(data, today=TODAY) == "4242424242424242"
