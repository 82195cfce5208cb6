"""Rain jackets, coats and the poncho."""

from shop.demo.drawing.canvas import INK, circle, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import tones
from shop.demo.drawing.parts.jacket import Jacket
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.scene import Draw, Drawing, ground

YELLOW = tones("Yellow")
OLIVE = tones("Olive")
GREY_LINING = "#5A6F78"
TENT_GREEN = tones("Grass")


def fellgarth_gale_3l() -> Drawing:
    """Rowan red, with a hood, two chest zips and a storm flap."""
    dark = "#3D2A28"
    shell = Jacket(tones("Rowan red"), lining=dark, hem=790)
    return Drawing(
        "wear",
        ground(500, 902, 250, 20),
        shell.cloth(),
        shell.front_zip("#F2D16B"),
        shell.slant_zips(470, dark),
        line("M318 660 H470 M530 660 H690", shell.tones.dark, 6),
        rect(494, 360, 12, 36, dark, 5),
        rect(560, 430, 54, 20, "#F4EAD3"),
        shell.cuffs(dark),
        line("M330 430 L312 560 M670 430 L688 560", "#F2D16B", 7),
    )


def quillon_q110() -> Drawing:
    """Ice mint wind shirt of 110 g, its pouch and an orange for scale."""
    seam = "#4D6F66"
    shell = Jacket(
        tones("Ice mint"),
        lining=seam,
        hem=760,
        hem_half=165,
        shoulder_half=150,
        reach=270,
        cuff=670,
    )
    mint = shell.tones
    packed = group(
        "translate(780 815)",
        circle(0, 0, 92, mint.base),
        path("M0 -92 a92 92 0 0 1 0 184 Q60 60 0 -92Z", mint.dark),
        path("M-60 -60 Q-90 0 -50 60 Q-70 0 -40 -66Z", mint.light),
        line("M-50 -52 Q0 -70 50 -52", seam, 8),
        label(0, 28, 44, "Q110", "#35544B"),
    )
    orange = (
        circle(200, 845, 62, "#EE9A3A")
        + path("M200 783 a62 62 0 0 1 0 124 Q246 850 200 783Z", "#D47F22")
        + path("M200 786 q30 -34 56 -18 q-20 26 -56 18Z", "#6F8B4B")
    )
    return Drawing(
        "wear",
        ground(500, 902, 250, 20),
        ground(780, 908, 100, 10),
        ground(200, 908, 70, 8),
        shell.cloth(),
        shell.front_zip("#F07F4F"),
        line("M545 470 H625", seam, 8),
        rect(618, 460, 10, 32, "#F07F4F", 4),
        line("M380 560 Q430 590 420 680 M620 600 Q580 640 600 710", mint.dark, 7),
        packed,
        orange,
    )


def okapi_lane_puddle_raincoat() -> Drawing:
    """Yellow A-line raincoat with grey buttons, reflecting sleeves and flap pockets."""
    coat = Jacket(YELLOW, lining=GREY_LINING, hem=830, hem_half=255, shoulder_half=160, cuff=690)
    return Drawing(
        "wear",
        ground(500, 902, 250, 20),
        coat.cloth(),
        coat.front_zip(YELLOW.dark),
        coat.reflectors(),
        coat.poppers(GREY_LINING, (420, 520, 620, 720)),
        coat.flap_pockets(620),
        coat.brim(),
        line("M300 790 q10 16 26 18 M700 790 q-10 16 -26 18", GREY_LINING, 9),
    )


def frog() -> str:
    """Draw the face of the frog that is the pocket of the child's coat."""
    green = TENT_GREEN
    return group(
        "translate(385 610)",
        two(
            "M-62 0 a62 50 0 0 1 124 0 a62 50 0 0 1 -124 0Z",
            green.base,
            (green.dark, "M0 -50 h62 v100 h-62Z"),
        ),
        circle(-32, -46, 22, green.base),
        circle(32, -46, 22, green.dark),
        circle(-32, -48, 12, "#FFFFFF"),
        circle(32, -48, 12, "#FFFFFF"),
        circle(-30, -47, 6, INK),
        circle(34, -47, 6, INK),
        line("M-32 8 Q0 34 32 8", INK, 6),
        circle(-40, 6, 7, "#E7928B"),
        circle(40, 6, 7, "#E7928B"),
    )


def okapi_lane_small_puddle() -> Drawing:
    """Child's yellow raincoat with big red buttons and a frog for a pocket."""
    coat = Jacket(
        YELLOW, lining=GREY_LINING, hem=760, hem_half=235, shoulder_half=165, reach=285, cuff=640
    )
    buttons = (
        circle(500, y, 18, "#E2574C") + circle(496, y - 4, 6, "#F09A92")
        for y in (420, 510, 600, 690)
    )
    ladybirds = (
        circle(500 + side * x, y, 9, "#E2574C")
        for side in (-1, 1)
        for x, y in ((118, 270), (90, 318))
    )
    return Drawing(
        "wear",
        ground(500, 862, 230, 20),
        coat.cloth(),
        coat.front_zip(YELLOW.dark),
        *buttons,
        rect(196, 612, 100, 34, GREY_LINING, 12, transform="rotate(27 246 630)"),
        rect(704, 612, 100, 34, "#46585F", 12, transform="rotate(-27 754 630)"),
        frog(),
        two(
            "M560 600 H670 V665 Q615 686 560 665Z",
            YELLOW.base,
            (YELLOW.dark, "M560 632 H680 V700 H560Z"),
        ),
        *ladybirds,
    )


