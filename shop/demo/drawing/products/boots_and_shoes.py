"""Leather boots and shoes by Carrowlast."""

from shop.demo.drawing.canvas import circle, ellipse, joined, label, line, path, rect, two
from shop.demo.drawing.palette import BRASS, RUBBER, tones
from shop.demo.drawing.parts.dyes import BOG_OAK, BOOT_PEAT
from shop.demo.drawing.parts.footwear import Boot, boot_front, pair_of
from shop.demo.drawing.parts.shoes import footbed, low_shoe
from shop.demo.drawing.scene import Draw, Drawing, ground

OXBLOOD = tones("Oxblood")


def carrowlast_drumlin_7() -> Drawing:
    """Pair of broad peat-brown boots."""
    return Drawing(
        "wear",
        ground(480, 856, 360, 26),
        pair_of(Boot(BOOT_PEAT).draw(), scale=1.0, x=90, y=850, dx=140, dy=-44, slim=1.08),
    )


def carrowlast_drumlin_7_detail() -> Drawing:
    """Boot on its side, with its lugs and the stitches of the welt."""
    sole = (
        "M84 640 C70 520 180 470 330 500 Q470 530 600 500 Q800 470 850 590 Q880 720 800 770 "
        "Q690 812 560 760 Q440 716 330 770 Q120 800 84 640Z"
    )
    lugs = joined(
        path(f"M{x} {y} l34 -6 l6 48 l-34 8Z", RUBBER.dark)
        + path(f"M{x + 4} {y + 4} l24 -4 l4 34 l-24 6Z", RUBBER.light)
        for x, y in (
            (130, 560),
            (196, 530),
            (262, 528),
            (328, 540),
            (150, 640),
            (216, 630),
            (282, 628),
            (348, 632),
            (190, 710),
            (258, 706),
            (326, 694),
            (394, 560),
            (404, 640),
            (640, 540),
            (704, 530),
            (768, 556),
            (650, 620),
            (716, 614),
            (780, 640),
            (668, 700),
            (734, 694),
        )
    )
    return Drawing(
        "wear",
        ground(480, 812, 400, 26),
        two(
            "M590 560 Q640 300 620 190 Q740 120 850 190 Q850 420 868 600 Q700 660 590 560Z",
            BOOT_PEAT.base,
            (BOOT_PEAT.light, "M590 560 Q640 300 620 190 L680 160 Q690 360 660 600Z"),
            (BOOT_PEAT.dark, "M790 150 L850 190 Q850 420 868 600 L800 620 Q800 380 790 150Z"),
        ),
        path("M620 190 Q740 120 850 190 Q740 240 620 190Z", "#C9A77C"),
        two(
            "M110 560 C120 440 260 400 420 400 Q560 380 640 300 L700 520 Q400 560 110 600Z",
            BOOT_PEAT.base,
            (
                BOOT_PEAT.light,
                (
                    "M110 560 C120 440 260 400 420 400 Q560 380 640 300 L644 340 "
                    "Q560 430 420 446 Q240 450 150 560Z"
                ),
            ),
        ),
        *(
            line(f"M{560 + i * 16} {392 - i * 34} l62 {30 + i * 2}", "#5A3B25", 11)
            for i in range(6)
        ),
        path(sole, "#E3CFA4", transform="translate(-6 -22)"),
        line(
            "M86 606 C84 500 180 452 330 482 Q470 512 600 482 Q800 452 846 566",
            "#A5804F",
            8,
            stroke_dasharray="15 11",
        ),
        two(
            sole,
            RUBBER.base,
            (RUBBER.light, "M60 640 C70 500 180 460 330 490 L330 512 C180 486 110 540 110 660Z"),
            (
                RUBBER.dark,
                (
                    "M560 760 Q690 812 800 770 Q880 720 850 590 L826 600 Q840 700 780 742 "
                    "Q690 780 560 730Z"
                ),
            ),
            lugs,
        ),
        ellipse(540, 640, 66, 42, "#59646A"),
        label(540, 660, 52, "7", "#E9E2CC"),
    )


