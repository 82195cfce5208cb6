"""The open nest box, and plates for the holes of the others."""

from shop.demo.drawing.canvas import ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import OAK, tones
from shop.demo.drawing.parts.birds import (
    ROBIN,
    bird,
)
from shop.demo.drawing.parts.clay import ivy
from shop.demo.drawing.parts.nest_box import (
    grain,
    moss_nest,
    plate,
    roof,
)
from shop.demo.drawing.parts.washing import hand
from shop.demo.drawing.scene import Draw, Drawing, ground


def _open_box(x: float, y: float) -> str:
    """Draw the box with half a front and no roof; x and y are the upper left of its opening."""
    return joined(
        (
            path(f"M{x + 320} {y - 20} l70 -36 v390 l-70 46Z", OAK.dark),
            rect(x, y - 20, 320, 400, OAK.base),
            path(f"M{x + 28} {y} h264 v190 h-264Z", "#4A3524"),
            path(f"M{x + 28} {y} h60 v190 h-60Z", "#38261A"),
            two(
                f"M{x} {y + 180} h320 v200 h-320Z",
                OAK.base,
                (OAK.light, f"M{x} {y + 180} h54 v200 h-54Z"),
                (f"{OAK.dark}88", f"M{x + 268} {y + 180} h60 v200 h-60Z"),
                line(
                    f"M{x + 20} {y + 240} q140 16 280 -4 M{x + 30} {y + 310} q120 -14 260 6",
                    OAK.dark,
                    4,
                    opacity=0.6,
                ),
            ),
            rect(x, y + 180, 320, 12, OAK.light),
        )
    )


def ousel_yard_open_nest_box() -> Drawing:
    """Half-open oak nest box hidden in ivy on a wall, a robin sitting in the opening."""
    behind = (
        (120, 90),
        (240, 40),
        (560, 30),
        (700, 70),
        (840, 60),
        (930, 150),
        (80, 230),
        (190, 190),
        (870, 240),
        (60, 380),
        (900, 390),
        (890, 540),
        (60, 640),
        (180, 660),
        (830, 680),
    )
    front = (
        (250, 200),
        (330, 170),
        (700, 190),
        (770, 280),
        (250, 330),
        (230, 470),
        (270, 600),
        (360, 690),
        (480, 720),
        (610, 700),
        (720, 620),
        (770, 470),
        (740, 730),
        (250, 740),
        (560, 760),
    )
    return Drawing(
        "garden",
        rect(0, 0, 1000, 790, "#D6C3AE"),
        line(
            "M0 130 H1000 M0 290 H1000 M0 450 H1000 M0 610 H1000 M200 0 V130 M640 0 V130 M420 130 "
            "V290 M860 130 V290 M120 290 V450 M900 450 V610 M80 610 V770 M880 610 V770",
            "#C2AC93",
            8,
        ),
        *(ivy(x, y, 1.0, (x * 7 + y) % 70 - 35) for x, y in behind),
        moss_nest(500, 500, 220),
        _open_box(340, 330),
        roof(300, 318, 370, OAK),
        path("M372 512 Q500 470 630 512Z", "#6E8B45"),
        bird(476, 530, ROBIN, scale=1.12, legs=False),
        rect(340, 510, 320, 26, OAK.light),
        *(ivy(x, y, 0.92, (x * 5 + y) % 80 - 40) for x, y in front),
    )


def ousel_yard_open_nest_box_detail() -> Drawing:
    """Open-fronted oak nest box with its roof lifted off, held in two gloved hands."""
    glove = tones("Tan")
    cuff = tones("Pine")
    return Drawing(
        "garden",
        ground(500, 890, 280, 20, 0.12),
        path("M340 370 l70 -44 h320 l-70 44Z", "#38261A"),
        path("M340 370 l70 -44 h320 l-14 9 h-292 l-54 35Z", OAK.light),
        _open_box(340, 390),
        group("translate(0 -130) rotate(-9 500 260)", roof(300, 300, 370, OAK)),
        group("translate(716 570) scale(.8)", hand(cuff, skin=glove)),
        group("translate(294 570) scale(-.8 .8)", hand(cuff, skin=glove)),
    )


