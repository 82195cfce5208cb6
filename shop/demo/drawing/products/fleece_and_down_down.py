"""The down jackets from the herring freezer, and the hood that is snapped on."""

from shop.demo.drawing.canvas import circle, joined, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.labels import patch
from shop.demo.drawing.parts.midlayer import Midlayer, snaps
from shop.demo.drawing.parts.panel import Edge, flipped, panel, quilted
from shop.demo.drawing.scene import Draw, Drawing, ground

PETROL = tones("Petrol")
RUST = tones("Rust")
ZIP = "#E8C37A"


def _day(down: Tones) -> Midlayer:
    return Midlayer(down, hem=820, half=190, bands=7, sleeve_bands=6, bulge=9)


def _night(down: Tones) -> Midlayer:
    return Midlayer(down, hem=820, half=206, bands=5, sleeve_bands=4, bulge=24)


def _neck_snaps(y: float = 336, *, drop: float = 16) -> str:
    """Press seven snaps round the base of a collar."""
    return snaps(
        [(424 + i * 25.4, y + drop - (i - 3) ** 2 * drop / 9) for i in range(7)], "#E6D2A0", 8
    )


def skarholt_day_shift() -> Drawing:
    """Petrol down jacket in broad bands, with a tall collar."""
    coat = _day(PETROL)
    return Drawing(
        "wear",
        ground(500, 890, 260, 20),
        coat.cloth(),
        coat.collar("#123C48", height=104, bands=2),
        coat.hand_pockets(ZIP, 612, 104),
        coat.front_zip(ZIP, 262),
        _neck_snaps(340, drop=14),
        patch(560, 430, "SK", ground="#F4EAD3", print_="#174C5C", width=74),
    )


def skarholt_day_shift_detail() -> Drawing:
    """Rust, from behind, with the snaps along the collar."""
    coat = _day(RUST)
    return Drawing(
        "wear",
        ground(500, 890, 260, 20),
        coat.cloth(),
        coat.nape(height=112, bands=2),
        line("M410 336 Q500 366 590 336", RUST.dark, 8),
        _neck_snaps(332, drop=14),
        line("M468 222 Q500 196 532 222", RUST.dark, 10),
        path("M320 816 H680 L682 832 Q500 846 318 832Z", RUST.dark),
    )


def skarholt_night_shift() -> Drawing:
    """Petrol down jacket as thick as stacked cushions."""
    coat = _night(PETROL)
    return Drawing(
        "wear",
        ground(500, 890, 300, 22),
        coat.cloth(),
        coat.collar("#123C48", height=112, bands=2),
        coat.hand_pockets(ZIP, 612, 104),
        coat.front_zip(ZIP, 256),
        _neck_snaps(340, drop=14),
        patch(566, 424, "SK", ground="#F4EAD3", print_="#174C5C", width=74),
    )


def skarholt_night_shift_detail() -> Drawing:
    """Open, on a hook, with the pocket inside and the fleece of a hand pocket."""
    dark = PETROL.dark
    lining = Tones("#3B5A63", "#2B454D", "#4E717B")
    coat = _night(PETROL)
    front: tuple[Edge, Edge] = (
        [(424, 322), (330, 360), (300, 480), (292, 640), (288, 826)],
        [(432, 330), (420, 420), (404, 520), (394, 660), (392, 826)],
    )
    flap: tuple[Edge, Edge] = (
        [(568, 330), (590, 420), (604, 520), (612, 660), (616, 826)],
        [(584, 326), (650, 420), (720, 540), (746, 680), (752, 826)],
    )
    back: tuple[Edge, Edge] = (
        [(430, 300), (390, 420), (372, 600), (370, 812)],
        [(570, 300), (610, 420), (628, 600), (630, 812)],
    )
    return Drawing(
        "wear",
        rect(330, 96, 340, 60, "#B98250", 12),
        rect(330, 132, 340, 24, "#99683A", 12),
        line("M500 126 V210 Q500 248 528 244 Q548 240 546 218", "#33393D", 18),
        circle(500, 122, 22, "#4B5257"),
        coat.arms(),
        quilted(*back, lining, 5, 0),
        line("M470 296 Q500 190 530 296", "#E6D2A0", 10),
        path("M420 330 Q430 256 500 252 Q570 256 580 330 Q500 306 420 330Z", dark),
        quilted(*front, PETROL, 5, 18),
        quilted(*flap, lining, 5, 18),
        line(
            "M432 330 Q414 520 392 826 M568 330 Q590 420 604 520 L616 826",
            ZIP,
            7,
            stroke_dasharray="6 6",
        ),
        _neck_snaps(322, drop=-4),
        # the inner pocket with a letter in it
        rect(640, 520, 84, 70, "#F4EAD3", 4),
        line("M654 542 h54 M654 558 h40", "#8A6A3A", 5),
        rect(628, 556, 112, 150, "#2B454D", 12),
        line("M632 562 H736", "#E6D2A0", 6, stroke_dasharray="6 5"),
        # the hand pocket, its fleece lip turned out
        two(
            "M310 598 Q350 584 372 604 L356 724 Q320 734 300 716Z",
            "#E3D8C0",
            ("#C6B898", "M340 590 H380 V730 H330Z"),
            joined(
                line(f"M{x} {y} q7 -10 12 0", "#B7A783", 4)
                for y in range(610, 730, 18)
                for x in range(304, 372, 20)
            ),
        ),
        ground(500, 900, 280, 16),
    )


