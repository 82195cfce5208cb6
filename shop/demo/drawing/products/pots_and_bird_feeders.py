"""Clay pots and their saucers."""

from shop.demo.drawing.canvas import circle, ellipse, group, line, path, two
from shop.demo.drawing.palette import Tones, shaded
from shop.demo.drawing.parts.clay import (
    CLAY,
    HONEY,
    bird_stamp,
    grit,
    houseleek,
    pot,
    saucer,
    sweet_pea,
)
from shop.demo.drawing.parts.garden import leaf
from shop.demo.drawing.scene import Draw, Drawing, ground

PINK = shaded("#DE7F9C")
MAUVE = shaded("#9A78B8")
WHITE = Tones("#F6EEF0", "#DCCBD4", "#FFFFFF")
LEEK = Tones("#7FA068", "#5E7F4C", "#A9C48A")
LEEK_RED = Tones("#9A7A5E", "#7A5A48", "#B9A07C")


def ousel_yard_long_tom_pot() -> Drawing:
    """Tall tapering terracotta pot with a rolled rim, sweet peas climbing out of it on canes."""
    canes = "M420 520 L492 90 M500 520 L502 84 M580 520 L512 90"
    return Drawing(
        "garden",
        ground(505, 872, 190, 20),
        line(canes, "#C9A869", 12),
        line("M488 138 H518 M486 150 H520", "#8A6A3A", 9),
        line("M440 520 C400 440 520 420 450 330 C420 280 520 260 486 170", "#6F9A54", 11),
        line("M560 520 C620 440 490 400 560 320 C590 270 500 240 520 180", "#5E8A4A", 11),
        *(
            leaf(x, y, angle, scale=0.7)
            for x, y, angle in (
                (470, 420, 190),
                (540, 400, -10),
                (452, 300, 170),
                (560, 300, 10),
                (486, 200, 200),
                (524, 210, -20),
                (440, 500, 210),
                (570, 490, -30),
            )
        ),
        sweet_pea(384, 390, PINK, 0.86, -12),
        sweet_pea(620, 350, MAUVE, 0.9, 12),
        sweet_pea(400, 236, MAUVE, 0.8, -8),
        sweet_pea(600, 206, PINK, 0.82, 10),
        sweet_pea(506, 290, WHITE, 0.8),
        sweet_pea(500, 446, PINK, 0.72, 6),
        pot(500, 500, rim=330, foot=208, height=370, lip=58),
        bird_stamp(490, 700, 0.86),
    )


def ousel_yard_long_tom_pot_detail() -> Drawing:
    """Long Tom pot lying on its side, showing its drainage hole and a stamp of a bird."""
    return Drawing(
        "garden",
        ground(490, 850, 370, 26),
        two(
            "M190 400 L690 456 Q790 480 790 646 Q790 806 690 830 L190 872 Q120 860 120 636 "
            "Q120 414 190 400Z",
            CLAY.base,
            (CLAY.light, "M100 390 L700 450 L730 530 L100 500Z"),
            (CLAY.dark, "M100 760 L760 726 V890 H100Z"),
        ),
        two(
            "M156 372 Q214 366 232 386 Q268 640 232 868 Q214 886 156 880 Q70 860 70 626 "
            "Q70 392 156 372Z",
            CLAY.base,
            (CLAY.light, "M60 360 H250 L262 500 H60Z"),
            (CLAY.dark, "M60 740 H260 V890 H60Z"),
        ),
        ellipse(694, 643, 112, 187, CLAY.light),
        ellipse(700, 643, 98, 170, CLAY.base),
        ellipse(706, 652, 32, 48, CLAY.dark),
        ellipse(712, 656, 22, 36, "#4A3024"),
        line("M640 540 Q690 500 740 540", CLAY.dark, 6, opacity=0.6),
        bird_stamp(440, 620, 1.35),
    )


