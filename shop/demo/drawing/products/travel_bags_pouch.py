"""Pouch for cables."""

from shop.demo.drawing.canvas import (
    INK,
    circle,
    group,
    line,
    path,
    rect,
    two,
)
from shop.demo.drawing.palette import SOOT, STEEL, Tones, tones
from shop.demo.drawing.parts.surfaces import lit, rod
from shop.demo.drawing.scene import Draw, Drawing, ground

GREEN = tones("Bottle green")
RED = tones("Pillar-box red")
LINING = Tones("#EE8A3A", "#D06F22", "#F6A767")


def coil(x: float, y: float, cable: str, *, width: float = 15) -> str:
    """Draw a coiled cable held by an elastic loop."""
    return "".join(
        (
            line(f"M{x - 70} {y} a70 38 0 1 1 140 0 a70 38 0 1 1 -140 0", cable, width),
            line(f"M{x - 48} {y} a48 22 0 1 1 96 0 a48 22 0 1 1 -96 0", cable, width),
            line(f"M{x + 66} {y + 10} q20 20 10 44", cable, width),
            rect(x - 13, y - 52, 26, 104, INK, 8),
        )
    )


def okapi_lane_loose_ends() -> Drawing:
    """Bottle-green pouch open like a book: six loops with cables, a plug in a pocket."""
    cables = ("#F6F4EE", "#3A4248", "#F6F4EE", "#59646A", "#E6E2D6", "#33393D")
    return Drawing(
        "wear",
        ground(500, 826, 420, 26),
        two(
            "M90 290 Q90 260 120 260 H880 Q910 260 910 290 V790 Q910 820 880 820 H120 "
            "Q90 820 90 790Z",
            GREEN.base,
            (GREEN.light, "M80 250 H160 V830 H80Z"),
            (GREEN.dark, "M840 250 H920 V830 H840Z"),
        ),
        two(
            "M122 292 H878 V788 H122Z",
            LINING.base,
            (LINING.light, "M120 280 H200 V800 H120Z"),
            (LINING.dark, "M810 280 H890 V800 H810Z"),
        ),
        line("M122 292 H878 V788 H122Z", "#E8DCC0", 7, stroke_dasharray="10 8"),
        rect(486, 270, 28, 540, GREEN.dark, 6),
        *(
            coil(x, y, cables[i])
            for i, (x, y) in enumerate(
                ((220, 380), (390, 380), (220, 536), (390, 536), (220, 692), (390, 692))
            )
        ),
        lit(
            "M610 380 H770 Q790 380 790 400 V560 H590 V400 Q590 380 610 380Z",
            tones("Chalk white"),
            (590, 790),
        ),
        *(rect(x, 336, 18, 50, STEEL.base, 5) for x in (650, 712)),
        two(
            "M556 480 H824 V740 Q824 756 808 756 H572 Q556 756 556 740Z",
            LINING.light,
            (LINING.base, "M640 470 H830 V770 H640Z"),
            (LINING.dark, "M550 480 H830 V506 H550Z"),
        ),
        rect(716, 640, 90, 92, LINING.dark, 8),
        line("M760 620 v52 a10 10 0 1 0 12 0", STEEL.light, 8),
        rect(600, 600, 92, 62, "#F4EAD3", 8),
        line("M616 646 q22 -44 34 -14 q18 -22 26 14", GREEN.base, 8),
        line("M906 286 q50 -30 40 20", GREEN.dark, 16),
        circle(902, 540, 10, "#E8C77A"),
    )


def okapi_lane_loose_ends_detail() -> Drawing:
    """Pouch in red, closed, on a bunk rail, a white cable leading to a telephone."""
    return Drawing(
        "wear",
        rod("M-20 130 H1020", STEEL, 44),
        *(lit(f"M{x} 80 h50 v110 h-50Z", SOOT, (x, x + 50)) for x in (60, 890)),
        path("M0 820 H1000 V1000 H0Z", "#8A9BA8"),
        path("M0 820 H1000 V846 H0Z", "#A7B6C0"),
        line("M360 136 C330 180 380 220 396 262", RED.dark, 24),
        group(
            "rotate(8 400 270)",
            two(
                "M190 270 Q190 240 220 240 H580 Q610 240 610 270 V530 Q610 560 580 560 H220 "
                "Q190 560 190 530Z",
                RED.base,
                (RED.light, "M180 230 H270 V570 H180Z"),
                (RED.dark, "M530 230 H620 V570 H530Z"),
            ),
            line(
                "M206 520 V276 Q206 256 226 256 H574 Q594 256 594 276 V520",
                "#E8C77A",
                7,
                stroke_dasharray="9 8",
            ),
            rect(582, 470, 24, 60, "#E8C77A", 8),
            line("M300 320 Q330 400 300 480", RED.dark, 7),
            rect(350, 360, 110, 74, "#F4EAD3", 8),
            line("M370 416 q24 -50 40 -18 q20 -24 30 18", RED.base, 9),
        ),
        line("M560 560 C600 700 460 720 520 780 C560 820 640 790 676 780", "#F6F4EE", 20),
        line("M560 560 C600 700 460 720 520 780", "#D8D5CA", 5),
        rect(664, 764, 40, 26, "#D8D5CA", 6),
        group(
            "rotate(-4 800 780)",
            rect(690, 730, 250, 110, INK, 22),
            rect(704, 742, 222, 84, "#3F86B5", 12),
            rect(704, 742, 90, 84, "#5F9BB3", 12),
            rect(800, 770, 60, 28, "#8FE08A", 6),
            rect(862, 777, 7, 14, "#8FE08A", 3),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "okapi-lane-loose-ends": okapi_lane_loose_ends,
    "okapi-lane-loose-ends-detail": okapi_lane_loose_ends_detail,
}
