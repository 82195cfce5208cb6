"""The longer saw, spare blades, and a strop."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import ASH, BEECH, BLADE, CARD, STEEL, Tones, tones
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.surfaces import BARK, topped
from shop.demo.drawing.parts.washing import hand
from shop.demo.drawing.scene import Draw, Drawing, ground

EMBER = tones("Ember red")
LEATHER = tones("Tan")
PASTE = Tones("#4F8A4E", "#38683A", "#74AC6C")
MOSS = tones("Moss")
SKIN = Tones("#D9A67E", "#BC8660", "#E9C09C")


def saw_blade(length: float, *, tooth: float = 20) -> str:
    """Draw a straight saw blade from 0 to the right, its teeth below."""
    count = int((length - 60) / tooth)
    teeth = f"M40 0 {f'l{tooth / 2} {tooth} l{tooth / 2} -{tooth} ' * count}Z"
    return "".join(
        (
            path(teeth, BLADE.dark),
            two(
                f"M0 -70 H{length - 20} Q{length + 10} -50 {length - 20} -20 L{length - 40} 4 "
                "H0 Q-40 0 -40 -34 Q-40 -70 0 -70Z",
                BLADE.base,
                (BLADE.light, f"M-50 -80 H{length + 20} V-50 H-50Z"),
                (BLADE.dark, f"M-50 -14 H{length + 20} V10 H-50Z"),
            ),
            circle(-4, -34, 16, BLADE.dark),
            circle(-4, -34, 10, "#B9CAB4"),
        )
    )


def saw_handle(length: float) -> str:
    """Draw the red handle of a saw from its screw at 0 0 to the left."""
    n = length
    return "".join(
        (
            topped(
                f"M30 -60 Q60 -56 60 -20 V20 Q60 52 20 56 L-{n * 0.4} 62 Q-{n * 0.7} 70 "
                f"-{n * 0.9} 96 Q-{n + 10} 110 -{n} 30 Q-{n - 6} -30 -{n * 0.86} -34 "
                f"L-{n * 0.3} -58Z",
                EMBER,
                (-60, 100),
                *(
                    line(f"M-{n * t:.0f} -30 l-14 82", "#23282B", 11, opacity=0.5)
                    for t in (0.36, 0.46, 0.56, 0.66, 0.76)
                ),
            ),
            circle(10, 0, 26, STEEL.dark),
            circle(7, -3, 20, STEEL.base),
            line("M-4 2 L20 -8", STEEL.dark, 7),
            circle(-n * 0.93, 56, 13, "#DFE8DC"),
        )
    )


def ember_and_tine_bowsprit_24() -> Drawing:
    """Long red-handled saw, open, coarse teeth, on a mossy apple branch."""
    return Drawing(
        "camp",
        ground(500, 880, 380, 24),
        topped(
            "M-20 690 Q300 650 620 700 Q820 730 1020 690 V810 Q820 850 600 820 Q300 780 -20 820Z",
            BARK,
            (660, 840),
        ),
        *(
            line(d, BARK.dark, 8)
            for d in ("M60 760 H220", "M500 770 Q620 790 700 784", "M800 760 H920")
        ),
        path(
            "M120 682 Q200 640 300 664 Q360 640 430 674 Q460 700 420 706 Q280 690 130 704Z",
            MOSS.base,
        ),
        path("M120 682 Q200 640 300 664 Q360 640 430 674 Q300 660 130 690Z", MOSS.light),
        path("M640 706 Q720 680 800 712 Q820 732 780 736 Q700 730 640 724Z", MOSS.base),
        path("M700 800 Q760 860 740 900 L800 900 Q800 850 770 800Z", BARK.base),
        *(
            path(f"M{x} {y} q30 -46 84 -20 q-20 50 -84 20Z", fill)
            for x, y, fill in ((820, 690, "#6E9A52"), (880, 660, "#8DB56E"), (790, 660, "#557C3C"))
        ),
        circle(900, 770, 44, "#C8402F"),
        circle(886, 756, 15, "#E06A58"),
        line("M900 728 q4 -24 16 -34", "#6B4A32", 7),
        group(
            "translate(400 560) rotate(-16)",
            saw_blade(560, tooth=26),
            saw_handle(360),
        ),
    )


def folded_saw(length: float) -> str:
    """Draw a folded saw, from 0 to the right: its blade shows along the edge."""
    return "".join(
        (
            rect(20, -46, length - 40, 60, BLADE.base, 8),
            rect(20, -46, length - 40, 18, BLADE.light, 8),
            topped(
                f"M0 -20 Q-10 50 30 66 L{length * 0.6} 78 Q{length - 10} 84 {length} 40 "
                f"Q{length + 6} -10 {length - 30} -22 H30 Q4 -34 0 -20Z",
                EMBER,
                (-30, 84),
                *(
                    line(f"M{length * t:.0f} -6 l-12 64", "#23282B", 11, opacity=0.5)
                    for t in (0.4, 0.5, 0.6, 0.7)
                ),
            ),
            circle(44, 20, 26, STEEL.dark),
            circle(41, 17, 20, STEEL.base),
            line("M30 22 L54 12", STEEL.dark, 7),
            circle(length - 36, 34, 13, "#DFE8DC"),
        )
    )


def ember_and_tine_bowsprit_24_detail() -> Drawing:
    """Long saw folded beside its shorter brother, a ruler between them."""
    ticks = joined(
        line(f"M{140 + i * 24} 500 v{34 if i % 5 == 0 else 20}", "#6B4A32", 4) for i in range(31)
    )
    return Drawing(
        "camp",
        ground(500, 400, 400, 18, 0.1),
        ground(500, 590, 430, 16, 0.1),
        ground(400, 800, 310, 18),
        group("translate(90 310)", folded_saw(810)),
        topped("M100 496 H900 V584 H100Z", BEECH, (496, 584), ticks),
        *(label(x, 570, 30, t, "#6B4A32") for x, t in ((260, "10"), (500, "20"), (740, "30"))),
        group("translate(90 710)", folded_saw(620)),
    )


def ember_and_tine_bowsprit_blade() -> Drawing:
    """Bare steel blade with fine teeth and a screw hole, half out of a card sleeve."""
    return Drawing(
        "camp",
        ground(500, 700, 400, 22),
        group(
            "rotate(-12 500 520)",
            group("translate(140 570) scale(1.25)", saw_blade(560, tooth=14)),
            topped("M470 430 H900 V640 H470Z", CARD, (430, 640)),
            path("M470 430 H500 Q480 535 500 640 H470Z", CARD.dark),
            path("M470 430 Q520 535 470 640", CARD.dark),
            rect(590, 476, 220, 116, "#F4EAD3", 10),
            label(700, 528, 44, "E&amp;T", "#9C2F1F"),
            label(700, 574, 32, "18 cm", "#6B4A32"),
        ),
    )


def ember_and_tine_bowsprit_blade_detail() -> Drawing:
    """Two blades, the longer with coarser teeth; a coin turns a red handle's screw."""
    return Drawing(
        "camp",
        ground(500, 700, 420, 16, 0.1),
        ground(440, 890, 330, 16, 0.1),
        group("translate(640 250) scale(1.5)", saw_handle(400)),
        ellipse(655, 190, 22, 76, "#8E6A22", transform="rotate(24 655 190)"),
        ellipse(648, 186, 20, 74, "#C99A3E", transform="rotate(24 648 186)"),
        ellipse(644, 184, 11, 56, "#E6C06B", transform="rotate(24 644 184)"),
        line("M760 150 C800 200 800 280 760 330", "#F6F1DE", 14),
        path("M780 346 L722 340 L766 296Z", "#F6F1DE"),
        group("translate(120 640) scale(1.3)", saw_blade(600, tooth=28)),
        group("translate(120 840) scale(1.3)", saw_blade(460, tooth=15)),
    )


