"""A folding pole that slides, its feet, and a stick from the hedge."""

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import BRASS, RUBBER, Tones, shaded, tones
from shop.demo.drawing.parts.pole import pole, tube
from shop.demo.drawing.parts.surfaces import lit, rod, topped
from shop.demo.drawing.scene import Draw, Drawing, ground

LICHEN = Tones("#8FA23F", "#6D7E27", "#B1C166")
FOAM = Tones("#4B5257", "#33393D", "#6B757B")
ORANGE = tones("Orange")
BARK = shaded("#7D7A5C")
PALE = Tones("#EBD9B0", "#CDB582", "#F6EACB")
SKIN = Tones("#D9A67E", "#BC8660", "#E9C09C")
TIP = Tones("#C9D0D4", "#98A3A9", "#E8ECEE")


def quillon_za130() -> Drawing:
    """Lichen green poles: one extended with a lever, one folded in four."""
    return Drawing(
        "wear",
        ground(510, 884, 280, 20),
        pole(300, 110, 876, LICHEN, grip=FOAM, clamps=(0.44,), width=26, basket=18),
        *(rect(290, y, 20, 26, "#33393D", 5) for y in (580, 700)),
        line("M640 500 Q680 440 720 500 M560 850 Q600 900 640 850", "#E08A3C", 8),
        tube((560, 850), (530, 500), LICHEN, 26),
        tube((640, 850), (610, 490), LICHEN),
        tube((720, 490), (700, 850), LICHEN),
        tube((800, 856), (780, 500), LICHEN),
        rect(515, 600, 36, 54, "#33393D", 8),
        rect(548, 606, 14, 40, "#E08A3C", 5),
        *(
            rect(x - 14, y, 28, 26, "#33393D", 6)
            for x, y in ((560, 840), (640, 840), (610, 486), (720, 486), (700, 840), (780, 490))
        ),
        path("M790 850 h20 l-6 40 l-4 18 l-4 -18Z", TIP.base),
        group(
            "translate(530 350) rotate(-5)",
            two(
                "M-26 10 Q-28 -18 6 -20 Q36 -18 28 16 L22 160 Q0 174 -22 160Z",
                FOAM.base,
                (FOAM.light, "M-40 -30 H-8 V180 H-40Z"),
                (FOAM.dark, "M12 -30 H50 V180 H12Z"),
            ),
            *(rect(-20, 60 + i * 26, 42, 6, FOAM.dark, 3) for i in range(4)),
            line("M14 0 C-70 -30 -110 60 -40 120", "#33393D", 11),
        ),
        rect(510, 690, 310, 34, "#E08A3C", 12),
        rect(510, 690, 310, 12, "#F0AA68", 6),
    )


def quillon_za130_detail() -> Drawing:
    """Upper tube: foam grip, lever with a thumb-wheel, a scale from 112 to 130."""
    marks = joined(
        line(f"M452 {560 + i * 40} h{38 if i % 3 == 0 else 22}", "#F4EAD3", 6) for i in range(9)
    )
    numbers = joined(
        label(529, 569 + i * 120, 27, str(n), "#F4EAD3") for i, n in enumerate((130, 121, 112))
    )
    return Drawing(
        "wear",
        line("M470 -20 C760 -10 800 200 560 260", "#33393D", 34),
        line("M470 -20 C760 -10 800 200 560 260", "#59646A", 9),
        lit(
            "M418 -20 H592 L584 190 Q600 230 580 270 V330 H430 V270 Q410 230 426 190Z",
            FOAM,
            (410, 600),
        ),
        *(line(f"M430 {y} Q505 {y + 14} 580 {y}", FOAM.dark, 8) for y in (40, 90, 140, 210, 250)),
        lit("M434 320 H576 V500 Q505 520 434 500Z", FOAM, (434, 576)),
        *(rect(440, y, 130, 10, FOAM.dark, 5) for y in (350, 384, 418, 452)),
        lit("M444 500 H566 V990 H444Z", LICHEN, (444, 566)),
        marks,
        numbers,
        lit("M424 900 H586 V1010 H424Z", RUBBER, (424, 586)),
        rect(424, 900, 162, 18, RUBBER.light, 6),
        topped("M566 916 H720 Q760 920 760 950 Q760 980 720 984 H566Z", ORANGE, (916, 984)),
        circle(640, 950, 44, RUBBER.base),
        circle(636, 946, 32, RUBBER.light),
        *(
            line(f"M{640 + dx} {950 + dy} l{dx * 0.25} {dy * 0.25}", RUBBER.dark, 9)
            for dx, dy in (
                (34, 0),
                (24, 24),
                (0, 34),
                (-24, 24),
                (-34, 0),
                (-24, -24),
                (0, -34),
                (24, -24),
            )
        ),
    )


