"""What goes over low shoes: trail gaiters and overshoes."""

from shop.demo.drawing.canvas import circle, joined, label, line, path, rect, two
from shop.demo.drawing.palette import RUBBER, tones
from shop.demo.drawing.parts.dyes import LEG, SHINE
from shop.demo.drawing.parts.footwear import pair_of
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.panel import Edge, across, panel
from shop.demo.drawing.scene import Draw, Drawing, ground

COAL = tones("Coal")
LICHEN = tones("Lichen")
YELLOW = tones("Yellow")
OXBLOOD = tones("Oxblood")
SAND = tones("Sand")


def _sleeve() -> str:
    """Draw a stretch gaiter like a footless sleeve from the left."""
    left: Edge = [(360, 150), (352, 250), (330, 340), (240, 430), (150, 500)]
    right: Edge = [(600, 150), (592, 250), (590, 340), (610, 430), (622, 500)]
    weave = joined(line(f"M{x} 130 l-90 400", f"{COAL.light}66", 4) for x in range(260, 760, 16))
    return joined(
        (
            path("M360 150 Q480 116 600 150 Q480 184 360 150Z", "#1A1E20"),
            line("M612 430 Q672 470 646 540", LICHEN.base, 30),
            line("M618 436 Q668 476 644 536", LICHEN.light, 8),
            rect(622, 530, 44, 26, LICHEN.dark, 6),
            panel(left, right, COAL, weave, lit=0.24, shade=0.74),
            line(across(left, right, 0.01, 16), COAL.light, 13),
            line(across(left, right, 0.99, 8), LICHEN.base, 9),
            line("M166 486 q-40 10 -38 42 q14 26 42 8", "#C3CBCF", 11),
            label(450, 330, 40, "GT56", "#D6DE9C"),
        )
    )


def quillon_gt_56() -> Drawing:
    """Pair of coal-grey stretch gaiters with lichen tongues."""
    return Drawing(
        "wear",
        ground(500, 776, 330, 22),
        pair_of(_sleeve(), scale=1.12, x=50, y=850, dx=190, dy=-86),
    )


