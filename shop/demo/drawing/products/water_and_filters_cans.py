"""Carriers and cans that stand and have a tap."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import BRASS, GLASS, STEEL, Tones, shaded, tones
from shop.demo.drawing.parts.labels import half_mark
from shop.demo.drawing.parts.surfaces import BARK, lit, rod, topped
from shop.demo.drawing.parts.water import (
    WATER,
    bubbles,
    jet,
    mug,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

MILK = Tones("#F1F2EA", "#D3D8D2", "#FCFCF8")


def halfpenny_concertina_carrier() -> Drawing:
    """Milky white folding carrier with bellows sides, on a tree stump."""
    folds = joined(
        topped(
            f"M300 {y} L270 {y + 32} L300 {y + 64} H700 L730 {y + 32} L700 {y}Z",
            MILK,
            (y, y + 64),
            ("#FFFFFF", f"M260 {y} H330 V{y + 70} H260Z"),
            (MILK.dark, f"M640 {y} H740 V{y + 70} H640Z"),
        )
        for y in range(300, 660, 64)
    )
    return Drawing(
        "camp",
        ground(500, 912, 340, 26),
        two(
            "M220 750 L190 900 Q500 950 810 900 L780 750Z",
            BARK.base,
            (BARK.light, "M180 740 H330 V960 H180Z"),
            (BARK.dark, "M660 740 H830 V960 H660Z"),
            *(line(f"M{x} 790 v90", BARK.dark, 9) for x in (300, 400, 520, 600)),
        ),
        ellipse(500, 750, 282, 54, "#E0BE8C"),
        ellipse(500, 752, 190, 34, "none", stroke="#BE9660", stroke_width=6),
        line("M350 250 C350 120 650 120 650 250", MILK.dark, 34),
        line("M350 246 C350 120 650 120 650 246", MILK.light, 14),
        lit("M420 216 H580 V262 H420Z", tones("Pillar blue"), (420, 580)),
        topped("M310 250 H690 Q712 252 716 300 H284 Q288 252 310 250Z", MILK, (250, 300)),
        folds,
        lit("M284 684 H716 V730 Q716 762 680 762 H320 Q284 762 284 730Z", MILK, (284, 716)),
        rect(452, 700, 96, 36, tones("Pillar blue").dark, 8),
        rect(480, 730, 40, 52, tones("Pillar blue").base, 8),
        rect(446, 676, 108, 24, tones("Pillar blue").base, 10),
        rect(324, 696, 74, 46, "#F4EAD3", 6),
        half_mark(361, 734, 38, "#3B76B5"),
    )


def halfpenny_concertina_carrier_detail() -> Drawing:
    """Carrier folded down flat to a ribbed disc beside a mug."""
    folds = joined(
        topped(
            f"M150 {y} Q126 {y + 13} 150 {y + 26} H610 Q634 {y + 13} 610 {y}Z",
            MILK,
            (y, y + 26),
            (MILK.dark, f"M520 {y} H660 V{y + 40} H520Z"),
            dark=0.4,
        )
        for y in range(690, 820, 26)
    )
    return Drawing(
        "camp",
        ground(380, 868, 300, 24),
        ground(800, 868, 140, 18),
        lit("M140 816 H620 V842 Q620 864 590 864 H170 Q140 864 140 842Z", MILK, (140, 620)),
        folds,
        topped("M160 640 H600 Q630 644 634 692 H126 Q130 644 160 640Z", MILK, (640, 692)),
        line("M200 652 Q380 560 560 652", MILK.dark, 30),
        line("M200 648 Q380 556 560 648", MILK.light, 12),
        lit("M310 596 H450 V646 H310Z", tones("Pillar blue"), (310, 450)),
        rect(340, 826, 84, 26, tones("Pillar blue").base, 8),
        rect(180, 826, 56, 32, "#F4EAD3", 5),
        half_mark(208, 852, 26, "#3B76B5"),
        mug(790, 640, tones("Navy"), scale=1.18),
    )


def pellworth_lock_keepers_can() -> Drawing:
    """Round brushed steel can with a folding handle, a wide lid and a brass tap."""
    return Drawing(
        "camp",
        ground(500, 866, 270, 24),
        rod("M300 330 C300 90 700 90 700 330", STEEL, 22),
        rect(420, 132, 160, 36, "#8A5F3D", 16),
        *(circle(x, 336, 22, STEEL.dark) for x in (296, 704)),
        lit(
            "M290 320 H710 Q730 330 730 360 V820 Q730 862 690 862 H310 Q270 862 270 820 V360 "
            "Q270 330 290 320Z",
            STEEL,
            (270, 730),
        ),
        line("M274 400 H726 M274 800 H726", STEEL.dark, 7),
        line("M330 470 V760 M420 440 V770 M520 450 V640 M600 450 V640", STEEL.light, 5),
        topped("M350 262 H650 Q680 264 690 324 H310 Q320 264 350 262Z", STEEL, (262, 324)),
        rect(440, 232, 120, 34, "#8A5F3D", 12),
        circle(500, 540, 62, "#F4EAD3"),
        path("M464 552 q18 -30 36 0 t36 0", "none", stroke="#2F5D86", stroke_width=9),
        group("translate(500 730)", brass_tap()),
    )


def brass_tap() -> str:
    """Draw a brass tap from the front around 0 0, its lever across."""
    return "".join(
        (
            circle(0, 0, 46, BRASS.dark),
            circle(-3, -3, 36, BRASS.base),
            lit("M-26 0 H26 V64 Q26 92 0 92 Q-26 92 -26 64Z", BRASS, (-26, 26)),
            rod("M-70 -46 H70", BRASS, 24),
            rect(-12, -52, 24, 50, BRASS.dark, 6),
            rect(-12, -52, 9, 50, BRASS.light, 4),
        )
    )


def pellworth_lock_keepers_can_detail() -> Drawing:
    """Brass quarter-turn tap pours water into a glass at a table's edge."""
    wood = shaded("#B98250")
    return Drawing(
        "camp",
        two("M-20 500 H430 V560 H-20Z", wood.light, (wood.base, "M-20 520 H430 V560 H-20Z")),
        path("M-20 558 H410 V1010 H-20Z", wood.dark),
        path("M-20 558 H410 V580 H-20Z", "#6F4B29"),
        lit("M-120 -20 H300 V470 Q300 500 270 500 H-120Z", STEEL, (-120, 300)),
        line("M-20 60 H296 M-20 430 H296", STEEL.dark, 8),
        rect(284, 250, 40, 130, BRASS.dark, 10),
        topped(
            "M316 272 H560 Q620 276 626 340 V470 H556 V370 Q552 352 530 350 H316Z",
            BRASS,
            (272, 470),
        ),
        rect(546, 456, 90, 30, BRASS.dark, 8),
        lit("M420 180 H500 V280 H420Z", BRASS, (420, 500)),
        rod("M460 170 H720", BRASS, 44),
        circle(460, 170, 40, BRASS.dark),
        circle(456, 166, 28, BRASS.base),
        jet("M590 484 V820", 40),
        two(
            "M470 640 H730 L706 960 Q704 980 680 980 H520 Q496 980 494 960Z",
            f"{GLASS.light}AA",
            (f"{WATER.base}CC", "M460 780 H740 V990 H460Z"),
            ("#FFFFFF99", "M460 630 H510 L530 990 H460Z"),
            (f"{WATER.dark}99", "M680 780 H740 V990 H670Z"),
        ),
        ellipse(600, 780, 116, 18, WATER.light),
        bubbles((560, 850, 10), (630, 880, 8), (580, 920, 7), (640, 820, 7)),
        ground(600, 984, 180, 12),
    )


DRAWINGS: dict[str, Draw] = {
    "halfpenny-concertina-carrier": halfpenny_concertina_carrier,
    "halfpenny-concertina-carrier-detail": halfpenny_concertina_carrier_detail,
    "pellworth-lock-keepers-can": pellworth_lock_keepers_can,
    "pellworth-lock-keepers-can-detail": pellworth_lock_keepers_can_detail,
}