def z_foot() -> str:
    """Draw a short rubber foot around 0 0: 200 wide at its sole, 260 high."""
    return "".join(
        (
            circle(86, -60, 40, RUBBER.base),
            circle(86, -60, 18, "#EFE4D6"),
            two(
                "M-58 -130 Q0 -146 58 -130 L66 20 Q74 60 100 84 L104 120 H-104 L-100 84 "
                "Q-74 60 -66 20Z",
                RUBBER.base,
                (RUBBER.light, "M-120 -150 H-26 V140 H-120Z"),
                (RUBBER.dark, "M34 -150 H120 V140 H34Z"),
            ),
            *(rect(-50, -96 + i * 34, 100, 10, RUBBER.dark, 5, opacity=0.6) for i in range(3)),
            path(
                "M-104 116 H104 L98 142 H70 L64 128 H30 L24 142 H-24 L-30 128 H-64 L-70 142 H-98Z",
                "#1B1F22",
            ),
            ellipse(0, -132, 56, 14, "#14171A"),
        )
    )


def quillon_z_rubber_feet() -> Drawing:
    """Two short black rubber feet with holes for string, beside a folded pole."""
    return Drawing(
        "wear",
        ground(500, 872, 380, 22),
        *(
            tube((640 + i * 62, 866), (640 + i * 62 - (i % 2) * 14, 260), LICHEN, 34)
            for i in range(3)
        ),
        line("M640 250 Q680 180 694 260 M702 870 Q740 920 764 866", "#E08A3C", 9),
        *(rect(622 + i * 60, 830, 40, 34, "#33393D", 6) for i in range(3)),
        rect(610, 470, 220, 40, "#E08A3C", 12),
        rect(610, 470, 220, 14, "#F0AA68", 6),
        lit(
            "M600 200 Q600 150 640 150 Q684 150 680 200 L672 360 Q640 376 608 360Z",
            FOAM,
            (600, 684),
        ),
        group("translate(200 760) scale(.74)", z_foot()),
        group("translate(430 760) scale(.74)", z_foot()),
    )


def quillon_z_rubber_feet_detail() -> Drawing:
    """Rubber foot on the tip of a pole, tied on with a loop of orange string."""
    return Drawing(
        "wear",
        ground(500, 858, 230, 22),
        lit("M446 -20 H554 L540 300 H460Z", LICHEN, (446, 554)),
        lit("M430 290 H570 L556 372 H444Z", RUBBER, (430, 570)),
        path("M472 370 H528 L520 480 H480Z", TIP.base),
        path("M506 370 H528 L520 480 H504Z", TIP.dark),
        group("translate(500 650) scale(1.4)", z_foot()),
        line(
            "M622 570 C700 520 720 440 640 410 C560 390 430 380 430 420 C430 450 560 450 600 430",
            ORANGE.dark,
            18,
        ),
        line(
            "M622 570 C700 520 720 440 640 410 C560 390 430 380 430 420 C430 450 560 450 600 430",
            ORANGE.light,
            6,
            stroke_dasharray="12 10",
        ),
        circle(606, 424, 20, ORANGE.base),
        line("M610 430 l60 50 M600 436 l20 70", ORANGE.base, 14),
    )


