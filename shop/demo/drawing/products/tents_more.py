"""Tunnel tents, for a family and for the snow."""

from shop.demo.drawing.canvas import INK, circle, ellipse, joined, line, path, rect, two
from shop.demo.drawing.palette import STEEL, shaded, tones
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.surfaces import lit, rod, topped
from shop.demo.drawing.parts.tent import guy_lines
from shop.demo.drawing.scene import Draw, Drawing, ground

ORANGE = tones("Orange")
RED = tones("Signal red")
CREAM = shaded("#F1DFB8")
SNOW = shaded("#F2F5F6")
GRASS = shaded("#8FAE7E")


def halfpenny_lay_by_6() -> Drawing:
    """Long orange tunnel with three hoops, its cream front door rolled to one side."""
    return Drawing(
        "camp",
        ground(500, 842, 460, 32),
        guy_lines(((470, 250, 300, 860), (800, 330, 970, 850), (140, 470, 30, 850)), "#F6E7C8"),
        two(
            "M340 330 C420 300 560 290 660 310 C840 340 940 560 950 836 H320Z",
            ORANGE.base,
            (ORANGE.light, "M300 290 C480 280 600 290 700 320 C560 330 440 370 340 420Z"),
            (ORANGE.dark, "M610 240 H990 V850 H740 C740 600 720 400 610 240Z"),
        ),
        line("M520 300 C640 330 690 600 690 836", CREAM.light, 12),
        line("M690 318 C850 350 930 600 940 836", CREAM.light, 12),
        two(
            "M610 460 Q640 420 690 470 L700 560 Q650 580 620 560Z",
            "#BFE0E8",
            ("#98C6D2", "M660 430 H720 V590 H660Z"),
        ),
        line("M616 514 Q654 520 696 514", CREAM.light, 6),
        two(
            "M70 836 C70 560 160 330 320 326 C480 330 540 580 540 836Z",
            ORANGE.light,
            (ORANGE.base, "M320 300 C500 330 560 580 560 850 H420 C440 600 420 420 320 300Z"),
        ),
        line("M70 836 C70 560 160 330 320 326 C480 330 540 580 540 836", CREAM.light, 14),
        two(
            "M150 836 C150 600 210 430 320 426 C430 430 466 600 466 836Z",
            "#4A3A34",
            ("#5E4A41", "M120 850 C150 600 210 430 320 420 L250 850Z"),
            (GRASS.dark, "M100 800 H500 V850 H100Z"),
        ),
        two(
            "M262 836 C262 680 280 560 330 556 C380 560 400 680 404 836Z",
            CREAM.base,
            (CREAM.dark, "M340 540 H420 V850 H350Z"),
        ),
        line("M332 560 V836", CREAM.dark, 6),
        two(
            "M428 836 L440 540 Q476 470 512 540 L526 836Z",
            CREAM.light,
            (CREAM.base, "M492 480 H540 V850 H500Z"),
        ),
        line("M436 690 H520", "#8A5F3D", 12),
        rect(590, 660, 70, 48, "#F4EAD3", 6),
        path("M600 700 q14 -34 28 -14 q12 -10 22 14Z", ORANGE.dark),
        *(rect(x - 6, 826, 12, 32, "#E3B23C", 4) for x in (70, 540, 690, 944)),
    )


