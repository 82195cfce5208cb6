"""Chairs for camp and what goes on their feet."""

from shop.demo.drawing.canvas import (
    INK,
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
from shop.demo.drawing.palette import GUNMETAL, RUBBER, SOOT, STEEL, tones
from shop.demo.drawing.parts.furniture import sling, sling_legs
from shop.demo.drawing.parts.labels import half_mark
from shop.demo.drawing.parts.surfaces import lit, rod, stitches, topped
from shop.demo.drawing.scene import Draw, Drawing, ground

LICHEN = tones("Lichen")
COAL = tones("Coal")
ORANGE = tones("Signal orange")
NAVY = tones("Navy")


def quillon_ch_520() -> Drawing:
    """Low chair with a lichen green sling on four thin splayed legs."""
    return Drawing(
        "camp",
        ground(495, 862, 320, 26),
        group("translate(0 56)", sling_legs(662, 796), sling(LICHEN, "520")),
    )


def quillon_ch_520_detail() -> Drawing:
    """Chair taken apart: shock-corded tubes, hub, folded sling, sack."""
    tubes = joined(
        rod(f"M{120 + i * 7} {330 + i * 46} H{560 + (i % 2) * 40}", STEEL, 26)
        + line(f"M{560 + (i % 2) * 40} {330 + i * 46} q60 10 30 46", "#E08A3C", 7)
        for i in range(5)
    )
    return Drawing(
        "camp",
        ground(480, 590, 400, 26, 0.1),
        ground(520, 860, 390, 30),
        group("rotate(-14 400 430) translate(-20 20)", tubes),
        lit(
            "M650 300 h120 q18 0 18 18 v24 h44 v50 h-44 v24 q0 18 -18 18 h-120 q-18 0 -18 -18 "
            "v-24 h-44 v-50 h44 v-24 q0 -18 18 -18Z",
            RUBBER,
            (588, 832),
        ),
        *(circle(x, 367, 15, "#14181B") for x in (612, 808)),
        *(circle(x, 336, 13, "#14181B") for x in (676, 744)),
        *(circle(x, 398, 13, "#14181B") for x in (676, 744)),
        topped(
            "M150 640 Q140 620 170 618 H560 Q590 620 590 650 V830 Q590 856 560 856 H180 "
            "Q148 856 150 830Z",
            LICHEN,
            (618, 856),
            (LICHEN.dark, "M150 690 H590 V702 H150Z"),
            (LICHEN.dark, "M150 772 H590 V784 H150Z"),
            light=0.16,
        ),
        stitches("M176 640 H564", LICHEN.dark),
        path("M150 700 L214 640 H150Z", LICHEN.dark),
        rect(392, 716, 110, 44, "#F4EAD3", 8),
        label(447, 750, 30, "520", LICHEN.dark),
        lit(
            "M660 640 Q640 620 660 600 H860 Q880 620 862 640 Q900 720 880 840 Q870 862 840 862 "
            "H684 Q652 862 646 840 Q622 720 660 640Z",
            GUNMETAL,
            (630, 892),
        ),
        line("M664 640 H858", INK, 10),
        line("M760 640 q40 50 20 90 M764 640 q-30 40 -26 80", INK, 7),
        rect(776, 726, 22, 28, "#E08A3C", 6),
    )


def quillon_ch_910() -> Drawing:
    """Tall chair with a coal grey sling on long thin legs."""
    return Drawing(
        "camp",
        ground(495, 886, 300, 24),
        group(
            "translate(58 -76) scale(.88)",
            sling_legs(664, 1090, width=21),
            sling(COAL, "910"),
        ),
    )


def quillon_ch_910_detail() -> Drawing:
    """Tall chair from behind, its sack hanging below as a pocket with a newspaper."""
    paper = two(
        "M430 470 H590 V650 H430Z",
        "#F4EFE2",
        ("#DAD4C4", "M510 460 H600 V660 H510Z"),
        line("M446 496 H574", INK, 12),
        line("M446 524 H500 M446 542 H500 M520 524 H574 M520 542 H574", "#8A8778", 5),
    )
    return Drawing(
        "camp",
        ground(500, 886, 300, 24),
        rod("M470 640 L300 880 M530 640 L700 880", STEEL, 18),
        rod("M430 630 L330 830 M570 630 L670 830", STEEL, 15),
        two(
            "M270 120 Q500 170 730 120 C740 300 760 440 770 560 Q640 640 500 644 "
            "Q360 640 230 560 C240 440 260 300 270 120Z",
            COAL.base,
            (COAL.light, "M220 100 H330 C320 300 310 460 320 640 H220Z"),
            (COAL.dark, "M640 100 H790 V660 H670 C700 460 690 300 640 100Z"),
            (COAL.dark, "M220 540 Q500 660 790 540 V700 H220Z"),
        ),
        rod("M282 126 L452 640 M718 126 L548 640", STEEL, 18),
        stitches("M296 156 Q500 200 704 156", COAL.light),
        path("M264 112 L330 136 L318 200 L262 190Z", COAL.dark),
        path("M736 112 L670 136 L682 200 L738 190Z", "#14181B"),
        rect(438, 300, 124, 52, "#F4EAD3", 8),
        label(500, 338, 32, "CH910", COAL.base, textLength="104"),
        lit("M420 612 H580 Q594 640 580 668 H420 Q406 640 420 612Z", RUBBER, (410, 590)),
        line("M392 640 L404 560 M608 640 L596 560", INK, 9),
        group("translate(0 10) rotate(5 510 560)", paper),
        lit(
            "M384 570 Q500 606 616 570 L600 760 Q590 790 556 790 H444 Q410 790 400 760Z",
            GUNMETAL,
            (384, 616),
        ),
        stitches("M396 596 Q500 628 604 596", SOOT.base),
        *(line(f"M{x} 876 v8", INK, 22) for x in (300, 700)),
    )


def ball_foot(x: float, y: float, radius: float, *, bored: bool = True) -> str:
    """Draw a rubber ball with the hole that a chair leg goes into."""
    r = radius
    ring = f"M{x - r} {y} a{r} {r} 0 1 1 {2 * r} 0 a{r} {r} 0 1 1 -{2 * r} 0Z"
    hole = ellipse(x, y - r * 0.68, r * 0.36, r * 0.17, ORANGE.dark)
    return "".join(
        (
            two(
                ring,
                ORANGE.base,
                (
                    ORANGE.dark,
                    f"M{x + r * 0.3} {y - r} q{r * 0.5} {r} -{r * 0.3} {2 * r} h{r * 2} v-{2 * r}Z",
                ),
                (
                    ORANGE.light,
                    (
                        f"M{x - r} {y - r} h{r * 0.8} q-{r * 0.8} {r * 0.5} "
                        f"-{r * 0.5} {r * 1.7} h-{r}Z"
                    ),
                ),
                line(f"M{x - r} {y + r * 0.2} q{r} {r * 0.5} {2 * r} 0", ORANGE.dark, r * 0.05),
                line(f"M{x - r} {y + r * 0.5} q{r} {r * 0.5} {2 * r} 0", ORANGE.dark, r * 0.05),
            ),
            hole,
            ellipse(x, y - r * 0.66, r * 0.28, r * 0.12, "#5A1F08") if bored else "",
        )
    )


def quillon_ch_ground_feet() -> Drawing:
    """Four orange rubber balls in a row, each with a hole on top."""
    return Drawing(
        "camp",
        *(ground(x + 8, 790, 108, 15) for x in (179, 393, 607, 821)),
        *(ball_foot(x, 688, 104) for x in (179, 393, 607, 821)),
    )


def quillon_ch_ground_feet_detail() -> Drawing:
    """Orange ball on the end of a chair leg, standing on wet sand."""
    sand = tones("Sand")
    return Drawing(
        "camp",
        path("M0 700 Q300 660 560 690 Q800 700 1000 670 V1000 H0Z", sand.dark),
        path("M0 760 Q400 720 1000 750 V1000 H0Z", sand.base),
        path("M0 900 Q400 850 1000 910 V1000 H0Z", "#A9C4CC", opacity=0.7),
        line("M0 898 Q400 848 1000 908", "#F4F1E4", 9),
        *(
            circle(x, y, 6, sand.dark)
            for x, y in ((160, 800), (240, 850), (760, 810), (840, 860), (640, 900), (330, 780))
        ),
        ellipse(520, 838, 260, 40, sand.dark),
        path("M380 0 H452 L536 560 H466Z", STEEL.base),
        path("M380 0 H400 L488 560 H466Z", STEEL.light),
        path("M430 0 H452 L536 560 H512Z", STEEL.dark),
        ball_foot(502, 660, 190, bored=False),
        ellipse(502, 532, 66, 24, "#5A1F08"),
        path("M460 470 H523 L538 534 Q500 552 468 534Z", STEEL.base),
        path("M508 470 H523 L538 534 L520 542Z", STEEL.dark),
        path("M300 838 Q500 790 716 838 Q500 884 300 838Z", sand.base),
        path("M330 846 Q500 812 690 846 Q500 884 330 846Z", sand.dark, opacity=0.6),
        label(480, 330, 34, "12", "#59646A", transform="rotate(82 480 330)"),
    )


def deckhand() -> str:
    """Draw the folding armchair, standing open."""
    steel, cloth = SOOT, NAVY
    return "".join(
        (
            rod("M320 850 L690 560 M680 850 L310 560", steel, 20),
            rod("M292 180 V760 M708 180 V760", steel, 24),
            two(
                "M276 200 Q500 236 724 200 V560 H276Z",
                cloth.base,
                (cloth.light, "M260 180 H360 Q340 380 350 580 H260Z"),
                (cloth.dark, "M640 180 H740 V580 H620 Q660 380 640 180Z"),
            ),
            stitches("M300 240 Q500 272 700 240", cloth.light),
            rect(448, 300, 104, 64, "#F4EAD3", 8),
            half_mark(500, 348, 46, cloth.base),
            rod("M200 460 V852 M800 460 V852", steel, 24),
            rod("M200 856 L786 596 M800 856 L214 596", steel, 24),
            lit(
                "M196 566 Q500 610 804 566 L812 628 Q500 690 188 628Z",
                cloth,
                (188, 812),
            ),
            line("M194 622 Q500 682 806 622", cloth.dark, 9),
            lit(
                "M172 440 Q160 424 182 418 L300 400 L322 432 L206 474 Q180 476 172 440Z",
                cloth,
                (160, 322),
                dark=0.1,
            ),
            lit(
                "M828 440 Q840 424 818 418 L700 400 L678 432 L794 474 Q820 476 828 440Z",
                cloth,
                (678, 840),
                light=0.05,
                dark=0.4,
            ),
            circle(497, 726, 16, STEEL.base),
            circle(497, 726, 7, STEEL.dark),
            *(rect(x - 26, 842, 52, 26, INK, 8) for x in (200, 800)),
        )
    )


def halfpenny_deckhand_chair() -> Drawing:
    """Navy folding armchair with a crossed black frame and cloth arms."""
    return Drawing("camp", ground(500, 866, 350, 26), deckhand())


def halfpenny_deckhand_chair_detail() -> Drawing:
    """Chair half folded beside its bag, one joint with bolt and lock nut in front."""
    return Drawing(
        "camp",
        ground(420, 800, 360, 24),
        group(
            "translate(60 30) scale(.5 .88)",
            deckhand(),
        ),
        lit(
            "M640 190 Q640 160 690 160 Q740 160 740 190 V780 Q740 806 690 806 Q640 806 640 780Z",
            NAVY,
            (640, 740),
        ),
        line("M646 210 Q690 226 734 210", NAVY.dark, 8),
        line("M736 260 C830 330 830 560 736 660", INK, 16),
        rect(664, 440, 52, 78, "#F4EAD3", 6),
        half_mark(690, 492, 34, NAVY.base),
        circle(720, 740, 220, "#F1F2E3"),
        circle(720, 740, 206, "#DFE8DC"),
        '<clipPath id="lens"><circle cx="720" cy="740" r="206"/></clipPath>'
        '<g clip-path="url(#lens)">'
        + joined(
            (
                rod("M500 560 L960 900", SOOT, 92),
                rod("M480 900 L940 580", SOOT, 92),
                path("M720 660 l69 40 v80 l-69 40 l-69 -40 v-80Z", STEEL.dark),
                path("M720 660 l-69 40 v80 l69 40Z", STEEL.light),
                path("M720 672 l58 34 v68 l-58 34 l-58 -34 v-68Z", STEEL.base),
                circle(720, 740, 38, "#3B6FA8"),
                circle(720, 740, 27, STEEL.dark),
                circle(714, 734, 18, STEEL.light),
            )
        )
        + "</g>",
    )


DRAWINGS: dict[str, Draw] = {
    "quillon-ch-520": quillon_ch_520,
    "quillon-ch-520-detail": quillon_ch_520_detail,
    "quillon-ch-910": quillon_ch_910,
    "quillon-ch-910-detail": quillon_ch_910_detail,
    "quillon-ch-ground-feet": quillon_ch_ground_feet,
    "quillon-ch-ground-feet-detail": quillon_ch_ground_feet_detail,
    "halfpenny-deckhand-chair": halfpenny_deckhand_chair,
    "halfpenny-deckhand-chair-detail": halfpenny_deckhand_chair_detail,
}
