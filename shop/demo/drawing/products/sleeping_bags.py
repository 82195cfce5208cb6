"""Sleeping bags, liners and mats."""

from shop.demo.drawing.canvas import INK, circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.sleeping_bag import mummy_bag
from shop.demo.drawing.scene import Draw, Drawing, ground

MIDNIGHT = tones("Midnight blue")
COPPER = Tones("#D48A52", "#B06D3A", "#E3A878")
OXBLOOD = Tones("#7C2F38", "#5F2029", "#9C4A52")
STRAW = Tones("#E2C48D", "#C2A066", "#F0DDB4")
MARIGOLD = tones("Marigold")
ICE = tones("Ice blue")
OATMEAL = tones("Oatmeal")
_ZIGZAG = (
    "M205 812"
    + "".join(f" H{775 if i % 2 == 0 else 225} a26 26 0 0 {i % 2} 0 -52" for i in range(8))
    + " L770 215"
)


def skarholt_hush_400() -> Drawing:
    """Midnight blue mummy sleeping bag with a copper-coloured lining."""
    return Drawing("camp", ground(500, 850, 215, 24), mummy_bag(MIDNIGHT, COPPER))


def skarholt_hush_700() -> Drawing:
    """Oxblood red winter sleeping bag with a thick draught collar."""
    return Drawing(
        "camp", ground(500, 850, 215, 24), mummy_bag(OXBLOOD, STRAW, draught_collar=True)
    )


def halfpenny_sundown() -> Drawing:
    """Marigold rectangular sleeping bag with one corner folded open."""
    return Drawing(
        "camp",
        ground(500, 850, 330, 30),
        two(
            (
                "M230 200 Q500 180 770 200 Q785 205 785 225 V825 Q785 845 765 "
                "845 Q500 860 235 845 Q215 845 215 825 V225 Q215 205 230 200Z"
            ),
            MARIGOLD.base,
            (MARIGOLD.dark, "M620 180 H790 V860 H640 Q660 500 620 180Z"),
            (MARIGOLD.light, "M215 190 H265 V850 H215Z"),
            *(
                line(f"M210 {y} Q500 {y + 18} 790 {y}", MARIGOLD.dark, 7)
                for y in range(300, 840, 90)
            ),
        ),
        path("M470 188 Q640 186 770 200 Q787 204 787 225 V545Z", "#2B5963"),
        path("M470 188 Q640 186 770 200 L640 378Z", "#336873"),
        two("M470 190 L786 543 L441 512Z", "#4F8490", ("#3F6F7A", "M455 350 L786 543 L441 512Z")),
        line("M470 190 L786 543", MARIGOLD.light, 9),
        line("M782 545 L445 514", "#F7EBD0", 9, stroke_dasharray="6 13"),
        line("M784 556 V820 Q783 842 763 843", "#F7EBD0", 9, stroke_dasharray="6 13"),
        rect(773, 640, 22, 50, "#27343B", 8),
    )


def skarholt_tern_mat() -> Drawing:
    """Ice blue inflatable sleeping mat with ribbed chambers and a flat valve."""
    ch = joined(
        joined((line(f"M{x} 180 V870", ICE.dark, 9), line(f"M{x + 14} 220 V830", ICE.light, 16)))
        for x in (335, 415, 495, 575, 655)
    )
    return Drawing(
        "camp",
        ground(510, 858, 300, 24),
        group(
            "rotate(5 500 500)",
            two(
                (
                    "M320 150 H680 Q745 150 745 215 L725 800 Q722 860 665 860 H335 "
                    "Q278 860 275 800 L255 215 Q255 150 320 150Z"
                ),
                ICE.base,
                ch,
                ("#5E93A8", "M690 150 H750 V860 H660 Q700 830 702 760Z"),
                (
                    ICE.light,
                    "M255 200 Q262 170 300 158 Q285 200 288 300 L300 780 Q290 800 275 780Z",
                ),
            ),
        ),
        group(
            "rotate(5 500 500)",
            circle(338, 222, 30, "#3E6474"),
            circle(338, 222, 18, "#E9F3F6"),
            circle(338, 222, 8, "#3E6474"),
        ),
        group(
            "translate(-40 20) rotate(5)",
            path("M500 700 q38 -52 92 -40 q-36 12 -42 40 q40 6 62 34 q-66 22 -112 -34Z", "#F4F8F9"),
        ),
        group(
            "translate(95 745)",
            two(
                "M0 30 Q0 0 25 0 H190 Q225 0 225 60 Q225 120 190 120 H25 Q0 120 0 90Z",
                "#E07B39",
                ("#C5642A", "M0 70 H230 V130 H0Z"),
            ),
            ellipse(200, 60, 24, 58, "#9CC7D6"),
            ellipse(200, 60, 12, 30, "#74A5B8"),
            line("M70 0 V120", "#F4EAD3", 9),
        ),
    )


