"""What a hammock hangs on, and what hangs below it."""

from shop.demo.drawing.canvas import INK, circle, ellipse, group, joined, line, path, rect, two
from shop.demo.drawing.palette import RUBBER, tones
from shop.demo.drawing.parts.furniture import hammock, hook
from shop.demo.drawing.parts.surfaces import (
    BARK,
    lit,
    stitches,
    topped,
    trunk,
)
from shop.demo.drawing.parts.washing import roll_end
from shop.demo.drawing.scene import Draw, Drawing, ground

MOSS = tones("Moss green")
MIDNIGHT = tones("Midnight blue")
WEB = tones("Charcoal")
CREAM = "#F4EAD3"


def fellgarth_tree_straps() -> Drawing:
    """Two coiled charcoal straps with sewn loops, two steel hooks beside them."""

    def coil(x: float, y: float, tail: str) -> str:
        loops = joined(
            line(f"M{x + 130 + i * 52} {y + 128} q20 -46 40 0", WEB.light, 11) for i in range(4)
        )
        return "".join(
            (
                loops,
                topped(tail, WEB, (y + 118, y + 150)),
                ellipse(x + 18, y + 6, 140, 146, WEB.dark),
                roll_end(x, y, 140, WEB),
                *(
                    line(
                        f"M{x + dx} {y + dy} q{-dy * 0.16} {dx * 0.16} {dx * 0.14} {dy * 0.14}",
                        WEB.light,
                        10,
                    )
                    for dx, dy in ((-128, -70), (-60, -132), (40, -140), (120, -80))
                ),
            )
        )

    return Drawing(
        "camp",
        ground(420, 520, 320, 20),
        ground(460, 858, 400, 26),
        coil(320, 370, "M330 482 H660 V514 H330Z"),
        coil(270, 700, "M280 812 H630 V844 H280Z"),
        rect(560, 806, 74, 44, CREAM, 6),
        path("M572 840 q14 -28 26 -16 q8 -8 24 16Z", WEB.base),
        group("translate(700 250) rotate(8)", hook(60, 40, scale=1.25)),
        group("translate(690 590) rotate(-6)", hook(60, 40, scale=1.25)),
    )


def fellgarth_tree_straps_detail() -> Drawing:
    """Charcoal strap round a trunk, a steel hook in one of its loops."""
    return Drawing(
        "camp",
        trunk(330, 330, BARK, top=-20, foot=1060),
        *(
            line(f"M{x} {y} q20 60 -6 150", BARK.dark, 12)
            for x, y in ((230, 60), (400, 40), (300, 620), (420, 700), (220, 760))
        ),
        topped("M158 380 Q330 440 502 372 V462 Q330 530 158 470Z", WEB, (380, 520)),
        stitches("M160 396 Q330 456 500 388 M160 456 Q330 516 500 448", WEB.light, 5),
        two(
            "M330 424 Q520 470 900 560 L884 622 Q520 540 330 506Z",
            WEB.base,
            (WEB.light, "M330 424 Q520 470 900 560 L896 574 Q520 484 330 440Z"),
            (WEB.dark, "M330 490 Q520 520 890 606 V640 H330Z"),
        ),
        *(
            line(f"M{x} {y} q34 62 92 22", WEB.dark, 26)
            + line(f"M{x} {y - 4} q34 56 90 20", WEB.light, 9)
            for x, y in ((430, 528), (560, 556), (690, 586))
        ),
        *(
            line(f"M{x} {y} l-8 62", CREAM, 7, stroke_dasharray="9 7")
            for x, y in ((424, 456), (532, 482), (662, 512), (792, 544))
        ),
        hook(608, 600, scale=1.5),
        line("M600 770 Q760 900 1010 930", MOSS.dark, 30),
        line("M600 764 Q760 890 1010 920", MOSS.light, 9),
    )


def quilting(span: tuple[float, float], y: float, near: float, far: float, thread: str) -> str:
    """Sew lines across a quilt that hangs between two points."""
    left, right = span
    return joined(
        line(
            f"M{left + (right - left) * t:.0f} {y + 4 * t * (1 - t) * far:.0f} "
            f"V{y + 4 * t * (1 - t) * near + 30:.0f}",
            thread,
            7,
        )
        for t in (k / 12 for k in range(1, 12))
    )