def ousel_yard_hole_plate() -> Drawing:
    """Square steel plate with a round hole and four small screws on an oak board."""
    screws = ((200, 730, -12), (330, 750, 8), (660, 752, -6), (790, 728, 14))
    return Drawing(
        "garden",
        ground(500, 872, 420, 22),
        two(
            "M90 200 H910 V850 H90Z",
            OAK.base,
            (OAK.light, "M90 200 H200 V850 H90Z"),
            (OAK.dark, "M820 200 H910 V850 H820Z"),
            line(
                "M150 220 Q190 500 150 830 M300 220 Q260 520 310 830 M480 220 Q520 300 480 340 "
                "M720 220 Q760 520 700 830 M850 220 Q830 600 860 830 M500 700 Q520 780 490 830",
                OAK.dark,
                5,
                opacity=0.6,
            ),
        ),
        rect(318, 268, 390, 390, "#5A3A1E", 12, opacity=0.3),
        plate(500, 450, 390, 138, on_board=True),
        *(
            group(
                f"translate({x} {y - 10}) rotate({angle}) scale(1.35)",
                path("M-2 -2 H22 L10 84Z", "#5A3A1E", opacity=0.35),
                path("M-10 -6 H10 L0 80Z", "#EBCB98"),
                line("M-10 12 L10 6 M-9 28 L8 22 M-7 44 L6 38", "#8A5F3D", 5),
                ellipse(0, -8, 25, 14, "#F3DDB4"),
                line("M-14 -8 H14", "#8A5F3D", 5),
            )
            for x, y, angle in screws
        ),
    )


def ousel_yard_hole_plate_detail() -> Drawing:
    """Nest box front gnawed at the hole, the steel plate screwed over the damage."""
    chips = (
        (300, 380, 20),
        (330, 300, -30),
        (690, 330, 40),
        (716, 560, -20),
        (300, 600, 50),
        (500, 690, 10),
        (610, 680, -40),
        (420, 262, 15),
    )
    return Drawing(
        "garden",
        ground(500, 884, 380, 20),
        path("M820 250 l90 -50 V800 l-90 80Z", OAK.dark),
        two(
            "M150 250 H820 V880 H150Z",
            OAK.base,
            (OAK.light, "M150 250 H240 V880 H150Z"),
            (f"{OAK.dark}88", "M740 250 H820 V880 H740Z"),
            grain(150, 250, 670, 630, OAK),
        ),
        path(
            "M300 330 L350 270 L430 296 L500 254 L580 290 L660 280 L700 350 L690 430 L726 500 "
            "L690 590 L706 640 L620 690 L540 664 L470 712 L390 670 L310 660 L300 570 L268 500 "
            "L306 420Z",
            "#E6C590",
        ),
        path(
            "M330 350 L400 310 L500 290 L640 310 L676 400 L680 560 L640 650 L500 676 L350 640 "
            "L310 500Z",
            "#8A5F3D",
        ),
        *(
            group(
                f"translate({x} {y}) rotate({angle})", line("M-16 0 H16 M-8 12 H10", "#8A5F3D", 7)
            )
            for x, y, angle in chips
        ),
        plate(495, 482, 330, 112),
        roof(110, 220, 760, OAK),
    )


DRAWINGS: dict[str, Draw] = {
    "ousel-yard-open-nest-box": ousel_yard_open_nest_box,
    "ousel-yard-open-nest-box-detail": ousel_yard_open_nest_box_detail,
    "ousel-yard-hole-plate": ousel_yard_hole_plate,
    "ousel-yard-hole-plate-detail": ousel_yard_hole_plate_detail,
}
