"""Large trolley and its wheels."""

from shop.demo.drawing.canvas import (
    INK,
    circle,
    ellipse,
    group,
    joined,
    label,
    line,
    path,
    rect,
    two,
)
from shop.demo.drawing.palette import RUBBER, SOOT, STEEL, Tones, tones
from shop.demo.drawing.parts.cloth import folded
from shop.demo.drawing.parts.surfaces import lit, rod
from shop.demo.drawing.parts.washing import hand
from shop.demo.drawing.scene import Draw, Drawing, ground

OXBLOOD = tones("Oxblood")
SHELL = Tones("#3E454A", "#2A3034", "#59646A")
CREAM = tones("Cream")
SKIN = Tones("#D9A67E", "#BC8660", "#E9C09C")


def wheel(x: float, y: float, r: float, *, worn: bool = False, bolt: bool = True) -> str:
    """Draw a rubber trolley wheel with a grey hub; a worn one is flat below."""
    tyre = circle(x, y, r, RUBBER.dark) + circle(x - r * 0.04, y - r * 0.04, r * 0.92, RUBBER.base)
    treads = joined(
        group(f"translate({x} {y}) rotate({a})", rect(-5, -r, 10, r * 0.14, "#14171A", 3))
        for a in range(0, 360, 18)
    )
    if worn:
        outline = (
            f"M{x - r} {y} a{r} {r} 0 0 1 {2 * r} 0 Q{x + r * 0.96} {y + r * 0.6} "
            f"{x + r * 0.6} {y + r * 0.72} L{x - r * 0.55} {y + r * 0.78} "
            f"Q{x - r * 0.94} {y + r * 0.56} {x - r} {y}Z"
        )
        tyre = two(
            outline, RUBBER.base, (RUBBER.light, f"M{x - r} {y - r} h{r * 0.5} v{2 * r} h-{r}Z")
        )
        treads = line(
            f"M{x + r * 0.5} {y + r * 0.72} l-{r * 0.1} -{r * 0.2} M{x - r * 0.4} {y + r * 0.76} "
            f"l{r * 0.08} -{r * 0.16} M{x + r * 0.9} {y + r * 0.2} l-{r * 0.2} 0",
            "#14171A",
            6,
        )
    return "".join(
        (
            tyre,
            treads,
            circle(x, y, r * 0.6, STEEL.dark),
            circle(x - r * 0.03, y - r * 0.03, r * 0.54, STEEL.base),
            *(
                group(
                    f"translate({x} {y}) rotate({a})",
                    rect(-r * 0.06, -r * 0.5, r * 0.12, r * 0.3, STEEL.dark, 4),
                )
                for a in range(0, 360, 60)
            ),
            circle(x, y, r * 0.22, SOOT.light),
            circle(x, y, r * 0.12, STEEL.light if bolt else SOOT.dark),
        )
    )


def ferrywell_gangway_62() -> Drawing:
    """Large oxblood trolley: two big wheels, hard lower half, cloth lid, steel handle."""
    return Drawing(
        "wear",
        ground(500, 900, 300, 22),
        rod("M390 260 V70 M610 260 V70", STEEL, 22),
        rect(362, 44, 276, 46, "#33393D", 20),
        rect(362, 44, 276, 18, "#4B5257", 10),
        lit("M256 200 H744 Q782 200 782 240 V560 H218 V240 Q218 200 256 200Z", OXBLOOD, (218, 782)),
        lit("M208 540 H792 V820 Q792 872 736 872 H264 Q208 872 208 820Z", SHELL, (208, 792)),
        *(line(f"M{x} 590 V840", SHELL.dark, 10) for x in (300, 380, 460, 540, 620, 700)),
        line("M218 548 H782", "#E8C77A", 7, stroke_dasharray="9 8"),
        line("M240 520 V260 Q240 224 280 222 H720 Q760 224 760 260 V520", OXBLOOD.dark, 10),
        line(
            "M240 520 V260 Q240 224 280 222 H720 Q760 224 760 260 V520",
            "#E8C77A",
            4,
            stroke_dasharray="7 7",
        ),
        rect(748, 420, 24, 60, "#E8C77A", 8),
        lit("M310 300 H690 V480 Q690 500 670 500 H330 Q310 500 310 480Z", OXBLOOD, (310, 690)),
        line("M322 322 H678", OXBLOOD.dark, 9),
        rect(640, 314, 14, 46, "#E8C77A", 5),
        line("M420 202 C420 150 580 150 580 202", "#33393D", 24),
        rect(440, 384, 120, 66, "#F4EAD3", 8),
        label(500, 432, 42, "FW", OXBLOOD.base),
        label(500, 760, 60, "62", SHELL.light),
        wheel(256, 846, 62),
        wheel(744, 846, 62),
    )


