"""Shopify's product CSV: what each column becomes, and what keeps a product out."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest

from shop.exceptions import ImportFileError
from shop.services.imports import shopify
from shop.services.imports.records import Parsed, Position, Problem, ProductRecord
from shop.services.imports.source import Source

FIRST = {
    "Handle": "mug",
    "Title": "Enamel mug",
    "Option1 Name": "Colour",
    "Option1 Value": "Blue",
    "Variant SKU": "MUG-B",
    "Variant Price": "12.50",
}
SECOND = {
    "Handle": "mug",
    "Option1 Value": "Red",
    "Variant SKU": "MUG-R",
    "Variant Price": "13",
}


def parse(tmp_path: Path, *rows: dict[str, str], images: tuple[Path, ...] = ()) -> list[Parsed]:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows(rows)
    path = tmp_path / "products.csv"
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    source = Source(path=path, images_dirs=images)
    return list(shopify.read(source, shopify.scan(source).state, Position()))


def one(parsed: list[Parsed]) -> ProductRecord:
    [item] = parsed
    assert isinstance(item.record, ProductRecord), item.problems
    return item.record


def errors(parsed: list[Parsed]) -> list[tuple[int, str]]:
    return [
        (problem.line, problem.message)
        for item in parsed
        for problem in item.problems
        if problem.level == "error"
    ]


def warnings(parsed: list[Parsed]) -> list[Problem]:
    return [p for item in parsed for p in item.problems if p.level == "warning"]


def test_rows_with_one_handle_are_one_product(tmp_path: Path) -> None:
    product = one(parse(tmp_path, FIRST, SECOND))
    assert (product.external_id, product.slug, product.title) == ("mug", "mug", "Enamel mug")
    assert [option.code for option in product.options] == ["colour"]
    assert [(v.sku, v.options, v.price) for v in product.variants] == [
        ("MUG-B", ("Blue",), Decimal("12.500")),
        ("MUG-R", ("Red",), Decimal("13.000")),
    ]


def test_the_newer_template_names_its_columns_otherwise(tmp_path: Path) -> None:
    product = one(
        parse(
            tmp_path,
            {
                "URL handle": "mug",
                "Title": "Mug",
                "Description": "<p>Tin</p>",
                "SKU": "M-1",
                "Price": "5",
                "Compare-at price": "6",
                "Continue selling when out of stock": "TRUE",
                "Inventory quantity": "3",
                "Weight value (grams)": "120",
                "Option1 name": "Size",
                "Option1 value": "S",
            },
        )
    )
    [variant] = product.variants
    assert product.description == "<p>Tin</p>"
    assert (variant.sku, variant.price) == ("M-1", Decimal(5))
    assert variant.compare_at_price == Decimal(6)
    assert (variant.stock, variant.allow_backorder, variant.weight_g) == (3, True, 120)
    assert variant.options == ("S",)


def test_default_title_is_no_option(tmp_path: Path) -> None:
    row = FIRST | {"Option1 Name": "Title", "Option1 Value": "Default Title"}
    product = one(parse(tmp_path, row))
    assert product.options == ()
    assert product.variants[0].options == ()


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("Variant Price", "fifty", "Variant Price: “fifty” is not an amount such as 12.50."),
        ("Variant Price", "NaN", "Variant Price: “NaN” is not an amount such as 12.50."),
        ("Variant Price", "-5", "Variant Price: “-5” is not an amount such as 12.50."),
        ("Variant Inventory Qty", "many", "Variant Inventory Qty: “many” is not a whole number."),
        ("Variant Inventory Qty", "9999999999", "Variant Inventory Qty: 9999999999 is too large."),
        ("Variant Grams", "heavy", "Variant Grams: “heavy” is not a weight in grams."),
        ("Variant Grams", "inf", "Variant Grams: “inf” is not a weight in grams."),
        ("Option1 Value", "", "The option Colour has no value."),
        ("Variant SKU", "mug-b", "The SKU mug-b is on line 2 too."),
        ("Option1 Value", "Blue", "Blue is on line 2 too."),
    ],
)
def test_one_broken_variant_line_keeps_the_whole_product_out(
    tmp_path: Path, column: str, cell: str, message: str
) -> None:
    parsed = parse(tmp_path, FIRST, SECOND | {column: cell})
    assert [item.record for item in parsed] == [None]
    assert errors(parsed) == [(3, message)]
    assert warnings(parsed) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"Title": ""}, "This product has no title."),
        ({"Status": "sold"}, "The Status “sold” is none of active, draft, archived."),
        ({"Published": "maybe"}, "Published: “maybe” is neither TRUE nor FALSE."),
        ({"Handle": ""}, "This row has no Handle."),
    ],
)
def test_what_keeps_a_product_out(tmp_path: Path, change: dict[str, str], message: str) -> None:
    parsed = parse(tmp_path, FIRST | change)
    assert [item.record for item in parsed] == [None]
    assert errors(parsed) == [(2, message)]


def test_a_product_whose_rows_are_apart_is_left_out_whole(tmp_path: Path) -> None:
    other = {"Handle": "cup", "Title": "Cup", "Variant SKU": "C"}
    parsed = parse(tmp_path, FIRST, other, SECOND)
    assert [item.record.title for item in parsed if isinstance(item.record, ProductRecord)] == [
        "Cup"
    ]
    assert [line for line, message in errors(parsed) if "not together" in message] == [2, 4]


def test_many_scattered_products_are_a_fault_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shopify, "MAX_SCATTERED", 1)
    rows = [{"Handle": name, "Title": name, "Variant SKU": name} for name in "abcabc"]
    with pytest.raises(ImportFileError, match="sort the file by Handle"):
        parse(tmp_path, *rows)


def test_a_line_that_is_no_csv_spoils_the_product_it_stands_in(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Handle,Title,Option1 Name,Option1 Value,Variant SKU\n"
        "mug,Mug,Size,S,A\n"
        'mug,"broken"x,,M,B\n'
        "mug,,,L,C\n"
        "cup,Cup,,,D\n"
    )
    source = Source(path=path)
    parsed = list(shopify.read(source, shopify.scan(source).state, Position()))
    assert [item.record.title for item in parsed if isinstance(item.record, ProductRecord)] == [
        "Cup"
    ]
    assert [line for line, _ in errors(parsed)] == [3]


def test_a_blank_sku_is_made_of_handle_and_options_and_stays_the_same(tmp_path: Path) -> None:
    first = one(parse(tmp_path, FIRST | {"Variant SKU": ""}))
    again = one(parse(tmp_path, FIRST | {"Variant SKU": ""}))
    assert first.variants[0].sku == again.variants[0].sku == "MUG-BLUE"


def test_spreadsheets_apostrophes_are_taken_off_codes(tmp_path: Path) -> None:
    product = one(parse(tmp_path, FIRST | {"Variant SKU": "'0012", "Variant Barcode": "'4006"}))
    assert (product.variants[0].sku, product.variants[0].barcode) == ("0012", "4006")


@pytest.mark.parametrize(("price", "before"), [("10", "10"), ("10", "9.99"), ("", "12")])
def test_a_price_before_that_is_not_above_is_dropped_with_a_warning(
    tmp_path: Path, price: str, before: str
) -> None:
    row = FIRST | {"Variant Price": price, "Variant Compare At Price": before}
    parsed = parse(tmp_path, row)
    assert one(parsed).variants[0].compare_at_price is None
    [warning] = warnings(parsed)
    assert "not above the price" in warning.message


@pytest.mark.parametrize("price", ["", "0", "0.00"])
def test_no_price_is_not_for_sale(tmp_path: Path, price: str) -> None:
    assert one(parse(tmp_path, FIRST | {"Variant Price": price})).variants[0].price is None


def test_an_oversold_stock_is_none(tmp_path: Path) -> None:
    row = FIRST | {"Variant Inventory Qty": "-3", "Variant Inventory Policy": "deny"}
    parsed = parse(tmp_path, row)
    assert one(parsed).variants[0].stock == 0
    assert one(parsed).variants[0].allow_backorder is False
    assert [warning.message for warning in warnings(parsed)] == ["A stock of -3 is taken as 0."]


def test_a_shop_that_counts_no_stock_sells_anyway(tmp_path: Path) -> None:
    variant = one(parse(tmp_path, FIRST)).variants[0]
    assert (variant.stock, variant.allow_backorder) == (None, True)


def test_metafields_are_typed_by_their_values(tmp_path: Path) -> None:
    fields = {
        "Weight (product.metafields.custom.weight)": ("500 g", "750 g"),
        "Eco (product.metafields.custom.eco)": ("Yes", "1"),
        "Fabric (product.metafields.custom.fabric)": ("Wool; Cocona&reg; fleece", '["Down"]'),
        "Url Key (product.metafields.custom.url_key)": ("a", "b"),
        "Title tag (product.metafields.global.title_tag)": ("a", "b"),
        "Care (product.metafields.custom.care)": ("<p>Wash</p>", "<p>Dry</p>"),
        "Colour (product.metafields.custom.colour)": ("1", "2"),
    }
    rows = [
        FIRST | {name: cells[0] for name, cells in fields.items()},
        {"Handle": "cup", "Title": "Cup", "Variant SKU": "C"}
        | {name: cells[1] for name, cells in fields.items()},
    ]
    first, _ = parse(tmp_path, *rows)
    source = Source(path=tmp_path / "products.csv")
    scan = shopify.scan(source)
    assert {
        item["code"]: (item["name"], item["kind"], item["unit"])
        for item in scan.state["attributes"]
    } == {
        "weight": ("Weight", "number", "g"),
        "eco": ("Eco", "boolean", ""),
        "fabric": ("Fabric", "text", ""),
        # An option too, so the names of its choices are texts whatever they look like.
        "colour": ("Colour", "text", ""),
        "product_type": ("Type", "text", ""),
    }
    assert scan.warnings == (
        "Columns that are not for shoppers were left out: Care, Title tag, Url Key.",
    )
    assert isinstance(first.record, ProductRecord)
    assert first.record.attributes["fabric"] == ("Wool", "Cocona® fleece")


def test_a_category_is_a_path_and_a_type_beside_it_a_property(tmp_path: Path) -> None:
    row = FIRST | {"Product Category": "Home > Kitchen > Mugs", "Type": "Camping mug"}
    product = one(parse(tmp_path, row))
    assert product.category == ("Home", "Kitchen", "Mugs")
    assert product.attributes["product_type"] == ("Camping mug",)
    product = one(parse(tmp_path, FIRST | {"Product Category": "", "Type": "Mugs"}))
    assert product.category == ("Mugs",)
    assert product.attributes["product_type"] == ()


def test_pictures_come_from_folders_and_never_from_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    for name in ("a.jpg", "b.jpg"):
        (folder / name).write_bytes(b"x")
    (tmp_path / "secret.jpg").write_bytes(b"x")
    rows = [
        FIRST | {"Image Src": "a.jpg", "Image Position": "2", "Image Alt Text": "Blue mug"},
        SECOND | {"Image Src": "https://cdn.example/s/files/b.jpg?v=1", "Image Position": "1"},
        {"Handle": "mug", "Image Src": "../secret.jpg"},
        {"Handle": "mug", "Image Src": "https://cdn.example/s/files/c.jpg"},
        {"Handle": "mug", "Image Src": "http://127.0.0.1:1/d.jpg"},
    ]
    parsed = parse(tmp_path, *rows, images=(folder,))
    assert [(i.path.name, i.alt, i.position) for i in one(parsed).images] == [
        ("b.jpg", "Enamel mug", 1),
        ("a.jpg", "Blue mug", 2),
    ]
    assert [(w.line, w.message.partition(":")[0]) for w in warnings(parsed)] == [
        (4, "There is no picture ../secret.jpg."),
        (5, "2 of the pictures are web addresses, which are not fetched"),
    ]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    (tmp_path / "secret.jpg").write_bytes(b"x")
    (folder / "a.jpg").symlink_to(tmp_path / "secret.jpg")
    parsed = parse(tmp_path, FIRST | {"Image Src": "a.jpg"}, images=(folder,))
    assert one(parsed).images == ()
