"""Quilts, rugs and blankets that one sits or sleeps on."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.cloth import (
    RED_TARTAN,
    folded,
    tartan,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

INK_BLUE = tones("Ink blue")
GREY = Tones("#8C9094", "#6C7074", "#A9ADB0")
CREAM = tones("Cream")
FLECKS = joined(
    line(
        f"M{i * 137 % 700 + 150} {i * 89 % 480 + 400} l{10 + i % 7} {i % 5 - 2}",
        ("#A9ADB0", "#74787C", "#7F8FA3", "#A38F7F")[i % 4],
        4,
    )
    for i in range(150)
)
MOSS_STITCH = joined(
    circle(x + (9 if y // 22 % 2 else 0), y, 7, "#DFD3B6")
    for y in range(420, 880, 22)
    for x in range(180, 840, 26)
)


def skarholt_quay_rug() -> Drawing:
    """Red tartan picnic rug half rolled with straps and a grey waterproof base."""
    return Drawing(
        "home",
        ground(500, 856, 400, 26),
        two(
            "M420 560 L900 620 L960 850 H330Z",
            "#B93A33",
            group("rotate(4 600 700)", tartan(200, 400, 1100, 950, RED_TARTAN)),
        ),
        path("M330 850 H960 L966 872 H326Z", "#59646A"),
        two(
            (
                "M120 560 Q120 440 250 440 H520 Q620 446 620 560 V760 Q620 860 "
                "520 860 H250 Q120 850 120 740Z"
            ),
            "#B93A33",
            tartan(100, 420, 640, 880, RED_TARTAN),
            ("#FFFFFF22", "M110 430 H640 V500 H110Z"),
            ("#00000033", "M110 790 H640 V870 H110Z"),
        ),
        ellipse(572, 652, 62, 206, "#59646A"),
        ellipse(572, 652, 46, 180, "#B93A33"),
        ellipse(572, 652, 34, 140, "#59646A"),
        ellipse(572, 652, 22, 100, "#B93A33"),
        ellipse(572, 652, 10, 56, "#59646A"),
        *(
            joined(
                (
                    rect(x, 436, 34, 428, "#6B4A32", 6),
                    rect(x, 436, 11, 428, "#8A5F3D", 6),
                    rect(x - 6, 600, 46, 56, "#C9A24A", 6),
                    rect(x + 6, 612, 22, 32, "#6B4A32", 4),
                )
            )
            for x in (200, 400)
        ),
        line("M217 440 C230 340 400 340 417 440", "#6B4A32", 28),
    )


def quillon_dq_1() -> Drawing:
    """Ink blue quilted down blanket with one corner packed to a ball."""
    q = joined(
        (
            *(
                line(f"M0 {y} Q500 {y + 24} 1000 {y}", INK_BLUE.dark, 7)
                for y in range(240, 900, 84)
            ),
            *(
                line(f"M{x} 200 Q{x + 20} 500 {x} 900", INK_BLUE.dark, 7)
                for x in range(220, 800, 116)
            ),
        )
    )
    return Drawing(
        "home",
        ground(490, 850, 330, 22),
        two(
            (
                "M200 260 Q360 230 500 256 Q640 232 790 260 Q812 400 792 560 "
                "L800 700 Q640 660 600 830 Q400 862 190 836 Q170 640 196 500Z"
            ),
            INK_BLUE.base,
            (INK_BLUE.light, "M190 240 H300 Q270 500 290 850 H180Z"),
            (INK_BLUE.dark, "M720 240 H810 V720 H740Z"),
            q,
        ),
        *(
            path(f"M{x} {y} q50 -22 96 0 q-46 -6 -96 0Z", INK_BLUE.light)
            for y in (274, 358, 442, 526, 610, 694)
            for x in (345, 461, 577)
        ),
        two(
            (
                "M650 700 C690 620 820 620 860 700 C890 790 840 850 756 850 "
                "C670 850 620 790 650 700Z"
            ),
            "#3A5180",
            ("#5A72A3", "M640 620 H700 Q670 740 710 860 H620Z"),
            ("#1F3050", "M810 620 H890 V860 H790 Q850 760 810 620Z"),
        ),
        line(
            ("M690 680 Q756 720 826 680 M680 740 Q756 790 850 740 M700 800 Q756 830 824 800"),
            INK_BLUE.dark,
            7,
        ),
        line("M756 640 q40 -60 80 -40", "#E8682F", 12),
        label(756, 770, 34, "DQ1", "#B9C7E2"),
    )


def halfpenny_grey_blanket() -> Drawing:
    """Stack of folded grey blankets with a red stripe."""
    return Drawing(
        "home",
        ground(500, 852, 350, 26),
        *(
            folded(
                170 + dx,
                y,
                640,
                h,
                GREY,
                pattern=FLECKS + path(f"M{690 + dx} 300 V900 H{730 + dx} V300Z", "#B5483C"),
                layers=2,
            )
            for dx, y, h in ((0, 650, 200), (12, 460, 190), (-6, 280, 180))
        ),
        rect(250, 740, 90, 60, "#F4EAD3", 6),
        label(295, 784, 40, "½", "#6C7074"),
    )


def morrow_mill_cradle_blanket() -> Drawing:
    """Cream knitted baby blanket in moss stitch, rolled with a wooden ring."""
    return Drawing(
        "home",
        ground(500, 852, 330, 24),
        two(
            (
                "M190 660 Q190 520 330 510 H690 Q810 520 810 660 V760 Q810 850 "
                "720 850 H280 Q190 850 190 760Z"
            ),
            CREAM.base,
            MOSS_STITCH,
            ("#FFFFFF77", "M180 500 H820 V560 H180Z"),
            ("#B9A67F55", "M180 790 H820 V860 H180Z"),
        ),
        ellipse(720, 680, 92, 168, CREAM.dark),
        ellipse(720, 680, 76, 146, CREAM.base),
        ellipse(720, 680, 60, 118, CREAM.dark),
        ellipse(720, 680, 45, 92, CREAM.base),
        ellipse(720, 680, 29, 62, CREAM.dark),
        ellipse(720, 680, 14, 34, CREAM.base),
        two(
            "M330 500 H450 V856 H330Z",
            "#C9A27A",
            ("#E0BC96", "M320 490 H364 V860 H320Z"),
            ("#A88158", "M420 490 H460 V860 H420Z"),
        ),
        circle(390, 560, 92, "none", stroke="#B98A5A", stroke_width=30),
        circle(390, 560, 92, "none", stroke="#D9AE7E", stroke_width=10),
        line("M390 510 q-30 -60 -50 -70 M390 510 q30 -60 60 -64", "#C9A27A", 16),
        rect(556, 770, 70, 46, "#FFFDF6", 5),
        line("M568 804 q14 -28 24 0 q12 -28 24 0", "#6B4A32", 6),
    )


DRAWINGS: dict[str, Draw] = {
    "skarholt-quay-rug": skarholt_quay_rug,
    "quillon-dq-1": quillon_dq_1,
    "halfpenny-grey-blanket": halfpenny_grey_blanket,
    "morrow-mill-cradle-blanket": morrow_mill_cradle_blanket,
}
