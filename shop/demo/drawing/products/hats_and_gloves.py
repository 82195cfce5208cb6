"""Hats, gloves, mittens and things for the neck."""

from shop.demo.drawing.canvas import (
    circle,
    ellipse,
    group,
    joined,
    label,
    line,
    path,
    rect,
    two,
)
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.gloves import glove, mitten, pair, ribbed_cuff
from shop.demo.drawing.scene import Draw, Drawing, ground

OCHRE = tones("Ochre")
COAL = tones("Charcoal")
NIGHT = Tones("#34393F", "#23272B", "#50575E")
EMBER = Tones("#E07B39", "#C5642A", "#F2995C")
SEA = tones("Sea blue")
CREAM = Tones("#F3E8D2", "#D8C9AB", "#FBF5E6")
SAND = tones("Sand")
LINER = glove(COAL, cuff=ribbed_cuff(COAL), fingertips="#D08A4E")


def wave(y: float, stroke: str, width: float, x: float = 150) -> str:
    """Draw a wavy row of knitting across a snood."""
    return line(f"M{x} {y} " + "q25 -34 50 0 t50 0 " * 8, stroke, width)


def _overmitt(side: int) -> str:
    """Draw the black overmitt; side -1 is the one that is mirrored, letters and all."""
    badge = rect(236, 430, 100, 56, "#F4EAD3", 8) + group(
        f"translate(286 470) scale({side} 1)", label(0, 0, 32, "SK", NIGHT.dark)
    )
    return mitten(NIGHT, EMBER, badge=badge)


def _commuter_glove() -> str:
    """Draw the black glove with a grey arrow on its back and a yellow tab."""
    arrow = group(
        "translate(0 30) rotate(-40 284 510) scale(.96)",
        path("M284 420 L370 500 H320 V610 H248 V500 H198Z", "#DDE4E8"),
        path("M284 420 L370 500 H320 V610 H284Z", "#B9C4CA"),
    )
    cuff = (
        two(
            "M172 640 H404 L412 775 Q290 792 162 775Z",
            NIGHT.dark,
            ("#1A1D20", "M290 630 H420 V800 H290Z"),
        )
        + rect(232, 682, 176, 54, "#F2C33C", 8)
        + rect(336, 682, 72, 54, "#D3A31F", 8)
    )
    return glove(NIGHT, cuff=cuff, back=arrow) + line(
        "M96 470 C108 510 120 530 140 552", "#8A949B", 30
    )


def morrow_mill_wharfside_beanie() -> Drawing:
    """Ochre ribbed merino beanie with a double turn-up."""
    rib = joined(
        line(
            (f"M{500 + (x - 500) * 0.35:.0f} 200 Q{500 + (x - 500) * 1.05:.0f} 330 {x} 640"),
            OCHRE.dark,
            6,
        )
        for x in range(250, 770, 36)
    )
    rib2 = joined(line(f"M{x} 580 V830", OCHRE.dark, 7) for x in range(222, 800, 30))
    return Drawing(
        "wear",
        ground(500, 838, 310, 24),
        two(
            "M240 640 C225 380 340 205 500 200 C660 205 775 380 760 640Z",
            OCHRE.base,
            (OCHRE.light, "M240 640 C225 380 340 205 500 200 C400 260 340 420 345 640Z"),
            (OCHRE.dark, "M640 240 C740 340 775 480 760 640 H680 C690 460 680 340 640 240Z"),
            rib,
        ),
        two(
            (
                "M225 590 Q500 560 775 590 Q795 594 795 620 L790 800 Q788 826 "
                "765 828 Q500 852 235 828 Q212 826 210 800 L205 620 Q205 594 "
                "225 590Z"
            ),
            OCHRE.light,
            (OCHRE.base, "M360 570 H800 V850 H360Z"),
            (OCHRE.dark, "M690 570 H800 V850 H690Z"),
            rib2,
        ),
        path("M208 690 Q500 716 792 690 V702 Q500 728 208 702Z", OCHRE.dark, opacity=0.6),
        rect(560, 672, 92, 66, "#F4EAD3", 8),
        line("M578 716 q14 -30 28 0 q14 -30 28 0", "#6B4A32", 7),
    )


def morrow_mill_liner_gloves() -> Drawing:
    """Pair of thin charcoal merino gloves with copper-coloured fingertips."""
    return Drawing("wear", ground(500, 868, 350, 24), *pair(LINER, LINER, y=80))


def skarholt_haar_overmitts() -> Drawing:
    """Black waterproof overmitts with orange cuffs and wrist leashes."""
    return Drawing(
        "wear", ground(500, 862, 350, 24), *pair(_overmitt(1), _overmitt(-1), y=85, scale=0.9)
    )


