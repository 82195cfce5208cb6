"""A coffee mill, and second views of what coffee is made with."""

import math

from shop.demo.drawing.canvas import circle, ellipse, group, joined, label, line, path, rect, two
from shop.demo.drawing.palette import BEECH, CORK, GUNMETAL, STEEL, Tones, shaded, tones
from shop.demo.drawing.scene import Draw, Drawing, ground

CHALK = Tones("#F3F1EA", "#CFCDC4", "#FFFFFF")
PAPER = Tones("#D9BA90", "#BB9868", "#E9D2B0")
BEAN = Tones("#6B4226", "#4A2C18", "#8A5A38")
ALUMINIUM = Tones("#B9C2C7", "#8F9AA1", "#DCE3E6")
BLACK = "#2B2F31"


def _mill_crank(x: float, y: float, *, up: bool = True) -> str:
    """Draw the long crank of the mill, bent downwards to its beech knob."""
    bend = 1 if up else -1
    return joined(
        (
            line(
                f"M{x} {y} C{x + 60} {y - 30 * bend} {x + 150} {y - 20 * bend} {x + 230} "
                f"{y + 60 * bend}",
                GUNMETAL.base,
                24,
            ),
            line(
                f"M{x} {y - 6} C{x + 60} {y - 36 * bend} {x + 150} {y - 26 * bend} {x + 226} "
                f"{y + 52 * bend}",
                STEEL.light,
                7,
            ),
            circle(x, y, 26, GUNMETAL.dark),
            circle(x - 4, y - 4, 13, STEEL.light),
        )
    )


def _knob(x: float, y: float) -> str:
    """Draw the beech knob of the crank, hanging from x and y."""
    return two(
        f"M{x - 18} {y} H{x + 18} C{x + 62} {y + 40} {x + 56} {y + 124} {x} {y + 126} "
        f"C{x - 56} {y + 124} {x - 62} {y + 40} {x - 18} {y}Z",
        BEECH.base,
        (
            BEECH.light,
            f"M{x - 70} {y - 9} H{x - 18} Q{x - 34} {y + 70} {x - 14} {y + 130} H{x - 70}Z",
        ),
        (
            BEECH.dark,
            (
                f"M{x + 22} {y - 9} H{x + 70} V{y + 130} H{x + 10} Q{x + 36} {y + 60} "
                f"{x + 22} {y - 9}Z"
            ),
        ),
    )


def _barrel(x: float, y: float, height: float, *, width: float = 190) -> str:
    """Draw the steel barrel of the mill, around the middle x."""
    w = width / 2
    return two(
        f"M{x - w} {y} H{x + w} V{y + height - 20} Q{x + w} {y + height} {x + w - 20} {y + height} "
        f"H{x - w + 20} Q{x - w} {y + height} {x - w} {y + height - 20}Z",
        STEEL.base,
        (STEEL.light, f"M{x - w} {y} h{width * 0.24} v{height + 9} h-{width}Z"),
        (STEEL.dark, f"M{x + w * 0.44} {y} h{width} v{height + 9} h-{width}Z"),
        (STEEL.light, f"M{x + w * 0.26} {y} h{width * 0.06} v{height + 9} h-{width * 0.06}Z"),
    )


def brindlecombe_curlew_grinder() -> Drawing:
    """Slender steel hand coffee grinder with a long down-curved crank, beech knob and cork band."""
    return Drawing(
        "home",
        ground(450, 872, 180, 18),
        _mill_crank(420, 190),
        _knob(652, 240),
        two("M336 206 H504 L516 262 H324Z", STEEL.dark, (STEEL.base, "M320 200 H400 V270 H320Z")),
        _barrel(420, 256, 612),
        rect(318, 256, 204, 22, GUNMETAL.base, 8),
        two(
            "M322 420 H518 V590 H322Z",
            CORK.base,
            (CORK.light, "M322 420 H372 V590 H322Z"),
            (CORK.dark, "M462 420 H518 V590 H462Z"),
            *(
                ellipse(330 + (i * 53) % 180, 430 + (i * 37) % 150, 8, 4, CORK.dark)
                for i in range(20)
            ),
        ),
        line("M326 700 H514 M326 716 H514", GUNMETAL.base, 5),
        label(420, 672, 44, "II", "#59646A", letter_spacing=4),
        *(
            ellipse(x, y, 26, 17, BEAN.base) + line(f"M{x - 18} {y + 3} q18 -8 36 -4", BEAN.dark, 5)
            for x, y in ((620, 856), (676, 848), (650, 874), (716, 868))
        ),
    )


