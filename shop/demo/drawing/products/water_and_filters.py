"""Filters that are squeezed or hung."""

from shop.demo.drawing.canvas import INK, ellipse, group, line, path, rect, two
from shop.demo.drawing.palette import GLASS, STEEL, Tones, tones
from shop.demo.drawing.parts.surfaces import BARK, lit, rod, stitches
from shop.demo.drawing.parts.washing import hand
from shop.demo.drawing.parts.water import (
    BLUE,
    WATER,
    drop,
    fibres,
    jet,
    mug,
    rill,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

STORM = tones("Storm blue")
NAVY = tones("Navy")
SKIN = Tones("#D9A67E", "#BC8660", "#E9C09C")
POUCH = (
    "M440 420 H560 C580 450 660 470 668 520 L684 800 Q690 850 640 852 H360 Q310 850 316 800 "
    "L332 520 C340 470 420 450 440 420Z"
)


def pouch() -> str:
    """Draw the soft blue litre that the Rill is screwed on."""
    return "".join(
        (
            lit(POUCH, BLUE, (316, 684)),
            line("M420 540 Q400 640 430 760 M590 520 Q560 600 580 680", BLUE.dark, 8),
            stitches("M346 828 H654", BLUE.dark, 5),
            rect(422, 640, 156, 96, "#F4EAD3", 10),
            path("M446 700 q26 -40 54 0 t54 0", "none", stroke=BLUE.dark, stroke_width=11),
            *(line(f"M620 {y} h34", "#F4EAD3", 6) for y in (560, 620, 680, 740)),
            rect(452, 396, 96, 34, BLUE.dark, 8),
        )
    )


def stillbeck_rill_filter() -> Drawing:
    """Clear filter with a blue ring, screwed on a soft blue pouch."""
    return Drawing(
        "camp",
        ground(500, 858, 240, 22),
        pouch(),
        group("translate(500 110) scale(.94)", rill()),
    )


def stillbeck_rill_filter_detail() -> Drawing:
    """Pouch squeezed by a hand: clear water runs into an enamel mug."""
    squeezed = group(
        "translate(706 300) rotate(-118) scale(.86) translate(-500 -640)",
        two(
            "M440 420 H560 C580 450 640 470 650 520 C600 600 610 680 664 740 L684 900 "
            "Q690 950 640 952 H360 Q310 950 316 900 L336 740 C390 680 400 600 350 520 "
            "C360 470 420 450 440 420Z",
            BLUE.base,
            (BLUE.light, "M300 400 H400 V960 H300Z"),
            (BLUE.dark, "M590 400 H700 V960 H590Z"),
        ),
        group("translate(500 110) scale(.94)", rill()),
    )
    return Drawing(
        "camp",
        ground(300, 900, 190, 20),
        jet("M262 545 Q244 600 240 728", 22),
        mug(236, 720, NAVY),
        squeezed,
        group("translate(778 262) rotate(-24) scale(.96)", hand(tones("Moss green"), skin=SKIN)),
        *(drop(x, y, 0.7) for x, y in ((176, 640), (306, 650))),
    )


def weir_bag(x: float, y: float) -> str:
    """Draw the four-litre bag hanging from x and y; its outlet is 400 below."""
    return "".join(
        (
            line(f"M{x - 90} {y + 70} L{x} {y} L{x + 90} {y + 70}", "#E8DCC0", 9),
            lit(
                f"M{x - 120} {y + 60} H{x + 120} L{x + 136} {y + 310} Q{x + 60} {y + 372} "
                f"{x + 26} {y + 384} H{x - 26} Q{x - 60} {y + 372} {x - 136} {y + 310}Z",
                STORM,
                (x - 136, x + 136),
            ),
            rect(x - 132, y + 46, 264, 34, STORM.dark, 12),
            line(f"M{x - 124} {y + 62} H{x + 124}", STORM.light, 5),
            rect(x - 60, y + 150, 120, 76, "#F4EAD3", 10),
            path(
                f"M{x - 42} {y + 196} q21 -32 42 0 t42 0", "none", stroke=STORM.base, stroke_width=9
            ),
            *(line(f"M{x + 84} {y + dy} h26", "#F4EAD3", 5) for dy in (130, 190, 250, 300)),
            rect(x - 22, y + 376, 44, 30, INK, 8),
        )
    )


def stillbeck_weir_gravity_filter() -> Drawing:
    """Storm blue bag hanging from a branch; a hose leads to a filter and a pot."""
    hose = "M372 490 C372 600 470 540 470 640 V690"
    return Drawing(
        "camp",
        ground(490, 862, 210, 20),
        rod("M-20 70 Q300 100 700 40", BARK, 40),
        rod("M470 76 Q560 110 620 150", BARK, 18),
        *(
            path(f"M{x} {y} q40 -40 84 0 q-44 36 -84 0Z", fill)
            for x, y, fill in (
                (610, 150, "#6E9A52"),
                (560, 116, "#8DB56E"),
                (690, 40, "#6E9A52"),
                (660, 70, "#557C3C"),
            )
        ),
        line("M372 66 v50", INK, 12),
        weir_bag(372, 100),
        line(hose, GLASS.dark, 22),
        line(hose, GLASS.light, 10),
        group(
            "translate(-76 0)",
            lit("M430 740 H720 V840 Q720 862 696 862 H454 Q430 862 430 840Z", STEEL, (430, 720)),
            ellipse(575, 740, 145, 24, STEEL.light),
            ellipse(575, 744, 128, 17, WATER.base),
            line("M720 770 h90", INK, 18),
        ),
        group("translate(470 560) scale(.5)", rill()),
    )


def stillbeck_weir_gravity_filter_detail() -> Drawing:
    """Cartridge halfway along the hose, an orange clamp, drops into a kettle."""
    orange = tones("Orange")
    hose = "M300 -20 C300 60 340 90 380 130"
    lower = "M620 560 C680 640 660 660 660 720"
    return Drawing(
        "camp",
        ground(640, 966, 230, 20),
        line(hose, GLASS.dark, 46),
        line(hose, GLASS.light, 20),
        line(lower, GLASS.dark, 46),
        line(lower, GLASS.light, 20),
        group(
            "translate(350 80) rotate(-32) scale(1.45)",
            lit(
                "M-44 0 H44 Q70 10 70 44 V340 Q70 374 44 384 H-44 Q-70 374 -70 340 V44 "
                "Q-70 10 -44 0Z",
                GLASS,
                (-70, 70),
                fibres(-46, 46, 50, 330),
            ),
            rect(-80, 40, 160, 44, BLUE.base, 8),
            rect(40, 40, 40, 44, BLUE.dark, 8),
            rect(-80, 40, 30, 44, BLUE.light, 8),
            rect(-22, -34, 44, 44, INK, 8),
            rect(-22, 378, 44, 40, BLUE.base, 8),
        ),
        group(
            "translate(656 640) rotate(-10)",
            lit(
                "M-74 -30 H60 Q84 -30 84 -6 V8 Q84 32 60 32 H-74 Q-86 30 -86 16 V-16 "
                "Q-86 -30 -74 -30Z",
                orange,
                (-86, 84),
            ),
            line("M-60 2 H60", orange.dark, 10),
        ),
        *(drop(660, y, 0.8) for y in (736, 800)),
        line("M480 850 Q430 820 390 770 L350 780", STEEL.dark, 40),
        lit("M480 850 H820 Q846 910 824 966 H476 Q454 910 480 850Z", STEEL, (460, 840)),
        ellipse(650, 850, 170, 30, STEEL.light),
        ellipse(650, 854, 148, 21, WATER.dark),
        ellipse(660, 856, 40, 7, WATER.light),
    )


DRAWINGS: dict[str, Draw] = {
    "stillbeck-rill-filter": stillbeck_rill_filter,
    "stillbeck-rill-filter-detail": stillbeck_rill_filter_detail,
    "stillbeck-weir-gravity-filter": stillbeck_weir_gravity_filter,
    "stillbeck-weir-gravity-filter-detail": stillbeck_weir_gravity_filter_detail,
}
