"""The second views of garden tools: near, at work, side by side."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import LEAF, STEEL, Tones, tones
from shop.demo.drawing.parts.garden import dandelion, leaf, secateurs, spare_blade, trowel, weeder
from shop.demo.drawing.parts.gloves import gauntlet_glove
from shop.demo.drawing.scene import Draw, Drawing, ground

RED = tones("Red")
SOIL = Tones("#6B4F38", "#543C29", "#836349")


def _bed(top: int, *, stones: bool = True) -> str:
    """Draw the bed cut open, so that one sees what goes on below."""
    crumbs = (
        (90, 60, 22),
        (250, 170, 16),
        (880, 80, 26),
        (760, 210, 18),
        (620, 120, 12),
        (130, 240, 14),
    )
    return joined(
        (
            rect(-10, top, 1020, 1010 - top, SOIL.base),
            path(
                f"M-10 {top} q60 -26 130 -6 t150 0 t160 0 t170 0 t160 0 t260 6 V{top + 34} H-10Z",
                SOIL.light,
            ),
            rect(-10, top + 190, 1020, 1010 - top, SOIL.dark, opacity=0.5),
            *(ellipse(x, top + y, r * 1.3, r, "#9A8B78") for x, y, r in crumbs if stones),
        )
    )


def thornhythe_secateurs_18_detail() -> Drawing:
    """Draw the 18 closed beside the larger 21."""
    return Drawing(
        "garden",
        ground(310, 850, 160, 16),
        ground(690, 850, 180, 16),
        group("translate(310 560)", secateurs(RED, opened=2, scale=0.82)),
        group("translate(690 526)", secateurs(RED, opened=2, scale=0.98)),
        *(
            circle(x, 906, 42, "#F4EAD3") + label(x, 922, 42, number, "#96291C")
            for x, number in ((310, "18"), (690, "21"))
        ),
    )


def thornhythe_spare_blade_21_detail() -> Drawing:
    """Draw the blade going on: blade, nut and a spanner in line with the pivot."""
    spanner = two(
        "M-30 -20 H210 Q240 -76 300 -70 L276 -24 L292 0 L276 "
        "24 L300 70 Q240 76 210 24 H-30 Q-60 0 -30 -20Z",
        STEEL.base,
        (STEEL.light, "M-60 -80 H310 V-10 H-60Z"),
        (STEEL.dark, "M-60 12 H310 V80 H-60Z"),
    )
    return Drawing(
        "garden",
        group("translate(300 500) rotate(-14) scale(1.15)", secateurs(RED, opened=18)),
        group("translate(330 -92) scale(.8)", spare_blade()),
        line("M336 500 H860", "#59646A", 6, stroke_dasharray="4 18"),
        group(
            "translate(800 500)",
            path("M0 -56 L48 -28 V28 L0 56 L-48 28 V-28Z", "#A9B2B7"),
            path("M0 -56 L48 -28 V28 L0 56Z", STEEL.dark),
            circle(0, 0, 22, "#59646A"),
        ),
        group("translate(936 742) rotate(-118) scale(.9)", spanner),
        ground(520, 880, 330, 20),
    )


def thornhythe_tide_trowel_detail() -> Drawing:
    """Draw the marked blade in an opened bed, setting a tulip bulb at ten centimetres."""
    bulb = group(
        "translate(690 760)",
        line("M-30 60 q-10 40 -40 54 M0 66 v54 M30 60 q10 40 40 54", "#E6D8B8", 7),
        two(
            "M0 -120 C20 -70 84 -50 84 10 C84 60 40 70 0 70 "
            "C-40 70 -84 60 -84 10 C-84 -50 -20 -70 0 -120Z",
            "#B9783F",
            ("#D39A5E", "M-90 -60 H-34 Q-50 20 -20 80 H-90Z"),
            ("#8F5828", "M40 -60 H100 V80 H20 Q64 20 40 -60Z"),
        ),
        line("M0 -110 C-20 -40 -24 20 -10 60 M0 -110 C30 -40 34 20 20 60", "#8F5828", 5),
    )
    return Drawing(
        "garden",
        _bed(560, stones=False),
        group("translate(-170 -60) scale(1.1)", trowel()),
        bulb,
        line("M820 566 V690 M800 566 H840 M800 690 H840", "#F4EAD3", 8),
        label(910, 642, 38, "10 cm", "#F4EAD3"),
    )


def thornhythe_dock_weeder_detail() -> Drawing:
    """Draw the fork below ground, under the long root of a dandelion."""
    return Drawing(
        "garden",
        _bed(520),
        dandelion(600, 520, 1.15),
        group("translate(130 170) rotate(-8 360 500) scale(.92)", weeder()),
    )


def okapi_lane_bramble_gloves_detail() -> Drawing:
    """Draw one gauntlet from near, bramble canes with thorns and berries across it."""
    glove = gauntlet_glove(tones("Tan"), Tones("#E2C79C", "#C4A472", "#F0DEC0"), "#E8742F")
    cane = "M-20 300 C200 380 420 260 640 330 C820 390 900 300 1020 330"
    thorns = (
        (90, 330, 0),
        (230, 340, 180),
        (360, 304, 0),
        (520, 302, 180),
        (660, 340, 0),
        (790, 352, 180),
        (900, 326, 0),
    )
    berries = (
        (170, 450),
        (206, 470),
        (188, 500),
        (150, 486),
        (860, 420),
        (894, 440),
        (870, 470),
        (836, 452),
    )
    return Drawing(
        "garden",
        ground(520, 880, 230, 18),
        group("translate(210 20)", glove),
        line(cane, "#6E5A3A", 30),
        line(cane, "#8C7550", 9),
        *(
            group(f"translate({x} {y}) rotate({angle})", path("M-14 -6 L4 -44 L14 -6Z", "#A8433F"))
            for x, y, angle in thorns
        ),
        leaf(300, 320, 120),
        leaf(120, 340, -120, scale=0.9),
        leaf(740, 350, 60),
        leaf(840, 340, -60, scale=0.9),
        line("M170 350 V450 M860 350 V420", LEAF.dark, 8),
        *(circle(x, y, 24, "#3E2A44") + circle(x - 7, y - 7, 7, "#7C6288") for x, y in berries),
    )


def halfpenny_twine_tin_detail() -> Drawing:
    """Draw the tin open from above: the ball of jute, and the lid with its cutting notch."""
    threads = joined(
        line(d, "#A3813F", 7)
        for d in (
            "M180 600 Q330 480 520 560",
            "M170 650 Q340 540 560 630",
            "M190 710 Q350 620 560 700",
            "M240 770 Q390 690 540 750",
            "M250 500 Q300 650 260 790",
            "M330 470 Q390 640 350 810",
            "M430 480 Q480 640 450 800",
        )
    )
    return Drawing(
        "garden",
        ground(380, 860, 300, 40),
        ellipse(366, 670, 286, 220, "#436B4F"),
        ellipse(366, 650, 286, 220, "#83AB8D"),
        ellipse(366, 650, 258, 196, "#2F4C38"),
        two(
            "M136 650 a230 172 0 0 1 460 0 a230 172 0 0 1 -460 0Z",
            "#C9A566",
            ("#E0C48C", "M130 480 H290 Q200 640 260 830 H130Z"),
            ("#B08C4C", "M470 480 H610 V830 H420 Q560 660 470 480Z"),
            threads,
        ),
        line("M420 520 C520 420 640 470 700 400", "#C9A566", 18),
        line("M420 520 C520 420 640 470 700 400", "#A3813F", 18, stroke_dasharray="7 15"),
        ground(770, 470, 180, 24),
        ellipse(762, 330, 200, 150, "#436B4F"),
        ellipse(756, 316, 200, 150, "#83AB8D"),
        ellipse(756, 316, 172, 126, "#6F9A7A"),
        ellipse(700, 392, 26, 18, "#23382A"),
        path("M930 290 l44 10 l-30 34Z", STEEL.light),
        path("M940 296 l24 6 l-16 18Z", STEEL.dark),
    )


DRAWINGS: dict[str, Draw] = {
    "thornhythe-secateurs-18-detail": thornhythe_secateurs_18_detail,
    "thornhythe-spare-blade-21-detail": thornhythe_spare_blade_21_detail,
    "thornhythe-tide-trowel-detail": thornhythe_tide_trowel_detail,
    "thornhythe-dock-weeder-detail": thornhythe_dock_weeder_detail,
    "okapi-lane-bramble-gloves-detail": okapi_lane_bramble_gloves_detail,
    "halfpenny-twine-tin-detail": halfpenny_twine_tin_detail,
}