def okapi_lane_commuter_gloves() -> Drawing:
    """Black cycling gloves with large reflective arrows on the backs."""
    return Drawing(
        "wear", ground(500, 858, 350, 24), *pair(_commuter_glove(), _commuter_glove(), y=85)
    )


def morrow_mill_loop_snood() -> Drawing:
    """Sea blue and cream lambswool snood with a knitted wave pattern."""
    return Drawing(
        "wear",
        ground(500, 840, 330, 28),
        ellipse(500, 340, 290, 96, SEA.dark),
        ellipse(500, 350, 250, 70, "#204A5E"),
        two(
            (
                "M210 340 C205 430 330 452 500 452 C670 452 795 430 790 340 "
                "L805 740 C810 820 670 842 500 842 C330 842 190 820 195 740Z"
            ),
            SEA.base,
            *(wave(y, CREAM.base, 17, 130) for y in (580, 670, 760)),
            ("#FFFFFF22", "M190 300 H290 L285 850 H180Z"),
            ("#17384A44", "M690 300 H820 V850 H670 Q705 600 690 300Z"),
        ),
        two(
            (
                "M210 340 C205 430 330 452 500 452 C670 452 795 430 790 340 "
                "L794 420 C790 500 670 520 500 520 C330 520 208 500 206 420Z"
            ),
            CREAM.base,
            (CREAM.dark, "M640 340 H800 V530 H620Z"),
            wave(462, SEA.base, 13, 160),
            wave(500, SEA.base, 5, 130),
        ),
        line("M212 345 C215 430 330 450 500 450 C670 450 786 430 788 345", CREAM.dark, 6),
        rect(590, 760, 84, 56, "#F4EAD3", 8),
        line("M604 800 q14 -30 28 0 q14 -30 28 0", "#6B4A32", 6),
    )


def halfpenny_brim_sun_hat() -> Drawing:
    """Sand-coloured sun hat with a wide stitched brim and cord."""
    st = joined(
        ellipse(500, 640, rx, round(rx * 0.36), "none", stroke=SAND.dark, stroke_width=4)
        for rx in (300, 335, 370)
    )
    return Drawing(
        "wear",
        ground(500, 805, 370, 34),
        two(
            (
                "M95 640 C95 560 270 490 500 490 C730 490 905 560 905 640 C905 "
                "740 730 800 500 800 C270 800 95 740 95 640Z"
            ),
            SAND.base,
            (
                SAND.light,
                (
                    "M95 640 C95 560 270 490 500 490 C330 530 230 600 240 760 C150 "
                    "730 95 690 95 640Z"
                ),
            ),
            (
                SAND.dark,
                (
                    "M700 510 C830 540 905 590 905 640 C905 730 760 790 600 798 "
                    "C760 740 790 620 700 510Z"
                ),
            ),
            st,
        ),
        ellipse(500, 628, 252, 84, SAND.dark),
        two(
            (
                "M255 620 C260 420 330 290 420 268 Q500 250 580 268 C670 290 "
                "740 420 745 620 Q640 690 500 690 Q360 690 255 620Z"
            ),
            SAND.base,
            (
                SAND.light,
                ("M255 620 C260 420 330 290 420 268 C380 360 350 500 360 680 Q300 660 255 620Z"),
            ),
            (SAND.dark, "M620 290 C690 350 740 480 745 620 Q700 660 630 676 Q670 480 620 290Z"),
        ),
        line("M420 272 Q500 330 580 272 M500 305 Q490 450 500 600", SAND.dark, 6),
        two(
            (
                "M254 590 Q360 662 500 662 Q640 662 746 590 L748 632 Q640 704 "
                "500 704 Q360 704 252 632Z"
            ),
            "#8A5F3D",
            ("#6F4A2E", "M560 580 H760 V710 H560Z"),
        ),
        *(
            joined((circle(x, y, 11, "#C99A3E"), circle(x, y, 5, "#5A4020")))
            for x, y in ((330, 480), (370, 460), (640, 470), (678, 492))
        ),
        line("M300 690 C270 790 380 880 470 862 C560 880 720 800 700 694", "#8A5F3D", 10),
        circle(472, 862, 20, "#5A4020"),
        line("M468 880 L450 930 M476 880 L500 930", "#8A5F3D", 9),
    )


DRAWINGS: dict[str, Draw] = {
    "morrow-mill-wharfside-beanie": morrow_mill_wharfside_beanie,
    "morrow-mill-liner-gloves": morrow_mill_liner_gloves,
    "skarholt-haar-overmitts": skarholt_haar_overmitts,
    "okapi-lane-commuter-gloves": okapi_lane_commuter_gloves,
    "morrow-mill-loop-snood": morrow_mill_loop_snood,
    "halfpenny-brim-sun-hat": halfpenny_brim_sun_hat,
}
