"""Camp bed, from above and from below."""

from shop.demo.drawing.canvas import (
    INK,
    circle,
    ellipse,
    line,
    path,
    rect,
    two,
)
from shop.demo.drawing.palette import SOOT, STEEL, shaded, tones
from shop.demo.drawing.parts.labels import half_mark
from shop.demo.drawing.parts.surfaces import lit, rod, stitches, topped
from shop.demo.drawing.scene import Draw, Drawing, ground

PINE = tones("Pine")


def camp_bed() -> str:
    """Draw the camp bed, its head to the left."""
    return "".join(
        (
            *(
                rod(f"M{x} 520 L{x + 120} 780 M{x + 120} 510 L{x} 780", SOOT, 15)
                for x in (210, 450, 690)
            ),
            *(
                rod(f"M{x} 590 L{x + 130} 838 M{x + 130} 590 L{x} 838", SOOT, 22)
                + circle(x + 65, 714, 12, STEEL.base)
                for x in (120, 425, 740)
            ),
            *(rect(x - 18, 830, 36, 18, INK, 8) for x in (120, 250, 425, 555, 740, 870)),
            topped(
                "M190 470 H830 Q850 470 858 486 L926 580 Q930 596 910 598 H92 Q70 596 76 578 "
                "L150 486 Q164 470 190 470Z",
                PINE,
                (470, 598),
                (PINE.light, "M190 470 H400 L330 598 H60Z"),
                dark=0,
            ),
            stitches("M182 490 H838 M108 566 H894", PINE.dark, 5),
            rod("M84 598 H918", SOOT, 24),
            line("M340 470 L290 598 M670 470 L716 598", PINE.dark, 6),
        )
    )


def halfpenny_sentry_camp_bed() -> Drawing:
    """Pine green camp bed on a low black frame, a rolled blanket at one end."""
    wool = shaded("#B9AE9C")
    return Drawing(
        "camp",
        ground(500, 850, 430, 26),
        camp_bed(),
        topped(
            "M196 400 H420 Q462 402 462 456 Q462 512 420 514 H196 Q156 510 156 456 "
            "Q156 402 196 400Z",
            wool,
            (400, 514),
            *(line(f"M{x} 380 V530", "#B5523B", 12) for x in (250, 276, 360, 386)),
        ),
        ellipse(186, 457, 34, 56, wool.light),
        ellipse(186, 457, 22, 38, "none", stroke=wool.dark, stroke_width=6),
        ellipse(186, 457, 9, 16, wool.dark),
        rect(560, 520, 64, 50, "#F4EAD3", 6),
        half_mark(592, 558, 36, PINE.base),
    )


def halfpenny_sentry_camp_bed_detail() -> Drawing:
    """Underside of the bed at a corner: crossed legs and a rucksack below."""
    sack = tones("Bracken")
    return Drawing(
        "camp",
        ground(480, 880, 430, 34),
        path("M0 170 L1000 120 V330 H0Z", PINE.dark),
        *(path(f"M{x} 190 h64 l-20 150 h-64Z", "#20392F") for x in (200, 470, 740)),
        rod("M120 330 L360 850 M760 330 L540 850", SOOT, 26),
        lit(
            "M330 520 Q340 400 480 396 Q640 400 650 520 L676 820 Q676 874 620 874 H360 "
            "Q304 874 306 820Z",
            sack,
            (304, 676),
        ),
        line("M430 396 q50 -60 100 0", INK, 16),
        two(
            "M318 520 Q330 386 480 384 Q650 388 662 520 Q490 590 318 520Z",
            sack.dark,
            (sack.base, "M300 380 H500 V600 H300Z"),
        ),
        line("M420 548 V660 M560 548 V660", INK, 15),
        *(rect(x - 17, 590, 34, 30, "#E6C06B", 5) for x in (420, 560)),
        two("M380 690 H600 L612 830 H368Z", sack.light, (sack.base, "M500 680 H620 V840 H520Z")),
        rod("M40 330 H960", SOOT, 50),
        rod("M700 340 L960 880 M930 340 L690 880", SOOT, 46),
        circle(817, 604, 30, STEEL.base),
        path("M817 582 l19 11 v22 l-19 11 l-19 -11 v-22Z", STEEL.dark),
        two(
            "M0 60 L1000 10 V250 Q1000 300 960 304 H40 Q0 300 0 260Z",
            PINE.base,
            (PINE.light, "M0 0 H1000 V70 L0 120Z"),
            (PINE.dark, "M700 0 H1000 V320 H760Z"),
        ),
        stitches("M0 246 H1000", PINE.dark, 7),
        rect(90, 130, 110, 84, "#F4EAD3", 8),
        half_mark(145, 192, 58, PINE.base),
        *(rect(x - 34, 862, 68, 34, INK, 12) for x in (690, 960)),
    )


DRAWINGS: dict[str, Draw] = {
    "halfpenny-sentry-camp-bed": halfpenny_sentry_camp_bed,
    "halfpenny-sentry-camp-bed-detail": halfpenny_sentry_camp_bed_detail,
}
