"""A window box and a bird bath."""

from shop.demo.drawing.canvas import circle, ellipse, joined, label, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.birds import BLACKBIRD, bird
from shop.demo.drawing.parts.clay import (
    geranium,
    lettuce,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

ZINC = tones("Zinc")
GLAZE = Tones("#5F6D76", "#434F57", "#82919A")
MOSS = tones("Moss")
STUMP = Tones("#8A6A4A", "#6A4E34", "#A98A66")
BRICKS = Tones("#B0604A", "#8C4734", "#C67F68")
SILL = Tones("#CFC9BC", "#A9A394", "#E2DED3")


def halfpenny_zinc_window_box() -> Drawing:
    """Long plain zinc window box on a stone sill planted with lettuces and red geraniums."""
    return Drawing(
        "garden",
        rect(40, 820, 920, 90, SILL.base, 10),
        rect(40, 820, 920, 26, SILL.light, 10),
        rect(70, 906, 860, 40, SILL.dark),
        geranium(250, 590, 1.12),
        lettuce(390, 596, 1.1),
        geranium(540, 590, 1.2),
        lettuce(660, 596, 1.16),
        geranium(790, 590, 1.05),
        lettuce(150, 600, 0.8),
        lettuce(868, 600, 0.72),
        two(
            "M90 590 H910 L884 826 H116Z",
            ZINC.base,
            (ZINC.light, "M80 580 H270 L280 840 H80Z"),
            (ZINC.dark, "M730 580 H920 V840 H716Z"),
        ),
        rect(76, 574, 848, 34, ZINC.light, 16),
        rect(710, 574, 214, 34, ZINC.base, 16),
        line("M110 770 H890", ZINC.dark, 5),
        label(500, 724, 76, "½", ZINC.dark),
    )


def halfpenny_zinc_window_box_detail() -> Drawing:
    """Empty zinc window box tipped towards the viewer, five drainage holes along its floor."""
    return Drawing(
        "garden",
        ground(500, 850, 430, 26),
        two(
            "M90 300 H910 L950 560 L930 830 H70 L50 560Z",
            ZINC.dark,
            ("#6F7A80", "M90 300 H910 L850 430 H150Z"),
            (ZINC.base, "M150 430 H850 L880 640 H120Z"),
            (ZINC.light, "M150 430 H330 L320 640 H120Z"),
            ("#98A4A9", "M50 560 L90 300 L150 430 L120 640Z"),
            ("#5F6A70", "M950 560 L910 300 L850 430 L880 640Z"),
        ),
        *(
            ellipse(x, 540, 32, 25, "#6F7A80") + ellipse(x, 545, 24, 18, "#B9A184")
            for x in (210, 355, 500, 645, 790)
        ),
        two(
            "M40 600 H960 L936 846 H64Z",
            ZINC.base,
            (ZINC.light, "M30 590 H240 L250 850 H30Z"),
            (ZINC.dark, "M760 590 H970 V850 H746Z"),
        ),
        rect(26, 590, 948, 36, ZINC.light, 16),
        rect(76, 284, 848, 28, ZINC.light, 12),
        label(500, 764, 84, "½", ZINC.dark),
    )


def _dish(glaze: Tones, x: float, y: float, *, water: str, runs: str = "") -> str:
    """Draw the shallow bird bath, 680 wide, its rim at y."""
    r = 340
    return joined(
        (
            two(
                f"M{x - r} {y} A{r} 76 0 0 0 {x + r} {y} Q{x + r - 20} {y + 90} {x + 150} "
                f"{y + 128} H{x - 150} Q{x - r + 20} {y + 90} {x - r} {y}Z",
                glaze.base,
                (glaze.light, f"M{x - r} {y - 9} H{x - 190} L{x - 110} {y + 140} H{x - r}Z"),
                (glaze.dark, f"M{x + 150} {y - 9} H{x + r} V{y + 140} H{x + 90}Z"),
                runs,
            ),
            ellipse(x, y, r, 76, glaze.light),
            ellipse(x, y + 5, r - 24, 62, glaze.dark),
            ellipse(x, y + 14, r - 54, 46, water),
        )
    )


def ousel_yard_bird_bath() -> Drawing:
    """Wide shallow slate-grey stoneware bird bath on a stump, a blackbird splashing in it."""
    drops = (
        (330, 380),
        (290, 440),
        (370, 330),
        (640, 340),
        (690, 400),
        (720, 460),
        (600, 300),
        (420, 300),
    )
    return Drawing(
        "garden",
        ground(500, 884, 290, 24),
        two(
            "M300 640 Q500 690 700 640 L716 830 Q760 866 800 880 H200 Q250 866 284 830Z",
            STUMP.base,
            (STUMP.light, "M190 630 H390 L370 890 H190Z"),
            (STUMP.dark, "M620 630 H810 V890 H640Z"),
            line("M430 690 V860 M500 700 V880 M570 690 V850", STUMP.dark, 8),
        ),
        ellipse(500, 640, 200, 40, "#C9A97C"),
        ellipse(500, 640, 120, 22, "none", stroke="#A98A5C", stroke_width=6),
        _dish(GLAZE, 500, 540, water="#A9CBD8"),
        bird(500, 566, BLACKBIRD, scale=1.5, angle=-8, legs=False),
        path("M390 560 Q500 530 640 560 Q620 596 500 600 Q410 596 390 560Z", "#A9CBD8"),
        ellipse(510, 566, 110, 14, "none", stroke="#E6F1F5", stroke_width=7),
        *(path(f"M{x} {y - 18} q14 22 0 32 q-14 -10 0 -32Z", "#8DBDD0") for x, y in drops),
    )


def ousel_yard_bird_bath_detail() -> Drawing:
    """Moss-green bird bath on three bricks, runs of glaze down its side, ice on the water."""
    runs = joined(
        path(f"M{x} 530 h{w} v{h} q{-w / 2} {w} {-w} 0Z", MOSS.light if i % 2 else MOSS.dark)
        for i, (x, w, h) in enumerate(
            (
                (216, 34, 46),
                (290, 26, 76),
                (376, 40, 62),
                (476, 28, 84),
                (560, 38, 58),
                (650, 30, 70),
                (736, 34, 40),
            )
        )
    )
    return Drawing(
        "garden",
        ground(500, 880, 330, 24),
        *(
            two(
                f"M{x} 650 H{x + 170} V880 H{x}Z",
                BRICKS.base,
                (BRICKS.light, f"M{x} 650 H{x + 46} V880 H{x}Z"),
                (BRICKS.dark, f"M{x + 126} 650 H{x + 180} V880 H{x + 126}Z"),
                *(circle(x + a, b, 7, BRICKS.dark) for a, b in ((60, 720), (100, 800), (80, 850))),
            )
            for x in (216, 415, 614)
        ),
        _dish(MOSS, 500, 520, water="#D5E6EC", runs=runs),
        path(
            "M330 520 L470 500 L560 526 L660 508 L700 530 Q620 576 500 580 Q380 576 300 540Z",
            "#EDF5F8",
        ),
        line("M470 500 L500 552 L560 526 M500 552 L440 574", "#A9C6D1", 6),
        path("M600 548 q30 -40 60 -22 q-10 30 -60 22Z", "#B5773A"),
    )


DRAWINGS: dict[str, Draw] = {
    "halfpenny-zinc-window-box": halfpenny_zinc_window_box,
    "halfpenny-zinc-window-box-detail": halfpenny_zinc_window_box_detail,
    "ousel-yard-bird-bath": ousel_yard_bird_bath,
    "ousel-yard-bird-bath-detail": ousel_yard_bird_bath_detail,
}
