"""A bed blanket, fleece, and second views of the cotton and linen ones."""

from shop.demo.drawing.canvas import circle, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import OAK, WALNUT, Tones, tones
from shop.demo.drawing.parts.cloth import (
    folded,
    herringbone,
    stripes,
    waffle,
    woven_label,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

SLATE = tones("Slate")
MOSS = tones("Moss")
MADDER = tones("Madder")
CREAM_THREAD = "#E4DCC6"
TAPE = Tones("#EBE1CB", "#CDBF9F", "#F8F2E4")
SHEET = Tones("#FBFAF6", "#DCD9D0", "#FFFFFF")
CHARCOAL = tones("Charcoal")
PINE = tones("Pine")
BRICK = tones("Brick")
RUST = tones("Rust")
COTTON = Tones("#F3EFE4", "#C9C2AE", "#FFFFFF")
BLUE_STRIPES = (
    stripes(
        (
            (230, 60, "#4F80B3"),
            (340, 24, "#4F80B3"),
            (400, 90, "#7FA7CF"),
            (550, 40, "#4F80B3"),
            (650, 70, "#7FA7CF"),
        )
    )
    + waffle()
)
SAND_STRIPES = (
    stripes(
        (
            (230, 60, "#C7A468"),
            (340, 24, "#C7A468"),
            (400, 90, "#DCC59A"),
            (550, 40, "#C7A468"),
            (650, 70, "#DCC59A"),
        )
    )
    + waffle()
)


def linnhagen_skerry_bed_blanket() -> Drawing:
    """Bed with a slate and cream herringbone blanket, a white sheet turned down over its edge."""
    return Drawing(
        "home",
        ground(500, 880, 420, 22),
        rect(140, 190, 720, 520, OAK.base, 30),
        rect(140, 190, 720, 60, OAK.light, 30),
        rect(760, 220, 100, 490, OAK.dark, 20),
        line("M290 250 V420 M430 250 V420 M570 250 V420 M710 250 V420", OAK.dark, 6),
        rect(120, 830, 50, 60, OAK.dark, 8),
        rect(830, 830, 50, 60, OAK.dark, 8),
        *(
            two(
                f"M{x} 420 Q{x - 20} 350 {x + 60} 350 H{x + 230} Q{x + 300} 350 {x + 280} 420 "
                f"L{x + 296} 520 H{x - 16}Z",
                SHEET.base,
                (SHEET.dark, f"M{x + 200} 340 H{x + 310} V530 H{x + 230}Z"),
                line(f"M{x + 40} 400 Q{x + 120} 430 {x + 200} 396", SHEET.dark, 6),
            )
            for x in (190, 530)
        ),
        two(
            "M160 560 H840 L900 826 Q900 850 870 850 H130 Q100 850 100 826Z",
            SLATE.base,
            herringbone(70, 540, 930, 880, CREAM_THREAD, step=58, width=13),
            ("#FFFFFF2E", "M90 550 H250 L220 860 H90Z"),
            ("#2A353D4D", "M770 550 H910 V860 H800Z"),
        ),
        path("M100 822 L106 800 H894 L900 822 Q900 850 870 850 H130 Q100 850 100 822Z", TAPE.base),
        path("M796 800 H894 L900 822 Q900 850 870 850 H800Z", TAPE.dark),
        two(
            "M172 494 H828 L846 590 Q500 628 154 590Z",
            SHEET.base,
            (SHEET.dark, "M740 480 H860 V640 H760Z"),
            ("#FFFFFF", "M140 480 H280 L270 640 H140Z"),
            line("M160 574 Q500 610 842 574", SHEET.dark, 5),
        ),
        line("M156 600 Q500 638 846 600", TAPE.base, 20),
    )


def linnhagen_skerry_bed_blanket_detail() -> Drawing:
    """Corner of the moss and cream blanket folded back, its tape and order number seen near."""
    return Drawing(
        "home",
        two(
            "M0 90 Q300 60 640 110 L960 150 L900 480 L560 860 L0 800Z",
            MOSS.base,
            herringbone(-120, 0, 1080, 940, CREAM_THREAD, step=130, width=32),
            ("#FFFFFF2A", "M0 60 Q300 40 640 110 L560 230 Q300 180 0 220Z"),
        ),
        line("M0 90 Q300 60 640 110 L960 150 L904 470", TAPE.base, 40),
        line("M0 800 L556 860", TAPE.base, 40),
        line("M10 78 Q300 50 640 98 L966 140", TAPE.dark, 4, stroke_dasharray="16 12"),
        path("M900 480 L560 880 L470 820 L880 420Z", "#2A353D", opacity=0.22),
        two(
            "M904 470 L556 860 L420 760 Q380 470 470 400 Q680 350 904 470Z",
            MOSS.dark,
            group(
                "rotate(52 640 600)",
                herringbone(160, 160, 1120, 1120, "#CBC7A6", step=130, width=32),
            ),
            ("#FFFFFF22", "M400 360 H560 Q460 560 520 900 H380Z"),
        ),
        line("M556 860 L420 760 Q380 470 470 400 Q680 350 904 470", TAPE.base, 40),
        line("M546 838 L438 752 Q402 480 480 418", TAPE.dark, 4, stroke_dasharray="16 12"),
        group(
            "translate(520 520) rotate(6)",
            rect(0, 0, 230, 138, "#F4EAD3", 10),
            label(115, 56, 30, "LINNHAGEN", "#6B4A32", textLength=180.0),
            label(115, 108, 44, "No. 0417", "#6B4A32"),
        ),
    )


def halfpenny_fleece_blanket() -> Drawing:
    """Charcoal fleece blanket thrown over the arm of a chair, plain cut edges."""
    chair = tones("Sage")
    return Drawing(
        "home",
        ground(490, 880, 390, 22),
        *(rect(x, 820, 40, 64, WALNUT.base, 8) for x in (190, 750)),
        two(
            "M220 330 Q230 170 360 160 H610 Q740 170 750 330 V640 H220Z",
            chair.base,
            (chair.light, "M210 150 H350 Q300 380 310 650 H210Z"),
            (chair.dark, "M660 150 H760 V650 H660Z"),
        ),
        rect(240, 560, 500, 150, chair.light, 40),
        rect(240, 640, 500, 80, chair.base, 30),
        two(
            "M140 520 Q140 440 214 440 Q288 440 288 520 V838 H140Z",
            chair.base,
            (chair.light, "M130 430 H196 V850 H130Z"),
        ),
        rect(250, 700, 500, 138, chair.dark, 12),
        two(
            "M700 520 Q700 440 774 440 Q848 440 848 520 V838 H700Z",
            chair.base,
            (chair.dark, "M800 430 H860 V850 H800Z"),
        ),
        two(
            "M590 470 Q640 400 740 398 Q860 396 884 470 L900 770 L860 756 L820 784 L770 762 "
            "L726 790 L690 766 L664 700 L600 660 Q566 560 590 470Z",
            CHARCOAL.base,
            (CHARCOAL.light, "M570 390 H690 Q640 520 690 800 H570Z"),
            (CHARCOAL.dark, "M820 390 H910 V800 H826 Q850 560 820 390Z"),
            (f"{CHARCOAL.dark}AA", "M720 410 Q770 560 744 800 h44 Q800 560 720 410Z"),
            line("M610 500 Q700 440 860 460", CHARCOAL.light, 9, opacity=0.7),
        ),
        rect(820, 690, 52, 40, "#F4EAD3", 6, transform="rotate(4 846 710)"),
        label(846, 722, 28, "½", "#4B5157"),
    )


def halfpenny_fleece_blanket_detail() -> Drawing:
    """Three folded fleece blankets in charcoal, brick and pine, the raw cut edge seen near."""
    piles = ((660, CHARCOAL), (480, BRICK), (300, PINE))
    return Drawing(
        "home",
        ground(500, 850, 360, 24),
        *(
            joined(
                (
                    folded(170, y, 650, 180, wool, layers=3),
                    line(
                        "".join(f"M{x} {y + 24 + (x * 7) % 130} h14" for x in range(230, 790, 24)),
                        wool.light,
                        6,
                        opacity=0.5,
                    ),
                    path(
                        f"M812 {y + 4} l14 14 l-12 16 l14 16 l-12 14 l12 18 l-14 18 l14 16 "
                        f"l-12 18 l12 16 l-14 22 H800 V{y + 4}Z",
                        wool.dark,
                    ),
                )
            )
            for y, wool in piles
        ),
        rect(250, 740, 74, 58, "#F4EAD3", 6),
        label(287, 784, 40, "½", "#4B5157"),
    )


def linnhagen_skerry_lap_detail() -> Drawing:
    """Corner of the madder lap blanket with its cotton tape, buttoned through its buttonhole."""
    return Drawing(
        "home",
        two(
            "M1000 60 L210 130 Q180 136 184 170 L280 800 Q288 830 320 826 L1000 760Z",
            MADDER.base,
            herringbone(100, 0, 1060, 900, "#E6CFC0", step=120, width=28),
            ("#FFFFFF26", "M180 130 L400 110 L470 830 H270Z"),
            ("#3A141433", "M300 700 L1000 640 V780 L300 840Z"),
        ),
        line(
            "M1000 66 L214 136 Q192 140 196 170 L288 792 Q294 818 320 814 L1000 748", TAPE.base, 58
        ),
        line("M1000 92 L234 160 L316 786 L1000 722", TAPE.dark, 5, stroke_dasharray="18 14"),
        group(
            "translate(420 330) rotate(40)",
            rect(-120, -30, 240, 60, TAPE.base, 26),
            line("M-96 0 H96", "#6B2F2C", 18),
            line("M-104 -14 H104 M-104 14 H104", TAPE.dark, 9, stroke_dasharray="4 13"),
        ),
        circle(430, 350, 96, WALNUT.dark),
        circle(422, 342, 94, WALNUT.base),
        circle(422, 342, 66, WALNUT.light),
        circle(422, 342, 58, WALNUT.base),
        *(
            circle(x, y, 11, WALNUT.dark)
            for x, y in ((400, 322), (444, 322), (400, 364), (444, 364))
        ),
        line("M400 322 L444 364 M444 322 L400 364", "#E6CFC0", 7),
        woven_label(640, 560, 150, 110),
    )


def linnhagen_regatta_cotton_detail() -> Drawing:
    """Blankets in sand stripe and in blue stripe, folded and stacked."""
    return Drawing(
        "home",
        ground(490, 850, 350, 24),
        folded(170, 600, 640, 240, COTTON, pattern=BLUE_STRIPES, layers=2),
        folded(180, 380, 620, 220, COTTON, pattern=SAND_STRIPES, layers=2),
        two(
            "M184 410 Q190 330 270 324 H740 Q806 330 800 404 L796 450 Q480 410 188 450Z",
            "#F3EFE4",
            SAND_STRIPES,
            ("#C9C2AE88", "M180 430 Q480 390 810 430 V460 H180Z"),
        ),
        woven_label(690, 700, 76, 56),
    )


def linnhagen_hayfield_linen_detail() -> Drawing:
    """Rust linen throw folded, its short knotted fringe and its creases seen near."""
    strands = "".join(
        f"M{x} 716 L{x + 14} 742 L{x + 28} 716 M{x + 14} 742 V806 M{x + 14} 742 "
        f"l-9 58 M{x + 14} 742 l9 60"
        for x in range(120, 850, 44)
    )
    return Drawing(
        "home",
        ground(500, 840, 400, 24),
        folded(90, 300, 820, 240, RUST, layers=2),
        two(
            "M86 470 Q300 430 520 462 Q740 490 914 456 L892 700 Q700 736 500 716 Q300 700 108 728Z",
            RUST.base,
            (RUST.light, "M80 440 H250 Q200 580 230 740 H80Z"),
            (RUST.dark, "M760 440 H930 V740 H780 Q810 580 760 440Z"),
            (f"{RUST.dark}88", "M400 450 Q440 580 410 730 h60 Q480 560 400 450Z"),
            (f"{RUST.light}88", "M560 460 Q600 590 570 730 h60 Q640 560 560 460Z"),
            line(
                "M200 540 l110 40 M320 640 l-90 30 M640 540 l90 50 M520 640 l110 -30 M700 660 "
                "l80 -20",
                RUST.dark,
                6,
                opacity=0.7,
            ),
        ),
        line(strands, RUST.base, 8),
        *(circle(x + 14, 742, 11, RUST.dark) for x in range(120, 850, 44)),
        woven_label(690, 590, 100, 74),
    )


DRAWINGS: dict[str, Draw] = {
    "linnhagen-skerry-bed-blanket": linnhagen_skerry_bed_blanket,
    "linnhagen-skerry-bed-blanket-detail": linnhagen_skerry_bed_blanket_detail,
    "halfpenny-fleece-blanket": halfpenny_fleece_blanket,
    "halfpenny-fleece-blanket-detail": halfpenny_fleece_blanket_detail,
    "linnhagen-skerry-lap-detail": linnhagen_skerry_lap_detail,
    "linnhagen-regatta-cotton-detail": linnhagen_regatta_cotton_detail,
    "linnhagen-hayfield-linen-detail": linnhagen_hayfield_linen_detail,
}
