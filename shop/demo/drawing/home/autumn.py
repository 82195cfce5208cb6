"""Autumn: rain over a drystone wall, with a red rucksack, a flask and a stick."""

from shop.demo.drawing.canvas import circle, ellipse, faded, joined, line, path, rect
from shop.demo.drawing.palette import shaded
from shop.demo.drawing.products.backpacks_city import okapi_lane_postbox_rucksack
from shop.demo.drawing.products.bottles_and_flasks import pellworth_harbour_flask
from shop.demo.drawing.wide import WIDTH, DrawWide, Wide, placed

STONES = ("#8C9599", "#A3ABAC", "#7A8589", "#98A19F", "#B0B5B1")
RUST = shaded("#B5623A")


def _wall(top: float) -> str:
    """Draw a drystone wall across the picture, with capstones along its top."""
    stones = [rect(0, top + 20, 1620, 360, "#5E686B")]
    for row in range(5):
        y, x, i = top + 34 + row * 66, -40 - row % 2 * 50, row * 3
        while x < WIDTH:
            width = 96 + (i * 53) % 74
            stones.append(rect(x, y, width - 8, 58, STONES[i % 5], 14))
            x, i = x + width, i + 1
    x, i = -30, 0
    while x < WIDTH:
        width = 120 + (i * 41) % 90
        stones.append(rect(x, top - 16, width - 8, 54, STONES[(i + 2) % 5], 16))
        x, i = x + width, i + 1
    return joined(stones)


def _rowan() -> str:
    """Draw a rowan with rust-red leaves and berries."""
    clumps = (
        (1340, 250, 170),
        (1470, 330, 150),
        (1230, 370, 140),
        (1380, 430, 170),
        (1540, 190, 120),
    )
    berries = (
        (1290, 300),
        (1420, 260),
        (1370, 400),
        (1500, 380),
        (1230, 430),
        (1450, 470),
        (1330, 200),
    )
    return joined(
        (
            line(
                "M1400 780 C1396 660 1410 600 1386 470 M1392 600 C1420 560 1450 540 1480 440",
                "#5D463A",
                34,
            ),
            *(ellipse(x, y, r, r * 0.78, RUST.dark) for x, y, r in clumps),
            *(ellipse(x - 14, y - 18, r * 0.82, r * 0.6, RUST.base) for x, y, r in clumps),
            *(ellipse(x - 34, y - 40, r * 0.46, r * 0.3, RUST.light) for x, y, r in clumps),
            *(
                circle(x + dx, y + dy, 13, "#D6452F")
                for x, y in berries
                for dx, dy in ((0, 0), (20, 8), (8, 22))
            ),
        )
    )


def autumn() -> Wide:
    """Return the wall and the hills behind it on a wet day."""
    rain = joined(
        line(f"M{(i * 251) % 1660} {(i * 137) % 700} l-16 56", "#F4F7F7", 4) for i in range(80)
    )
    return Wide(
        rect(0, 0, 1620, 1080, "#C9D3D3"),
        path(
            "M0 380 C200 260 380 250 560 350 C760 220 980 240 1180 350 "
            "C1360 290 1500 300 1620 350 V1080 H0Z",
            "#A9B7B6",
        ),
        path("M0 500 C260 390 520 420 800 500 C1100 400 1380 420 1620 500 V1080 H0Z", "#B79F72"),
        path("M0 590 C300 500 700 520 1000 590 C1280 530 1460 540 1620 590 V1080 H0Z", "#9C7F52"),
        path("M700 590 C760 560 720 530 790 500 L820 506 C770 540 820 566 790 596Z", "#D9CBA9"),
        _rowan(),
        path("M0 660 C400 620 1000 640 1620 660 V1080 H0Z", "#7F7A4C"),
        faded(0.5, rain),
        _wall(760),
        path("M0 1010 C400 980 1100 990 1620 1014 V1080 H0Z", "#6C7046"),
        ellipse(470, 752, 190, 12, "#22301F", opacity=0.2),
        placed(okapi_lane_postbox_rucksack, x=470, y=752, scale=0.72, part=slice(1, None)),
        ellipse(800, 752, 74, 9, "#22301F", opacity=0.2),
        placed(pellworth_harbour_flask, x=800, y=752, scale=0.42),
        line("M1060 1030 L1010 420", "#7A5640", 24),
        line("M1055 1030 L1005 420", "#9C7556", 8),
        line(
            "M1010 424 C1000 380 974 360 950 352 M1010 424 C1014 380 1036 356 1058 344",
            "#7A5640",
            22,
        ),
    )


DRAWINGS: dict[str, DrawWide] = {"home-autumn": autumn}