def ash_fork(x: float, y: float, *, scale: float = 1) -> str:
    """Draw the two shoots of the stick that part at x and y, with pale cut ends."""
    s = scale
    return "".join(
        (
            rod(f"M{x} {y + 60 * s} Q{x - 8 * s} {y} {x - 74 * s} {y - 120 * s}", BARK, 46 * s),
            rod(f"M{x} {y + 60 * s} Q{x + 10 * s} {y} {x + 70 * s} {y - 110 * s}", BARK, 42 * s),
            ellipse(
                x - 80 * s,
                y - 134 * s,
                28 * s,
                17 * s,
                PALE.base,
                transform=f"rotate(-24 {x - 80 * s} {y - 134 * s})",
            ),
            ellipse(
                x + 78 * s,
                y - 124 * s,
                26 * s,
                16 * s,
                PALE.base,
                transform=f"rotate(26 {x + 78 * s} {y - 124 * s})",
            ),
            ellipse(x - 80 * s, y - 134 * s, 10 * s, 6 * s, PALE.dark),
            ellipse(x + 78 * s, y - 124 * s, 10 * s, 6 * s, PALE.dark),
        )
    )


def thornhythe_ash_thumb_stick() -> Drawing:
    """Tall ash staff with its bark, a V fork on top, brass ferrule and rubber plug."""
    return Drawing(
        "wear",
        ground(500, 892, 150, 16),
        rod("M500 820 Q516 600 498 420 Q490 320 500 250", BARK, 46),
        ash_fork(500, 220),
        *(
            ellipse(x, y, 13, 9, BARK.dark) + ellipse(x - 1, y - 1, 7, 5, PALE.dark)
            for x, y in ((512, 380), (490, 520), (514, 640), (500, 740))
        ),
        *(
            line(f"M{x} {y} q6 34 0 70", BARK.dark, 4)
            for x, y in ((486, 420), (508, 460), (494, 600), (512, 690), (490, 300))
        ),
        lit("M472 780 H528 L524 850 H476Z", BRASS, (472, 528)),
        line("M474 796 H526", BRASS.dark, 5),
        lit("M468 846 H532 L536 886 Q500 898 464 886Z", RUBBER, (464, 536)),
    )


def thornhythe_ash_thumb_stick_detail() -> Drawing:
    """Hand with its thumb in the fork, pale cut ends of both shoots."""
    wool = tones("Moss")
    return Drawing(
        "wear",
        rod("M470 1020 Q480 760 468 560", BARK, 110),
        *(line(f"M{x} {y} q10 50 0 110", BARK.dark, 8) for x, y in ((440, 700), (500, 800))),
        ash_fork(470, 480, scale=2.3),
        group(
            "translate(470 640)",
            two(
                "M120 -70 L560 -190 V190 L150 150Z",
                wool.base,
                (wool.light, "M100 -80 L580 -200 V-110 L110 -10Z"),
                (wool.dark, "M140 110 L580 120 V220 H130Z"),
            ),
            *(line(f"M{x} -80 l16 220", wool.dark, 6) for x in (180, 214, 248)),
            two(
                "M10 -110 Q90 -140 170 -90 L190 140 Q110 190 20 170Z",
                SKIN.base,
                (SKIN.dark, "M0 100 H220 V200 H0Z"),
            ),
            *(
                line(f"M80 {y} H{x}", tone, 62)
                for y, x, tone in (
                    (140, -64, SKIN.dark),
                    (82, -76, SKIN.base),
                    (22, -74, SKIN.base),
                )
            ),
            line("M110 -60 Q60 -120 10 -184", SKIN.light, 66),
            line("M16 -196 l-8 -14", "#F3D9C2", 34),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "quillon-za130": quillon_za130,
    "quillon-za130-detail": quillon_za130_detail,
    "quillon-z-rubber-feet": quillon_z_rubber_feet,
    "quillon-z-rubber-feet-detail": quillon_z_rubber_feet_detail,
    "thornhythe-ash-thumb-stick": thornhythe_ash_thumb_stick,
    "thornhythe-ash-thumb-stick-detail": thornhythe_ash_thumb_stick_detail,
}