def thornhythe_strop() -> Drawing:
    """Beech paddle strop with a tan leather face, green paste on it, green streaks."""
    return Drawing(
        "camp",
        ground(500, 760, 430, 24),
        group(
            "rotate(-14 500 560)",
            topped(
                "M60 560 Q50 530 90 524 L280 500 H920 Q946 500 946 526 V656 Q946 682 920 682 "
                "H280 L90 656 Q50 650 60 620Z",
                BEECH,
                (500, 682),
            ),
            circle(116, 590, 17, "#B9CAB4"),
            topped(
                "M300 486 H924 Q940 486 940 502 V632 Q940 650 924 650 H300Z",
                LEATHER,
                (486, 650),
                dark=0.2,
            ),
            line("M316 500 H920 V634 H316Z", LEATHER.dark, 4, stroke_dasharray="12 9"),
            *(
                line(d, PASTE.base, 15, opacity=0.75)
                for d in (
                    "M360 540 L560 524",
                    "M400 580 L660 560",
                    "M520 610 L800 590",
                    "M700 540 L860 530",
                )
            ),
            *(
                line(d, PASTE.light, 7, opacity=0.8)
                for d in (
                    "M420 560 L520 552",
                    "M600 600 L720 590",
                    "M380 612 L470 606",
                )
            ),
            patch(166, 556, "TH", ground="#F4EAD3", print_=BEECH.dark, width=80),
        ),
        group(
            "translate(610 440) rotate(12)",
            topped(
                "M0 0 H220 Q236 0 236 16 V74 Q236 90 220 90 H0 Q-14 90 -14 74 V16 Q-14 0 0 0Z",
                PASTE,
                (0, 90),
            ),
            path("M120 -2 H224 Q240 0 240 16 V74 Q240 90 224 92 H120Z", "#F4EAD3"),
            path("M120 62 H240 V74 Q240 90 224 92 H120Z", "#D9CBA9"),
            line("M146 30 H214 M146 50 H190", "#8A6A3A", 6),
        ),
    )


