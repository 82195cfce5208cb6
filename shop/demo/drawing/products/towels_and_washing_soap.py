"""A bar of soap and its tin."""

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
from shop.demo.drawing.palette import PAPER, Tones, shaded
from shop.demo.drawing.parts.labels import half_mark
from shop.demo.drawing.parts.washing import foam, soap_bar
from shop.demo.drawing.scene import Draw, Drawing, ground

STRAW = shaded("#DDC27E")
TAR = shaded("#6A4A34")
TIN = Tones("#C6CED2", "#9BA6AC", "#E6EAEC")


def _finch(fill: str, scale: float = 1) -> str:
    """Draw the finch that is pressed into the soap, around 0 0."""
    return group(
        f"scale({scale})",
        path(
            "M-52 26 C-40 -20 -4 -44 30 -34 C50 -50 74 -36 74 -18 L92 -10 L72 -2 C66 30 20 46 "
            "-14 36 L-70 58Z",
            fill,
        ),
        line("M10 38 V58 M28 34 V56", fill, 6),
    )


def tallow_finch_quayside_soap() -> Drawing:
    """Straw-coloured bar of soap stamped with a finch, half out of its paper wrapper."""
    return Drawing(
        "home",
        ground(520, 800, 390, 36),
        group(
            "translate(420 660) scale(1.25)",
            soap_bar(STRAW, stamp=group("translate(-46 -46)", _finch(STRAW.dark, 0.86))),
        ),
        two(
            "M470 486 Q500 500 520 484 Q548 500 570 486 Q590 500 612 486 L690 486 Q716 488 730 510 "
            "L884 668 Q896 700 880 792 Q876 826 830 826 H452 Q470 800 450 780 Q474 756 452 730 "
            "L498 664 Q474 640 500 600 Q470 560 470 486Z",
            PAPER.base,
            (PAPER.light, "M440 470 H560 L620 672 H440Z"),
            (PAPER.dark, "M440 690 H900 V840 H440Z"),
            ("#C9B98F", "M700 690 H900 V840 H700Z"),
            line("M480 692 H890", "#C9B98F", 6),
            rect(590, 480, 76, 360, "#2F5A66"),
            path("M590 690 h76 v150 h-76Z", "#234650"),
        ),
        label(628, 780, 34, "T&amp;F", "#F4EAD3"),
    )


def tallow_finch_quayside_soap_detail() -> Drawing:
    """Tar-brown soap bar with specks of pumice, wet and lathered, beside a straw-coloured one."""
    places = [(x * 53 % 410 - 200, x * 37 % 230 - 120) for x in range(3, 46)]
    specks = joined(circle(x, y, 3 + (x + y) % 3, "#B99C80") for x, y in places)
    return Drawing(
        "home",
        ground(500, 850, 400, 34),
        group(
            "translate(640 500) scale(1.05)",
            soap_bar(STRAW, stamp=group("translate(0 -46)", _finch(STRAW.dark, 0.86))),
        ),
        group(
            "translate(400 706) scale(1.22)",
            soap_bar(
                TAR,
                stamp=group("translate(30 -46)", _finch(TAR.dark, 0.86)),
                specks=specks,
            ),
            line("M-160 -70 L-176 -20 M150 -96 L162 -60", "#F1DFCB", 9),
        ),
        foam(
            (170, 690, 50),
            (236, 640, 38),
            (216, 720, 60),
            (300, 604, 30),
            (150, 770, 44),
            (236, 800, 54),
            (320, 830, 36),
            (300, 690, 28),
            (120, 720, 26),
            (390, 850, 24),
        ),
    )


def _tin_grid() -> str:
    """Draw the lift-out grid with its nine holes, seen from above at an angle."""
    holes = ((x, y) for y in (-40, 0, 40) for x in (-120, 0, 120))
    return two(
        "M-236 -72 H236 L276 76 H-276Z",
        TIN.base,
        (TIN.light, "M-280 -80 H-120 L-150 90 H-290Z"),
        *(ellipse(x * (1 + y / 400), y, 30, 11, "#66727A") for x, y in holes),
    )


