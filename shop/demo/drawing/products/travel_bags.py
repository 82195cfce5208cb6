"""Duffels, cases, cubes and the small things of a journey."""

from shop.demo.drawing.canvas import circle, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import tones
from shop.demo.drawing.parts.bags import duffel
from shop.demo.drawing.scene import Draw, Drawing, ground

HARBOUR = tones("Harbour blue")
OXBLOOD = tones("Oxblood")
MUSTARD = tones("Mustard")


def ferrywell_nightboat_40() -> Drawing:
    """Harbour blue duffel bag with a dark base and carrying handles."""
    return Drawing("wear", ground(500, 862, 320, 26), duffel(185, 520, 630, 340, HARBOUR))


def ferrywell_nightboat_70() -> Drawing:
    """Large harbour blue duffel bag with webbing ladders and two end handles."""
    return Drawing(
        "wear", ground(500, 872, 400, 28), duffel(105, 430, 790, 442, HARBOUR, daisy_chain=True)
    )


def ferrywell_gangway_trolley() -> Drawing:
    """Oxblood cabin trolley with two large rubber wheels and an extended handle."""
    return Drawing(
        "wear",
        ground(500, 884, 260, 22),
        line("M400 360 V130 M600 360 V130", "#A9B2B7", 20),
        line("M406 360 V130 M606 360 V130", "#7E898F", 6),
        rect(376, 100, 248, 46, "#33393D", 20),
        rect(376, 100, 248, 18, "#4B5257", 10),
        two(
            "M300 310 H700 Q730 310 730 345 V600 H270 V345 Q270 310 300 310Z",
            OXBLOOD.base,
            (OXBLOOD.light, "M260 300 H340 V610 H260Z"),
            (OXBLOOD.dark, "M640 300 H740 V610 H640Z"),
        ),
        two(
            "M262 590 H738 V800 Q738 850 690 850 H310 Q262 850 262 800Z",
            "#3E454A",
            ("#59646A", "M250 580 H336 V860 H250Z"),
            ("#2A3034", "M650 580 H750 V860 H650Z"),
        ),
        line("M270 596 H730", "#E8C77A", 6, stroke_dasharray="9 8"),
        *(line(f"M{x} 630 V820", "#2A3034", 9) for x in (360, 430, 500, 570, 640)),
        two(
            "M340 380 H660 V540 Q660 560 640 560 H360 Q340 560 340 540Z",
            OXBLOOD.light,
            (OXBLOOD.base, "M430 370 H670 V570 H430Z"),
            (OXBLOOD.dark, "M600 370 H670 V570 H600Z"),
        ),
        line("M350 400 H650", OXBLOOD.dark, 9),
        rect(620, 392, 14, 44, "#E8C77A", 5),
        rect(450, 450, 100, 56, "#F4EAD3", 8),
        label(500, 490, 36, "FW", OXBLOOD.base),
        line("M430 312 C430 268 570 268 570 312", "#33393D", 22),
        *(
            joined(
                (
                    circle(x, 838, 48, "#23282B"),
                    circle(x - 5, 833, 38, "#3A4248"),
                    circle(x, 838, 20, "#A9B2B7"),
                    path(f"M{x} {826} l10 6 v12 l-10 6 l-10 -6 v-12Z", "#59646A"),
                )
            )
            for x in (300, 700)
        ),
    )


def ferrywell_nightboat_40_detail() -> Drawing:
    """Mustard duffel standing upright with its shoulder straps out."""
    return Drawing(
        "wear",
        ground(500, 884, 260, 22),
        two(
            (
                "M330 260 Q330 190 400 180 H600 Q670 190 670 260 V830 Q670 884 "
                "610 884 H390 Q330 884 330 830Z"
            ),
            MUSTARD.base,
            (MUSTARD.light, "M320 170 H400 V890 H320Z"),
            (MUSTARD.dark, "M600 170 H680 V890 H600Z"),
            ("#33393D", "M320 780 H680 V890 H320Z"),
            ("#202528", "M600 780 H680 V890 H600Z"),
        ),
        line("M440 186 C440 130 560 130 560 186", "#202528", 20),
        *(
            joined(
                (
                    two(
                        (
                            f"M{x - 34} 280 Q{x} 250 {x + 34} 280 L{x + 40} 640 Q{x} 660 {x - 40} "
                            "640Z"
                        ),
                        "#3A4248",
                        ("#59646A", f"M{x - 50} 240 H{x - 16} V680 H{x - 50}Z"),
                        ("#23282B", f"M{x + 16} 240 H{x + 50} V680 H{x + 16}Z"),
                    ),
                    line(f"M{x} 650 L{x + (x - 500) * 3 // 4} 800", "#202528", 16),
                    rect(x - 26, 690, 52, 34, "#E08A3C", 8),
                )
            )
            for x in (420, 580)
        ),
        line("M350 330 H650", "#AC7F1C", 8),
        rect(446, 330, 108, 70, "#F4EAD3", 8),
        label(500, 380, 40, "FW", "#2F5D86"),
    )


def ferrywell_gangway_trolley_detail() -> Drawing:
    """Rubber wheel of the trolley with its single bolt and the key beside it."""
    return Drawing(
        "wear",
        two(
            "M0 200 H700 Q760 200 760 270 V560 H0Z",
            "#3E454A",
            ("#59646A", "M0 190 H60 V570 H0Z"),
            ("#2A3034", "M640 190 H770 V570 H640Z"),
        ),
        *(line(f"M{x} 230 V540", "#2A3034", 16) for x in (140, 260, 380)),
        line("M0 200 H700 Q756 204 760 270", "#E8C77A", 8, stroke_dasharray="14 12"),
        path("M440 420 Q440 360 520 360 H700 Q770 380 770 460 L740 620 H460Z", "#2A3034"),
        ground(600, 868, 230, 20),
        circle(600, 640, 226, "#1B1F22"),
        circle(590, 630, 206, "#33393D"),
        *(
            group(f"translate(600 640) rotate({a})", rect(-10, -222, 20, 30, "#14171A", 4))
            for a in range(0, 360, 20)
        ),
        circle(600, 640, 140, "#C9D0D4"),
        circle(592, 632, 126, "#E2E7E9"),
        circle(600, 640, 106, "#A9B2B7"),
        circle(600, 640, 62, "#59646A"),
        path("M600 596 l38 22 v44 l-38 22 l-38 -22 v-44Z", "#DDE2E5"),
        path("M600 596 l38 22 v44 l-38 22Z", "#A9B2B7"),
        circle(600, 640, 13, "#59646A"),
        line("M150 820 H330 V760", "#8E979C", 26),
        line("M150 812 H322", "#C9D0D4", 8),
    )


DRAWINGS: dict[str, Draw] = {
    "ferrywell-nightboat-40": ferrywell_nightboat_40,
    "ferrywell-nightboat-70": ferrywell_nightboat_70,
    "ferrywell-gangway-trolley": ferrywell_gangway_trolley,
    "ferrywell-nightboat-40-detail": ferrywell_nightboat_40_detail,
    "ferrywell-gangway-trolley-detail": ferrywell_gangway_trolley_detail,
}