def _hood(down: Tones, inside: str) -> str:
    """Draw the hood that is sold by itself, from the front, around 500 500."""
    base, dark, light = down
    bands = joined(
        (
            path(
                f"M120 {y + 46} Q500 {y - 40} 880 {y + 46} V{y + 92} Q500 {y + 2} 120 {y + 92}Z",
                dark,
                opacity=0.35,
            )
            + line(f"M120 {y + 96} Q500 {y + 6} 880 {y + 96}", dark, 6)
        )
        for y in range(90, 800, 118)
    )
    return joined(
        (
            two(
                "M262 760 Q216 700 232 620 Q190 560 222 480 Q190 400 250 330 Q270 230 370 196 "
                "Q500 140 630 196 Q730 230 750 330 Q810 400 778 480 Q810 560 768 620 "
                "Q784 700 738 760 Q500 850 262 760Z",
                base,
                (light, "M200 120 H420 Q310 260 306 480 Q300 660 340 820 H200Z"),
                (dark, "M640 150 H820 V820 H650 Q720 660 716 480 Q720 280 640 150Z"),
                bands,
            ),
            path(
                "M352 640 C320 470 350 330 500 316 C650 330 680 470 648 640 Q500 724 352 640Z",
                inside,
            ),
            path(
                "M500 316 C650 330 680 470 648 640 Q600 668 550 680 C610 520 590 380 500 316Z",
                "#00000033",
            ),
            two(
                "M318 398 Q340 268 500 258 Q660 268 682 398 Q600 318 500 316 Q400 318 318 398Z",
                light,
                (base, "M480 240 H700 V420 H560Z"),
            ),
            line("M326 386 Q400 300 500 298 Q600 300 674 386", dark, 5, stroke_dasharray="14 9"),
        )
    )


def skarholt_shift_hood() -> Drawing:
    """Petrol hood without a jacket."""
    points = [(284 + i * 72, 742 + 40 - (i - 3) ** 2 * 4.4) for i in range(7)]
    return Drawing(
        "wear",
        ground(500, 838, 300, 22),
        _hood(PETROL, "#123C48"),
        line("M268 744 Q500 834 732 744", "#174C5C", 34),
        snaps(points, "#E6D2A0", 15),
        patch(640, 640, "SK", ground="#F4EAD3", print_="#174C5C", width=80),
    )


def skarholt_shift_hood_detail() -> Drawing:
    """Snapped to the collar of a jacket, from behind."""
    base, dark, light = PETROL
    shoulders: tuple[Edge, Edge] = (
        [(380, 640), (190, 700), (90, 840), (60, 1030)],
        [(620, 640), (810, 700), (910, 840), (940, 1030)],
    )
    hood: Edge = [(420, 132), (320, 220), (278, 380), (300, 540), (346, 640)]
    points = [(350 + i * 50, 646 + 26 - (i - 3) ** 2 * 3) for i in range(7)]
    return Drawing(
        "wear",
        quilted(*shoulders, PETROL, 3, 10, 30),
        panel([(366, 590), (352, 700)], [(634, 590), (648, 700)], Tones(dark, "#123C48", base)),
        quilted(hood, flipped(hood), PETROL, 5, 15, 14),
        path("M418 134 Q500 96 582 134 Q500 150 418 134Z", light),
        line("M346 640 Q500 706 654 640", "#123C48", 30),
        snaps(points, "#E6D2A0", 13),
        line("M330 398 Q500 440 670 398", "#F0D58A", 9),
        rect(478, 398, 44, 62, "#33393D", 12),
        circle(500, 416, 9, "#8E979C"),
        line("M490 460 Q470 520 486 546 M510 460 Q530 512 516 548", "#F0D58A", 8),
        circle(486, 550, 10, "#33393D"),
        circle(516, 552, 10, "#33393D"),
    )


DRAWINGS: dict[str, Draw] = {
    "skarholt-day-shift": skarholt_day_shift,
    "skarholt-day-shift-detail": skarholt_day_shift_detail,
    "skarholt-night-shift": skarholt_night_shift,
    "skarholt-night-shift-detail": skarholt_night_shift_detail,
    "skarholt-shift-hood": skarholt_shift_hood,
    "skarholt-shift-hood-detail": skarholt_shift_hood_detail,
}
