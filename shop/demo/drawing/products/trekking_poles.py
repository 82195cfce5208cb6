"""Walking poles and what goes on their ends."""

from shop.demo.drawing.canvas import circle, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.pole import (
    child_stick,
    crossed,
    pole,
    rubber_tip,
    snow_basket,
    t_grip,
    tube,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

BRACKEN = tones("Bracken")
SOOT = tones("Soot")
LICHEN = Tones("#8FA23F", "#6D7E27", "#B1C166")
FOAM = Tones("#4B5257", "#33393D", "#6B757B")
BLACKBERRY = tones("Blackberry")
ICE = Tones("#7FB4CF", "#5A92B0", "#A9D0E3")
RAINBOW = ("#D9533F", "#E88B3A", "#F0C23E", "#5FA35B", "#3F86B5", "#7A5BA6")
STICK = child_stick(0, 0, 600, RAINBOW, tones("Parrot"))


def _snow_pole(loop: str) -> str:
    """Draw one Drift pole: the left and the right are told apart by their loops."""
    grip = Tones("#33454F", "#22313A", "#4E6571")
    return pole(
        0, 0, 700, ICE, grip=grip, basket=74, clamps=(0.62,), width=32, foam="#33454F", loop=loop
    )


def fellgarth_crook_aluminium() -> Drawing:
    """Pair of bracken-orange trekking poles with cork grips, tips together."""
    return Drawing(
        "wear",
        ground(500, 880, 250, 20),
        crossed(
            pole(0, 0, 740, BRACKEN), pole(0, 0, 740, BRACKEN), foot=740, y=140, gap=280, lean=11
        ),
    )


def fellgarth_crook_carbon() -> Drawing:
    """Pair of black carbon trekking poles with cork grips, one standing and one leaning."""
    return Drawing(
        "wear",
        ground(520, 886, 230, 20),
        pole(400, 110, 880, SOOT),
        group("translate(610 112) rotate(7 0 770)", pole(0, 0, 770, SOOT)),
    )


def quillon_z_118() -> Drawing:
    """Folding carbon poles, one extended and one folded into a zigzag."""
    return Drawing(
        "wear",
        ground(500, 880, 260, 20),
        pole(
            330,
            120,
            876,
            LICHEN,
            grip=FOAM,
            foam=None,
            clamps=(0.45, 0.7),
            width=22,
            basket=18,
            lever=False,
        ),
        line("M540 560 C520 480 600 440 640 500", "#33393D", 6),
        tube((600, 840), (560, 470), LICHEN),
        tube((640, 470), (680, 850), LICHEN),
        tube((770, 846), (730, 480), LICHEN),
        rect(664, 840, 32, 30, "#33393D", 6),
        rect(590, 832, 26, 26, "#33393D", 6),
        rect(752, 838, 34, 26, "#33393D", 6),
        line("M560 470 Q600 420 640 470", "#E08A3C", 8),
        line("M680 856 Q730 900 770 856", "#E08A3C", 8),
        group(
            "translate(738 330) rotate(-5)",
            two(
                "M-24 10 Q-26 -18 6 -20 Q34 -18 26 16 L20 150 Q0 164 -20 150Z",
                FOAM.base,
                (FOAM.light, "M-40 -30 H-8 V170 H-40Z"),
                (FOAM.dark, "M12 -30 H50 V170 H12Z"),
            ),
            line("M14 0 C80 10 80 120 10 130", "#33393D", 11),
        ),
        rect(580, 640, 210, 34, "#E08A3C", 12),
        rect(580, 640, 210, 12, "#F0AA68", 6),
    )


def halfpenny_walking_pole_single() -> Drawing:
    """Single blackberry-coloured walking pole with a T-handle and rubber foot."""
    return Drawing(
        "wear",
        ground(500, 884, 150, 16),
        pole(
            500,
            130,
            850,
            BLACKBERRY,
            foam=None,
            clamps=(0.55,),
            handle=t_grip(500, 130),
            basket=12,
            width=36,
            lever=False,
        ),
        two(
            "M472 800 H528 L544 878 Q500 892 456 878Z",
            "#33393D",
            ("#4B5257", "M450 790 H484 V890 H450Z"),
        ),
        label(500, 460, 34, "½", "#E6D5E8"),
    )


def fellgarth_crook_snow_baskets() -> Drawing:
    """Two black snow baskets, one seen from above and one from the side."""
    return Drawing(
        "wear",
        ground(430, 806, 260, 30),
        ground(690, 836, 220, 20),
        snow_basket(400, 560, 240, 236),
        two(
            "M480 760 Q690 700 900 760 L880 800 Q690 760 500 800Z",
            "#3A4248",
            ("#59646A", "M470 700 H600 V810 H470Z"),
            ("#23282B", "M780 700 H910 V810 H780Z"),
        ),
        two(
            "M650 640 H730 L740 745 H640Z",
            "#4B5459",
            ("#6B757B", "M630 630 H670 V750 H630Z"),
            ("#2B3135", "M712 630 H750 V750 H712Z"),
        ),
        *(rect(646 - i * 2, 660 + i * 24, 88 + i * 4, 9, "#23282B", 4) for i in range(3)),
        line("M520 800 l-16 36 M600 780 l-8 40 M780 780 l8 40 M860 800 l16 36", "#3A4248", 13),
    )


def fellgarth_rubber_tips() -> Drawing:
    """Pair of black rubber pole tips with treaded soles."""
    return Drawing(
        "wear",
        ground(500, 842, 330, 26),
        group("translate(350 610)", rubber_tip()),
        group(
            "translate(680 700) rotate(-8)",
            two(
                (
                    "M-150 -40 Q-150 -120 -40 -120 H60 Q150 -120 150 -30 V60 Q140 "
                    "130 0 130 Q-150 130 -150 40Z"
                ),
                "#2B3135",
                ("#3A4248", "M-160 -130 H-40 V140 H-160Z"),
            ),
            *(
                joined(
                    (
                        rect(-110 + i * 56, -84, 38, 38, "#14171A", 8),
                        rect(-110 + i * 56, -24, 38, 38, "#14171A", 8),
                        rect(-110 + i * 56, 36, 38, 38, "#14171A", 8),
                    )
                )
                for i in range(4)
            ),
            circle(0, 5, 26, "#A9B2B7"),
            circle(0, 5, 11, "#59646A"),
        ),
    )


def skarholt_drift_snow_poles() -> Drawing:
    """Pair of ice-blue winter poles with wide baskets standing in snow."""
    return Drawing(
        "wear",
        crossed(_snow_pole("#E08A3C"), _snow_pole("#3E7BB0"), foot=700, y=120, gap=260, lean=6),
        path(
            (
                "M0 850 C90 790 210 800 270 790 C330 740 440 770 480 800 C560 "
                "740 700 750 740 800 C820 780 900 810 1000 860 V1000 H0Z"
            ),
            "#FFFFFF",
        ),
        path("M0 920 C200 860 330 880 480 862 C640 845 820 870 1000 900 V1000 H0Z", "#DCE8EF"),
        *(
            circle(x, y, 7, "#FFFFFF")
            for x, y in (
                (230, 260),
                (790, 300),
                (500, 200),
                (180, 520),
                (830, 560),
                (500, 480),
                (300, 640),
                (700, 660),
            )
        ),
    )


def okapi_lane_kid_sticks() -> Drawing:
    """Two short children's poles with rainbow rings and chunky grips."""
    return Drawing(
        "wear", ground(500, 862, 240, 20), crossed(STICK, STICK, foot=600, y=256, gap=240, lean=7)
    )


def fellgarth_crook_aluminium_detail() -> Drawing:
    """Near view of a cork grip with its loop and the lever clamp below."""
    return Drawing(
        "wear", group("translate(420 60) scale(2.5) rotate(4)", pole(0, 0, 740, BRACKEN))
    )


DRAWINGS: dict[str, Draw] = {
    "fellgarth-crook-aluminium": fellgarth_crook_aluminium,
    "fellgarth-crook-carbon": fellgarth_crook_carbon,
    "quillon-z-118": quillon_z_118,
    "halfpenny-walking-pole-single": halfpenny_walking_pole_single,
    "fellgarth-crook-snow-baskets": fellgarth_crook_snow_baskets,
    "fellgarth-rubber-tips": fellgarth_rubber_tips,
    "skarholt-drift-snow-poles": skarholt_drift_snow_poles,
    "okapi-lane-kid-sticks": okapi_lane_kid_sticks,
    "fellgarth-crook-aluminium-detail": fellgarth_crook_aluminium_detail,
}
