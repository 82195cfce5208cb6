"""Which colours a name tells of."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from shop.swatches import swatch_of


@pytest.mark.parametrize(
    ("name", "colours"),
    [
        ("Moss green", ("#5e7f52",)),
        ("MOSS GREEN", ("#5e7f52",)),
        ("Green", ("#4e8a5b",)),
        ("Pale green", ("#4e8a5b",)),  # no colour of its own: the noun decides
        ("Ice blue", ("#3a6ea5",)),
        ("Rust and oat", ("#b5573a", "#dfd0b2")),
        ("Red/White/Blue", ("#c8402f", "#fbfaf6")),
        ("Blue-grey", ("#7f97a8",)),
        ("Plaid", ()),
        ("", ()),
        ("42", ()),
        ('"><script>', ()),
    ],
)
def test_names_and_their_colours(name: str, colours: tuple[str, ...]) -> None:
    assert swatch_of(name) == colours


def test_nearly_every_colour_of_the_demo_has_a_swatch() -> None:
    names = {
        name
        for path in Path(settings.SHOP["DEMO_DIR"]).glob("products/*.json")
        for product in json.loads(path.read_text(encoding="utf-8"))
        for name in _listed(product["attributes"].get("colour"))
    }
    without = {name for name in names if not swatch_of(name)}
    assert len(names) > 80
    assert without <= {"Clear", "Plain", "Four colours", "Frosted and tin"}, without


def _listed(value: object) -> list[str]:
    return [] if value is None else value if isinstance(value, list) else [str(value)]
