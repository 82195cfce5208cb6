"""A thin long-sleeved top, a heavy one, and long johns."""

from shop.demo.drawing.canvas import INK, circle, joined, line, path, rect, two
from shop.demo.drawing.palette import OAK, STEEL, Tones, tones
from shop.demo.drawing.parts.knit import top
from shop.demo.drawing.parts.labels import half_mark, sewn_label
from shop.demo.drawing.parts.surfaces import rod, stitches, topped
from shop.demo.drawing.parts.washing import loops
from shop.demo.drawing.scene import Draw, Drawing, ground

BILBERRY = tones("Bilberry")
OAT = tones("Oat")
LOVAT = tones("Lovat green")
PEAT = tones("Peat")
BLACK = tones("Black")
ECRU = tones("Ecru")


def morrow_mill_sedge_long() -> Drawing:
    """Bilberry blue thin top, straight, long-sleeved, longer behind than in front."""
    return Drawing(
        "wear",
        ground(500, 902, 240, 18),
        rod("M500 210 V158 q0 -20 24 -24 q34 -8 30 -42 q-8 -34 -44 -22", STEEL, 13),
        rod("M330 262 Q500 170 670 262", OAK, 30),
        path("M276 820 Q300 880 330 884 Q500 900 670 884 Q700 880 724 820Z", BILBERRY.dark),
        top(BILBERRY),
        line("M284 470 L278 838 M716 470 L722 838", BILBERRY.dark, 4),
        sewn_label(606, 752, 66, 44),
    )


def morrow_mill_sedge_long_detail() -> Drawing:
    """In oat, sleeves pushed up above the elbow, over the back of a chair."""
    return Drawing(
        "wear",
        ground(500, 916, 280, 20),
        rod("M270 250 V910 M730 250 V910", OAK, 40),
        topped("M244 210 Q500 150 756 210 V290 Q500 236 244 290Z", OAK, (170, 290)),
        rod("M270 470 H730 M270 640 H730", OAK, 24),
        topped("M230 780 H770 V830 H230Z", OAK, (780, 830)),
        rod("M240 830 V910 M760 830 V910", OAK, 36),
        two(
            "M316 180 Q500 140 684 180 L700 620 Q500 650 300 620Z",
            OAT.base,
            (OAT.light, "M290 140 H390 Q366 400 380 660 H290Z"),
            (OAT.dark, "M620 140 H710 V660 H600 Q640 400 620 140Z"),
            line("M440 200 Q430 400 450 620 M560 190 Q580 400 556 620", OAT.dark, 5),
        ),
        line("M300 606 Q500 636 700 606", OAT.dark, 5),
        *(
            two(
                f"M{500 + s * 180} 190 Q{500 + s * 260} 220 {500 + s * 262} 320 L{500 + s * 250} "
                f"470 L{500 + s * 166} 462 L{500 + s * 164} 300Z",
                OAT.base,
                (
                    OAT.light if s < 0 else OAT.dark,
                    (
                        f"M{500 + s * 300} 180 V480 H{500 + s * 226} "
                        f"Q{500 + s * 236} 280 {500 + s * 190} 180Z"
                    ),
                ),
            )
            + joined(
                line(
                    f"M{500 + s * 256} {y} Q{500 + s * 210} {y + 18} {500 + s * 162} {y - 6}",
                    OAT.dark,
                    11,
                )
                for y in (400, 424, 448)
            )
            + line(f"M{500 + s * 256} 474 Q{500 + s * 210} 490 {500 + s * 160} 466", OAT.light, 20)
            for s in (-1, 1)
        ),
        sewn_label(470, 560, 62, 42),
    )


def morrow_mill_reed_heavy_crew() -> Drawing:
    """Lovat green thick top with a round neck and a longer body."""
    ribs = joined(line(f"M{x} 834 V884", LOVAT.dark, 5) for x in range(286, 720, 18))
    return Drawing(
        "wear",
        ground(500, 914, 250, 18),
        top(LOVAT),
        two(
            "M274 826 Q500 856 726 826 L728 884 Q500 912 272 884Z",
            LOVAT.base,
            (LOVAT.light, "M260 810 H346 V920 H260Z"),
            (LOVAT.dark, "M640 810 H740 V920 H636Z"),
            ribs,
        ),
        line("M366 238 Q500 322 634 238", LOVAT.base, 40),
        line("M366 236 Q500 318 634 236", LOVAT.light, 16),
        line("M352 262 Q500 354 648 262", LOVAT.dark, 6),
        line("M344 300 Q330 560 344 826 M656 300 Q676 560 660 826", LOVAT.dark, 7),
        stitches("M352 300 Q338 560 352 826", LOVAT.light),
        sewn_label(580, 752, 70, 46),
    )


def morrow_mill_reed_heavy_crew_detail() -> Drawing:
    """Peat brown cuff of the same top turned inside out, towel-like loops showing."""
    return Drawing(
        "wear",
        ground(500, 920, 260, 20),
        two(
            "M330 -20 H690 L720 500 Q500 560 290 500Z",
            PEAT.base,
            (PEAT.light, "M270 -30 H400 L380 560 H270Z"),
            (PEAT.dark, "M620 -30 H740 V560 H630Z"),
            line("M430 60 Q410 260 430 480 M580 20 Q600 200 570 460", PEAT.dark, 6),
        ),
        two(
            "M262 470 Q500 540 744 470 L766 880 Q500 950 244 880Z",
            PEAT.light,
            ("#A88F7E", "M230 440 H360 L350 950 H230Z"),
            (PEAT.base, "M650 440 H790 V950 H650Z"),
            loops(250, 480, 770, 930, Tones(PEAT.light, PEAT.dark, "#C4AE9E"), step=26),
        ),
        two(
            "M262 470 Q500 540 744 470 L746 520 Q500 592 260 520Z",
            PEAT.base,
            (PEAT.light, "M240 450 H360 V600 H240Z"),
            (PEAT.dark, "M650 450 H760 V600 H650Z"),
        ),
        stitches("M264 508 Q500 580 742 508", PEAT.light),
        rect(560, 590, 100, 66, "#F4EAD3", 8),
        line("M580 636 q15 -34 30 0 q15 -34 30 0", "#6B4A32", 8),
    )


