"""The second views of the tents: at night, from above, packed, mended."""

from collections.abc import Iterator

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
from shop.demo.drawing.palette import STEEL, Tones, tones
from shop.demo.drawing.parts.tent import Dome, family_dome
from shop.demo.drawing.scene import Draw, Drawing, ground

MOSS = tones("Moss green")
CHARCOAL = tones("Charcoal")
SLATE = tones("Slate grey")
ORANGE = tones("Orange")
LIT = Tones("#A7B25C", "#8A9A4E", "#C6CB78")
SPLINT = Tones("#C9D2D6", "#8F9CA3", "#E6ECEE")


def _boot(x: float, y: float) -> str:
    """Draw a walking boot that waits outside."""
    return group(
        f"translate({x} {y})",
        two(
            "M-34 -70 H14 V-34 Q58 -30 62 0 H-36Z",
            "#7A5640",
            ("#96704F", "M-40 -80 H-16 V10 H-40Z"),
            ("#5A3E2D", "M-10 -14 H70 V10 H-10Z"),
        ),
        rect(-40, -4, 106, 12, "#23282B", 5),
        line("M-2 -58 H14 M0 -44 H18", "#E8DCC0", 5),
    )


def fellgarth_cairn_2_detail() -> Drawing:
    """Draw the tent zipped up at night, lit from inside."""
    tent = Dome(LIT, width=676, height=472, foot=862, trim="#E9A24C")
    return Drawing(
        "night",
        ellipse(504, 872, 460, 40, "#F6E2A2", opacity=0.2),
        line("M168 860 L80 900 M842 860 L930 900 M330 515 L95 862 M690 515 L910 862", "#5E6F78", 4),
        tent.cloth(),
        tent.poles(),
        path("M375 862 C385 700 430 560 500 530 C570 560 615 700 625 862Z", "#DCD78C", opacity=0.6),
        line("M500 528 V858", "#7F8C46", 6),
        line("M376 858 C386 700 430 560 500 530 C570 560 614 700 624 858", "#7F8C46", 5),
        path(
            "M395 850 C390 760 430 742 446 770 C470 700 540 720 548 790 C580 780 604 820 604 850Z",
            "#8A9A4E",
            opacity=0.6,
        ),
        _boot(690, 876),
        _boot(766, 884),
    )


def _mat(x: float, colour: Tones) -> str:
    """Draw a mat with a sleeping bag on it, from above."""
    return joined(
        (
            rect(x, 320, 132, 420, colour.dark, 40),
            rect(x, 320, 122, 412, colour.base, 38),
            *(line(f"M{x + 16} {y} h90", colour.dark, 6) for y in range(470, 720, 50)),
            rect(x + 20, 340, 82, 74, colour.light, 28),
        )
    )


def fellgarth_cairn_3_detail() -> Drawing:
    """Draw the plan of the tent: three mats between two porches."""
    fly = (
        "M500 150 C700 170 880 330 900 525 C880 720 700 880 500 900 "
        "C300 880 120 720 100 525 C120 330 300 170 500 150Z"
    )
    return Drawing(
        "camp",
        ellipse(508, 545, 410, 385, "#22301F", opacity=0.16),
        two(
            fly,
            MOSS.base,
            (MOSS.light, "M500 140 C300 170 120 330 100 525 C120 720 300 880 380 900 H80 V140Z"),
            (MOSS.dark, "M640 140 H920 V910 H620 C760 780 790 330 640 140Z"),
        ),
        rect(274, 270, 456, 520, "#2E3B33", 26),
        rect(268, 262, 456, 520, "#EFE7D2", 26),
        _mat(286, tones("Midnight blue")),
        _mat(432, tones("Marigold")),
        _mat(578, tones("Oxblood")),
        line("M180 250 Q500 470 820 800 M820 250 Q500 470 180 800", "#D98E3B", 9),
        line("M104 525 H262 M730 525 H896", "#F0C77C", 6, stroke_dasharray="16 12"),
        *(
            rect(x - 16, y - 12, 32, 24, "#D98E3B", 6)
            for x, y in ((180, 250), (820, 250), (180, 800), (820, 800))
        ),
        label(500, 848, 34, "180 cm", "#E8DCC0"),
    )


def halfpenny_lay_by_4_detail() -> Drawing:
    """Draw the sky blue tent with wellingtons of four sizes in front."""
    wellingtons = (
        group(
            f"translate({x} 868) scale({scale})",
            two(
                "M-30 -110 H30 V-36 Q70 -34 76 0 H-32Z",
                colour.base,
                (colour.light, "M-40 -120 H-8 V10 H-40Z"),
                (colour.dark, "M-40 -16 H90 V10 H-40Z"),
            ),
            rect(-32, -112, 64, 16, colour.dark, 4),
        )
        for x, scale, colour in (
            (640, 1.0, tones("Bottle green")),
            (726, 0.85, tones("Postbox red")),
            (796, 0.66, tones("Yellow")),
            (852, 0.5, tones("Pillar blue")),
        )
    )
    return Drawing(
        "camp",
        ground(500, 822, 455, 36),
        group(
            "translate(-40 -6) scale(.98)",
            line("M140 560 L25 830 M860 560 L975 830", "#F6F0E0", 5),
            family_dome(tones("Sky blue")),
        ),
        ground(750, 872, 150, 14),
        *wellingtons,
    )


def _titanium_peg(x: float, y: float) -> str:
    """Draw a thin peg with a hook and a loop of cord."""
    return joined(
        (
            line(f"M{x} {y} V{y + 210}", STEEL.dark, 13),
            line(f"M{x - 3} {y} V{y + 206}", STEEL.light, 5),
            line(f"M{x} {y} c0 -40 44 -40 40 -6", STEEL.dark, 13),
            line(f"M{x} {y + 10} c-30 20 -20 60 0 54", "#C8513C", 6),
        )
    )


