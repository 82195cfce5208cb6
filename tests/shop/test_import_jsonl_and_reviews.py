"""Catalogue JSONL, Judge.me reviews and pages: what each line becomes."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from shop.services.imports import jsonl, judgeme, pages_json
from shop.services.imports.records import PageRecord, Parsed, Position, ProductRecord, ReviewRecord
from shop.services.imports.source import Source

KETTLE = {"id": "B-17", "title": "Kettle", "price": 34.5}


def products(tmp_path: Path, *lines: dict[str, Any] | str) -> list[Parsed]:
    path = tmp_path / "a.jsonl"
    path.write_text(
        "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    )
    source = Source(path=path)
    return list(jsonl.read(source, jsonl.scan(source).state, Position()))


def product(tmp_path: Path, **fields: Any) -> ProductRecord:
    [parsed] = products(tmp_path, KETTLE | fields)
    assert isinstance(parsed.record, ProductRecord), parsed.problems
    return parsed.record


def test_a_product_without_a_word_on_stock_is_sold_without_counting(tmp_path: Path) -> None:
    [variant] = product(tmp_path).variants
    assert (variant.sku, variant.price) == ("B-17", Decimal("34.500"))
    assert (variant.stock, variant.allow_backorder) == (None, True)
    [variant] = product(tmp_path, stock=0).variants
    assert (variant.stock, variant.allow_backorder) == (0, False)


def test_plain_text_becomes_paragraphs_and_html_stays(tmp_path: Path) -> None:
    assert product(tmp_path, description="a < b\n\nc").description == "<p>a &lt; b</p>\n<p>c</p>"
    assert product(tmp_path, description="<p>a</p>").description == "<p>a</p>"


def test_attributes_keep_their_types(tmp_path: Path) -> None:
    record = product(
        tmp_path, attributes={"Capacity": "1.2 l", "material": ["steel", "cork"], "lid": True}
    )
    assert record.attributes == {
        "capacity": ("1.2 l",),
        "material": ("steel", "cork"),
        "lid": (True,),
    }
    state = jsonl.scan(Source(path=tmp_path / "a.jsonl")).state
    assert [(item["code"], item["kind"], item["unit"]) for item in state["attributes"]] == [
        ("capacity", "number", "l"),
        ("material", "text", ""),
        ("lid", "boolean", ""),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{not json", "This line is no JSON"),
        ("[1]", "no JSON object"),
        ('{"id": "a", "title": "b", "price": NaN}', "NaN is not a number"),
        ('{"title": "b"}', "needs an id and a title"),
        ('{"id": "a", "title": ""}', "needs an id and a title"),
        ('{"id": "a", "title": {"x": 1}}', "title is neither a text nor a number"),
        ('{"id": "a", "title": "b", "price": "cheap"}', "not an amount"),
        ('{"id": "a", "title": "b", "tags": "x"}', "tags is not a list of texts"),
        ('{"id": "a", "title": "b", "stock": "some"}', "not a whole number"),
        ("[" * 100_000, "This line is no JSON"),
    ],
)
def test_a_broken_line_is_named_and_the_next_is_read(
    tmp_path: Path, line: str, message: str
) -> None:
    broken, fine = products(tmp_path, line, KETTLE)
    assert broken.record is None
    assert [problem.line for problem in broken.problems] == [1]
    assert message in broken.problems[0].message
    assert isinstance(fine.record, ProductRecord)


def test_an_id_that_comes_twice_is_told_with_its_first_line(tmp_path: Path) -> None:
    first, other, again = products(tmp_path, KETTLE, KETTLE | {"id": "B-18"}, KETTLE)
    assert isinstance(first.record, ProductRecord)
    assert isinstance(other.record, ProductRecord)
    assert again.record is None
    assert again.problems[0].message == "The id B-17 is on line 1 already."


def test_ratings_are_left_out_with_one_remark(tmp_path: Path) -> None:
    products(tmp_path, KETTLE | {"rating": 4.5, "magic": 1}, KETTLE | {"id": "2", "rating": 1})
    assert jsonl.scan(Source(path=tmp_path / "a.jsonl")).warnings == (
        "Ratings of the file were left out: stars come from reviews.",
        "Fields that are not known were left out: magic.",
    )


HEADER = "title,body,rating,review_date,reviewer_name,reviewer_email,product_handle,reply,curated"


def reviews(tmp_path: Path, *rows: str) -> list[Parsed]:
    path = tmp_path / "a.csv"
    path.write_text("\n".join((HEADER, *rows)))
    return list(judgeme.read(Source(path=path), {}, Position()))


def test_a_review_is_read(tmp_path: Path) -> None:
    [parsed] = reviews(tmp_path, "Good,Holds tea,5,2024-03-01 10:00:00 UTC,Ann,a@b.c,mug,Thanks,ok")
    review = parsed.record
    assert isinstance(review, ReviewRecord)
    assert (review.product, review.author_name, review.rating) == ("mug", "Ann", 5)
    assert (review.title, review.body, review.reply) == ("Good", "Holds tea", "Thanks")
    assert review.created_at == datetime(2024, 3, 1, 10, tzinfo=UTC)
    assert review.status == "published"


def test_the_same_words_are_the_same_review_whatever_its_stars_and_reply(tmp_path: Path) -> None:
    one, two, other = (
        item.record
        for item in reviews(
            tmp_path,
            "Good,Holds tea,5,,Ann,,mug,,",
            "Good,Holds tea,4,,Ann,,mug,Thanks,",
            "Good,Holds tea,5,,Bob,,mug,,",
        )
    )
    assert isinstance(one, ReviewRecord)
    assert isinstance(two, ReviewRecord)
    assert isinstance(other, ReviewRecord)
    assert one.external_id == two.external_id != other.external_id


@pytest.mark.parametrize(
    ("word", "status"), [("ok", "published"), ("spam", "rejected"), ("not-yet", "pending")]
)
def test_moderation_comes_along(tmp_path: Path, word: str, status: str) -> None:
    [parsed] = reviews(tmp_path, f"Good,Tea,5,,Ann,,mug,,{word}")
    assert isinstance(parsed.record, ReviewRecord)
    assert parsed.record.status == status


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Good,Tea,6,,Ann,,mug,,", "not a number of stars"),
        ("Good,Tea,,,Ann,,mug,,", "The column rating is empty."),
        ("Good,Tea,5,,,,mug,,", "The column reviewer_name is empty."),
        ("Good,Tea,5,,Ann,,,,", "The column product_handle is empty."),
        ("Good,Tea,5,,Ann,,mug,,what", "curated: “what” is none of"),
        (f"Good,{'x' * 20_001},5,,Ann,,mug,,", "20000 are allowed"),
    ],
)
def test_a_broken_review_is_named(tmp_path: Path, row: str, message: str) -> None:
    [parsed] = reviews(tmp_path, row)
    assert parsed.record is None
    assert message in parsed.problems[0].message
    assert parsed.problems[0].line == 2


def test_a_date_that_cannot_be_read_is_unknown(tmp_path: Path) -> None:
    [parsed] = reviews(tmp_path, "Good,Tea,5,lately,Ann,,mug,,")
    assert isinstance(parsed.record, ReviewRecord)
    assert parsed.record.created_at is None
    assert [problem.level for problem in parsed.problems] == ["warning"]


def test_pages_lose_foreign_templates_scripts_and_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "pages.json"
    html = (
        '<div class="x">\n\n    <p onclick="x()">One</p>\n\n    <a href="{{store url="contact"}}">'
        "Contact</a><script>alert(1)</script></div>"
    )
    path.write_text(
        json.dumps([{"identifier": "About us", "title": "About", "html": html}, {"title": "x"}])
    )
    page, bad = list(pages_json.read(Source(path=path), {}, Position()))
    assert isinstance(page.record, PageRecord)
    assert (page.record.slug, page.record.body) == ("about-us", "<p>One</p>\nContact")
    assert bad.record is None
    assert list(pages_json.read(Source(path=path), {}, page.end)) == [bad]
