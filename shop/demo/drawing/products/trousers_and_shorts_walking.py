"""Light trousers for walking, and the shorts for nothing in particular."""

from shop.demo.drawing.canvas import circle, group, joined, label, line, mirrored, path, rect, two
from shop.demo.drawing.palette import LEATHER, Tones, tones
from shop.demo.drawing.parts.footwear import Boot
from shop.demo.drawing.parts.labels import half_mark
from shop.demo.drawing.parts.panel import Edge, across, panel
from shop.demo.drawing.parts.trousers import Trousers
from shop.demo.drawing.scene import Draw, Drawing, ground

GRAPHITE = tones("Graphite")
LICHEN = tones("Lichen")
MARIGOLD = tones("Marigold")
CORD = "#D6DE9C"


def _thigh_zip(x: float = 640, y: float = 430) -> str:
    """Draw the zipped pocket on the right thigh."""
    return (
        line(f"M{x} {y} l16 120", "#2C3236", 16)
        + line(f"M{x} {y} l16 120", CORD, 5, stroke_dasharray="5 7")
        + rect(x - 9, y - 6, 18, 36, CORD, 6)
    )


def _corded_waist(cut: Trousers, *, deep: float = 46) -> str:
    """Draw a flat waistband with a pale cord and no loops."""
    top = cut.waist
    return (
        cut.inside("#2C3236")
        + cut.band(deep=deep)
        + line(f"M484 {top + 30} Q450 {top + 70} 468 {top + 128}", CORD, 7)
        + line(f"M516 {top + 30} Q546 {top + 66} 530 {top + 118}", CORD, 7)
        + circle(484, top + 28, 7, "#2C3236")
        + circle(516, top + 28, 7, "#2C3236")
        + line(f"M500 {top + 48} V{top + 190}", cut.tones.dark, 6)
    )


def quillon_tr240() -> Drawing:
    """Thin graphite trousers with a corded waist and slim lower legs."""
    cut = Trousers(GRAPHITE, hip=156, foot=126, gap=32, knee=4)
    return Drawing(
        "wear",
        ground(500, 880, 210, 18),
        cut.legs(),
        _corded_waist(cut),
        cut.hand_pockets("#2C3236"),
        mirrored(_thigh_zip(630, 430)),
        cut.hems("#2C3236", at=0.975),
        line("M404 600 Q430 616 452 606 M560 612 Q590 622 604 606", GRAPHITE.dark, 5),
        label(600, 262, 24, "TR240", "#DCE3C8"),
    )


def quillon_tr240_detail() -> Drawing:
    """Waist in lichen green: flat band, pale cord, no belt loops."""
    base, dark, light = LICHEN
    return Drawing(
        "wear",
        two(
            "M196 300 Q500 356 804 300 Q880 560 900 1000 H100 Q120 560 196 300Z",
            base,
            (light, "M196 300 L330 326 Q262 640 260 1000 H100 Q120 560 196 300Z"),
            (dark, "M804 300 Q880 560 900 1000 H770 Q760 600 690 320Z"),
        ),
        path("M200 210 Q500 120 800 210 Q500 286 200 210Z", "#4F5A2D"),
        rect(462, 176, 76, 44, "#F4EAD3", 6),
        line("M476 192 h48 M476 206 h32", "#6F7C43", 5),
        two(
            "M200 206 Q500 290 800 206 L812 310 Q500 392 188 310Z",
            light,
            (base, "M420 200 H820 V400 H420Z"),
            (dark, "M700 190 H830 V400 H710Z"),
        ),
        line("M196 296 Q500 376 804 296", dark, 5, stroke_dasharray="14 10"),
        line("M500 352 V760", dark, 12),
        line("M500 370 V620", CORD, 7, stroke_dasharray="7 8"),
        rect(489, 356, 22, 62, CORD, 8),
        line("M566 372 V620 Q560 700 506 750", dark, 6, stroke_dasharray="14 10"),
        line("M446 300 Q390 400 430 520 M554 300 Q620 400 588 500", "#F0F4CF", 15),
        circle(446, 298, 15, "#4F5A2D"),
        circle(554, 298, 15, "#4F5A2D"),
        circle(431, 524, 13, "#F0F4CF"),
        circle(588, 504, 13, "#F0F4CF"),
        line("M274 350 Q270 480 140 560", dark, 13),
        line("M282 356 Q280 496 150 580", CORD, 5, stroke_dasharray="7 8"),
        line("M726 350 Q730 480 860 560", "#4F5A2D", 13),
        label(690, 860, 50, "TR240", "#E3EAC6"),
    )


