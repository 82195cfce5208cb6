"""A flask brush, and second views of a jar, a lid and two bottles."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import ASH, BEECH, STEEL, Tones, tones
from shop.demo.drawing.parts.flasks import (
    harbour_flask_body,
    tin_bottle,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

GREEN = tones("Harbour green")
SLATE = tones("Slate blue")
BARE = Tones("#B7C0C5", "#8B969C", "#DDE3E6")
BLACK = Tones("#33393D", "#23282B", "#4B5257")
SOFT = Tones("#A9D8E8", "#5FB0CE", "#C8E9F3")


def _brush_head(x: float, y: float, length: float) -> str:
    """Draw the fibre head of the bottle brush, from its tip at y down."""
    fibres = "".join(
        f"M{x} {y + 20 + k} L{x - 62 + (k % 3) * 5} {y + 4 + k} M{x} {y + 20 + k} "
        f"L{x + 62 - (k % 3) * 5} {y + 4 + k}"
        for k in range(0, int(length), 13)
    )
    light = "".join(
        f"M{x - 4} {y + 26 + k} L{x - 60 + (k % 3) * 5} {y + 11 + k}"
        for k in range(0, int(length), 13)
    )
    return joined(
        (
            rect(x - 50, y + 4, 100, length + 6, ASH.dark, 40),
            line(fibres, ASH.base, 8),
            line(light, ASH.light, 5),
            ellipse(x, y + 2, 40, 26, "#F6F1E4"),
            path(f"M{x + 8} {y - 22} a40 26 0 0 1 8 48Z", "#DCD4C0"),
        )
    )


def _twisted_wire(x: float, y: float, length: float) -> str:
    """Draw the twisted steel shaft, downwards from x and y."""
    turns = "".join(f"M{x - 9} {at} l18 14" for at in range(int(y) + 6, int(y + length) - 14, 20))
    return (
        rect(x - 11, y, 22, length, STEEL.base, 8)
        + rect(x - 11, y, 7, length, STEEL.light, 4)
        + line(turns, "#7E8A91", 6)
    )


def pellworth_flask_brush() -> Drawing:
    """Long bottle brush with a pale fibre head, twisted steel shaft and round beech end."""
    return Drawing(
        "home",
        ground(520, 860, 330, 24),
        group(
            "rotate(48 500 480)",
            _twisted_wire(500, 380, 380),
            _brush_head(500, 30, 370),
            two(
                "M480 750 H520 C584 764 600 850 560 892 Q500 930 440 892 C400 850 416 764 480 750Z",
                BEECH.base,
                (BEECH.light, "M390 740 H470 Q440 820 480 930 H390Z"),
                (BEECH.dark, "M540 740 H620 V930 H530 Q570 830 540 740Z"),
            ),
            circle(500, 866, 17, "#7A5230"),
        ),
    )


def pellworth_flask_brush_detail() -> Drawing:
    """Fibre brush head bent into the bottom edge of a cut-open steel flask."""
    fibres = "".join(
        f"M{x} {y} L{x - dx} {y - dy} M{x} {y} L{x + dx} {y + dy}"
        for x, y, dx, dy in (
            (566, 380, 74, 0),
            (564, 404, 74, 2),
            (560, 428, 74, 6),
            (556, 452, 74, 10),
            (550, 476, 73, 16),
            (543, 500, 72, 22),
            (535, 524, 70, 28),
            (526, 547, 68, 34),
            (515, 569, 65, 40),
            (503, 590, 62, 45),
            (489, 610, 58, 50),
            (474, 628, 53, 55),
            (457, 645, 48, 59),
            (439, 660, 42, 63),
            (420, 674, 36, 66),
            (400, 686, 30, 68),
        )
    )
    return Drawing(
        "home",
        ground(500, 872, 300, 22),
        two(
            "M240 90 H760 V800 Q760 866 694 866 H306 Q240 866 240 800Z",
            GREEN.base,
            (GREEN.light, "M230 80 H280 V870 H230Z"),
            (GREEN.dark, "M720 80 H770 V870 H720Z"),
        ),
        path("M276 90 H724 V776 Q724 826 674 826 H326 Q276 826 276 776Z", "#C98A5A"),
        path("M292 90 H708 V768 Q708 808 668 808 H332 Q292 808 292 768Z", "#8B969C"),
        two(
            "M312 90 H688 V744 Q688 784 648 784 H352 Q312 784 312 744Z",
            STEEL.base,
            (STEEL.light, "M300 80 H390 V800 H300Z"),
            (STEEL.dark, "M610 80 H700 V800 H610Z"),
            ("#A9825A", "M300 700 Q360 740 420 784 H300Z"),
        ),
        path(
            "M240 90 L276 70 L330 92 L400 66 L470 94 L540 68 L610 92 L680 68 L760 90 V130 H240Z",
            "#DCE6EC",
        ),
        path(
            "M240 90 L276 70 L330 92 L400 66 L470 94 L540 68 L610 92 L680 68 L760 90 L700 106 "
            "L620 108 L540 84 L470 110 L400 82 L330 108 L276 86Z",
            "#8B969C",
        ),
        _twisted_wire(566, 0, 372),
        line("M566 370 C566 520 520 620 396 690", ASH.dark, 104),
        line(fibres, ASH.base, 11),
        line("M566 370 C566 520 520 620 396 690", "#9AA5AB", 12),
        circle(384, 698, 40, "#F6F1E4"),
        path("M384 738 a40 40 0 0 0 38 -52Z", "#DCD4C0"),
    )


def pellworth_wharf_food_jar_detail() -> Drawing:
    """Slate blue jar open and full of stew, the spoon unfolded in it, its lid in front."""
    return Drawing(
        "home",
        ground(480, 866, 360, 24),
        two(
            "M235 420 H665 Q685 460 685 510 V800 Q685 856 630 856 H290 Q235 856 235 800 Z",
            SLATE.base,
            (SLATE.light, "M225 410 H310 V860 H225Z"),
            (SLATE.dark, "M590 410 H700 V860 H590Z"),
        ),
        two(
            "M228 510 C130 520 130 740 228 760 V710 C180 690 180 580 228 560Z",
            "#C9A27A",
            ("#A88158", "M130 650 H230 V770 H130Z"),
        ),
        rect(220, 495, 34, 80, "#8A5F3D", 10),
        rect(220, 695, 34, 80, "#8A5F3D", 10),
        rect(240, 404, 430, 28, STEEL.dark, 8),
        ellipse(455, 404, 214, 50, STEEL.light),
        ellipse(455, 408, 190, 40, "#9A4F2C"),
        *(
            ellipse(x, y, rx, ry, fill)
            for x, y, rx, ry, fill in (
                (360, 398, 34, 13, "#D98A3A"),
                (430, 420, 30, 12, "#E8C98A"),
                (400, 386, 22, 9, "#6E9A52"),
                (490, 424, 24, 10, "#D98A3A"),
                (330, 416, 18, 8, "#E8C98A"),
                (470, 392, 20, 9, "#B9683A"),
            )
        ),
        group(
            "translate(548 402) rotate(24)",
            rect(-15, -330, 30, 320, STEEL.base, 14),
            rect(-15, -330, 11, 320, STEEL.light, 8),
            rect(-22, -190, 44, 40, STEEL.dark, 10),
            circle(0, -170, 9, STEEL.light),
        ),
        path("M510 410 q46 -24 90 0 q-40 22 -90 0Z", "#9A4F2C"),
        *(
            line(f"M{x} 340 q-20 -30 4 -58 q20 -28 -2 -52", "#FFFFFF", 10, opacity=0.85)
            for x in (350, 430)
        ),
        rect(400, 600, 116, 86, "#F1E6CF", 12),
        line("M416 664 C434 630 460 630 464 650 C480 630 500 634 504 664", SLATE.base, 8),
        two(
            "M690 760 H900 Q930 760 930 790 V860 H660 V790 Q660 760 690 760Z",
            STEEL.base,
            (STEEL.light, "M650 750 H720 V870 H650Z"),
            (STEEL.dark, "M860 750 H940 V870 H860Z"),
            line(
                "M690 784 V850 M724 784 V850 M758 784 V850 M792 784 V850 M826 784 V850 "
                "M860 784 V850 M894 784 V850",
                STEEL.dark,
                6,
            ),
        ),
        ellipse(795, 760, 36, 12, "#33393D"),
    )


def pellworth_sip_lid_detail() -> Drawing:
    """Sip lid with its flap shut, screwed onto a harbour green flask in place of the stopper."""
    return Drawing(
        "home",
        ground(490, 876, 190, 18),
        group("translate(0 20)", harbour_flask_body(GREEN)),
        line("M560 190 C690 150 700 280 600 270", BLACK.light, 22),
        two(
            "M386 176 H594 L606 282 H374Z",
            BLACK.base,
            (BLACK.light, "M370 170 H426 V290 H370Z"),
            (BLACK.dark, "M556 170 H610 V290 H556Z"),
            *(line(f"M{x} 200 V276", BLACK.dark, 7) for x in range(400, 600, 24)),
        ),
        two(
            "M400 180 Q404 138 490 136 Q576 138 580 180Z",
            BLACK.light,
            (BLACK.base, "M520 130 H590 V190 H520Z"),
        ),
        two(
            "M460 138 L466 70 Q490 56 514 70 L520 138Z",
            "#676F75",
            ("#4B5257", "M496 50 H530 V150 H496Z"),
        ),
        two(
            "M452 62 Q452 48 466 48 H592 Q612 48 612 66 Q612 84 592 84 H466 Q452 84 452 70Z",
            "#E2A33B",
            ("#C2841F", "M440 68 H620 V90 H440Z"),
        ),
        circle(594, 66, 9, "#33393D"),
    )


def quillon_sb_600_detail() -> Drawing:
    """Soft bottle emptied and rolled up from its foot, orange cap and bite valve at one end."""
    return Drawing(
        "home",
        ground(500, 752, 400, 28),
        group(
            "translate(500 740) scale(1.2) translate(-545 -746)",
            two(
                "M240 560 Q180 570 180 650 Q180 742 260 746 H640 Q690 742 694 690 V610 Q690 562 "
                "640 558Z",
                SOFT.base,
                (SOFT.light, "M170 550 H700 V606 H170Z"),
                (SOFT.dark, "M170 690 H700 V750 H170Z"),
                line("M300 566 Q320 650 304 742 M360 562 Q376 650 362 744", "#7FBCD0", 6),
            ),
            ellipse(242, 652, 62, 94, "#8CCBDF"),
            line(
                "M242 652 q18 -14 26 6 q2 34 -30 34 q-40 -6 -36 -52 q10 -48 52 -44 q36 14 34 62",
                "#4798B9",
                9,
            ),
            label(530, 672, 52, "600", "#E9F6FA"),
            two(
                "M690 596 L744 616 V690 L690 712Z",
                SOFT.base,
                (SOFT.dark, "M690 660 H750 V720 H690Z"),
            ),
            rect(740, 600, 92, 106, "#E8682F", 14),
            rect(740, 664, 92, 42, "#C9501C", 12),
            line("M760 612 V694 M784 612 V694 M808 612 V694", "#A93F12", 6),
            two(
                "M830 624 Q900 616 916 634 V672 Q900 690 830 682Z",
                "#7EC3D8",
                ("#5AA5BE", "M820 656 H930 V700 H820Z"),
            ),
            line("M904 640 V666", "#3E7F97", 7),
            line("M666 566 C680 500 640 470 600 500", "#3A86A6", 9),
        ),
    )


def halfpenny_tin_bottle_detail() -> Drawing:
    """Tin bottles in grass green and in plain steel side by side."""
    return Drawing(
        "home",
        ground(490, 862, 330, 22),
        group("translate(-160 60) scale(.93)", tin_bottle(tones("Grass"))),
        group("translate(180 60) scale(.93)", tin_bottle(BARE)),
    )


DRAWINGS: dict[str, Draw] = {
    "pellworth-flask-brush": pellworth_flask_brush,
    "pellworth-flask-brush-detail": pellworth_flask_brush_detail,
    "pellworth-wharf-food-jar-detail": pellworth_wharf_food_jar_detail,
    "pellworth-sip-lid-detail": pellworth_sip_lid_detail,
    "quillon-sb-600-detail": quillon_sb_600_detail,
    "halfpenny-tin-bottle-detail": halfpenny_tin_bottle_detail,
}
