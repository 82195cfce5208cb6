"""Second views of the base layers: collars, cuffs, nets, and a line to dry on."""

from shop.demo.drawing.canvas import group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import BEECH, tones
from shop.demo.drawing.parts.knit import top
from shop.demo.drawing.parts.labels import sewn_label
from shop.demo.drawing.parts.layers import legging, peg, socked_foot, zip_collar
from shop.demo.drawing.parts.surfaces import stitches
from shop.demo.drawing.products.base_layers import BILBERRY, LOVAT, MIST, NET, OAT, PEAT, YOKE
from shop.demo.drawing.scene import Draw, Drawing, ground

ECRU = tones("Ecru")
CHARCOAL = tones("Charcoal")


def morrow_mill_reed_zip_detail() -> Drawing:
    """Folded, the collar standing open, one sleeve across it with its thumb loop out."""
    return Drawing(
        "wear",
        ground(500, 868, 330, 24),
        two(
            "M196 470 Q320 392 400 380 H600 Q680 392 804 470 L816 830 Q816 862 780 864 H220 "
            "Q184 862 184 830Z",
            LOVAT.base,
            (LOVAT.light, "M180 370 H330 Q280 600 300 870 H180Z"),
            (LOVAT.dark, "M690 370 H820 V870 H720 Q760 620 690 370Z"),
        ),
        group("translate(50 150) scale(.9 .86)", zip_collar(LOVAT)),
        rect(486, 730, 28, 60, "#E2B04A", 8),
        two(
            "M780 640 L810 760 L330 846 Q300 850 296 826 L286 770 Q284 748 306 744Z",
            LOVAT.base,
            (LOVAT.light, "M780 630 L800 670 L280 770 V730Z"),
            (LOVAT.dark, "M810 730 V780 L290 870 V820Z"),
        ),
        line("M380 734 L396 832", LOVAT.dark, 8),
        line("M300 770 C230 740 214 830 300 822", LOVAT.dark, 18),
        sewn_label(640, 550, 84, 56),
    )


def morrow_mill_reed_leggings_detail() -> Drawing:
    """Knees to toes: the ribbed cuffs end where a pair of oat-coloured socks begins."""
    return Drawing(
        "wear",
        ground(400, 886, 190, 16),
        ground(700, 886, 190, 16),
        *(joined((socked_foot(x, 726, OAT), legging(x, PEAT))) for x in (350, 630)),
        line("M280 250 Q350 284 420 250 M560 250 Q630 284 700 250", PEAT.dark, 7),
    )


def skarholt_undertow_mesh_detail() -> Drawing:
    """Near view of one shoulder: solid cloth above, below it a net to look through."""
    shirt = "M-20 250 Q120 236 190 130 L250 60 L760 200 Q930 260 1020 420 V1020 H-20Z"
    cords = joined(
        line(
            f"M{x} 380 " + f"q{side * 88} 56 0 112 q{-side * 88} 56 0 112 " * 3,
            tone,
            width,
        )
        for tone, width in ((NET.dark, 26), (NET.base, 19))
        for x, side in zip(range(-80, 1100, 92), (1, -1) * 7, strict=False)
    )
    return Drawing(
        "wear",
        two(shirt, "none", cords),
        two(
            shirt,
            "none",
            (YOKE.base, "M-20 40 H1020 V560 Q760 470 500 520 Q240 560 -20 480Z"),
            (YOKE.light, "M-20 40 H330 Q250 300 270 540 L-20 500Z"),
            (YOKE.dark, "M720 180 H1020 V580 Q900 500 760 490 Q800 320 720 180Z"),
        ),
        line("M-20 480 Q240 560 500 520 Q760 470 1020 560", YOKE.dark, 30),
        stitches("M-20 474 Q240 554 500 514 Q760 464 1020 554", "#FBF6E8", 7),
        line("M-20 262 Q130 246 206 134 L256 66", YOKE.light, 44),
        line("M-20 286 Q146 268 226 150 L272 84", YOKE.dark, 8),
        stitches("M300 96 L740 214 Q900 270 1000 420", YOKE.dark, 6),
        rect(470, 330, 150, 92, "#33454F", 10),
        label(545, 396, 58, "SK", YOKE.base),
    )


