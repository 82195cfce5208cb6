"""The gaiters of Fellgarth."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import SOOT, Tones, tones
from shop.demo.drawing.parts.dyes import BOOT_PEAT, SHINE
from shop.demo.drawing.parts.footwear import Boot, pair_of, screw
from shop.demo.drawing.parts.labels import hill_label
from shop.demo.drawing.parts.panel import Edge, across, band, between, panel
from shop.demo.drawing.parts.shoes import low_shoe
from shop.demo.drawing.scene import Draw, Drawing, ground

BRACKEN = tones("Bracken")
SLATE = tones("Slate")
OXBLOOD = tones("Oxblood")


def _tall(x: float) -> str:
    """Draw a tall gaiter from the front, around x = 0, between 130 and 850."""
    left: Edge = [(-104, 150), (-126, 300), (-116, 470), (-92, 620), (-104, 700), (-138, 800)]
    right: Edge = [(-a, y) for a, y in left]
    a, b = between(left, right, -0.05), between(left, right, 1.05)
    lower = two(
        band(a, b, 0.72, 1.0, 18),
        SOOT.base,
        (SOOT.light, band(a, between(a, b, 0.26), 0.6, 1.02, 0)),
        (SOOT.dark, band(between(a, b, 0.72), b, 0.6, 1.02, 0)),
    )
    return group(
        f"translate({x} 0)",
        line("M-128 800 Q-120 858 0 862 Q120 858 128 800", "#23282B", 22),
        rect(74, 826, 40, 34, "#59646A", 6),
        path("M-104 150 Q0 120 104 150 Q0 186 -104 150Z", "#5B2E12"),
        panel(left, right, BRACKEN, lower, lit=0.2, shade=0.76),
        line("M-106 158 Q0 194 106 158", BRACKEN.dark, 20),
        line("M-106 158 Q0 194 106 158", SHINE, 5, stroke_dasharray="9 8"),
        line("M92 168 q40 20 30 66", "#33393D", 8),
        rect(112, 226, 22, 34, "#33393D", 6),
        two(
            "M-36 182 Q0 190 36 182 L42 800 Q0 816 -42 800Z",
            BRACKEN.light,
            (BRACKEN.base, "M4 180 H60 V820 H4Z"),
            (SOOT.light, "M-60 660 Q0 690 60 660 V820 H-60Z"),
            (SOOT.base, "M4 676 Q40 672 60 660 V820 H4Z"),
        ),
        line("M-26 196 L-32 790 M26 196 L32 790", "#8A4A20", 5, stroke_dasharray="11 9"),
        line("M-20 806 q0 26 20 26 q22 0 20 -22", "#C3CBCF", 8),
        screw(-122, 786),
        screw(122, 786),
        hill_label(44, 270, BRACKEN.base, 56, 40),
    )


def fellgarth_sike_gaiters() -> Drawing:
    """Pair of knee-high gaiters, bracken above and black below."""
    return Drawing(
        "wear",
        ground(500, 868, 330, 20),
        _tall(330),
        _tall(670),
    )


def fellgarth_sike_gaiters_detail() -> Drawing:
    """Worn over a peat-brown boot in a shallow stream, muddy to the ankle."""
    left: Edge = [(404, -260), (374, -120), (376, 60), (360, 220), (296, 330), (236, 420)]
    right: Edge = [(640, -260), (660, -120), (636, 60), (616, 220), (622, 330), (632, 440)]
    a, b = between(left, right, -0.04), between(left, right, 1.04)
    mud = path(
        "M60 420 Q120 380 180 420 Q230 330 290 380 Q330 310 400 360 Q450 300 520 350 Q570 310 640 "
        "350 V560 H40Z",
        "#6A5243",
    ) + joined(
        circle(x, y, r, "#6A5243")
        for x, y, r in ((330, 260, 12), (420, 220, 9), (540, 280, 13), (590, 200, 8))
    )
    return Drawing(
        "wear",
        path("M0 780 Q300 740 560 772 Q800 796 1000 760 V1000 H0Z", "#8FB4C4"),
        *(
            ellipse(x, y, rx, 22, fill)
            for x, y, rx, fill in (
                (110, 800, 90, "#8E979C"),
                (900, 786, 100, "#7D878C"),
                (820, 926, 130, "#8E979C"),
            )
        ),
        group(
            "translate(150 236) scale(1.0)",
            Boot(BOOT_PEAT, worn=True).draw(),
            two(
                f"{Boot(BOOT_PEAT).upper}",
                "none",
                path("M0 470 Q200 420 400 470 Q520 440 640 480 V600 H0Z", "#6A5243"),
            ),
            panel(
                left,
                right,
                BRACKEN,
                path(band(a, b, 0.74, 1.02, 10), SOOT.base),
                path(band(between(a, b, 0.7), b, 0.74, 1.02, 0), SOOT.dark),
                mud,
                lit=0.2,
                shade=0.76,
            ),
            line(across(left, right, 0.03, 10), BRACKEN.dark, 22),
            line(across(left, right, 0.03, 10), SHINE, 5, stroke_dasharray="9 8"),
            line("M430 -230 Q400 -120 410 60 Q396 220 320 340", BRACKEN.light, 24),
            line(
                "M446 -230 Q416 -120 426 60 Q412 220 336 350", "#8A4A20", 5, stroke_dasharray="11 9"
            ),
            line("M430 430 Q420 540 430 588 Q480 606 520 588 Q530 520 540 440", "#23282B", 24),
            screw(430, 428, 13),
            screw(540, 436, 13),
            hill_label(500, -60, BRACKEN.base, 90, 60),
        ),
        path("M0 846 Q160 820 300 838 Q520 812 760 842 Q880 824 1000 838 V1000 H0Z", "#A9CBD8"),
        line(
            "M60 880 Q200 862 330 880 M480 900 Q640 880 800 900 M180 944 Q330 928 470 944",
            "#E1F0F5",
            9,
        ),
        path(
            "M150 846 Q110 800 130 770 Q160 800 180 830 Q190 790 214 776 Q220 820 220 846Z",
            "#E1F0F5",
        ),
    )


def _short(cloth: Tones) -> str:
    """Draw a short gaiter from the left, in the frame of a boot."""
    left: Edge = [(350, 60), (330, 180), (290, 300), (190, 410), (110, 480)]
    right: Edge = [(600, 60), (606, 180), (604, 300), (622, 410), (632, 480)]
    a, b = between(left, right, -0.05), between(left, right, 1.05)
    gathers = joined(line(f"M{x} 62 v38", cloth.dark, 6) for x in range(362, 600, 20))
    return joined(
        (
            line("M260 476 Q270 570 370 586 Q480 570 486 476", "#23282B", 24),
            rect(452, 510, 46, 40, "#59646A", 7),
            panel(
                left,
                right,
                cloth,
                path(band(a, b, 0.7, 1.02, 0), SOOT.base),
                path(band(between(a, b, 0.72), b, 0.7, 1.02, 0), SOOT.dark),
                path(band(a, between(a, b, 0.2), 0.7, 1.02, 0), SOOT.light),
            ),
            rect(344, 46, 262, 62, cloth.dark, 14),
            rect(344, 46, 66, 62, cloth.base, 14),
            gathers,
            line("M130 462 Q80 470 84 506 Q96 534 124 516", "#C3CBCF", 13),
            screw(260, 470, 13),
            screw(486, 470, 13),
            hill_label(460, 190, cloth.base, 84, 56),
        )
    )


def fellgarth_sike_short() -> Drawing:
    """Pair of short slate-grey gaiters."""
    return Drawing(
        "wear",
        ground(500, 826, 330, 22),
        pair_of(_short(SLATE), scale=1.06, x=70, y=832, dx=180, dy=-70),
    )


def fellgarth_sike_short_detail() -> Drawing:
    """On an oxblood leather shoe, its hook in the lowest lace."""
    left: Edge = [(392, 10), (386, 130), (370, 260), (320, 360), (252, 420)]
    right: Edge = [(620, 10), (616, 130), (610, 260), (620, 380), (628, 470)]
    a, b = between(left, right, -0.05), between(left, right, 1.05)
    return Drawing(
        "wear",
        ground(480, 866, 390, 26),
        group(
            "translate(60 110) scale(1.26)",
            path("M420 -120 H606 L604 60 H410Z", tones("Oat").base),
            path("M550 -120 H606 L604 60 H546Z", tones("Oat").dark),
            low_shoe(OXBLOOD),
            panel(
                left,
                right,
                SLATE,
                path(band(a, b, 0.7, 1.02, 0), SOOT.base),
                path(band(between(a, b, 0.72), b, 0.7, 1.02, 0), SOOT.dark),
                path(band(a, between(a, b, 0.2), 0.7, 1.02, 0), SOOT.light),
            ),
            rect(384, -4, 244, 58, SLATE.dark, 14),
            *(line(f"M{x} 8 v34", "#33405C66", 6) for x in range(400, 620, 20)),
            line("M262 408 Q226 414 232 440 Q246 462 270 446", "#C3CBCF", 12),
            line("M236 414 L288 452", "#4A2A22", 9),
            line("M396 440 Q400 560 420 592 H520 Q530 540 530 460", "#23282B", 20),
            screw(396, 436, 11),
            screw(530, 456, 11),
            hill_label(480, 150, SLATE.base, 84, 56),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "fellgarth-sike-gaiters": fellgarth_sike_gaiters,
    "fellgarth-sike-gaiters-detail": fellgarth_sike_gaiters_detail,
    "fellgarth-sike-short": fellgarth_sike_short,
    "fellgarth-sike-short-detail": fellgarth_sike_short_detail,
}