def brindlecombe_curlew_grinder_detail() -> Drawing:
    """Grinder taken apart on a cloth: conical burrs, barrel, hopper lid, crank and beans."""
    cloth = tones("Slate blue")
    beans = [(700 + (i * 47) % 190, 690 + (i * 31) % 110) for i in range(16)]
    return Drawing(
        "home",
        two(
            "M60 330 L940 290 L970 880 L30 900Z",
            cloth.base,
            (cloth.light, "M60 330 L200 322 L180 900 H30Z"),
            line("M80 366 L922 328 L946 846 L58 866Z", "#F4EAD3", 7, stroke_dasharray="16 14"),
            ("#1F2A3226", "M180 420 H330 L340 870 H190Z"),
        ),
        _barrel(220, 396, 430, width=170),
        rect(134, 510, 172, 120, CORK.base),
        rect(134, 510, 40, 120, CORK.light),
        rect(258, 510, 48, 120, CORK.dark),
        group("translate(420 250) rotate(-6)", _mill_crank(0, 190), _knob(232, 240)),
        ellipse(818, 470, 92, 92, STEEL.dark),
        ellipse(814, 464, 86, 86, STEEL.base),
        ellipse(814, 464, 56, 56, GUNMETAL.base),
        circle(814, 464, 20, STEEL.light),
        circle(432, 740, 96, GUNMETAL.base),
        joined(
            line(
                f"M{432 + 66 * math.cos(a):.0f} {740 + 66 * math.sin(a):.0f} "
                f"L{432 + 92 * math.cos(a + 0.22):.0f} {740 + 92 * math.sin(a + 0.22):.0f}",
                "#59646A",
                8,
            )
            for a in (i * math.pi / 9 for i in range(18))
        ),
        circle(432, 740, 58, "#3F4950"),
        two(
            "M588 632 L642 820 H534Z",
            STEEL.base,
            (STEEL.light, "M588 632 L570 820 H520Z"),
            (STEEL.dark, "M588 632 L612 820 H660Z"),
            line(
                "M588 640 Q560 720 548 820 M588 640 Q584 730 580 820 M588 640 Q604 730 612 820 "
                "M592 640 Q620 730 638 812",
                "#7E8A91",
                6,
            ),
        ),
        ellipse(588, 822, 56, 13, STEEL.dark),
        *(
            group(
                f"translate({x} {y}) rotate({(i * 41) % 160})",
                ellipse(0, 0, 25, 17, BEAN.base),
                line("M-17 3 q17 -8 34 -4", BEAN.dark, 5),
            )
            for i, (x, y) in enumerate(beans)
        ),
    )


def brindlecombe_wren_dripper_detail() -> Drawing:
    """White porcelain cone from above: eleven spiral ribs and one generous hole."""
    ribs = joined(
        line(
            f"M{500 + 66 * math.cos(a):.0f} {510 + 66 * math.sin(a):.0f} "
            f"Q{500 + 190 * math.cos(a + 0.16):.0f} {510 + 190 * math.sin(a + 0.16):.0f} "
            f"{500 + 268 * math.cos(a + 0.62):.0f} {510 + 268 * math.sin(a + 0.62):.0f}",
            shade,
            width,
        )
        for a in (i * 2 * math.pi / 11 for i in range(11))
        for shade, width in (("#B9B8AF", 15), ("#FFFFFF", 6))
    )
    return Drawing(
        "home",
        ground(520, 860, 330, 30),
        line("M800 430 C930 400 950 600 812 590", CHALK.base, 52),
        line("M800 444 C906 424 920 580 812 574", CHALK.dark, 10),
        circle(508, 524, 332, CHALK.dark),
        circle(500, 510, 330, CHALK.base),
        circle(500, 510, 292, "#DAD9D2"),
        two(
            "M210 510 a290 290 0 0 1 580 0 a290 290 0 0 1 -580 0Z",
            "#E3E2DB",
            ("#C9C8C0", "M200 200 H560 Q300 330 330 800 H200Z"),
            ("#F4F3EE", "M800 300 V820 H470 Q760 700 760 300Z"),
        ),
        ribs,
        circle(500, 510, 66, "#B9B8AF"),
        circle(500, 512, 52, "#4B5257"),
        rect(640, 300, 60, 26, "#9FBFCB", 12),
    )


def _flat_paper(angle: float, tone: Tones) -> str:
    """Draw a folded cone paper that fans out from 0 0."""
    return group(
        f"rotate({angle})",
        two(
            "M-90 0 H90 L210 -470 Q0 -540 -210 -470Z",
            tone.base,
            (tone.light, "M-90 0 H-40 L-120 -540 H-220Z"),
            (tone.dark, "M60 0 H90 L210 -470 V-540 L130 -500Z"),
        ),
        line("M-76 -10 H76", tone.dark, 10, stroke_dasharray="6 12"),
        line("M90 -30 L194 -452", tone.dark, 10, stroke_dasharray="6 12"),
    )