def quillon_wt_120_detail() -> Drawing:
    """Back of the T-shirt on a clothes line in the wind."""
    return Drawing(
        "wear",
        line("M-20 232 Q500 284 1020 226", "#8A6B50", 10),
        ground(500, 908, 230, 16, 0.1),
        line("M90 420 q60 -30 110 0 t110 0 M60 520 q50 -26 90 0 t90 0", "#FFFFFF", 9, opacity=0.8),
        group(
            "rotate(2 500 240)",
            top(MIST, sleeves="short", raglan=True, neck="back"),
            rect(470, 258, 60, 38, MIST.base, 4),
            label(500, 288, 26, "M", "#7F9093"),
            line(
                "M360 560 q60 80 20 220 M640 520 q-50 90 -10 260 M470 620 q30 90 0 190",
                MIST.dark,
                8,
            ),
        ),
        peg(340, 262, BEECH),
        peg(662, 264, BEECH),
        peg(840, 242, BEECH),
    )


def halfpenny_thermal_vest_detail() -> Drawing:
    """Ecru vest with one corner of its hem turned up: brushed and soft inside."""
    fluff = joined(
        line(f"M{x + (y // 22 % 2) * 12} {y} q7 -12 14 0", ECRU.dark, 4)
        for y in range(560, 860, 22)
        for x in range(420, 740, 26)
    )
    return Drawing(
        "wear",
        ground(440, 884, 220, 18),
        path("M392 224 Q400 300 500 306 Q600 300 608 224 L640 236 V420 H360 V236Z", ECRU.dark),
        two(
            "M100 100 H900 V450 L724 600 L430 850 L400 900 H100Z",
            "none",
            top(ECRU, sleeves="none"),
        ),
        two(
            "M430 850 L724 600 L505 552 Q484 548 480 570Z",
            "#F7F2E6",
            fluff,
        ),
        line("M430 850 L724 600", ECRU.light, 10),
        line("M716 586 L505 540", ECRU.dark, 5, stroke_dasharray="12 9"),
        rect(340, 776, 60, 40, "#FBF6E8", 6),
        label(370, 807, 30, "½", "#8A7A56"),
    )


def morrow_mill_small_reed_set_detail() -> Drawing:
    """Two sleeves: one cuff folded double for this winter, one turned down for the next."""
    cream = tones("Oat")

    def sleeve(x: float, foot: float) -> str:
        bands = joined(
            path(
                f"M{x - 150} {y} Q{x} {y + 18} {x + 150} {y} v48 Q{x} {y + 66} {x - 150} {y + 48}Z",
                "#E6D8BC",
            )
            for y in range(-40, 700, 112)
        )
        return two(
            f"M{x - 132} -20 H{x + 132} L{x + 104} {foot} Q{x} {foot + 20} {x - 104} {foot}Z",
            BILBERRY.base,
            (BILBERRY.light, f"M{x - 150} -30 H{x - 70} L{x - 54} {foot + 30} H{x - 150}Z"),
            bands,
            (f"{BILBERRY.dark}55", f"M{x + 60} -30 H{x + 150} V{foot + 30} H{x + 44}Z"),
        )

    def cuff(x: float, y: float, height: float) -> str:
        return two(
            f"M{x - 112} {y} H{x + 112} L{x + 104} {y + height} Q{x} {y + height + 20} "
            f"{x - 104} {y + height}Z",
            cream.base,
            (cream.light, f"M{x - 130} {y - 9} H{x - 60} V{y + height + 40} H{x - 130}Z"),
            (cream.dark, f"M{x + 56} {y - 9} H{x + 130} V{y + height + 40} H{x + 50}Z"),
            *(
                line(f"M{at} {y} V{y + height + 30}", cream.dark, 5)
                for at in range(int(x) - 100, int(x) + 110, 20)
            ),
        )

    return Drawing(
        "wear",
        sleeve(290, 560),
        cuff(290, 526, 130),
        line("M184 650 Q290 672 396 650", cream.light, 20),
        sleeve(710, 560),
        cuff(710, 536, 270),
        line("M604 668 Q710 686 816 668", cream.dark, 8, stroke_dasharray="16 12"),
        line("M500 560 V760", "#B93A32", 12),
        path("M500 806 l-34 -56 h68Z", "#B93A32"),
    )


DRAWINGS: dict[str, Draw] = {
    "morrow-mill-reed-zip-detail": morrow_mill_reed_zip_detail,
    "morrow-mill-reed-leggings-detail": morrow_mill_reed_leggings_detail,
    "skarholt-undertow-mesh-detail": skarholt_undertow_mesh_detail,
    "quillon-wt-120-detail": quillon_wt_120_detail,
    "halfpenny-thermal-vest-detail": halfpenny_thermal_vest_detail,
    "morrow-mill-small-reed-set-detail": morrow_mill_small_reed_set_detail,
}
