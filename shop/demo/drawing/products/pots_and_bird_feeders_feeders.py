"""Feeders for seed and for peanuts."""

from shop.demo.drawing.canvas import ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import Tones, shaded, tones
from shop.demo.drawing.parts.birds import (
    GOLDFINCH,
    GREAT_TIT,
    bird,
)
from shop.demo.drawing.parts.garden import leaf
from shop.demo.drawing.parts.washing import hand
from shop.demo.drawing.scene import Draw, Drawing, ground

ZINC = tones("Zinc")
BARK = Tones("#6F5A48", "#54422F", "#8C745E")
SKIN = Tones("#D29B76", "#AE7853", "#E4B693")
JUMPER = tones("Lovat green")
SEED = "#C9A15C"
NUT = shaded("#C98F52")


def _bough() -> str:
    """Draw a bough across the top with a few leaves."""
    return joined(
        (
            line("M0 90 C260 130 620 60 1000 120", BARK.base, 44),
            line("M0 78 C260 118 620 48 1000 108", BARK.light, 14),
            leaf(160, 110, 60, scale=1.0),
            leaf(220, 96, -70, scale=0.9),
            leaf(800, 96, 70, scale=1.0),
            leaf(870, 90, -60, scale=0.9),
        )
    )


def _port(x: float, y: float, side: int, scale: float = 1) -> str:
    """Draw a cast port with its perch, to the left (-1) or the right (1) of the tube."""
    return group(
        f"translate({x} {y}) scale({side * scale} {scale})",
        line("M0 40 H92", ZINC.dark, 15),
        line("M4 36 H90", ZINC.light, 5),
        two(
            "M-30 -34 H18 Q34 -34 34 -16 V40 Q34 52 20 52 H-30Z",
            ZINC.base,
            (ZINC.dark, "M8 -40 H40 V60 H8Z"),
        ),
        path("M-18 -16 Q4 -30 14 -10 V24 H-18Z", "#4B4032"),
    )


def _tube(x: float, y: float, width: float, height: float, fill: float) -> str:
    """Draw the glass tube, filled with seed from y + fill down."""
    w = width / 2
    seeds = joined(
        ellipse(
            x - w + 12 + (i * 47) % (width - 24),
            y + fill + 12 + (i * 83) % (height - fill),
            9,
            6,
            ("#E0BC7C", "#A87F3E", "#4B4032")[i % 3],
        )
        for i in range(90)
    )
    return two(
        f"M{x - w} {y} H{x + w} V{y + height} H{x - w}Z",
        "#DCEAEE",
        (
            SEED,
            f"M{x - w} {y + fill} Q{x} {y + fill - 22} {x + w} {y + fill} V{y + height} H{x - w}Z",
        ),
        seeds,
        ("#FFFFFF77", f"M{x - w} {y} h{width * 0.16} v{height} h-{width}Z"),
        ("#6F8F9C44", f"M{x + w * 0.56} {y} h{width} v{height} h-{width}Z"),
    ) + line(f"M{x - w * 0.5} {y + 20} V{y + height - 40}", "#FFFFFF", 9, opacity=0.8)


def _zinc_roof(x: float, y: float, width: float) -> str:
    """Draw the pitched roof of the seed feeder; its eaves are at y."""
    w = width / 2
    return two(
        f"M{x} {y - 130} L{x + w} {y - 16} L{x + w - 12} {y + 8} H{x - w + 12} L{x - w} {y - 16}Z",
        ZINC.base,
        (ZINC.light, f"M{x} {y - 140} L{x - w - 9} {y + 10} H{x - w * 0.3}Z"),
        (ZINC.dark, f"M{x} {y - 140} L{x + w + 9} {y + 10} H{x + w * 0.3}Z"),
    )


def ousel_yard_lychgate_seed_feeder() -> Drawing:
    """Glass tube feeder with a pitched zinc roof and four ports, from a bough, two goldfinches."""
    return Drawing(
        "garden",
        ground(500, 886, 170, 14, 0.12),
        _bough(),
        line("M500 96 V190 M440 330 C440 200 560 200 560 330", "#7F8A90", 9),
        _tube(500, 300, 190, 430, 110),
        _port(412, 470, -1),
        _port(588, 470, 1),
        _port(412, 640, -1),
        _port(588, 640, 1),
        _zinc_roof(500, 312, 350),
        two(
            "M376 720 H624 Q640 720 636 740 L620 780 Q612 796 590 796 H410 Q388 796 380 780 "
            "L364 740 Q360 720 376 720Z",
            ZINC.base,
            (ZINC.light, "M350 710 H430 V800 H350Z"),
            (ZINC.dark, "M560 710 H650 V800 H560Z"),
        ),
        bird(306, 506, GOLDFINCH, scale=0.96),
        bird(690, 676, GOLDFINCH, scale=0.96, left=True),
    )


