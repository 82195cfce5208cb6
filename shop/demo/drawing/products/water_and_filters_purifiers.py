"""Purifier bottle, its cartridge, and a lamp to stir with."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import GLASS, SOOT, STEEL, Tones, shaded, tones
from shop.demo.drawing.parts.surfaces import lit
from shop.demo.drawing.parts.washing import hand
from shop.demo.drawing.parts.water import (
    WATER,
    bubbles,
    stone,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

PETROL = tones("Petrol")
STONE = shaded("#9AA19C")
MURK = Tones("#C2AE82", "#A28D60", "#D8C8A2")
SKIN = Tones("#D9A67E", "#BC8660", "#E9C09C")


def sluice_press(*, length: float = 560) -> str:
    """Draw the inner press with its cap, from 0 down; it is 220 wide."""
    return "".join(
        (
            line("M-60 30 q-10 -80 60 -84 q70 4 60 84", SOOT.light, 18),
            lit("M-50 0 H50 V60 H-50Z", SOOT, (-50, 50)),
            lit("M-104 56 H104 Q112 56 112 70 V150 H-112 V70 Q-112 56 -104 56Z", SOOT, (-112, 112)),
            *(line(f"M{x} 76 V140", SOOT.dark, 6) for x in range(-92, 100, 23)),
            lit(f"M-110 150 H110 V{length} H-110Z", PETROL, (-110, 110)),
        )
    )


def stillbeck_sluice_purifier() -> Drawing:
    """Petrol blue bottle with a black cap and a clear sleeve, by a river stone."""
    return Drawing(
        "camp",
        ground(470, 866, 240, 22),
        stone(700, 866, 150, 120, STONE),
        stone(590, 876, 60, 44, shaded("#B4B7AC")),
        group("translate(420 150)", sluice_press(length=700)),
        lit("M288 470 H552 V830 Q552 866 516 866 H324 Q288 866 288 830Z", PETROL, (288, 552)),
        two(
            "M288 470 H552 V830 Q552 866 516 866 H324 Q288 866 288 830Z",
            f"{GLASS.base}55",
            ("#FFFFFF66", "M280 460 H330 V870 H280Z"),
            (f"{GLASS.dark}66", "M500 460 H560 V870 H500Z"),
        ),
        rect(276, 452, 288, 30, GLASS.dark, 10),
        rect(276, 452, 140, 30, GLASS.light, 10),
        rect(360, 570, 120, 150, "#F4EAD3", 10),
        path("M378 630 q21 -32 42 0 t42 0", "none", stroke=PETROL.base, stroke_width=10),
        line("M384 670 H456 M384 690 H436", PETROL.dark, 6),
    )


def carbon_disc(*, rim: bool = True) -> str:
    """Draw the thick dark disc around 0 0: 360 wide, its top to the viewer."""
    slots = joined(rect(x, 10, 22, 74, SOOT.dark, 8) for x in (-150, -104, 84, 130))
    return "".join(
        (
            lit("M-180 0 V90 A180 64 0 0 0 180 90 V0Z", SOOT, (-180, 180)),
            slots if rim else "",
            two(
                "M-70 46 Q0 62 70 46 V110 Q0 126 -70 110Z",
                "#E9E6DA",
                line("M-50 84 Q0 96 50 84", "#B9B5A6", 5),
            ),
            ellipse(0, 0, 180, 64, SOOT.light),
            ellipse(0, 2, 150, 50, SOOT.base),
            ellipse(0, 4, 96, 32, "#14181B"),
            *(
                circle(x, y, 5, SOOT.light)
                for x, y in (
                    (-60, -2),
                    (-30, 12),
                    (0, -8),
                    (30, 12),
                    (60, -2),
                    (0, 22),
                    (-30, -12),
                    (30, -12),
                )
            ),
        )
    )


def stillbeck_sluice_purifier_detail() -> Drawing:
    """Bottle pulled in two: petrol press and beaker of cloudy water."""
    return Drawing(
        "camp",
        ground(300, 866, 170, 20),
        ground(700, 866, 190, 20),
        group("translate(300 130)", sluice_press(length=640)),
        rect(356, 350, 24, 380, PETROL.dark),
        lit("M180 740 H420 V820 Q420 850 300 852 Q180 850 180 820Z", SOOT, (180, 420)),
        *(line(f"M{x} 760 V824", "#14181B", 9) for x in (214, 250, 350, 386)),
        rect(270, 762, 60, 44, "#E9E6DA", 6),
        rect(188, 716, 224, 30, PETROL.light, 6),
        rect(240, 420, 116, 130, "#F4EAD3", 10),
        path("M256 480 q21 -32 42 0 t42 0", "none", stroke=PETROL.base, stroke_width=10),
        two(
            "M556 380 H844 V826 Q844 866 806 866 H594 Q556 866 556 826Z",
            f"{GLASS.light}CC",
            (MURK.base, "M540 610 H860 V880 H540Z"),
            (MURK.light, "M540 610 H860 V630 H540Z"),
            (MURK.dark, "M780 630 H860 V880 H780Z"),
            *(
                circle(x, y, 6, "#7F6B42")
                for x, y in ((610, 700), (660, 760), (720, 690), (750, 800), (690, 830), (620, 810))
            ),
            line("M640 670 q30 20 60 4 M680 740 q24 -20 50 0", "#8CA06A", 7),
            ("#FFFFFF77", "M550 370 H606 V870 H550Z"),
        ),
        rect(542, 366, 316, 28, GLASS.dark, 10),
        rect(542, 366, 160, 28, GLASS.light, 10),
    )


def stillbeck_sluice_cartridge() -> Drawing:
    """Thick black disc with a slotted rim and a pale field for a date."""
    return Drawing(
        "camp",
        ground(500, 780, 340, 30),
        group("translate(500 540) scale(1.75)", carbon_disc()),
    )


def stillbeck_sluice_cartridge_detail() -> Drawing:
    """Disc being twisted on to the foot of a petrol blue press."""
    return Drawing(
        "camp",
        ground(480, 880, 240, 22),
        lit("M330 -20 H650 V470 Q490 520 330 470Z", PETROL, (330, 650)),
        rect(420, 90, 140, 170, "#F4EAD3", 10),
        path("M440 170 q25 -38 50 0 t50 0", "none", stroke=PETROL.base, stroke_width=12),
        lit("M306 430 H674 V490 Q490 546 306 490Z", PETROL, (306, 674)),
        *(rect(x, 500, 44, 40, PETROL.dark, 6) for x in (360, 470, 580)),
        group("translate(490 640) scale(1.1)", carbon_disc()),
        line("M190 560 C150 640 180 740 270 800", "#F6F1DE", 20),
        path("M300 846 L236 818 L286 764Z", "#F6F1DE"),
        group("translate(690 700) scale(1.05)", hand(tones("Rust"), skin=SKIN)),
    )


def uv_pen(*, glow: bool = True) -> str:
    """Draw the pen upright around x = 0: its glass tip is below, 700 long."""
    tip = Tones("#B79BEF", "#8E6BD8", "#E0D2FF") if glow else GLASS
    return "".join(
        (
            lit("M-46 0 Q-46 -26 0 -28 Q46 -26 46 0 V420 H-46Z", PETROL, (-46, 46)),
            rect(-52, 330, 104, 26, STEEL.dark, 6),
            rect(-52, 330, 46, 26, STEEL.light, 6),
            *(rect(-30, 210 + i * 26, 60, 10, PETROL.dark, 5) for i in range(4)),
            circle(0, 90, 26, PETROL.dark),
            circle(0, 90, 16, "#8FE08A" if not glow else "#E0D2FF"),
            lit("M-36 420 H36 V620 Q36 664 0 664 Q-36 664 -36 620Z", tip, (-36, 36)),
            line("M0 440 V630", "#F4EEFF" if glow else "#9FBFCB", 12),
        )
    )


def lampwick_row_glowworm_uv_pen() -> Drawing:
    """Petrol blue pen with a violet glowing tip in a clear jar of water."""
    jar = (
        "M306 330 H694 V366 Q740 390 740 450 V800 Q740 860 680 860 H320 Q260 860 260 800 V450 "
        "Q260 390 306 366Z"
    )
    return Drawing(
        "camp",
        ground(500, 864, 270, 24),
        two(
            jar,
            f"{GLASS.light}BB",
            (WATER.light, "M250 470 H750 V870 H250Z"),
            (WATER.base, "M640 470 H760 V870 H640Z"),
        ),
        circle(470, 650, 190, "#B79BEF", opacity=0.35),
        circle(470, 650, 120, "#D9C8FF", opacity=0.6),
        group("translate(560 120) rotate(10)", uv_pen()),
        two(
            jar,
            "#FFFFFF00",
            ("#FFFFFF88", "M250 330 H310 V870 H250Z"),
            ("#5C93A866", "M690 330 H760 V870 H690Z"),
            (f"{WATER.base}66", "M250 470 H750 V870 H250Z"),
        ),
        ellipse(500, 470, 238, 20, "#FFFFFF", opacity=0.6),
        rect(296, 318, 408, 26, GLASS.dark, 12),
        bubbles((380, 560, 9), (410, 740, 7), (610, 700, 9), (590, 560, 6), (350, 690, 6)),
    )


def lampwick_row_glowworm_uv_pen_detail() -> Drawing:
    """Pen beside its cap, charging socket open and a green light on."""
    return Drawing(
        "camp",
        ground(500, 640, 400, 26),
        ground(480, 860, 200, 20),
        group("translate(180 540) rotate(-90) scale(1.05)", uv_pen(glow=False)),
        rect(150, 512, 22, 56, SOOT.dark, 10),
        rect(156, 522, 10, 36, STEEL.base, 5),
        line("M162 508 Q120 470 150 430", PETROL.dark, 14),
        rect(120, 384, 62, 56, PETROL.dark, 16),
        two(
            "M300 770 H620 Q660 770 660 816 Q660 862 620 862 H300 Q286 862 286 848 V784 "
            "Q286 770 300 770Z",
            f"{GLASS.base}CC",
            ("#FFFFFF99", "M280 760 H670 V792 H280Z"),
            (f"{GLASS.dark}CC", "M280 830 H670 V870 H280Z"),
        ),
        rect(276, 764, 34, 104, GLASS.dark, 8),
    )


DRAWINGS: dict[str, Draw] = {
    "stillbeck-sluice-purifier": stillbeck_sluice_purifier,
    "stillbeck-sluice-purifier-detail": stillbeck_sluice_purifier_detail,
    "stillbeck-sluice-cartridge": stillbeck_sluice_cartridge,
    "stillbeck-sluice-cartridge-detail": stillbeck_sluice_cartridge_detail,
    "lampwick-row-glowworm-uv-pen": lampwick_row_glowworm_uv_pen,
    "lampwick-row-glowworm-uv-pen-detail": lampwick_row_glowworm_uv_pen_detail,
}
