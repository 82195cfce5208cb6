"""Secateurs and their spare blades."""

from shop.demo.drawing.canvas import circle, group, line, path, rect
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.garden import leaf, secateurs, spare_blade
from shop.demo.drawing.scene import Draw, Drawing, ground

STEEL = Tones("#C3CBCF", "#8E9AA0", "#E4E9EB")
RED = tones("Red")


def thornhythe_secateurs_21() -> Drawing:
    """Red-handled bypass secateurs, open."""
    return Drawing(
        "garden",
        ground(500, 862, 300, 22),
        line("M180 300 C300 280 360 260 470 190", "#7A6A3F", 24),
        leaf(260, 282, -60),
        leaf(320, 270, 40),
        leaf(210, 296, -110, scale=0.8),
        group("translate(520 480) rotate(8)", secateurs(RED, opened=17, scale=1.22)),
    )


def thornhythe_secateurs_18() -> Drawing:
    """Small red secateurs, closed, beside a cut rose."""
    return Drawing(
        "garden",
        ground(480, 860, 300, 22),
        group("translate(380 520) rotate(-10)", secateurs(RED, opened=3)),
        line("M700 850 C720 700 690 600 710 460", "#5C7F42", 16),
        leaf(706, 640, -30),
        leaf(712, 720, -150, scale=0.9),
        leaf(700, 560, 200, scale=0.7),
        circle(712, 400, 92, "#C84A58"),
        path("M640 340 C680 300 760 300 790 350 C770 420 680 430 640 340Z", "#DB6B75"),
        path(
            (
                "M626 390 C650 470 760 480 800 400 C800 460 760 500 710 494 "
                "C660 490 620 450 626 390Z"
            ),
            "#A83445",
        ),
        path("M680 350 C720 330 760 350 748 390 C730 410 690 400 680 350Z", "#C84A58"),
        line("M700 372 q20 -16 34 2 q-6 18 -22 10", "#A83445", 7),
    )


def thornhythe_spare_blade_21() -> Drawing:
    """Spare secateurs blade with a spiral spring and a nut."""
    return Drawing(
        "garden",
        ground(480, 838, 320, 24),
        spare_blade(),
        *(
            line(f"M{540 + i * 26} {790 - i * 2} q30 -70 34 0 q-4 60 -22 20", "#6B757B", 13)
            for i in range(6)
        ),
        line("M520 810 q-20 10 -30 30 M710 780 q30 0 40 -30", "#6B757B", 13),
        group(
            "translate(790 800) scale(.9)",
            path("M0 -56 L48 -28 V28 L0 56 L-48 28 V-28Z", "#A9B2B7"),
            path("M0 -56 L48 -28 V28 L0 56Z", STEEL.dark),
            circle(0, 0, 26, "#59646A"),
            circle(0, 0, 18, "#3A4248"),
        ),
        group(
            "translate(560 560) rotate(-8)",
            rect(0, 0, 180, 120, "#F4EAD3", 6),
            line("M26 80 C50 30 80 30 100 84 M26 84 H110", "#8A7A56", 6),
            line("M130 40 V90 M112 74 L130 92 L148 74", "#C8402F", 6),
        ),
    )


def thornhythe_secateurs_21_detail() -> Drawing:
    """Near view of the pivot nut, sap groove and spring of the secateurs."""
    return Drawing(
        "garden", group("translate(480 420) rotate(10)", secateurs(RED, opened=15, scale=3))
    )


DRAWINGS: dict[str, Draw] = {
    "thornhythe-secateurs-21": thornhythe_secateurs_21,
    "thornhythe-secateurs-18": thornhythe_secateurs_18,
    "thornhythe-spare-blade-21": thornhythe_spare_blade_21,
    "thornhythe-secateurs-21-detail": thornhythe_secateurs_21_detail,
}
