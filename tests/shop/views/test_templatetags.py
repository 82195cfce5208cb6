"""Filters: money, numbers, formatted text, shapes, cards."""

from decimal import Decimal
from typing import Any

import pytest

from shop.models import ProductImage
from shop.templatetags.money import money
from shop.templatetags.numbers import plain
from shop.templatetags.pictures import shape
from shop.templatetags.richtext import excerpt, markdown, safe_html
from shop.templatetags.stars import filled_width


@pytest.mark.parametrize(
    ("currency", "locale", "amount", "text"),
    [
        ("EUR", "en_IE", Decimal("1234.5"), "€1,234.50"),
        ("EUR", "de_DE", Decimal("1234.5"), "1.234,50\xa0€"),
        ("JPY", "en_IE", Decimal(1234), "JP¥1,234"),
        ("KWD", "en_IE", Decimal("1.234"), "KWD1.234"),
        ("EUR", "en_IE", Decimal(0), "€0.00"),
        ("EUR", "en_IE", None, ""),
        ("EUR", "en_IE", "", ""),
    ],
)
def test_money(
    settings: Any, currency: str, locale: str, amount: Decimal | None, text: str
) -> None:
    settings.SHOP = {**settings.SHOP, "CURRENCY": currency, "LOCALE": locale}
    assert money(amount) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal("1200.000"), "1200"),
        (Decimal("0.50"), "0.5"),
        (Decimal("1E+3"), "1000"),
        (None, ""),
    ],
)
def test_plain_numbers(number: Decimal | None, text: str) -> None:
    assert plain(number) == text


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("**Bold** & <b>bold</b>", "<p><strong>Bold</strong> &amp; <b>bold</b></p>"),
        ("# One\n## Two\n#### Four", "<h2>One</h2>\n<h3>Two</h3>\n<h4>Four</h4>"),
        ("## Two\n### Three", "<h2>Two</h2>\n<h3>Three</h3>"),
        ("<script>alert(1)</script>ok", "ok"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ('<a href="javascript:alert(1)">x</a>', '<p><a rel="noopener nofollow">x</a></p>'),
        ('<p onclick="x()" style="color:red">ok</p>', "<p>ok</p>"),
        ("![x](https://elsewhere.example/track.png)", "<p></p>"),
        ("", ""),
    ],
)
def test_markdown_leaves_plain_formatting(source: str, html: str) -> None:
    assert str(markdown(source)) == html


def test_markdown_tables_are_tables() -> None:
    html = str(markdown("| a | b |\n|---|---|\n| 1 | 2 |"))
    assert "<th>a</th>" in html
    assert "<td>2</td>" in html


def test_html_is_sanitised_where_it_is_shown() -> None:
    assert str(safe_html("<p>ok</p><iframe src=x></iframe><img src=x onerror=y>")) == "<p>ok</p>"


@pytest.mark.parametrize(
    ("text", "length", "shown"),
    [
        ("Short  and\n sweet .", 40, "Short and sweet."),
        ("One sentence. And another one.", 20, "One sentence."),
        ("A. Long sentence that does not end soon", 20, "A. Long sentence…"),
        ("Words, words, words without end", 14, "Words, words…"),
        ("Unbreakable" * 3, 10, "Unbreakab…"),
        ("", 10, ""),
    ],
)
def test_an_excerpt_ends_with_a_sentence_or_a_word(text: str, length: int, shown: str) -> None:
    assert excerpt(text, length) == shown
    assert len(shown) <= length


@pytest.mark.parametrize(
    ("width", "height", "name"),
    [(700, 868, "upright"), (1000, 1000, "square"), (1200, 800, "wide"), (5, 0, "wide")],
)
def test_shapes(width: int, height: int, name: str) -> None:
    assert shape(ProductImage(width=width, height=height)) == name


@pytest.mark.parametrize(
    ("rating", "filled"), [(None, 0), (5, 100), (Decimal("4.333"), Decimal("86.7")), (0, 0)]
)
def test_stars_are_filled_by_the_tenth(rating: Decimal | None, filled: Decimal) -> None:
    assert filled_width(rating) == filled
