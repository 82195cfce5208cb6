"""Towels of linen, terry, leftover cotton and microfibre."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import LEATHER, OAK, Tones, shaded, tones
from shop.demo.drawing.parts.cloth import folded, woven_label
from shop.demo.drawing.parts.garden import leaf
from shop.demo.drawing.parts.washing import (
    hanging,
    loops,
    roll_end,
    rolled,
    snap_loop,
    stake,
    wells,
)
from shop.demo.drawing.scene import Draw, Drawing, ground

NATURAL = tones("Natural")
SLATE_BLUE = tones("Slate blue")
ECRU = tones("Ecru")
RIVER = shaded("#5B8CA8")
BRICK = tones("Brick")
LICHEN = tones("Lichen")
COAL = tones("Coal")
CREAM_CLOTH = Tones("#F1E8D2", "#D6C8A6", "#FBF6E8")
TAR = "#3B3F43"
BUOY = "#E2702E"
ENAMEL = tones("Midnight blue")


def linnhagen_sluice_waffle_towel() -> Drawing:
    """Natural waffle towel hanging broad from a peg by a loop in its long side."""
    return Drawing(
        "home",
        rect(180, 150, 640, 74, OAK.base, 14),
        rect(180, 150, 640, 22, OAK.light, 10),
        *(circle(x, 188, 9, OAK.dark) for x in (220, 780)),
        line("M500 238 L486 262 M500 238 L514 262", "#B79F6E", 11),
        hanging(
            500, 256, 640, 520, NATURAL, shoulder=0.24, pattern=wells(170, 250, 840, 800, NATURAL)
        ),
        rect(486, 176, 28, 66, OAK.dark, 12),
        circle(500, 182, 30, OAK.light),
        circle(504, 186, 21, OAK.base),
        woven_label(690, 690, 62, 46),
        ground(500, 880, 300, 16, 0.12),
    )


def _waffle_stack(y: int, height: int, cloth: Tones, layers: int) -> str:
    """Draw one folded waffle towel, its wells large."""
    pattern = wells(180, y - 10, 830, y + height + 10, cloth, step=38)
    return folded(190, y, 620, height, cloth, pattern=pattern, layers=layers)


def linnhagen_sluice_waffle_towel_detail() -> Drawing:
    """Folded natural and slate blue waffle towels stacked, the wells of the weave seen near."""
    return Drawing(
        "home",
        ground(500, 846, 350, 24),
        _waffle_stack(600, 240, NATURAL, 2),
        _waffle_stack(360, 240, SLATE_BLUE, 2),
        two(
            "M200 370 Q210 300 290 294 H744 Q812 300 808 366 L806 396 Q500 352 200 396Z",
            SLATE_BLUE.light,
            wells(190, 290, 820, 400, SLATE_BLUE, step=38),
        ),
        woven_label(704, 500, 78, 60),
    )


def linnhagen_sluice_terry_towel() -> Drawing:
    """Thick ecru terry towel folded in thirds with a woven label and a short loop."""
    pile = loops(170, 330, 860, 850, ECRU)
    return Drawing(
        "home",
        ground(500, 846, 350, 24),
        line("M300 372 C290 280 390 280 380 372", ECRU.dark, 18),
        folded(170, 480, 660, 360, ECRU, pattern=pile, layers=2),
        two(
            "M170 500 Q160 370 290 360 H716 Q846 364 838 500 L828 560 Q500 510 182 560 "
            "Q170 540 170 500Z",
            ECRU.base,
            pile,
            (f"{ECRU.light}99", "M160 350 H860 V398 Q500 372 160 420Z"),
            (f"{ECRU.dark}88", "M160 528 Q500 482 860 528 V570 H160Z"),
        ),
        line("M712 400 V526 M742 404 V530", ECRU.dark, 7, opacity=0.7),
        woven_label(240, 700, 84, 66),
    )


def linnhagen_sluice_terry_towel_detail() -> Drawing:
    """Terry towels rolled up in ecru, river blue and brick, ends towards the viewer."""
    return Drawing(
        "home",
        ground(500, 848, 350, 24),
        roll_end(330, 678, 166, ECRU),
        roll_end(670, 678, 166, RIVER),
        roll_end(500, 384, 166, BRICK),
        *(
            line(
                f"M{x - 152} {y - 20} A152 152 0 0 1 {x + 130} {y - 78}",
                cloth.light,
                10,
                stroke_dasharray="1 21",
            )
            for x, y, cloth in ((330, 678, ECRU), (670, 678, RIVER), (500, 384, BRICK))
        ),
    )


def _knotted_fringe(x: int, y: int, to_x: int, thread: str, length: int = 74) -> str:
    """Draw a fringe whose strands are knotted in bunches."""
    return joined(
        line(
            f"M{at - 9} {y} L{at} {y + 24} L{at + 9} {y} M{at} {y + 24} l-7 {length - 24} "
            f"M{at} {y + 24} l7 {length - 28}",
            thread,
            6,
        )
        + circle(at, y + 24, 8, "#CDBE9A")
        for at in range(x, to_x, 30)
    )


def linnhagen_slipway_beach_towel() -> Drawing:
    """Cream beach towel with tar-black stripes and knotted fringe over a mooring post."""
    bands = ((230, 18), (270, 50), (344, 18), (480, 18), (520, 50), (594, 14))
    return Drawing(
        "home",
        ground(500, 880, 230, 22),
        stake(500, 130, 740, LEATHER, width=210),
        line("M400 770 Q500 812 600 770 M400 800 Q500 842 600 800", "#D9C08C", 26),
        line(
            "M400 770 Q500 812 600 770 M400 800 Q500 842 600 800",
            "#A98C50",
            26,
            stroke_dasharray="3 21",
        ),
        two(
            "M340 196 Q354 124 424 116 Q500 102 576 116 Q646 124 660 196 L688 622 "
            "Q606 640 540 622 Q470 606 400 628 Q356 638 312 622Z",
            CREAM_CLOTH.base,
            *(
                (TAR, f"M300 {y} Q500 {y + 22} 700 {y} v{h} Q500 {y + h + 22} 300 {y + h}Z")
                for y, h in bands
            ),
            ("#FFFFFF40", "M300 90 H420 L400 680 H300Z"),
            ("#5A4A2C44", "M596 90 H720 V680 H606Z"),
            ("#5A4A2C22", "M470 90 L510 90 L500 680 H450Z"),
        ),
        _knotted_fringe(330, 620, 684, "#E6DAB8", 96),
    )


def linnhagen_slipway_beach_towel_detail() -> Drawing:
    """Corner of the orange-striped towel lying on sand, knotted fringe and woven label."""
    grains = "M60 700 H980 M20 760 H960 M90 830 H940 M30 900 H980 M80 960 H900 M120 350 H300"
    return Drawing(
        "home",
        path("M0 300 Q240 262 520 300 Q760 330 1000 286 V1000 H0Z", "#E9D6AC"),
        path("M0 640 Q300 690 560 640 Q800 600 1000 660 V1000 H0Z", "#DFC895"),
        line(grains, "#C9AE76", 7, stroke_dasharray="1 83"),
        path("M120 716 L812 800 L1000 430 V880 L800 930Z", "#B99A60", opacity=0.35),
        two(
            "M1000 120 L380 190 L130 690 Q470 752 800 776 L1000 420Z",
            CREAM_CLOTH.base,
            *(
                (BUOY, f"M{a} 100 L{a - 300} 800 H{a - 300 + w} L{a + w} 100Z")
                for a, w in ((520, 24), (574, 76), (680, 24), (880, 24), (934, 76), (1040, 24))
            ),
            ("#FFFFFF44", "M380 190 L130 690 H190 L440 180Z"),
            ("#5A4A2C22", "M100 640 Q470 700 860 720 L800 800 H100Z"),
        ),
        *(
            group(
                f"translate({150 + i * 50} {700 + i * 6.1}) rotate({8 + (i % 3) * 7})",
                line("M-16 -6 L0 34 L16 -6", "#E6DAB8", 8),
                line("M0 34 L-12 130 M0 34 L2 138 M0 34 L14 126", "#E6DAB8", 8),
                circle(0, 34, 13, "#CDBE9A"),
            )
            for i in range(14)
        ),
        group("translate(690 590) rotate(6)", woven_label(0, 0, 128, 92)),
        ellipse(880, 890, 58, 34, "#F4EAD3"),
        line("M880 860 V922 M856 864 L872 920 M904 864 L888 920", "#D2BE96", 6),
    )


def quillon_tl_62() -> Drawing:
    """Small lichen-green microfibre towel hanging from a nail by its snap loop."""
    return Drawing(
        "home",
        rect(230, 150, 540, 96, OAK.base, 8),
        rect(230, 150, 540, 24, OAK.light, 8),
        line("M270 214 H520 M580 208 H720", OAK.dark, 5),
        snap_loop(500, 190, 92),
        circle(500, 196, 17, "#8E979C"),
        circle(496, 192, 9, "#D6DDE1"),
        hanging(500, 274, 300, 540, LICHEN, shoulder=0.12),
        line("M366 776 Q440 760 498 790 Q560 800 634 770", LICHEN.dark, 5, stroke_dasharray="12 9"),
        label(588, 742, 38, "62 g", "#F4EAD3"),
        ground(500, 878, 160, 14, 0.12),
    )


def quillon_tl_148() -> Drawing:
    """Large lichen-green microfibre towel snapped round a branch."""
    return Drawing(
        "home",
        line("M90 176 C300 150 620 200 910 128", "#7A5A3C", 44),
        line("M90 166 C300 140 620 190 910 118", "#94704C", 15),
        line("M690 172 C750 220 800 224 850 260", "#7A5A3C", 18),
        leaf(846, 256, 20, scale=1.0),
        leaf(800, 226, -50, scale=0.8),
        leaf(180, 150, -70, scale=0.9),
        leaf(130, 190, 70, scale=0.9),
        snap_loop(500, 136, 138),
        hanging(500, 264, 560, 560, LICHEN, shoulder=0.2),
        line("M246 776 Q360 758 498 794 Q630 806 754 772", LICHEN.dark, 5, stroke_dasharray="12 9"),
        label(664, 746, 44, "148 g", "#F4EAD3"),
        ground(500, 886, 270, 15, 0.12),
    )


def quillon_tl_62_detail() -> Drawing:
    """Coal-grey trek towel rolled tight and snapped shut to the side of a rucksack."""
    pack = tones("Slate blue")
    return Drawing(
        "home",
        ground(460, 878, 330, 22),
        two(
            "M180 330 Q190 180 340 170 H520 Q650 180 664 330 L690 800 Q690 872 610 872 "
            "H230 Q160 872 160 800Z",
            pack.base,
            (pack.light, "M150 160 H290 Q230 500 240 880 H150Z"),
            (pack.dark, "M560 160 H700 V880 H560Z"),
        ),
        line("M360 172 C360 90 480 90 480 172", "#33404F", 24),
        two(
            "M200 560 Q360 540 520 560 V800 Q520 836 480 836 H250 Q206 836 204 800Z",
            pack.light,
            (pack.base, "M280 540 H530 V850 H280Z"),
        ),
        line("M204 600 Q360 582 520 600", pack.dark, 8),
        line("M180 420 H668 M172 520 H676", "#33404F", 22),
        rect(596, 398, 40, 44, "#23282B", 8),
        rolled(612, 330, 186, 420, COAL),
        line("M612 470 Q704 508 798 470", "#3F464D", 20),
        line("M612 466 Q704 504 798 466", "#8C9A5B", 12),
        circle(706, 488, 22, "#98A3A9"),
        circle(702, 484, 13, "#E4E9EB"),
        label(706, 664, 36, "62 g", "#C9D0D4"),
    )


def quillon_tl_148_detail() -> Drawing:
    """Coal-grey towel folded, rolled and standing in an enamel mug."""
    return Drawing(
        "home",
        ground(490, 872, 280, 22),
        ellipse(490, 502, 206, 40, ENAMEL.dark),
        line("M284 502 A206 40 0 0 1 696 502", "#23282B", 12),
        rolled(352, 250, 276, 360, COAL, pattern=line("M352 320 Q490 366 628 320", "#50575E", 6)),
        label(490, 452, 46, "148 g", "#C9D0D4"),
        line("M690 560 C850 540 860 780 680 780", ENAMEL.base, 40),
        line("M690 574 C826 560 836 764 684 766", ENAMEL.light, 8),
        two(
            "M284 502 A206 40 0 0 0 696 502 L684 824 Q680 870 620 870 H360 Q300 870 296 824Z",
            ENAMEL.base,
            (ENAMEL.light, "M270 490 H364 V880 H270Z"),
            (ENAMEL.dark, "M590 490 H710 V880 H580Z"),
            *(
                circle(x, y, r, "#DCE6EC", opacity=0.55)
                for x, y, r in (
                    (420, 640, 5),
                    (520, 700, 4),
                    (380, 760, 4),
                    (610, 640, 5),
                    (470, 800, 5),
                )
            ),
        ),
        line("M284 502 A206 40 0 0 0 696 502", "#23282B", 12),
    )


DRAWINGS: dict[str, Draw] = {
    "linnhagen-sluice-waffle-towel": linnhagen_sluice_waffle_towel,
    "linnhagen-sluice-waffle-towel-detail": linnhagen_sluice_waffle_towel_detail,
    "linnhagen-sluice-terry-towel": linnhagen_sluice_terry_towel,
    "linnhagen-sluice-terry-towel-detail": linnhagen_sluice_terry_towel_detail,
    "linnhagen-slipway-beach-towel": linnhagen_slipway_beach_towel,
    "linnhagen-slipway-beach-towel-detail": linnhagen_slipway_beach_towel_detail,
    "quillon-tl-62": quillon_tl_62,
    "quillon-tl-62-detail": quillon_tl_62_detail,
    "quillon-tl-148": quillon_tl_148,
    "quillon-tl-148-detail": quillon_tl_148_detail,
}
