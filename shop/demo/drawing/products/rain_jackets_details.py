"""Second views of the rain jackets: hoods up, from behind, packed, at work."""

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
from shop.demo.drawing.palette import BEECH, Tones, tones
from shop.demo.drawing.parts.cloth import folded
from shop.demo.drawing.parts.jacket import Jacket
from shop.demo.drawing.parts.jacket_details import (
    back_vent,
    curly_edge,
    hood_behind,
    snaps_between,
)
from shop.demo.drawing.parts.stove import enamel_mug
from shop.demo.drawing.parts.surfaces import rod
from shop.demo.drawing.products.rain_jackets import frog
from shop.demo.drawing.scene import Draw, Drawing, ground

STORM = tones("Storm blue")
MINT = tones("Ice mint")
NAVY = tones("Navy")
YELLOW = tones("Yellow")
RASPBERRY = tones("Raspberry")
FOG = tones("Fog grey")
FLEECE = Tones("#E9DEC6", "#CDBE9E", "#F6EFDF")


def fellgarth_gale_3l_detail() -> Drawing:
    """Storm blue hood over a climbing helmet, its wired peak bent up, the collar shut."""
    helmet = two(
        "M338 470 C330 300 410 240 500 240 C590 240 670 300 662 470 Q500 420 338 470Z",
        "#F4F1E8",
        ("#FFFFFF", "M330 480 C330 300 400 240 460 240 Q400 340 410 480Z"),
        ("#CFCBBE", "M580 240 C650 280 676 360 662 480 H600 Q640 340 580 240Z"),
    ) + joined(line(f"M{x} 318 q-10 40 -8 70", "#A9B2B7", 16) for x in (430, 500, 574))
    return Drawing(
        "wear",
        two(
            "M60 1000 C70 820 150 770 330 720 H670 C850 770 930 820 940 1000Z",
            STORM.base,
            (STORM.light, "M40 1000 C70 820 150 770 330 700 L360 760 Q220 840 210 1000Z"),
            (STORM.dark, "M640 700 C850 770 930 820 960 1000 H760 Q780 840 640 700Z"),
        ),
        line("M210 1000 Q220 880 290 800 M790 1000 Q780 880 710 800", STORM.dark, 7),
        two(
            "M250 720 C180 300 300 90 500 86 C700 90 820 300 750 720 Q640 800 500 806 "
            "Q360 800 250 720Z",
            STORM.base,
            (STORM.light, "M240 740 C170 300 300 90 500 80 C340 140 270 400 340 790Z"),
            (STORM.dark, "M500 80 C700 90 830 300 760 740 L660 790 C730 420 680 160 500 80Z"),
        ),
        two(
            "M330 600 C300 350 380 256 500 252 C620 256 700 350 670 600 Q600 664 500 668 "
            "Q400 664 330 600Z",
            "#22303C",
            helmet,
            ("#17222B", "M600 440 Q680 520 640 640 H560Z"),
        ),
        path(
            "M318 330 Q500 110 682 330 Q704 372 668 384 Q500 232 332 384 Q296 372 318 330Z",
            STORM.light,
        ),
        path("M540 214 Q640 250 682 330 Q704 372 668 384 Q610 320 540 292Z", STORM.base),
        line("M326 352 Q500 160 674 352", STORM.dark, 6, stroke_dasharray="14 10"),
        two(
            "M318 604 Q500 690 682 604 L724 790 Q500 880 276 790Z",
            STORM.base,
            (STORM.light, "M260 580 H392 L372 880 H260Z"),
            (STORM.dark, "M610 580 H740 V880 H640Z"),
        ),
        line("M500 652 V1000", "#F2D16B", 13),
        rect(488, 672, 24, 60, "#F2D16B", 8),
        line("M372 700 q-20 50 -4 96 M628 700 q20 50 4 96", INK, 11),
        circle(368, 804, 15, INK),
        circle(632, 804, 15, INK),
    )


def quillon_q110_detail() -> Drawing:
    """Packed into its own pocket, on a kitchen scale that shows 168 g."""
    seam = "#4D6F66"
    return Drawing(
        "wear",
        ground(500, 880, 300, 22),
        two(
            "M250 640 H750 L800 846 Q804 880 770 880 H230 Q196 880 200 846Z",
            "#E9E4D8",
            ("#FBF8F0", "M190 630 H300 L280 890 H190Z"),
            ("#CBC4B2", "M680 630 H820 V890 H720Z"),
        ),
        rect(372, 714, 256, 110, "#33444C", 14),
        rect(384, 726, 232, 86, "#BFD3C4", 8),
        label(500, 792, 66, "168 g", "#2B3D36"),
        ellipse(500, 640, 330, 44, "#A9B2B7"),
        ellipse(500, 628, 330, 44, "#D5DBDE"),
        ellipse(500, 626, 280, 30, "#BCC5C9"),
        two(
            "M322 470 C318 360 400 290 500 290 C600 290 682 360 678 470 C684 580 610 632 "
            "500 632 C390 632 316 580 322 470Z",
            MINT.base,
            (MINT.light, "M310 470 C318 360 400 280 480 284 C390 350 370 500 420 630 H310Z"),
            (
                MINT.dark,
                "M560 284 C640 320 690 380 690 470 C690 580 620 640 560 640 Q660 480 560 284Z",
            ),
        ),
        line(
            "M380 390 Q420 440 400 540 M618 372 Q580 440 606 540",
            MINT.dark,
            8,
        ),
        line("M368 420 Q500 350 632 420", seam, 16),
        line("M368 420 Q500 350 632 420", "#F07F4F", 6, stroke_dasharray="9 7"),
        rect(616, 408, 22, 56, "#F07F4F", 8),
        label(500, 530, 72, "Q110", "#35544B"),
        line("M500 292 C470 220 540 190 540 240 C540 270 520 280 512 292", seam, 11),
    )


