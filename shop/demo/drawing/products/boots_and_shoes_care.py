"""What keeps leather boots: grease and laces."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import BRASS, Tones, shaded
from shop.demo.drawing.parts.dyes import BOOT_PEAT, SKIN
from shop.demo.drawing.parts.footwear import Boot
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.scene import Draw, Drawing, ground

RED_LACE = shaded("#C73A30")


def carrowlast_boot_grease() -> Drawing:
    """Flat tin of amber grease, lid against it, a swipe and a rag."""
    return Drawing(
        "wear",
        ground(480, 806, 340, 26),
        # the lid leans behind
        group(
            "rotate(14 690 520)",
            ellipse(690, 560, 196, 206, "#7A3A2A"),
            ellipse(682, 556, 190, 200, "#A24C36"),
            ellipse(682, 556, 160, 170, "#8B3F2D"),
            ellipse(682, 556, 150, 160, "#E9D8AE"),
            path("M600 596 V540 q0 -20 16 -20 h44 l30 52 q70 4 76 34 v14 H600Z", "#6B4A32"),
            rect(596, 622, 176, 12, "#33393D", 5),
            label(684, 480, 30, "CARROWLAST", "#7A3A2A", textLength=200),
            label(684, 690, 26, "100 ml", "#7A3A2A"),
        ),
        two(
            "M130 620 H650 V726 Q640 806 390 812 Q140 806 130 726Z",
            "#A24C36",
            ("#BF6A52", "M120 610 H240 V820 H120Z"),
            ("#7A3A2A", "M520 610 H660 V820 H500Z"),
        ),
        line("M136 690 Q390 770 644 690", "#E9D8AE", 13),
        ellipse(390, 620, 262, 82, "#D9DEE0"),
        ellipse(390, 624, 244, 70, "#B87B18"),
        ellipse(386, 626, 236, 62, "#DDA236"),
        path(
            "M230 640 Q300 590 400 612 Q470 626 560 592 Q590 606 560 632 Q470 672 390 648 "
            "Q300 636 250 664 Q220 660 230 640Z",
            "#B87B18",
        ),
        path(
            "M250 650 Q310 610 400 630 Q470 644 566 606 Q560 626 540 640 Q460 666 390 648 "
            "Q300 636 250 664Z",
            "#EDBE62",
        ),
        # the folded rag
        two(
            "M560 800 Q570 724 660 716 L850 730 Q900 760 890 806 Q760 836 560 800Z",
            "#DCE0D6",
            ("#EFF1EA", "M560 800 Q570 724 660 716 L850 730 L720 752Z"),
            ("#B9C0B0", "M840 730 L850 730 Q900 760 890 806 L780 818 Q860 790 840 730Z"),
        ),
        line("M600 780 Q720 790 860 776", "#8FA6B5", 8),
        line("M640 740 Q740 756 846 750", "#8FA6B5", 8),
        ellipse(660, 790, 34, 12, "#C79C4B", opacity=0.7),
    )


def carrowlast_boot_grease_detail() -> Drawing:
    """Hand with a rag on the toe of a boot, one half dark and glossy."""
    dry = shaded("#9A7B63")
    wet = Tones("#4A3125", "#33211A", "#6B4A39")
    boot = "translate(90 60) scale(1.32)"
    return Drawing(
        "wear",
        ground(500, 860, 420, 26),
        group(boot, Boot(dry).draw()),
        two(
            "M40 400 H430 Q380 640 400 780 H60Z",
            "none",
            group(boot, Boot(wet).draw()),
        ),
        path("M148 660 Q176 610 236 588 Q200 630 176 676Z", "#8B6A57"),
        circle(252, 582, 8, "#8B6A57"),
        # the hand comes from the left and above
        two(
            "M-20 250 Q120 260 210 360 L300 470 Q350 520 330 560 Q300 600 240 570 L120 500 "
            "Q40 440 -20 430Z",
            SKIN.base,
            (SKIN.light, "M-20 250 Q120 260 210 360 L300 470 L270 480 Q160 330 -20 310Z"),
            (SKIN.dark, "M-20 400 Q80 420 150 490 L260 560 L240 590 L120 510 L-20 440Z"),
        ),
        two(
            "M190 560 Q180 480 250 470 Q330 440 400 500 Q450 560 410 620 Q340 660 270 640 "
            "Q200 640 190 560Z",
            "#DCE0D6",
            ("#EFF1EA", "M190 560 Q180 480 250 470 Q330 440 380 480 Q280 490 240 600Z"),
            ("#B9C0B0", "M400 500 Q450 560 410 620 Q340 660 290 644 Q400 600 400 500Z"),
        ),
        ellipse(330, 628, 60, 16, "#C79C4B", opacity=0.7),
        *(
            line(f"M{x} {y} Q{x + 60} {y + 10} {x + 96} {y + 66}", SKIN.base, 46)
            for x, y in ((214, 420), (246, 380), (262, 336))
        ),
        *(
            line(f"M{x} {y} Q{x + 60} {y + 10} {x + 96} {y + 66}", SKIN.dark, 4)
            for x, y in ((220, 444), (254, 404))
        ),
    )


def _coil(fill: Tones) -> str:
    """Wind up a pair of laces around 0 0."""
    return joined(
        ellipse(0, 0, 250 - i * 22, 176 - i * 18, "none", stroke=tone, stroke_width=17)
        for i, tone in enumerate(
            (fill.dark, fill.base, fill.light, fill.base, fill.dark, fill.base)
        )
    )


def carrowlast_waxed_laces() -> Drawing:
    """Coil of peat-brown laces in a paper band, four brass tips."""
    ends = joined(
        line(f"M470 660 Q{a} 720 {x} {y}", BOOT_PEAT.base if i % 2 else BOOT_PEAT.dark, 17)
        + line(f"M{x} {y} l{dx} {dy}", BRASS.base, 17)
        + line(f"M{x - 3} {y - 3} l{dx} {dy}", BRASS.light, 6)
        for i, (a, x, y, dx, dy) in enumerate(
            (
                (380, 236, 770, -40, 22),
                (440, 366, 812, -22, 40),
                (520, 560, 816, 14, 42),
                (600, 706, 784, 36, 28),
            )
        )
    )
    return Drawing(
        "wear",
        ground(490, 850, 330, 24),
        ends,
        group("translate(500 470)", _coil(BOOT_PEAT)),
        two(
            "M430 250 H570 L584 690 Q500 712 416 690Z",
            "#F1E7D0",
            ("#FBF5E6", "M410 240 H464 L456 710 H410Z"),
            ("#D4C6A4", "M536 240 H590 V710 H540Z"),
        ),
        rect(452, 330, 96, 60, "#6B4A32", 6),
        label(500, 372, 34, "CL", "#F1E7D0"),
        line("M460 430 h80 M460 456 h60", "#8A6A3A", 7),
        label(500, 570, 40, "180", "#6B4A32"),
        label(500, 606, 24, "cm", "#6B4A32"),
    )


def carrowlast_waxed_laces_detail() -> Drawing:
    """Red lace in the hooks of a peat-brown boot, tied in a double bow."""
    red, red_dark = RED_LACE.base, RED_LACE.dark
    rows = range(430, 960, 96)
    return Drawing(
        "wear",
        two(
            "M180 1000 Q230 640 250 250 Q500 190 750 250 Q770 640 820 1000Z",
            BOOT_PEAT.base,
            (BOOT_PEAT.light, "M180 1000 Q230 640 250 250 L330 230 Q330 640 290 1000Z"),
            (BOOT_PEAT.dark, "M750 250 Q770 640 820 1000 H700 Q690 640 660 230Z"),
        ),
        path("M250 250 Q500 190 750 250 Q500 330 250 250Z", "#8F6E48"),
        path(
            "M400 250 Q390 120 430 96 Q500 70 570 96 Q610 120 600 250 L610 1000 H390Z",
            BOOT_PEAT.light,
        ),
        path("M540 84 Q610 110 600 250 L610 1000 H550Z", BOOT_PEAT.base),
        patch(458, 150, "CL", ground="#E9D8AE", print_="#4F382B", width=84),
        line("M386 270 Q376 640 350 1000 M614 270 Q624 640 650 1000", BOOT_PEAT.dark, 12),
        line(
            "M360 270 Q350 640 322 1000 M640 270 Q650 640 678 1000",
            "#C79C63",
            5,
            stroke_dasharray="14 10",
        ),
        *(
            line(f"M374 {y} L626 {y + 84}", red_dark, 24) + line(f"M626 {y} L374 {y + 84}", red, 24)
            for y in rows
        ),
        line("M376 424 Q440 396 500 392 M624 424 Q560 396 500 392", red, 24),
        *(
            rect(x - 20, y - 17, 40, 34, BRASS.dark, 10)
            + rect(x - 20, y - 17, 34, 24, BRASS.base, 9)
            + rect(x - 14, y - 12, 14, 9, BRASS.light, 4)
            for y in rows
            for x in (366, 634)
        ),
        line("M500 390 C400 290 250 330 272 408 C290 470 420 440 500 394", red, 22),
        line("M500 390 C600 290 750 330 728 408 C710 470 580 440 500 394", red_dark, 22),
        line("M500 390 C440 300 340 270 320 320 M500 390 C560 300 660 270 680 320", red, 18),
        line("M490 396 Q420 500 440 600 M510 396 Q590 480 570 580", red, 22),
        line("M440 600 l4 46 M570 580 l-6 46", BRASS.base, 24),
        rect(470, 364, 60, 56, RED_LACE.light, 20),
        rect(496, 364, 34, 56, red, 18),
    )


DRAWINGS: dict[str, Draw] = {
    "carrowlast-boot-grease": carrowlast_boot_grease,
    "carrowlast-boot-grease-detail": carrowlast_boot_grease_detail,
    "carrowlast-waxed-laces": carrowlast_waxed_laces,
    "carrowlast-waxed-laces-detail": carrowlast_waxed_laces_detail,
}