def halfpenny_lay_by_6_detail() -> Drawing:
    """View into the tunnel: grass floor, a small table, the curtain of the bedroom."""
    return Drawing(
        "camp",
        two(
            "M-20 1010 V-20 H1020 V1010Z",
            ORANGE.dark,
            ("#B65A22", "M620 -20 H1020 V1010 H620Z"),
        ),
        path("M60 1010 C60 420 240 90 500 84 C760 90 940 420 940 1010Z", ORANGE.base),
        path("M60 1010 C60 420 240 90 500 84 C380 120 200 460 190 1010Z", ORANGE.light),
        line("M60 1010 C60 420 240 90 500 84 C760 90 940 420 940 1010", CREAM.light, 22),
        path("M150 1010 C160 520 290 240 500 236 C710 240 840 520 850 1010Z", "#D0702E"),
        two(
            "M226 800 C236 500 340 330 500 326 C660 330 764 500 774 800Z",
            CREAM.base,
            (CREAM.light, "M200 820 C230 500 340 330 500 326 C400 400 330 600 330 820Z"),
            (CREAM.dark, "M500 326 C660 330 764 500 780 820 H640 C650 600 600 420 500 326Z"),
            *(
                line(f"M{500 + x * 0.5} 350 L{500 + x} 810", CREAM.dark, 6)
                for x in (-200, -120, -50, 60, 130, 210)
            ),
        ),
        line("M500 330 V800", "#A98C50", 12),
        line("M500 330 V800", "#F6E7C8", 4, stroke_dasharray="8 8"),
        rect(490, 560, 20, 50, INK, 6),
        line("M226 796 Q500 812 774 796", CREAM.dark, 10),
        two(
            "M60 1010 C64 920 120 800 226 800 H774 C880 800 936 920 940 1010Z",
            GRASS.base,
            (GRASS.light, "M40 790 H360 L200 1020 H40Z"),
            (GRASS.dark, "M700 790 H960 V1020 H800Z"),
        ),
        *(
            line(f"M{x} {y} l-6 -26 M{x} {y} l4 -30 M{x} {y} l14 -22", GRASS.dark, 5)
            for x, y in (
                (180, 930),
                (260, 880),
                (330, 970),
                (700, 960),
                (620, 880),
                (800, 900),
                (120, 990),
            )
        ),
        rod("M380 760 L330 930 M640 760 L690 930 M420 750 L600 900 M600 750 L420 900", STEEL, 13),
        topped("M330 730 H690 L716 776 H304Z", shaded("#C89A62"), (730, 776)),
        lit("M430 640 h70 v84 q0 12 -12 12 h-46 q-12 0 -12 -12Z", tones("Navy"), (430, 500)),
        ellipse(465, 640, 35, 9, "#E9EEF0"),
        lit("M556 600 h52 q12 0 12 14 v116 h-76 v-116 q0 -14 12 -14Z", tones("Yellow"), (544, 620)),
        rect(562, 578, 40, 24, INK, 6),
    )


def snow_hills() -> str:
    """Cover the hills of the camp with snow."""
    return joined(
        (
            path("M0 640 C150 520 290 500 430 585 C560 520 730 470 1000 610 V1000 H0Z", "#E4EAEC"),
            path("M0 750 C260 690 620 700 1000 735 V1000 H0Z", "#F4F7F7"),
        )
    )


def skarholt_lee_2() -> Drawing:
    """Low signal red tunnel with two hoops and a skirt of snow along its edge."""
    return Drawing(
        "camp",
        snow_hills(),
        *(
            circle(x, y, 8, "#FFFFFF")
            for x, y in (
                (120, 160),
                (300, 90),
                (460, 200),
                (640, 120),
                (880, 240),
                (210, 330),
                (900, 460),
                (740, 400),
                (90, 470),
            )
        ),
        ground(500, 842, 450, 28, 0.12),
        guy_lines(((330, 420, 130, 850), (720, 430, 930, 850)), "#33404A"),
        two(
            "M96 830 C160 700 230 480 330 424 C470 380 620 390 720 430 C820 500 880 700 916 830Z",
            RED.base,
            (RED.light, "M60 850 C160 680 230 480 330 424 C300 560 290 700 290 850Z"),
            (RED.dark, "M720 430 C820 500 880 700 940 850 H720 C750 700 750 560 720 430Z"),
        ),
        line("M330 424 C290 520 280 700 284 834", INK, 13),
        line("M720 430 C760 540 772 700 770 834", INK, 13),
        line("M334 424 C294 520 284 700 288 834", "#C8CFD3", 4),
        line("M724 430 C764 540 776 700 774 834", "#C8CFD3", 4),
        two(
            "M354 830 C360 680 390 560 440 540 C500 560 530 690 534 830Z",
            RED.dark,
            (RED.base, "M340 840 C360 680 390 560 440 540 L420 840Z"),
        ),
        line("M440 540 C400 600 372 720 370 826", "#F2D16B", 7),
        path("M560 470 Q600 440 640 472 L626 496 Q600 474 574 496Z", RED.dark),
        patch(590, 610, "SK", ground="#2F4668", print_="#E8DCC0", width=96),
        path(
            "M60 850 Q90 806 150 820 Q220 796 300 818 Q400 800 480 820 Q600 800 700 818 "
            "Q800 796 860 820 Q930 810 950 852 Q700 886 500 880 Q250 886 60 850Z",
            "#FFFFFF",
        ),
        path(
            "M90 858 Q300 840 500 850 Q740 840 930 856 Q700 890 500 884 Q260 888 90 858Z", SNOW.dark
        ),
        *(rod(f"M{x} 836 L{x + d} 892", STEEL, 12) for x, d in ((132, -16), (930, 14))),
    )


