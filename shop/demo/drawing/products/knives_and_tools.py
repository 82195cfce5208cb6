"""Knives, saws, multi-tools and stones."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import BEECH, BLADE, Tones, tones
from shop.demo.drawing.scene import Draw, Drawing, ground

GREY = Tones("#8C979E", "#69747B", "#B3BDC3")
EMBER = tones("Ember red")
INDIGO = tones("Indigo")


def quillon_mt_8() -> Drawing:
    """Small titanium multi-tool with scissors and screwdriver folded out."""
    return Drawing(
        "camp",
        ground(500, 846, 260, 24),
        group(
            "translate(432 410) rotate(-16) scale(1.05)",
            line("M-20 0 L16 -120", BLADE.dark, 30),
            line("M24 0 L-10 -120", BLADE.base, 30),
            path("M-26 -128 Q-50 -210 -78 -268 Q-30 -220 10 -124Z", BLADE.base),
            path("M32 -128 Q54 -210 70 -270 Q24 -220 -4 -124Z", BLADE.dark),
            circle(2, -126, 15, GREY.dark),
            circle(2, -126, 6, BLADE.light),
        ),
        group(
            "translate(600 430) rotate(34)",
            rect(-17, -210, 34, 230, BLADE.base, 4),
            rect(5, -210, 12, 230, BLADE.dark),
            path("M-17 -210 H17 L26 -250 H-26Z", BLADE.base),
            path("M-26 -250 H26 V-262 H-26Z", BLADE.dark),
        ),
        group(
            "translate(640 560) rotate(112) scale(.9)",
            line("M0 0 V-110 Q0 -170 50 -160 Q80 -150 70 -110", BLADE.base, 24),
        ),
        two(
            (
                "M380 360 H620 Q650 360 650 400 V790 Q650 846 600 846 H400 Q350 "
                "846 350 790 V400 Q350 360 380 360Z"
            ),
            GREY.base,
            (GREY.light, "M340 350 H420 V860 H340Z"),
            (GREY.dark, "M575 350 H660 V860 H575Z"),
        ),
        rect(470, 360, 12, 486, GREY.dark),
        rect(520, 360, 12, 486, GREY.dark),
        circle(500, 410, 28, GREY.dark),
        line("M482 410 H518", "#DDE4E8", 7),
        circle(500, 790, 28, GREY.dark),
        rect(478, 560, 44, 100, "#E8682F", 10),
        label(500, 730, 54, "8", "#F4EAD3"),
        label(430, 620, 34, "MT8", "#4F5A60", transform="rotate(-90 430 606)"),
    )


def ember_and_tine_folding_saw() -> Drawing:
    """Red-handled folding saw half open above a sawn log."""
    teeth = joined(("M0 0 ", "l10 24 l10 -24 " * 20))
    return Drawing(
        "camp",
        ground(500, 856, 350, 28),
        group(
            "translate(505 420) rotate(-36)",
            two(
                "M0 -70 L420 -60 Q440 -40 410 -20 L400 0 H0Z",
                BLADE.base,
                (BLADE.light, "M-5 -80 H430 V-48 H-5Z"),
                (BLADE.dark, "M-5 -16 H420 V5 H-5Z"),
            ),
            path(f"{teeth}Z", BLADE.dark),
            path("M0 0 H400 V6 H0Z", BLADE.dark),
        ),
        two(
            (
                "M150 470 C200 420 420 350 530 360 Q580 370 574 420 C560 480 "
                "300 560 210 570 C120 574 110 510 150 470Z"
            ),
            EMBER.base,
            (EMBER.light, "M150 470 C200 420 420 350 530 360 L550 380 C430 390 260 450 160 510Z"),
            (EMBER.dark, "M574 420 C560 480 300 560 210 570 L170 560 C280 530 460 480 570 400Z"),
        ),
        *(
            line(f"M{x} {y} l26 62", "#23282B", 11, opacity=0.55)
            for x, y in ((240, 456), (290, 438), (340, 422), (390, 408))
        ),
        circle(526, 408, 24, "#8E979C"),
        circle(526, 408, 10, "#59646A"),
        circle(176, 520, 15, "#DFE8DC"),
        two(
            (
                "M250 690 H720 Q770 690 770 770 Q770 856 720 856 H250 Q200 856 "
                "200 770 Q200 690 250 690Z"
            ),
            "#8A5F3D",
            ("#A97C56", "M190 680 H780 V730 H190Z"),
            ("#6B4A32", "M190 810 H780 V860 H190Z"),
        ),
        line("M330 750 H560 M420 790 H640 M300 780 h50", "#6B4A32", 7),
        ellipse(722, 773, 62, 84, "#E6CFA0"),
        ellipse(722, 773, 44, 60, "#D9BB84"),
        ellipse(722, 773, 30, 41, "#E6CFA0"),
        ellipse(722, 773, 13, 18, "#C4A06A"),
        path("M470 688 L500 740 L530 688Z", "#4E3524"),
    )


def thornhythe_two_step_stone() -> Drawing:
    """Two-coloured whetstone in a beech tray with drops of water."""
    return Drawing(
        "camp",
        ground(500, 826, 370, 28),
        two(
            "M120 700 H880 L860 800 Q856 822 830 822 H170 Q144 822 140 800Z",
            BEECH.base,
            (BEECH.light, "M110 690 H230 L240 830 H130Z"),
            (BEECH.dark, "M760 690 H890 V830 H740Z"),
        ),
        rect(100, 676, 800, 40, BEECH.light, 10),
        rect(640, 676, 260, 40, BEECH.base, 10),
        two(
            "M180 560 H820 V680 H180Z",
            "#B9654A",
            ("#CE8468", "M170 550 H270 V690 H170Z"),
            ("#954B33", "M720 550 H830 V690 H720Z"),
        ),
        two(
            "M180 440 L250 390 H750 L820 440 V570 H180Z",
            "#A9B2B7",
            ("#C6CDD1", "M180 440 L250 390 H750 L820 440Z"),
            ("#8A959B", "M720 440 H830 V580 H720Z"),
            ("#B9C1C6", "M170 440 H270 V580 H170Z"),
        ),
        *(
            two(f"M{x} {y} q-{r} {r * 1.3} 0 {r * 1.9} q{r} -{r * 0.6} 0 -{r * 1.9}Z", "#7EB9D2")
            for x, y, r in ((330, 400, 16), (700, 402, 14))
        ),
        ellipse(420, 416, 60, 9, "#8FC4DA", opacity=0.7),
        ellipse(590, 410, 40, 7, "#8FC4DA", opacity=0.7),
        line("M300 440 v60", "#6FA9C4", 8),
        circle(300, 512, 10, "#6FA9C4"),
        label(500, 640, 44, "1000", "#E9C9B8"),
        label(500, 530, 44, "4000", "#D9DFE2"),
    )


def halfpenny_spork_knife_set() -> Drawing:
    """Indigo canvas roll open with knife, fork and spoon."""
    return Drawing(
        "camp",
        ground(500, 856, 330, 26),
        two(
            (
                "M230 330 Q230 300 260 300 H740 Q770 300 770 330 V840 Q770 856 "
                "740 856 H260 Q230 856 230 840Z"
            ),
            INDIGO.base,
            (INDIGO.light, "M220 290 H300 V860 H220Z"),
            (INDIGO.dark, "M690 290 H780 V860 H690Z"),
        ),
        rect(300, 180, 52, 460, BLADE.base, 14),
        rect(334, 180, 18, 460, BLADE.dark),
        path("M300 240 C290 160 320 110 352 120 V300 H300Z", BLADE.base),
        *(rect(440 + i * 26, 140, 14, 150, BLADE.base, 7) for i in range(4)),
        path("M440 250 H532 Q532 330 502 350 V640 H470 V350 Q440 330 440 250Z", BLADE.base),
        path("M502 250 H532 Q532 330 502 350 V640 H492 V330Z", BLADE.dark),
        ellipse(650, 215, 58, 88, BLADE.base),
        ellipse(650, 215, 40, 68, BLADE.dark),
        rect(634, 290, 32, 350, BLADE.base),
        rect(652, 290, 14, 350, BLADE.dark),
        two(
            "M230 540 H770 V856 H260 Q230 856 230 840Z",
            INDIGO.light,
            (INDIGO.base, "M420 530 H780 V860 H420Z"),
            (INDIGO.dark, "M700 530 H780 V860 H700Z"),
        ),
        line("M230 552 H770", "#C9B891", 6, stroke_dasharray="18 12"),
        line("M395 552 V840 M565 552 V840 M705 552 V840", "#243A5B", 6),
        circle(500, 780, 30, "#E6CFA0"),
        circle(490, 780, 5, "#8A6A3A"),
        circle(510, 780, 5, "#8A6A3A"),
        label(320, 800, 44, "½", "#C9B891"),
    )


DRAWINGS: dict[str, Draw] = {
    "quillon-mt-8": quillon_mt_8,
    "ember-and-tine-folding-saw": ember_and_tine_folding_saw,
    "thornhythe-two-step-stone": thornhythe_two_step_stone,
    "halfpenny-spork-knife-set": halfpenny_spork_knife_set,
}
