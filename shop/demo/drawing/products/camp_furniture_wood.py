"""Stools and tables for camp."""

from shop.demo.drawing.canvas import (
    INK,
    circle,
    ellipse,
    group,
    joined,
    line,
    path,
    rect,
    two,
)
from shop.demo.drawing.palette import BEECH, BRASS, LEATHER, SOOT, STEEL, shaded, tones
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.surfaces import lit, rod, stitches
from shop.demo.drawing.scene import Draw, Drawing, ground

SAND = tones("Sand")
STONE = shaded("#9AA19C")


def beech_leg(x: float, y: float, to_x: float, to_y: float, width: float = 36) -> str:
    """Draw a turned stick with a groove near either end."""
    dx, dy = to_x - x, to_y - y
    grooves = joined(
        line(
            f"M{x + dx * t - dy * 0.022} {y + dy * t + dx * 0.022} l{dy * 0.044} {-dx * 0.044}",
            BEECH.dark,
            6,
        )
        for t in (0.12, 0.88)
    )
    return rod(f"M{x} {y} L{to_x} {to_y}", BEECH, width) + grooves


def ferrywell_bollard_stool() -> Drawing:
    """Three-legged stool of pale beech with a triangular sand-coloured seat."""
    corners = (
        "M208 300 L300 296 L306 336 Q270 372 214 352Z",
        "M792 300 L700 296 L694 336 Q730 372 786 352Z",
        "M458 470 Q500 426 556 468 L542 512 Q508 528 474 512Z",
    )
    return Drawing(
        "camp",
        ground(500, 860, 330, 28),
        beech_leg(514, 480, 470, 800),
        beech_leg(250, 330, 742, 856),
        beech_leg(752, 330, 268, 856),
        circle(500, 600, 34, BRASS.dark),
        circle(497, 597, 26, BRASS.base),
        line("M484 597 h26", BRASS.dark, 7),
        two(
            "M212 306 Q500 350 788 306 Q800 330 780 344 Q640 400 540 512 Q508 530 472 512 "
            "Q370 400 222 346 Q200 330 212 306Z",
            SAND.base,
            (SAND.light, "M190 280 H420 Q400 400 440 540 H190Z"),
            (SAND.dark, "M620 330 L800 290 V380 L540 530 H500 Q600 440 620 330Z"),
            (SAND.dark, "M212 306 Q500 350 788 306 L784 322 Q500 366 214 322Z"),
        ),
        *(lit(corner, LEATHER, (190, 800), light=0) for corner in corners),
        stitches("M306 306 L304 334 M694 306 L696 334 M470 468 Q504 440 546 468", "#E8DCC0", 5),
        patch(458, 384, "FW", ground="#F4EAD3", print_="#2F5D86", width=86),
    )


def ferrywell_bollard_stool_detail() -> Drawing:
    """Brass bolt where the legs cross, with a coin in its slot."""
    arms = "M500 500 L284 300 M500 500 L722 312 M500 500 L496 770"
    return Drawing(
        "camp",
        rod("M520 -40 L480 1040", BEECH, 150),
        rod("M60 60 L960 1000", BEECH, 150),
        rod("M940 60 L40 1000", BEECH, 150),
        line("M250 320 q-20 40 -60 70 M760 330 q30 40 60 60", BEECH.dark, 6),
        line("M170 130 q60 70 130 120 M700 760 q60 60 130 120", BEECH.dark, 6),
        line("M310 760 q-60 60 -120 120", BEECH.dark, 6),
        line(arms, "#6B4A12", 76, opacity=0.35, transform="translate(10 14)"),
        rod(arms, BRASS, 70),
        *(circle(x, y, 15, BRASS.dark) for x, y in ((296, 312), (710, 322), (496, 752))),
        circle(508, 512, 132, "#6B4A12", opacity=0.35),
        circle(500, 500, 128, BRASS.dark),
        circle(496, 496, 116, BRASS.base),
        path("M396 440 A116 116 0 0 1 540 388 L470 500Z", BRASS.light, opacity=0.7),
        rect(390, 478, 220, 40, "#5E4410", 10, transform="rotate(-24 500 498)"),
        group(
            "rotate(-24 500 498)",
            two(
                "M420 498 V420 A80 80 0 0 1 580 420 V498Z",
                "#C98A5A",
                ("#E0AC80", "M400 330 H460 V500 H400Z"),
                ("#A56A3C", "M548 330 H600 V500 H548Z"),
            ),
            circle(500, 420, 54, "none", stroke="#A56A3C", stroke_width=6),
            line("M486 396 q30 -14 30 14 q0 18 -34 34 h38", "#A56A3C", 8),
        ),
    )


def screw_foot(x: float, y: float, out: float) -> str:
    """Draw the end of a table leg whose foot is turned out by a length."""
    return "".join(
        (
            rect(x - 6, y, 12, out, STEEL.dark),
            *(line(f"M{x - 7} {y + i} l14 -5", STEEL.light, 3) for i in range(4, int(out), 9)),
            rect(x - 22, y + out, 44, 16, INK, 8),
        )
    )