def long_johns(tone: Tones) -> str:
    """Draw straight long johns with a wide waist, a fly of two buttons and ribbed ankles."""
    base, dark, light = tone
    return "".join(
        (
            two(
                "M322 190 H678 L700 470 L664 800 H536 L514 460 H486 L464 800 H336 L300 470Z",
                base,
                (light, "M322 180 H386 L360 470 L384 810 H330 L290 470Z"),
                (dark, "M624 180 H720 V810 H612 L640 470Z"),
                (light, "M514 460 L536 800 H560 L536 460Z"),
                (dark, "M486 460 L464 800 H436 L460 460Z"),
            ),
            path("M500 250 H566 Q572 390 514 460 H500Z", base),
            line("M566 250 Q572 390 514 460 M500 250 V456", dark, 7),
            stitches("M552 254 Q556 380 510 440", light),
            *(circle(528, y, 13, "#E8DCC0") + circle(528, y, 4, dark) for y in (300, 366)),
            rect(314, 150, 372, 90, light, 12),
            rect(500, 150, 186, 90, base, 12),
            rect(620, 150, 66, 90, dark, 12),
            *(line(f"M326 {y} H674", dark, 5) for y in (176, 194, 212)),
            *(
                rect(x, 796, 128, 84, light, 10)
                + rect(x + 84, 796, 44, 84, dark, 10)
                + joined(line(f"M{x + i} 806 V872", dark, 5) for i in range(12, 124, 14))
                for x in (336, 536)
            ),
        )
    )


def halfpenny_thermal_long_johns() -> Drawing:
    """Black straight long johns with a wide waist, a two-button fly and ribbed ankles."""
    return Drawing(
        "wear",
        ground(500, 892, 220, 18),
        long_johns(BLACK),
        rect(350, 262, 72, 50, "#F4EAD3", 6),
        half_mark(386, 302, 38, BLACK.base),
    )


def halfpenny_thermal_long_johns_detail() -> Drawing:
    """Ecru long johns folded on a black vest, a ribbed ankle hanging over the edge."""
    ribs = joined(line(f"M{x} 690 V838", ECRU.dark, 6) for x in range(640, 770, 15))
    return Drawing(
        "wear",
        ground(480, 868, 360, 24),
        topped(
            "M120 640 Q110 620 140 616 H780 Q810 620 810 650 V830 Q810 864 780 864 H150 "
            "Q116 864 120 830Z",
            BLACK,
            (616, 864),
            (BLACK.dark, "M100 700 H820 V710 H100Z"),
            (BLACK.dark, "M100 780 H820 V790 H100Z"),
            light=0.12,
        ),
        two("M150 616 Q300 660 460 616 L440 680 Q300 720 170 680Z", BLACK.light),
        topped(
            "M160 420 Q150 400 180 396 H740 Q770 400 768 430 V600 Q768 630 740 630 H186 "
            "Q156 630 160 600Z",
            ECRU,
            (396, 630),
            (ECRU.dark, "M140 470 H780 V479 H140Z"),
            (ECRU.dark, "M140 548 H780 V557 H140Z"),
            light=0.16,
        ),
        topped(
            "M160 350 H600 Q640 352 640 400 Q640 446 600 448 H160 Q140 400 160 350Z",
            ECRU,
            (350, 448),
            dark=0.2,
        ),
        *(line(f"M170 {y} H610", ECRU.dark, 5) for y in (376, 398, 420)),
        two(
            "M560 480 H760 Q790 484 788 520 V700 H626 V570 Q622 550 600 548 H560Z",
            ECRU.light,
            (ECRU.base, "M680 470 H800 V710 H670Z"),
            (ECRU.dark, "M750 470 H800 V710 H750Z"),
        ),
        two(
            "M620 684 H794 V834 Q706 852 620 834Z",
            ECRU.light,
            (ECRU.dark, "M740 680 H800 V860 H740Z"),
            ribs,
        ),
        *(circle(x, 590, 12, "#FBF5E6") + circle(x, 590, 4, ECRU.dark) for x in (300, 370)),
        rect(430, 500, 84, 58, "#F4EAD3", 6),
        half_mark(472, 546, 44, INK),
    )


DRAWINGS: dict[str, Draw] = {
    "morrow-mill-sedge-long": morrow_mill_sedge_long,
    "morrow-mill-sedge-long-detail": morrow_mill_sedge_long_detail,
    "morrow-mill-reed-heavy-crew": morrow_mill_reed_heavy_crew,
    "morrow-mill-reed-heavy-crew-detail": morrow_mill_reed_heavy_crew_detail,
    "halfpenny-thermal-long-johns": halfpenny_thermal_long_johns,
    "halfpenny-thermal-long-johns-detail": halfpenny_thermal_long_johns_detail,
}
