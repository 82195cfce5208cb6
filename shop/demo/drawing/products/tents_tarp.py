"""Tarp between trees and poles."""

from shop.demo.drawing.canvas import INK, circle, ellipse, line, path, rect, two
from shop.demo.drawing.palette import STEEL, shaded, tones
from shop.demo.drawing.parts.labels import hill_label
from shop.demo.drawing.parts.surfaces import BIRCH, rod, stitches, trunk
from shop.demo.drawing.parts.tent import guy_lines
from shop.demo.drawing.parts.water import drop
from shop.demo.drawing.scene import Draw, Drawing, ground

MOSS = tones("Moss green")


def fellgarth_lintel_tarp() -> Drawing:
    """Moss green square pitched as a slanting roof between a birch and two poles."""
    pole = shaded("#C7703A")
    return Drawing(
        "camp",
        ground(540, 858, 330, 26),
        trunk(150, 92, BIRCH, foot=850),
        guy_lines(
            (
                (172, 214, 260, 250),
                (760, 300, 960, 780),
                (820, 640, 960, 850),
                (330, 640, 210, 856),
            ),
            "#E08A3C",
        ),
        line("M104 206 H196 M104 222 H196", INK, 12),
        path("M250 244 L760 296 L700 420 L300 500Z", MOSS.dark),
        rod("M760 290 V850", pole, 18),
        rod("M838 628 V850", pole, 18),
        *(rect(x - 13, y, 26, 90, "#D0A06B", 8) for x, y in ((760, 286), (838, 624))),
        two(
            "M250 244 Q500 300 760 296 Q790 460 838 632 Q560 700 322 636 Q300 420 250 244Z",
            MOSS.base,
            (MOSS.light, "M240 240 Q300 270 370 276 Q420 470 430 700 H300 Q300 420 240 240Z"),
            (MOSS.dark, "M640 290 Q760 300 770 290 Q790 460 850 640 L700 680 Q690 460 640 290Z"),
        ),
        line("M505 294 Q560 480 580 672", MOSS.dark, 6),
        line("M250 244 Q500 300 760 296 M322 636 Q560 700 838 632", MOSS.light, 9),
        *(
            line(f"M{x} {y} q8 18 16 0", "#E8DCC0", 6)
            for x, y in (
                (330, 640),
                (440, 664),
                (560, 672),
                (690, 660),
                (816, 636),
                (380, 268),
                (620, 292),
            )
        ),
        *(rod(f"M{x} {y} l18 34", STEEL, 9) for x, y in ((200, 846), (952, 770), (952, 842))),
        hill_label(500, 540, MOSS.dark),
    )


def fellgarth_lintel_tarp_detail() -> Drawing:
    """Corner: bound edge, sewn loop, an orange line with its knot, a drop of rain."""
    return Drawing(
        "camp",
        two(
            "M-20 -20 H1020 V200 L560 600 Q540 620 510 604 L-20 330Z",
            MOSS.base,
            (MOSS.light, "M-20 -20 H300 L200 460 L-20 330Z"),
            (MOSS.dark, "M760 -20 H1020 V220 L700 500 Q780 240 760 -20Z"),
            *(
                line(f"M{x} -20 L{x - 300} 700", MOSS.dark, 3, opacity=0.6)
                for x in range(100, 1300, 90)
            ),
            *(
                line(f"M-20 {y} L1020 {y - 200}", MOSS.dark, 3, opacity=0.6)
                for y in range(100, 800, 90)
            ),
        ),
        line("M-20 318 L510 590 Q540 606 562 586 L1020 190", MOSS.dark, 54),
        stitches("M-20 302 L512 574 Q540 588 560 568 L1020 172", MOSS.light, 6),
        stitches("M-20 336 L512 608 Q540 622 562 604 L1020 208", MOSS.light, 6),
        path("M400 330 L640 330 L556 604 Q540 620 520 606 Z", MOSS.dark, opacity=0.75),
        stitches("M424 350 H618 L548 584Z", "#E8DCC0", 5),
        line("M520 590 C470 720 480 760 540 764 C600 760 610 720 560 590", INK, 34),
        line("M520 590 C470 720 480 760 540 764 C600 760 610 720 560 590", "#59646A", 9),
        line("M536 752 C600 820 560 850 620 880 L760 1020", "#E8823A", 24),
        line("M544 752 C500 800 520 850 600 862", "#C9662A", 24),
        line("M560 812 C620 790 660 830 640 880 C610 910 570 890 580 850", "#F2A162", 22),
        line("M640 900 L760 1020", "#F2C9A0", 6, stroke_dasharray="12 14"),
        line("M590 860 q-60 40 -110 30", "#E8823A", 20),
        drop(300, 470, 2.2),
        drop(206, 800, 1.4),
        *(
            ellipse(x, y, r, r * 0.7, "#CFE3EA", opacity=0.85)
            for x, y, r in (
                (240, 200, 22),
                (330, 130, 14),
                (700, 180, 20),
                (160, 300, 16),
                (820, 110, 14),
                (480, 210, 12),
                (610, 90, 16),
            )
        ),
        circle(296, 540, 8, "#E8F4F8"),
    )


DRAWINGS: dict[str, Draw] = {
    "fellgarth-lintel-tarp": fellgarth_lintel_tarp,
    "fellgarth-lintel-tarp-detail": fellgarth_lintel_tarp_detail,
}
