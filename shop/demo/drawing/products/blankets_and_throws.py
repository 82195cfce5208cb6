"""Throws, blankets, rugs and quilts."""

from shop.demo.drawing.canvas import circle, group, label, line, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.cloth import (
    folded,
    fringe,
    herringbone,
    stripes,
    waffle,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

SLATE = tones("Slate")
COTTON = Tones("#F3EFE4", "#C9C2AE", "#FFFFFF")
LINEN = Tones("#D3C19C", "#B39F76", "#E8DBBF")
REGATTA = (
    stripes(
        (
            (220, 60, "#4F80B3"),
            (330, 24, "#4F80B3"),
            (390, 90, "#7FA7CF"),
            (540, 40, "#4F80B3"),
            (640, 70, "#7FA7CF"),
            (750, 26, "#4F80B3"),
        )
    )
    + waffle()
)
HEM_FOLD = 9  # tassels; from there on the cloth lies level


def _tassel(x: float, number: int) -> str:
    """Draw one twisted end of a fringe, light and dark in turn."""
    light = number % 2 == 1
    cord = "M0 0 C14 40 -12 80 4 150"
    y = 696 + x * 0.026 if number < HEM_FOLD else 718
    return group(
        f"translate({x} {y})",
        line(cord, "#CFCBC0" if light else SLATE.base, 20),
        line(cord, "#43515C55", 20, stroke_dasharray="3 13"),
        circle(2, 22, 13, "#E4DFD2" if light else SLATE.light),
    )


def linnhagen_skerry_throw() -> Drawing:
    """Folded slate and cream herringbone wool throw with a fringe."""
    return Drawing(
        "home",
        ground(500, 838, 330, 24),
        folded(
            190,
            470,
            580,
            360,
            SLATE,
            pattern=herringbone(180, 440, 800, 860, "#CFCBC0", step=66, width=15),
        ),
        fringe(770, 486, 830, "#E9E1CF", length=52),
        two(
            ("M190 470 Q190 430 240 420 H720 Q774 430 772 480 L760 560 Q500 530 196 548Z"),
            SLATE.base,
            herringbone(180, 400, 800, 580, "#CFCBC0", step=66, width=15),
            ("#FFFFFF33", "M180 410 H800 V446 H180Z"),
            ("#2A353D55", "M180 536 Q500 512 780 548 V580 H180Z"),
        ),
        rect(640, 720, 70, 60, "#F4EAD3", 6),
        line("M652 742 H698 M652 758 H684", "#8A6A3A", 6),
    )


def linnhagen_skerry_lap() -> Drawing:
    """Small slate herringbone blanket over the back of a wooden chair."""
    return Drawing(
        "home",
        ground(500, 862, 300, 22),
        line("M300 850 V560 M700 850 V560 M330 850 V720 M670 850 V720", "#8A5F3D", 30),
        rect(270, 690, 460, 44, "#A97C56", 12),
        rect(270, 712, 460, 22, "#8A5F3D", 10),
        line("M300 560 C300 420 310 300 330 200 M700 560 C700 420 690 300 670 200", "#8A5F3D", 30),
        rect(306, 190, 388, 50, "#A97C56", 20),
        rect(330, 300, 340, 36, "#8A5F3D", 10),
        rect(330, 400, 340, 36, "#8A5F3D", 10),
        line("M250 560 H340 M660 560 H750", "#6B4A32", 34),
        two(
            ("M350 180 H650 Q664 180 664 200 L656 640 Q500 670 344 640 L336 200 Q336 180 350 180Z"),
            SLATE.base,
            herringbone(320, 170, 690, 680, "#CFCBC0", step=58, width=12),
            ("#FFFFFF2A", "M330 170 H400 L404 680 H330Z"),
            ("#2A353D44", "M600 170 H680 V680 H590Z"),
        ),
        line(
            ("M350 184 H650 Q660 186 660 200 L653 636 Q500 664 347 636 L340 200 Q340 186 350 184Z"),
            "#E6DCC6",
            12,
        ),
        rect(372, 600, 28, 8, "#43515C", 4),
        rect(600, 600, 28, 8, "#43515C", 4),
    )


def linnhagen_regatta_cotton() -> Drawing:
    """Folded blue and white striped waffle blanket."""
    return Drawing(
        "home",
        ground(500, 842, 340, 24),
        folded(170, 440, 640, 400, COTTON, pattern=REGATTA, layers=4),
        two(
            ("M170 480 Q170 400 250 392 H760 Q812 396 810 450 L806 560 Q480 520 176 560Z"),
            "#F3EFE4",
            REGATTA,
            ("#C9C2AE88", "M170 540 Q480 500 810 540 V580 H170Z"),
        ),
        rect(690, 700, 76, 56, "#FFFDF5", 6),
        line("M704 722 H750 M704 738 H734", "#4F80B3", 6),
    )


def linnhagen_hayfield_linen() -> Drawing:
    """Natural linen throw hanging in soft creases over a rail."""
    return Drawing(
        "home",
        line("M150 260 H850", "#8A5F3D", 34),
        line("M150 252 H850", "#A97C56", 10),
        circle(150, 260, 26, "#6B4A32"),
        circle(850, 260, 26, "#6B4A32"),
        ground(500, 850, 260, 18, 0.12),
        two(
            (
                "M270 245 Q500 225 730 245 L760 500 L740 700 L770 800 Q620 836 "
                "500 806 Q380 838 230 800 L262 640 L240 460Z"
            ),
            LINEN.base,
            (LINEN.light, "M260 240 H350 Q310 400 340 560 Q300 700 330 830 H220Z"),
            (LINEN.light, "M480 230 H540 Q500 420 540 600 Q520 720 550 830 H490 Q470 640 480 230Z"),
            (LINEN.dark, "M400 230 H440 Q460 440 430 640 Q450 760 430 830 H390 Q410 560 400 230Z"),
            (LINEN.dark, "M640 236 H740 L780 830 H660 Q700 620 640 236Z"),
            (LINEN.base, "M690 300 Q720 540 700 820 H730 Q760 540 720 300Z"),
        ),
        line(
            "M300 420 L380 470 M600 360 L690 420 M330 640 L420 610 M560 700 L640 660",
            "#B39F76",
            5,
            opacity=0.7,
        ),
        *(
            line(
                f"M{x} {798 + abs(500 - x) % 9} v{34 - i % 2 * 6}",
                "#B39F76" if i % 2 else "#D3C19C",
                7,
            )
            for i, x in enumerate(range(236, 770, 18))
        ),
        rect(660, 730, 60, 44, "#FBF6EA", 5),
        line("M672 748 H708 M672 760 H696", "#8A6A3A", 5),
    )


def linnhagen_skerry_throw_detail() -> Drawing:
    """Near view of the herringbone cloth with its woven label and twisted fringe."""
    return Drawing(
        "home",
        two(
            ("M0 120 Q300 80 620 150 Q860 190 1000 160 V700 Q700 760 420 700 Q200 660 0 700Z"),
            "#5B6B78",
            herringbone(-60, 60, 1060, 820, "#CFCBC0", step=168, width=44),
            ("#FFFFFF26", "M0 100 Q300 60 620 140 L560 300 Q260 220 0 300Z"),
            ("#1F2A3240", "M0 620 Q300 600 560 650 Q800 700 1000 640 V780 H0Z"),
        ),
        *(_tassel(x, i) for i, x in enumerate(range(20, 1000, 48))),
        rect(600, 380, 230, 150, "#F4EAD3", 10),
        rect(600, 380, 230, 20, "#E0D2B0", 8),
        label(715, 452, 38, "LINNHAGEN", "#6B4A32", textLength=190.0),
        line("M640 490 H790", "#8A6A3A", 7),
    )


DRAWINGS: dict[str, Draw] = {
    "linnhagen-skerry-throw": linnhagen_skerry_throw,
    "linnhagen-skerry-lap": linnhagen_skerry_lap,
    "linnhagen-regatta-cotton": linnhagen_regatta_cotton,
    "linnhagen-hayfield-linen": linnhagen_hayfield_linen,
    "linnhagen-skerry-throw-detail": linnhagen_skerry_throw_detail,
}
