"""Second views of the blankets that leave the house."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import WALNUT, Tones, shaded, tones
from shop.demo.drawing.parts.cloth import (
    tartan,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

GREY = Tones("#8E9193", "#6F7375", "#A9ACAE")
INK_BLUE = tones("Ink blue")
HEATHER = ((0, 44, "#5B3F6E", 0.5), (56, 8, "#E3D3B5", 0.9), (92, 12, "#4A6A55", 0.6))


def skarholt_quay_rug_detail() -> Drawing:
    """Heather tartan rug spread on grass, a corner turned up to show its grey coated base."""
    base = shaded("#A58BAE")
    return Drawing(
        "camp",
        ground(500, 850, 420, 40),
        path("M236 500 H772 L936 840 H70Z", "#6F7C86"),
        two(
            "M240 486 H768 L930 826 H74Z",
            base.base,
            group(
                "translate(500 486) skewX(-12) translate(-500 -486)",
                tartan(-80, 420, 1100, 900, HEATHER),
            ),
            ("#FFFFFF22", "M240 486 H380 L240 830 H74Z"),
        ),
        two(
            "M930 826 L690 826 Q740 700 850 656 Q884 690 930 826Z",
            "#7E8B95",
            ("#98A5AE", "M690 826 Q740 700 850 656 Q800 730 760 830Z"),
            ("#66727C", "M880 700 L930 826 H840Z"),
        ),
        *(
            circle(x, y, 13, "none", stroke="#33393D", stroke_width=8)
            for x, y in ((232, 484), (778, 484), (62, 830))
        ),
        line("M58 836 l-14 40 M786 488 l12 34 M224 488 l-10 32", "#E8823A", 11),
        ellipse(420, 690, 70, 15, "#00000030"),
        two(
            "M356 560 H460 V662 Q460 690 430 690 H386 Q356 690 356 662Z",
            "#2F4668",
            ("#48648C", "M350 550 H382 V700 H350Z"),
            ("#223453", "M430 550 H470 V700 H430Z"),
        ),
        line("M460 586 q44 0 42 34 q-4 34 -42 34", "#2F4668", 15),
        ellipse(408, 560, 52, 12, "#DCE6EC"),
        ellipse(408, 561, 42, 8, "#6B4226"),
        ellipse(590, 660, 52, 11, "#00000030"),
        circle(586, 618, 46, "#C23B33"),
        path("M586 572 a46 46 0 0 1 0 92 Q612 618 586 572Z", "#972A24"),
        line("M588 578 q2 -22 14 -32", "#5A4230", 8),
    )


def quillon_dq_1_detail() -> Drawing:
    """Ink blue blanket packed into its own corner, as big as the grapefruit beside it."""
    return Drawing(
        "home",
        ground(340, 830, 210, 24),
        ground(726, 836, 170, 22),
        line("M350 380 C420 270 520 300 500 370", "#E8823A", 20),
        two(
            "M340 400 C500 400 560 500 560 616 C560 750 470 826 340 826 C210 826 120 750 120 616 "
            "C120 500 180 400 340 400Z",
            INK_BLUE.base,
            (INK_BLUE.light, "M100 380 H290 Q170 560 240 840 H100Z"),
            (INK_BLUE.dark, "M440 380 H570 V840 H400 Q560 620 440 380Z"),
            line(
                "M128 540 Q340 610 554 540 M128 690 Q340 750 554 690 M340 400 Q280 610 340 826 "
                "M230 420 Q150 610 230 800 M450 420 Q530 610 450 800",
                INK_BLUE.dark,
                8,
            ),
            line(
                "M200 500 Q240 480 290 500 M380 490 Q430 470 470 496 M180 650 Q230 630 280 652 "
                "M380 660 Q430 640 490 654",
                INK_BLUE.light,
                8,
            ),
        ),
        path("M300 404 Q340 372 386 404 L378 440 Q340 424 308 440Z", INK_BLUE.dark),
        circle(340, 420, 13, "#C9D0D4"),
        rect(280, 570, 126, 74, "#F4EAD3", 10),
        label(343, 622, 40, "DQ1", "#2F4368"),
        circle(730, 660, 176, "#EDA84A"),
        circle(724, 652, 168, "#F2B860"),
        circle(724, 654, 146, "#F7E6C4"),
        circle(724, 654, 134, "#E2695A"),
        *(
            group(
                f"rotate({a} 724 654)",
                line("M724 654 V524", "#F7E6C4", 9),
                line("M750 600 l8 -34", "#F2978A", 8),
            )
            for a in range(0, 360, 36)
        ),
        circle(724, 654, 20, "#F7E6C4"),
    )


def halfpenny_grey_blanket_detail() -> Drawing:
    """Wardrobe on its way to another house, wrapped in a grey blanket and tied with rope."""
    specks = joined(
        line(
            f"M{260 + (i * 97) % 470} {180 + (i * 53) % 560} h16",
            ("#C9CBCC", "#5E6264", "#B58A80")[i % 3],
            5,
        )
        for i in range(42)
    )
    return Drawing(
        "home",
        ground(500, 880, 300, 22),
        *(rect(x, 800, 56, 80, WALNUT.dark, 10) for x in (270, 680)),
        rect(240, 740, 530, 90, WALNUT.base, 8),
        rect(240, 740, 120, 90, WALNUT.light, 8),
        rect(660, 740, 110, 90, WALNUT.dark, 8),
        circle(500, 786, 12, "#C99A3E"),
        two(
            "M236 150 Q500 128 770 150 L776 470 L772 760 Q700 786 620 764 Q500 744 400 770 "
            "Q300 788 228 758 L226 460Z",
            GREY.base,
            (GREY.light, "M190 110 H330 Q300 460 330 800 H190Z"),
            (GREY.dark, "M660 110 H810 V800 H670 Q700 460 660 110Z"),
            specks,
            ("#B5402F", "M190 640 Q500 600 810 640 V690 Q500 650 190 690Z"),
            ("#00000022", "M660 600 H810 V700 H664Z"),
        ),
        line("M228 330 Q500 352 774 330 M226 520 Q500 542 776 520", "#D9C08C", 20),
        line(
            "M228 330 Q500 352 774 330 M226 520 Q500 542 776 520",
            "#A98C50",
            14,
            stroke_dasharray="3 19",
        ),
        line("M500 138 V340 M500 342 V530", "#D9C08C", 20),
        line("M500 138 V340 M500 342 V530", "#A98C50", 14, stroke_dasharray="3 19"),
        circle(500, 348, 26, "#C9AC70"),
        line("M500 350 q-70 -20 -84 30 q40 30 84 -26 q70 -20 84 30 q-40 30 -84 -26", "#D9C08C", 15),
        rect(262, 690, 74, 56, "#F4EAD3", 6),
        label(299, 732, 38, "½", "#6F7375"),
    )


DRAWINGS: dict[str, Draw] = {
    "skarholt-quay-rug-detail": skarholt_quay_rug_detail,
    "quillon-dq-1-detail": quillon_dq_1_detail,
    "halfpenny-grey-blanket-detail": halfpenny_grey_blanket_detail,
}