def skarholt_lee_2_detail() -> Drawing:
    """Porch open from the front: rucksacks, a shovel, large toggles on the door."""
    return Drawing(
        "camp",
        snow_hills(),
        path("M-20 1000 C40 400 240 150 500 144 C760 150 960 400 1020 1000Z", RED.base),
        path("M-20 1000 C40 400 240 150 500 144 C330 200 180 480 150 1000Z", RED.light),
        path("M500 144 C760 150 960 400 1020 1000 H860 C840 500 700 220 500 144Z", RED.dark),
        line("M-10 960 C40 400 240 156 500 150 C760 156 960 400 1010 960", INK, 20),
        two(
            "M170 930 C190 520 310 300 500 294 C690 300 800 520 826 930Z",
            "#3A2A2C",
            ("#4D383A", "M150 940 C190 520 310 300 500 294 C380 400 320 640 320 940Z"),
            ("#F2C96B", "M470 940 C470 700 500 520 560 510 C640 540 660 700 664 940Z"),
            ("#D9AE52", "M580 510 C640 540 660 700 664 940 H600Z"),
        ),
        line("M562 512 V920", "#A9803A", 7),
        lit(
            "M250 590 Q256 520 330 516 Q404 520 412 590 L424 880 H240Z",
            tones("Fjord blue"),
            (240, 424),
        ),
        two(
            "M246 600 Q256 512 330 508 Q408 512 416 600 Q330 644 246 600Z", tones("Fjord blue").dark
        ),
        line("M296 620 V690 M368 620 V690", INK, 13),
        lit(
            "M400 680 Q404 622 462 618 Q524 622 530 680 L540 884 H392Z",
            tones("Mustard"),
            (392, 540),
        ),
        two("M396 690 Q404 612 462 610 Q526 612 534 690 Q462 726 396 690Z", tones("Mustard").dark),
        rod("M740 430 V740", STEEL, 20),
        rod("M700 424 H780", STEEL, 22),
        lit("M680 720 H800 V850 Q740 900 680 850Z", tones("Yellow"), (680, 800)),
        line("M716 740 V850 M764 740 V850", tones("Yellow").dark, 8),
        two(
            "M826 930 C810 640 760 440 640 330 Q700 330 760 400 C840 520 880 700 886 930Z",
            RED.light,
            (RED.base, "M826 320 H900 V940 H860 C840 700 800 500 740 380Z"),
        ),
        *(
            rod(f"M{x - 34} {y} l68 -22", shaded("#F2D16B"), 26) + circle(x, y - 10, 8, INK)
            for x, y in ((742, 470), (800, 600), (838, 740))
        ),
        path("M-20 940 Q200 900 400 916 Q500 890 640 918 Q840 900 1020 940 V1010 H-20Z", "#FFFFFF"),
        path("M-20 980 Q300 950 600 966 Q840 950 1020 976 V1010 H-20Z", SNOW.dark),
    )


DRAWINGS: dict[str, Draw] = {
    "halfpenny-lay-by-6": halfpenny_lay_by_6,
    "halfpenny-lay-by-6-detail": halfpenny_lay_by_6_detail,
    "skarholt-lee-2": skarholt_lee_2,
    "skarholt-lee-2-detail": skarholt_lee_2_detail,
}
