"""Spring: the step by the back door, with boots, a can, pots and a robin on a spade handle."""

from shop.demo.drawing.canvas import circle, joined, line, path, rect
from shop.demo.drawing.palette import shaded, tones
from shop.demo.drawing.parts.birds import ROBIN, bird
from shop.demo.drawing.parts.clay import geranium, pot, sweet_pea
from shop.demo.drawing.parts.garden import leaf
from shop.demo.drawing.products.boots_and_shoes_porch import halfpenny_byre_wellington
from shop.demo.drawing.products.garden_tools import halfpenny_watering_can
from shop.demo.drawing.wide import DrawWide, Wide, placed

PAINT = shaded("#3F6650")


def _door() -> str:
    """Draw the back door, half glazed, with its step."""
    glass = [
        rect(1126 + column * 132, 236 + row * 142, 112, 122, "#F3EBCB", 4)
        for row in range(2)
        for column in range(2)
    ]
    return joined(
        (
            rect(1066, 150, 376, 800, "#E8DFC8", 6),
            rect(1088, 172, 332, 760, PAINT.base, 4),
            rect(1088, 172, 40, 760, PAINT.light),
            rect(1380, 172, 40, 760, PAINT.dark),
            *glass,
            rect(1126, 560, 244, 320, PAINT.dark, 6),
            rect(1140, 574, 216, 292, PAINT.base, 6),
            circle(1352, 530, 15, "#E6C06B"),
            path("M1010 932 H1500 L1530 990 H980Z", "#CFC9BB"),
            path("M980 990 H1530 V1030 H980Z", "#A9A394"),
        )
    )


def _bricks() -> str:
    """Draw the wall with a few bricks picked out."""
    some = (
        (60, 250),
        (330, 330),
        (820, 210),
        (640, 420),
        (1510, 300),
        (1490, 560),
        (930, 520),
        (180, 520),
    )
    return rect(0, 0, 1620, 900, "#DDB79B") + joined(
        rect(x, y, 110, 44, "#CFA184", 4) + rect(x + 118, y + 48, 76, 44, "#E6C6AE", 4)
        for x, y in some
    )


def _hedge() -> str:
    """Draw the hedge at the left and the bed in front of it."""
    return path(
        "M0 420 q70 -70 150 -10 q60 -70 140 0 q70 -50 130 30 q70 -10 90 80 q50 40 20 120 V900 H0Z",
        "#8FA86B",
    ) + path("M0 520 q80 -60 140 0 q70 -50 130 20 q80 -20 110 60 q60 20 60 110 V900 H0Z", "#7A9659")


def spring() -> Wide:
    """Return the back door on a clear morning in March."""
    return Wide(
        _bricks(),
        _hedge(),
        path("M0 870 H1620 V1080 H0Z", "#B9A184"),
        path("M0 860 C200 820 420 830 700 880 V940 H0Z", "#6B4F38"),
        *(
            leaf(90 + i * 92, 868 - i % 3 * 8, -100 + i % 2 * 26, tones("Lichen"), 0.62)
            for i in range(6)
        ),
        _door(),
        path("M0 960 C500 930 1000 960 1620 990 V1080 H0Z", "#CBB596"),
        line("M250 1000 L322 520", "#B28850", 26),
        line("M246 1000 L318 520", "#EBCFA4", 9),
        line("M276 512 L372 526", "#8A6A4D", 26),
        bird(330, 510, ROBIN, scale=0.8),
        placed(halfpenny_watering_can, x=560, y=1010, scale=0.52, part=slice(25, None)),
        pot(880, 850, rim=190, foot=130, height=170),
        geranium(880, 850, 1.15),
        pot(1580, 880, rim=170, foot=112, height=150),
        *(line(f"M1580 886 q{dx} -120 {dx * 1.6:.0f} -250", "#7AA05C", 9) for dx in (-40, 6, 44)),
        sweet_pea(1516, 640, tones("Raspberry"), 0.8, -8),
        sweet_pea(1590, 610, tones("Heather"), 0.9, 4),
        sweet_pea(1646, 660, tones("Pink"), 0.8, 12),
        placed(halfpenny_byre_wellington, x=1226, y=1004, scale=0.38),
    )


DRAWINGS: dict[str, DrawWide] = {"home-spring": spring}
