"""Socks for boots and for running."""

from shop.demo.drawing.canvas import ellipse, faded, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import Tones, tones
from shop.demo.drawing.parts.dyes import LEG, SKIN
from shop.demo.drawing.parts.labels import half_mark, sewn_label
from shop.demo.drawing.parts.shoes import TrailShoe, rubber_boot
from shop.demo.drawing.parts.sock import Sock, knit, loops
from shop.demo.drawing.scene import Draw, Drawing, ground

OCHRE = tones("Ochre")
BROWN = tones("Brown")
LOVAT = tones("Lovat green")
LICHEN = tones("Lichen")
COAL = tones("Coal")


def _printed(text: str, x: float, y: float, size: float, fill: str) -> str:
    """Knit a letter into a sock."""
    return label(x, y, size, text, fill)


def morrow_mill_osier_sock() -> Drawing:
    """Pair of ochre socks with brown ends, one lying on the other."""
    sock = Sock(OCHRE, BROWN, top=20)
    stitches = knit(60, 40, 620, 600, f"{OCHRE.dark}88", step=18)
    return Drawing(
        "wear",
        ground(480, 846, 340, 24),
        group("translate(250 170) rotate(9 300 600) scale(1.02)", sock.draw(stitches)),
        group(
            "translate(110 232) scale(1.02)",
            sock.draw(stitches),
            _printed("L", 118, 540, 52, "#F1E7D0"),
            sewn_label(462, 150, 64, 44),
        ),
    )


def morrow_mill_osier_sock_detail() -> Drawing:
    """Lovat-green sock inside out, with its loops."""
    sock = Sock(Tones("#8B9A76", "#6F7F5B", "#A7B494"), top=-60, deep=110)
    thick = Tones("#A9B692", "#82926B", "#C3CDB0")
    return Drawing(
        "wear",
        ground(500, 866, 340, 24),
        group(
            "translate(130 200) scale(1.1)",
            sock.draw(knit(60, -60, 620, 600, "#6F7F5B66", step=18)),
            two(
                "M612 250 Q600 380 616 470 Q626 598 520 604 H150 Q36 600 36 524 Q38 500 60 500 "
                "Q300 520 440 500 Q500 440 520 250Z",
                thick.base,
                (thick.light, "M36 490 H90 Q90 560 130 610 H20Z"),
                (thick.dark, "M560 240 H640 V620 H200 V580 H500 Q590 560 570 440Z"),
                loops(30, 250, 640, 620, "#5F6F4A", step=26),
            ),
            line("M60 500 Q300 520 440 500 Q500 440 520 250", "#6F7F5B", 8),
            line("M424 -52 V300", "#C3CDB0", 7, stroke_dasharray="9 9"),
            # threads that hang out of the seam at the toe
            line("M44 540 q-30 10 -26 44 M52 556 q-20 16 -10 44", "#82926B", 6),
        ),
    )


def morrow_mill_osier_knee() -> Drawing:
    """Pair of long lovat-green knee socks, hanging."""
    sock = Sock(LOVAT, BROWN, top=-270, deep=170)
    stitches = knit(60, -260, 620, 600, f"{LOVAT.dark}99", step=18)
    one = sock.draw(stitches) + line("M430 -190 H586", LOVAT.light, 9)
    pegs = joined(
        rect(x, 118, 24, 74, "#B98250", 6) + rect(x + 13, 118, 11, 74, "#99683A", 5)
        for x in (428, 788)
    )
    return Drawing(
        "wear",
        line("M60 138 Q500 158 940 138", "#8A7060", 9),
        group("translate(64 356) scale(.74)", one),
        group("translate(424 356) scale(.74)", one),
        pegs,
        ground(500, 906, 340, 16, 0.1),
    )


def morrow_mill_osier_knee_detail() -> Drawing:
    """Knee sock folded over the rim of a bottle-green rubber boot."""
    boot = rubber_boot(tones("Bottle green"), top=-60, half=112)
    turned = two(
        "M376 -110 Q500 -84 640 -110 L650 60 Q510 96 366 60Z",
        LOVAT.base,
        (LOVAT.light, "M360 -120 H430 L424 90 H360Z"),
        (LOVAT.dark, "M590 -120 H660 V90 H580Z"),
        *(line(f"M{x} -110 L{x - 3} 90", LOVAT.dark, 6) for x in range(380, 650, 20)),
    )
    return Drawing(
        "wear",
        ground(450, 876, 320, 24),
        path("M462 -10 H640 V240 H462Z", LEG.base),
        path("M586 -10 H640 V240 H586Z", LEG.dark),
        path("M462 -10 H500 V240 H462Z", LEG.light),
        group(
            "translate(70 286) scale(.98)",
            boot,
            ellipse(508, -108, 134, 22, LOVAT.dark),
            turned,
            line("M376 -108 Q500 -82 640 -108", LOVAT.light, 12),
            line("M366 60 Q510 96 650 60", LOVAT.dark, 8),
            half_mark(520, 190, 48, "#E6DFCF"),
        ),
    )