def okapi_lane_puddle_raincoat_detail() -> Drawing:
    """Navy raincoat from behind: a vent across the back, reflecting lines on the sleeves."""
    coat = Jacket(NAVY, lining="#22303C", hem=830, hem_half=255, shoulder_half=160, cuff=690)
    eyelets = (
        circle(500 + side * x, y, 8, "#C9D2D3")
        for side in (-1, 1)
        for x, y in ((150, 520), (158, 552))
    )
    return Drawing(
        "wear",
        ground(500, 902, 250, 20),
        coat.cloth(),
        line("M500 540 V836", NAVY.dark, 8),
        path("M500 620 L470 842 Q500 848 530 842Z", NAVY.dark),
        back_vent(coat, 500),
        coat.reflectors(),
        *eyelets,
        hood_behind(NAVY),
        line("M262 786 Q500 826 738 786", "#E9EEF0", 10),
    )


def okapi_lane_small_puddle_detail() -> Drawing:
    """Child's coat with its hood popped off and the second cuffs let out."""
    coat = Jacket(
        YELLOW,
        lining="#5A6F78",
        hem=800,
        hem_half=235,
        shoulder_half=165,
        reach=285,
        cuff=640,
        hood=False,
    )
    cuffs = two(
        "M215 616 L301 658 L272 712 L186 670Z",
        "#F4EAD3",
        ("#D9CBA9", "M250 600 H330 V770 H250Z"),
    ) + two(
        "M785 616 L699 658 L728 712 L814 670Z", "#E6D8BC", ("#C9B993", "M770 600 H840 V770 H770Z")
    )
    names = (
        rect(392, 400, 96, 92, "#F4EAD3", 8)
        + line("M406 424 h60 M406 446 h44 M406 468 h66", "#46585F", 7)
        + line("M404 425 h66", "#C8443A", 4)
    )
    hood = group(
        "translate(90 -66) scale(.82)",
        two(
            "M372 330 C350 200 420 120 500 118 C580 120 650 200 628 330 Q560 372 500 376 "
            "Q440 372 372 330Z",
            YELLOW.base,
            (YELLOW.light, "M372 330 C350 200 420 120 500 118 C430 150 400 240 412 352Z"),
            (YELLOW.dark, "M500 118 C580 120 650 200 628 330 L575 360 C610 240 580 150 500 118Z"),
        ),
        ellipse(500, 272, 82, 84, "#5A6F78"),
        path("M500 188 a82 84 0 0 1 0 168Z", "#46585F"),
        snaps_between(((400, 336), (462, 366), (538, 366), (600, 336)), "#E2574C"),
    )
    return Drawing(
        "wear",
        ground(500, 902, 230, 20),
        group(
            "translate(25 88) scale(.95)",
            coat.cloth(),
            cuffs,
            path("M500 322 Q452 560 430 812 H520 V322Z", YELLOW.dark),
            path("M500 322 L420 318 Q400 560 330 806 L440 818 Q462 560 500 322Z", YELLOW.light),
            names,
            frog(),
            joined(
                circle(x, y, 18, "#E2574C") + circle(x - 4, y - 4, 6, "#F09A92")
                for x, y in ((526, 420), (526, 510), (526, 600), (526, 690))
            ),
            snaps_between(((424, 300), (470, 322), (536, 322), (578, 300)), "#B93A32", 11),
        ),
        hood,
    )


