"""Candles, oil lamps and their glass."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import BRASS, Tones, tones
from shop.demo.drawing.parts.flame import (
    IVORY,
    chimney,
    flame,
    pillar,
    storm_lantern,
    taper,
    tea_light,
    wick,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

BRICK = Tones("#A8503B", "#823826", "#C6735C")
FOREST = tones("Forest")
TAR = tones("Tar black")
SLATE_TRAY = two("M200 800 H800 L840 850 H160Z", "#4F5A60", ("#6B767C", "M150 795 H860 V812 H150Z"))


def _held_taper(x: float, y: float, wax: Tones) -> str:
    """Draw a burning dinner candle in a small iron holder."""
    holder = two(
        f"M{x - 66} 770 H{x + 66} L{x + 90} 846 H{x - 90}Z",
        "#3A3F43",
        ("#5B646A", f"M{x - 100} 760 H{x - 40} V850 H{x - 100}Z"),
        ("#23272A", f"M{x + 40} 760 H{x + 100} V850 H{x + 40}Z"),
    )
    return joined(
        (
            taper(x, y, 800 - y, wax, width=58),
            wick(x, y, 30),
            flame(x, y - 38, 0.85),
            holder,
            ellipse(x, 770, 66, 13, "#50565A"),
        )
    )


def _boxed_taper(x: float, y: float, angle: float, length: int) -> str:
    """Draw one of the cotton wicks that lie beside the chimney."""
    weave = (line(f"M2 {at} l20 10 l20 -10", "#CDBB92", 4) for at in range(16, length - 14, 24))
    return group(
        f"translate({x} {y}) rotate({angle})",
        rect(0, 0, 44, length, "#F1E6CC", 6),
        rect(0, 0, 14, length, "#FBF6E8", 6),
        *weave,
        rect(0, 0, 44, 12, "#C84E3F", 3),
    )


def tallow_finch_dinner_candles() -> Drawing:
    """Pair of ivory dipped candles joined by their wick, hanging from a peg, with four lying."""
    return Drawing(
        "home",
        rect(250, 150, 500, 30, "#8A5F3D", 12),
        rect(250, 150, 500, 12, "#A97C56", 8),
        line("M500 180 V230", "#6B4A32", 26),
        circle(500, 230, 16, "#8A5F3D"),
        line("M440 300 C440 230 560 230 560 300", "#C9B48C", 7),
        taper(440, 300, 400, width=48),
        taper(560, 300, 400, width=48),
        ground(500, 868, 330, 18),
        *(
            group(f"translate({x} {y}) rotate({a})", taper(0, 0, 470, width=46))
            for x, y, a in ((745, 846, 91), (262, 822, -88), (735, 806, 90), (270, 782, -90.5))
        ),
    )


def tallow_finch_pillar_40() -> Drawing:
    """Two ivory pillar candles of different heights on a slate, lit."""
    return Drawing(
        "home",
        ground(500, 858, 330, 16),
        SLATE_TRAY,
        pillar(260, 430, 190, 380),
        pillar(520, 570, 190, 240),
        path("M436 440 q14 80 6 140 q-10 20 -18 0 q-6 -60 -4 -130Z", IVORY.light),
    )


def tallow_finch_net_loft_candle() -> Drawing:
    """Lit scented candle in a black stoneware jar with juniper and orange peel."""
    return Drawing(
        "home",
        ground(480, 852, 280, 22),
        ellipse(480, 440, 190, 46, "#50565A"),
        ellipse(480, 440, 168, 36, "#EAD9AE"),
        ellipse(480, 446, 120, 22, "#F7E7B8"),
        line("M480 450 V400", "#4A3A2A", 8),
        flame(480, 386, 1.1),
        two(
            "M290 440 Q480 520 670 440 L656 800 Q640 852 480 852 Q320 852 304 800Z",
            TAR.base,
            (TAR.light, "M280 420 H372 L380 860 H290Z"),
            (TAR.dark, "M590 420 H680 V860 H580Z"),
            ("#7A6A50", "M290 800 Q480 850 670 800 V860 H290Z"),
        ),
        rect(376, 600, 210, 130, "#E6D8B8", 8),
        label(481, 656, 36, "NET LOFT", "#34383B"),
        line("M410 690 q18 -20 36 0 t36 0 t36 0 t36 0", "#8A6A3A", 6),
        line("M700 840 C740 760 800 740 850 660", "#5C7A4E", 10),
        *(
            line(f"M{x} {y} l{dx} {dy}", "#6F9060", 9)
            for x, y, dx, dy in (
                (730, 790, -30, -30),
                (730, 790, 44, -6),
                (770, 752, -26, -38),
                (770, 752, 46, 6),
                (806, 722, -20, -40),
                (806, 722, 46, 6),
                (834, 690, -20, -40),
                (834, 690, 40, 0),
            )
        ),
        *(
            joined((circle(x, y, 15, "#3A4A6B"), circle(x - 4, y - 4, 5, "#6B7DA3")))
            for x, y in ((752, 806), (800, 764), (716, 820))
        ),
        line("M180 840 C150 800 200 770 230 800 C250 830 220 850 200 846", "#E88B2F", 24),
        line("M180 836 C154 800 200 776 226 802", "#F6B567", 8),
    )


def tallow_finch_smokehouse_lamp() -> Drawing:
    """Glass oil lamp with brass burner and tall clear chimney, lit."""
    return Drawing(
        "home",
        ground(500, 866, 210, 18),
        circle(500, 340, 300, "#FFE9A8", opacity=0.22),
        chimney(500, 130, 380, 190),
        flame(500, 462, 1.15),
        two(
            "M410 500 H590 L610 560 H390Z",
            BRASS.base,
            (BRASS.light, "M380 490 H440 V570 H380Z"),
            (BRASS.dark, "M555 490 H620 V570 H555Z"),
        ),
        *(circle(x, 532, 7, BRASS.dark) for x in range(420, 590, 24)),
        rect(400, 556, 200, 28, BRASS.base, 8),
        rect(530, 556, 70, 28, BRASS.dark, 8),
        line("M598 545 H650", BRASS.dark, 9),
        circle(662, 545, 22, BRASS.base),
        circle(662, 545, 10, BRASS.dark),
        two(
            "M400 584 H600 C690 600 700 720 600 752 H400 C300 720 310 600 400 584Z",
            "#CFE3EA",
            ("#E9B95A", "M300 664 H700 V760 H300Z"),
            ("#FFFFFF88", "M300 580 H390 Q350 660 390 760 H300Z"),
            ("#9FBFCB55", "M610 580 H700 V760 H610Z"),
        ),
        ellipse(500, 664, 172, 13, "#F3D28A"),
        line("M490 590 C470 640 520 660 500 720", "#F4EAD3", 16),
        two(
            "M440 752 H560 L640 836 Q650 866 610 866 H390 Q350 866 360 836Z",
            "#CFE3EA",
            ("#FFFFFF99", "M350 750 H450 L420 870 H350Z"),
            ("#9FBFCB", "M560 752 L640 836 V870 H560Z"),
        ),
    )


def tallow_finch_storm_lantern() -> Drawing:
    """Red storm lantern with a glass globe and wire bail, lit."""
    return Drawing(
        "home",
        circle(500, 520, 270, "#FFE9A8", opacity=0.25),
        ground(500, 866, 220, 18),
        storm_lantern(tones("Signal red")),
    )


def tallow_finch_spare_chimney() -> Drawing:
    """Clear glass lamp chimney with three flat cotton wicks."""
    return Drawing(
        "home",
        ground(480, 858, 280, 20),
        chimney(390, 250, 600, 300, glass="#C5DFE8", opacity=0.9),
        ellipse(390, 850, 126, 18, "#A9C8D3"),
        ellipse(390, 252, 102, 15, "#E9F4F8"),
        ellipse(390, 252, 84, 9, "#B8D3DC"),
        line("M480 300 C484 480 560 560 552 680", "#A9C8D3", 10),
        *(
            _boxed_taper(x, y, angle, h)
            for x, y, angle, h in ((640, 500, 4, 352), (720, 520, 8, 330), (800, 560, 13, 292))
        ),
    )


def ember_and_tine_anvil_holder() -> Drawing:
    """Black forged candle holder with a finger ring and an ivory candle."""
    return Drawing(
        "home",
        ground(470, 856, 300, 26),
        taper(450, 250, 400, width=64),
        line("M450 250 V212", "#4A3A2A", 8),
        flame(450, 200, 1.0),
        path("M416 330 q-14 60 -2 120 q12 14 20 -4 q4 -60 -4 -116Z", IVORY.light),
        line("M560 780 C720 700 860 760 800 840 C770 880 700 860 690 820", "#2B2F32", 36),
        line("M566 772 C720 694 840 744 806 820", "#50565A", 9),
        two(
            "M380 600 H520 L510 760 H390Z",
            "#3A3F43",
            ("#5B646A", "M370 590 H410 L414 770 H380Z"),
            ("#23272A", "M486 590 H530 V770 H480Z"),
        ),
        ellipse(450, 602, 70, 16, "#23272A"),
        *(circle(x, y, 6, "#4B5257") for x, y in ((430, 660), (460, 700), (440, 730), (470, 640))),
        two(
            "M210 780 Q450 700 690 780 Q700 856 450 860 Q200 856 210 780Z",
            "#33383B",
            ("#565E63", "M200 740 H320 Q280 810 330 862 H200Z"),
            ("#1F2326", "M590 740 H700 V862 H570Z"),
        ),
        ellipse(450, 780, 240, 44, "#3F454A"),
        ellipse(450, 784, 190, 30, "#2B2F32"),
        rect(390, 750, 120, 40, "#3A3F43"),
        ellipse(450, 790, 60, 12, "#3A3F43"),
    )


def halfpenny_tea_lights_50() -> Drawing:
    """Three lit tea lights in glass cups in front of a card box."""
    return Drawing(
        "home",
        ground(500, 866, 380, 24),
        group(
            "translate(0 90)",
            two(
                "M250 330 L500 270 H780 V640 L530 720 H250Z",
                "#B9926A",
                ("#CDAA84", "M250 330 L500 270 H780 L530 336Z"),
                ("#9C7750", "M530 336 L780 270 V640 L530 720Z"),
            ),
            rect(300, 420, 180, 150, "#F4EAD3", 10),
            label(390, 510, 60, "50", "#8A6A3A"),
            label(390, 552, 32, "½", "#8A6A3A"),
        ),
        tea_light(270, 780, 0.95),
        tea_light(520, 800, 1.05),
        tea_light(765, 775, 0.92),
    )


def tallow_finch_dinner_candles_detail() -> Drawing:
    """Ivory, brick and forest candles burning in three small holders."""
    return Drawing(
        "home",
        ground(500, 852, 330, 22),
        _held_taper(280, 430, IVORY),
        _held_taper(500, 330, BRICK),
        _held_taper(720, 490, FOREST),
    )


def tallow_finch_storm_lantern_detail() -> Drawing:
    """Red and black storm lanterns hanging outdoors on long cords from a bough."""
    return Drawing(
        "garden",
        line("M0 40 C260 90 700 0 1000 70", "#7A5A3C", 46),
        line("M0 28 C260 78 700 -12 1000 58", "#94704C", 16),
        line("M300 66 V290", "#59646A", 8),
        line("M700 46 V390", "#59646A", 8),
        group("translate(-10 186) scale(.62)", storm_lantern(tones("Signal red"))),
        group("translate(390 286) scale(.62)", storm_lantern(tones("Black"))),
    )


DRAWINGS: dict[str, Draw] = {
    "tallow-finch-dinner-candles": tallow_finch_dinner_candles,
    "tallow-finch-pillar-40": tallow_finch_pillar_40,
    "tallow-finch-net-loft-candle": tallow_finch_net_loft_candle,
    "tallow-finch-smokehouse-lamp": tallow_finch_smokehouse_lamp,
    "tallow-finch-storm-lantern": tallow_finch_storm_lantern,
    "tallow-finch-spare-chimney": tallow_finch_spare_chimney,
    "ember-and-tine-anvil-holder": ember_and_tine_anvil_holder,
    "halfpenny-tea-lights-50": halfpenny_tea_lights_50,
    "tallow-finch-dinner-candles-detail": tallow_finch_dinner_candles_detail,
    "tallow-finch-storm-lantern-detail": tallow_finch_storm_lantern_detail,
}