def ousel_yard_lychgate_seed_feeder_detail() -> Drawing:
    """Zinc floor of the feeder unscrewed beside the glass tube, cast port and perch seen near."""
    return Drawing(
        "garden",
        ground(500, 866, 400, 26),
        two(
            "M120 60 H480 V780 Q300 830 120 780Z",
            "#DCEAEE",
            ("#FFFFFF88", "M120 60 H180 V800 H120Z"),
            ("#6F8F9C55", "M400 60 H480 V830 H400Z"),
            ("#B9D0D8", "M120 770 Q300 820 480 770 V830 H120Z"),
        ),
        line("M220 90 V700", "#FFFFFF", 14, opacity=0.9),
        ellipse(300, 62, 180, 34, "#C9DCE3"),
        ellipse(300, 64, 156, 24, "#EAF2F5"),
        line("M120 150 Q300 200 480 150 M120 172 Q300 222 480 172", "#9FBFCB", 6),
        group("translate(440 420) scale(2.5)", _port(0, 0, 1)),
        ellipse(740, 740, 190, 44, ZINC.light),
        two(
            "M550 740 A190 44 0 0 0 930 740 L906 824 Q740 896 574 824Z",
            ZINC.base,
            (ZINC.light, "M540 730 H650 V890 H540Z"),
            (ZINC.dark, "M830 730 H940 V890 H820Z"),
        ),
        ellipse(740, 744, 164, 34, ZINC.dark),
        ellipse(740, 752, 150, 26, "#6F7A80"),
        line("M604 748 Q740 796 876 748 M612 736 Q740 778 868 736", ZINC.light, 6),
        *(
            ellipse(x, y, 12, 8, SEED)
            for x, y in ((560, 870), (600, 884), (520, 880), (700, 756), (780, 760), (740, 768))
        ),
    )


def _mesh_tube(x: float, y: float, width: float, height: float, nuts_from: float) -> str:
    """Draw a cylinder of wire mesh, full of peanuts from y + nuts_from down."""
    w = int(width / 2)
    nuts = joined(
        group(
            f"translate({x - w + 14 + (i * 59) % (2 * w - 26)} "
            f"{y + nuts_from + 16 + (i * 97) % (height - nuts_from - 20)}) "
            f"rotate({(i * 67) % 180})",
            ellipse(0, 0, 21, 14, (NUT.base, NUT.light, NUT.dark)[i % 3]),
        )
        for i in range(int((height - nuts_from) * width / 900))
    )
    wires = "".join(f"M{x - w + k} {y} V{y + height}" for k in range(0, 2 * w + 1, 21))
    hoops = "".join(f"M{x - w} {at} H{x + w}" for at in range(int(y), int(y + height), 21))
    return two(
        f"M{x - w} {y} H{x + w} V{y + height} H{x - w}Z",
        "#D9DFD2",
        ("#7B5230", f"M{x - w} {y + nuts_from} H{x + w} V{y + height} H{x - w}Z"),
        nuts,
        line(wires + hoops, "#7F8A90", 4),
        ("#FFFFFF33", f"M{x - w} {y} h{width * 0.2} v{height} h-{width}Z"),
        ("#27343B33", f"M{x + w * 0.5} {y} h{width} v{height} h-{width}Z"),
    )


def _drum(x: float, y: float, width: float, height: float) -> str:
    """Draw the lid or the foot of the peanut feeder."""
    w = width / 2
    return two(
        f"M{x - w} {y} H{x + w} V{y + height} H{x - w}Z",
        ZINC.base,
        (ZINC.light, f"M{x - w} {y} h{width * 0.22} v{height} h-{width}Z"),
        (ZINC.dark, f"M{x + w * 0.5} {y} h{width} v{height} h-{width}Z"),
    )


def halfpenny_peanut_feeder() -> Drawing:
    """Cylinder of galvanised mesh full of peanuts hanging from a branch, a great tit on it."""
    return Drawing(
        "garden",
        ground(500, 886, 140, 12, 0.12),
        _bough(),
        line("M500 96 V170 M396 300 C396 150 604 150 604 300", "#7F8A90", 9),
        _mesh_tube(500, 300, 212, 480, 40),
        _drum(500, 270, 236, 44),
        rect(440, 252, 120, 20, ZINC.light, 8),
        _drum(500, 770, 228, 36),
        bird(620, 600, GREAT_TIT, scale=1.12, angle=-48, left=True, legs=False),
        line("M604 520 l-22 -8 M604 548 l-22 2", "#6B5A48", 9),
    )


def halfpenny_peanut_feeder_detail() -> Drawing:
    """Lid of the mesh feeder slid up its wire and a hand pouring in peanuts."""
    falling = (
        (500, 330, 20),
        (452, 370, -30),
        (520, 392, 60),
        (476, 300, 80),
        (430, 420, 10),
        (490, 440, -50),
    )
    return Drawing(
        "garden",
        ground(420, 886, 200, 18),
        line("M270 520 V210 C270 60 570 60 570 210 V520", "#7F8A90", 11),
        _mesh_tube(420, 500, 320, 360, 150),
        rect(254, 480, 332, 30, ZINC.light, 8),
        _drum(420, 850, 336, 34),
        _drum(420, 150, 350, 60),
        *(
            group(
                f"translate({x} {y}) rotate({angle})",
                ellipse(0, 0, 24, 16, NUT.base),
                ellipse(-6, -4, 10, 6, NUT.light),
            )
            for x, y, angle in falling
        ),
        group("translate(596 300) rotate(-24) scale(.92)", hand(JUMPER, skin=SKIN)),
    )


DRAWINGS: dict[str, Draw] = {
    "ousel-yard-lychgate-seed-feeder": ousel_yard_lychgate_seed_feeder,
    "ousel-yard-lychgate-seed-feeder-detail": ousel_yard_lychgate_seed_feeder_detail,
    "halfpenny-peanut-feeder": halfpenny_peanut_feeder,
    "halfpenny-peanut-feeder-detail": halfpenny_peanut_feeder_detail,
}