def brindlecombe_wren_filter_papers_detail() -> Drawing:
    """Five unbleached cone papers fanned out, crimped along one side and the foot."""
    shades = (shaded("#CDA97C"), shaded("#D4B186"), PAPER, shaded("#DFC29A"), shaded("#E6CCA8"))
    return Drawing(
        "home",
        ground(500, 846, 330, 26),
        *(
            group("translate(500 830)", _flat_paper(angle, tone))
            for angle, tone in zip((-44, -22, 0, 22, 44), shades, strict=True)
        ),
        label(790, 440, 34, "02", "#8A6A3A", transform="rotate(44 790 440)"),
    )


def halfpenny_moka_pot_detail() -> Drawing:
    """Moka pot in three pieces: boiler with valve, funnel filled with coffee, upper pot."""
    facets = "M-60 0 L-80 260 M60 0 L80 260"
    return Drawing(
        "home",
        ground(500, 856, 420, 26),
        group(
            "translate(230 590)",
            two(
                "M-126 0 H126 L176 262 H-176Z",
                ALUMINIUM.base,
                (ALUMINIUM.light, "M-140 0 H-50 L-70 270 H-190Z"),
                (ALUMINIUM.dark, "M50 0 H140 L190 270 H70Z"),
                line(facets, "#A5AFB5", 5),
            ),
            rect(-112, -44, 224, 48, ALUMINIUM.dark, 6),
            line("M-108 -30 H108 M-108 -16 H108", "#79848B", 5),
            ellipse(0, -44, 112, 22, ALUMINIUM.light),
            ellipse(0, -42, 92, 15, "#6B777D"),
            circle(104, 110, 24, "#C9A24A"),
            circle(104, 110, 11, "#8A6A20"),
        ),
        group(
            "translate(520 600)",
            rect(-18, 90, 36, 150, ALUMINIUM.base, 6),
            rect(4, 90, 14, 150, ALUMINIUM.dark, 6),
            two(
                "M-100 0 H100 L86 96 H-86Z",
                ALUMINIUM.base,
                (ALUMINIUM.light, "M-110 0 H-52 V110 H-110Z"),
                (ALUMINIUM.dark, "M46 0 H110 V110 H46Z"),
            ),
            ellipse(0, 0, 104, 20, ALUMINIUM.light),
            path("M-88 0 Q0 -70 88 0 Q0 22 -88 0Z", BEAN.base),
            path("M10 -34 Q60 -30 88 0 Q40 14 0 14Z", BEAN.dark),
        ),
        group(
            "translate(300 30) scale(.76)",
            path(
                "M610 330 L790 330 Q815 330 808 360 L760 590 Q750 615 725 600 Q715 590 720 570 "
                "L752 392 H610Z",
                BLACK,
            ),
            two(
                "M375 545 L345 300 L285 285 L300 250 H640 L595 545Z",
                ALUMINIUM.base,
                (ALUMINIUM.light, "M375 545 L345 300 L285 285 L300 250 H420 L440 545Z"),
                (ALUMINIUM.dark, "M530 240 H650 L600 560 H525Z"),
                line("M440 540 L425 255 M528 540 L535 255", "#A5AFB5", 5),
            ),
            two(
                "M310 250 Q470 170 635 250Z",
                ALUMINIUM.base,
                (ALUMINIUM.dark, "M530 195 Q600 215 640 255 H535Z"),
            ),
            rect(446, 150, 52, 58, BLACK, 16),
            rect(366, 540, 240, 44, ALUMINIUM.dark, 6),
            ellipse(486, 584, 116, 16, "#3A4044"),
        ),
        ellipse(760, 846, 92, 22, "#4B5257"),
        ellipse(760, 842, 92, 22, "#E3DAC4"),
        ellipse(760, 842, 58, 12, "#C9B8A4"),
    )


DRAWINGS: dict[str, Draw] = {
    "brindlecombe-curlew-grinder": brindlecombe_curlew_grinder,
    "brindlecombe-curlew-grinder-detail": brindlecombe_curlew_grinder_detail,
    "brindlecombe-wren-dripper-detail": brindlecombe_wren_dripper_detail,
    "brindlecombe-wren-filter-papers-detail": brindlecombe_wren_filter_papers_detail,
    "halfpenny-moka-pot-detail": halfpenny_moka_pot_detail,
}