def ferrywell_mess_table() -> Drawing:
    """Camp table of beech slats on a crossed frame, level on uneven ground."""
    slats = joined(
        line(f"M{180 + t * 640} 360 L{84 + t * 832} 500", BEECH.dark, 7)
        for t in (i / 11 for i in range(1, 11))
    )
    lights = joined(
        line(f"M{186 + t * 640} 364 L{92 + t * 832} 498", BEECH.light, 8)
        for t in (i / 11 for i in range(11))
    )
    return Drawing(
        "camp",
        path("M0 800 C200 740 330 790 480 830 C640 870 800 800 1000 770 V1000 H0Z", "#A9BEA3"),
        ground(500, 836, 370, 26),
        rod("M290 480 L716 760 M710 480 L284 744", STEEL, 17),
        rod("M160 530 L846 812 M840 530 L154 764", STEEL, 24),
        circle(500, 664, 15, SOOT.base),
        rod("M284 520 V744 M716 520 V760", STEEL, 16),
        rod("M154 520 V764 M846 520 V800", STEEL, 24),
        screw_foot(154, 770, 10),
        screw_foot(846, 800, 40),
        screw_foot(284, 744, 14),
        screw_foot(716, 756, 34),
        rect(132, 520, 736, 30, STEEL.base, 6),
        rect(132, 536, 736, 14, STEEL.dark, 6),
        two("M180 360 H820 L916 500 H84Z", BEECH.base, lights, slats),
        two(
            "M84 500 H916 V528 H84Z",
            BEECH.dark,
            (BEECH.base, "M84 500 H500 V528 H84Z"),
            *(line(f"M{84 + i * 75.6} 496 V530", "#7D5527", 6) for i in range(1, 11)),
        ),
        two(
            "M560 300 H640 V386 Q640 398 600 398 Q560 398 560 386Z",
            tones("Navy").base,
            (tones("Navy").light, "M550 290 H580 V400 H550Z"),
        ),
        ellipse(600, 302, 40, 11, "#5B3A25"),
        line("M640 322 q34 4 28 32 q-8 22 -30 18", tones("Navy").base, 12),
        patch(860 - 96, 506, "FW", ground="#F4EAD3", print_="#2F5D86", width=34),
    )


def ferrywell_mess_table_detail() -> Drawing:
    """Table leg with its foot turned far out on a stone, a bubble level in the frame."""
    return Drawing(
        "camp",
        path("M0 860 Q400 820 1000 850 V1000 H0Z", "#A9BEA3"),
        ground(430, 914, 330, 34),
        two(
            "M120 900 C130 800 240 752 400 760 C580 764 700 810 730 900 Q430 950 120 900Z",
            STONE.base,
            (STONE.light, "M120 900 C130 800 240 752 400 760 C300 790 240 830 220 920Z"),
            (STONE.dark, "M560 760 C700 800 730 860 740 920 H560 Q640 850 560 760Z"),
        ),
        rect(402, 600, 56, 130, STEEL.dark),
        rect(402, 600, 20, 130, STEEL.light),
        *(line(f"M400 {616 + i * 16} l60 -14", "#6F7A80", 6) for i in range(8)),
        lit(
            "M330 728 H530 Q548 728 544 750 L536 776 H324 L316 750 Q312 728 330 728Z",
            SOOT,
            (312, 548),
        ),
        lit("M360 320 H500 V610 H360Z", STEEL, (360, 500)),
        rect(348, 572, 164, 44, SOOT.base, 10),
        rect(0, 230, 1000, 140, STEEL.base),
        rect(0, 230, 1000, 36, STEEL.light),
        rect(0, 330, 1000, 40, STEEL.dark),
        circle(430, 300, 40, SOOT.base),
        circle(427, 297, 26, STEEL.dark),
        line("M412 304 l32 -14", SOOT.dark, 8),
        rect(600, 258, 210, 84, SOOT.base, 42),
        two(
            "M646 274 H764 Q790 274 790 300 Q790 326 764 326 H646 Q620 326 620 300 "
            "Q620 274 646 274Z",
            "#C9D84A",
            ("#E2EC86", "M600 260 H800 V290 H600Z"),
        ),
        ellipse(705, 298, 26, 18, "#F6FAD8"),
        line("M670 276 V324 M740 276 V324", "#5A6335", 6),
        *(
            two(
                f"M{x} 90 H{x + 178} V232 H{x}Z",
                BEECH.base,
                (BEECH.light, f"M{x} 90 H{x + 178} V120 H{x}Z"),
                (BEECH.dark, f"M{x + 140} 90 H{x + 178} V232 H{x + 140}Z"),
                line(f"M{x + 30} 160 q40 -20 90 4", BEECH.dark, 5),
            )
            for x in range(-90, 1000, 196)
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "ferrywell-bollard-stool": ferrywell_bollard_stool,
    "ferrywell-bollard-stool-detail": ferrywell_bollard_stool_detail,
    "ferrywell-mess-table": ferrywell_mess_table,
    "ferrywell-mess-table-detail": ferrywell_mess_table_detail,
}
