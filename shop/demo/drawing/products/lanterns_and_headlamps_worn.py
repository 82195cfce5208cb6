"""Headlamps and their cells."""

from shop.demo.drawing.canvas import circle, ellipse, group, label, line, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.light import (
    cell_18650,
    headband,
    round_headlamp,
)
from shop.demo.drawing.parts.volumes import cylinder
from shop.demo.drawing.scene import Draw, Drawing, ground

PETROL = tones("Petrol")
CASE = Tones("#174C5C", "#123D4B", "#23667A")
YELLOW = Tones("#F0B92E", "#CF9413", "#F9D56C")
CELL = Tones("#77838A", "#59646A", "#A4AEB3")
CABLE_CAP = Tones("#E08A3C", "#BF6D24", "#F0AA68")


def lampwick_row_lodestar_350() -> Drawing:
    """Petrol blue headlamp with a round lens and a striped elastic strap."""
    return Drawing(
        "camp",
        ground(500, 766, 320, 24),
        round_headlamp(PETROL),
    )


def lampwick_row_lodestar_600() -> Drawing:
    """Petrol headlamp with a battery case on the back of the strap and a bar over the top."""
    return Drawing(
        "camp",
        ground(500, 770, 330, 24),
        line("M300 420 C350 190 720 150 795 410", PETROL.dark, 40),
        line("M300 420 C350 190 720 150 795 410", "#E6D9BE", 26),
        two(
            (
                "M210 500 C260 400 480 360 700 400 C780 415 830 450 845 500 "
                "L840 570 C760 480 480 450 280 590Z"
            ),
            "#C9B891",
        ),
        two(
            "M255 590 C400 690 640 720 790 600 L800 668 C650 790 390 770 240 670Z",
            "#E6D9BE",
            ("#C9B891", "M620 560 H830 V800 H620Z"),
        ),
        line("M262 632 C400 730 640 758 794 636", "#D9653B", 14),
        cylinder(726, 400, 150, 290, CASE, radius=50, lit=0.3),
        rect(748, 440, 106, 16, "#0F3440", 6),
        rect(748, 640, 106, 16, "#0F3440", 6),
        label(801, 560, 36, "18650", "#E6D9BE", transform="rotate(-90 801 548)"),
        two(
            (
                "M150 480 Q160 410 240 410 H330 Q400 412 404 480 V680 Q400 742 "
                "330 744 H230 Q150 742 150 680Z"
            ),
            PETROL.base,
            (PETROL.light, "M140 400 H196 V750 H140Z"),
            (PETROL.dark, "M350 400 H410 V750 H350Z"),
        ),
        ellipse(262, 578, 92, 104, PETROL.dark),
        ellipse(262, 578, 76, 88, "#F7E9A8"),
        ellipse(242, 552, 34, 40, "#FFFDF0"),
        circle(318, 638, 11, "#C8443A"),
        rect(214, 388, 104, 34, "#E08A3C", 14),
        *(rect(224 + i * 16, 388, 6, 34, "#BF6D24") for i in range(6)),
    )


def lampwick_row_lodestar_cell() -> Drawing:
    """Single grey rechargeable cell standing next to its open clear case."""
    return Drawing(
        "camp",
        ground(500, 846, 300, 24),
        cell_18650(),
        two(
            "M560 450 H730 V820 Q730 846 704 846 H586 Q560 846 560 820Z",
            "#CFE3EA",
            ("#E6F1F5", "M560 440 H600 V850 H560Z"),
            ("#A9C8D3", "M690 440 H740 V850 H690Z"),
        ),
        rect(590, 480, 110, 350, "#B9D5DF", 14, opacity=0.7),
        ellipse(645, 450, 85, 20, "#A9C8D3"),
        ellipse(645, 450, 68, 13, "#8FB3C0"),
        group(
            "translate(690 330) rotate(24)",
            cylinder(0, 0, 190, 110, CABLE_CAP),
            line("M20 110 H170", "#BF6D24", 8),
        ),
        line("M725 470 Q770 440 772 420", "#33444C", 8),
    )