def skarholt_keel_underquilt() -> Drawing:
    """Midnight blue quilt below a moss green hammock, gathered at both ends."""
    return Drawing(
        "camp",
        ground(500, 872, 300, 22),
        trunk(110, 84, BARK),
        trunk(890, 84, BARK),
        line("M66 300 H156 M66 316 H156 M846 300 H936 M846 316 H936", WEB.base, 15),
        line("M150 308 L260 352 M850 308 L740 352", INK, 8),
        line("M226 340 L270 396 M774 340 L730 396", "#E08A3C", 7),
        hammock(MOSS, left=236, right=764, y=344, near=250, far=60),
        two(
            "M262 392 Q500 830 738 392 Q752 410 744 440 Q700 790 500 800 Q300 790 256 440 "
            "Q248 410 262 392Z",
            MIDNIGHT.base,
            (MIDNIGHT.light, "M240 380 H330 Q350 640 460 800 H240Z"),
            (MIDNIGHT.dark, "M760 380 H670 Q650 640 560 800 H760Z"),
            quilting((262, 738), 392, 420, 150, MIDNIGHT.dark),
        ),
        line("M262 392 Q500 830 738 392", MIDNIGHT.light, 9),
        *(circle(x, 398, 13, "#E08A3C") for x in (262, 738)),
        rect(462, 690, 76, 52, CREAM, 8),
        line("M474 728 q13 -26 26 0 q13 -26 26 0", MIDNIGHT.base, 6),
    )


def skarholt_keel_underquilt_detail() -> Drawing:
    """End of the quilt: gathered edge, elastic cord and a clip on the hammock's cord."""
    orange = tones("Orange")
    return Drawing(
        "camp",
        line("M-20 60 L360 330", INK, 16),
        two(
            "M330 300 Q560 420 1010 470 V640 Q560 560 320 360Z",
            MOSS.base,
            (MOSS.dark, "M320 340 Q560 520 1010 590 V660 H320Z"),
            (MOSS.light, "M330 300 Q560 420 1010 470 V500 Q560 446 330 320Z"),
        ),
        two(
            "M356 420 Q600 590 1010 650 V960 Q560 930 330 520 Q316 450 356 420Z",
            MIDNIGHT.base,
            (MIDNIGHT.light, "M356 420 Q600 590 1010 650 V720 Q580 660 350 470Z"),
            (MIDNIGHT.dark, "M330 560 Q560 860 1010 890 V980 H330Z"),
            *(
                line(d, MIDNIGHT.dark, 10)
                for d in (
                    "M520 530 Q480 640 520 760",
                    "M680 590 Q640 720 690 860",
                    "M840 620 Q810 770 850 920",
                )
            ),
        ),
        *(
            line(
                f"M{350 + i * 9} {424 + i * 5} q-34 {40 + i * 8} -8 {96 + i * 12}",
                MIDNIGHT.dark if i % 2 else MIDNIGHT.light,
                9,
            )
            for i in range(7)
        ),
        line("M330 470 Q230 420 190 300 Q176 250 210 226", "#E08A3C", 16),
        line("M330 470 Q230 420 190 300", "#F4B878", 5, stroke_dasharray="10 10"),
        group(
            "rotate(36 210 215)",
            lit(
                "M150 170 H270 Q290 170 290 190 V250 Q290 270 270 270 H150 Q130 270 130 250 V190 "
                "Q130 170 150 170Z",
                RUBBER,
                (130, 290),
            ),
            rect(120, 208, 180, 24, INK, 8),
            rect(174, 246, 72, 50, orange.base, 10),
            rect(186, 262, 48, 12, orange.dark, 6),
        ),
        rect(800, 740, 110, 74, CREAM, 8),
        line("M820 794 q18 -38 36 0 q18 -38 36 0", MIDNIGHT.base, 8),
    )


DRAWINGS: dict[str, Draw] = {
    "fellgarth-tree-straps": fellgarth_tree_straps,
    "fellgarth-tree-straps-detail": fellgarth_tree_straps_detail,
    "skarholt-keel-underquilt": skarholt_keel_underquilt,
    "skarholt-keel-underquilt-detail": skarholt_keel_underquilt_detail,
}