def ousel_yard_alpine_pan() -> Drawing:
    """Low wide terracotta pan planted with houseleeks and grey grit."""
    return Drawing(
        "garden",
        ground(500, 862, 340, 26),
        two(
            "M190 640 H810 L760 830 Q756 860 720 860 H280 Q244 860 240 830Z",
            CLAY.base,
            (CLAY.light, "M180 630 H310 L340 870 H230Z"),
            (CLAY.dark, "M650 630 H820 V870 H620Z"),
        ),
        path("M196 680 H804 L800 702 Q500 724 200 702Z", CLAY.dark, opacity=0.6),
        two(
            "M162 620 Q162 590 190 590 H810 Q838 590 838 620 V660 Q838 690 810 690 H190 "
            "Q162 690 162 660Z",
            CLAY.base,
            (CLAY.light, "M150 580 H290 V700 H150Z"),
            (CLAY.dark, "M650 580 H850 V700 H650Z"),
        ),
        two(
            "M176 600 A324 74 0 0 1 824 600 A324 60 0 0 1 176 600Z",
            "#9A9F9D",
            grit(180, 530, 820, 660, count=150),
        ),
        houseleek(330, 548, 112, LEEK),
        houseleek(680, 556, 104, LEEK),
        houseleek(510, 500, 100, LEEK_RED),
        houseleek(500, 590, 84, LEEK),
        houseleek(246, 606, 50, LEEK_RED),
        houseleek(610, 622, 46, LEEK_RED),
        houseleek(780, 606, 42, LEEK),
        bird_stamp(480, 776, 0.9),
    )


def ousel_yard_alpine_pan_detail() -> Drawing:
    """Underside of the terracotta pan with three drainage holes in a triangle."""
    return Drawing(
        "garden",
        ground(500, 872, 300, 24),
        circle(512, 530, 346, CLAY.dark),
        circle(500, 522, 342, CLAY.base),
        two(
            "M158 522 a342 342 0 0 1 684 0 a342 342 0 0 1 -684 0Z",
            CLAY.base,
            (CLAY.light, "M100 100 H420 Q160 400 230 800 H100Z"),
            (CLAY.dark, "M900 200 Q780 760 400 870 H900Z"),
        ),
        circle(500, 522, 268, CLAY.dark, opacity=0.55),
        circle(496, 516, 262, CLAY.base),
        two(
            "M234 516 a262 262 0 0 1 524 0 a262 262 0 0 1 -524 0Z",
            CLAY.base,
            (CLAY.light, "M200 200 H420 Q270 400 300 720 H200Z"),
        ),
        *(
            circle(x, y, 46, CLAY.dark) + circle(x + 5, y + 6, 36, "#4A3024")
            for x, y in ((496, 380), (378, 584), (614, 584))
        ),
        bird_stamp(496, 520, 1.0),
        line("M330 330 Q380 276 450 262", "#E8B79E", 8),
    )


def ousel_yard_pot_saucer() -> Drawing:
    """Terracotta saucer glazed honey brown inside, a small tall pot standing in it."""
    return Drawing(
        "garden",
        ground(500, 880, 350, 24),
        saucer(500, 760, 680, depth=70),
        ellipse(508, 770, 176, 34, HONEY.dark),
        pot(500, 270, rim=350, foot=250, height=500, lip=64),
        bird_stamp(486, 560, 0.9),
        *(
            leaf(500, 290, angle, scale=scale)
            for angle, scale in ((-140, 1.1), (-40, 1.1), (-112, 1.35), (-66, 1.35), (-90, 1.1))
        ),
    )


def ousel_yard_pot_saucer_detail() -> Drawing:
    """Three terracotta saucers of different sizes nested, honey-brown glaze catching the light."""
    return Drawing(
        "garden",
        ground(500, 872, 390, 28),
        saucer(500, 690, 800, depth=124),
        saucer(500, 560, 640, depth=112),
        saucer(500, 440, 490, depth=100),
        group(
            "translate(0 -66)",
            path(
                "M640 488 L652 456 L664 488 L696 500 L664 512 L652 544 L640 512 L608 500Z",
                "#FBF1DA",
            ),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "ousel-yard-long-tom-pot": ousel_yard_long_tom_pot,
    "ousel-yard-long-tom-pot-detail": ousel_yard_long_tom_pot_detail,
    "ousel-yard-alpine-pan": ousel_yard_alpine_pan,
    "ousel-yard-alpine-pan-detail": ousel_yard_alpine_pan_detail,
    "ousel-yard-pot-saucer": ousel_yard_pot_saucer,
    "ousel-yard-pot-saucer-detail": ousel_yard_pot_saucer_detail,
}