def halfpenny_drizzle_poncho() -> Drawing:
    """Olive poncho over two legs, in the rain."""
    holes = ((225, 640), (265, 672), (305, 700), (775, 640), (735, 672), (695, 700))
    drops = (
        (220, 230),
        (300, 400),
        (760, 210),
        (720, 420),
        (170, 470),
        (840, 440),
        (310, 140),
        (690, 110),
    )
    return Drawing(
        "wear",
        ground(500, 885, 320, 22),
        line("M430 780 V872 M570 780 V872", "#4B5A63", 58),
        path("M392 846 H462 V890 H370 Q372 852 392 846Z", "#3A2E28"),
        path("M538 846 H608 Q630 852 632 890 H538Z", "#2B221D"),
        two(
            "M420 300 Q500 270 580 300 L880 640 Q890 660 872 672 L700 760 "
            "Q690 830 500 838 Q310 830 300 760 L128 672 Q110 660 120 640Z",
            OLIVE.base,
            (
                OLIVE.light,
                "M420 300 L450 290 Q330 500 320 830 L300 760 L128 672 Q110 660 120 640Z",
            ),
            (
                OLIVE.dark,
                (
                    "M560 290 L580 300 L880 640 Q890 660 872 672 L700 760 "
                    "Q690 830 600 838 Q690 560 560 290Z"
                ),
            ),
        ),
        line("M430 360 Q400 560 410 820 M575 370 Q600 560 590 820 M500 400 V830", OLIVE.dark, 7),
        *(circle(x, y, 11, "#E8DCC0") for x, y in holes),
        two(
            "M390 330 C360 190 430 120 500 118 C570 120 640 190 610 330 "
            "Q550 380 500 382 Q450 380 390 330Z",
            OLIVE.base,
            (OLIVE.light, "M390 330 C360 190 430 120 500 118 C440 150 410 240 424 358Z"),
            (OLIVE.dark, "M500 118 C570 120 640 190 610 330 L566 362 C600 240 570 160 500 118Z"),
        ),
        two(
            "M430 322 C420 235 460 185 500 183 C540 185 580 235 570 322 "
            "Q535 350 500 352 Q465 350 430 322Z",
            "#3C4324",
            ("#2F351B", "M500 183 C540 185 580 235 570 322 Q535 350 500 352Z"),
        ),
        line("M470 350 L455 440 M530 350 L545 430", "#E8DCC0", 7),
        circle(454, 446, 10, "#E8DCC0"),
        circle(546, 436, 10, "#E8DCC0"),
        joined(path(f"M{x} {y} q16 30 0 44 q-16 -14 0 -44Z", "#86AFC4") for x, y in drops),
    )


def skarholt_haar_parka() -> Drawing:
    """Fog grey parka with a storm flap, brass poppers, two big pockets and a patch."""
    dark = "#3F474B"
    parka = Jacket(
        tones("Fog grey"),
        lining=dark,
        hem=850,
        hem_half=205,
        shoulder_half=190,
        reach=305,
        cuff=720,
    )
    grey = parka.tones
    ruff = path("M380 230 Q500 130 620 230 L610 262 Q500 176 390 262Z", grey.light) + path(
        "M500 176 Q560 190 620 230 L610 262 Q555 208 500 196Z", grey.base
    )
    collar = two(
        "M415 320 Q500 350 585 320 L592 388 Q500 420 408 388Z",
        grey.base,
        (grey.dark, "M500 330 L600 310 V400 L500 412Z"),
    )
    pockets = (
        two(
            f"M{x} 560 h128 v140 q0 16 -16 16 h-96 q-16 0 -16 -16Z",
            pouch,
            (shade, f"M{x} 600 h138 v120 h-138Z"),
        )
        + rect(x - 8, 548, 144, 50, flap, 8)
        + circle(x + 64, 574, 9, "#D9BE7C")
        for x, pouch, shade, flap in (
            (322, grey.light, grey.base, grey.base),
            (550, grey.base, grey.dark, grey.dark),
        )
    )
    return Drawing(
        "wear",
        ground(500, 902, 250, 20),
        parka.cloth(),
        ruff,
        collar,
        parka.poppers("#D9BE7C", tuple(range(430, 830, 95)), flap=True),
        *pockets,
        patch(560, 450, "SK", ground="#2F4668", print_="#E8DCC0"),
        line("M212 722 l76 32 M788 722 l-76 32", dark, 26),
    )


DRAWINGS: dict[str, Draw] = {
    "fellgarth-gale-3l": fellgarth_gale_3l,
    "quillon-q110": quillon_q110,
    "okapi-lane-puddle-raincoat": okapi_lane_puddle_raincoat,
    "okapi-lane-small-puddle": okapi_lane_small_puddle,
    "halfpenny-drizzle-poncho": halfpenny_drizzle_poncho,
    "skarholt-haar-parka": skarholt_haar_parka,
}
