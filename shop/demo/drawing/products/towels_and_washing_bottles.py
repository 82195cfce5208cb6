"""Camp soap, and wash for wool and down."""

from shop.demo.drawing.canvas import (
    circle,
    ellipse,
    group,
    joined,
    label,
    line,
    path,
    two,
)
from shop.demo.drawing.palette import STEEL, Tones, tones
from shop.demo.drawing.parts.garden import soil_heap
from shop.demo.drawing.parts.washing import basin, flip_cap_bottle, foam
from shop.demo.drawing.scene import Draw, Drawing, ground

AMBER = Tones("#D99A2E", "#B87B18", "#EBB859")
WASH = Tones("#CFE3EA", "#A9C6D1", "#E6F1F5")
BILBERRY = tones("Bilberry")
WINDING = line(
    "M-50 78 C-10 50 60 56 46 16 C34 -16 -50 -4 -44 -40 C-40 -62 0 -66 20 -84", "#7C8F62", 15
) + path("M-80 -40 l36 -44 l30 30 l30 -44 l50 58Z", "#B9A77C", opacity=0.8)


def tallow_finch_long_way_soap() -> Drawing:
    """Small clear bottle of amber liquid soap with a black flip cap and a winding path."""
    return Drawing(
        "home",
        ground(500, 866, 190, 20),
        group(
            "translate(500 862) scale(1.3)",
            flip_cap_bottle(
                AMBER,
                mark=group("translate(0 -190)", WINDING) + label(0, -92, 21, "LONG WAY", "#6B4A32"),
            ),
        ),
    )


def tallow_finch_long_way_soap_detail() -> Drawing:
    """Amber soap being dripped from the bottle into a pot of water beside a hole in the ground."""
    return Drawing(
        "camp",
        ground(360, 860, 280, 22),
        group("translate(610 424) scale(.48)", soil_heap()),
        ellipse(790, 866, 120, 34, "#4A3524"),
        ellipse(800, 872, 96, 24, "#33241A"),
        ellipse(360, 566, 216, 44, STEEL.light),
        ellipse(360, 570, 198, 34, "#A9CBD8"),
        ellipse(372, 572, 84, 13, "#D8EAF0"),
        ellipse(372, 572, 36, 6, "#E3B25A"),
        two(
            "M144 566 A216 44 0 0 0 576 566 L562 816 Q556 862 500 862 H220 Q164 862 158 816Z",
            STEEL.base,
            (STEEL.light, "M130 550 H232 L240 870 H130Z"),
            (STEEL.dark, "M470 550 H590 V870 H462Z"),
        ),
        line("M150 640 C90 640 80 720 160 724", "#33393D", 17),
        line("M570 640 C630 640 640 720 560 724", "#33393D", 17),
        path("M372 470 q17 30 0 44 q-17 -14 0 -44Z", AMBER.base),
        path("M372 398 q13 24 0 36 q-13 -12 0 -36Z", AMBER.base),
        group(
            "translate(700 128) rotate(-132) scale(.72)",
            flip_cap_bottle(
                AMBER,
                mark=group("translate(0 -190)", WINDING) + label(0, -92, 21, "LONG WAY", "#6B4A32"),
            ),
        ),
    )


def _sheep_and_feather() -> str:
    """Draw what the wash is for, around 0 0: a sheep and a feather."""
    return group(
        "translate(-50 10)",
        joined(
            circle(x, y, 25, "#8FA0A8")
            for x, y in ((-36, 0), (-10, -18), (20, -14), (36, 6), (12, 18), (-16, 20))
        ),
        ellipse(-56, -8, 17, 23, "#43515C"),
        line("M-20 40 V66 M20 38 V66", "#43515C", 9),
    ) + group(
        "translate(74 0) rotate(18)",
        path("M0 70 C-34 20 -24 -50 8 -82 C32 -40 30 24 0 70Z", "#C79A4A"),
        line("M2 84 C-2 30 4 -30 8 -66 M0 24 L-14 6 M2 -4 L22 -22", "#F4EAD3", 5),
    )


def _cap(x: float, y: float, angle: float = 0) -> str:
    """Draw the clear measuring cap with its marks, its foot at x and y."""
    return group(
        f"translate({x} {y}) rotate({angle})",
        two(
            "M-76 -120 H76 L66 -12 Q64 0 50 0 H-50 Q-64 0 -66 -12Z",
            "#B9D3DD",
            ("#DCEBF0", "M-90 -130 H-34 V10 H-90Z"),
            ("#8FB2C0", "M38 -130 H90 V10 H38Z"),
            line("M-20 -84 H20 M-20 -56 H6 M-20 -28 H20", "#5F8797", 6),
        ),
        ellipse(0, -120, 76, 14, "#E9F3F7"),
        ellipse(0, -119, 60, 9, "#A9C6D1"),
    )


def tallow_finch_wool_and_down_wash() -> Drawing:
    """Clear flat bottle of colourless wash with a sheep and a feather, measuring cap beside it."""
    return Drawing(
        "home",
        ground(510, 866, 330, 22),
        group(
            "translate(440 862) scale(1.32)",
            flip_cap_bottle(
                WASH,
                flat=True,
                mark=group("translate(0 -204) scale(.92)", _sheep_and_feather())
                + label(0, -92, 21, "WOOL + DOWN", "#43515C"),
            ),
        ),
        _cap(790, 864),
    )


def tallow_finch_wool_and_down_wash_detail() -> Drawing:
    """Capful being poured into a basin with a bilberry blue wool top in it."""
    jumper = joined(
        (
            path(
                "M270 600 Q320 548 420 560 Q520 530 620 566 Q720 560 740 610 Q640 660 500 656 "
                "Q340 660 270 600Z",
                BILBERRY.base,
            ),
            path("M270 600 Q320 548 420 560 Q380 590 300 626Z", BILBERRY.light),
            path("M560 548 Q720 560 740 610 Q690 640 620 650 Q660 600 560 548Z", BILBERRY.dark),
            line("M430 572 Q500 610 570 568", BILBERRY.dark, 16),
            line("M350 590 Q380 620 440 640 M620 590 Q600 620 560 640", BILBERRY.dark, 6),
        )
    )
    return Drawing(
        "home",
        ground(500, 868, 320, 24),
        basin(500, 600, inside=jumper),
        path(
            "M318 590 Q400 520 470 560 Q520 520 580 560 Q560 610 480 606 Q390 620 318 590Z",
            BILBERRY.base,
        ),
        path("M318 590 Q400 520 470 560 Q420 570 360 598Z", BILBERRY.light),
        foam((640, 604, 24), (676, 614, 17), (300, 614, 20), (268, 600, 14)),
        path("M566 300 C540 330 544 440 540 560 H556 C556 450 566 350 596 318Z", "#B5D6E2"),
        ellipse(548, 568, 40, 9, "#D8EAF0"),
        _cap(700, 260, -76),
    )


DRAWINGS: dict[str, Draw] = {
    "tallow-finch-long-way-soap": tallow_finch_long_way_soap,
    "tallow-finch-long-way-soap-detail": tallow_finch_long_way_soap_detail,
    "tallow-finch-wool-and-down-wash": tallow_finch_wool_and_down_wash,
    "tallow-finch-wool-and-down-wash-detail": tallow_finch_wool_and_down_wash_detail,
}