def quillon_sl1_detail() -> Drawing:
    """Draw the shelter rolled up, with its eight pegs laid out below."""
    roll = two(
        "M200 300 H740 Q800 300 800 390 Q800 480 740 480 H200 Q150 480 150 390 Q150 300 200 300Z",
        SLATE.base,
        (SLATE.light, "M140 290 H810 V332 H140Z"),
        (SLATE.dark, "M140 430 H810 V490 H140Z"),
    )
    return Drawing(
        "camp",
        ground(490, 496, 340, 24),
        roll,
        ellipse(752, 390, 46, 88, SLATE.light),
        *(
            ellipse(752, 390, rx, ry, SLATE.dark if i % 2 else SLATE.light)
            for i, (rx, ry) in enumerate(((38, 74), (30, 60), (22, 44), (14, 28)), 1)
        ),
        *(
            rect(x, 296, 36, 188, "#39444A", 6) + rect(x - 4, 372, 44, 40, "#C8513C", 6)
            for x in (280, 540)
        ),
        label(430, 404, 44, "SL1", "#E9EEF0"),
        ground(500, 846, 380, 26),
        *(_titanium_peg(168 + i * 90, 620) for i in range(8)),
    )


def fellgarth_cairn_footprint_detail() -> Drawing:
    """Draw one corner: an orange tab whose eyelet takes the end of a pole."""
    return Drawing(
        "camp",
        two(
            "M-20 420 L560 540 L700 1010 H-20Z",
            CHARCOAL.base,
            (CHARCOAL.light, "M-20 410 L560 530 L572 580 L-20 470Z"),
            (CHARCOAL.dark, "M470 500 L580 540 L720 1010 H600Z"),
        ),
        line("M-10 476 L520 586 L648 1000", "#7D868B", 9, stroke_dasharray="30 22"),
        ground(760, 700, 140, 20),
        group(
            "translate(520 570) rotate(18)",
            two(
                "M-70 -54 H250 Q276 -54 276 -28 V28 Q276 54 250 54 H-70Z",
                "#E07B39",
                ("#F09A5E", "M-80 -60 H290 V-28 H-80Z"),
                ("#C5642A", "M-80 26 H290 V60 H-80Z"),
            ),
            line("M-46 -30 L0 30 M-46 30 L0 -30", "#F6E7C8", 8),
            circle(210, 0, 40, STEEL.dark),
            circle(208, -3, 34, STEEL.light),
            circle(210, 0, 22, "#3C4246"),
        ),
        line("M722 628 C700 400 820 200 1010 90", "#D98E3B", 34),
        line("M714 628 C692 396 812 196 1004 82", "#F0C77C", 10),
        rect(703, 606, 38, 54, SPLINT.base, 8),
        rect(726, 606, 15, 54, SPLINT.dark, 6),
    )


def _broken_pole() -> Iterator[str]:
    """Draw a pole with a sleeve over its break, taped at both ends."""
    yield line("M-20 700 C260 560 620 470 1020 440", "#B9682A", 40)
    yield line("M-24 690 C256 550 616 460 1016 430", "#E9A24C", 14)
    sleeve = (
        rect(-230, -46, 460, 92, SPLINT.base, 40)
        + rect(-230, -46, 460, 30, SPLINT.light, 15)
        + rect(-230, 14, 460, 32, SPLINT.dark, 16)
    )
    tape = (
        two(
            f"M{x} -52 h80 l-8 26 8 26 -8 26 8 26 h-80Z",
            MOSS.base,
            (MOSS.light, f"M{x - 9} -60 h100 v26 h-100Z"),
            (MOSS.dark, f"M{x - 9} 20 h100 v40 h-100Z"),
        )
        for x in (-262, 182)
    )
    yield group("translate(480 512) rotate(-14)", sleeve, *tape)


def fellgarth_pole_repair_kit_detail() -> Drawing:
    """Draw a broken tent pole, mended with a taped splint sleeve."""
    tape = joined(
        (
            ground(250, 826, 130, 14),
            circle(250, 720, 104, MOSS.dark),
            circle(244, 714, 98, MOSS.base),
            circle(244, 714, 52, MOSS.light),
            circle(246, 718, 44, "#CBD9C8"),
            two("M250 818 H420 V846 H250Z", MOSS.base, (MOSS.dark, "M240 832 H430 V850 H240Z")),
        )
    )
    return Drawing(
        "camp",
        *_broken_pole(),
        tape,
        group(
            "translate(720 740) rotate(6) scale(1.15)",
            ground(0, 96, 150, 14),
            rect(-140, -80, 280, 170, tones("Yellow").base, 18),
            rect(-140, 20, 280, 70, tones("Yellow").dark, 18),
            rect(-120, -64, 240, 60, tones("Yellow").light, 10),
            line("M-100 -44 H40 M-100 -24 H0", tones("Yellow").dark, 9),
            line("M60 -48 l28 28 m0 -28 l-28 28", "#C8513C", 9),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "fellgarth-cairn-2-detail": fellgarth_cairn_2_detail,
    "fellgarth-cairn-3-detail": fellgarth_cairn_3_detail,
    "halfpenny-lay-by-4-detail": halfpenny_lay_by_4_detail,
    "quillon-sl1-detail": quillon_sl1_detail,
    "fellgarth-cairn-footprint-detail": fellgarth_cairn_footprint_detail,
    "fellgarth-pole-repair-kit-detail": fellgarth_pole_repair_kit_detail,
}
