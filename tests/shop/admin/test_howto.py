"""docs/howto/run-a-day.md shows pages that exist and names every group and permission."""

import re
from pathlib import Path

import pytest
from PIL import Image

from shop.admin.orders import rights
from shop.services.staff_groups import STAFF_GROUPS

PAGE = Path(__file__).parents[3] / "docs" / "howto" / "run-a-day.md"
TEXT = PAGE.read_text()
PICTURES = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", TEXT)


@pytest.mark.parametrize(("alt", "path"), PICTURES)
def test_pictures_are_there_small_and_described(alt: str, path: str) -> None:
    file = PAGE.parent / path
    assert len(alt) > 15
    assert file.stat().st_size < 100_000
    with Image.open(file) as image:
        assert image.width == 1280


def test_no_picture_is_left_over() -> None:
    shown = {Path(path).name for _, path in PICTURES}
    assert shown == {file.name for file in (PAGE.parents[1] / "img" / "staff").iterdir()}


def test_every_group_is_described() -> None:
    rows = re.findall(r"^\| ([A-Z][a-z]+(?: service)?) \|", TEXT, re.MULTILINE)
    assert rows == list(STAFF_GROUPS)


def test_every_right_to_do_something_is_named() -> None:
    names = {name: value for name, value in vars(rights).items() if name.startswith("MAY_")}
    deeds = {value for name, value in names.items() if not name.startswith("MAY_SEE")}
    for permission in deeds:
        assert f"`{permission.removeprefix('shop.')}`" in TEXT, permission
