"""Which type a column of texts has, and one text as that type."""

from decimal import Decimal

import pytest

from shop.attribute_values import KindGuess, parse_value, split_number
from shop.exceptions import InvalidValue


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["Yes", "No", "1"], ("boolean", "")),
        (["true"], ("boolean", "")),
        (["0", "1"], ("number", "")),
        (["500 g", "1,200 g", "7.5g"], ("number", "g")),
        (["12", "-4.5"], ("number", "")),
        (["500 g", "1 kg"], ("text", "")),
        (["500 g", "500"], ("text", "")),
        (["2XL", "3XL"], ("text", "")),
        (["007", "008"], ("text", "")),
        (["4006381333931"], ("text", "")),
        (["1,5"], ("text", "")),
        (["55 cm", "6 foot"], ("text", "")),
        (["Wool", "Cotton"], ("text", "")),
        (["Yes", "No", "Sometimes"], ("text", "")),
    ],
)
def test_a_columns_type_is_what_all_its_values_are(
    values: list[str], expected: tuple[str, str]
) -> None:
    guess = KindGuess()
    for value in values:
        guess.add(value)
    assert guess.decide() == expected


@pytest.mark.parametrize(
    ("kind", "unit", "value", "expected"),
    [
        ("number", "g", "1.2 kg", Decimal(1200)),
        ("number", "cm", "550 mm", Decimal(55)),
        ("number", "g", "500", Decimal(500)),
        ("number", "", 12.5, Decimal("12.5")),
        ("boolean", "", "no", False),
        ("boolean", "", True, True),
        ("text", "", True, "Yes"),
        ("text", "", Decimal("1.50"), "1.5"),
        ("text", "", "1.50", "1.50"),
    ],
)
def test_a_value_in_its_attributes_type_and_unit(
    kind: str, unit: str, value: object, expected: object
) -> None:
    assert parse_value(kind=kind, unit=unit, value=value) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "unit", "value"),
    [
        ("number", "g", "heavy"),
        ("number", "g", "5 cm"),
        ("number", "", "5 cm"),
        ("number", "", True),
        ("number", "km", "999999999999999"),
        ("boolean", "", "perhaps"),
        ("text", "", "x" * 501),
    ],
)
def test_a_value_of_another_type_is_refused(kind: str, unit: str, value: object) -> None:
    with pytest.raises(InvalidValue):
        parse_value(kind=kind, unit=unit, value=value)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1e5", "", "g", "1 2", "٣"])
def test_what_is_no_quantity(text: str) -> None:
    assert split_number(text) is None
