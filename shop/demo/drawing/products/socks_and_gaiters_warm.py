"""Socks for beds and for stoves."""

from shop.demo.drawing.canvas import group, joined, line, path, rect, two
from shop.demo.drawing.palette import tones
from shop.demo.drawing.parts.flame import flame
from shop.demo.drawing.parts.labels import half_mark
from shop.demo.drawing.parts.sock import Sock, knit, straight_sock
from shop.demo.drawing.scene import Draw, Drawing, ground

CREAM = tones("Cream")
ICE_BLUE = tones("Ice blue")
BRICK = tones("Brick")
GREY = tones("Grey")


def _bands(fill: str) -> str:
    """Knit stripes across leg and foot of a bed sock."""
    leg = (path(f"M330 {y} H680 V{y + 40} H360Z", fill) for y in range(180, 370, 80))
    foot = (
        path(f"M{x} 400 Q{x + 30} 500 {x} 640 h44 Q{x + 74} 500 {x + 44} 400Z", fill)
        for x in range(190, 480, 88)
    )
    return joined((*leg, *foot))


def _fluff(x: float, y: float, fill: str) -> str:
    """Draw tufts that stand out from a fluffy sock."""
    return joined(
        line(f"M{x + dx} {y + dy} q{side * 7} -8 {side * 12} -4", fill, 5)
        for side, dx, dy in (
            (-1, 380, 200),
            (-1, 378, 280),
            (-1, 340, 370),
            (-1, 240, 420),
            (-1, 130, 440),
            (-1, 46, 500),
            (1, 632, 220),
            (1, 634, 320),
            (1, 632, 420),
            (1, 628, 520),
        )
    )


def skarholt_burrow_bed_socks() -> Drawing:
    """Pair of baggy bed socks in ice blue and cream."""
    sock = Sock(ICE_BLUE, CREAM, CREAM, top=60, deep=110, baggy=30)
    one = sock.draw(_bands(CREAM.base)) + _fluff(0, 0, ICE_BLUE.light)
    return Drawing(
        "wear",
        ground(470, 836, 350, 24),
        group("translate(266 150) scale(1.02)", one),
        group("translate(70 216) scale(1.02)", one),
    )


def skarholt_burrow_bed_socks_detail() -> Drawing:
    """Two feet in brick and cream, out of the end of a sleeping bag."""
    bag = tones("Midnight blue")

    def foot() -> str:
        return joined(
            (
                two(
                    "M-88 0 Q-110 -160 -100 -250 Q-90 -360 0 -364 Q90 -360 100 -250 Q110 "
                    "-160 88 0Z",
                    BRICK.base,
                    *(
                        path(
                            f"M-140 {y} Q0 {y - 30} 140 {y} V{y + 34} Q0 {y + 4} -140 {y + 34}Z",
                            CREAM.base,
                        )
                        for y in (-250, -170, -90, -10)
                    ),
                    (f"{BRICK.light}77", "M-130 -380 H-50 Q-84 -200 -60 20 H-130Z"),
                    (f"{BRICK.dark}88", "M130 -380 H44 Q92 -200 60 20 H130Z"),
                ),
                two(
                    "M-96 -256 Q-90 -366 0 -370 Q90 -366 96 -256 Q0 -290 -96 -256Z",
                    CREAM.base,
                    (CREAM.light, "M-110 -380 H-40 Q-70 -300 -60 -250 H-110Z"),
                    (CREAM.dark, "M110 -380 H40 Q76 -300 70 -250 H110Z"),
                ),
            )
        )

    quilting = joined(
        line(f"M0 {y} Q500 {y - 70} 1000 {y}", bag.dark, 7) for y in range(690, 1060, 90)
    )
    return Drawing(
        "wear",
        path("M60 1000 Q80 640 240 560 Q500 500 760 560 Q920 640 940 1000Z", bag.dark),
        path("M220 620 Q500 540 780 620 Q760 720 500 730 Q240 720 220 620Z", "#E8A25A"),
        path("M500 580 Q700 590 780 620 Q760 720 500 730Z", "#C9803C"),
        group("translate(380 690) rotate(-8)", foot()),
        group("translate(620 690) rotate(8)", foot()),
        two(
            "M40 1000 Q70 700 210 600 Q250 716 400 724 L500 820 L600 724 Q750 716 790 600 "
            "Q930 700 960 1000Z",
            bag.base,
            (bag.light, "M40 1000 Q70 700 210 600 Q226 650 260 680 Q180 780 170 1000Z"),
            (bag.dark, "M790 600 Q930 700 960 1000 H800 Q800 800 740 680 Q776 650 790 600Z"),
            quilting,
        ),
        line("M400 724 L500 820 L600 724", "#E6D2A0", 10, stroke_dasharray="9 8"),
        line("M500 826 V1000", "#E6D2A0", 9, stroke_dasharray="9 8"),
        rect(488, 812, 24, 60, "#E6D2A0", 9),
    )


