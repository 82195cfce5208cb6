"""Headlamps, lanterns and strings of lights."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.light import (
    DIMMED,
    camp_lantern,
    glow,
    mini_lantern,
    string_of_lights,
    tent_at_night,
)
from shop.demo.drawing.parts.volumes import cylinder
from shop.demo.drawing.scene import Draw, Drawing, ground

MOSS = tones("Moss")
OAT = tones("Oat")
CORK = Tones("#C99A66", "#A67A48", "#E0BA8A")


def lampwick_row_porchlight() -> Drawing:
    """Moss green camping lantern with a glowing milky shade and folding hook."""
    return Drawing("camp", glow(500, 480, 380), ground(500, 852, 220, 22), camp_lantern(MOSS))


def lampwick_row_porchlight_mini() -> Drawing:
    """Small round lantern with a moss base and silicone loop, glowing."""
    return Drawing(
        "camp",
        glow(500, 560, 300),
        ground(500, 822, 215, 22),
        mini_lantern(MOSS, "#D9653B", "#F08A5C"),
    )


def fellgarth_ridge_string_light() -> Drawing:
    """Warm little lights on a string, wound on a cork and hanging in two swags."""
    return Drawing(
        "camp",
        path("M0 0 H1000 V120 Q500 190 0 120Z", "#3F6B4A"),
        path("M0 100 Q500 170 1000 100 V130 Q500 200 0 130Z", "#2F5238"),
        *(line(f"M{x} {y} v34", "#E6A23C", 9) for x, y in ((70, 142), (500, 165), (930, 142))),
        string_of_lights(70, 176, 500, 200, sag=250, bulbs=5),
        string_of_lights(500, 200, 930, 176, sag=250, bulbs=5),
        ground(500, 862, 230, 22),
        line("M560 800 C720 850 760 700 860 790", "#6B5A3C", 9),
        group(
            "translate(852 792) rotate(24)",
            rect(0, -16, 66, 36, "#33393D", 6),
            rect(66, -9, 34, 22, "#C3CBCF", 3),
        ),
        cylinder(380, 520, 240, 338, CORK, radius=30),
        *(
            circle(x, y, r, CORK.dark)
            for x, y, r in (
                (410, 560, 7),
                (590, 600, 6),
                (430, 830, 8),
                (560, 545, 6),
                (470, 540, 5),
                (580, 836, 7),
                (400, 700, 0),
            )
        ),
        *(
            two(
                f"M366 {y} Q500 {y + 40} 634 {y} V{y + 20} Q500 {y + 60} 366 {y + 20}Z",
                "#6B5A3C",
                ("#4E4029", f"M540 {y - 20} H650 V{y + 80} H540Z"),
            )
            for y in range(590, 790, 28)
        ),
        *(
            joined((ellipse(x, y, 10, 13, "#FFF3C4"), circle(x, y, 22, "#FFE9A3", opacity=0.45)))
            for x, y in ((430, 640), (540, 655), (470, 700), (590, 712), (420, 752), (520, 772))
        ),
    )


def lampwick_row_porchlight_mini_detail() -> Drawing:
    """Draw the small lantern hanging by its loop below the ridge of a green tent."""
    return Drawing(
        "night",
        tent_at_night(),
        line("M500 130 V206", "#E6A23C", 10),
        group(
            "translate(320 165) scale(.36)",
            glow(500, 560, 300),
            mini_lantern(MOSS, "#D9653B", "#F08A5C"),
        ),
        ellipse(500, 880, 230, 22, "#F6E2A2", opacity=0.3),
        rect(380, 826, 170, 50, "#B1463A", 24),
        rect(500, 826, 70, 50, "#8F3228", 24),
        rect(410, 812, 60, 24, "#F1E6CC", 10),
    )


def lampwick_row_porchlight_detail() -> Drawing:
    """Moss and oat lanterns side by side, the second a little dimmer."""
    return Drawing(
        "camp",
        ground(335, 828, 180, 16),
        ground(685, 828, 180, 16),
        group("translate(-60 60) scale(.78 .9)", glow(500, 480, 300), camp_lantern(MOSS)),
        group(
            "translate(290 60) scale(.78 .9)", glow(500, 480, 260), camp_lantern(OAT, shade=DIMMED)
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "lampwick-row-porchlight": lampwick_row_porchlight,
    "lampwick-row-porchlight-mini": lampwick_row_porchlight_mini,
    "fellgarth-ridge-string-light": fellgarth_ridge_string_light,
    "lampwick-row-porchlight-mini-detail": lampwick_row_porchlight_mini_detail,
    "lampwick-row-porchlight-detail": lampwick_row_porchlight_detail,
}
