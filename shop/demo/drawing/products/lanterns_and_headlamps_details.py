"""The second views of headlamps and string lights: in the dark, open, charging."""

from shop.demo.drawing.canvas import circle, ellipse, faded, group, line, path, rect, two
from shop.demo.drawing.palette import STEEL, tones
from shop.demo.drawing.parts.light import (
    cell_18650,
    headband,
    round_headlamp,
    string_of_lights,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

YELLOW = tones("Yellow")
CAPSULE = tones("Clear")
BRASS_SPRING = "#E0B85C"


def lampwick_row_lodestar_350_detail() -> Drawing:
    """Draw the tangerine lamp in the dark, its red light on."""
    return Drawing(
        "night",
        circle(500, 540, 400, "#C8443A", opacity=0.1),
        circle(500, 540, 280, "#C8443A", opacity=0.14),
        group("translate(0 40)", round_headlamp(tones("Tangerine"), lens="#B98F7A")),
        circle(500, 600, 92, "#7A3A34", opacity=0.5),
        circle(560, 640, 64, "#F0655A", opacity=0.35),
        circle(560, 640, 24, "#FF8A7C"),
        circle(554, 634, 9, "#FFE0DA"),
    )


def lampwick_row_lodestar_cell_detail() -> Drawing:
    """Draw the tip of the cell with a charging cable in its socket and the small green light."""
    return Drawing(
        "camp",
        ground(420, 826, 370, 24),
        group("translate(1100 250) rotate(90) scale(1.25)", cell_18650()),
        line("M690 540 C690 340 840 420 860 260 C870 200 900 160 1020 170", "#33393D", 22),
        rect(646, 506, 88, 96, "#4B5257", 14),
        rect(646, 506, 28, 96, "#676E75", 14),
        rect(672, 598, 36, 44, STEEL.base, 6),
        circle(200, 780, 44, "#6FCB7B", opacity=0.35),
        circle(200, 780, 13, "#A6F0AE"),
    )


def _aaa_cell(x: float) -> str:
    """Draw an AAA battery in its bay."""
    return "".join(
        (
            rect(x + 24, 444, 34, 20, STEEL.light, 5),
            two(
                f"M{x} 474 q0 -14 14 -14 h54 q14 0 14 14 v220 q0 14 -14 14 h-54 q-14 0 -14 -14Z",
                "#4F7F8C",
                ("#7AA5B0", f"M{x - 9} 450 h32 v270 h-32Z"),
                ("#3A626D", f"M{x + 58} 450 h40 v270 h-40Z"),
            ),
            rect(x, 474, 82, 40, "#D9A83C"),
            line(f"M{x + 28} 660 h26", "#F4EAD3", 8),
        )
    )


def halfpenny_aaa_headlamp_detail() -> Drawing:
    """Draw the lamp open, its three batteries in a row."""
    return Drawing(
        "camp",
        ground(500, 836, 320, 24),
        headband("#8E979C", "#6B757B"),
        two(
            "M300 350 H700 Q740 350 740 390 V770 Q740 810 700 810 H300 Q260 810 260 770 "
            "V390 Q260 350 300 350Z",
            YELLOW.base,
            (YELLOW.light, "M250 340 H310 V820 H250Z"),
            (YELLOW.dark, "M680 340 H750 V820 H680Z"),
        ),
        rect(318, 404, 364, 350, "#3A4248", 24),
        *(_aaa_cell(x) for x in (342, 460, 578)),
        *(line(f"M{x} 738 v-22 l14 10 l-28 8 l28 8", STEEL.dark, 5) for x in (383, 501, 619)),
        two(
            "M290 360 L330 250 H670 L710 360Z",
            YELLOW.dark,
            (YELLOW.base, "M280 370 L330 240 H430 L400 370Z"),
        ),
        rect(440, 232, 120, 30, "#C8443A", 12),
    )


def _coin_cell(x: float, y: float) -> str:
    """Draw a coin cell lying, seen from above."""
    return "".join(
        (
            ellipse(x, y + 12, 92, 62, STEEL.dark),
            ellipse(x, y, 92, 62, STEEL.base),
            ellipse(x - 4, y - 3, 80, 52, STEEL.light),
            line(f"M{x - 22} {y} h44 M{x} {y - 18} v36", STEEL.dark, 8),
        )
    )


def quillon_hl_32_detail() -> Drawing:
    """Draw the back of the capsule unscrewed with a coin, its two coin cells taken out."""
    return Drawing(
        "camp",
        ground(330, 720, 240, 20),
        line("M180 560 C80 480 100 300 260 250 C420 200 560 300 500 500", "#33393D", 15),
        line(
            "M180 560 C80 480 100 300 260 250 C420 200 560 300 500 500",
            "#E8682F",
            6,
            stroke_dasharray="16 22",
        ),
        two(
            "M170 470 H490 Q560 480 560 580 Q556 690 500 "
            "712 H160 Q104 690 100 580 Q100 480 170 470Z",
            CAPSULE.base,
            (CAPSULE.light, "M90 460 H180 V720 H90Z"),
            (CAPSULE.dark, "M480 460 H570 V720 H480Z"),
        ),
        circle(330, 590, 104, "#E8682F"),
        circle(330, 590, 84, "#C24E1A"),
        circle(330, 590, 66, "#2B3135"),
        line("M300 570 q30 -30 60 0 M300 612 q30 30 60 0", BRASS_SPRING, 8),
        ground(720, 420, 130, 14),
        circle(720, 330, 92, "#E8682F"),
        circle(714, 324, 84, "#F2955F"),
        circle(720, 330, 70, "#E8682F"),
        line("M668 330 H772", "#A93F12", 16),
        group(
            "translate(806 260) rotate(30)",
            ellipse(0, 0, 70, 70, "#C99A3E"),
            ellipse(-4, -4, 60, 60, "#E6C06B"),
            ellipse(0, 0, 44, 44, "#D9AE4F"),
        ),
        ground(470, 872, 120, 14),
        _coin_cell(470, 838),
        ground(712, 842, 120, 14),
        _coin_cell(712, 808),
    )


def fellgarth_ridge_string_light_detail() -> Drawing:
    """Draw the lights clipped along the ridge inside a tent, above two sleeping bags."""
    return Drawing(
        "night",
        path("M500 60 L-60 900 H1060Z", "#5E8A60"),
        path("M500 60 L-60 900 H260Z", "#6F9B6F"),
        path("M500 60 L740 900 H1060Z", "#4B744E"),
        faded(0.35, path("M500 60 L120 900 H880Z", "#F6E2A2")),
        path("M300 900 L500 330 L700 900Z", "#2C3F4A"),
        line("M500 330 V900", "#D98E3B", 7),
        *(line(f"M{x} {y} v36", "#E6A23C", 9) for x, y in ((230, 466), (500, 62), (770, 466))),
        string_of_lights(230, 500, 500, 96, sag=240, bulbs=6),
        string_of_lights(500, 96, 770, 500, sag=240 + 404, bulbs=6),
        path("M-20 900 H1020 V1010 H-20Z", "#24343D"),
        two(
            "M110 900 Q110 800 190 796 H420 Q470 800 470 900Z",
            "#2F4668",
            ("#48648C", "M100 790 H480 V830 H100Z"),
        ),
        two(
            "M530 900 Q530 800 600 796 H820 Q890 800 890 900Z",
            "#7C2F38",
            ("#9C4A52", "M520 790 H900 V830 H520Z"),
        ),
        rect(120, 800, 96, 62, "#E8DCC0", 26),
        rect(786, 800, 96, 62, "#E8DCC0", 26),
    )


DRAWINGS: dict[str, Draw] = {
    "lampwick-row-lodestar-350-detail": lampwick_row_lodestar_350_detail,
    "lampwick-row-lodestar-cell-detail": lampwick_row_lodestar_cell_detail,
    "halfpenny-aaa-headlamp-detail": halfpenny_aaa_headlamp_detail,
    "quillon-hl-32-detail": quillon_hl_32_detail,
    "fellgarth-ridge-string-light-detail": fellgarth_ridge_string_light_detail,
}