def thornhythe_strop_detail() -> Drawing:
    """Ash-handled knife drawn spine first along the tan leather, from the side."""
    return Drawing(
        "camp",
        topped("M-20 700 H1020 V800 H-20Z", BEECH, (700, 800)),
        topped("M-20 640 H1020 V704 H-20Z", LEATHER, (640, 704)),
        rect(-20, 632, 1040, 14, PASTE.base, opacity=0.6),
        *(line(f"M{x} 640 h70", PASTE.light, 7) for x in (60, 260, 330, 700, 860)),
        line("M-20 664 H1020", LEATHER.dark, 4, stroke_dasharray="14 10"),
        group(
            "translate(420 610) rotate(-9)",
            two(
                "M-300 16 Q-240 -58 -120 -74 H130 V26 H-200 Q-270 28 -300 16Z",
                BLADE.base,
                (BLADE.light, "M-320 -80 H140 V-44 H-320Z"),
                (BLADE.dark, "M-320 4 H140 V40 H-320Z"),
            ),
            topped(
                "M120 -80 Q200 -110 300 -92 Q430 -70 520 -88 Q560 -80 560 -20 Q560 40 520 46 "
                "Q420 34 300 52 Q200 64 120 34 Q108 -20 120 -80Z",
                ASH,
                (-104, 60),
            ),
            line("M220 -30 Q340 -20 480 -34 M260 10 Q360 20 460 8", ASH.dark, 5),
            rect(112, -84, 18, 122, "#8A5F3D", 4),
        ),
        group("translate(760 500) rotate(-9) scale(1.12)", hand(tones("Lovat green"), skin=SKIN)),
        line("M240 430 H560", "#F6F1DE", 18),
        path("M590 430 L540 398 V462Z", "#F6F1DE"),
    )


DRAWINGS: dict[str, Draw] = {
    "ember-and-tine-bowsprit-24": ember_and_tine_bowsprit_24,
    "ember-and-tine-bowsprit-24-detail": ember_and_tine_bowsprit_24_detail,
    "ember-and-tine-bowsprit-blade": ember_and_tine_bowsprit_blade,
    "ember-and-tine-bowsprit-blade-detail": ember_and_tine_bowsprit_blade_detail,
    "thornhythe-strop": thornhythe_strop,
    "thornhythe-strop-detail": thornhythe_strop_detail,
}
