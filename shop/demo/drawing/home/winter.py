"""Winter: a red tent in the snow at dusk, with a lantern, boots and a kettle."""

from shop.demo.drawing.canvas import circle, ellipse, joined, line, path, rect, two
from shop.demo.drawing.products.boots_and_shoes_rubber import skarholt_rime_boot
from shop.demo.drawing.products.candles_and_oil_lamps import tallow_finch_storm_lantern
from shop.demo.drawing.products.tents_more import skarholt_lee_2
from shop.demo.drawing.wide import DrawWide, Wide, placed, stood

SKY, FAR, NEAR, SNOW, SHADE = "#33495A", "#44606F", "#6E8895", "#DCE7EC", "#BCCDD6"
_TENT = slice(10, None)  # without its own hills and snowflakes
_DOOR = two(
    "M372 828 C380 690 402 590 440 548 C486 580 512 690 516 828Z",
    "#F6E2A2",
    ("#FFF3CC", "M372 828 C380 690 402 590 440 548 L420 828Z"),
    ("#E5C273", "M470 560 C500 600 512 700 516 840 H470Z"),
) + line("M440 540 C400 600 372 720 370 826", "#F2D16B", 7)
STARS = ((90, 90), (250, 190), (420, 70), (610, 150), (880, 80), (1050, 190), (1500, 110))


def _fir(x: float, foot: float, height: float) -> str:
    """Draw a fir with snow on the left of each tier."""
    tiers = []
    for tier in range(4):
        top = foot - height * (1 - tier * 0.2)
        half, drop = height * (0.13 + tier * 0.055), height * 0.34
        tiers.append(
            path(f"M{x} {top} L{x + half} {top + drop} H{x - half}Z", "#2C4A45")
            + path(f"M{x} {top} L{x - half} {top + drop} L{x - half * 0.3} {top + drop}Z", SNOW)
        )
    return rect(x - 9, foot - height * 0.1, 18, height * 0.12, "#4B3A30") + joined(tiers)


def winter() -> Wide:
    """Return the tent at dusk, with light in the porch."""
    return Wide(
        rect(0, 0, 1620, 1080, SKY),
        circle(1270, 230, 92, "#F1F2E3", opacity=0.12),
        circle(1270, 230, 62, "#F1F2E3", opacity=0.9),
        *(circle(x, y, 4, "#F1F2E3", opacity=0.85) for x, y in STARS),
        path(
            "M0 560 L190 420 L330 500 L560 330 L800 520 L980 440 L1240 600 L1620 480 V1080 H0Z", FAR
        ),
        path("M560 330 L470 398 L540 420 L600 402 L650 412Z", SHADE, opacity=0.75),
        path("M190 420 L120 472 L180 482 L240 450Z", SHADE, opacity=0.6),
        path("M0 690 C260 590 520 640 800 690 C1080 620 1360 610 1620 690 V1080 H0Z", NEAR),
        _fir(120, 770, 330),
        _fir(250, 800, 240),
        _fir(1490, 770, 370),
        _fir(1370, 748, 230),
        path("M0 800 C320 720 620 770 860 780 C1160 730 1400 760 1620 800 V1080 H0Z", SHADE),
        path("M0 860 C360 790 700 820 960 836 C1220 800 1440 820 1620 866 V1080 H0Z", SNOW),
        placed(skarholt_lee_2, x=940, y=930, scale=0.98, part=_TENT),
        stood(_DOOR, x=940, y=930, scale=0.98),
        ellipse(820, 950, 190, 26, "#FFE9B8", opacity=0.6),
        circle(330, 800, 230, "#FFE3A0", opacity=0.14),
        ellipse(330, 984, 280, 40, "#FFE9B8", opacity=0.6),
        placed(tallow_finch_storm_lantern, x=330, y=985, scale=0.5, part=slice(1, None)),
        placed(skarholt_rime_boot, x=1380, y=1000, scale=0.34, part=slice(1, 3)),
        path(
            "M0 1010 C300 960 560 1000 820 1004 C1100 980 1340 1000 1620 1016 V1080 H0Z", "#F4F8FA"
        ),
        line("M640 1010 q26 -14 52 0 M740 994 q26 -14 52 0 M836 1006 q26 -14 52 0", SHADE, 8),
    )


DRAWINGS: dict[str, DrawWide] = {"home-winter": winter}