def halfpenny_boot_socks() -> Drawing:
    """Three pairs of thick grey socks, fanned out in a paper band."""
    sock = straight_sock(GREY, CREAM, 640, 64)
    fan = joined(
        group(f"translate({500 + turn * 0.9} 860) rotate({turn})", sock)
        for turn in (-40, -24, 40, 24, -8, 8)
    )
    return Drawing(
        "wear",
        ground(500, 872, 230, 18),
        fan,
        two(
            "M352 640 Q500 590 648 640 L612 800 Q500 764 388 800Z",
            "#F1E7D0",
            ("#FBF5E6", "M340 590 H430 L440 820 H340Z"),
            ("#D4C6A4", "M590 590 H660 V820 H566Z"),
        ),
        half_mark(500, 726, 84, "#6B4A32"),
        line("M446 756 Q500 742 556 756", "#8A6A3A", 7),
    )


def halfpenny_boot_socks_detail() -> Drawing:
    """On feet propped up in front of a stove, one toe darned."""
    stove = joined(
        (
            rect(150, 96, 96, 240, "#4B5257"),
            rect(216, 96, 30, 240, "#33393D"),
            two(
                "M40 330 H420 V800 H40Z",
                "#3A4045",
                ("#545C61", "M40 330 H110 V800 H40Z"),
                ("#23282B", "M340 330 H420 V800 H340Z"),
            ),
            rect(20, 316, 420, 34, "#545C61", 8),
            rect(70, 796, 44, 70, "#23282B"),
            rect(346, 796, 44, 70, "#23282B"),
            rect(100, 420, 260, 240, "#23282B", 14),
            rect(118, 438, 224, 204, "#5A2414", 8),
            flame(230, 622, 1.2),
            line("M190 438 V642 M270 438 V642", "#23282B", 9),
            rect(380, 520, 18, 70, "#C3CBCF", 8),
        )
    )

    def foot(turn: float, x: float, y: float, *, darned: bool) -> str:
        sock = Sock(GREY, CREAM, top=-260, deep=80).draw(
            knit(40, -180, 620, 600, f"{GREY.dark}77", step=20)
        )
        darn = joined(line(f"M{78 + i * 15} 478 v70", "#C6432F", 7) for i in range(5)) + joined(
            line(f"M70 {486 + i * 15} h74", "#D9705E", 7) for i in range(5)
        )
        return group(
            f"translate({x} {y}) rotate({turn}) scale(.66)",
            sock,
            darn if darned else "",
        )

    return Drawing(
        "wear",
        stove,
        # the footstool
        ground(660, 930, 260, 18),
        line("M560 800 L530 926 M860 800 L890 926", "#7B4F33", 32),
        rect(500, 750, 430, 66, "#B5523B", 24),
        rect(500, 786, 430, 30, "#8F3B28", 14),
        foot(62, 868, 226, darned=False),
        foot(68, 820, 276, darned=True),
    )


DRAWINGS: dict[str, Draw] = {
    "skarholt-burrow-bed-socks": skarholt_burrow_bed_socks,
    "skarholt-burrow-bed-socks-detail": skarholt_burrow_bed_socks_detail,
    "halfpenny-boot-socks": halfpenny_boot_socks,
    "halfpenny-boot-socks-detail": halfpenny_boot_socks_detail,
}
