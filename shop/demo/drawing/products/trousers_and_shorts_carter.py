"""The Carter Shorts and the knee pads."""

from shop.demo.drawing.canvas import circle, group, joined, line, path, rect, two
from shop.demo.drawing.palette import Tones
from shop.demo.drawing.parts.dyes import BARK, SAIL
from shop.demo.drawing.parts.hand import finger
from shop.demo.drawing.parts.panel import Edge, panel
from shop.demo.drawing.parts.trousers import Trousers, initials
from shop.demo.drawing.scene import Draw, Drawing, ground

THREAD = "#C79C63"
BRASS = "#D9AE55"
PAD = Tones("#3C4247", "#25292C", "#596168")


def _pad(x: float, y: float, *, grooved: bool) -> str:
    """Draw a knee pad around a point, 250 wide and 366 high."""
    grooves = joined(
        line(f"M-140 {k} Q0 {k + 26} 140 {k}", PAD.dark, 15) for k in range(-96, 150, 46)
    )
    dots = joined(
        circle(a * 50 + (25 if b % 2 else 0), b * 44, 7, PAD.light)
        for a in range(-2, 3)
        for b in range(-3, 5)
    )
    return group(
        f"translate({x} {y})",
        two(
            "M-70 -183 H70 Q92 -180 98 -150 L125 60 V140 Q122 183 80 183 H-80 Q-122 183 -125 140 "
            "V60 L-98 -150 Q-92 -180 -70 -183Z",
            PAD.base,
            (PAD.light, "M-130 -190 H-56 Q-92 0 -84 190 H-130Z"),
            (PAD.dark, "M130 -190 H64 Q96 0 86 190 H130Z"),
            grooves if grooved else dots,
        ),
        line("M-66 -160 H66", PAD.light, 9),
    )


def dray_and_daughter_carter_shorts() -> Drawing:
    """Bark brown shorts with a wide turned hem."""
    cut = Trousers(BARK, waist=220, crotch=520, hem=770, hip=214, foot=262, gap=26)
    return Drawing(
        "wear",
        ground(500, 800, 280, 22),
        cut.inside(BARK.dark, dip=28),
        path("M300 330 l-54 18 q-14 54 6 80 l44 -8Z", BARK.light),
        path("M700 330 l54 18 q14 54 -6 80 l-44 -8Z", BARK.dark),
        cut.legs(),
        cut.band(deep=58),
        cut.loops(),
        cut.fly(BRASS, deep=150),
        cut.hand_pockets(THREAD, 6),
        two(
            "M662 380 L742 364 L754 520 L676 532Z",
            BARK.base,
            (BARK.dark, "M712 350 H770 V540 H724Z"),
        ),
        line("M664 384 L742 368", THREAD, 6, stroke_dasharray="10 8"),
        line("M466 548 L500 488 L534 548", BARK.dark, 5),
        cut.turn_ups(BARK, deep=0.15),
        cut.hems(THREAD, at=0.868, width=5),
        initials(330, 236),
    )


def dray_and_daughter_carter_shorts_detail() -> Drawing:
    """Faded sail white, from behind, one hem let down, a trowel in the pocket."""
    cut = Trousers(SAIL, waist=220, crotch=520, hem=750, hip=214, foot=256, gap=26)
    down: tuple[Edge, Edge] = (
        [(526, 742), (528, 812)],
        [(758, 742), (764, 812)],
    )
    trowel = group(
        "rotate(10 730 330)",
        rect(716, 170, 34, 130, "#B98250", 14),
        rect(738, 170, 12, 130, "#99683A", 6),
        rect(720, 286, 26, 22, "#D9AE55", 4),
        path("M728 300 h10 v40 h24 q8 80 -29 120 q-37 -40 -29 -120 h24Z", "#C3CBCF"),
    )
    return Drawing(
        "wear",
        ground(500, 830, 280, 22),
        panel(*down, Tones(SAIL.light, SAIL.base, SAIL.light), shade=0.56),
        line("M528 756 Q640 768 760 756", SAIL.dark, 7),
        line("M530 792 Q640 802 762 792", "#A89C80", 4, stroke_dasharray="11 8"),
        cut.legs(),
        cut.band(deep=58, rise=8),
        cut.loops(),
        cut.yoke(),
        cut.back_pockets(flap=True, y=34),
        trowel,
        two(
            "M674 396 L756 386 L770 540 L690 552Z",
            SAIL.base,
            (SAIL.dark, "M726 370 H790 V560 H738Z"),
        ),
        line("M676 400 L756 390", "#A89C80", 6, stroke_dasharray="10 8"),
        cut.turn_up(SAIL, right=False, deep=0.15),
        line("M250 662 Q370 676 470 668", "#A89C80", 5, stroke_dasharray="11 8"),
        initials(600, 226),
    )


def dray_and_daughter_carter_knee_pads() -> Drawing:
    """Pair of black foam pads, one from the front and one from behind."""
    return Drawing(
        "wear",
        ground(340, 812, 190, 18),
        ground(676, 826, 190, 18),
        group("rotate(-6 340 560) translate(340 560) scale(1.28)", _pad(0, 0, grooved=False)),
        group("rotate(7 676 580) translate(676 580) scale(1.28)", _pad(0, 0, grooved=True)),
        group("rotate(-6 340 560)", initials(300, 706)),
    )


def dray_and_daughter_carter_knee_pads_detail() -> Drawing:
    """One pad half pushed into the slot of bark brown trousers."""
    left: Edge = [(200, -10), (216, 320), (196, 700), (210, 1010)]
    right: Edge = [(800, -10), (790, 320), (810, 700), (800, 1010)]
    return Drawing(
        "wear",
        panel(left, right, BARK, lit=0.18, shade=0.8),
        path("M252 470 Q500 380 748 470 L730 540 Q500 580 270 540Z", "#2E2017"),
        group("translate(500 410) scale(1.5)", group("rotate(180)", _pad(0, 0, grooved=True))),
        two(
            "M244 470 Q500 600 756 470 L770 900 Q500 930 230 900Z",
            BARK.base,
            (BARK.light, "M244 470 Q300 506 360 524 Q340 700 350 930 H220Z"),
            (BARK.dark, "M756 470 Q710 500 660 520 Q690 700 676 930 H780Z"),
            line("M320 560 Q330 760 380 860 M680 560 Q670 760 620 860", BARK.dark, 8),
        ),
        line("M246 472 Q500 602 754 472", BARK.light, 13),
        line("M254 508 Q500 634 746 508", THREAD, 6, stroke_dasharray="16 11"),
        line("M240 876 Q500 906 760 876", THREAD, 6, stroke_dasharray="16 11"),
        finger(330, 380),
        finger(668, 380),
    )


DRAWINGS: dict[str, Draw] = {
    "dray-and-daughter-carter-shorts": dray_and_daughter_carter_shorts,
    "dray-and-daughter-carter-shorts-detail": dray_and_daughter_carter_shorts_detail,
    "dray-and-daughter-carter-knee-pads": dray_and_daughter_carter_knee_pads,
    "dray-and-daughter-carter-knee-pads-detail": dray_and_daughter_carter_knee_pads_detail,
}
