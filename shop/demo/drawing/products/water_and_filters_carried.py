"""Sacks and reservoirs that carry water."""

from shop.demo.drawing.canvas import INK, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import LEAF, SOOT, tones
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.surfaces import BARK, lit, rod, stitches, topped
from shop.demo.drawing.parts.water import (
    FILM,
    WATER,
    drop,
    film_bag,
    rill,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

ORANGE = tones("Orange")
LICHEN = tones("Lichen")


def quillon_ws_water_sack() -> Drawing:
    """Clear bag full of water with orange webbing along an edge and a cap."""
    bag = (
        "M300 300 Q300 270 340 268 H600 Q660 270 676 330 L716 780 Q716 852 640 858 H330 "
        "Q262 852 268 780Z"
    )
    return Drawing(
        "camp",
        ground(490, 864, 280, 24),
        film_bag(bag, (262, 716), 360, foot=900),
        line("M420 420 Q400 560 430 700 M560 460 Q590 600 570 740", WATER.dark, 7, opacity=0.6),
        line("M300 296 L266 800", ORANGE.dark, 40),
        line("M297 296 L263 800", ORANGE.base, 30),
        stitches("M297 300 L263 796", ORANGE.light),
        line("M302 300 C270 150 420 130 420 268", ORANGE.base, 30),
        line("M302 300 C270 150 420 130 420 268", ORANGE.light, 5, stroke_dasharray="12 9"),
        rect(556, 214, 84, 60, FILM.dark, 6),
        lit("M544 156 H652 Q660 156 660 166 V222 H536 V166 Q536 156 544 156Z", LICHEN, (536, 660)),
        *(line(f"M{x} 166 V214", LICHEN.dark, 5) for x in range(552, 650, 18)),
        line("M660 190 q60 10 40 70 q-14 34 -50 26", INK, 8),
        *(line(f"M{640 + i * 10} {470 + i * 100} h40", INK, 7) for i in range(4)),
        patch(420, 560, "WS", ground="#F4EAD3", print_=INK, width=120),
        path("M300 858 Q490 810 690 858Z", WATER.dark, opacity=0.6),
    )


def quillon_ws_water_sack_detail() -> Drawing:
    """Bag upside down from a branch, a filter screwed to its mouth."""
    bag = (
        "M330 240 Q500 210 670 240 Q690 420 650 560 Q620 620 544 640 H456 Q380 620 350 560 "
        "Q310 420 330 240Z"
    )
    return Drawing(
        "camp",
        rod("M-20 90 Q480 130 1020 60", BARK, 46),
        *(
            path(f"M{x} {y} q40 -40 84 0 q-44 36 -84 0Z", fill)
            for x, y, fill in (
                (830, 40, LEAF.base),
                (890, 90, LEAF.dark),
                (120, 60, LEAF.light),
                (60, 120, LEAF.base),
            )
        ),
        line("M346 246 C360 60 400 60 500 70 C600 60 640 60 654 246", ORANGE.dark, 30),
        line("M346 246 C360 60 400 60 500 70 C600 60 640 60 654 246", ORANGE.base, 20),
        film_bag(bag, (320, 680), 300, foot=700),
        line("M330 236 Q500 206 670 236", ORANGE.dark, 40),
        line("M330 232 Q500 202 670 232", ORANGE.base, 28),
        stitches("M336 232 Q500 202 664 232", ORANGE.light),
        line("M430 330 Q410 440 440 560 M570 330 Q590 420 560 540", WATER.dark, 7, opacity=0.6),
        rect(456, 634, 88, 34, FILM.dark, 6),
        group("translate(500 882) scale(.62) rotate(180)", rill()),
        *(drop(500, y, 0.7) for y in (926, 968)),
        patch(440, 400, "WS", ground="#F4EAD3", print_=INK, width=120),
    )


def quillon_dr_2() -> Drawing:
    """Flat clear reservoir with a lichen green slide bar and a long hose."""
    bag = (
        "M300 250 H640 Q660 250 664 280 L690 780 Q690 846 620 850 H320 Q250 846 250 780 L276 280 "
        "Q280 250 300 250Z"
    )
    hose = "M470 850 C470 960 800 960 800 760 C800 600 760 560 760 420 C760 300 860 300 860 400"
    return Drawing(
        "camp",
        ground(500, 866, 320, 26),
        line(hose, LICHEN.dark, 30),
        line(hose, LICHEN.light, 10),
        group(
            "translate(864 420) rotate(8)",
            rect(-26, -26, 52, 60, SOOT.base, 10),
            lit("M-22 34 H22 L34 100 Q0 124 -34 100Z", LICHEN, (-34, 34)),
            line("M-20 104 H20", LICHEN.dark, 6),
        ),
        film_bag(bag, (250, 690), 360, foot=900),
        line("M470 300 V720", FILM.dark, 9),
        *(line(f"M300 {470 + i * 90} h46", INK, 7) for i in range(4)),
        rect(430, 812, 80, 48, LICHEN.dark, 10),
        topped(
            "M246 196 H694 Q710 196 710 212 V252 Q710 268 694 268 H246 Q230 268 230 252 V212 "
            "Q230 196 246 196Z",
            LICHEN,
            (196, 268),
        ),
        *(line(f"M{x} 214 V250", LICHEN.dark, 7) for x in range(610, 690, 18)),
        rect(436, 150, 70, 54, LICHEN.dark, 12),
        ellipse(471, 172, 18, 12, "#DFE8DC"),
        patch(540, 560, "DR 2", ground="#F4EAD3", print_=LICHEN.dark, width=112),
    )


def quillon_dr_2_detail() -> Drawing:
    """Top open, the green bar slid halfway off, ice cubes inside."""
    bag = "M150 330 Q480 300 810 330 L850 1020 H110Z"
    ice = joined(
        group(
            f"translate({x} {y}) rotate({a})",
            rect(-62, -62, 124, 124, "#EAF6FA", 18),
            rect(-62, -62, 124, 40, "#FFFFFF", 18),
            rect(22, -62, 40, 124, "#BFDDE8", 18),
            rect(-40, -36, 50, 14, "#FFFFFF", 7),
        )
        for x, y, a in (
            (300, 560, 14),
            (460, 610, -18),
            (620, 550, 30),
            (380, 480, -30),
            (700, 660, 8),
            (540, 470, 4),
        )
    )
    return Drawing(
        "camp",
        two("M150 330 Q480 240 810 330 L800 420 H160Z", FILM.dark),
        film_bag(bag, (110, 850), 600),
        ice,
        two(
            bag,
            "#FFFFFF00",
            (f"{WATER.base}77", "M90 600 H870 V1020 H90Z"),
            ("#FFFFFF77", "M90 300 H220 V1020 H90Z"),
            (f"{WATER.dark}55", "M740 300 H870 V1020 H740Z"),
        ),
        line("M150 332 Q480 400 810 332", FILM.dark, 16),
        line("M150 326 Q480 394 810 326", "#FFFFFF", 7),
        *(line(f"M190 {720 + i * 90} h70", INK, 9) for i in range(3)),
        group(
            "translate(40 10) rotate(-7 600 200)",
            topped(
                "M420 150 H930 Q950 150 950 170 V226 Q950 246 930 246 H420 Q400 246 400 226 "
                "V170 Q400 150 420 150Z",
                LICHEN,
                (150, 246),
            ),
            rect(400, 188, 550, 18, LICHEN.dark, 9),
            *(line(f"M{x} 166 V230", LICHEN.dark, 8) for x in range(830, 930, 24)),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "quillon-ws-water-sack": quillon_ws_water_sack,
    "quillon-ws-water-sack-detail": quillon_ws_water_sack_detail,
    "quillon-dr-2": quillon_dr_2,
    "quillon-dr-2-detail": quillon_dr_2_detail,
}
