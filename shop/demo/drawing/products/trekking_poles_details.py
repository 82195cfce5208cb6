"""Second views of the poles and their feet: joints, grips, snow and stone."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import RUBBER, SOOT, STEEL, Tones, tones
from shop.demo.drawing.parts.pole import (
    child_stick,
    moulded_grip,
    pole,
    rubber_tip,
    shaft,
    snow_basket,
    tube,
)
from shop.demo.drawing.products.trekking_poles import BRACKEN, FOAM, ICE, LICHEN, RAINBOW
from shop.demo.drawing.scene import Draw, Drawing, ground

GREY = tones("Grey")
ORANGE = "#E08A3C"
STONE = Tones("#B7B1A4", "#989184", "#CFCABE")


def _weave(x: float, y: int, width: float, foot: int) -> str:
    """Draw the twill of carbon fibre on a tube."""
    return joined(
        line(f"M{x - width / 2} {at + 16} l{width} -32", "#4A5258", 5) for at in range(y, foot, 20)
    )


def fellgarth_crook_carbon_detail() -> Drawing:
    """Lever open, the lower carbon section drawn out of the upper one."""
    dark = SOOT
    return Drawing(
        "wear",
        group(
            "translate(560 480) rotate(24)",
            shaft(0, 60, 700, 96, dark),
            two("M-48 60 H48 V706 H-48Z", "none", _weave(0, 60, 96, 706)),
            rect(-48, 250, 96, 8, "#E8E2D4"),
            *(
                rect(-48, 170 + i * 130, 34, 6, "#E8E2D4")
                + label(12, 182 + i * 130, 34, str(110 + i * 5), "#E8E2D4")
                for i in range(4)
            ),
            shaft(0, -700, 40, 134, dark),
            two("M-67 -700 H67 V46 H-67Z", "none", _weave(0, -700, 134, 46)),
            rect(-40, -560, 34, 240, "#F4EAD3", 8),
            label(0, 0, 40, "CROOK", "#3A4248", transform="rotate(-90) translate(440 -10)"),
            rect(-88, -60, 176, 190, RUBBER.base, 24),
            rect(-88, -60, 50, 190, RUBBER.light, 22),
            rect(48, -60, 40, 190, RUBBER.dark, 20),
            circle(98, -10, 30, "#C9D0D4"),
            circle(98, -10, 15, "#59646A"),
            group(
                "translate(98 -10) rotate(-62)",
                two(
                    "M-26 -10 Q0 -40 26 -10 L34 200 Q0 236 -34 200Z",
                    ORANGE,
                    ("#F0AA68", "M-40 -40 H-8 V240 H-40Z"),
                    ("#BF6D24", "M14 -40 H40 V240 H14Z"),
                ),
            ),
        ),
    )


def _folded_z() -> str:
    """Draw a folding pole as it goes into a pack: three tubes and the cord between them."""
    return joined(
        (
            tube((40, 0), (40, 470), LICHEN, 34),
            tube((112, 20), (112, 470), LICHEN, 34),
            tube((184, 30), (184, 440), LICHEN, 30),
            line("M40 482 Q76 540 112 482", ORANGE, 12),
            line("M112 8 Q148 -50 184 18", ORANGE, 12),
            rect(20, 440, 40, 46, RUBBER.base, 8),
            rect(92, 440, 40, 46, RUBBER.base, 8),
            rect(92, 0, 40, 44, RUBBER.base, 8),
            rect(166, 6, 36, 44, RUBBER.base, 8),
            circle(40, 456, 9, ORANGE),
            path("M174 440 H194 L188 494 H180Z", STEEL.base),
            group("translate(40 -166)", moulded_grip(0, 14, FOAM)),
            line("M60 -140 C150 -130 150 10 70 0", "#33393D", 14),
            rect(8, 210, 210, 46, "#33393D", 14),
            rect(8, 210, 210, 16, "#4B5257", 8),
        )
    )


def quillon_z_118_detail() -> Drawing:
    """Folded pole standing by a ruler: 36 cm from grip to tip."""
    ruler = rect(640, 190, 100, 680, "#E8C77A", 10) + rect(640, 190, 22, 680, "#F4DDA0", 10)
    marks = joined(
        line(f"M740 {870 - i * 17.5:.1f} h-{18 if i % 5 else 30 if i % 10 else 46}", "#6B4A1E", 5)
        for i in range(1, 39)
    )
    return Drawing(
        "wear",
        ground(480, 880, 300, 22),
        ruler,
        marks,
        *(label(676, 880 - i * 175, 36, str(i * 10), "#6B4A1E") for i in (1, 2, 3)),
        group("translate(290 370) scale(1.04)", _folded_z()),
        line("M300 236 H760", "#C8443A", 6, stroke_dasharray="14 12"),
        rect(766, 202, 150, 68, "#C8443A", 12),
        label(841, 252, 40, "36 cm", "#FFFFFF"),
    )


def halfpenny_walking_pole_single_detail() -> Drawing:
    """Grey pole with its rubber foot pulled off, the steel point in mud."""
    foot = (
        two(
            "M-44 0 H44 L52 120 Q90 130 96 180 Q0 206 -96 180 Q-90 130 -52 120Z",
            RUBBER.base,
            (RUBBER.light, "M-100 -9 H-16 V210 H-100Z"),
            (RUBBER.dark, "M24 -9 H100 V210 H24Z"),
        )
        + joined(rect(-50, 26 + i * 30, 100, 9, RUBBER.dark, 4) for i in range(3))
        + ellipse(0, 2, 44, 12, "#14171A")
    )
    return Drawing(
        "wear",
        ground(690, 850, 140, 14),
        ellipse(370, 852, 240, 34, "#7A5B40"),
        ellipse(360, 844, 190, 22, "#94714F"),
        group(
            "translate(404 0) rotate(4)",
            shaft(0, -40, 560, 96, GREY),
            label(0, 300, 60, "½", "#E8ECEE"),
            rect(-56, 60, 112, 120, RUBBER.base, 16),
            rect(-56, 60, 34, 120, RUBBER.light, 14),
            *(rect(-56, 84 + i * 26, 112, 8, RUBBER.dark, 4) for i in range(3)),
            two(
                "M-50 560 H50 L34 690 H-34Z",
                RUBBER.base,
                (RUBBER.light, "M-60 550 H-20 V700 H-60Z"),
                (RUBBER.dark, "M20 550 H60 V700 H20Z"),
            ),
            two(
                "M-24 690 H24 L16 800 L0 850 L-16 800Z",
                STEEL.base,
                (STEEL.light, "M-30 680 H-8 V860 H-30Z"),
                (STEEL.dark, "M8 680 H30 V860 H8Z"),
            ),
        ),
        path("M300 852 Q340 812 372 836 Q420 806 452 852 Q370 880 300 852Z", "#6B4E36"),
        group("translate(694 650) scale(1.06)", foot),
    )


def _standing_in_snow(x: float, lean: float) -> str:
    return group(
        f"translate({x} 690) rotate({lean})",
        shaft(0, -760, 0, 40, BRACKEN),
        rect(-26, -420, 52, 74, RUBBER.base, 8),
        rect(22, -410, 22, 54, ORANGE, 8),
        snow_basket(0, 10, 150, 52),
        shaft(0, -70, -4, 34, Tones("#33393D", "#23282B", "#4B5257")),
    )


def fellgarth_crook_snow_baskets_detail() -> Drawing:
    """On a pair of orange Crook poles, holding them up in deep snow."""
    return Drawing(
        "wear",
        path("M0 640 C180 560 340 620 500 600 C680 570 840 560 1000 630 V1000 H0Z", "#F4F8FA"),
        path("M0 780 C240 720 420 760 620 730 C800 700 920 740 1000 760 V1000 H0Z", "#FFFFFF"),
        ellipse(320, 716, 178, 46, "#C4D6E0"),
        ellipse(690, 756, 178, 46, "#C4D6E0"),
        _standing_in_snow(320, -5),
        group("translate(0 40)", _standing_in_snow(690, 6)),
        path(
            "M0 860 C160 780 300 800 380 770 C440 800 560 860 660 826 C780 800 900 850 1000 820 "
            "V1000 H0Z",
            "#FFFFFF",
        ),
        path("M0 930 C200 880 420 920 600 900 C780 880 900 910 1000 900 V1000 H0Z", "#DCE8EF"),
        *(
            circle(x, y, 8, "#FFFFFF")
            for x, y in (
                (120, 180),
                (500, 120),
                (880, 200),
                (180, 420),
                (520, 380),
                (860, 450),
                (440, 240),
            )
        ),
    )


def fellgarth_rubber_tips_detail() -> Drawing:
    """One on the tip of a pole that stands on paving, one about to be pushed on."""
    lower = Tones("#3A4248", "#23282B", "#59646A")

    def tip(x: float, y: float, *shapes: str) -> str:
        return group(
            f"translate({x} {y})",
            shaft(0, -60, 330, 56, BRACKEN),
            two(
                "M-34 320 H34 L26 440 H-26Z",
                lower.base,
                (lower.light, "M-40 310 H-12 V450 H-40Z"),
                (lower.dark, "M12 310 H40 V450 H12Z"),
            ),
            *shapes,
        )

    steel = two(
        "M-17 440 H17 L12 520 L0 540 L-12 520Z",
        STEEL.base,
        (STEEL.light, "M-20 430 H-6 V550 H-20Z"),
        (STEEL.dark, "M6 430 H20 V550 H6Z"),
    )
    slabs = joined(
        (
            rect(0, 800, 1000, 200, STONE.base),
            rect(0, 800, 1000, 16, STONE.light),
            line(
                "M0 900 H1000 M240 808 L200 900 M640 808 L660 900 M440 900 L420 1000 M860 900 "
                "L900 1000",
                STONE.dark,
                9,
            ),
        )
    )
    return Drawing(
        "wear",
        slabs,
        ground(330, 848, 170, 16),
        ground(700, 876, 170, 16),
        tip(330, 44, group("translate(0 600) scale(.86)", rubber_tip())),
        tip(700, -160, steel),
        line("M700 396 V440", "#C8443A", 8, stroke_dasharray="14 12"),
        path("M700 482 l-26 -38 h52Z", "#C8443A"),
        group("translate(700 672) scale(.86)", rubber_tip()),
    )


def skarholt_drift_snow_poles_detail() -> Drawing:
    """Both long foam grips side by side: orange loop for one hand, blue for the other."""
    grip = Tones("#33454F", "#22313A", "#4E6571")
    poles = (
        group(
            f"translate({x} 60) scale(1.9)",
            pole(
                0,
                0,
                700,
                ICE,
                grip=grip,
                foam=None,
                basket=74,
                clamps=(0.62,),
                width=32,
                loop=loop,
            ),
            rect(-22, 140, 44, 230, grip.base, 10),
            rect(-22, 140, 14, 230, grip.light, 8),
            rect(10, 140, 12, 230, grip.dark, 8),
            *(rect(-22, 156 + i * 22, 44, 6, grip.dark) for i in range(10)),
            label(0, 0, 20, side, loop, transform="translate(2 62)"),
        )
        for x, loop, side in ((300, ORANGE, "R"), (640, "#5FA3D6", "L"))
    )
    flakes = ((120, 140), (480, 90), (900, 160), (160, 480), (520, 560), (880, 620), (120, 800))
    return Drawing("wear", *poles, *(circle(x, y, 9, "#FFFFFF") for x, y in flakes))


def okapi_lane_kid_sticks_detail() -> Drawing:
    """Jelly red pair: one stick stands in a puddle to measure it, one leans for later."""
    stick = child_stick(0, 0, 640, RAINBOW, tones("Jelly red"))
    return Drawing(
        "wear",
        ground(500, 880, 380, 22, 0.08),
        ellipse(420, 850, 330, 56, "#7FA9BC"),
        ellipse(410, 842, 300, 44, "#A9CBD8"),
        group("translate(400 196) rotate(-3 0 640)", stick),
        path(
            "M180 846 Q400 800 640 846 Q640 892 420 894 Q180 892 180 846Z", "#A9CBD8", opacity=0.75
        ),
        line("M330 846 q70 -26 150 0 M296 862 q110 30 220 0", "#E3F0F4", 7),
        *(
            path(f"M{x} {y} q14 24 0 36 q-14 -12 0 -36Z", "#7FA9BC")
            for x, y in ((250, 770), (300, 730), (520, 740), (570, 780), (220, 700))
        ),
        group("translate(770 200) rotate(9 0 640)", stick),
    )


DRAWINGS: dict[str, Draw] = {
    "fellgarth-crook-carbon-detail": fellgarth_crook_carbon_detail,
    "quillon-z-118-detail": quillon_z_118_detail,
    "halfpenny-walking-pole-single-detail": halfpenny_walking_pole_single_detail,
    "fellgarth-crook-snow-baskets-detail": fellgarth_crook_snow_baskets_detail,
    "fellgarth-rubber-tips-detail": fellgarth_rubber_tips_detail,
    "skarholt-drift-snow-poles-detail": skarholt_drift_snow_poles_detail,
    "okapi-lane-kid-sticks-detail": okapi_lane_kid_sticks_detail,
}
