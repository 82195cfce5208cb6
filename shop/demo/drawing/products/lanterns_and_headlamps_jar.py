"""Lantern made of a jam jar."""

from shop.demo.drawing.canvas import (
    INK,
    circle,
    ellipse,
    group,
    joined,
    line,
    rect,
    two,
)
from shop.demo.drawing.palette import BRASS, SOOT, STEEL, Tones, shaded, tones
from shop.demo.drawing.parts.labels import half_mark
from shop.demo.drawing.parts.light import glow
from shop.demo.drawing.parts.surfaces import lit, topped
from shop.demo.drawing.scene import Draw, Drawing, ground

TIN = tones("Zinc")
JAR = (
    "M330 330 H670 V372 Q724 396 724 460 V800 Q724 858 666 858 H334 Q276 858 276 800 V460 "
    "Q276 396 330 372Z"
)


def halfpenny_jar_lantern() -> Drawing:
    """Frosted jam jar glowing warm yellow, tin lid, wire handle, on a garden wall."""
    stones = joined(
        topped(f"M{x} {y} h{w} q8 34 0 68 h-{w} q-8 -34 0 -68Z", shaded("#6B7378"), (y, y + 68))
        for x, y, w in (
            (10, 872, 210),
            (240, 872, 260),
            (520, 872, 230),
            (770, 872, 240),
            (-60, 948, 200),
            (160, 948, 240),
            (420, 948, 220),
            (660, 948, 250),
        )
    )
    return Drawing(
        "night",
        rect(0, 862, 1000, 140, "#3A444A"),
        stones,
        glow(500, 610, 400),
        line("M322 330 C322 90 678 90 678 330", "#8E979C", 12),
        two(
            JAR,
            "#FBE7AE",
            ("#FFF6D6", "M270 320 H370 V870 H270Z"),
            ("#E8C878", "M650 320 H740 V870 H640Z"),
        ),
        ellipse(500, 600, 150, 190, "#FFFBEA", opacity=0.8),
        lit("M310 262 H690 Q704 262 704 278 V346 H296 V278 Q296 262 310 262Z", TIN, (296, 704)),
        *(line(f"M{x} 278 V340", TIN.dark, 5) for x in range(320, 700, 26)),
        topped("M330 236 H670 Q690 240 694 264 H306 Q310 240 330 236Z", TIN, (236, 264)),
        rect(448, 690, 104, 84, "#F4EAD3", 8),
        half_mark(500, 754, 58, "#8A6A3A"),
    )


def halfpenny_jar_lantern_detail() -> Drawing:
    """Lid upside down beside its jar: three AA batteries, a ring of eight diodes."""
    cells = joined(
        topped(
            f"M{-120 + abs(y) * 0.5} {y - 26} H{100 - abs(y) * 0.5} v52 H{-120 + abs(y) * 0.5}Z",
            SOOT,
            (y - 26, y + 26),
        )
        + rect(60 - abs(y) * 0.5, y - 26, 40, 52, BRASS.base)
        + rect(100 - abs(y) * 0.5, y - 11, 12, 22, STEEL.base, 3)
        for y in (-58, 0, 58)
    )
    diodes = joined(
        circle(x, y, 20, "#FFF6D6") + circle(x, y, 11, "#F2C33C")
        for x, y in (
            (0, -176),
            (124, -124),
            (176, 0),
            (124, 124),
            (0, 176),
            (-124, 124),
            (-176, 0),
            (-124, -124),
        )
    )
    frost = Tones("#E9EFEF", "#C7D3D5", "#F8FBFB")
    return Drawing(
        "camp",
        ground(270, 860, 220, 20),
        ground(690, 880, 260, 20),
        group(
            "translate(-170 200) scale(.88 .77)",
            two(
                JAR,
                frost.base,
                (frost.light, "M270 320 H370 V870 H270Z"),
                (frost.dark, "M640 320 H740 V870 H640Z"),
            ),
            ellipse(500, 330, 170, 34, frost.dark),
            ellipse(500, 330, 150, 25, "#F4F8F8"),
            *(line(f"M334 {y} H666", frost.dark, 5) for y in (352, 366)),
            rect(440, 600, 120, 92, "#F4EAD3", 8),
            half_mark(500, 672, 64, "#8A6A3A"),
        ),
        circle(690, 640, 250, TIN.dark),
        circle(684, 632, 244, TIN.light),
        circle(688, 636, 222, TIN.base),
        group(
            "translate(688 636)",
            diodes,
            circle(0, 0, 142, INK),
            circle(0, 0, 132, "#3A4248"),
            cells,
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "halfpenny-jar-lantern": halfpenny_jar_lantern,
    "halfpenny-jar-lantern-detail": halfpenny_jar_lantern_detail,
}
