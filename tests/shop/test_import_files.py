"""Files as they come: encodings, delimiters, limits, oddities; no file breaks the reader."""

import csv
import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shop.exceptions import ImportFileError
from shop.models import ImportJob
from shop.services.imports import csv_rows, detect_kind, shopify, source
from shop.services.imports.csv_rows import read_rows
from shop.services.imports.records import Parsed, Position, ProductRecord
from shop.services.imports.source import Source, check_file, detect_encoding
from shop.services.imports.text import one_line

anything = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
# What a cell may hold: anything a person or another program can put there.
cells = st.text(
    st.one_of(
        st.sampled_from(list(',;"\n\r\t\x00 \u200b’é漢=\ufeff')),
        st.characters(codec="utf-8"),
    ),
    max_size=30,
)


def written(path: Path, rows: list[dict[str, str]], **options: object) -> Path:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0], **options)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def read(path: Path, start: Position = Position()) -> list[Parsed]:  # noqa: B008
    file = Source(path=path, encoding=detect_encoding(path))
    return list(shopify.read(file, shopify.scan(file).state, start))


def titles(parsed: list[Parsed]) -> list[str]:
    return [item.record.title for item in parsed if isinstance(item.record, ProductRecord)]


@anything
@given(titles_given=st.lists(cells, min_size=1, max_size=8), delimiter=st.sampled_from(",;\t"))
def test_whatever_a_cell_holds_comes_back(
    tmp_path: Path, titles_given: list[str], delimiter: str
) -> None:
    rows = [
        {"Handle": f"h{index}", "Title": f"T{title}", "Variant SKU": f"s{index}"}
        for index, title in enumerate(titles_given)
    ]
    path = written(tmp_path / "a.csv", rows, delimiter=delimiter)
    assert titles(read(path)) == [one_line(f"T{title}") for title in titles_given]


@anything
@given(content=st.binary(max_size=600))
def test_no_bytes_break_the_reader(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"Handle,Title,Variant SKU,Variant Price\n" + content)
    for item in read(path):
        assert item.record is not None or item.problems


@anything
@given(
    rows=st.lists(st.tuples(st.integers(0, 4), cells, cells), min_size=1, max_size=12),
    stop=st.integers(0, 11),
)
def test_reading_goes_on_where_it_stopped(
    tmp_path: Path, rows: list[tuple[int, str, str]], stop: int
) -> None:
    path = written(
        tmp_path / "a.csv",
        [
            {"Handle": f"h{handle}", "Title": title, "Option1 Name": "Size", "Option1 Value": size}
            for handle, title, size in sorted(rows)
        ],
    )
    whole = read(path)
    place = min(stop, len(whole) - 1)
    assert read(path, whole[place].end) == whole[place + 1 :]


def test_lines_are_the_files_own_even_with_newlines_in_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'Handle,Title\r\na,"one\r\ntwo"\r\n\r\nb,three\r\n')
    assert [row.line for row in read_rows(Source(path=path), Position())] == [2, 5]


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbfHandle,Title\na,Kettle\n")
    assert titles(read(path)) == ["Kettle"]


def test_windows_1252_is_read_when_utf_8_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Handle,Title\na,Café “Größe” 5 €\n".encode("cp1252"))
    assert detect_encoding(path) == "cp1252"
    assert titles(read(path)) == ["Café “Größe” 5 €"]


def test_a_row_that_is_no_csv_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'Handle,Title\na,"wrong"quote\nb,Kettle\nc,too,many\n')
    faults = [(row.line, bool(row.fault)) for row in read_rows(Source(path=path), Position())]
    assert faults == [(2, True), (3, False), (4, True)]


def test_a_quote_that_is_never_closed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'Handle,Title\na,Kettle\nb,"open\nc,Mug\n')
    rows = list(read_rows(Source(path=path), Position()))
    assert [(row.line, row.fault) for row in rows] == [
        (2, ""),
        (3, "A quote is opened and never closed."),
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"\xff\xfeH\x00a\x00", "is in UTF-16"),
        (b"PK\x03\x04\x00\x00\x08\x00", "is not a text file"),
    ],
)
def test_files_that_are_no_text_are_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(ImportFileError, match=sentence):
        check_file(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match="There is no file"):
        check_file(tmp_path / "absent.csv")
    with pytest.raises(ImportFileError, match="There is no file"):
        check_file(tmp_path)


def test_a_file_above_the_limit_is_refused(tmp_path: Path, settings: object) -> None:
    settings.SHOP = {**settings.SHOP, "IMPORT_MAX_BYTES": 10}  # type: ignore[attr-defined]
    path = tmp_path / "a.csv"
    path.write_bytes(b"0123456789")
    check_file(path)
    path.write_bytes(b"0123456789a")
    with pytest.raises(ImportFileError, match="MB are allowed"):
        check_file(path)


def test_an_endless_line_is_refused_without_reading_it_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MAX_LINE_BYTES", 100)
    path = tmp_path / "a.csv"
    path.write_bytes(b"Handle,Title\n" + b"x" * 101)
    with pytest.raises(ImportFileError, match="Line 2"):
        list(read_rows(Source(path=path), Position()))


def test_a_column_named_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"Handle,Title,Title\n")
    with pytest.raises(ImportFileError, match="names a column twice: Title"):
        csv_rows.read_header(Source(path=path))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"Handle,Title,Vendor\n", ImportJob.Kind.SHOPIFY_PRODUCTS),
        (b"\xef\xbb\xbfTitle;URL handle\n", ImportJob.Kind.SHOPIFY_PRODUCTS),
        (b"title,body,rating,reviewer_name,product_handle\n", ImportJob.Kind.JUDGEME_REVIEWS),
        (b'{"id": "a", "title": "b"}\n', ImportJob.Kind.CATALOGUE_JSONL),
        (b'\n[{"identifier": "a"}]', ImportJob.Kind.PAGES_JSON),
    ],
)
def test_the_kind_is_told_by_the_header(content: bytes, kind: str) -> None:
    file = SimpleUploadedFile("upload", content)
    assert detect_kind(file=file) == kind
    assert file.read() == content


def test_an_unknown_header_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(ImportFileError, match="columns Handle and Title"):
        detect_kind(file=SimpleUploadedFile("a.csv", b"name,price\n"))
