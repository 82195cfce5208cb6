"""The repair bench: a jacket with its zip out, a vice, patches, thread and a tent pole."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import BEECH, GUNMETAL, OAK, STEEL, Tones, tones
from shop.demo.drawing.parts.jacket import Jacket
from shop.demo.drawing.products.tents import fellgarth_pole_repair_kit
from shop.demo.drawing.wide import DrawWide, Wide, placed, stood

WALL, BENCH = "#E9E3D2", 800


def _window() -> str:
    """Draw the window with a wet hill behind it."""
    hills = two(
        "M612 100 H1180 V540 H612Z",
        "#D3E0E4",
        ("#B9CAB4", "M600 420 C760 300 900 340 1000 400 C1080 350 1140 350 1200 380 V560 H600Z"),
        ("#9DB398", "M600 490 C800 410 980 450 1200 470 V560 H600Z"),
    )
    bars = line("M796 100 V540 M984 100 V540 M612 318 H1180", "#FBFAF3", 16)
    frame = path(
        "M588 76 H1204 V564 H588Z M612 100 V540 H1180 V100Z", "#FBFAF3", fill_rule="evenodd"
    )
    return joined((hills, bars, frame, rect(570, 560, 652, 26, "#D8D0BA", 6)))


def _reel(x: float, thread: Tones) -> str:
    """Draw a reel of thread that stands on the bench."""
    return joined(
        (
            rect(x - 34, BENCH - 96, 68, 16, BEECH.base, 6),
            two(
                f"M{x - 26} {BENCH - 80} h52 v62 h-52Z",
                thread.base,
                (thread.light, f"M{x - 26} {BENCH - 80} h14 v62 h-14Z"),
                (thread.dark, f"M{x + 12} {BENCH - 80} h14 v62 h-14Z"),
            ),
            line(
                f"M{x - 24} {BENCH - 62} h48 M{x - 24} {BENCH - 46} h48 M{x - 24} {BENCH - 30} h48",
                thread.dark,
                3,
            ),
            rect(x - 38, BENCH - 18, 76, 18, BEECH.dark, 6),
        )
    )


def _vice() -> str:
    """Draw a vice that holds a pole section."""
    return joined(
        (
            line("M1340 330 V700", tones("Bracken").base, 30),
            line("M1332 330 V700", tones("Bracken").light, 9),
            rect(1320, 318, 40, 60, STEEL.base, 8),
            rect(1268, 706, 150, 94, GUNMETAL.dark, 10),
            rect(1236, 580, 74, 150, GUNMETAL.base, 10),
            rect(1370, 560, 74, 170, GUNMETAL.base, 10),
            rect(1236, 580, 22, 150, GUNMETAL.light, 8),
            rect(1370, 560, 22, 170, GUNMETAL.light, 8),
            rect(1150, 660, 90, 30, STEEL.dark, 8),
            line("M1160 616 V736", STEEL.base, 14),
            circle(1160, 612, 14, STEEL.dark) + circle(1160, 738, 14, STEEL.dark),
            rect(1240, 780, 214, 24, "#59646A", 6),
        )
    )


def _lamp() -> str:
    """Draw the lamp above the bench, and its light."""
    return joined(
        (
            path("M700 190 L420 800 H1060 L860 190Z", "#FFF3C4", opacity=0.3),
            line("M780 0 V96", "#4B5257", 8),
            two(
                "M700 190 Q704 104 780 100 Q856 104 860 190Z",
                "#1E4D3D",
                ("#2F6B57", "M700 190 Q704 104 780 100 Q740 130 736 190Z"),
                ("#143A2D", "M820 108 Q856 130 860 190 H824Z"),
            ),
            ellipse(780, 192, 80, 14, "#FFE9A3"),
        )
    )


def _jacket() -> str:
    """Draw the jacket on its hook, its zip hanging out."""
    red = tones("Rowan red")
    jacket = Jacket(red, hood=True)
    return joined(
        (
            jacket.cloth(),
            jacket.slant_zips(560, "#5D2A22"),
            path("M500 356 C520 500 484 640 506 808 L540 812 C520 640 556 500 520 356Z", "#3A2A2C"),
            line("M508 360 C600 470 560 600 640 690 C680 740 640 790 668 850", "#F2C96B", 15),
            line(
                "M508 360 C600 470 560 600 640 690 C680 740 640 790 668 850",
                "#9C7222",
                15,
                stroke_dasharray="4 9",
            ),
            rect(652, 838, 34, 52, STEEL.base, 8),
        )
    )


def bench() -> Wide:
    """Return the bench on a working morning."""
    boards = joined(line(f"M{x} 590 V800", "#D9D1BC", 4) for x in range(60, 1620, 130))
    return Wide(
        rect(0, 0, 1620, 1080, WALL),
        rect(0, 586, 1620, 220, "#E0D8C4"),
        boards,
        _window(),
        _lamp(),
        line("M300 46 V96", STEEL.dark, 12) + circle(300, 42, 18, STEEL.dark),
        stood(_jacket(), x=300, y=752, scale=0.86),
        rect(0, BENCH, 1620, 76, OAK.base),
        rect(0, BENCH, 1620, 18, OAK.light),
        rect(0, BENCH + 58, 1620, 18, OAK.dark),
        rect(0, BENCH + 76, 1620, 204, OAK.dark),
        *(
            rect(x, BENCH + 104, 440, 150, OAK.base, 6)
            + rect(x, BENCH + 104, 440, 14, OAK.light, 6)
            + ellipse(x + 220, BENCH + 178, 34, 14, "#9C7222")
            + ellipse(x + 220, BENCH + 174, 34, 14, "#E6C06B")
            for x in (90, 590, 1090)
        ),
        placed(fellgarth_pole_repair_kit, x=830, y=850, scale=0.36),
        *(
            _reel(x, tones(name))
            for x, name in ((560, "Moss green"), (640, "Marigold"), (1060, "Navy"))
        ),
        group(
            f"translate(620 {BENCH + 26}) rotate(-8)",
            line("M-120 0 L60 -10", STEEL.base, 9),
            line("M-120 0 L60 8", STEEL.dark, 9),
            circle(84, -22, 24, "none", stroke=tones("Oxblood").base, stroke_width=12),
            circle(84, 20, 24, "none", stroke=tones("Oxblood").base, stroke_width=12),
        ),
        _vice(),
    )


DRAWINGS: dict[str, DrawWide] = {"home-bench": bench}