def _zip_ring(a: Edge, b: Edge, part: float, thread: str) -> str:
    """Draw the zip that goes round a leg."""
    return line(across(a, b, part, 7), "#2C3236", 16) + line(
        across(a, b, part, 7), thread, 6, stroke_dasharray="6 6"
    )


def quillon_tr295z() -> Drawing:
    """Graphite zip-off trousers, the right lower leg lying beside."""
    cut = Trousers(GRAPHITE, hip=150, foot=130, gap=30)
    left, right = cut.leg, cut.right_leg
    cloth = Tones(GRAPHITE.base, GRAPHITE.dark, GRAPHITE.base)
    upper = two("M0 0 H1000 V598 H0Z", "none", panel(*left, GRAPHITE, lit=0.26, shade=0.82))
    lower: tuple[Edge, Edge] = (
        [(0, 0), (6, 120), (22, 260)],
        [(136, -6), (124, 120), (116, 262)],
    )
    off = (
        panel(*lower, GRAPHITE)
        + _zip_ring(*lower, 0.02, "#F07F2F")
        + line(across(*lower, 0.95, 2), "#2C3236", 4, stroke_dasharray="11 8")
        + line("M126 6 Q112 120 110 250", "#F07F2F", 6, stroke_dasharray="6 6")
    )
    return Drawing(
        "wear",
        ground(560, 880, 190, 16),
        ground(290, 884, 150, 12),
        group(
            "translate(50 0)",
            panel(*right, cloth, shade=0.56),
            upper,
            _corded_waist(cut),
            cut.hand_pockets("#2C3236"),
            mirrored(_thigh_zip(622, 400)),
            _zip_ring(*right, 0.63, "#C9D3D8"),
            _zip_ring([(348, 590), left[0][-1]], [(489, 590), left[1][-1]], 0, "#F07F2F"),
            cut.stitches("#2C3236", right=True, at=0.975),
        ),
        group("translate(140 862) rotate(-84)", off),
        label(646, 262, 22, "TR295Z", "#DCE3C8"),
    )


def quillon_tr295z_detail() -> Drawing:
    """Worn as shorts, from the side, both lower legs rolled up next to a boot."""
    thigh: tuple[Edge, Edge] = (
        [(300, 150), (262, 300), (276, 430), (300, 560)],
        [(540, 150), (566, 300), (548, 430), (520, 560)],
    )
    leg: tuple[Edge, Edge] = (
        [(330, 540), (330, 590), (360, 630), (388, 670)],
        [(488, 540), (494, 600), (486, 640), (468, 670)],
    )
    skin = Tones("#C8946D", "#A97650", "#DDAE88")
    roll = two(
        "M0 0 H170 V104 H0 Q-34 100 -34 52 Q-34 4 0 0Z",
        GRAPHITE.base,
        (GRAPHITE.light, "M-40 0 H180 V26 H-40Z"),
        (GRAPHITE.dark, "M-40 80 H180 V110 H-40Z"),
    ) + (
        circle(170, 52, 52, GRAPHITE.dark)
        + line("M170 52 q16 -16 24 4 q2 30 -30 26 q-34 -10 -22 -44 q20 -36 58 -10", "#8E979C", 6)
    )
    return Drawing(
        "wear",
        ground(410, 886, 190, 16),
        ground(730, 886, 190, 16),
        panel(*leg, skin),
        panel([(366, 606), (384, 660)], [(490, 606), (472, 660)], tones("Oat")),
        group("translate(196 604) scale(.46)", Boot(LEATHER, worn=True).draw()),
        panel(*thigh, GRAPHITE),
        panel([(306, 112), (300, 164)], [(534, 112), (542, 164)], GRAPHITE),
        line("M330 200 Q372 260 400 330", "#2C3236", 8),
        line("M452 330 l10 110", "#2C3236", 14),
        line("M452 330 l10 110", CORD, 5, stroke_dasharray="5 7"),
        _zip_ring(*thigh, 0.96, "#F07F2F"),
        group("translate(620 676)", roll),
        line("M630 682 q70 10 140 0", "#F07F2F", 7, stroke_dasharray="6 6"),
        group("translate(600 782)", roll),
        line("M610 788 q70 10 140 0", "#C9D3D8", 7, stroke_dasharray="6 6"),
    )


