"""A small teapot, a tea cosy, and second views of kettles and the teapot."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.brewing import (
    heron_kettle,
    mallard_kettle,
    teapot_body,
    teapot_ends,
    teapot_lid,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

GLAZE = tones("Blue-grey")
BRACKEN = tones("Bracken")
CHALK = Tones("#F3F1EA", "#CFCDC4", "#FFFFFF")
CREAM = tones("Cream")
TOMATO = tones("Tomato red")
OCHRE = tones("Ochre")
RUST = tones("Rust")
OAT = tones("Oat")
CLAY = "#5A4A42"
BASKET = Tones("#B9C2C7", "#8F9AA1", "#DCE3E6")


def _cup(x: float, y: float, glaze: Tones, tea: str = "#B5702F") -> str:
    """Draw a small cup of tea without a handle, its foot at y."""
    return joined(
        (
            two(
                f"M{x - 84} {y - 120} H{x + 84} Q{x + 80} {y - 14} {x + 44} {y} H{x - 44} "
                f"Q{x - 80} {y - 14} {x - 84} {y - 120}Z",
                glaze.base,
                (glaze.light, f"M{x - 90} {y - 130} h46 v140 h-60Z"),
                (glaze.dark, f"M{x + 34} {y - 130} h60 v140 h-70Z"),
                (CLAY, f"M{x - 90} {y - 16} h180 v30 h-180Z"),
            ),
            ellipse(x, y - 120, 84, 18, glaze.light),
            ellipse(x, y - 118, 70, 12, tea),
        )
    )


def _basket(x: float, y: float) -> str:
    """Draw the deep steel basket of a teapot, its rim at y."""
    dots = joined(
        circle(x - 78 + i * 26, y + 52 + row * 26, 6, BASKET.dark)
        for row in range(7)
        for i in range(7)
    )
    return joined(
        (
            two(
                f"M{x - 96} {y} H{x + 96} L{x + 84} {y + 216} Q{x} {y + 250} {x - 84} {y + 216}Z",
                BASKET.base,
                (BASKET.light, f"M{x - 110} {y} h52 v260 h-52Z"),
                dots,
                (f"{BASKET.dark}88", f"M{x + 46} {y} h60 v260 h-70Z"),
            ),
            rect(x - 112, y - 20, 224, 30, BASKET.light, 12),
            rect(x + 40, y - 20, 72, 30, BASKET.base, 12),
            path(f"M{x + 100} {y - 20} h44 q14 0 14 14 v2 h-58Z", BASKET.dark),
        )
    )


def brindlecombe_moorhen_small_teapot() -> Drawing:
    """Small round blue-grey stoneware teapot for two cups with a dark clay foot, a cup beside."""
    return Drawing(
        "home",
        ground(500, 842, 350, 26),
        group(
            "translate(20 190) scale(.77)",
            teapot_ends(GLAZE),
            teapot_body(GLAZE),
            teapot_lid(GLAZE),
        ),
        _cup(800, 836, GLAZE),
        line("M780 690 q-18 -28 4 -54 M816 690 q-18 -28 4 -54", "#FFFFFF", 8, opacity=0.8),
    )


def brindlecombe_moorhen_small_teapot_detail() -> Drawing:
    """Bracken-brown small teapot with its lid off and the deep steel basket lifted out."""
    return Drawing(
        "home",
        ground(480, 846, 390, 26),
        group(
            "translate(-40 210) scale(.76)",
            teapot_ends(BRACKEN),
            teapot_body(BRACKEN),
            path("M372 462 Q505 428 642 462 Q505 494 372 462Z", "#3E332D"),
        ),
        _basket(346, 240),
        line("M310 488 v26 M346 496 v40 M380 488 v20", "#B5702F", 8),
        group("translate(370 504) rotate(6 800 800) scale(.8)", teapot_lid(BRACKEN)),
    )


def brindlecombe_moorhen_teapot_detail() -> Drawing:
    """Blue-grey teapot tipped, pouring tea from its cut spout into a small cup."""
    return Drawing(
        "home",
        ground(280, 846, 170, 18),
        path("M219 430 C206 520 214 620 212 730 H226 C230 620 226 520 236 436Z", "#C07E3C"),
        _cup(222, 840, GLAZE, "#C07E3C"),
        group(
            "translate(590 420) rotate(-24) scale(.86) translate(-505 -600)",
            teapot_ends(GLAZE),
            teapot_body(GLAZE),
            teapot_lid(GLAZE),
        ),
    )


def _cosy(wool: Tones, bobble: Tones) -> str:
    """Draw the tea cosy around the four-cup teapot, its slots at either side."""
    knit = "".join(
        f"M{500 + k * 62} 800 C{500 + k * 66} 600 {500 + k * 40} 440 {500 + k * 9} 352"
        for k in range(-4, 5)
    )
    stitches = "".join(
        f"M{500 + k * 62 + 22} {y} l10 14 l10 -14"
        for k in range(-4, 4)
        for y in range(540, 790, 44)
    )
    return joined(
        (
            two(
                "M232 800 C222 560 330 340 505 340 C680 340 788 560 778 800 Q500 846 232 800Z",
                wool.base,
                (wool.light, "M220 330 H470 C340 420 300 600 310 830 H220Z"),
                (wool.dark, "M560 330 H800 V830 H690 C710 600 660 420 560 330Z"),
                line(knit, wool.dark, 7, opacity=0.55),
                line(stitches, wool.dark, 5, opacity=0.45),
            ),
            line("M238 786 Q500 832 772 786", wool.light, 26),
            line("M238 800 Q500 846 772 800", wool.dark, 7),
            circle(505, 318, 62, bobble.base),
            path("M505 256 a62 62 0 0 1 0 124Z", bobble.dark),
            line(
                "M470 290 l-14 -16 M490 276 l-6 -20 M460 318 l-20 -2 M520 350 l6 20 M548 330 l18 8",
                bobble.light,
                9,
            ),
        )
    )


def morrow_mill_tea_cosy() -> Drawing:
    """Ochre felted wool tea cosy on a round teapot, spout and handle through the slots."""
    return Drawing(
        "home",
        ground(505, 838, 330, 28),
        teapot_ends(GLAZE),
        group("translate(0 10)", teapot_body(GLAZE)),
        group("translate(0 -14)", _cosy(OCHRE, OCHRE)),
        path("M236 560 q44 26 52 104 q-40 30 -64 -4Z", OCHRE.dark),
        path("M776 530 q-36 60 -22 210 q30 10 40 -10Z", "#8E5E10"),
        rect(640, 700, 70, 50, "#F4EAD3", 6),
        line("M654 734 q10 -22 20 0 q10 -22 20 0", "#6B4A32", 5),
    )


def morrow_mill_tea_cosy_detail() -> Drawing:
    """Rust tea cosy with an oat bobble lying beside the bare blue-grey teapot."""
    return Drawing(
        "home",
        ground(500, 856, 420, 26),
        group(
            "translate(360 270) scale(.68)",
            teapot_ends(GLAZE),
            teapot_body(GLAZE),
            teapot_lid(GLAZE),
        ),
        group("translate(-92 320) scale(.66) rotate(-6 500 700)", _cosy(RUST, OAT)),
        line("M120 700 q26 30 16 92", "#6E2F1C", 16),
    )


def brindlecombe_heron_kettle_detail() -> Drawing:
    """Chalk white gooseneck kettle tilted, a thin stream falling into a white dripper."""
    return Drawing(
        "home",
        ground(300, 850, 190, 20),
        ground(780, 850, 170, 18),
        group(
            "translate(26 0)",
            line("M178 338 C170 450 180 540 180 604", "#9CC7D6", 9),
            two(
                "M60 610 H300 L210 772 H150Z",
                CHALK.base,
                (CHALK.dark, "M210 600 H310 L220 780 H200Z"),
                line("M110 622 L166 764 M180 622 V768 M250 622 L196 764", CHALK.dark, 6),
            ),
            ellipse(180, 610, 120, 24, "#E9E8E1"),
            ellipse(180, 614, 98, 16, "#6B4226"),
            rect(128, 766, 108, 18, CHALK.dark, 8),
            two("M110 784 H252 L240 846 H122Z", "#CFE0E6", ("#6B4226", "M100 816 H260 V850 H100Z")),
        ),
        group(
            "translate(560 440) rotate(-17) scale(.84) translate(-530 -620)",
            heron_kettle(CHALK),
        ),
        two(
            "M650 770 H910 Q930 770 930 792 V840 H630 V792 Q630 770 650 770Z",
            CHALK.base,
            (CHALK.light, "M620 760 H690 V850 H620Z"),
            (CHALK.dark, "M850 760 H940 V850 H850Z"),
        ),
        ellipse(780, 772, 128, 18, "#B9B7AE"),
        rect(690, 794, 110, 34, "#23282B", 6),
        label(745, 820, 26, "96 °C", "#F2B950"),
        circle(862, 812, 19, "#C99A66"),
        line("M862 812 v-14", "#6B4A32", 5),
    )


def brindlecombe_mallard_kettle_detail() -> Drawing:
    """Mallard kettles in cream and tomato red side by side, the red one's whistle unscrewed."""
    return Drawing(
        "home",
        ground(310, 736, 220, 18),
        ground(630, 852, 260, 22),
        group("translate(10 290) scale(.54)", mallard_kettle(CREAM)),
        group("translate(290 318) scale(.64)", mallard_kettle(TOMATO)),
    )


DRAWINGS: dict[str, Draw] = {
    "brindlecombe-moorhen-small-teapot": brindlecombe_moorhen_small_teapot,
    "brindlecombe-moorhen-small-teapot-detail": brindlecombe_moorhen_small_teapot_detail,
    "brindlecombe-moorhen-teapot-detail": brindlecombe_moorhen_teapot_detail,
    "morrow-mill-tea-cosy": morrow_mill_tea_cosy,
    "morrow-mill-tea-cosy-detail": morrow_mill_tea_cosy_detail,
    "brindlecombe-heron-kettle-detail": brindlecombe_heron_kettle_detail,
    "brindlecombe-mallard-kettle-detail": brindlecombe_mallard_kettle_detail,
}
