"""`manage.py import_catalogue`: what it says, in which order it works, how it ends."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper

from shop.management.progress import Progress
from shop.models import ImportJob, Product, Review

pytestmark = pytest.mark.django_db
PRODUCTS = "Handle,Title,Variant SKU,Variant Price\nmug,Mug,M-1,12\ncup,Cup,C-1,{price}\n"
REVIEWS = "title,body,rating,reviewer_name,product_handle\nGood,Holds tea,5,Ann,mug\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def files(folder: Path, price: str = "9") -> tuple[str, str]:
    products, reviews = folder / "products.csv", folder / "reviews.csv"
    products.write_text(PRODUCTS.format(price=price))
    reviews.write_text(REVIEWS)
    return str(products), str(reviews)


def test_products_come_before_their_reviews_whatever_the_order(tmp_path: Path) -> None:
    products, reviews = files(tmp_path)
    out = io.StringIO()
    call_command("import_catalogue", reviews, products, stdout=out)
    assert Review.objects.get().product.slug == "mug"
    said = [line.rpartition(" in ")[0] for line in out.getvalue().splitlines()]
    assert said == [
        "products.csv: 2 created, 0 updated, 0 unchanged, 0 failed",
        "reviews.csv: 1 created, 0 updated, 0 unchanged, 0 failed",
    ]


def test_it_ends_with_an_error_when_rows_were_left_out_and_imports_the_rest(
    tmp_path: Path,
) -> None:
    products, _ = files(tmp_path, price="nine")
    out = io.StringIO()
    with pytest.raises(CommandError) as error:
        call_command("import_catalogue", products, stdout=out)
    assert error.value.returncode == 1
    assert list(Product.objects.values_list("slug", flat=True)) == ["mug"]
    assert "1 created, 0 updated, 0 unchanged, 1 failed" in out.getvalue()
    assert "error (line 3, cup): Variant Price: “nine” is not an amount" in out.getvalue()


def test_one_wrong_file_starts_nothing(tmp_path: Path) -> None:
    products, _ = files(tmp_path)
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("name,price\nmug,12\n")
    with pytest.raises(CommandError, match=r"wrong\.csv: This is no file that can be imported"):
        call_command("import_catalogue", products, str(wrong))
    assert not ImportJob.objects.exists()
    assert not Product.objects.exists()


def test_a_kind_that_the_file_is_not_is_refused(tmp_path: Path) -> None:
    products, _ = files(tmp_path)
    with pytest.raises(CommandError, match=r"is no Judge\.me review CSV"):
        call_command("import_catalogue", products, kind="judgeme_reviews")


def test_a_report_of_what_has_not_happened_yet_is_refused(tmp_path: Path) -> None:
    products, _ = files(tmp_path)
    with pytest.raises(CommandError, match="leave out --background"):
        call_command("import_catalogue", products, background=True, report=tmp_path / "report.csv")
    assert not ImportJob.objects.exists()


def test_a_terminal_gets_a_bar_that_is_drawn_over_and_taken_away() -> None:
    terminal = Terminal()
    with Progress(OutputWrapper(terminal), label="a.csv") as progress:
        progress.show(0, 200)
        progress.show(50, 200)
    text = terminal.getvalue()
    assert "[#######.......................] 50 of 200" in text
    assert "\n" not in text
    assert text.endswith("\r\x1b[2K")


def test_a_log_gets_no_bar_and_few_lines() -> None:
    out = io.StringIO()
    with Progress(out, label="a.csv") as progress:
        for done in range(100):
            progress.show(done, 100)
    assert out.getvalue() == ""