def morrow_mill_rush_liner() -> Drawing:
    """Pair of thin peat-brown socks, half see-through, with L and R."""
    sock = Sock(Tones("#80685A", "#6A5243", "#9A8475"), top=150, deep=44)
    fine = knit(40, 150, 620, 600, "#6A524344", step=12)
    return Drawing(
        "wear",
        ground(480, 816, 340, 22),
        faded(
            0.8,
            group(
                "translate(322 66) scale(1.04)",
                sock.draw(fine),
                _printed("R", 120, 540, 60, "#E7DACC"),
            ),
        ),
        faded(
            0.8,
            group(
                "translate(60 206) scale(1.04)",
                sock.draw(fine),
                _printed("L", 120, 540, 60, "#E7DACC"),
            ),
        ),
    )


def morrow_mill_rush_liner_detail() -> Drawing:
    """Thin sock on a foot, a thick ochre sock halfway over it."""
    thin = Sock(Tones("#80685A", "#6A5243", "#9A8475"), top=120, deep=40)
    thick = two(
        "M20 520 Q24 420 140 410 Q330 396 390 330 L470 400 Q520 480 470 620 H140 Q24 616 20 520Z",
        OCHRE.base,
        knit(20, 330, 520, 620, f"{OCHRE.dark}88", step=18),
        (
            OCHRE.light,
            (
                "M10 520 Q24 420 140 410 Q330 396 390 330 L410 350 Q330 440 140 450 Q70 470 60 "
                "540 H10Z"
            ),
        ),
        (OCHRE.dark, "M80 630 V590 H420 Q480 560 470 440 L520 430 V630Z"),
        (BROWN.base, "M140 400 Q176 500 140 630 H10 V400Z"),
        (BROWN.dark, "M140 630 Q150 610 152 590 H50 V640Z"),
    )
    rim = two(
        "M372 318 Q420 320 470 380 Q530 460 496 610 L450 618 Q490 500 430 420 Q390 370 350 360Z",
        OCHRE.light,
        *(
            line(f"M{360 + i * 12} {330 + i * 26} l70 {-20 + i * 4}", OCHRE.dark, 6)
            for i in range(12)
        ),
    )
    return Drawing(
        "wear",
        ground(470, 866, 340, 24),
        group(
            "translate(120 196) scale(1.1)",
            path("M430 -200 H592 Q600 0 594 160 H424 Q436 0 430 -200Z", SKIN.base),
            path("M550 -200 H592 Q600 0 594 160 H540 Q560 0 550 -200Z", SKIN.dark),
            path("M430 -200 H462 Q470 0 456 160 H424 Q436 0 430 -200Z", SKIN.light),
            thin.draw(knit(40, 150, 620, 600, "#6A524344", step=12)),
            thick,
            rim,
        ),
    )


def _lattice(sock: Sock, fill: str) -> str:
    """Ventilate the instep with a lattice."""
    mesh = joined(
        line(f"M{x} 320 l160 200 M{x + 160} 320 l-160 200", fill, 5) for x in range(60, 460, 30)
    )
    region = two("M170 400 Q360 390 400 320 H460 V400 Q410 500 200 512Z", "none", mesh)
    return two(sock.outline, "none", region)


def quillon_sk_34() -> Drawing:
    """Pair of short lichen-green running socks."""
    sock = Sock(LICHEN, COAL, top=330, tab=True)
    one = joined(
        (
            sock.draw(),
            _lattice(sock, LICHEN.dark),
            line("M250 560 H470", LICHEN.dark, 10),
            label(300, 560, 44, "SK34", "#E3EAC6"),
        )
    )
    return Drawing(
        "wear",
        ground(470, 772, 360, 22),
        group("translate(270 20) scale(1.1)", one),
        group("translate(60 110) scale(1.1)", one),
    )


def quillon_sk_34_detail() -> Drawing:
    """Coal sock on a foot, its tab above the collar of a lichen shoe."""
    shoe = TrailShoe(LICHEN, Tones("#B9C777", "#95A455", "#D6DE9C"), "#33393D", band=COAL)
    return Drawing(
        "wear",
        ground(470, 876, 360, 24),
        group(
            "translate(70 140) scale(1.22)",
            path("M452 -140 Q446 60 420 260 Q500 340 596 300 Q584 100 606 -140Z", LEG.base),
            path("M558 -140 H606 Q584 100 596 300 L540 320 Q556 100 558 -140Z", LEG.dark),
            path("M452 -140 H486 Q480 80 452 280 L420 260 Q446 60 452 -140Z", LEG.light),
            two(
                "M414 270 Q500 296 560 252 Q580 196 604 208 L612 360 Q520 420 410 370Z",
                COAL.base,
                (COAL.light, "M400 260 H448 L450 400 H400Z"),
                (COAL.dark, "M560 190 H620 V400 H556Z"),
                *(line(f"M{x} 200 V420", COAL.dark, 4) for x in range(424, 610, 15)),
            ),
            line("M414 272 Q500 298 560 254 Q580 196 602 208", COAL.light, 9),
            shoe.draw(),
        ),
    )


DRAWINGS: dict[str, Draw] = {
    "morrow-mill-osier-sock": morrow_mill_osier_sock,
    "morrow-mill-osier-sock-detail": morrow_mill_osier_sock_detail,
    "morrow-mill-osier-knee": morrow_mill_osier_knee,
    "morrow-mill-osier-knee-detail": morrow_mill_osier_knee_detail,
    "morrow-mill-rush-liner": morrow_mill_rush_liner,
    "morrow-mill-rush-liner-detail": morrow_mill_rush_liner_detail,
    "quillon-sk-34": quillon_sk_34,
    "quillon-sk-34-detail": quillon_sk_34_detail,
}