def quillon_gt_56_detail() -> Drawing:
    """Over a lichen-green mesh shoe, from behind, the tongue through the loop, in sand."""
    left: Edge = [(380, 300), (372, 400), (352, 520), (306, 620)]
    right: Edge = [(620, 300), (628, 400), (648, 520), (694, 620)]
    weave = joined(
        line(f"M{x} 280 L{500 + (x - 500) * 1.5} 640", f"{COAL.light}66", 4)
        for x in range(380, 640, 15)
    )
    holes = joined(
        circle(x + (y // 20 % 2) * 12, y, 5, LICHEN.dark)
        for y in range(560, 760, 20)
        for x in range(280, 730, 24)
    )
    return Drawing(
        "wear",
        path("M0 780 Q220 740 480 776 Q760 806 1000 760 V1000 H0Z", SAND.base),
        ground(500, 864, 270, 24, 0.2),
        path("M420 -10 H580 Q570 160 600 330 H400 Q430 160 420 -10Z", LEG.base),
        path("M540 -10 H580 Q570 160 600 330 H540 Q556 160 540 -10Z", LEG.dark),
        path("M420 -10 H452 Q456 160 440 330 H400 Q430 160 420 -10Z", LEG.light),
        *(path(f"M{x} 826 h38 v40 h-38Z", RUBBER.dark) for x in range(282, 700, 58)),
        two(
            "M262 740 Q500 700 738 740 Q752 800 726 838 H274 Q248 800 262 740Z",
            "#E9E6DA",
            ("#FBF9F1", "M240 700 H330 V850 H240Z"),
            ("#C9C5B4", "M640 700 H760 V850 H650Z"),
        ),
        path("M258 806 Q500 830 742 806 L728 842 H272Z", RUBBER.base),
        two(
            "M296 560 Q500 520 704 560 Q740 640 728 752 Q500 720 272 752 Q260 640 296 560Z",
            LICHEN.base,
            (LICHEN.light, "M260 540 H360 Q340 640 350 760 H260Z"),
            (LICHEN.dark, "M620 540 H740 V760 H640 Q650 640 620 540Z"),
            holes,
        ),
        panel(left, right, COAL, weave, lit=0.2, shade=0.74),
        line(across(left, right, 0.01, 10), COAL.light, 15),
        line(across(left, right, 0.98, 20), LICHEN.base, 10),
        line("M500 330 V632", COAL.dark, 6),
        # the loop at the heel, and the tongue that goes through it
        line("M440 724 V690 Q440 664 500 664 Q560 664 560 690 V724", "#5A6632", 22),
        rect(470, 590, 60, 160, "#B9C777", 10),
        rect(506, 590, 24, 160, "#95A455", 8),
        line("M446 706 Q500 722 554 706", "#5A6632", 24),
        rect(470, 740, 60, 26, "#6F7C43", 8),
        label(500, 470, 44, "GT56", "#D6DE9C"),
        path("M0 856 Q160 800 330 850 Q480 876 640 848 Q820 806 1000 862 V1000 H0Z", "#E8D5AE"),
        *(
            circle(x, y, r, "#BFA473")
            for x, y, r in (
                (120, 900, 7),
                (240, 930, 5),
                (380, 900, 6),
                (560, 936, 7),
                (700, 900, 5),
                (860, 930, 7),
                (920, 890, 5),
                (60, 960, 5),
                (470, 970, 5),
            )
        ),
        *(circle(x, y, 5, "#D9C08E") for x, y in ((250, 690), (220, 640), (770, 680), (800, 620))),
    )


def _overshoe() -> str:
    """Draw an overshoe from the left in the frame of a boot."""
    base, dark, light = YELLOW
    return joined(
        (
            path("M30 556 H250 Q240 590 210 594 H60 Q30 586 30 556Z", RUBBER.dark),
            path("M470 556 H620 Q618 592 596 594 H490Z", RUBBER.dark),
            path("M250 560 Q360 530 470 560 V576 Q360 556 250 576Z", dark),
            path("M404 10 Q500 -20 606 10 Q500 44 404 10Z", "#7A5A12"),
            two(
                "M404 10 Q500 44 606 10 Q596 200 604 360 Q632 470 618 560 H470 Q360 536 "
                "250 560 H28 "
                "Q10 480 90 440 C200 410 320 380 372 290 Q408 200 404 10Z",
                base,
                (
                    light,
                    (
                        "M404 10 L456 26 Q460 220 420 310 Q340 420 110 470 Q60 490 60 560 H20 Q10 "
                        "480 90 440 C200 410 320 380 372 290 Q408 200 404 10Z"
                    ),
                ),
                (dark, "M606 10 Q596 200 604 360 Q632 470 618 560 H540 Q560 440 540 330 L548 24Z"),
                (RUBBER.base, "M10 560 Q0 440 130 440 Q200 470 210 570 H10Z"),
                (RUBBER.light, "M10 560 Q0 440 130 440 L150 456 Q70 470 60 570 H10Z"),
                (RUBBER.base, "M640 440 Q560 440 500 500 Q480 530 476 570 H640Z"),
                (RUBBER.dark, "M640 440 L600 448 Q560 500 556 570 H640Z"),
            ),
            line("M404 12 Q500 46 604 12", light, 15),
            line("M404 34 Q500 66 602 34", dark, 5, stroke_dasharray="11 9"),
            line("M556 452 Q572 360 570 260", SHINE, 32),
            line("M548 450 Q562 360 560 262", "#FFFFFF", 8),
            line("M600 50 Q590 240 600 430", "#33393D", 12),
            rect(586, 40, 24, 48, "#33393D", 8),
            patch(440, 130, "OK", ground="#F4EAD3", print_="#7A5A12", width=74),
        )
    )


def okapi_lane_late_overshoes() -> Drawing:
    """Pair of bright yellow cycling overshoes."""
    return Drawing(
        "wear",
        ground(480, 846, 350, 24),
        pair_of(_overshoe(), scale=1.06, x=90, y=848, dx=180, dy=-58),
    )


def okapi_lane_late_overshoes_detail() -> Drawing:
    """From behind on a pedal: long zip, heel stripe, oxblood under the arch."""
    base, dark, light = YELLOW
    drops = ((120, 160), (210, 420), (860, 220), (800, 520), (160, 640), (900, 700), (300, 90))
    return Drawing(
        "wear",
        line("M690 960 L900 690", "#59646A", 44),
        line("M684 950 L890 686", "#8E979C", 14),
        circle(900, 690, 50, "#33393D"),
        circle(900, 690, 20, "#8E979C"),
        path("M400 -10 H640 L626 190 H412Z", "#2E4A6B"),
        path("M570 -10 H640 L626 190 H560Z", "#213752"),
        # the oxblood shoe shows where the sole is open
        path("M360 716 Q520 690 684 716 L676 800 H368Z", OXBLOOD.base),
        path("M600 706 L684 716 L676 800 H600Z", OXBLOOD.dark),
        path("M364 776 H680 L674 820 H370Z", RUBBER.dark),
        two(
            "M410 150 Q520 190 630 150 Q636 340 656 470 Q706 600 690 724 Q600 690 522 692 Q440 690 "
            "352 724 Q336 600 384 470 Q406 340 410 150Z",
            base,
            (
                light,
                (
                    "M410 150 L450 166 Q446 360 424 500 Q390 620 408 730 H340 Q336 600 "
                    "384 470 Q406 "
                    "340 410 150Z"
                ),
            ),
            (dark, "M630 150 Q636 340 656 470 Q706 600 690 724 H620 Q640 600 600 480 L586 160Z"),
            (RUBBER.base, "M330 640 Q520 520 712 640 V740 H330Z"),
            (RUBBER.dark, "M600 580 Q680 600 712 640 V740 H610Z"),
            (RUBBER.light, "M330 640 Q380 600 420 590 L400 740 H330Z"),
        ),
        line("M410 152 Q520 194 630 152", light, 16),
        line("M520 190 V612", "#33393D", 30),
        line("M520 190 V612", "#8E979C", 7, stroke_dasharray="8 8"),
        rect(504, 176, 32, 74, "#33393D", 10),
        line("M446 300 Q440 440 424 556 M596 300 Q602 440 618 556", SHINE, 30),
        line("M440 300 Q434 440 418 550", "#FFFFFF", 8),
        # the pedal
        rect(300, 816, 440, 60, "#33393D", 14),
        rect(300, 816, 440, 18, "#59646A", 9),
        rect(330, 836, 90, 26, "#E8823A", 6),
        rect(620, 836, 90, 26, "#E8823A", 6),
        rect(730, 830, 70, 34, "#8E979C", 8),
        *(path(f"M{x} {y} q15 30 0 42 q-15 -12 0 -42Z", "#86AFC4") for x, y in drops),
    )


DRAWINGS: dict[str, Draw] = {
    "quillon-gt-56": quillon_gt_56,
    "quillon-gt-56-detail": quillon_gt_56_detail,
    "okapi-lane-late-overshoes": okapi_lane_late_overshoes,
    "okapi-lane-late-overshoes-detail": okapi_lane_late_overshoes_detail,
}