def quillon_fm_9() -> Drawing:
    """Yellow and grey foam mat folded in zigzag."""
    return Drawing(
        "camp",
        ground(500, 842, 360, 26),
        line(_ZIGZAG, "#6C757A", 46, transform="translate(0 4)"),
        line(_ZIGZAG, "#F2C438", 34, transform="translate(0 -5)"),
        line(_ZIGZAG, "#F9DF86", 9, transform="translate(0 -15)"),
        line(_ZIGZAG, "#CF9F1E", 13, stroke_dasharray="0 37", transform="translate(0 -3)"),
        *(
            joined((line(f"M{x} 416 V838", INK, 26), line(f"M{x - 5} 416 V838", "#46545C", 7)))
            for x in (360, 640)
        ),
        rect(340, 600, 40, 56, "#C8513C", 8),
        rect(620, 600, 40, 56, "#C8513C", 8),
    )


def morrow_mill_wool_liner() -> Drawing:
    """Oatmeal merino sleeping bag liner rolled beside its pouch."""
    return Drawing(
        "camp",
        ground(500, 838, 360, 30),
        two(
            (
                "M170 470 H640 Q720 470 720 650 Q720 832 640 832 H170 Q110 832 "
                "110 650 Q110 470 170 470Z"
            ),
            OATMEAL.base,
            *(
                line(f"M{x} 465 Q{x + 26} 650 {x} 838", OATMEAL.dark, 5)
                for x in range(150, 660, 32)
            ),
            (OATMEAL.dark, "M100 730 Q400 780 730 730 V840 H100Z"),
            (OATMEAL.light, "M130 470 H660 Q690 490 705 530 Q400 500 120 540Z"),
        ),
        ellipse(650, 651, 92, 180, OATMEAL.light),
        ellipse(650, 651, 70, 146, OATMEAL.dark),
        ellipse(650, 651, 54, 118, OATMEAL.light),
        ellipse(650, 651, 36, 84, OATMEAL.dark),
        ellipse(650, 651, 20, 50, OATMEAL.light),
        *(
            two(
                (f"M{x} 466 H{x + 44} Q{x + 66} 650 {x + 44} 836 H{x} Q{x + 22} 650 {x} 466Z"),
                "#7A5B43",
                ("#5F4531", f"M{x} 700 H{x + 70} V840 H{x}Z"),
            )
            for x in (230, 430)
        ),
        group(
            "translate(735 530)",
            two(
                "M20 60 Q90 30 160 60 L185 290 Q90 320 -5 290Z",
                OATMEAL.base,
                (OATMEAL.dark, "M100 30 H200 V320 H110Z"),
            ),
            path("M10 60 Q90 20 170 60 L160 90 Q90 60 20 90Z", OATMEAL.light),
            line("M20 78 Q90 50 160 78", "#7A5B43", 7),
            line("M150 76 q40 20 30 70", "#7A5B43", 6),
            rect(48, 165, 86, 62, "#7A5B43", 8),
            path("M62 212 q14 -34 28 0 q14 -34 28 0Z", "#F1E6CF"),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "skarholt-hush-400": skarholt_hush_400,
    "skarholt-hush-700": skarholt_hush_700,
    "halfpenny-sundown": halfpenny_sundown,
    "skarholt-tern-mat": skarholt_tern_mat,
    "quillon-fm-9": quillon_fm_9,
    "morrow-mill-wool-liner": morrow_mill_wool_liner,
}