def ferrywell_gangway_62_detail() -> Drawing:
    """Trolley open on a luggage stand: cream lining, two straps crossed over clothes."""
    wool, denim = tones("Mustard"), tones("Denim")
    return Drawing(
        "wear",
        ground(500, 900, 340, 22),
        rod("M220 660 L760 894 M780 660 L240 894", tones("Natural beech"), 26),
        circle(500, 778, 14, STEEL.dark),
        two(
            "M130 80 Q130 50 170 50 H830 Q870 50 870 80 L840 420 H160Z",
            OXBLOOD.dark,
            (OXBLOOD.base, "M120 40 H600 L560 440 H140Z"),
        ),
        two(
            "M168 92 H832 L806 400 H194Z",
            CREAM.base,
            (CREAM.light, "M160 80 H320 L330 410 H180Z"),
            (CREAM.dark, "M690 80 H850 V410 H680Z"),
        ),
        two(
            "M260 180 H740 L726 350 H276Z",
            CREAM.dark,
            (f"{CREAM.base}", "M260 180 H560 V360 H260Z"),
        ),
        line("M264 190 H736", "#8A7A52", 8),
        path("M160 420 H840 V600 H160Z", CREAM.dark),
        folded(190, 440, 300, 150, wool),
        folded(500, 420, 310, 170, denim),
        folded(250, 372, 260, 80, tones("Sage"), layers=2),
        rect(560, 372, 200, 56, "#F4F1E8", 14),
        line("M570 400 H750", "#D5CFBD", 6),
        line("M180 420 L820 600 M820 420 L180 600", INK, 20),
        rect(464, 482, 72, 52, "#59646A", 10),
        rect(480, 498, 40, 20, INK, 5),
        lit("M120 580 H880 V690 Q880 720 850 720 H150 Q120 720 120 690Z", SHELL, (120, 880)),
        line("M128 590 H872", "#E8C77A", 7, stroke_dasharray="9 8"),
        *(line(f"M{x} 620 V700", SHELL.dark, 10) for x in range(200, 840, 80)),
    )


def ferrywell_gangway_wheels() -> Drawing:
    """Two black wheels with grey hubs, bolts and washers in front, a small flat key."""
    bolt = "".join(
        (
            lit("M-22 -14 H110 V14 H-22Z", STEEL, (-30, 40)),
            *(line(f"M{x} -14 l-6 28", STEEL.dark, 4) for x in range(10, 110, 12)),
            path("M-60 -30 H-20 V30 H-60 L-74 14 V-14Z", STEEL.dark),
            path("M-60 -30 H-40 V30 H-60 L-74 14 V-14Z", STEEL.base),
        )
    )
    return Drawing(
        "wear",
        ground(300, 628, 180, 18),
        ground(708, 628, 180, 18),
        ground(500, 850, 380, 22, 0.1),
        wheel(296, 440, 184, bolt=False),
        wheel(704, 440, 184, bolt=False),
        group("translate(220 740) rotate(-6)", bolt),
        group("translate(400 830) rotate(8)", bolt),
        *(
            ellipse(x, y, 42, 28, STEEL.dark)
            + ellipse(x - 2, y - 4, 40, 25, STEEL.light)
            + ellipse(x, y - 2, 16, 10, "#8E7F6C")
            for x, y in ((590, 760), (668, 836))
        ),
        lit("M730 760 H870 V720 H912 V800 H730 Q716 780 730 760Z", STEEL, (720, 912)),
        circle(746, 780, 8, "#8E7F6C"),
    )


def ferrywell_gangway_wheels_detail() -> Drawing:
    """Hand holds a worn, flattened wheel beside the new one on an oxblood trolley."""
    return Drawing(
        "wear",
        lit("M-40 220 H420 Q470 224 470 280 V900 H-40Z", SHELL, (-40, 470)),
        *(line(f"M{x} 260 V870", SHELL.dark, 14) for x in (80, 180)),
        two(
            "M-40 60 H430 Q470 64 470 110 V250 H-40Z",
            OXBLOOD.base,
            (OXBLOOD.dark, "M330 50 H480 V260 H330Z"),
        ),
        line("M-40 240 H468", "#E8C77A", 8, stroke_dasharray="14 12"),
        path("M220 560 Q220 480 310 480 H430 Q476 490 476 560 V760 H240Z", SHELL.dark),
        ground(360, 890, 200, 20),
        wheel(360, 690, 190),
        wheel(700, 420, 180, worn=True),
        group("translate(830 480) rotate(16) scale(1.25)", hand(tones("Fjord blue"), skin=SKIN)),
    )


DRAWINGS: dict[str, Draw] = {
    "ferrywell-gangway-62": ferrywell_gangway_62,
    "ferrywell-gangway-62-detail": ferrywell_gangway_62_detail,
    "ferrywell-gangway-wheels": ferrywell_gangway_wheels,
    "ferrywell-gangway-wheels-detail": ferrywell_gangway_wheels_detail,
}