def halfpenny_soap_tin() -> Drawing:
    """Open aluminium soap tin with a perforated grid and a straw-coloured bar on it."""
    return Drawing(
        "home",
        ground(500, 850, 400, 26),
        group(
            "translate(660 340) rotate(8)",
            two(
                "M-220 -190 Q-220 -226 -184 -226 H184 Q220 -226 220 -190 V130 Q220 166 184 166 "
                "H-184 Q-220 166 -220 130Z",
                TIN.base,
                (TIN.light, "M-240 -240 H-130 V180 H-240Z"),
                (TIN.dark, "M150 -240 H240 V180 H150Z"),
            ),
            line(
                "M-184 -196 H184 Q192 -196 192 -180 V120 Q192 136 176 136 H-176 Q-192 136 -192 "
                "120 V-180 Q-192 -196 -184 -196Z",
                TIN.dark,
                7,
            ),
        ),
        path("M196 520 H774 L844 790 H126Z", TIN.dark),
        path("M214 534 H756 L816 780 H154Z", "#7C878D"),
        group("translate(485 664) scale(1.12 1.44)", _tin_grid()),
        group(
            "translate(470 610) rotate(-4) scale(.76 .7)",
            path("M-214 60 H214 L250 150 H-190Z", "#5F6B72", opacity=0.35),
            soap_bar(STRAW, stamp=group("translate(0 -46)", _finch(STRAW.dark, 0.8))),
        ),
        two(
            "M112 770 Q110 752 130 752 H840 Q860 752 858 770 L846 832 Q842 852 820 852 H150 "
            "Q128 852 124 832Z",
            TIN.base,
            (TIN.light, "M100 740 H270 L280 860 H100Z"),
            (TIN.dark, "M690 740 H870 V860 H680Z"),
            ("#FFFFFF77", "M100 740 H870 V768 H100Z"),
        ),
        half_mark(485, 832, 56, "#7C878D"),
    )


def halfpenny_soap_tin_detail() -> Drawing:
    """Plain aluminium soap tin with rounded corners, closed and seen from above at an angle."""
    return Drawing(
        "home",
        ground(510, 836, 390, 32),
        group(
            "translate(500 644) scale(1.78 1.26)",
            two(
                "M-224 20 Q-228 -10 -204 -10 H204 Q228 -10 224 20 L216 120 Q212 150 180 150 H-180 "
                "Q-212 150 -216 120Z",
                TIN.base,
                (TIN.light, "M-240 -20 H-130 L-126 160 H-240Z"),
                (TIN.dark, "M120 -20 H240 V160 H116Z"),
            ),
            line("M-222 62 Q-214 74 -190 74 H190 Q214 74 222 62", "#8A959B", 5),
            path("M-180 150 q-24 -8 -32 -24 q30 6 44 24Z", "#8A959B"),
            two(
                "M-130 -166 H130 Q166 -166 178 -136 L222 2 Q232 40 190 40 H-190 Q-232 40 -222 2 "
                "L-178 -136 Q-166 -166 -130 -166Z",
                TIN.light,
                ("#FFFFFF", "M-170 -180 H-90 L-140 60 H-220Z"),
                (TIN.base, "M60 -180 H240 V60 H110Z"),
            ),
            line(
                "M-124 -146 H124 Q150 -146 160 -122 L194 -10 Q202 20 172 20 H-172 Q-202 20 -194 "
                "-10 L-160 -122 Q-150 -146 -124 -146Z",
                TIN.dark,
                4,
            ),
            half_mark(0, -40, 60, "#9BA6AC"),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "tallow-finch-quayside-soap": tallow_finch_quayside_soap,
    "tallow-finch-quayside-soap-detail": tallow_finch_quayside_soap_detail,
    "halfpenny-soap-tin": halfpenny_soap_tin,
    "halfpenny-soap-tin-detail": halfpenny_soap_tin_detail,
}
