"""A wide pan, a spirit burner and a bowl."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import BRASS, STEEL, Tones, shaded, tones
from shop.demo.drawing.parts.labels import half_mark
from shop.demo.drawing.parts.stove import enamel_mug
from shop.demo.drawing.parts.surfaces import lit, rod, topped
from shop.demo.drawing.scene import Draw, Drawing, ground

PAN = Tones("#43566A", "#2B3742", "#55708A")
HANDLE = Tones("#3B4A58", "#2B3742", "#55708A")
NAVY = tones("Navy")
OATS = shaded("#E2CDA0")


def fried_egg(x: float, y: float, scale: float = 1) -> str:
    """Draw a fried egg in a pan that is seen from the front."""
    return group(
        f"translate({x} {y}) scale({scale})",
        path(
            "M-90 4 C-96 -30 -40 -46 0 -38 C50 -50 96 -26 88 4 C92 34 40 44 4 38 "
            "C-40 48 -94 36 -90 4Z",
            "#FBF8F0",
        ),
        path("M88 4 C92 34 40 44 4 38 C-40 48 -94 36 -90 4 C-60 28 40 30 88 4Z", "#E4DECF"),
        ellipse(-4, -4, 38, 24, "#F2B530"),
        ellipse(-16, -12, 14, 7, "#F9D67A"),
    )


def ember_and_tine_hearth_skillet_28() -> Drawing:
    """Wide blue-black pan with a long handle, four fried eggs in it, over embers."""
    embers = joined(
        path(
            f"M{x} {y} l{r} -{r * 0.7} l{r * 1.1} {r * 0.5} l{r * 0.3} {r * 0.9} l-{r * 2} "
            f"{r * 0.3}Z",
            fill,
        )
        for x, y, r, fill in (
            (170, 860, 40, "#4A3A34"),
            (240, 880, 46, "#E8682F"),
            (330, 862, 44, "#5A443B"),
            (400, 886, 48, "#F0A23C"),
            (500, 866, 44, "#C8402F"),
            (580, 884, 46, "#4A3A34"),
            (290, 840, 36, "#F0A23C"),
            (450, 842, 36, "#E8682F"),
            (210, 842, 32, "#C8402F"),
            (610, 850, 36, "#E8682F"),
        )
    )
    return Drawing(
        "camp",
        ground(430, 884, 360, 30),
        circle(420, 850, 300, "#F6C77E", opacity=0.25),
        embers,
        rod("M700 560 L960 440", HANDLE, 46),
        circle(942, 448, 11, "#DFE8DC"),
        rect(676, 532, 70, 72, "#6B767C", 10, transform="rotate(-25 711 568)"),
        two(
            "M66 590 C70 720 220 800 410 800 C600 800 750 720 754 590Z",
            PAN.base,
            (PAN.light, "M50 580 H190 C200 690 240 760 300 810 H50Z"),
            (PAN.dark, "M600 580 H770 V810 H520 C570 760 600 690 600 580Z"),
        ),
        ellipse(410, 590, 344, 128, PAN.light),
        ellipse(410, 594, 328, 116, "#2E3B47"),
        ellipse(410, 612, 270, 84, "#33424F"),
        fried_egg(300, 566, 0.98),
        fried_egg(516, 560, 0.98),
        fried_egg(280, 646, 1.05),
        fried_egg(518, 648, 1.05),
        *(
            line(f"M{x} {y} q-20 -40 0 -80 q20 -40 0 -80", "#FFFFFF", 12, opacity=0.5)
            for x, y in ((330, 470), (480, 450))
        ),
    )


def pan_above(x: float, y: float, r: float) -> str:
    """Draw an empty pan straight from above."""
    ring = f"M{x - r} {y} a{r} {r} 0 1 1 {2 * r} 0 a{r} {r} 0 1 1 -{2 * r} 0Z"
    return "".join(
        (
            two(
                ring,
                PAN.base,
                (
                    PAN.light,
                    f"M{x - r} {y - r} h{r} q-{r * 0.9} {r * 0.5} -{r * 0.7} {r * 2} h-{r}Z",
                ),
                (
                    PAN.dark,
                    f"M{x + r} {y - r} v{r * 2} h-{r} q{r * 0.9} -{r * 0.6} {r * 0.6} -{r * 2}Z",
                ),
            ),
            circle(x, y, r * 0.86, "#2E3B47"),
            circle(x, y, r * 0.7, "#374756"),
            line(
                f"M{x - r * 0.5} {y - r * 0.3} a{r * 0.6} {r * 0.6} 0 0 1 {r * 0.5} -{r * 0.3}",
                PAN.light,
                r * 0.05,
            ),
            rect(x + r * 0.92, y - 34, 52, 68, "#59646A", 8),
            rect(x + r * 0.92, y, 52, 34, "#454F54", 8),
        )
    )


def ember_and_tine_hearth_skillet_28_detail() -> Drawing:
    """Pan from above, its handle slid off beside the smaller 24 cm pan."""
    return Drawing(
        "camp",
        ground(390, 480, 300, 280, 0.1),
        ground(690, 750, 200, 180, 0.1),
        pan_above(370, 350, 270),
        pan_above(650, 740, 216),
        group(
            "rotate(-58 150 840)",
            topped("M110 800 H440 Q474 802 474 836 Q474 870 440 872 H110Z", HANDLE, (800, 872)),
            rect(60, 790, 64, 92, "#6B767C", 10),
            rect(60, 836, 64, 46, "#525D63", 10),
            rect(30, 812, 40, 46, "#454F54", 6),
            ellipse(440, 836, 14, 12, "#B9CAB4"),
        ),
    )


def burner(*, lid: str = "") -> str:
    """Draw the round brass burner with its ring of holes; it stands at y = 760."""
    return "".join(
        (
            lit("M330 560 H670 V720 Q670 760 620 762 H380 Q330 760 330 720Z", BRASS, (330, 670)),
            *(circle(x, 606, 12, "#6B4A12") for x in range(362, 660, 46)),
            line("M334 650 H666", BRASS.dark, 7),
            ellipse(500, 560, 170, 46, BRASS.light),
            ellipse(500, 562, 120, 30, "#6B4A12"),
            lid,
            ellipse(500, 566, 92, 20, "#3F6FA8") if not lid else "",
        )
    )


def blade(x: float, tilt: float) -> str:
    """Draw one upright steel blade of the stand."""
    return group(
        f"rotate({tilt} {x} 860)",
        two(
            f"M{x - 34} 866 V500 L{x - 46} 420 H{x + 30} L{x + 34} 500 V866Z",
            STEEL.base,
            (STEEL.light, f"M{x - 60} 400 h30 v480 h-30Z"),
            (STEEL.dark, f"M{x + 12} 400 h40 v480 h-40Z"),
        ),
        rect(x - 12, 560, 24, 90, "#8A979D", 12),
        rect(x - 12, 700, 24, 90, "#8A979D", 12),
    )


def ember_and_tine_moth_spirit_burner() -> Drawing:
    """Small round brass burner with a ring of holes inside three steel blades."""
    return Drawing(
        "camp",
        ground(500, 868, 300, 24),
        blade(504, 0),
        group("translate(0 60)", burner()),
        *(
            path(f"M{x} {y} q-26 -50 0 -110 q26 60 0 110Z", "#7FB4E0", opacity=0.75)
            for x, y in ((400, 616), (452, 636), (510, 640), (566, 632), (610, 612))
        ),
        blade(270, -3),
        blade(730, 3),
    )


def ember_and_tine_moth_spirit_burner_detail() -> Drawing:
    """Burner with its lid slid half over a pale flame, its knurled cap beside it."""
    lid = "".join(
        (
            ellipse(580, 540, 180, 50, BRASS.dark),
            ellipse(578, 530, 180, 50, BRASS.base),
            ellipse(560, 524, 130, 32, BRASS.light),
            rod("M700 520 L820 470", BRASS, 26),
        )
    )
    return Drawing(
        "camp",
        ground(400, 790, 300, 24),
        ground(790, 872, 150, 18),
        group(
            "translate(-190 -120) scale(1.2)",
            burner(lid=""),
            *(
                path(f"M{x} 560 q-22 -40 0 -86 q22 46 0 86Z", "#8FBEE6", opacity=0.85)
                for x in (394, 428, 466, 500)
            ),
            lid,
        ),
        lit("M660 740 H920 V850 Q920 874 890 874 H690 Q660 874 660 850Z", BRASS, (660, 920)),
        *(line(f"M{x} 756 V860", BRASS.dark, 8) for x in range(682, 916, 22)),
        ellipse(790, 740, 130, 36, BRASS.light),
        ellipse(790, 740, 96, 25, BRASS.base),
    )


def bowl(x: float, y: float, coat: Tones, *, width: float = 560, height: float = 250) -> str:
    """Draw an enamel bowl, its rim at y."""
    a, b = width / 2, width * 0.27
    return "".join(
        (
            two(
                f"M{x - a} {y} C{x - a + 10} {y + height * 0.7} {x - b - 30} {y + height} {x - b} "
                f"{y + height} H{x + b} C{x + b + 30} {y + height} {x + a - 10} "
                f"{y + height * 0.7} {x + a} {y}Z",
                coat.base,
                (
                    coat.light,
                    (
                        f"M{x - a - 9} {y - 9} h{width * 0.2} q10 {height * 0.7} "
                        f"{width * 0.16} {height + 20} h-{width}Z"
                    ),
                ),
                (
                    coat.dark,
                    (
                        f"M{x + a + 9} {y - 9} h-{width * 0.24} q0 {height * 0.7} "
                        f"-{width * 0.16} {height + 20} h{width}Z"
                    ),
                ),
            ),
            ellipse(x, y, a, width * 0.105, "#23282B"),
            ellipse(x, y, a - 15, width * 0.105 - 11, "#F6F3EA"),
        )
    )


def halfpenny_enamel_bowl() -> Drawing:
    """Navy bowl with a white inside and a black rim, porridge and a spoon in it."""
    return Drawing(
        "camp",
        ground(500, 812, 270, 26),
        *(
            line(f"M{x} 380 q-36 -46 0 -92 q36 -44 0 -84", "#FFFFFF", 18, opacity=0.6)
            for x in (400, 500)
        ),
        bowl(500, 540, NAVY, width=640, height=270),
        ellipse(500, 556, 280, 46, "#E2DDCD"),
        two(
            "M226 560 Q360 500 500 512 Q650 500 774 560 Q640 604 500 604 Q360 604 226 560Z",
            OATS.base,
            (OATS.light, "M200 490 H420 L360 620 H200Z"),
            (OATS.dark, "M640 490 H800 V620 H600Z"),
        ),
        *(
            ellipse(x, y, 15, 8, OATS.dark)
            for x, y in ((340, 552), (420, 572), (470, 536), (540, 580), (400, 532))
        ),
        rod("M600 556 L742 250", STEEL, 26),
        ellipse(748, 238, 22, 30, STEEL.base, transform="rotate(25 748 238)"),
        ellipse(590, 562, 44, 14, OATS.dark),
        half_mark(500, 740, 70, "#E8DCC0"),
    )


def halfpenny_enamel_bowl_detail() -> Drawing:
    """Five bowls in navy, cream and rust stacked, a mug upside down in the top one."""
    coats = (NAVY, tones("Rust"), tones("Cream"), NAVY, tones("Rust"))
    stack = joined(
        bowl(500, 690 - i * 66, coat, width=560, height=190) for i, coat in enumerate(coats)
    )
    return Drawing(
        "camp",
        ground(500, 884, 230, 22),
        stack,
        ellipse(500, 430, 214, 34, "#E2DDCD"),
        group(
            "translate(712 630) rotate(180) scale(.46 .46)",
            enamel_mug(NAVY, full=False),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "ember-and-tine-hearth-skillet-28": ember_and_tine_hearth_skillet_28,
    "ember-and-tine-hearth-skillet-28-detail": ember_and_tine_hearth_skillet_28_detail,
    "ember-and-tine-moth-spirit-burner": ember_and_tine_moth_spirit_burner,
    "ember-and-tine-moth-spirit-burner-detail": ember_and_tine_moth_spirit_burner_detail,
    "halfpenny-enamel-bowl": halfpenny_enamel_bowl,
    "halfpenny-enamel-bowl-detail": halfpenny_enamel_bowl_detail,
}