def halfpenny_drizzle_poncho_detail() -> Drawing:
    """Raspberry poncho pitched as a small tarp by its eyelets, with a mug below."""
    cloth = two(
        "M110 330 Q300 400 500 372 Q700 400 890 330 L840 560 Q660 500 500 530 Q340 500 160 560Z",
        RASPBERRY.base,
        (RASPBERRY.light, "M100 300 Q300 410 420 376 L330 580 H100Z"),
        (RASPBERRY.dark, "M640 380 Q700 400 900 320 V580 H700Z"),
    )
    hood = two(
        "M424 384 Q440 300 520 306 Q590 312 584 384 Q560 420 500 424 Q440 420 424 384Z",
        RASPBERRY.light,
        (RASPBERRY.base, "M490 290 H600 V430 H500Z"),
    ) + line("M450 404 Q500 424 566 400", RASPBERRY.dark, 9)
    snaps = joined(
        circle(x, y, 7, "#E8DCC0")
        for x, y in ((226, 400), (214, 440), (202, 480), (774, 400), (786, 440), (798, 480))
    )
    drops = joined(
        path(f"M{x} {y} q14 26 0 38 q-14 -12 0 -38Z", "#86AFC4")
        for x, y in (
            (220, 170),
            (360, 120),
            (480, 210),
            (620, 130),
            (740, 200),
            (870, 150),
            (140, 250),
        )
    )
    return Drawing(
        "wear",
        ground(500, 866, 380, 24),
        rod("M110 320 V868", BEECH, 20),
        rod("M890 320 V868", BEECH, 20),
        line("M160 560 L90 850 M840 560 L910 850", "#E8DCC0", 6),
        path(
            "M300 860 Q310 560 330 532 Q500 500 670 532 Q690 560 700 860Z", "#22301F", opacity=0.06
        ),
        group("translate(150 500) scale(.42)", enamel_mug(tones("Navy"))),
        folded(470, 764, 270, 96, tones("Ochre"), layers=2),
        cloth,
        hood,
        snaps,
        joined(
            circle(x, y, 13, "#E8DCC0") + circle(x, y, 6, INK)
            for x, y in ((124, 342), (876, 342), (170, 546), (830, 546))
        ),
        drops,
    )


def skarholt_haar_parka_detail() -> Drawing:
    """Near view: a sleeve with its knitted cuff on the way into a fleece-lined pocket."""
    return Drawing(
        "wear",
        two(
            "M0 0 H1000 V1000 H0Z",
            FOG.base,
            (FOG.light, "M0 0 H150 V1000 H0Z"),
            (FOG.dark, "M850 0 H1000 V1000 H850Z"),
        ),
        rect(770, 0, 110, 1000, FOG.dark),
        rect(770, 0, 34, 1000, FOG.light),
        *(
            joined(
                (
                    circle(826, y, 30, "#D9BE7C"),
                    circle(818, y - 8, 11, "#F2E2B4"),
                    circle(826, y, 15, "#B89A52"),
                )
            )
            for y in (150, 430, 710)
        ),
        rect(226, 560, 460, 380, FOG.dark, 40),
        two(
            "M226 600 Q226 580 250 580 H662 Q686 580 686 600 V890 Q686 930 646 930 H266 "
            "Q226 930 226 890Z",
            FOG.light,
            (FOG.base, "M380 570 H700 V940 H420Z"),
            (FOG.dark, "M600 570 H700 V940 H610Z"),
        ),
        line(
            "M250 640 V890 Q250 908 270 908 H642 Q662 908 662 890 V640",
            FOG.dark,
            6,
            stroke_dasharray="14 10",
        ),
        rect(240, 566, 432, 60, FLEECE.dark, 24),
        curly_edge(240, 586, 672, FLEECE.base),
        # the hand is in the pocket already: knitted cuff, then the sleeve above it
        two(
            "M270 420 L520 380 L568 610 L316 640Z",
            tones("Charcoal").base,
            (tones("Charcoal").light, "M260 420 L330 405 L380 640 H300Z"),
            (tones("Charcoal").dark, "M460 390 L530 376 L580 620 H500Z"),
        ),
        line(
            "M300 424 L348 630 M345 416 L392 626 M390 408 L438 622 M434 402 L482 618 "
            "M478 394 L526 612",
            tones("Charcoal").dark,
            8,
        ),
        two(
            "M70 0 H420 L566 400 Q420 470 250 470Z",
            FOG.base,
            (FOG.light, "M60 -9 H180 L350 480 H240Z"),
            (FOG.dark, "M330 -9 H430 L580 420 L480 450Z"),
        ),
        line("M238 432 Q420 440 556 372", FOG.dark, 8, stroke_dasharray="14 10"),
        rect(196, 300, 190, 62, "#3F474B", 14, transform="rotate(-14 290 330)"),
        curly_edge(258, 614, 668, FLEECE.light),
    )


DRAWINGS: dict[str, Draw] = {
    "fellgarth-gale-3l-detail": fellgarth_gale_3l_detail,
    "quillon-q110-detail": quillon_q110_detail,
    "okapi-lane-puddle-raincoat-detail": okapi_lane_puddle_raincoat_detail,
    "okapi-lane-small-puddle-detail": okapi_lane_small_puddle_detail,
    "halfpenny-drizzle-poncho-detail": halfpenny_drizzle_poncho_detail,
    "skarholt-haar-parka-detail": skarholt_haar_parka_detail,
}
