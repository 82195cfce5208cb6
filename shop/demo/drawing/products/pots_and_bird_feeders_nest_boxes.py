"""Nest boxes with a round hole."""

from shop.demo.drawing.canvas import ellipse, joined, line, path, rect, two
from shop.demo.drawing.palette import LEATHER, OAK, Tones
from shop.demo.drawing.parts.birds import (
    BLUE_TIT,
    SPARROW,
    bird,
    peeping,
)
from shop.demo.drawing.parts.garden import leaf
from shop.demo.drawing.parts.nest_box import (
    HOLE,
    SILVERED,
    batten,
    box_body,
    brass_screw,
    grain,
    hole,
    moss_nest,
    plate,
    roof,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

BARK = Tones("#6F5A48", "#54422F", "#8C745E")
WALL = Tones("#E4DACB", "#CFC2AE", "#EFE8DC")


def _trunk() -> str:
    """Draw the trunk of a tree behind a nest box."""
    return two(
        "M330 0 H690 Q676 500 720 880 Q500 930 270 880 Q340 500 330 0Z",
        BARK.base,
        (BARK.light, "M260 -9 H400 Q400 500 360 940 H250Z"),
        (BARK.dark, "M600 -9 H740 V940 H640 Q600 500 600 -9Z"),
        line(
            "M440 20 V150 M560 0 V90 M420 780 V900 M590 800 V900 M350 300 V420 M660 400 V560",
            BARK.dark,
            9,
        ),
    )


def ousel_yard_nest_box_28() -> Drawing:
    """Upright oak nest box with a small round hole on a tree trunk, a blue tit at the hole."""
    return Drawing(
        "garden",
        ground(500, 890, 300, 24),
        _trunk(),
        leaf(690, 120, -20, scale=1.3),
        leaf(320, 90, -150, scale=1.2),
        batten(500, 120, 690, OAK),
        box_body(340, 300, 290, 440, OAK),
        roof(312, 282, 330, OAK),
        hole(478, 430, 44),
        brass_screw(485, 700),
        line("M370 696 H600", OAK.dark, 4),
        bird(420, 560, BLUE_TIT, scale=0.98, angle=-34, legs=False),
    )


def ousel_yard_nest_box_28_detail() -> Drawing:
    """Oak nest box with its front swung open on a brass screw, moss nest inside, grooves below."""
    return Drawing(
        "garden",
        ground(480, 880, 350, 24),
        batten(640, 120, 730, OAK),
        path("M780 260 l76 -38 v540 L780 810Z", OAK.dark),
        rect(460, 260, 320, 550, OAK.base),
        rect(460, 260, 320, 550, HOLE, opacity=0.0),
        path("M492 292 H748 V780 H492Z", "#4A3524"),
        path("M492 292 H560 V780 H492Z", "#3A281B"),
        path("M560 700 H748 V780 H492Z", "#5E452F"),
        moss_nest(620, 780, 250),
        roof(430, 240, 370, OAK),
        two(
            "M150 330 L452 270 V810 L150 860Z",
            OAK.base,
            (OAK.light, "M150 320 L214 310 V880 H150Z"),
            (OAK.dark, "M400 260 H460 V880 H400Z"),
            grain(150, 300, 302, 560, OAK),
        ),
        ellipse(306, 436, 46, 50, OAK.dark),
        ellipse(308, 439, 40, 44, "#C9D6A9"),
        line("".join(f"M236 {y} L378 {y - 24}" for y in range(536, 690, 30)), "#6F4A28", 8),
        line("M452 300 V330 M452 760 V790", "#8A6A20", 16),
        brass_screw(308, 800),
    )


def _eaves() -> str:
    """Draw a house wall below its eaves and gutter."""
    return joined(
        (
            rect(0, 0, 1000, 790, WALL.base),
            path("M0 150 H1000 V216 H0Z", WALL.dark),
            rect(0, 60, 1000, 96, LEATHER.base),
            line("M120 62 V154 M330 62 V154 M560 62 V154 M790 62 V154", LEATHER.dark, 7),
            rect(0, 0, 1000, 66, "#7F8A90", 0),
            rect(0, 0, 1000, 22, "#AAB4B9"),
            line("M60 420 h90 M880 360 h70 M830 640 h90 M90 690 h60", WALL.dark, 7),
        )
    )


def ousel_yard_nest_box_32() -> Drawing:
    """Upright oak nest box with a round hole under house eaves, a sparrow leaning out."""
    return Drawing(
        "garden",
        _eaves(),
        path("M380 300 H760 L820 330 V790 H440Z", "#8A7A62", opacity=0.22),
        batten(490, 200, 640, OAK),
        box_body(330, 350, 300, 440, OAK),
        roof(302, 332, 340, OAK),
        hole(472, 486, 58),
        brass_screw(478, 750),
        line("M360 746 H600", OAK.dark, 4),
        peeping(486, 482, SPARROW, scale=1.0),
    )


def ousel_yard_nest_box_32_detail() -> Drawing:
    """Two oak nest boxes side by side on a wall gone silver-grey, one with a steel plate."""
    return Drawing(
        "garden",
        rect(0, 0, 1000, 790, WALL.base),
        line("M40 160 h120 M420 120 h90 M840 700 h110 M430 740 h110 M60 560 h40", WALL.dark, 7),
        *(
            joined(
                (
                    path(f"M{x + 30} 300 h300 l40 40 v440 h-320Z", "#8A7A62", opacity=0.22),
                    batten(x + 140, 190, 640, SILVERED),
                    box_body(x, 330, 270, 440, SILVERED),
                    roof(x - 24, 312, 308, SILVERED),
                    brass_screw(x + 135, 732),
                )
            )
            for x in (130, 560)
        ),
        hole(262, 470, 54, rim=SILVERED.dark),
        plate(694, 470, 176, 54),
    )


DRAWINGS: dict[str, Draw] = {
    "ousel-yard-nest-box-28": ousel_yard_nest_box_28,
    "ousel-yard-nest-box-28-detail": ousel_yard_nest_box_28_detail,
    "ousel-yard-nest-box-32": ousel_yard_nest_box_32,
    "ousel-yard-nest-box-32-detail": ousel_yard_nest_box_32_detail,
}
