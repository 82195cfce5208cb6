"""Secateurs, hand tools, watering cans and what protects the hands."""

import math

from shop.demo.drawing.canvas import circle, ellipse, group, label, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.garden import dandelion, soil_heap, trowel, weeder
from shop.demo.drawing.parts.gloves import gauntlet_glove, pair
from shop.demo.drawing.scene import Draw, Drawing, ground

STEEL = Tones("#C3CBCF", "#8E9AA0", "#E4E9EB")
ASH = Tones("#D9B27C", "#B28850", "#EBCFA4")
ZINC = tones("Zinc")
BRAMBLE = gauntlet_glove(tones("Tan"), Tones("#E2C79C", "#C4A472", "#F0DEC0"), "#E8742F")


def thornhythe_tide_trowel() -> Drawing:
    """Stainless steel hand trowel with an ash handle, stuck in soil."""
    return Drawing(
        "garden",
        ground(500, 870, 300, 16),
        trowel(),
        soil_heap(),
    )


def thornhythe_dock_weeder() -> Drawing:
    """Long forked weeding tool with an ash handle and an uprooted dandelion."""
    return Drawing(
        "garden",
        ground(480, 862, 320, 20),
        weeder(),
        dandelion(690, 560),
    )


def halfpenny_watering_can() -> Drawing:
    """Galvanised watering can with a long spout and brass rose, pouring."""
    return Drawing(
        "garden",
        ground(560, 862, 290, 24),
        *(
            line(
                f"M{118 - i * 9 + k * 4} {400 + i * 10 + k * 78 + i % 2 * 30} l-3 26",
                "#7EB9D2",
                9,
                opacity=0.85,
            )
            for i in range(6)
            for k in range(4)
        ),
        line("M450 760 L170 390", "#848F94", 46),
        line("M442 752 L164 386", "#AEB9BD", 24),
        line("M300 560 L450 500", ZINC.dark, 14),
        group(
            "translate(138 360) rotate(-38)",
            two(
                "M-64 -16 Q0 -50 64 -16 L40 50 H-40Z",
                "#C99A3E",
                ("#E6C06B", "M-70 -50 H-24 L-20 60 H-70Z"),
                ("#9C7222", "M26 -50 H70 V60 H22Z"),
            ),
            ellipse(0, -18, 64, 18, "#E6C06B"),
            *(
                circle(x, -18 + y, 4, "#9C7222")
                for x, y in (
                    (-40, 0),
                    (-20, -6),
                    (0, -9),
                    (20, -6),
                    (40, 0),
                    (-20, 6),
                    (0, 8),
                    (20, 6),
                )
            ),
        ),
        line("M470 470 C480 240 720 230 760 330 C850 400 850 640 750 740", "#848F94", 30),
        line("M466 466 C478 250 712 236 750 326", "#D3DADD", 9),
        two(
            "M430 470 H770 V820 Q770 862 600 862 Q430 862 430 820Z",
            ZINC.base,
            (ZINC.light, "M420 460 H500 V870 H420Z"),
            (ZINC.dark, "M690 460 H780 V870 H690Z"),
        ),
        ellipse(600, 470, 170, 38, ZINC.dark),
        two("M430 470 A170 38 0 0 1 600 432 V508 A170 38 0 0 1 430 470Z", ZINC.light),
        ellipse(650, 474, 100, 20, "#59646A"),
        *(rect(430, y, 340, 10, ZINC.dark, 4, opacity=0.8) for y in (560, 760)),
        label(600, 690, 60, "½", "#848F94"),
    )


def okapi_lane_bramble_gloves() -> Drawing:
    """Pair of tan leather gauntlet gloves with orange edging."""
    return Drawing("garden", ground(500, 880, 350, 20), *pair(BRAMBLE, BRAMBLE, y=20))


def halfpenny_twine_tin() -> Drawing:
    """Round tin with jute twine running out through the lid."""
    return Drawing(
        "garden",
        ground(480, 858, 270, 24),
        line(
            ("M480 470 C500 330 640 300 700 380 C760 470 640 560 700 640 C760 720 860 700 840 840"),
            "#C9A566",
            17,
        ),
        line(
            ("M480 470 C500 330 640 300 700 380 C760 470 640 560 700 640 C760 720 860 700 840 840"),
            "#A3813F",
            17,
            stroke_dasharray="7 15",
        ),
        two(
            "M250 500 H710 V800 Q710 858 480 858 Q250 858 250 800Z",
            "#5F8A6A",
            ("#83AB8D", "M240 490 H340 V870 H240Z"),
            ("#436B4F", "M610 490 H720 V870 H610Z"),
        ),
        ellipse(480, 500, 230, 58, "#436B4F"),
        ellipse(480, 484, 236, 60, "#83AB8D"),
        ellipse(480, 480, 214, 50, "#6F9A7A"),
        ellipse(480, 474, 26, 10, "#23382A"),
        path("M690 470 l30 6 l-22 22Z", "#C3CBCF"),
        rect(340, 610, 280, 150, "#F4EAD3", 10),
        label(480, 680, 44, "80 m", "#436B4F"),
        line("M380 712 q20 -16 40 0 t40 0 t40 0 t40 0 t40 0", "#A3813F", 6),
        label(480, 752, 24, "½", "#8A7A56"),
    )


def halfpenny_watering_can_detail() -> Drawing:
    """Brass rose of the watering can screwed off, with its perforated face."""
    return Drawing(
        "garden",
        ground(480, 850, 330, 24),
        two(
            "M540 640 L1000 420 V600 L590 790Z",
            "#AEB9BD",
            ("#D3DADD", "M530 630 L1000 410 V470 L560 690Z"),
            ("#848F94", "M1000 560 V610 L590 800 L580 760Z"),
        ),
        ellipse(566, 716, 48, 80, "#848F94", transform="rotate(-25 566 716)"),
        ellipse(562, 714, 34, 62, "#59646A", transform="rotate(-25 562 714)"),
        *(line(f"M{600 + i * 24} {632 - i * 12} l46 118", "#848F94", 7) for i in range(4)),
        two(
            "M170 420 L330 560 L420 650 L380 760 L280 800 L160 780Z",
            "#C99A3E",
            ("#E6C06B", "M160 410 L340 560 L300 640 L150 560Z"),
            ("#9C7222", "M300 810 L420 650 L380 770Z"),
        ),
        ellipse(240, 590, 170, 214, "#9C7222", transform="rotate(8 240 590)"),
        ellipse(232, 586, 158, 202, "#E6C06B", transform="rotate(8 232 586)"),
        ellipse(232, 586, 140, 184, "#D9AE4F", transform="rotate(8 232 586)"),
        *(
            circle(
                round(232 + math.cos(a * math.tau / n) * r * 0.78),
                round(586 + math.sin(a * math.tau / n) * r),
                9,
                "#7A5714",
            )
            for r, n in ((0, 1), (50, 6), (100, 12), (150, 18))
            for a in range(n)
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "thornhythe-tide-trowel": thornhythe_tide_trowel,
    "thornhythe-dock-weeder": thornhythe_dock_weeder,
    "halfpenny-watering-can": halfpenny_watering_can,
    "okapi-lane-bramble-gloves": okapi_lane_bramble_gloves,
    "halfpenny-twine-tin": halfpenny_twine_tin,
    "halfpenny-watering-can-detail": halfpenny_watering_can_detail,
}