def _towpath(cloth: Tones, cord: str = "#FBFAF6") -> str:
    """Draw pull-on shorts with slanting pockets from the front."""
    cut = Trousers(cloth, waist=250, crotch=540, hem=772, hip=210, foot=266, gap=24)
    gathers = joined(line(f"M{x} 258 v44", cloth.dark, 6) for x in range(330, 690, 24))
    return joined(
        (
            cut.inside(cloth.dark, dip=28),
            cut.legs(),
            cut.band(deep=62),
            gathers,
            cut.hand_pockets(cloth.dark, 9),
            line("M500 314 V536", cloth.dark, 6),
            cut.hems(cloth.dark, at=0.94, width=5),
            line("M480 296 Q440 360 462 436 M520 296 Q556 356 540 424", cord, 11),
            circle(480, 294, 9, cloth.dark),
            circle(520, 294, 9, cloth.dark),
            circle(463, 440, 10, cord),
            circle(540, 428, 10, cord),
        )
    )


def halfpenny_towpath_shorts() -> Drawing:
    """Marigold pull-on shorts with a white cord."""
    return Drawing(
        "wear",
        ground(500, 812, 280, 22),
        _towpath(MARIGOLD),
        rect(660, 686, 54, 42, "#E6DFCF", 5),
        half_mark(687, 718, 30, "#B87B18"),
    )


def halfpenny_towpath_shorts_detail() -> Drawing:
    """Pine, denim and marigold shorts on a washing line."""
    behind = Trousers(tones("Denim"), waist=250, crotch=540, hem=772, hip=210, foot=266, gap=24)
    denim = behind.tones
    middle = joined(
        (
            behind.legs(),
            behind.band(deep=62),
            *(line(f"M{x} 258 v44", denim.dark, 6) for x in range(330, 690, 24)),
            line("M500 314 V536", denim.dark, 7),
            two(
                "M540 366 H650 V476 L595 500 L540 476Z",
                denim.light,
                (denim.base, "M590 350 H660 V510 H590Z"),
            ),
            circle(595, 398, 15, "#F4EAD3"),
            behind.hems(denim.dark, at=0.94, width=5),
        )
    )
    pegs = joined(
        rect(x, y, 18, 58, "#B98250", 5) + rect(x + 10, y, 8, 58, "#99683A", 4)
        for x, y in ((110, 306), (268, 326), (408, 336), (572, 336), (714, 326), (872, 306))
    )
    return Drawing(
        "wear",
        line("M-10 320 Q500 400 1010 320", "#8A7060", 9),
        group("translate(-88 200) rotate(3 280 140) scale(.57)", _towpath(tones("Pine"))),
        group("translate(215 218) scale(.57)", middle),
        group("translate(518 200) rotate(-3 280 140) scale(.57)", _towpath(MARIGOLD)),
        pegs,
    )


DRAWINGS: dict[str, Draw] = {
    "quillon-tr240": quillon_tr240,
    "quillon-tr240-detail": quillon_tr240_detail,
    "quillon-tr295z": quillon_tr295z,
    "quillon-tr295z-detail": quillon_tr295z_detail,
    "halfpenny-towpath-shorts": halfpenny_towpath_shorts,
    "halfpenny-towpath-shorts-detail": halfpenny_towpath_shorts_detail,
}
