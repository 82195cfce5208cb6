"""Kettles, pots, drippers and their papers."""

from shop.demo.drawing.canvas import circle, ellipse, label, line, path, rect, two
from shop.demo.drawing.palette import CARD, Tones, tones
from shop.demo.drawing.parts.brewing import (
    heron_base,
    heron_kettle,
    mallard_kettle,
    teapot_body,
    teapot_ends,
    teapot_lid,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

ALUMINIUM = Tones("#B9C2C7", "#8F9AA1", "#DCE3E6")
BLACK = tones("Matt black")
TEAL = tones("Teal")
GLAZE = tones("Blue-grey")
WHITE = tones("Chalk white")


def brindlecombe_heron_kettle() -> Drawing:
    """Matt black electric kettle with a slender gooseneck spout and beech handle."""
    return Drawing(
        "home",
        ground(510, 832, 330, 26),
        heron_base(BLACK),
        heron_kettle(BLACK),
    )


def brindlecombe_mallard_kettle() -> Drawing:
    """Teal enamelled stovetop kettle with an arched handle and whistle."""
    return Drawing(
        "home",
        ground(500, 832, 330, 28),
        mallard_kettle(TEAL),
    )


def brindlecombe_moorhen_teapot() -> Drawing:
    """Blue-grey stoneware teapot with a dark clay foot and round lid."""
    return Drawing(
        "home",
        ground(505, 835, 320, 28),
        teapot_ends(GLAZE),
        teapot_body(GLAZE),
        teapot_lid(GLAZE),
    )


def brindlecombe_wren_dripper() -> Drawing:
    """White porcelain coffee dripper standing on a glass mug."""
    return Drawing(
        "home",
        ground(500, 835, 220, 22),
        line("M640 640 C740 630 750 760 640 765", "#B7CBD3", 26),
        two(
            "M345 570 H655 L640 832 H360Z",
            "#CFE0E6",
            ("#6B4226", "M350 690 H650 L640 820 H362Z"),
            ("#55331C", "M530 690 H650 L640 820 H530Z"),
            ("#B7CBD3", "M600 570 H660 L645 690 H600Z"),
            ("#E9F3F6", "M368 590 H400 L402 690 H374Z"),
        ),
        ellipse(500, 690, 147, 13, "#8A5A38"),
        path("M492 560 h16 v120 h-16Z", "#6B4226"),
        two(
            (
                "M285 542 H715 Q735 542 735 560 Q735 580 712 580 H288 Q265 580 "
                "265 560 Q265 542 285 542Z"
            ),
            WHITE.base,
            (WHITE.dark, "M520 530 H740 V590 H520Z"),
        ),
        two("M440 490 H560 L575 545 H425Z", WHITE.base, (WHITE.dark, "M505 480 H590 V550 H505Z")),
        two(
            "M250 270 H750 Q740 400 570 505 H430 Q260 400 250 270Z",
            WHITE.base,
            (WHITE.dark, "M560 260 H760 V510 H520 Q610 400 600 260Z"),
            ("#FFFFFF", "M280 290 H330 Q340 380 400 450 Q300 390 280 290Z"),
        ),
        line("M420 290 Q430 400 475 498 M500 290 V498 M580 290 Q572 400 527 498", "#C9C8C0", 6),
        ellipse(500, 270, 250, 40, "#E9E8E1"),
        ellipse(500, 276, 216, 29, "#C9A77F"),
        ellipse(500, 284, 180, 20, "#6B4226"),
        line("M742 330 C850 320 850 440 690 440", WHITE.base, 30),
        line("M750 448 C800 444 822 420 826 396", WHITE.dark, 9),
    )


def brindlecombe_wren_filter_papers() -> Drawing:
    """Card box of natural brown cone coffee filters with one paper in front."""
    return Drawing(
        "home",
        ground(530, 838, 370, 30),
        two(
            "M330 300 L760 300 L760 830 L330 830Z",
            CARD.light,
            ("#CFAE84", "M330 690 H760 V830 H330Z"),
        ),
        path("M760 300 L860 360 V800 L760 830Z", CARD.dark),
        path("M330 300 L430 250 L850 300 L860 360 L760 300Z", "#B8906A"),
        rect(385, 345, 325, 118, "#F7F1E4", 12),
        label(553, 400, 50, "WREN", "#2F5A66", letter_spacing=10),
        label(548, 446, 34, "02 · 100", "#6B4226"),
        two("M520 540 H700 L645 690 H575Z", "#F7F1E4", ("#E4D6BC", "M610 530 H700 V700 H610Z")),
        two(
            "M110 520 Q290 480 470 520 L350 838 H230Z",
            "#D9BA90",
            ("#C3A074", "M300 490 H480 L350 850 H300Z"),
        ),
        path("M110 520 Q290 480 470 520 Q290 560 110 520Z", "#B48E62"),
        line("M230 833 H350", "#A88158", 10, stroke_dasharray="8 8"),
        line("M464 532 L351 828", "#A88158", 9, stroke_dasharray="8 8"),
    )


def halfpenny_moka_pot() -> Drawing:
    """Eight-sided aluminium moka pot with a black handle."""
    return Drawing(
        "home",
        ground(495, 838, 240, 24),
        path(
            (
                "M610 330 L790 330 Q815 330 808 360 L760 590 Q750 615 725 600 "
                "Q715 590 720 570 L752 392 H610Z"
            ),
            "#2B2F31",
        ),
        path("M752 392 L790 350 L808 360 L760 590 Q750 615 725 600Z", "#1E2123"),
        two(
            "M375 545 L345 300 L285 285 L300 250 H640 L595 545Z",
            ALUMINIUM.base,
            (ALUMINIUM.light, "M375 545 L345 300 L285 285 L300 250 H420 L440 545Z"),
            (ALUMINIUM.dark, "M530 240 H650 L600 560 H525Z"),
        ),
        path("M285 285 L300 250 H345 L350 330Z", ALUMINIUM.dark),
        two(
            "M310 250 Q470 170 635 250Z",
            ALUMINIUM.base,
            (ALUMINIUM.light, "M310 250 Q390 205 440 195 L430 250Z"),
            (ALUMINIUM.dark, "M530 195 Q600 215 640 255 H535Z"),
        ),
        rect(446, 150, 52, 58, "#2B2F31", 16),
        rect(472, 150, 26, 58, "#1E2123", 12),
        two("M350 540 H620 V590 H350Z", ALUMINIUM.dark, ("#79848B", "M500 530 H640 V600 H500Z")),
        two(
            "M360 590 H610 L665 835 H300Z",
            ALUMINIUM.base,
            (ALUMINIUM.light, "M360 590 H440 L420 835 H300Z"),
            (ALUMINIUM.dark, "M535 590 H620 L680 840 H560Z"),
        ),
        circle(590, 690, 22, "#C9A24A"),
        circle(590, 690, 10, "#8A6A20"),
        line(
            "M440 590 L420 832 M535 590 L560 832 M440 540 L425 255 M528 540 L535 255", "#A5AFB5", 4
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "brindlecombe-heron-kettle": brindlecombe_heron_kettle,
    "brindlecombe-mallard-kettle": brindlecombe_mallard_kettle,
    "brindlecombe-moorhen-teapot": brindlecombe_moorhen_teapot,
    "brindlecombe-wren-dripper": brindlecombe_wren_dripper,
    "brindlecombe-wren-filter-papers": brindlecombe_wren_filter_papers,
    "halfpenny-moka-pot": halfpenny_moka_pot,
}