def carrowlast_drumlin_4() -> Drawing:
    """Pair of slim peat-brown boots."""
    return Drawing(
        "wear",
        ground(490, 856, 350, 26),
        pair_of(
            Boot(BOOT_PEAT, broad=False).draw(), scale=1.04, x=160, y=850, dx=170, dy=-24, slim=0.86
        ),
    )


def carrowlast_drumlin_4_detail() -> Drawing:
    """Slim boot from the front beside its broader brother."""
    ruler = joined(
        line(f"M{x} 886 v{14 if i % 2 else 22}", "#5D422C", 5)
        for i, x in enumerate(range(150, 870, 24))
    )
    return Drawing(
        "wear",
        ground(500, 852, 340, 22),
        boot_front(BOOT_PEAT, 310, 846, 112),
        boot_front(BOOT_PEAT, 664, 846, 168),
        rect(130, 880, 740, 44, "#E6CF9A", 6),
        ruler,
        line("M198 940 V870 M422 940 V870", "#C6432F", 7),
        line("M496 940 V870 M832 940 V870", "#C6432F", 7),
        label(310, 232, 44, "4", "#6B4A32"),
        label(664, 232, 44, "7", "#6B4A32"),
    )


def carrowlast_boreen_shoe() -> Drawing:
    """Pair of low oxblood lace-up shoes."""
    return Drawing(
        "wear",
        ground(490, 800, 370, 26),
        pair_of(low_shoe(OXBLOOD), scale=1.12, x=70, y=800, dx=156, dy=-84),
    )


def carrowlast_boreen_shoe_detail() -> Drawing:
    """Bog-oak shoe from behind and above, its cork footbed inside."""
    base, dark, light = BOG_OAK
    return Drawing(
        "wear",
        ground(520, 856, 250, 24),
        path("M322 640 Q300 860 400 880 H620 Q712 860 690 640Z", RUBBER.dark),
        two(
            "M380 300 C390 180 610 180 640 300 Q720 420 708 600 Q724 780 650 846 Q510 880 372 846 "
            "Q296 780 310 600 Q300 420 380 300Z",
            base,
            (
                light,
                (
                    "M380 300 C390 180 500 170 520 190 Q400 240 390 400 Q350 560 372 846 "
                    "Q296 780 310 600 Q300 420 380 300Z"
                ),
            ),
            (dark, "M640 300 Q720 420 708 600 Q724 780 650 846 L570 860 Q650 700 640 520Z"),
        ),
        path(
            "M396 470 Q400 400 510 396 Q620 400 626 470 Q660 620 620 706 Q510 752 402 706 "
            "Q360 620 396 470Z",
            "#1E1815",
        ),
        footbed(511, 410, 196, 300),
        path(
            "M398 470 Q406 380 511 372 Q616 380 624 470 Q560 420 511 420 Q460 420 398 470Z", light
        ),
        *(
            line(f"M{454 - i * 3} {386 - i * 34} L{570 + i * 3} {376 - i * 34}", "#6A5243", 11)
            for i in range(4)
        ),
        *(
            circle(x, 386 - i * 34, 8, BRASS.base)
            for i in range(4)
            for x in (440 - i * 2, 584 + i * 2)
        ),
        line("M396 470 Q364 620 402 708 Q510 756 620 708 Q660 620 626 470", light, 15),
        line("M511 738 V866", dark, 7),
        line("M524 738 V866", light, 4, stroke_dasharray="10 8"),
        line("M330 850 Q510 900 694 850", "#F0E0BE", 6, stroke_dasharray="10 8"),
        label(511, 640, 34, "5", "#8A6238"),
    )


DRAWINGS: dict[str, Draw] = {
    "carrowlast-drumlin-7": carrowlast_drumlin_7,
    "carrowlast-drumlin-7-detail": carrowlast_drumlin_7_detail,
    "carrowlast-drumlin-4": carrowlast_drumlin_4,
    "carrowlast-drumlin-4-detail": carrowlast_drumlin_4_detail,
    "carrowlast-boreen-shoe": carrowlast_boreen_shoe,
    "carrowlast-boreen-shoe-detail": carrowlast_boreen_shoe_detail,
}
