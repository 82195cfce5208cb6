"""docs/howto/search-steering.md shows pictures that are there and names rules that exist."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission
from PIL import Image

from ai.models import BoostRule, MatchKind

PAGE = Path(__file__).parents[3] / "docs" / "howto" / "search-steering.md"
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
    assert shown == {file.name for file in (PAGE.parents[1] / "img" / "steering").iterdir()}


def test_every_kind_of_match_and_the_strengths_are_told() -> None:
    assert len(MatchKind.values) == TEXT.count("**exactly these words**") + TEXT.count(
        "**the same words**"
    ) + TEXT.count("**all searches that contain these words**")
    for strength in (BoostRule.Strength.CLEAR, BoostRule.Strength.WHOLLY):
        assert strength.label.partition(":")[0].partition(",")[0].lower() in TEXT.lower()


@pytest.mark.django_db
def test_every_permission_that_is_named_exists() -> None:
    named = set(re.findall(r"`((?:add|change|view)_[a-z]+)`", TEXT))
    assert named
    known = set(Permission.objects.values_list("codename", flat=True))
    assert named <= known