def halfpenny_aaa_headlamp() -> Drawing:
    """Plain, simple yellow headlamp with a square face and grey strap."""
    return Drawing(
        "camp",
        ground(500, 800, 310, 24),
        headband("#8E979C", "#6B757B"),
        rect(350, 440, 300, 40, "#4B5257", 14),
        two(
            (
                "M330 430 H670 Q700 430 700 465 V745 Q700 780 665 780 H335 Q300 "
                "780 300 745 V465 Q300 430 335 430Z"
            ),
            YELLOW.base,
            (YELLOW.light, "M290 420 H360 V790 H290Z"),
            (YELLOW.dark, "M620 420 H710 V790 H620Z"),
        ),
        rect(372, 500, 256, 190, "#4B5257", 26),
        rect(392, 518, 216, 154, "#DDE4E8", 18),
        circle(440, 595, 44, "#FFF3C4"),
        circle(560, 595, 44, "#FFF3C4"),
        circle(440, 595, 22, "#FFFFFF"),
        circle(560, 595, 22, "#FFFFFF"),
        rect(440, 404, 120, 34, "#C8443A", 12),
        label(500, 752, 40, "½", YELLOW.dark),
        rect(286, 560, 22, 80, "#4B5257", 8),
        rect(692, 560, 22, 80, "#4B5257", 8),
    )


def quillon_hl_32() -> Drawing:
    """Tiny clear and orange emergency headlamp on a thin looped cord."""
    return Drawing(
        "camp",
        ground(500, 800, 270, 22),
        line("M395 640 C120 560 200 250 500 250 C800 250 880 560 605 640", "#33393D", 16),
        line(
            "M395 640 C120 560 200 250 500 250 C800 250 880 560 605 640",
            "#E8682F",
            6,
            stroke_dasharray="16 22",
        ),
        two(
            (
                "M455 215 H545 Q560 215 560 235 V290 Q560 306 545 306 H455 Q440 "
                "306 440 290 V235 Q440 215 455 215Z"
            ),
            "#E8682F",
            ("#F2955F", "M430 210 H470 V310 H430Z"),
            ("#C24E1A", "M530 210 H570 V310 H530Z"),
        ),
        rect(470, 196, 60, 24, "#C24E1A", 8),
        two(
            (
                "M400 540 H600 Q660 545 664 620 Q664 740 600 780 H400 Q336 740 "
                "336 620 Q340 545 400 540Z"
            ),
            "#D7E8EE",
            ("#EEF6F9", "M330 530 H400 V790 H330Z"),
            ("#AECBD6", "M590 530 H670 V790 H590Z"),
        ),
        rect(396, 588, 208, 128, "#E8682F", 30),
        circle(460, 652, 44, "#FFF6CF"),
        circle(460, 652, 22, "#FFFFFF"),
        circle(552, 652, 28, "#C8443A"),
        circle(546, 646, 9, "#F08A80"),
        label(500, 764, 30, "32 g", "#5F8391"),
    )


def lampwick_row_lodestar_600_detail() -> Drawing:
    """Battery case of the headlamp open with the grey cell half out."""
    return Drawing(
        "camp",
        ground(500, 812, 330, 24),
        rect(120, 470, 760, 120, "#C9B891", 14),
        rect(120, 470, 760, 34, "#E6D9BE", 14),
        line("M130 545 H870", "#D9653B", 12),
        cylinder(300, 330, 400, 480, CASE, radius=60, lit=0.16, shade=0.2),
        rect(360, 400, 280, 340, "#0C2A34", 40),
        cylinder(432, 250, 136, 430, CELL, radius=18),
        rect(432, 320, 136, 240, "#23667A"),
        rect(432, 320, 34, 240, "#3F8CA1"),
        rect(530, 320, 38, 240, "#174C5C"),
        rect(468, 226, 64, 28, "#C9CFD2", 8),
        label(500, 456, 40, "3400", "#F4EAD3", transform="rotate(-90 500 442)"),
        two(
            "M360 600 H640 V700 Q640 740 600 740 H400 Q360 740 360 700Z",
            "#123D4B",
            ("#174C5C", "M350 590 H420 V750 H350Z"),
        ),
        label(500, 690, 40, "+", "#E08A3C"),
        group(
            "translate(620 190) rotate(22)",
            cylinder(0, 0, 330, 90, PETROL, radius=36),
            rect(120, 30, 90, 28, "#E08A3C", 12),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "lampwick-row-lodestar-350": lampwick_row_lodestar_350,
    "lampwick-row-lodestar-600": lampwick_row_lodestar_600,
    "lampwick-row-lodestar-cell": lampwick_row_lodestar_cell,
    "halfpenny-aaa-headlamp": halfpenny_aaa_headlamp,
    "quillon-hl-32": quillon_hl_32,
    "lampwick-row-lodestar-600-detail": lampwick_row_lodestar_600_detail,
}
